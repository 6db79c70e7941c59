"""Train the HanLP recogniser (`newsgraph.tag.lexical_rnn`): one network, one slice of its tags per corpus.

As with the spaCy recogniser, what a corpus does not mark is unknown there, so each way of labelling has tags
of its own, and only those of this project's guidelines are kept.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import spacy
import torch
from hanlp.common.vocab import Vocab
from torch import Tensor
from torch.nn.functional import cross_entropy
from torch.optim.swa_utils import AveragedModel

from newsgraph.tag.feature_tables import FeatureTables
from newsgraph.tag.hanlp_tagger import HanlpTagger, pieces_of
from newsgraph.tag.lexical_rnn import LexicalRecogniser, LexicalRnn, digest_of
from newsgraph.train.corpora import Entity, Sample
from newsgraph.train.recogniser import MAIN, SILVER, Schedule
from newsgraph.train.run import Vary
from newsgraph.train.score import Score

Piece = tuple[str, tuple[str, ...]]
"""A sentence and its IOBES tags, one a character."""
T = TypeVar("T")
POOL = 24
"""Batches whose pieces are sorted by length together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RnnSettings(Schedule):
    """Sizes of the network and of the run; the defaults made the shipped model."""

    char_width: int = 32
    n_chars: int = 3000
    column_width: int = 12
    width: int = 160
    hidden: int = 224
    drop: float = 0.3
    max_length: int = 120
    learn_rate: float = 0.002
    batch_chars: int = 1400
    total_chars: int = 24_000_000
    seed: int = 1

    def network(self) -> dict[str, Any]:
        """Return the arguments of `LexicalRnn`."""
        names = "char_width", "n_chars", "column_width", "width", "hidden", "drop"
        return {name: getattr(self, name) for name in names}


