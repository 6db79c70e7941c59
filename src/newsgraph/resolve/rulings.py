"""Readers' judgements, bound to the occurrences of persons that they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsgraph.model import Ruling, Verdict
from newsgraph.resolve.occurrences import Occurrence
from newsgraph.text import fold


@dataclass(frozen=True, slots=True)
class Bound:
    """A ruling and the occurrences on either side of it; a side that nobody fits is empty."""

    ruling: Ruling
    first: tuple[Occurrence, ...]
    second: tuple[Occurrence, ...]

    @property
    def sames(self) -> list[tuple[Occurrence, Occurrence]]:
        """Pairs that are one person by this ruling, enough of them to join all that are."""
        if self.ruling.verdict is not Verdict.SAME or not (self.first and self.second):
            return []
        return [(self.first[0], other) for other in (*self.first[1:], *self.second)]

    @property
    def differents(self) -> list[tuple[Occurrence, Occurrence]]:
        """Pairs that are two persons by this ruling."""
        if self.ruling.verdict is not Verdict.DIFFERENT:
            return []
        return [(a, b) for a in self.first for b in self.second if a is not b]


def bind(
    rulings: Iterable[Ruling], occurrences: Sequence[Occurrence], sources: Mapping[str, str]
) -> list[Bound]:
    """Return each ruling with those it is about, in the order of `rulings`.

    Parameters
    ----------
    sources : Mapping[str, str]
        The name of each source by its id, which an occurrence has for its page.

    Notes
    -----
    Whoever writes is meant only where nobody of the name is written about.
    """
    by_name: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in sorted(occurrences, key=lambda o: o.byline):
        by_name[occurrence.name].append(occurrence)

    def side(name: str, article: str) -> tuple[Occurrence, ...]:
        found = [
            o for o in by_name.get(fold(name), ()) if article in ("", o.article, sources.get(o.page, ""))
        ]
        return tuple(o for o in found if o.byline == found[0].byline)

    return [Bound(r, side(r.name, r.article), side(r.other_name, r.other_article)) for r in rulings]


def call_alike(bound: Sequence[Bound]) -> None:
    """Give those who are one person under two names by a ruling the first of the names."""
    named = [item for item in bound if item.sames]
    for _ in named:  # as often as one name can lead to the next
        for item in named:
            for occurrence in (*item.first, *item.second):
                occurrence.name = item.first[0].name
