"""Train the shipped HanLP recogniser from the corpora: ``python models/train_hanlp.py [--shared ../shared]``.

Its network begins with what ``models/train_encoder.py`` left in ``--work``, if anything, and takes its feature
tables from the shipped spaCy recogniser: train that one first. The run is cut into calls of ``--minutes``: said
again, the command goes on where it was put aside. Silver labels are those that ``models/train.py`` made
(``--silver``). Needs ``pip install -e '.[hanlp]'``.
"""

from __future__ import annotations

from pathlib import Path

import click
import torch

from newsgraph.tag.lexical_rnn import LexicalRecogniser
from newsgraph.tag.model_files import HANLP_NAME, MODEL_NAME, load_recogniser, tables_of
from newsgraph.train.corpora import read_samples
from newsgraph.train.recogniser import SILVER
from newsgraph.train.rnn import RnnSettings, RnnTrainer, save_component, score_component, train_rnn
from newsgraph.train.run import SILVER_FILE, load_corpora, load_tests, make_augmenter

HERE = Path(__file__).resolve().parent


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared")
@click.option("--work", type=click.Path(path_type=Path), default=HERE.parent / "build" / "train-hanlp")
@click.option("--silver", type=click.Path(path_type=Path), default=HERE.parent / "build/train" / SILVER_FILE)
@click.option("--out", type=click.Path(path_type=Path), default=HERE / HANLP_NAME)
@click.option("--minutes", default=60.0, show_default=True, help="Of training in this call.")
@click.option("--chars", default=RnnSettings().total_chars, show_default=True, help="To see in all.")
def main(shared: Path, work: Path, silver: Path, out: Path, minutes: float, chars: int) -> None:
    torch.set_num_threads(1)  # the matrices are small: more threads wait for each other
    work.mkdir(parents=True, exist_ok=True)
    corpora = load_corpora(shared)
    if silver.exists():
        corpora[SILVER] = read_samples(silver)
    tests = load_tests(shared)
    trainer = RnnTrainer(
        RnnSettings(total_chars=chars), tables_of(load_recogniser(HERE / MODEL_NAME)), corpora
    )
    if (work / "encoder.pt").exists():
        trainer.start_from(work / "encoder.pt")

    def report(component: LexicalRecogniser) -> None:
        for name, texts in tests.items():
            click.echo(f"  {name}: {score_component(component, texts)}")

    component = train_rnn(
        trainer,
        checkpoint=work / "checkpoint.pt",
        minutes=minutes,
        log=click.echo,
        report=report,
        vary=make_augmenter(shared, corpora),
    )
    if component is None:
        click.echo(f"put aside in {work}; say the same command again to go on")
        return
    save_component(component, out)
    click.echo(f"saved {out}")
    report(component)


if __name__ == "__main__":
    main()
