"""How a thing found is compared with a thing of the gold: by folded name, by overlap, one to one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

G = TypeVar("G")
F = TypeVar("F")
T = TypeVar("T")

_UNHEARD = re.compile(r"[\s“”\"'‘’《》「」·•‧・∙⋅．.]")


@dataclass(frozen=True, slots=True)
class Match(Generic[G, F]):
    """A one-to-one matching: pairs (gold, found), the gold without a partner, the found without one."""

    pairs: list[tuple[G, F]]
    missed: list[G]
    extra: list[F]


def plain(name: str | None) -> str:
    """Return `name` without white space, quotation marks, book-title marks, interpuncts and full stops.

    The key of the score, not of the graph (`newsgraph.text.fold`): it does not fold width or variant.

    Examples
    --------
    >>> plain("“青禾”计划"), plain("安娜·林德"), plain(None)
    ('青禾计划', '安娜林德', '')
    """
    return _UNHEARD.sub("", name or "")


def plain_set(names: Iterable[str | None]) -> set[str]:
    """Return the keys of several names."""
    return {plain(name) for name in names}


def overlap_ratio(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return the length of the intersection of two spans over that from first start to last end, in [0, 1].

    Examples
    --------
    >>> overlap_ratio((0, 4), (2, 6)), overlap_ratio((0, 1), (2, 3))
    (0.3333333333333333, 0.0)
    """
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def match(gold: Iterable[G], found: Iterable[F], fits: Callable[[G, F], bool]) -> Match[G, F]:
    """Give each of `gold`, in order, the first of `found` that fits and is still free.

    Cost: O(gold x found). Greedy, so the result depends on the order where several fit.

    Examples
    --------
    >>> match([1, 2], [2, 3], lambda g, f: g == f)
    Match(pairs=[(2, 2)], missed=[1], extra=[3])
    """
    free = list(found)
    pairs: list[tuple[G, F]] = []
    missed: list[G] = []
    for wanted in gold:
        at = next((i for i, candidate in enumerate(free) if fits(wanted, candidate)), None)
        if at is None:
            missed.append(wanted)
        else:
            pairs.append((wanted, free.pop(at)))
    return Match(pairs, missed, free)


def match_exact(gold: Collection[T], found: Collection[T]) -> Match[T, T]:
    """Match two sets by equality, in sorted order so that the report is the same on every run."""
    wanted, got = set(gold), set(found)
    both = sorted(wanted & got)  # type: ignore[type-var]
    return Match(
        [(item, item) for item in both],
        sorted(wanted - got),  # type: ignore[type-var]
        sorted(got - wanted),  # type: ignore[type-var]
    )
