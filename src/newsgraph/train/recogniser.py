"""Train the statistical recogniser: one shared network, one spaCy ``ner`` head for each way of labelling.

Every corpus has its own head, since what a corpus does not mark is unknown there, not negative. Only the
head of this project's guidelines is kept. The share of foreign corpora falls to nothing over the run, the
learning rate too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.training import Example
from spacy.util import registry
from thinc.api import Adam, Model, NumpyOps, set_current_ops

# The config names the tokenizer and the network; importing their modules registers both.
from newsgraph.tag import features, tokenizer  # noqa: F401
from newsgraph.tag.feature_tables import FeatureTables
from newsgraph.train.checkpoint import load_checkpoint, save_checkpoint
from newsgraph.train.corpora import Sample

MAIN = "main"
"""The head that is kept, and the corpora that are labelled for it."""
SILVER = "silver"
"""Texts that an earlier model and the grammar labelled; they train the main head."""
SILVER_WEIGHT = 3
"""How much oftener they are used than a foreign corpus of their size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How a run goes through its corpora, and how fast it learns."""

    learn_rate: float = 0.001
    batch_chars: int = 700
    foreign_share: float = 0.8
    main_only_from: float = 0.8
    total_chars: int = 17_000_000
    report_chars: int = 1_000_000
    seed: int = 1

    def rate(self, progress: float) -> float:
        """Return the learning rate at `progress` (0-1): a short rise, then down to a hundredth."""
        return self.learn_rate * min(1.0, 20 * progress + 0.05) * max(1.0 - progress, 0.01)

    def choose(self, corpora: Mapping[str, Sequence[Sample]], progress: float, rng: random.Random) -> str:
        """Return the corpus to train on: others than the main one ever less, later none."""
        foreign = [name for name in corpora if name != MAIN]
        share = self.foreign_share * (1 - progress / self.main_only_from)
        if not foreign or rng.random() >= share:
            return MAIN
        sizes = {name: sum(len(s.text) for s in corpora[name]) for name in foreign}
        weights = [sizes[name] ** 0.5 * (SILVER_WEIGHT if name == SILVER else 1) for name in foreign]
        return rng.choices(foreign, weights)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Schedule):
    """Sizes of the network and of the run; the defaults made the shipped model."""

    vector_widths: tuple[int, int, int] = (70, 48, 48)
    column_width: int = 12
    char_width: int = 32
    n_chars: int = 3000
    width: int = 128
    pieces: int = 2
    dilations: tuple[int, ...] = (1, 1, 2, 2, 4, 1)
    hidden_width: int = 64
    vector_dropout: float = 0.1
    dropout: float = 0.2

    def tok2vec_config(self) -> dict[str, Any]:
        """Return the arguments of the network's architecture."""
        names = "column_width", "char_width", "n_chars", "width", "pieces", "vector_dropout"
        chosen: dict[str, Any] = {name: getattr(self, name) for name in names}
        return chosen | {"vector_widths": list(self.vector_widths), "dilations": list(self.dilations)}

    def ner_config(self) -> dict[str, Any]:
        """Return the config of spaCy's ``ner`` over that network."""
        return {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": "ner",
            "extra_state_tokens": True,
            "hidden_width": self.hidden_width,
            "maxout_pieces": 2,
            "use_upper": True,
            "tok2vec": {"@architectures": "newsgraph.LexicalTok2Vec.v1", **self.tok2vec_config()},
        }


