"""Counts of one row of the score: what was found, what was missed, what was invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from newsgraph.evaluate.matching import Match


@dataclass(slots=True)
class Tally:
    """True positives, false positives and false negatives of one row, with a line for every error."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to find and nothing was found; such a row is not printed."""
        return not (self.tp or self.fp or self.fn)

    @property
    def precision(self) -> float:
        """Share of the found that is right, in [0, 1]; 0 where nothing was found."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """Share of the gold that was found, in [0, 1]; 0 where the gold has nothing."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in [0, 1]."""
        return _ratio(2 * self.precision * self.recall, self.precision + self.recall)

    def to_dict(self) -> dict[str, float | int]:
        """Return the row as numbers, the three ratios rounded to four places."""
        return {
            "p": round(self.precision, 4),
            "r": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "tp": self.tp,
            "fp": self.fp,
            "fn": self.fn,
        }

    def check(self, right: bool, error: str, *, answered: bool = True) -> None:
        """Count one thing of the gold; where it is not `right` it is a miss, and an extra if `answered`."""
        if right:
            self.tp += 1
            return
        self.fn += 1
        self.fp += answered
        self.errors.append(error)

    def invent(self, error: str) -> None:
        """Count one thing found that the gold does not have."""
        self.fp += 1
        self.errors.append(error)

    def miss(self, error: str) -> None:
        """Count one thing of the gold that was not found."""
        self.fn += 1
        self.errors.append(error)

    def add_match(self, match: Match[Any, Any], show: Callable[[Any], str] = str) -> None:
        """Count a matching; `show` words what was missed or is extra."""
        self.tp += len(match.pairs)
        for gold in match.missed:
            self.miss(f"missed {show(gold)}")
        for found in match.extra:
            self.invent(f"extra  {show(found)}")

    def add_counts(self, other: Tally) -> None:
        """Add the counts of another row, not its errors."""
        self.tp += other.tp
        self.fp += other.fp
        self.fn += other.fn

    @classmethod
    def total(cls, rows: Iterable[Tally]) -> Tally:
        """Return the sum of the counts of `rows`, without errors."""
        result = cls()
        for row in rows:
            result.add_counts(row)
        return result


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
