"""Whether a headline is a heading inside the article above it, or the next article's.

Parts of one article repeat each other's words (Hearst's TextTiling); a headline's words come back in its own
article and not in the one before.

References
----------
Hearst, M. A. (1997). TextTiling: Segmenting text into multi-paragraph subtopic passages. Computational
Linguistics 23(1). The weights are of a logistic regression over 2,365 headings of People's Daily pages (2023)
and 444 headlines of the project's own articles; each class and each source counted alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from math import sqrt

_OPENS_NEWS = re.compile(
    r"^(?:近日|日前|连日来|昨[日天]|今[日天]|前[日天]|\d{1,2}月\d{1,2}日|记者(?:昨|今|日前|近日)?.{0,4}从|据)"
)
_LOOK = 2000  # characters of a paragraph that are compared
_PARAGRAPHS = 3  # paragraphs under a headline that are compared

_BIAS = 0.2
_SHARED, _RETURNS, _KNOWN, _TITLE = -7.7, 1.6, -3.5, -3.9
_LINES, _LENGTH, _OPENS, _DASH, _NUMERAL = 2.3, 0.09, 1.5, -1.9, -1.5
_MAX_SHARED, _MAX_LENGTH = 0.5, 25


def is_new_article(
    above: AbstractSet[str],
    title: Sequence[str],
    heads: Sequence[str],
    below: Sequence[str],
    *,
    enumerated: bool,
) -> bool:
    """Return whether headline lines `heads` and the paragraphs `below` start an article of their own.

    Parameters
    ----------
    above : set of str
        The character pairs (`word_pairs`) of the article above, headlines included.
    title : Sequence[str]
        Its headline lines.
    heads, below : Sequence[str]
        The lines in question, and the paragraphs under them.
    enumerated : bool
        Whether the first line carries a numeral or a bullet.
    """
    new, head = word_pairs([*heads, *below[:_PARAGRAPHS]]), word_pairs(heads)
    shared = len(above & new) / max(1, len(new)) * 20 / sqrt(max(1, len(above)))
    score = (
        _BIAS
        + _SHARED * min(shared, _MAX_SHARED)
        + _RETURNS * _share(head, word_pairs(below[:2]))
        + _KNOWN * _share(head, above)
        + _TITLE * _share(word_pairs(title), new)
        + _LINES * (len(heads) > 1)
        + _LENGTH * min(len(heads[0]), _MAX_LENGTH)
        + _OPENS * bool(below and _OPENS_NEWS.match(below[0]))
        + _DASH * heads[0].endswith("——")
        + _NUMERAL * enumerated
    )
    return score > 0


def _share(part: AbstractSet[str], whole: AbstractSet[str]) -> float:
    return len(part & whole) / max(1, len(part))


def word_pairs(texts: Iterable[str]) -> set[str]:
    """Return the pairs of neighbouring Chinese characters."""
    return {
        run[i : i + 2]
        for text in texts
        for run in re.findall(r"[\u4e00-\u9fff]{2,}", text[:_LOOK])
        for i in range(len(run) - 1)
    }
