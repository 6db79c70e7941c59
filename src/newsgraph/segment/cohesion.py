"""Whether a short line goes on with the article above it (小标题, a sentence cut off) or starts the next.

Parts of one article repeat each other's words (Hearst's TextTiling); a headline's words come back in its own
article and not in the one before.

References
----------
Hearst, M. A. (1997). TextTiling: Segmenting text into multi-paragraph subtopic passages. Computational
Linguistics 23(1). The weights are of a logistic regression over 2,211 headings inside articles of People's Daily
(2023) and other papers, 5,575 sentences cut at random, and 3,754 headlines of articles without a lead; headlines
count as much as the rest, each source alike. Five-fold: 0.94 of the headings, 0.88 to 0.99 of the sentences and
0.94 to 0.99 of the headlines are told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from math import sqrt

from newsgraph.segment import breaks
from newsgraph.segment.pairs import share, word_pairs
from newsgraph.segment.shapes import is_enumerated

_DATED_NEWS = re.compile(r"\d{1,2}月\d{1,2}日|[昨今前]天|昨日|近日|日前")
_PARAGRAPHS = 3  # paragraphs under a headline that are compared

_BIAS = 0.7
_SHARED, _RETURNS, _KNOWN, _TITLE = -10.6, 2.9, -5.2, -7.8
_LENGTH, _DASH, _NUMERAL, _STORY, _SPACED = 0.09, -3.2, -1.0, 4.7, 1.2
_AFTER_LEAD, _DATED, _TWIN = 0.7, 2.9, -1.2
_TINY, _TINY_MAX = -0.6, 4  # 4 of 100 headings are as short, and no headline of that paper
_CLAUSE, _HANGS, _CUT, _SENTENCE = -1.1, -1.1, -3.0, -2.2
_MAX_SHARED, _MAX_LENGTH = 0.5, 25


def is_new_article(
    above: AbstractSet[str],
    title: Sequence[str],
    heads: Sequence[str],
    below: Sequence[str],
    *,
    after_lead: bool,
    heading: str = "",
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
    after_lead : bool
        Whether the article above opens with a lead (本报讯): such news seldom has headings inside.
    heading : str, default ""
        The last heading inside the article above, if it has one: headings of one article are alike.
    """
    new, head = word_pairs([*heads, *below[:_PARAGRAPHS]]), word_pairs(heads)
    shared = len(above & new) / max(1, len(new)) * 20 / sqrt(max(1, len(above)))
    score = (
        _BIAS
        + _SHARED * min(shared, _MAX_SHARED)
        + _RETURNS * share(head, word_pairs(below[:2]))
        + _KNOWN * share(head, above)
        + _TITLE * share(word_pairs(title), new)
        + _LENGTH * min(len(heads[0]), _MAX_LENGTH)
        + _DATED * bool(_DATED_NEWS.search(below[0][:25]))
        + _STORY * (len(heads) > 1 and heads[1].startswith("——"))
        + _AFTER_LEAD * after_lead
        + _DASH * heads[0].endswith("——")
        + _NUMERAL * is_enumerated(heads[0])
        + _TWIN * _likeness(heads[0], heading)
        + _TINY * (len(heads) == 1 and len(heads[0]) <= _TINY_MAX)
        + _SPACED * breaks.is_spaced(heads[0])
        + (_looks_cut(heads[0], below[0]) if len(heads) == 1 else 0)
    )
    return score > 0


def _likeness(line: str, heading: str) -> int:
    """Return 1 for a line built like the heading before it, 2 where both are halves set apart, else 0."""
    spaced = breaks.is_spaced(line)
    alike = spaced == breaks.is_spaced(heading) and abs(len(line) - len(heading)) <= 1
    return 1 + spaced if heading and alike else 0


def _looks_cut(line: str, below: str) -> float:
    """Weigh that a single line is no headline at all but a sentence that a column break cut off."""
    return (
        _CLAUSE * breaks.n_clauses(line)
        + _HANGS * breaks.hangs(line)
        + _CUT * breaks.is_cut_inside(line, below)
        + _SENTENCE * breaks.opens_sentence(line)
    )
