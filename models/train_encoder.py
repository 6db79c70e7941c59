"""Pretrain the HanLP recogniser's network on unlabelled news: ``python models/train_encoder.py --minutes 60``.

Takes its feature tables from the shipped spaCy recogniser, and a GPU where torch finds one. Said again, it goes
on from ``--work/encoder.pt``, which ``models/train_hanlp.py`` begins with. Needs ``pip install -e '.[hanlp]'``.
"""

from __future__ import annotations

from pathlib import Path

import click
import torch

from newsgraph.tag.model_files import MODEL_NAME, load_recogniser, tables_of
from newsgraph.train.corpora import held_out_ids, raw_texts
from newsgraph.train.encoder import Pretrainer
from newsgraph.train.rnn import RnnSettings

HERE = Path(__file__).resolve().parent


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared")
@click.option("--work", type=click.Path(path_type=Path), default=HERE.parent / "build" / "train-hanlp")
@click.option("--minutes", default=60.0, show_default=True, help="Of training in this call.")
@click.option("--every", default=1, show_default=True, help="Take one in so many of the evening news' items.")
@click.option("--device", default="cuda" if torch.cuda.is_available() else "cpu", show_default=True)
def main(shared: Path, work: Path, minutes: float, every: int, device: str) -> None:
    work.mkdir(parents=True, exist_ok=True)
    texts = list(raw_texts(shared / "data/raw", every=every, held_out=held_out_ids(shared)))
    trainer = Pretrainer(RnnSettings(), tables_of(load_recogniser(HERE / MODEL_NAME)), device=device)
    trainer.run(texts, minutes=minutes, checkpoint=work / "encoder.pt", log=click.echo)


if __name__ == "__main__":
    main()
