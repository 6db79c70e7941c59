"""Measure the network on a corpus with labels of its own: ``python models/train_foreign.py msra``.

The run begins with the shipped recogniser's network, trains it on the corpus, varied, and prints F1 on the corpus's
test, so that our figures can be placed beside those that others published. Nothing is shipped of it.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
import numpy as np
import torch

from newsgraph.tag.model_files import MODEL_NAME, load_recogniser, tables_of
from newsgraph.tag.network import Network
from newsgraph.train.augment import add_row, swap_alike, swap_names
from newsgraph.train.corpora import Sample, read_foreign
from newsgraph.train.pretrained import PretrainedEncoder, default_encoder_path, read_encoder
from newsgraph.train.recogniser import Trainer, train
from newsgraph.train.run import read_pools, report, to_pipeline
from newsgraph.train.settings import MAIN, Settings, Vary

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Corpus:
    """The file to train on, the one to measure on, what persons are called there, and how often a sample is varied by
    other entities of their labels (`alike`), by a row of persons (`rows`). `beside` is a file of the same labels, read
    in a `share` of the run, but for those that are `otherwise` marked there."""

    train: str
    test: str
    person: str
    alike: float = 0.0
    rows: float = 0.0
    beside: str = ""
    otherwise: Collection[str] = ()
    share: float = 0.0


CORPORA = {
    "msra": Corpus("msra_train", "msra_test", "PER", rows=0.25),
    "cluener": Corpus(
        "cluener_train",
        "cluener_dev",
        "name",
        alike=0.5,
        beside="bdci2020_train",
        otherwise=["position"],
        share=0.25,
    ),
}
"""In MSRA's test, where blanks are gone, every fourth person stands in a row of them; in its training part, hardly any.
BDCI's rows are CLUENER's and what people say of themselves in microblogs: there a position is twice as long."""


def read_beside(folder: Path, corpus: Corpus) -> list[Sample]:
    """Return the corpus beside, what is marked otherwise there unmarked."""
    samples = read_foreign(folder / f"{corpus.beside}.jsonl.gz", skip="has_cluener_dev")
    return [replace(s, ents=tuple(ent for ent in s.ents if ent[2] not in corpus.otherwise)) for s in samples]


class Mean(Network):
    """Several networks of the same tags as one: the mean of their probabilities. Entities of the label `unsure` whose
    tags' mean probability is less than `least` are left out."""

    def __init__(self, networks: Sequence[Network], unsure: str, least: float) -> None:
        super().__init__(networks[0].tables, networks[0].tags, {})
        self.networks, self.unsure, self.least = networks, unsure, least

    def spans(self, scores: np.ndarray) -> Iterator[tuple[int, int, str, float]]:
        """Yield what `Network.spans` does, but for what is left out."""
        return (x for x in super().spans(scores) if x[2] != self.unsure or x[3] >= self.least)

    def scores(self, texts: Sequence[str]) -> list[np.ndarray]:
        """Return log-probabilities ``(length, tags)`` of each text."""
        read = zip(*(network.scores(texts) for network in self.networks), strict=True)
        return [np.log(np.mean([np.exp(logp) for logp in same], axis=0)) for same in read]


def make_vary(shared: Path, corpus: Corpus, samples: Sequence[Sample]) -> Vary:
    """Return what renames persons and divisions in six samples of ten, and varies them as `corpus` says."""
    person = corpus.person
    pools = read_pools(shared, (s.text[a:b] for s in samples for a, b, t in s.ents if t == person))
    by_label = defaultdict(list)
    for sample in samples:
        for start, end, label in sample.ents:
            by_label[label].append(sample.text[start:end])

    def called(sample: Sample, old: str, new: str) -> Sample:
        return replace(sample, ents=tuple((a, b, new if t == old else t) for a, b, t in sample.ents))

    def vary(sample: Sample, rng: random.Random) -> Sample:
        sample = called(sample, person, "PERSON")
        if rng.random() < 0.6:
            sample = swap_names(sample, pools, rng, share=0.5)
        if rng.random() < corpus.rows:
            sample = add_row(sample, pools, rng)
        sample = called(sample, "PERSON", person)
        return swap_alike(sample, by_label, rng, share=0.3) if rng.random() < corpus.alike else sample

    return vary


