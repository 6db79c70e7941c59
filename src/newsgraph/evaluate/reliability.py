"""How far scores can be believed: of what was scored 0.9, nine in ten should be right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""Where the bins begin."""

Judged = tuple[float, bool]
"""A score in [0, 1], and whether what bears it was right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Scores from `low` on: how many, their mean, and the share of them that was right."""

    low: float
    count: int
    score: float
    right: float


def reliability(judged: Iterable[Judged]) -> list[Bin]:
    """Return the bins that hold anything, lowest first.

    Examples
    --------
    >>> reliability([(0.9, True), (0.92, True), (0.94, False), (0.6, True)])
    [Bin(low=0.6, count=1, score=0.6, right=1.0), Bin(low=0.9, count=3, score=0.92, right=0.6667)]
    """
    held: dict[int, list[Judged]] = {}
    for score, right in judged:
        held.setdefault(bisect_right(EDGES, score) - 1, []).append((score, right))
    return [
        Bin(
            EDGES[i],
            len(rows),
            round(sum(score for score, _ in rows) / len(rows), 4),
            round(sum(right for _, right in rows) / len(rows), 4),
        )
        for i, rows in sorted(held.items())
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error, in [0, 1]: the mean distance of score and share, weighted by count.

    Source: Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning" (2015).
    """
    total = sum(each.count for each in bins)
    return sum(abs(each.score - each.right) * each.count for each in bins) / total if total else 0.0


def format_reliability(judged: dict[str, list[Judged]]) -> str:
    """Return a Markdown table with a row a bin for each name in `judged`, and its calibration error."""
    lines = ["| | score | count | mean score | right | error |", "|---|---|---|---|---|---|"]
    for name, rows in judged.items():
        bins = reliability(rows)
        first = [f"{calibration_error(bins):.3f}"] + [""] * len(bins)
        names = [name] + [""] * len(bins)
        lines += [
            f"| {shown} | {each.low:.2f}- | {each.count} | {each.score:.3f} | {each.right:.3f} | {error} |"
            for shown, error, each in zip(names, first, bins, strict=False)
        ]
    return "\n".join(lines)
