"""Train the shipped recogniser from the corpora: ``python models/train.py [--shared ../shared]``.

The run is cut into calls of ``--minutes``: said again, the command goes on where it was put aside. What it
makes on the way (token files, vectors, silver labels, the checkpoint) lies in ``--work``.
Needs ``pip install -e '.[train]'``.
"""

from __future__ import annotations

from pathlib import Path

import click

from newsgraph.tag.model_files import MODEL_NAME
from newsgraph.train.recogniser import Settings
from newsgraph.train.run import finish, load_tests, report, save_whole, train
from newsgraph.train.tables import build_tables

HERE = Path(__file__).resolve().parent


@click.command(help=__doc__)
@click.option(
    "--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared", show_default="../shared"
)
@click.option(
    "--work",
    type=click.Path(path_type=Path),
    default=HERE.parent / "build" / "train",
    show_default="build/train",
)
@click.option(
    "--out", type=click.Path(path_type=Path), default=HERE / MODEL_NAME, show_default=f"models/{MODEL_NAME}"
)
@click.option(
    "--minutes", type=float, default=60.0, show_default=True, help="Of this call; vectors not counted."
)
def main(shared: Path, work: Path, out: Path, minutes: float) -> None:
    work.mkdir(parents=True, exist_ok=True)
    nlp = train(shared, build_tables(shared, work), Settings(), work=work, minutes=minutes, log=click.echo)
    if nlp is None:
        click.echo(f"put aside in {work}; say the same command again to go on")
        return
    tests = load_tests(shared)
    save_whole(finish(nlp, tests), out)
    click.echo(f"saved {out}")
    report(nlp, tests, click.echo)


if __name__ == "__main__":
    main()
