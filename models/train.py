"""Train the shipped recogniser from the corpora: ``python models/train.py [--shared ../shared]``.

Vectors, silver labels, words, pretraining and training, each where it is missing; each lies in ``--work``. The run
is cut into calls of ``--minutes``: said again, the command goes on where it was put aside. It saves the spaCy
pipeline and the same network as a HanLP component. Needs ``pip install -e '.[train]'``.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
import torch

from newsgraph.tag.language import load
from newsgraph.tag.model_files import HANLP_NAME, MODEL_NAME
from newsgraph.train.corpora import held_out_ids, raw_texts, read_samples
from newsgraph.train.encoder import Pretrainer
from newsgraph.train.lexical import lexical_weights
from newsgraph.train.recogniser import Trainer, train
from newsgraph.train.run import (
    SILVER_FILE,
    WORDS_FILE,
    finish,
    load_corpora,
    load_tests,
    make_augmenter,
    report,
    save_for_hanlp,
    save_whole,
    to_pipeline,
)
from newsgraph.train.settings import SILVER, WORDS, Settings
from newsgraph.train.silver import Label, label_raw, names_by, words_by_lac
from newsgraph.train.tables import build_tables

HERE = Path(__file__).resolve().parent
ONE_IN = 5
"""Of the evening news' items, so many are labelled; the daily's all are candidates."""


def ensure_labels(shared: Path, path: Path, make: Callable[[], Label], *, n_chars: int) -> None:
    """Label news by what `make` returns, unless done or not wanted."""
    if path.exists() or not n_chars:
        return
    texts = list(raw_texts(shared / "data/raw", every=ONE_IN, held_out=held_out_ids(shared)))
    random.Random(Settings().seed).shuffle(texts)
    label_raw(make(), texts, path, total_chars=n_chars)


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared")
@click.option("--work", type=click.Path(path_type=Path), default=HERE.parent / "build" / "train")
@click.option("--out", type=click.Path(path_type=Path), default=HERE, help="Folder of the models' folders.")
@click.option("--minutes", default=60.0, show_default=True, help="Of training in this call.")
@click.option("--pretrain", default=14.0, show_default=True, help="Minutes of pretraining first; 0: none.")
@click.option("--silver", default=6_000_000, show_default=True, help="Characters to label first; 0: none.")
@click.option("--words", default=12_000_000, show_default=True, help="Characters of words to see; 0: none.")
@click.option("--chars", default=Settings().total_chars, show_default=True, help="Characters to see in all.")
@click.option("--device", default="cuda" if torch.cuda.is_available() else "cpu", show_default=True)
def main(
    shared: Path,
    work: Path,
    out: Path,
    minutes: float,
    pretrain: float,
    silver: int,
    words: int,
    chars: int,
    device: str,
) -> None:
    torch.set_num_threads(1)  # the matrices are small: on a CPU, threads would wait for each other
    work.mkdir(parents=True, exist_ok=True)
    settings = Settings(total_chars=chars)
    tables = build_tables(shared, work)
    at_hand = out / MODEL_NAME
    ensure_labels(
        shared,
        work / SILVER_FILE,
        lambda: names_by(load(f"spacy:{at_hand}" if at_hand.exists() else "grammar")),
        n_chars=silver,
    )
    ensure_labels(shared, work / WORDS_FILE, words_by_lac, n_chars=words)
    encoder = work / "encoder.pt"
    if pretrain and not encoder.exists():
        texts = list(raw_texts(shared / "data/raw", every=1, held_out=held_out_ids(shared)))
        pretrainer = Pretrainer(settings, tables, device=device)
        pretrainer.start_from(lexical_weights())
        pretrainer.run(texts, minutes=pretrain, checkpoint=encoder, log=click.echo)
    corpora, tests = load_corpora(shared, HERE), load_tests(shared)
    for name, file, n_chars in ((SILVER, SILVER_FILE, silver), (WORDS, WORDS_FILE, words)):
        if n_chars:
            corpora[name] = read_samples(work / file)
    vary = make_augmenter(shared, corpora)
    start: Mapping[str, Any] = Pretrainer.weights(encoder) if pretrain else lexical_weights()
    until = time.monotonic() + 60 * minutes
    for stage, checkpoint in ((settings.of_words(words), "words.pt"), (settings, "checkpoint.pt")):
        if not stage.total_chars:
            continue
        trainer = Trainer(stage, tables, corpora, device=device)
        trainer.start_from(start)
        network = train(
            trainer,
            checkpoint=work / checkpoint,
            minutes=(until - time.monotonic()) / 60,
            log=click.echo,
            report=lambda network: report(to_pipeline(network, {}), tests, click.echo),
            vary=vary,
        )
        if network is None:
            click.echo(f"put aside in {work}; say the same command again to go on")
            return
        start = network.weights
    nlp = finish(network, tests)
    save_whole(nlp, out / MODEL_NAME)
    save_for_hanlp(nlp, settings, out / HANLP_NAME)
    click.echo(f"saved {out / MODEL_NAME} and {out / HANLP_NAME}")
    report(nlp, tests, click.echo)


if __name__ == "__main__":
    main()
