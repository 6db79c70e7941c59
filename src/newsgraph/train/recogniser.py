"""Train the recogniser with torch: one network, one slice of its tags for each way of labelling.

What a corpus does not mark is unknown there, not negative; only the tags of this project's guidelines are kept. The
share of other corpora falls over the run, the learning rate to nothing.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import kl_div, nll_loss
from torch.optim.swa_utils import AveragedModel

from newsgraph.tag.feature_tables import FeatureTables
from newsgraph.tag.hanlp_recogniser import TorchNetwork
from newsgraph.tag.network import Network
from newsgraph.tag.pieces import pieces_of
from newsgraph.tag.recogniser import MAX_LENGTH
from newsgraph.train.corpora import Sample
from newsgraph.train.pretrained import EncodedNetwork, EncodedRecogniser, PretrainedEncoder
from newsgraph.train.settings import MAIN, SILVER, Settings, Vary
from newsgraph.train.torch_run import (
    batches_of_like_length,
    make_optimizer,
    put_aside,
    set_rate,
    take_over,
    take_up,
)

Piece = tuple[str, tuple[str, ...]]
"""A sentence and its IOBES tags, one a character."""


def to_pieces(sample: Sample, max_length: int = MAX_LENGTH) -> Iterator[Piece]:
    """Yield the pieces that the tagger would read, tagged; an entity across a border is left out.

    Examples
    --------
    >>> list(to_pieces(Sample("在市委。陶青山说", ((1, 3, "ORG"), (4, 7, "PERSON"))), 9))
    [('在市委。', ('O', 'B-ORG', 'E-ORG', 'O')), ('陶青山说', ('B-PERSON', 'I-PERSON', 'E-PERSON', 'O'))]
    """
    for start, text in pieces_of(sample.text, max_length):
        tags = ["O"] * len(text)
        for s, e, label in sample.ents:
            s, e = s - start, e - start
            if s >= 0 and e <= len(text):
                tags[s:e] = [f"S-{label}"] if e - s == 1 else iobes(e - s, label)
        yield text, tuple(tags)


def iobes(length: int, label: str) -> list[str]:
    """Return the tags of an entity of `length` characters, 2 or more."""
    return [f"B-{label}", *[f"I-{label}"] * (length - 2), f"E-{label}"]


def tags_of(samples: Sequence[Sample]) -> list[str]:
    """Return the tags that `samples` can need, ``O`` first."""
    labels = sorted({label for sample in samples for _, _, label in sample.ents})
    return ["O", *(f"{place}-{label}" for label in labels for place in "BIES")]


def _length(piece: Piece) -> int:
    return len(piece[0])


def _follow(average: Tensor, now: Tensor, n: Tensor | int) -> Tensor:
    """Return the running average after `n` updates: fast at first, later over about a thousand of them."""
    return average + (1 - min(0.999, (1 + int(n)) / (10 + int(n)))) * (now - average)


def divergence(logp: Tensor, other: Tensor) -> Tensor:
    """Return how far two readings, log-probabilities ``(characters, tags)``, lie apart: the Kullback-Leibler divergence
    of a character's tags, the mean of both ways."""
    there = kl_div(logp, other, log_target=True, reduction="batchmean")
    back = kl_div(other, logp, log_target=True, reduction="batchmean")
    return (there + back) / 2