def to_pieces(sample: Sample, max_length: int) -> Iterator[Piece]:
    """Yield the pieces that the tagger would give HanLP, tagged; an entity across a border is left out.

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


def batches_of_like_length(
    pieces: Iterable[T], batch_chars: int, length: Callable[[T], int], rng: Any
) -> Iterator[list[T]]:
    """Yield batches of about `batch_chars` characters; `POOL` of them are sorted by length together."""
    pool: list[T] = []
    size = 0
    for piece in pieces:
        pool.append(piece)
        size += length(piece)
        if size >= POOL * batch_chars:
            yield from _cut(pool, batch_chars, length, rng)
            pool, size = [], 0
    yield from _cut(pool, batch_chars, length, rng)


def _cut(pool: Sequence[T], batch_chars: int, length: Callable[[T], int], rng: Any) -> Iterator[list[T]]:
    batches: list[list[T]] = [[]]
    size = 0
    for piece in sorted(pool, key=length):
        if size >= batch_chars:
            batches.append([])
            size = 0
        batches[-1].append(piece)
        size += length(piece)
    rng.shuffle(batches)
    yield from (batch for batch in batches if batch)


def _length(piece: Piece) -> int:
    return len(piece[0])


def _follow(average: Tensor, now: Tensor, n: Tensor | int) -> Tensor:
    """Return the running average after `n` updates: fast at first, later over about a thousand of them."""
    return average + (1 - min(0.999, (1 + int(n)) / (10 + int(n)))) * (now - average)


class RnnTrainer:
    """The network with the tags of all corpora, its average, and the optimizer.

    Parameters
    ----------
    corpora : Mapping[str, Sequence[Sample]]
        By head; ``"main"`` among them. ``"silver"`` shares the main one's tags.
    """

    def __init__(
        self, settings: RnnSettings, tables: FeatureTables, corpora: Mapping[str, Sequence[Sample]]
    ) -> None:
        random.seed(settings.seed)
        torch.manual_seed(settings.seed)
        self.settings, self.tables, self.corpora = settings, tables, corpora
        self.slices: dict[str, tuple[int, dict[str, int]]] = {}
        n_tags = 0
        for name in sorted(corpora, key=lambda name: (name != MAIN, name)):
            if name != SILVER:
                tags = tags_of(corpora[name])
                self.slices[name] = n_tags, {tag: i for i, tag in enumerate(tags)}
                n_tags += len(tags)
        self.network = LexicalRnn(tables, n_tags=n_tags, **settings.network())
        self.average = AveragedModel(self.network, avg_fn=_follow)
        self.optimizer = torch.optim.AdamW(self.network.parameters(), settings.learn_rate, weight_decay=0.01)

    def batches(self, name: str, vary: Callable[[Sample], Sample] | None) -> Iterator[list[Piece]]:
        """Yield batches of about ``batch_chars`` characters for ever, of pieces of like length."""
        while True:
            samples = list(self.corpora[name])
            random.shuffle(samples)
            pieces = (
                piece
                for sample in samples
                for piece in to_pieces(vary(sample) if vary else sample, self.settings.max_length)
            )
            yield from batches_of_like_length(pieces, self.settings.batch_chars, _length, random)

    def start_from(self, pretrained: Path) -> None:
        """Take over the weights that `newsgraph.train.encoder` left at `pretrained`, not those of the tags."""
        weights = torch.load(pretrained, weights_only=True, map_location="cpu")["network"]
        kept = {name: value for name, value in weights.items() if not name.startswith("out.")}
        for network in (self.network, self.average.module):
            network.load_state_dict(kept, strict=False)

    def step(self, name: str, batch: Sequence[Piece], progress: float) -> float:
        """Update the network by a batch of a corpus; return the loss. `progress` sets the rate."""
        rate = self.settings.rate(progress)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        first, number = self.slices[MAIN if name == SILVER else name]
        scores, mask = self.network([text for text, _ in batch])
        gold = torch.tensor([number[tag] for _, tags in batch for tag in tags])
        loss: Tensor = cross_entropy(scores[..., first : first + len(number)][mask], gold)
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimizer.step()
        self.average.update_parameters(self.network)
        return loss.item()

    def component(self) -> LexicalRecogniser:
        """Return HanLP's component with the averaged network and the main corpus's tags alone."""
        first, number = self.slices[MAIN]
        network = LexicalRnn(self.tables, n_tags=len(number), **self.settings.network())
        weights = self.average.module.state_dict()
        for name in ("out.weight", "out.bias"):
            weights[name] = weights[name][first : first + len(number)]
        network.load_state_dict(weights)
        component = LexicalRecogniser()
        component.model = network.eval()
        component.vocabs["tag"] = Vocab(idx_to_token=list(number), pad_token=None, unk_token=None)
        component.vocabs["token"] = Vocab()
        component.vocabs.lock()
        component.config.update(
            self.settings.network(),
            tables=digest_of(self.tables),
            batch_size=32,
            token_key="token",
            token_delimiter="",
            tagging_scheme="IOBES",
        )
        return component

    def save(self, path: Path, done: int) -> None:
        """Put the run aside after `done` characters, whole or not at all."""
        held = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "done": done,
        }
        fresh = path.with_suffix(".new")
        torch.save(held, fresh)
        fresh.replace(path)

    def resume(self, path: Path) -> int:
        """Take up the run put aside at `path`, if there is one; return how many characters it has seen."""
        if not path.exists():
            return 0
        held = torch.load(path, weights_only=True)
        self.network.load_state_dict(held["network"])
        self.average.load_state_dict(held["average"])
        self.optimizer.load_state_dict(held["optimizer"])
        return int(held["done"])


def train_rnn(
    trainer: RnnTrainer,
    *,
    checkpoint: Path,
    minutes: float,
    log: Callable[[str], None],
    report: Callable[[LexicalRecogniser], None],
    vary: Vary | None = None,
) -> LexicalRecogniser | None:
    """Train until ``total_chars`` characters were seen, or put the run aside after `minutes`.

    Returns
    -------
    LexicalRecogniser | None
        The component with averaged weights; ``None`` while the run is not done.
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
        name = settings.choose(trainer.corpora, progress, rng)
        batch = next(feeds[name])
        losses.append(trainer.step(name, batch, progress))
        done += sum(len(text) for text, _ in batch)
        if done >= report_at:
            mean = sum(losses) / len(losses)
            log(f"{done / settings.total_chars:.0%} of {settings.total_chars} characters, loss {mean:.4f}")
            report(trainer.component())
            trainer.save(checkpoint, done)
            report_at, losses = done + settings.report_chars, []
    return trainer.component()


def save_component(component: LexicalRecogniser, folder: Path) -> None:
    """Write what ``hanlp.load`` reads: config, tags, and the weights in half precision."""
    folder.mkdir(parents=True, exist_ok=True)
    component.save_config(str(folder))
    component.save_vocabs(str(folder))
    weights = {name: value.half() for name, value in component.model.state_dict().items()}
    torch.save(weights, folder / "model.pt")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    (folder / "config.json").write_text(
        json.dumps(config, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def score_component(component: Any, texts: Iterable[tuple[str, Iterable[Entity]]]) -> Score:
    """Return the score of a HanLP component behind the tagger's adapter on (text, gold) pairs."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsgraph.CodePointTokenizer.v1"}}})
    tagger = HanlpTagger(component)
    score = Score()
    for text, gold in texts:
        ents = tagger(nlp.make_doc(text)).ents
        score.add(((s, e, t) for s, e, t in gold), ((x.start, x.end, x.label_) for x in ents))
    return score
