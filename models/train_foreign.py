"""Measure the network on a corpus with labels of its own: ``python models/train_foreign.py msra``.

The run begins with the shipped recogniser's network, trains it on the corpus, with persons and divisions swapped for
others in a part of it, and prints F1 on the corpus's test, so that our figures can be placed beside those that others
published. Nothing is shipped of it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
import torch

from newsgraph.tag.model_files import MODEL_NAME, load_recogniser, tables_of
from newsgraph.train.augment import swap_names
from newsgraph.train.corpora import Sample, read_foreign
from newsgraph.train.recogniser import Trainer, train
from newsgraph.train.run import read_pools, report, to_pipeline
from newsgraph.train.settings import MAIN, Settings, Vary

HERE = Path(__file__).resolve().parent
CORPORA = {
    "msra": (("msra_train",), "msra_test", "PER"),
    "cluener": (("cluener_train", "bdci2020_train"), "cluener_dev", "name"),
}
"""By name, the files to train on, the one to measure on, and what persons are called there.

BDCI's rows that are CLUENER dev are left out.
"""


def make_swapper(shared: Path, samples: Sequence[Sample], person: str) -> Vary:
    """Return what renames half of the persons and divisions in six samples of ten."""
    pools = read_pools(shared, (s.text[a:b] for s in samples for a, b, t in s.ents if t == person))

    def called(sample: Sample, old: str, new: str) -> Sample:
        return replace(sample, ents=tuple((a, b, new if t == old else t) for a, b, t in sample.ents))

    def vary(sample: Sample, rng: random.Random) -> Sample:
        if rng.random() < 0.4:
            return sample
        swapped = swap_names(called(sample, person, "PERSON"), pools, rng, share=0.5)
        return called(swapped, "PERSON", person)

    return vary


@click.command(help=__doc__)
@click.argument("corpus", type=click.Choice(list(CORPORA)))
@click.option("--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared")
@click.option("--work", type=click.Path(path_type=Path), default=HERE.parent / "build")
@click.option("--start", type=click.Path(path_type=Path), default=HERE / MODEL_NAME)
@click.option("--minutes", default=60.0, show_default=True, help="Of training in this call.")
@click.option("--chars", default=4_000_000, show_default=True, help="Characters to see in all.")
def main(corpus: str, shared: Path, work: Path, start: Path, minutes: float, chars: int) -> None:
    torch.set_num_threads(1)
    work = work / f"train-{corpus}"
    work.mkdir(parents=True, exist_ok=True)
    files, test, person = CORPORA[corpus]
    folder = shared / "data/ner"
    samples = [s for name in files for s in read_foreign(folder / f"{name}.jsonl.gz", skip="has_cluener_dev")]
    gold = [(s.text, s.ents) for s in read_foreign(folder / f"{test}.jsonl.gz", size=0)]
    nlp = load_recogniser(start)
    settings = replace(Settings(), total_chars=chars, drop=0.35, batches_a_step=1)  # the corpora are small
    trainer = Trainer(settings, tables_of(nlp), {MAIN: samples})
    trainer.start_from(nlp.get_pipe("ner").network.weights)
    network = train(
        trainer,
        checkpoint=work / "checkpoint.pt",
        minutes=minutes,
        log=click.echo,
        report=lambda network: report(to_pipeline(network, {}), {test: gold}, click.echo),
        vary=make_swapper(shared, samples, person),
    )
    if network is None:
        click.echo(f"put aside in {work}; say the same command again to go on")
    else:
        report(to_pipeline(network, {}), {test: gold}, click.echo)


if __name__ == "__main__":
    main()
