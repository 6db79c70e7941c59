"""One run from the corpora to a saved pipeline: corpora, augmentation, schedule, measuring, saving."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language

from newsgraph import __version__
from newsgraph.tag.calibration import Calibration, fit
from newsgraph.tag.model_files import MODEL_NAME, blank_pipeline
from newsgraph.tag.network import Network
from newsgraph.train.augment import NamePools, add_headline, add_row, make_pools, swap_names
from newsgraph.train.corpora import Entity, Sample, read_foreign, read_rows, read_samples, read_standoff
from newsgraph.train.score import score_texts
from newsgraph.train.settings import MAIN, Settings, Vary
from newsgraph.train.tables import division_names, read_surnames

CALIBRATED_ON = ("ngzh-dev", "real-dev")
SPACY_VERSIONS = ">=3.8.7,<3.9.0"
"""What the saved pipeline runs with, as in pyproject.toml."""
NEEDS = "newsgraph>=0.1.0,<0.2.0"
"""What `spacy package` writes down as needed: the component and the tokenizer are newsgraph's."""
SILVER_FILE, WORDS_FILE = "silver.jsonl", "words.jsonl"
"""What `label_raw` writes into the work folder; without it a run has no such corpus."""
ARTICLES_FILE, TAGS_FILE = "articles.jsonl", "news-tags.jsonl.gz"
"""In the models' folder: articles written and labelled by this project, and its labels of news of ``shared``, which are
no more than offsets."""
Tests = Mapping[str, Sequence[tuple[str, Sequence[Entity]]]]
N_XWLB = 30
"""Of the evening-news items with gold, so many are looked at; the others wait for the last measurement."""


def load_corpora(shared: Path, models: Path) -> dict[str, list[Sample]]:
    """Return the training corpora by head; the folder `models` holds the articles that this project wrote itself, and
    its labels of other people's."""
    data = shared / "data"
    clue = read_foreign(data / "ner/cluener_train.jsonl.gz")
    clue += read_foreign(data / "ner/bdci2020_train.jsonl.gz", skip="has_cluener_dev")
    return {
        MAIN: [
            sample
            for path in (
                data / "newsgraph-zh/train.jsonl",
                data / "real/train.jsonl",
                models / ARTICLES_FILE,
            )
            for sample in read_samples(path)
        ]
        + read_standoff(models / TAGS_FILE, data / "raw"),
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


def read_pools(shared: Path, names: Iterable[str]) -> NamePools:
    """Return what names are swapped for: `names` of persons seen in training, frequent surnames, all divisions."""
    full, short = division_names()
    shifted = {name: kind + 10 for name, kind in short.items()}
    return make_pools(names, surnames=read_surnames(shared)[:400], divisions=full | shifted)


def make_augmenter(shared: Path, corpora: Mapping[str, Sequence[Sample]]) -> Vary:
    """Return the function that varies a sample of the main corpus each time that it is used."""
    names = (
        s.text[a:b]
        for name in ("msra", MAIN)
        for s in corpora.get(name, ())
        for a, b, t in s.ents
        if t in ("PER", "PERSON")
    )
    pools = read_pools(shared, names)

    def vary(sample: Sample, rng: random.Random) -> Sample:
        if rng.random() < 0.7:
            sample = swap_names(sample, pools, rng, share=0.6)
        if rng.random() < 0.05:
            sample = add_row(sample, pools, rng)
        return add_headline(sample, rng) if rng.random() < 0.15 else sample

    return vary


def save_whole(nlp: Language, folder: Path) -> None:
    """Write the pipeline beside `folder` and put it there in one move, so that nobody reads half a model."""
    fresh, old = folder.with_name(folder.name + ".new"), folder.with_name(folder.name + ".old")
    folder.parent.mkdir(parents=True, exist_ok=True)
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    nlp.to_disk(fresh)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def report(nlp: Language, tests: Tests, log: Callable[[str], None]) -> None:
    """Log F1 on every test."""
    for name, texts in tests.items():
        log(f"  {name}: {score_texts(nlp, texts)}")


def to_pipeline(network: Network, calibration: Mapping[str, Calibration]) -> Language:
    """Return the spaCy pipeline of a trained network: one token a code point, and ``ner``."""
    nlp = blank_pipeline()
    ner: Any = nlp.add_pipe("newsgraph_ner", name="ner", config={"calibration": dict(calibration)})
    ner.network = network
    nlp.meta.update(
        name=MODEL_NAME,
        version=__version__,
        spacy_version=SPACY_VERSIONS,
        requirements=[NEEDS],
        description="Recogniser of Chinese news; its card is models/README.md",
    )
    return nlp


def finish(network: Network, tests: Tests) -> Language:
    """Return the pipeline of `network`, its scores calibrated on the dev texts of this project."""
    judged = []
    nlp = to_pipeline(network, {})
    for doc, gold in nlp.pipe((pair for name in CALIBRATED_ON for pair in tests[name]), as_tuples=True):
        right = {(s, e, t) for s, e, t in gold}
        judged += [(span[2], p, span in right) for span, p in doc.user_data["scores"].items()]
    return to_pipeline(network, fit(judged))


def save_for_hanlp(nlp: Language, settings: Settings, folder: Path) -> None:
    """Write the recogniser of the pipeline `nlp` as ``hanlp.load`` reads it, weights in half precision."""
    import torch
    from hanlp.common.vocab import Vocab

    from newsgraph.tag.hanlp_recogniser import HanlpRecogniser, digest_of

    ner: Any = nlp.get_pipe("ner")
    network: Network = ner.network
    component = HanlpRecogniser()
    component.vocabs["tag"] = Vocab(idx_to_token=list(network.tags), pad_token=None, unk_token=None)
    component.vocabs["token"] = Vocab()
    component.vocabs.lock()
    component.config.update(
        settings.network(),
        tables=digest_of(network.tables),
        calibration=ner.calibration,
        batch_size=32,
        token_key="token",
        token_delimiter="",
        tagging_scheme="IOBES",
    )
    folder.mkdir(parents=True, exist_ok=True)
    component.save_config(str(folder))
    component.save_vocabs(str(folder))
    weights = {name: torch.from_numpy(value).half() for name, value in network.weights.items()}
    torch.save(weights, folder / "model.pt")
