"""What a probability that the network gives is worth: how often it was right where it gave so much.

Monotone by label (isotonic regression after Zadrozny and Elkan 2002, over bins with a prior), so that the order of
scores stays the network's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995)
"""Where the bins of mean probability begin."""
_PRIOR = 10
"""How many entities of the label as a whole are mixed into each bin, since some bins are nearly empty."""

Calibration = Sequence[float]
"""The chance of being right in each bin."""


def fit(judged: Iterable[tuple[str, float, bool]]) -> dict[str, list[float]]:
    """Return each label's calibration from entities' labels and probabilities, and whether they were right.

    Examples
    --------
    >>> fit([("ORG", 0.99, True)] * 30 + [("ORG", 0.55, False)] * 30)["ORG"][1:3]
    [0.2, 0.5]
    """
    right: dict[str, list[int]] = {}
    found: dict[str, list[int]] = {}
    for label, p, is_right in judged:
        i = bisect_right(EDGES, p) - 1
        for counts, amount in ((right, int(is_right)), (found, 1)):
            counts.setdefault(label, [0] * len(EDGES))[i] += amount
    return {label: _monotone(right[label], found[label]) for label in sorted(found)}


def _monotone(right: Sequence[int], found: Sequence[int]) -> list[float]:
    """Return precisions that never fall, bins pooled where they would (pool adjacent violators)."""
    whole = sum(right) / sum(found)
    pools = [[r + _PRIOR * whole, n + _PRIOR, 1] for r, n in zip(right, found, strict=True)]
    i = 0
    while i + 1 < len(pools):
        if pools[i][0] / pools[i][1] > pools[i + 1][0] / pools[i + 1][1]:
            behind = pools.pop(i + 1)
            pools[i] = [a + b for a, b in zip(pools[i], behind, strict=True)]
            i = max(i - 1, 0)
        else:
            i += 1
    return [round(r / n, 3) for r, n, width in pools for _ in range(int(width))]


def calibrate(calibration: Calibration | None, p: float) -> float:
    """Return the chance of being right of an entity of mean probability `p`; without a calibration, `p`."""
    return p if calibration is None else calibration[bisect_right(EDGES, p) - 1]
