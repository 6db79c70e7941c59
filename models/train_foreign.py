"""Measure the network on a corpus with labels of its own: ``python models/train_foreign.py msra``.

The run begins with the shipped recogniser's network, trains it on the corpus and prints F1 on the corpus's
test, so that our figures can be placed beside those that others published. Nothing is shipped of it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click
import torch

from newsgraph.tag.model_files import MODEL_NAME, load_recogniser, tables_of
from newsgraph.train.corpora import read_foreign
from newsgraph.train.recogniser import Trainer, train
from newsgraph.train.run import report, to_pipeline
from newsgraph.train.settings import MAIN, Settings

HERE = Path(__file__).resolve().parent
CORPORA = {
    "msra": (("msra_train",), "msra_test"),
    "cluener": (("cluener_train", "bdci2020_train"), "cluener_dev"),
}
"""By name, the files to train on and the one to measure on. BDCI's rows that are CLUENER dev are left out."""


@click.command(help=__doc__)
@click.argument("corpus", type=click.Choice(list(CORPORA)))
@click.option("--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared")
@click.option("--work", type=click.Path(path_type=Path), default=HERE.parent / "build")
@click.option("--start", type=click.Path(path_type=Path), default=HERE / MODEL_NAME)
@click.option("--minutes", default=60.0, show_default=True, help="Of training in this call.")
@click.option("--chars", default=8_000_000, show_default=True, help="Characters to see in all.")
def main(corpus: str, shared: Path, work: Path, start: Path, minutes: float, chars: int) -> None:
    torch.set_num_threads(1)
    work = work / f"train-{corpus}"
    work.mkdir(parents=True, exist_ok=True)
    files, test = CORPORA[corpus]
    folder = shared / "data/ner"
    samples = [s for name in files for s in read_foreign(folder / f"{name}.jsonl.gz", skip="has_cluener_dev")]
    gold = [(s.text, s.ents) for s in read_foreign(folder / f"{test}.jsonl.gz", size=0)]
    nlp = load_recogniser(start)
    trainer = Trainer(replace(Settings(), total_chars=chars), tables_of(nlp), {MAIN: samples})
    trainer.start_from(nlp.get_pipe("ner").network.weights)
    network = train(
        trainer,
        checkpoint=work / "checkpoint.pt",
        minutes=minutes,
        log=click.echo,
        report=lambda network: report(to_pipeline(network, {}), {test: gold}, click.echo),
    )
    if network is None:
        click.echo(f"put aside in {work}; say the same command again to go on")
    else:
        report(to_pipeline(network, {}), {test: gold}, click.echo)


if __name__ == "__main__":
    main()
