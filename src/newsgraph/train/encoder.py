"""Pretrain the recogniser's network on unlabelled news: guess characters that were masked.

Masked language modelling after Devlin et al. 2019, in runs of one to three characters, as Chinese words are;
the encoder is the recogniser's own, so that what it learns is taken over whole.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn.functional import cross_entropy

from newsgraph.tag.feature_tables import FeatureTables
from newsgraph.tag.hanlp_recogniser import TorchNetwork
from newsgraph.tag.pieces import pieces_of
from newsgraph.tag.recogniser import MAX_LENGTH
from newsgraph.train.settings import Settings
from newsgraph.train.torch_run import (
    batches_of_like_length,
    make_optimizer,
    put_aside,
    set_rate,
    take_over,
    take_up,
)

MASK = "□"
"""Stands for a masked character; its bigrams and words are unknown too."""
SHARE = 0.15
"""Of a text's characters, so many are masked."""
KEPT_MOMENTUM = 0.99
"""Of the mean loss that is logged."""


def mask_text(text: str, rng: random.Random) -> tuple[str, list[int]]:
    """Return `text` with runs of 1-3 characters masked, and where, at least one place in a text of any length.

    Examples
    --------
    >>> mask_text("青禾县委书记欧阳明出席", random.Random(1))
    ('青禾□□□记欧阳明出席', [2, 3, 4])
    """
    wanted, places = max(1, round(SHARE * len(text))), set[int]()
    while len(places) < wanted:
        start = rng.randrange(len(text))
        places.update(range(start, min(start + rng.randint(1, 3), len(text))))
    letters = [MASK if i in places else char for i, char in enumerate(text)]
    return "".join(letters), sorted(places)


class Pretrainer:
    """The recogniser's network with a layer that names the masked characters.

    Parameters
    ----------
    settings : Settings
        Sizes of the network, ``batch_chars``, ``learn_rate`` and ``seed``.
    tables : FeatureTables
        What the network knows of characters beforehand; their characters are those to be guessed.
    device : str, default 'cpu'
        Where torch computes: ``cpu``, ``cuda``.
    """

    def __init__(self, settings: Settings, tables: FeatureTables, *, device: str = "cpu") -> None:
        torch.manual_seed(settings.seed)
        self.settings, self.device = settings, device
        self.rng = random.Random(settings.seed)
        self.number = {char: i for i, char in enumerate(tables.chars.keys)}
        self.network = TorchNetwork(tables, n_tags=1, **settings.network()).to(device)
        self.guess = nn.Sequential(
            nn.Linear(2 * settings.hidden, 128), nn.GELU(), nn.Linear(128, len(self.number))
        ).to(device)
        self.optimizer = make_optimizer(settings, self.network, self.guess)
        self.done = 0
        self.loss = float("nan")

    def start_from(self, weights: Mapping[str, Any]) -> None:
        """Take over trained weights (torch's or numpy's) of some of the network's layers."""
        take_over(self.network, weights)

    def batches(self, texts: Sequence[str]) -> Iterator[list[str]]:
        """Yield batches of pieces of like length for ever, shuffled anew each round."""
        while True:
            chosen = list(texts)
            self.rng.shuffle(chosen)
            pieces = (piece for text in chosen for _, piece in pieces_of(text, MAX_LENGTH))
            yield from batches_of_like_length(pieces, self.settings.batch_chars, len, self.rng)

    def step(self, batch: Sequence[str], rate: float) -> float:
        """Update by one batch; return its loss, in nats a masked character."""
        masked = [mask_text(text, self.rng) for text in batch]
        states, _ = self.network.encode([text for text, _ in masked])
        spots = [
            (i, j, self.number[char])
            for i, (text, (_, places)) in enumerate(zip(batch, masked, strict=True))
            for j in places
            if (char := text[j]) in self.number
        ]
        if not spots:
            return self.loss
        rows, columns, gold = (list(part) for part in zip(*spots, strict=True))
        loss = cross_entropy(self.guess(states[rows, columns]), torch.tensor(gold, device=self.device))
        set_rate(self.optimizer, rate)
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimizer.step()
        return loss.item()

    def run(
        self,
        texts: Sequence[str],
        *,
        minutes: float,
        checkpoint: Path,
        log: Callable[[str], None],
        report_seconds: float = 120,
    ) -> None:
        """Train for `minutes`, beginning with `checkpoint` if it exists, and leave the run there.

        The learning rate falls to nothing over the call: a later call with more minutes begins it anew.
        """
        self.resume(checkpoint)
        began = said = time.monotonic()
        for batch in self.batches(texts):
            now = time.monotonic()
            progress = (now - began) / (60 * minutes)
            if progress >= 1:
                break
            loss = self.step(batch, self.settings.rate(progress))
            known = self.loss == self.loss
            self.loss = KEPT_MOMENTUM * self.loss + (1 - KEPT_MOMENTUM) * loss if known else loss
            self.done += sum(map(len, batch))
            if now - said >= report_seconds:
                log(f"{progress:.0%} of {minutes} minutes, {self.done} characters, loss {self.loss:.3f}")
                self.save(checkpoint)
                said = now
        self.save(checkpoint)
        log(f"{self.done} characters, loss {self.loss:.3f}")

    @staticmethod
    def weights(path: Path) -> dict[str, torch.Tensor]:
        """Return the network's weights of a run put aside at `path`."""
        held: dict[str, torch.Tensor] = torch.load(path, weights_only=True, map_location="cpu")["network"]
        return held

    def save(self, path: Path) -> None:
        """Put the run aside, whole or not at all."""
        held = {
            "network": self.network.state_dict(),
            "guess": self.guess.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "done": self.done,
            "loss": self.loss,
        }
        put_aside(held, path)

    def resume(self, path: Path) -> None:
        """Take up the run put aside at `path`, if there is one."""
        if held := take_up(path, self.device):
            self.network.load_state_dict(held["network"])
            self.guess.load_state_dict(held["guess"])
            self.optimizer.load_state_dict(held["optimizer"])
            self.done, self.loss = held["done"], held["loss"]
