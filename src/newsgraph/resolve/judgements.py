"""Pairwise judgements (same, different, unsure) and the clusters derived from them.

Judgements are kept, clusters are not: a cluster is always computed anew, so a merge can be undone by taking
back its judgement. A pair judged different is never joined; where the sames around it would join it, the
weakest of them gives way.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsgraph.model import Verdict

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on one pair, how strong it is (0 to 1) and why."""

    verdict: Verdict
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Clusters(Generic[Item]):
    """Items grouped by who they are, the sames that joined them, and those that gave way to a different."""

    groups: tuple[tuple[Item, ...], ...]
    joined: tuple[tuple[Item, Item, Judgement], ...] = ()
    given_way: tuple[tuple[Item, Item, Judgement], ...] = ()


def cluster(items: Sequence[Item], judged: Iterable[tuple[Item, Item, Judgement]]) -> Clusters[Item]:
    """Return the groups that the judgements make of `items`.

    Sames are taken from the strongest to the weakest, of equal ones in the order of `items`; one that would
    bring a pair judged different into one group gives way. Nothing is joined through an unsure.

    Examples
    --------
    >>> same, other = Judgement(Verdict.SAME, 0.9, "office"), Judgement(Verdict.DIFFERENT, 1.0, "age")
    >>> weak = Judgement(Verdict.SAME, 0.3, "name")
    >>> cluster("abc", [("a", "b", same), ("b", "c", weak), ("a", "c", other)]).groups
    (('a', 'b'), ('c',))
    """
    place = {item: i for i, item in enumerate(items)}
    judged = list(judged)
    group = {item: [item] for item in items}
    apart: dict[Item, set[Item]] = {item: set() for item in items}
    for first, second, judgement in judged:
        if judgement.verdict is Verdict.DIFFERENT:
            apart[first].add(second)
            apart[second].add(first)
    sames = [entry for entry in judged if entry[2].verdict is Verdict.SAME]
    sames.sort(key=lambda entry: (-entry[2].weight, *sorted((place[entry[0]], place[entry[1]]))))
    joined, given_way = [], []
    for first, second, judgement in sames:
        mine, other = group[first], group[second]
        if mine is other:
            continue
        if any(not apart[item].isdisjoint(other) for item in mine):
            given_way.append((first, second, judgement))
            continue
        joined.append((first, second, judgement))
        merged = sorted(mine + other, key=place.__getitem__)
        for item in merged:
            group[item] = merged
    distinct = {id(members): tuple(members) for members in group.values()}
    groups = sorted(distinct.values(), key=lambda members: place[members[0]])
    return Clusters(tuple(groups), tuple(joined), tuple(given_way))
