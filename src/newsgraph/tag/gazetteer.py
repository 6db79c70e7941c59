"""Where a text prints a name that the lexicon of places knows."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from newsgraph.lexicon import divisions, world


class Kind(IntEnum):
    """How sure a printed form is a place: the lower the surer."""

    FULL = 0
    COUNTRY = 1
    SHORT = 2
    OTHER = 3
    AMBIGUOUS = 4


class PlaceName(NamedTuple):
    """``text[start:end]`` is a known form."""

    start: int
    end: int
    kind: Kind


class PlaceNames:
    """The known names in one text, none overlapping another; longest first where they compete."""

    def __init__(self, names: list[PlaceName]) -> None:
        self.names = names
        self._by_end = {name.end: name for name in names}
        self._by_start = {name.start: name for name in names}

    def __iter__(self) -> Iterator[PlaceName]:
        return iter(self.names)

    def ending_at(self, end: int) -> PlaceName | None:
        """Return the name that ends at `end`."""
        return self._by_end.get(end)

    def starting_at(self, start: int) -> PlaceName | None:
        """Return the name that starts at `start`."""
        return self._by_start.get(start)

    def chain_start(self, end: int) -> int:
        """Return where the unbroken run of names that ends at `end` starts (`end` itself where there is none).

        An ambiguous form may stand in the run, but does not begin one.
        """
        start = end
        sure = end
        while (name := self._by_end.get(start)) is not None:
            start = name.start
            if name.kind is not Kind.AMBIGUOUS:
                sure = start
        return sure


@cache
def _lexicon() -> tuple[AhoCorasick, list[Kind]]:
    """Return the matcher of all names, and the kind of each."""
    kinds: dict[str, Kind] = dict.fromkeys(world.other_places(), Kind.OTHER)
    weak = divisions.ambiguous_forms()
    for name in divisions.iter_names():
        if len(name) == 2 and name[-1] in "镇乡市区县旗":
            continue
        full = name[-1] in "省市县区州旗盟镇乡" or name.endswith(("自治区", "街道"))
        kinds[name] = Kind.AMBIGUOUS if name in weak else Kind.FULL if full and len(name) > 2 else Kind.SHORT
    kinds.update(dict.fromkeys(world.countries(), Kind.COUNTRY))
    return AhoCorasick(list(kinds)), list(kinds.values())


@lru_cache(maxsize=16)
def place_names(text: str) -> PlaceNames:
    """Return the known place names of `text`; of two that overlap the longer stands, then the surer, then the first."""
    matcher, kinds = _lexicon()
    hits = [PlaceName(s, e, kinds[i]) for i, s, e in matcher.find_matches_as_indexes(text, overlapping=True)]
    hits.sort(key=lambda n: (n.start - n.end + (n.kind is Kind.AMBIGUOUS), n.kind, n.start))
    taken: set[int] = set()
    kept = []
    for hit in hits:
        cells = range(hit.start, hit.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(hit)
    return PlaceNames(sorted(kept))