class Trainer:
    """The network with the tags of all corpora, its average, and the optimizer.

    Parameters
    ----------
    corpora : Mapping[str, Sequence[Sample]]
        By head; ``"main"`` among them. ``"silver"`` shares the main one's tags, each other one has its own.
    device : str, default 'cpu'
        Where torch computes: ``cpu``, ``cuda``.
    encoder : PretrainedEncoder, optional
        Beside the network's window; it computes on the CPU.
    marked : Mapping[str, Collection[str]], optional
        By corpus that has the main one's labels and marks these alone: what is unmarked there may be anything else.
    """

    def __init__(
        self,
        settings: Settings,
        tables: FeatureTables,
        corpora: Mapping[str, Sequence[Sample]],
        *,
        device: str = "cpu",
        encoder: PretrainedEncoder | None = None,
        marked: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        random.seed(settings.seed)
        torch.manual_seed(settings.seed)
        self.settings, self.tables, self.corpora, self.device = settings, tables, corpora, device
        self.slices: dict[str, tuple[int, dict[str, int]]] = {}
        n_tags = 0
        for name in sorted(corpora, key=lambda name: (name != MAIN, name)):
            if name != SILVER and name not in (marked or {}):
                tags = tags_of(corpora[name])
                self.slices[name] = n_tags, {tag: i for i, tag in enumerate(tags)}
                n_tags += len(tags)
        self.network = (
            EncodedNetwork(tables, encoder, n_tags=n_tags, **settings.network())
            if encoder
            else TorchNetwork(tables, n_tags=n_tags, **settings.network())
        ).to(device)
        self.average = AveragedModel(self.network, avg_fn=_follow)
        self.optimizer = make_optimizer(settings, self.network)
        _, number = self.slices[MAIN]
        self.unmarked = {
            name: torch.tensor([tag[2:] not in labels for tag in number], device=device)
            for name, labels in (marked or {}).items()
        }

    def batches(self, name: str, vary: Callable[[Sample], Sample] | None) -> Iterator[list[Piece]]:
        """Yield batches of about ``batch_chars`` characters for ever, of pieces of like length."""
        while True:
            samples = list(self.corpora[name])
            random.shuffle(samples)
            pieces = (piece for sample in samples for piece in to_pieces(vary(sample) if vary else sample))
            yield from batches_of_like_length(pieces, self.settings.batch_chars, _length, random)

    def start_from(self, weights: Mapping[str, Any]) -> None:
        """Take over trained or pretrained weights (torch's or numpy's) of all layers but that of the tags."""
        for network in (self.network, self.average.module):
            take_over(network, weights)

    def step(self, batches: Sequence[tuple[str, Sequence[Piece]]], progress: float) -> float:
        """Update the network by batches, each of a corpus; return their mean loss. `progress` sets the rate."""
        set_rate(self.optimizer, self.settings.rate(progress))
        self.optimizer.zero_grad()
        total = 0.0
        for name, batch in batches:
            loss = self._loss(name, batch) / len(batches)
            loss.backward()  # type: ignore[no-untyped-call]
            total += loss.item()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimizer.step()
        self.average.update_parameters(self.network)
        return total

    def _loss(self, name: str, batch: Sequence[Piece]) -> Tensor:
        first, number = self.slices.get(name, self.slices[MAIN])
        gold = torch.tensor([number[tag] for _, tags in batch for tag in tags], device=self.device)

        def read() -> Tensor:
            scores, mask = self.network([text for text, _ in batch])
            logp: Tensor = scores[..., first : first + len(number)][mask].log_softmax(1)
            return logp

        logp = read()
        if not self.settings.consistency:
            return self._of_tags(name, logp, gold)
        again = read()  # other dropout
        both = (self._of_tags(name, logp, gold) + self._of_tags(name, again, gold)) / 2
        return both + self.settings.consistency * divergence(logp, again)

    def _of_tags(self, name: str, logp: Tensor, gold: Tensor) -> Tensor:
        """Return the loss of ``(characters, tags)`` log-probabilities where corpus `name` has the tags `gold`."""
        if name not in self.unmarked:
            return nll_loss(logp, gold)
        any_other = logp[:, self.unmarked[name]].logsumexp(1)
        is_marked = logp.gather(1, gold[:, None])[:, 0]
        outside = self.slices[MAIN][1]["O"]
        return -torch.where(gold == outside, any_other, is_marked).mean()

    def trained(self) -> Network:
        """Return the averaged network with the main corpus's tags alone."""
        first, number = self.slices[MAIN]
        if isinstance(network := self.average.module, EncodedNetwork):
            return EncodedRecogniser(network, list(number), first)
        weights = {name: value.cpu().numpy() for name, value in self.average.module.state_dict().items()}
        for name in ("out.weight", "out.bias"):
            weights[name] = weights[name][first : first + len(number)]
        return Network(self.tables, list(number), weights)

    def save(self, path: Path, done: int) -> None:
        """Put the run aside after `done` characters, whole or not at all."""
        held = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "done": done,
        }
        put_aside(held, path)

    def resume(self, path: Path) -> int:
        """Take up the run put aside at `path`, if there is one; return how many characters it has seen."""
        held = take_up(path, self.device)
        if held is None:
            return 0
        self.network.load_state_dict(held["network"])
        self.average.load_state_dict(held["average"])
        self.optimizer.load_state_dict(held["optimizer"])
        return int(held["done"])


def train(
    trainer: Trainer,
    *,
    checkpoint: Path,
    minutes: float,
    log: Callable[[str], None],
    report: Callable[[Network], None],
    vary: Vary | None = None,
) -> Network | None:
    """Train until ``total_chars`` characters were seen, or put the run aside after `minutes`.

    Returns
    -------
    Network | None
        With averaged weights; ``None`` while the run is not done.
    """
    settings = trainer.settings
    done = trainer.resume(checkpoint)
    rng = random.Random(settings.seed + done)
    feeds = {
        name: trainer.batches(name, (lambda s: vary(s, rng)) if name == MAIN and vary else None)
        for name in trainer.corpora
    }
    until, report_at, losses = time.monotonic() + 60 * minutes, done + settings.report_chars, []
    while done < settings.total_chars:
        if time.monotonic() > until:
            trainer.save(checkpoint, done)
            return None
        progress = done / settings.total_chars
        names = [settings.choose(trainer.corpora, progress, rng) for _ in range(settings.batches_a_step)]
        batches = [(name, next(feeds[name])) for name in names]
        losses.append(trainer.step(batches, progress))
        done += sum(len(text) for _, batch in batches for text, _ in batch)
        if done >= report_at:
            mean = sum(losses) / len(losses)
            log(f"{done / settings.total_chars:.0%} of {settings.total_chars} characters, loss {mean:.4f}")
            report(trainer.trained())
            trainer.save(checkpoint, done)
            report_at, losses = done + settings.report_chars, []
    trainer.save(checkpoint, done)
    return trainer.trained()
