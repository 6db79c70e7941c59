"""Measure the shipped recogniser, grammar and lexicon, and both: ``python models/measure.py [--shared ../shared]``.

Prints the tables of models/README.md: exact spans, precision, recall and F1 by label, on texts that nothing was
trained on, and on the pages written for the tests, cut into articles. ``ours`` is every second article of
``articles-test.jsonl``: the others were looked at while the grammar was mended; ``news`` is every tenth of the items
whose labels this project corrected.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click
from spacy.language import Language

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.annotated import PAGES, load_page  # noqa: E402
from tests.gold import gold_mentions  # noqa: E402

from newsgraph.ids import make_id  # noqa: E402
from newsgraph.model import Source  # noqa: E402
from newsgraph.segment import segment_source  # noqa: E402
from newsgraph.tag import load  # noqa: E402
from newsgraph.tag.model_files import load_recogniser  # noqa: E402
from newsgraph.train.corpora import LABELS, Entity, read_rows, read_standoff  # noqa: E402
from newsgraph.train.run import load_tests  # noqa: E402
from newsgraph.train.score import Score  # noqa: E402

PARTS = "documents", "quantities", "places", "organisations", "posts", "persons", "projects", "events"
NEWS = "news"
Texts = Sequence[tuple[str, Sequence[Entity], str | None]]
"""Text, gold, and where a paper is published."""


def read_pages() -> Iterator[tuple[str, Sequence[Entity], str | None]]:
    """Yield the articles of the pages written for the tests."""
    for path in sorted(PAGES.glob("*.page")):
        text, gold = load_page(path)
        source = Source(id=make_id("s", path.stem), name=path.stem, sha256="", encoding="utf-8", text=text)
        page = segment_source(source)
        for article, mentions in gold_mentions(page, gold):
            ents = [(m.span.start, m.span.end, str(m.type)) for m in mentions]
            yield article.text, ents, page.masthead.place


def score(nlp: Language, texts: Texts, *, outermost: bool = False) -> Score:
    """Return what the mentions that `nlp` finds are worth, or the outermost of them; a recogniser alone sets only
    ``doc.ents``."""
    total = Score()
    for text, gold, seat in texts:
        doc = nlp.make_doc(text)
        doc.user_data["seat"] = seat
        doc = nlp(doc)
        found = doc.ents if outermost else doc.spans.get("mentions", doc.ents)
        total.add(gold, [(s.start, s.end, s.label_) for s in found if s.label_ in LABELS])
    return total


def score_all(nlp: Language, tests: Mapping[str, Texts]) -> list[Score]:
    """Return the scores on all `tests`; of the corrected news only outermost mentions are labelled."""
    return [score(nlp, texts, outermost=name == NEWS) for name, texts in tests.items()]


def print_parts(nlp: Language, tests: Mapping[str, Texts], whole: Sequence[Score]) -> None:
    """Print what F1 of all labels loses, against that of all components, without each one of the layer."""
    click.echo(f"\n| off | {' | '.join(tests)} |\n{'|---' * (len(tests) + 1)}|")
    for part in PARTS:
        with nlp.select_pipes(disable=f"newsgraph_{part}"):
            rows = zip(score_all(nlp, tests), whole, strict=True)
            changes = [one_off.f1() - all_on.f1() for one_off, all_on in rows]
        click.echo(f"| {part} | {' | '.join(f'{change:+.3f}' for change in changes)} |")


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(path_type=Path), default=HERE.parents[1] / "shared")
@click.option("--parts", is_flag=True, help="Also measure without each component of the layer.")
def main(shared: Path, parts: bool) -> None:
    tests: dict[str, Texts] = {
        name: [(text, gold, None) for text, gold in rows] for name, rows in load_tests(shared).items()
    }
    items = read_rows(shared / "gold/xwlb-dev.jsonl")
    tests["xwlb-60"] = [(row["text"], [(s, e, t) for s, e, t, *_ in row["mentions"]], None) for row in items]
    ours = list(read_rows(HERE / "articles-test.jsonl"))[::2]
    tests["ours"] = [(row["text"], [(s, e, t) for s, e, t in row["ents"]], None) for row in ours]
    tests["tests/pages"] = list(read_pages())
    news = read_standoff(HERE / "news-tags-test.jsonl.gz", shared / "data/raw")
    tests[NEWS] = [(sample.text, sample.ents, None) for sample in news]
    engines = {"model": load_recogniser(), "layer": load("grammar"), "both": load("spacy")}
    scores = {name: score_all(nlp, tests) for name, nlp in engines.items()}
    rule = "|---" * (len(tests) + 1) + "|"
    click.echo(f"| model alone | {' | '.join(tests)} |\n{rule}")
    for label in (*LABELS, "all"):
        cells = [
            f"{s.precision(label):.2f} {s.recall(label):.2f} **{s.f1(label):.3f}** ({s.gold[label]})"
            for s in scores["model"]
        ]
        click.echo(f"| {label} | {' | '.join(cells)} |")
    click.echo(f"\n| model / layer / both | {' | '.join(tests)} |\n{rule}")
    for label in (*LABELS, "all"):
        rows = zip(scores["model"], scores["layer"], scores["both"], strict=True)
        cells = [f"{m.f1(label):.3f} / {g.f1(label):.3f} / **{b.f1(label):.3f}**" for m, g, b in rows]
        click.echo(f"| {label} | {' | '.join(cells)} |")
    if parts:
        print_parts(engines["both"], tests, scores["both"])


if __name__ == "__main__":
    main()