@click.command(help=__doc__)
@click.argument("name", type=click.Choice(list(CORPORA)))
@click.option("--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared")
@click.option("--work", type=click.Path(path_type=Path), default=HERE.parent / "build")
@click.option("--start", type=click.Path(path_type=Path), default=HERE / MODEL_NAME)
@click.option("--minutes", default=60.0, show_default=True, help="Of training in this call.")
@click.option("--seed", default=1, show_default=True, help="Of what is drawn; each has a folder of its own.")
@click.option("--chars", default=4_000_000, show_default=True, help="Characters to see in all.")
@click.option(
    "--encoder", is_flag=True, help="Put a pretrained encoder beside the window; newsgraph[encoder] has it."
)
@click.option(
    "--bfloat16",
    is_flag=True,
    help="Multiply so in the encoder: faster if the processor has instructions for it.",
)
@click.option(
    "--consistency",
    default=0.0,
    show_default=True,
    help="Weight of the divergence of two readings of each batch (R-Drop); takes twice the time.",
)
@click.option(
    "--threads", default=1, show_default=True, help="More than one are worth it for the encoder alone."
)
@click.option(
    "--least",
    default=0.0,
    show_default=True,
    help="Leave out persons whose tags' mean probability is less.",
)
@click.option(
    "--mean-with",
    "others",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="Checkpoint of another run on the corpus: measure the mean of both networks' probabilities too.",
)
def main(
    name: str,
    shared: Path,
    work: Path,
    start: Path,
    minutes: float,
    seed: int,
    chars: int,
    encoder: bool,
    bfloat16: bool,
    consistency: float,
    threads: int,
    least: float,
    others: Sequence[Path],
) -> None:
    torch.set_num_threads(threads)
    work = work / "-".join(["train", name, *["encoder"] * encoder, str(seed)])
    work.mkdir(parents=True, exist_ok=True)
    corpus = CORPORA[name]
    folder = shared / "data/ner"
    samples = read_foreign(folder / f"{corpus.train}.jsonl.gz")
    corpora, marked = {MAIN: samples}, {}
    if corpus.beside:
        corpora[corpus.beside] = read_beside(folder, corpus)
        marked[corpus.beside] = {label for s in samples for _, _, label in s.ents}.difference(
            corpus.otherwise
        )
    gold = [(s.text, s.ents) for s in read_foreign(folder / f"{corpus.test}.jsonl.gz", size=0)]
    nlp = load_recogniser(start)
    settings = replace(
        Settings(),
        total_chars=chars,
        drop=0.4,  # the corpora are small
        batches_a_step=1,
        seed=seed,
        foreign_share=corpus.share,
        foreign_end=corpus.share,
        shares={name: 1.0 for name in marked},
        consistency=consistency,
    )
    if encoder:
        settings = replace(settings, learn_rate=0.001)  # the encoder wants a tenth of it

    def make_trainer(encoder: bool) -> Trainer:
        file = read_encoder(default_encoder_path()) if encoder else None
        pretrained = PretrainedEncoder(file, bfloat16=bfloat16) if file else None
        return Trainer(settings, tables_of(nlp), corpora, encoder=pretrained, marked=marked)

    def tell(*networks: Network) -> None:
        report(to_pipeline(Mean(networks, corpus.person, least), {}), {corpus.test: gold}, click.echo)

    trainer = make_trainer(encoder)
    trainer.start_from(nlp.get_pipe("ner").network.weights)
    network = train(
        trainer,
        checkpoint=work / "checkpoint.pt",
        minutes=minutes,
        log=click.echo,
        report=tell,
        vary=make_vary(shared, corpus, samples),
    )
    if network is None:
        click.echo(f"put aside in {work}; say the same command again to go on")
        return
    tell(network)
    networks = [network]
    for path in others:
        state = torch.load(path, weights_only=True, mmap=True)["network"]
        other = make_trainer(any(layer.startswith("pretrained.") for layer in state))
        other.resume(path)
        networks.append(other.trained())
    if others:
        click.echo(f"mean of {len(networks)} networks")
        tell(*networks)


if __name__ == "__main__":
    main()
