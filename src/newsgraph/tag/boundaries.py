"""Where a name cannot go on to the left: punctuation, and the words of the press that stand before names."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from newsgraph.lexicon.tables import words
from newsgraph.tag.gazetteer import place_names
from newsgraph.tag.quantities import find_times

_PUNCTUATION = re.compile(
    r"[\s，。；：！？、,;:!?（）()《》【】\[\]…■▲●○◆□△—|/>＞．]|(?<![A-Za-z0-9])[.]|[.](?![A-Za-z0-9])"
)


@cache
def _matchers() -> tuple[AhoCorasick, AhoCorasick]:
    return AhoCorasick(words("boundaries", "openers")), AhoCorasick(words("boundaries", "compounds"))


class Boundaries:
    """The offsets of one text at which a name may start, as far as the words before it say.

    ``hard`` ones (behind punctuation, a time, the line's start) cannot lie inside a name; ``soft`` ones
    (behind a verb or function word) seldom do; behind a word of one character, in the name of a firm, they well may.
    """

    def __init__(self, text: str) -> None:
        openers, compounds = _matchers()
        safe: set[int] = set()
        for _, start, end in compounds.find_matches_as_indexes(text, overlapping=True):
            safe.update(range(start + 1, end))
        for name in place_names(text):
            safe.update(range(name.start + 1, name.end))
        hard = {0, *(m.end() for m in _PUNCTUATION.finditer(text)), *(c.end for c in find_times(text))}
        soft = {
            end
            for _, start, end in openers.find_matches_as_indexes(text, overlapping=True)
            if end not in safe
            and (end - start > 1 or not (end - 1 in safe and end in safe))
            and start not in safe
        }
        single = {
            end
            for _, start, end in openers.find_matches_as_indexes(text, overlapping=True)
            if end - start == 1
        }
        self._hard = sorted(hard)
        self._strong = sorted(hard | (soft - single))
        self._all = sorted(hard | soft)

    def hard_before(self, at: int) -> int:
        """Return the last hard boundary at or before `at`."""
        return self._hard[bisect_right(self._hard, at) - 1]

    def before(self, at: int) -> int:
        """Return the last boundary at or before `at`."""
        return self._all[bisect_right(self._all, at) - 1]

    def since(self, start: int, at: int) -> list[int]:
        """Return every boundary in ``[start, at]``, nearest to `at` first."""
        return _between(self._all, start, at)

    def strong_since(self, start: int, at: int) -> list[int]:
        """Return the boundaries in ``[start, at]`` that no single character makes, nearest to `at` first."""
        return _between(self._strong, start, at)


def _between(offsets: list[int], start: int, at: int) -> list[int]:
    low = bisect_right(offsets, start - 1)
    return offsets[low : bisect_right(offsets, at)][::-1]


@lru_cache(maxsize=16)
def boundaries(text: str) -> Boundaries:
    """Return the boundaries of `text`."""
    return Boundaries(text)
