"""Names of the corpora, sizes of the network, and how a run goes through its corpora; needs no torch."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from newsgraph.tag.network import SIZES
from newsgraph.train.corpora import Sample

MAIN = "main"
"""The head that is kept, and the corpora that are labelled for it."""
SILVER = "silver"
"""Texts that an earlier model and the grammar labelled; they train the main head."""
WORDS = "words"
"""Texts whose words and word classes a lexical analyser told."""
Vary = Callable[[Sample, random.Random], Sample]
"""Makes another sample of one of the main corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Sizes of the network and of the run; the defaults made the shipped model."""

    char_width: int = 32
    n_chars: int = 3000
    column_width: int = 12
    width: int = 160
    hidden: int = 224
    lexical_hidden: int = 128
    drop: float = 0.3
    learn_rate: float = 0.002
    lexical_rate: float = 0.3
    """Of the learning rate, for the lexical encoder, which comes pretrained."""
    pretrained_rate: float = 0.1
    """The same for an encoder of many layers beside it (`newsgraph.train.pretrained`), where there is one."""
    consistency: float = 0.0
    """Weight in the loss of how far two readings of a batch with other dropout lie apart (R-Drop; Liang et al. 2021,
    arXiv:2106.14448). Above zero, a step takes twice the time."""
    batch_chars: int = 1400
    batches_a_step: int = 2
    foreign_share: float = 0.8
    foreign_end: float = 0.5
    shares: Mapping[str, float] = field(
        default_factory=lambda: {SILVER: 60, WORDS: 20, "msra": 8, "clue": 6, "pfr": 3, "resume": 2}
    )
    """How often each of the other corpora is used, to one another."""
    total_chars: int = 27_000_000
    report_chars: int = 1_000_000
    seed: int = 1

    def network(self) -> dict[str, Any]:
        """Return the arguments of `TorchNetwork`."""
        return {name: getattr(self, name) for name in SIZES}

    def rate(self, progress: float) -> float:
        """Return the learning rate at `progress` (0-1): a short rise, then down to a hundredth."""
        return self.learn_rate * min(1.0, 20 * progress + 0.05) * max(1.0 - progress, 0.01)

    def of_words(self, total_chars: int) -> Settings:
        """Return the settings of the stage before: words above all, at a steady share."""
        shares = {**self.shares, WORDS: 70, SILVER: 18}
        return replace(self, total_chars=total_chars, foreign_share=0.93, foreign_end=0.93, shares=shares)

    def choose(self, corpora: Mapping[str, Sequence[Sample]], progress: float, rng: random.Random) -> str:
        """Return the corpus to train on: others than the main one ever less."""
        foreign = [name for name in corpora if name != MAIN]
        share = self.foreign_share + (self.foreign_end - self.foreign_share) * progress
        if not foreign or rng.random() >= share:
            return MAIN
        return rng.choices(foreign, [self.shares[name] for name in foreign])[0]
