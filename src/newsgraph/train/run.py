"""One run from the corpora to a saved pipeline: corpora, augmentation, schedule, measuring, saving."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from spacy.language import Language

from newsgraph import __version__
from newsgraph.tag.feature_tables import FeatureTables
from newsgraph.tag.model_files import MODEL_NAME
from newsgraph.tag.recogniser_scores import measure_precisions
from newsgraph.train.augment import add_headline, make_pools, swap_names
from newsgraph.train.corpora import Entity, Sample, read_foreign, read_rows, read_samples
from newsgraph.train.recogniser import MAIN, Settings, Trainer
from newsgraph.train.score import score_texts
from newsgraph.train.tables import division_names, read_surnames

CALIBRATED_ON = ("ngzh-dev", "real-dev")
SPACY_VERSIONS = ">=3.8.7,<3.9.0"
"""What the saved pipeline runs with, as in pyproject.toml."""
CHECKPOINT = "checkpoint.msgpack"
SILVER_FILE = "silver.jsonl"
"""What `label_raw` writes into the work folder; without it a run has no silver corpus."""
Tests = Mapping[str, Sequence[tuple[str, Sequence[Entity]]]]
Vary = Callable[[Sample, random.Random], Sample]
N_XWLB = 30
"""Of the evening-news items with gold, so many are looked at; the others wait for the last measurement."""


def load_corpora(shared: Path) -> dict[str, list[Sample]]:
    """Return the training corpora by head."""
    data = shared / "data"
    clue = read_foreign(data / "ner/cluener_train.jsonl.gz")
    clue += read_foreign(data / "ner/bdci2020_train.jsonl.gz", skip="has_cluener_dev")
    return {
        MAIN: read_samples(data / "newsgraph-zh/train.jsonl") + read_samples(data / "real/train.jsonl"),
        "msra": read_foreign(data / "ner/msra_train.jsonl.gz"),
        "clue": clue,
        "resume": read_foreign(data / "ner/resume_train.jsonl.gz"),
        "pfr": read_foreign(data / "ner/pfr1998_head1000_nested.jsonl.gz", size=400),
    }


def load_tests(shared: Path) -> Tests:
    """Return the texts that a run is measured on, none of them trained on; nested gold is kept."""
    gold = {
        "ngzh-dev": (shared / "data/newsgraph-zh/dev.jsonl", "ents", None),
        "real-dev": (shared / "data/real/dev.jsonl", "ents", None),
        "xwlb-30": (shared / "gold/xwlb-dev.jsonl", "mentions", N_XWLB),
    }
    return {
        name: [
            (row["text"], [(s, e, t) for s, e, t, *_ in row[key]]) for row in list(read_rows(path))[:limit]
        ]
        for name, (path, key, limit) in gold.items()
    }


def make_augmenter(shared: Path, corpora: Mapping[str, Sequence[Sample]]) -> Vary:
    """Return the function that varies a sample of the main corpus each time that it is used."""
    full, short = division_names()
    shifted = {name: kind + 10 for name, kind in short.items()}
    names = (
        s.text[a:b]
        for name in ("msra", MAIN)
        for s in corpora.get(name, ())
        for a, b, t in s.ents
        if t in ("PER", "PERSON")
    )
    pools = make_pools(names, surnames=read_surnames(shared)[:400], divisions=full | shifted)

    def vary(sample: Sample, rng: random.Random) -> Sample:
        if rng.random() < 0.7:
            sample = swap_names(sample, pools, rng, share=0.6)
        return add_headline(sample, rng) if rng.random() < 0.15 else sample

    return vary


def save_whole(nlp: Language, folder: Path) -> None:
    """Write the pipeline beside `folder` and put it there in one move, so that nobody reads half a model."""
    fresh, old = folder.with_name(folder.name + ".new"), folder.with_name(folder.name + ".old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    nlp.to_disk(fresh)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def train(
    corpora: Mapping[str, Sequence[Sample]],
    tests: Tests,
    tables: FeatureTables,
    settings: Settings,
    *,
    work: Path,
    minutes: float,
    log: Callable[[str], None],
    vary: Vary | None = None,
    start: Language | None = None,
) -> Language | None:
    """Train until ``settings.total_chars`` characters were seen, or put the run aside after `minutes`.

    Called again with the same `work` folder it goes on where it was. Figures are logged on the way.

    Parameters
    ----------
    corpora : Mapping[str, Sequence[Sample]]
        By head; ``"main"`` among them.
    tests : Mapping
        What to measure the main head on, by name: texts with their gold.
    tables : FeatureTables
        What the network knows of characters beforehand.
    settings : Settings
        Of the network and the run.
    work : Path
        Folder of the checkpoint.
    minutes : float
        Of training in this call.
    log : Callable
        Takes a line of text.
    vary : Callable, optional
        Makes another sample of one of the main corpus, each time that it is used.
    start : Language, optional
        A recogniser of the same settings; the network begins with its weights.

    Returns
    -------
    Language | None
        The pipeline with averaged weights; ``None`` while the run is not done.
    """
    trainer = Trainer(settings, tables, corpora)
    if start is not None:
        trainer.start_from(start)
    done = trainer.resume(work / CHECKPOINT)
    rng = random.Random(settings.seed + done)
    feeds = {name: trainer.batches(name) for name in corpora}
    until, report_at, loss = time.monotonic() + 60 * minutes, done + settings.report_chars, 0.0
    while done < settings.total_chars:
        if time.monotonic() > until:
            trainer.save(work / CHECKPOINT, done)
            return None
        name = settings.choose(corpora, done / settings.total_chars, rng)
        batch = next(feeds[name])
        if name == MAIN and vary is not None:
            batch = [vary(sample, rng) for sample in batch]
        loss += trainer.step(name, batch, done / settings.total_chars)
        done += sum(len(sample.text) for sample in batch)
        if done >= report_at:
            log(f"{done / settings.total_chars:.0%} of {settings.total_chars} characters, loss {loss:.0f}")
            with trainer.averaged():
                report(trainer.nlp, tests, log)
            trainer.save(work / CHECKPOINT, done)
            report_at, loss = done + settings.report_chars, 0.0
    trainer.keep_averages()
    return trainer.nlp


def report(nlp: Language, tests: Tests, log: Callable[[str], None]) -> None:
    """Log F1 on every test."""
    for name, texts in tests.items():
        log(f"  {name}: {score_texts(nlp, texts)}")


def finish(nlp: Language, tests: Tests) -> Language:
    """Add the component that scores entities, by the precision met on the dev texts of this project."""
    judged = []
    for doc, gold in nlp.pipe((pair for name in CALIBRATED_ON for pair in tests[name]), as_tuples=True):
        right = set(gold)
        judged += [(e.label_, e.end - e.start, (e.start, e.end, e.label_) in right) for e in doc.ents]
    nlp.add_pipe("newsgraph_scores", config={"precisions": measure_precisions(judged)})
    nlp.meta.update(
        name=MODEL_NAME,
        version=__version__,
        spacy_version=SPACY_VERSIONS,
        description="Recogniser of Chinese news; its card is models/README.md",
    )
    return nlp
