"""Train the shipped recogniser from the corpora: ``python models/train.py [--shared ../shared]``.

The run is cut into calls of ``--minutes``: said again, the command goes on where it was put aside. What it
makes on the way (token files, vectors, silver labels, the checkpoint) lies in ``--work``.
Needs ``pip install -e '.[train]'``.
"""

from __future__ import annotations

import random
from pathlib import Path

import click

from newsgraph.tag.language import load
from newsgraph.tag.model_files import MODEL_NAME
from newsgraph.train.corpora import held_out_ids, raw_texts, read_samples
from newsgraph.train.recogniser import SILVER, Settings
from newsgraph.train.run import (
    SILVER_FILE,
    finish,
    load_corpora,
    load_tests,
    make_augmenter,
    report,
    save_whole,
    train,
)
from newsgraph.train.silver import label_raw
from newsgraph.train.tables import build_tables

HERE = Path(__file__).resolve().parent
ONE_IN = 20
"""Of the evening news' items, so many are labelled; the daily's all are candidates."""


def ensure_silver(shared: Path, path: Path, model: Path, *, n_chars: int) -> None:
    """Label news with the tagger of the model at hand (with grammar alone if there is none), unless done."""
    if path.exists() or not n_chars:
        return
    texts = list(raw_texts(shared / "data/raw", every=ONE_IN, held_out=held_out_ids(shared)))
    random.Random(Settings().seed).shuffle(texts)
    label_raw(load(f"spacy:{model}" if model.exists() else "grammar"), texts, path, total_chars=n_chars)


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared")
@click.option("--work", type=click.Path(path_type=Path), default=HERE.parent / "build" / "train")
@click.option("--out", type=click.Path(path_type=Path), default=HERE / MODEL_NAME)
@click.option("--minutes", default=60.0, show_default=True, help="Of training in this call.")
@click.option("--silver", default=2_000_000, show_default=True, help="Characters to label first; 0: none.")
def main(shared: Path, work: Path, out: Path, minutes: float, silver: int) -> None:
    work.mkdir(parents=True, exist_ok=True)
    tables = build_tables(shared, work)
    ensure_silver(shared, work / SILVER_FILE, out, n_chars=silver)
    corpora = load_corpora(shared)
    if silver:
        corpora[SILVER] = read_samples(work / SILVER_FILE)
    nlp = train(
        corpora,
        load_tests(shared),
        tables,
        Settings(),
        work=work,
        minutes=minutes,
        log=click.echo,
        vary=make_augmenter(shared, corpora),
    )
    if nlp is None:
        click.echo(f"put aside in {work}; say the same command again to go on")
        return
    tests = load_tests(shared)
    save_whole(finish(nlp, tests), out)
    click.echo(f"saved {out}")
    report(nlp, tests, click.echo)


if __name__ == "__main__":
    main()
