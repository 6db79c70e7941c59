"""Exact-span precision, recall and F1 per label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.language import Language

from newsgraph.train.corpora import Entity


@dataclass(slots=True)
class Score:
    """Counts by label; ``"all"`` sums them."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Iterable[Entity], found: Iterable[Entity]) -> None:
        """Count one text's gold and predicted entities."""
        wanted, got = set(gold), set(found)
        for counter, ents in ((self.gold, wanted), (self.found, got), (self.right, wanted & got)):
            for _, _, label in ents:
                counter[label] += 1
                counter["all"] += 1

    def precision(self, label: str = "all") -> float:
        """Return the share of what was found that is right; 0 where nothing was found."""
        return self.right[label] / max(self.found[label], 1)

    def recall(self, label: str = "all") -> float:
        """Return the share of the gold that was found; 0 where there is none."""
        return self.right[label] / max(self.gold[label], 1)

    def f1(self, label: str = "all") -> float:
        """Return F1 in [0, 1]; 0 where nothing is gold or found."""
        both = self.gold[label] + self.found[label]
        return 2 * self.right[label] / both if both else 0.0

    def __str__(self) -> str:
        labels = ["all", *sorted(label for label in self.gold if label != "all")]
        return " ".join(f"{label} {self.f1(label):.3f}" for label in labels)


def score_texts(nlp: Language, texts: Iterable[tuple[str, Iterable[Entity]]]) -> Score:
    """Return the score of `nlp`'s entities on (text, gold) pairs; gold may nest, and all of it counts."""
    score = Score()
    for doc, gold in nlp.pipe(texts, as_tuples=True, batch_size=16):
        score.add(((s, e, t) for s, e, t in gold), ((x.start, x.end, x.label_) for x in doc.ents))
    return score
