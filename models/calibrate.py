"""Fit what scores of the whole tagger are worth: ``python models/calibrate.py [--shared ../shared]``.

Fits on every second article of newsgraph-zh dev and on the pages written for the tests, writes
``src/newsgraph/lexicon/data/chances.toml``, and prints how far scores can be believed before and after on what
was not fitted on: the other articles, real dev and the first items of xwlb-dev. The recogniser was trained on none
of them. To be said again whenever model or grammar change.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from spacy.language import Language

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.annotated import PAGES, load_page  # noqa: E402

from newsgraph.evaluate.reliability import format_reliability  # noqa: E402
from newsgraph.ids import make_id  # noqa: E402
from newsgraph.model import Source  # noqa: E402
from newsgraph.segment import segment_source  # noqa: E402
from newsgraph.tag.arbitrate import chosen_of  # noqa: E402
from newsgraph.tag.calibration import calibrate, fit  # noqa: E402
from newsgraph.tag.chances import kind_of  # noqa: E402
from newsgraph.tag.language import find_mentions, load  # noqa: E402
from newsgraph.train.corpora import read_rows  # noqa: E402

TABLE = HERE.parent / "src/newsgraph/lexicon/data/chances.toml"
ITEMS = 30
"""Of xwlb-dev, so many were looked at."""

Found = tuple[str, str, float, bool]
"""Label, producers and score of a mention, and whether it is in the gold."""


def in_texts(nlp: Language, rows: Iterable[dict[str, object]], key: str) -> list[list[Found]]:
    """Return what is found in each text."""
    rows = list(rows)
    gold = [{(start, end, label) for start, end, label, *_ in row[key]} for row in rows]  # type: ignore[attr-defined]
    docs = nlp.pipe(str(row["text"]) for row in rows)
    return [
        [(c.label, c.by, c.score, (c.start, c.end, c.label) in right) for c in chosen_of(doc)]
        for doc, right in zip(docs, gold, strict=True)
    ]


def in_pages(nlp: Language) -> Iterator[Found]:
    """Yield what is found on the pages written for the tests."""
    for path in sorted(PAGES.glob("*.page")):
        text, gold = load_page(path)
        right = {(start, end, label) for start, end, label, _ in gold["mentions"]}
        source = Source(id=make_id("s", path.stem), name=path.stem, sha256="", encoding="utf-8", text=text)
        for item in find_mentions(nlp, segment_source(source)):
            for mention in item.mentions:
                span = item.article.to_source(mention.span)
                is_right = (span.start, span.end, mention.type) in right
                yield mention.type, mention.by, mention.score, is_right


def judged(found: Iterable[Found], *, has_recogniser: bool) -> list[tuple[str, float, bool]]:
    """Return the row of the table, the score and the truth of each mention that has a row."""
    rows = ((kind_of(label, by, has_recogniser=has_recogniser), s, right) for label, by, s, right in found)
    return [(kind, score, right) for kind, score, right in rows if kind is not None]


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared")
def main(shared: Path) -> None:
    chances: dict[str, list[float]] = {}
    for engine, has_recogniser in (("spacy", True), ("grammar", False)):
        nlp = load(engine)
        articles = in_texts(nlp, read_rows(shared / "data/newsgraph-zh/dev.jsonl"), "ents")
        items = list(read_rows(shared / "gold/xwlb-dev.jsonl"))[:ITEMS]
        held = {
            "newsgraph-zh dev, half": [m for found in articles[1::2] for m in found],
            "real dev": [
                m for f in in_texts(nlp, read_rows(shared / "data/real/dev.jsonl"), "ents") for m in f
            ],
            "xwlb-30": [m for found in in_texts(nlp, items, "mentions") for m in found],
        }
        material = [*(m for found in articles[::2] for m in found), *in_pages(nlp)]
        chances |= fit(judged(material, has_recogniser=has_recogniser))
        click.echo(f"\n{engine}, on {len(material)} mentions\n")
        tables: dict[str, list[tuple[float, bool]]] = {}
        for name, found in held.items():
            rows = judged(found, has_recogniser=has_recogniser)
            tables[f"{name}, before"] = [(score, right) for _, score, right in rows]
            tables[f"{name}, after"] = [(calibrate(chances.get(k), score), right) for k, score, right in rows]
        everything = [m for found in held.values() for m in found]
        for label in ("PERSON", "POST", "ORG", "PLACE", "PROJECT", "EVENT"):
            rows = judged((m for m in everything if m[0] == label), has_recogniser=has_recogniser)
            tables[f"{label}, after"] = [
                (calibrate(chances.get(k), score), right) for k, score, right in rows
            ]
        click.echo(format_reliability(tables))
    lines = [f"{json.dumps(kind)} = {values}\n" for kind, values in sorted(chances.items())]
    head = "# Made by models/calibrate.py: the share of mentions that were right, by who found them and by score.\n"
    TABLE.write_text(head + "".join(lines), encoding="utf-8")
    click.echo(f"\nwrote {TABLE}")


if __name__ == "__main__":
    main()
