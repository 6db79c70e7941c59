"""What each part of the recogniser's training is worth: ``python models/ablate.py [--chars 2000000]``.

Trains it anew, for fewer characters than the shipped one, with all parts and with one part less, and prints F1
of all labels on the dev texts, a line a run. Runs whose line stands in ``--work/ablation.tsv`` are not done again.
Needs what ``models/train.py`` left in its work folder (``--parts``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click
import numpy as np
import torch

from newsgraph.tag.feature_tables import FeatureTables, VectorTable
from newsgraph.tag.model_files import MODEL_NAME, load_recogniser, tables_of
from newsgraph.train.corpora import Sample, read_samples
from newsgraph.train.encoder import Pretrainer
from newsgraph.train.lexical import lexical_weights
from newsgraph.train.recogniser import Trainer, train
from newsgraph.train.run import (
    ARTICLES_FILE,
    SILVER_FILE,
    WORDS_FILE,
    load_corpora,
    load_tests,
    make_augmenter,
    to_pipeline,
)
from newsgraph.train.score import score_texts
from newsgraph.train.settings import MAIN, SILVER, WORDS, Settings

HERE = Path(__file__).resolve().parent


def without_vectors(tables: FeatureTables) -> FeatureTables:
    """Return `tables` whose vectors say nothing; the words and characters they are of stay."""

    def blank(table: VectorTable) -> VectorTable:
        return VectorTable(table.keys, np.zeros_like(table.vectors))

    return replace(
        tables, chars=blank(tables.chars), bigrams=blank(tables.bigrams), words=blank(tables.words)
    )


def without_encoder(tables: FeatureTables) -> FeatureTables:
    """Return `tables` that give the lexical encoder nothing to read."""
    return replace(tables, lexical=VectorTable(tables.lexical.keys, np.zeros_like(tables.lexical.vectors)))


def without_lexicons(tables: FeatureTables) -> FeatureTables:
    """Return `tables` that know no division, country or surname."""
    return replace(tables, full={}, short={}, surnames=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run has; by default all. `corpora` of ``None`` are all of them."""

    change: Callable[[FeatureTables], FeatureTables] = lambda tables: tables
    corpora: tuple[str, ...] | None = None
    varied: bool = True
    lexical: bool = True
    pretrained: bool = True


FOREIGN = ("msra", "clue", "resume", "pfr")
FREE = "ours"
RUNS = {
    "all": Run(),
    "no pretraining": Run(pretrained=False),
    "no lexical encoder": Run(change=without_encoder, lexical=False, pretrained=False),
    "no fixed vectors": Run(change=without_vectors, pretrained=False),
    "no lexicons": Run(change=without_lexicons),
    "no silver": Run(corpora=(MAIN, WORDS, *FOREIGN)),
    "no words": Run(corpora=(MAIN, SILVER, *FOREIGN)),
    "no other corpora": Run(corpora=(MAIN, SILVER, WORDS)),
    "no variation": Run(varied=False),
    "our own texts alone, no vectors": Run(change=without_vectors, corpora=(FREE,), pretrained=False),
}
"""The last is what can be made from material free of terms but attribution (the encoder is Apache-2.0)."""


def choose(corpora: Mapping[str, list[Sample]], run: Run, shared: Path) -> Mapping[str, list[Sample]]:
    """Return the corpora of `run`."""
    if run.corpora == (FREE,):
        return {
            MAIN: read_samples(shared / "data/newsgraph-zh/train.jsonl") + read_samples(HERE / ARTICLES_FILE)
        }
    return corpora if run.corpora is None else {name: corpora[name] for name in run.corpora}


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared")
@click.option("--work", type=click.Path(path_type=Path), default=HERE.parent / "build" / "ablate")
@click.option("--parts", type=click.Path(path_type=Path), default=HERE.parent / "build" / "train")
@click.option("--chars", default=2_000_000, show_default=True, help="Characters that each run sees.")
def main(shared: Path, work: Path, parts: Path, chars: int) -> None:
    torch.set_num_threads(1)
    work.mkdir(parents=True, exist_ok=True)
    results = work / "ablation.tsv"
    known = results.read_text(encoding="utf-8").splitlines() if results.exists() else []
    corpora = load_corpora(shared, HERE)
    corpora |= {SILVER: read_samples(parts / SILVER_FILE), WORDS: read_samples(parts / WORDS_FILE)}
    tests = load_tests(shared)
    tables = tables_of(load_recogniser(HERE / MODEL_NAME))
    settings = replace(Settings(), total_chars=chars, report_chars=chars)
    for name, run in RUNS.items():
        if any(line.startswith(name + "\t") for line in known):
            continue
        folder = work / name.replace(" ", "-")
        folder.mkdir(exist_ok=True)
        trainer = Trainer(settings, run.change(tables), choose(corpora, run, shared))
        if run.lexical:
            trainer.start_from(lexical_weights())
        if run.pretrained and (parts / "encoder.pt").exists():
            trainer.start_from(Pretrainer.weights(parts / "encoder.pt"))
        network = train(
            trainer,
            checkpoint=folder / "checkpoint.pt",
            minutes=600,
            log=click.echo,
            report=lambda network: None,
            vary=make_augmenter(shared, corpora) if run.varied else None,
        )
        assert network is not None  # ten hours are enough
        nlp = to_pipeline(network, {})
        scores = {test: score_texts(nlp, texts) for test, texts in tests.items()}
        line = "\t".join([name, *(f"{test} {score}" for test, score in scores.items())])
        click.echo(line)
        with results.open("a", encoding="utf-8") as out:
            out.write(line + "\n")


if __name__ == "__main__":
    main()