def blank_pipeline(settings: Settings) -> Language:
    """Return a pipeline with an untrained ``ner``, one token a code point."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsgraph.CodePointTokenizer.v1"}}})
    nlp.add_pipe("ner", config={"model": settings.ner_config()})
    return nlp


def _set_tables(model: Model[Any, Any], tables: FeatureTables) -> None:
    for node in model.walk():
        if node.name == "lexical_embed":
            node.attrs["tables"] = tables


def to_example(nlp: Language, sample: Sample) -> Example:
    """Return a training example of `sample`, offsets being token indices."""
    return Example.from_dict(nlp.make_doc(sample.text), {"entities": list(sample.ents)})


class Trainer:
    """The shared network with its heads, and the optimizer's state.

    Parameters
    ----------
    corpora : Mapping[str, Sequence[Sample]]
        By head; ``"main"`` among them.
    """

    def __init__(
        self, settings: Settings, tables: FeatureTables, corpora: Mapping[str, Sequence[Sample]]
    ) -> None:
        random.seed(settings.seed)
        np.random.seed(settings.seed)
        set_current_ops(NumpyOps(use_blis=False))
        self.settings, self.corpora = settings, corpora
        self.nlp = blank_pipeline(settings)
        self.heads: dict[str, Any] = {MAIN: self.nlp.get_pipe("ner")}
        shared = self._shared(self.heads[MAIN])
        for name in corpora:
            if name not in (MAIN, SILVER):
                self.heads[name] = self._make_head(shared)
        for name, head in self.heads.items():
            _set_tables(head.model, tables)
            few = [to_example(self.nlp, sample) for sample in corpora[name][:100]]
            head.initialize(lambda few=few: few, nlp=self.nlp)
        self.optimizer = Adam(settings.learn_rate, L2=0.01, grad_clip=1.0, use_averages=True)

    @staticmethod
    def _shared(head: Any) -> Model[Any, Any]:
        shared: Model[Any, Any] = head.model.get_ref("tok2vec").layers[0]
        return shared

    def _make_head(self, shared: Model[Any, Any]) -> EntityRecognizer:
        architecture = registry.architectures.get("spacy.TransitionBasedParser.v2")
        config = {k: v for k, v in self.settings.ner_config().items() if not k.startswith("@")}
        return EntityRecognizer(self.nlp.vocab, architecture(**(config | {"tok2vec": shared})))

    def batches(self, name: str) -> Iterator[list[Sample]]:
        """Yield batches of about ``batch_chars`` characters for ever, shuffled anew each round."""
        while True:
            samples = list(self.corpora[name])
            random.shuffle(samples)
            batch: list[Sample] = []
            for sample in samples:
                batch.append(sample)
                if sum(len(s.text) for s in batch) >= self.settings.batch_chars:
                    yield batch
                    batch = []

    def step(self, name: str, batch: Sequence[Sample], progress: float) -> float:
        """Update the shared network and the head of a corpus; return the loss. `progress` sets the rate."""
        self.optimizer.learn_rate = self.settings.rate(progress)
        examples = [to_example(self.nlp, sample) for sample in batch]
        losses: dict[str, float] = {}
        head = self.heads[MAIN if name == SILVER else name]
        head.update(examples, drop=self.settings.dropout, sgd=self.optimizer, losses=losses)
        return sum(losses.values())

    def averaged(self) -> Any:
        """Return a context in which the main head has the running averages of its weights."""
        return self.heads[MAIN].model.use_params(self.optimizer.averages)

    def keep_averages(self) -> None:
        """Make the running averages the weights of the main head."""
        for node in self.heads[MAIN].model.walk():
            for name in node.param_names:
                average = self.optimizer.averages.get((node.id, name))
                if average is not None:
                    node.set_param(name, average)

    def start_from(self, other: Language) -> None:
        """Take over the weights of another recogniser's network, not those of its head.

        Raises
        ------
        ValueError
            If that network has other sizes.
        """
        theirs = other.get_pipe("ner").model.get_ref("tok2vec").layers[0]  # type: ignore[attr-defined]
        nodes = zip(self._shared(self.heads[MAIN]).walk(), theirs.walk(), strict=True)
        for node, source in nodes:
            for name in node.param_names:
                if node.get_param(name).shape != source.get_param(name).shape:
                    raise ValueError(f"{node.name}: {name} is of another size there; want the same settings")
                node.set_param(name, source.get_param(name).copy())

    def save(self, path: Path, done: int) -> None:
        """Put the run aside after `done` characters."""
        models = [head.model for head in self.heads.values()]
        save_checkpoint(path, models, self.optimizer, done=done)

    def resume(self, path: Path) -> int:
        """Take up the run put aside at `path`, if there is one; return how many characters it has seen."""
        if not path.exists():
            return 0
        models = [head.model for head in self.heads.values()]
        return int(load_checkpoint(path, models, self.optimizer)["done"])
