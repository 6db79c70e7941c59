"""Characters a second of each stage, beside a plain spaCy pipeline on the same text in the same run.

usage: python benchmarks/bench_stages.py [PAGE] [--repeat N] [--engine ENGINE]

One process; nothing is asserted: machines differ. Seconds are of the processor, so that what else runs on the
machine counts little. The last column is the time as a multiple of the
peer's: ``spacy.blank("zh")`` with an untrained ``ner`` of spaCy's default width.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does

import spacy

from newsgraph.graph import build_graph
from newsgraph.ids import make_id
from newsgraph.link import link_events
from newsgraph.model import Source
from newsgraph.read import read_sources
from newsgraph.records import make_records
from newsgraph.resolve import resolve_pages
from newsgraph.segment import segment_source
from newsgraph.tag import load, tag_page

T = TypeVar("T")
PAGE = Path(__file__).resolve().parents[1] / "samples" / "hanzhong-2019-05-17.txt"
TABLE = "{:<22}{:>9}{:>14}{:>10}"


def main() -> None:
    """Time every stage once over `repeat` copies of a page, each a source of its own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("page", nargs="?", type=Path, default=PAGE)
    parser.add_argument("--repeat", type=int, default=20)
    parser.add_argument("--engine", default="spacy")
    args = parser.parse_args()

    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        result = work()
        seconds[stage] = time.process_time() - start
        return result

    nlp = timed("load", lambda: load(args.engine))
    nlp("市长主持召开会议。")  # reads the lexicons
    peer = spacy.blank("zh")
    peer.add_pipe("ner")
    peer.initialize()
    read = timed("read", lambda: [list(read_sources([args.page])) for _ in range(args.repeat)])
    sources = [
        copy_of(source, i) for i, found in enumerate(read) for source in found if isinstance(source, Source)
    ]
    texts = [source.text for source in sources]
    timed("peer: blank zh + ner", lambda: list(peer.pipe(texts)))
    pages = timed("segment", lambda: [segment_source(source) for source in sources])
    tagged = timed("tag", lambda: [item for page in pages for item in tag_page(nlp, page)])
    resolution = timed("resolve", lambda: resolve_pages(pages, tagged))
    linked = timed("link", lambda: link_events(pages, tagged, resolution))
    records = timed(
        "records",
        lambda: make_records(pages, tagged, resolution, linked, version="bench", tagger=args.engine),
    )
    timed("graph and layout", lambda: build_graph(records))
    report(seconds, sum(map(len, texts)))


def copy_of(source: Source, i: int) -> Source:
    """Return the source under another name, so that ids differ as those of two pages would."""
    return replace(source, id=make_id("s", source.id, i), name=f"{i}-{source.name}")


def report(seconds: dict[str, float], n_chars: int) -> None:
    """Print a line per stage."""
    peer = seconds["peer: blank zh + ner"]
    print(f"{n_chars:,} characters; the tagger was loaded in {seconds.pop('load'):.2f} s")
    print(TABLE.format("stage", "seconds", "characters/s", "x peer"))
    for stage, spent in seconds.items():
        print(
            TABLE.format(stage, f"{spent:.2f}", f"{n_chars / max(spent, 1e-9):,.0f}", f"{spent / peer:.2f}")
        )
    total = sum(spent for stage, spent in seconds.items() if not stage.startswith("peer"))
    print(TABLE.format("all stages", f"{total:.2f}", f"{n_chars / total:,.0f}", f"{total / peer:.2f}"))


if __name__ == "__main__":
    main()
