"""Pairs of neighbouring characters: what two pieces of Chinese text are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

_LOOK = 2000  # characters of a paragraph that are compared


def word_pairs(texts: Iterable[str]) -> set[str]:
    """Return the pairs of neighbouring Chinese characters.

    Examples
    --------
    >>> sorted(word_pairs(["春耕，备耕"]))
    ['备耕', '春耕']
    """
    return {
        run[i : i + 2]
        for text in texts
        for run in re.findall(r"[\u4e00-\u9fff]{2,}", text[:_LOOK])
        for i in range(len(run) - 1)
    }


def share(part: AbstractSet[str], whole: AbstractSet[str]) -> float:
    """Return which share of `part` is in `whole`: 0 for an empty `part`."""
    return len(part & whole) / max(1, len(part))
