"""Figures on whole pages: ``python -m tests.floors`` prints them, ``test_floors`` holds them.

The gold pages lie beside the checkout; those written for the tests (``tests/pages``) are always there.
"""

from __future__ import annotations

import argparse
import tempfile
from functools import cache
from pathlib import Path

from newsgraph.config import Config
from newsgraph.evaluate import score_page
from newsgraph.run import run_build
from tests.annotated import PAGES, load_page
from tests.gold import SHARED, TUNED, load_gold, page_path

FLOORS = {
    "mention PERSON": 0.92,
    "mention POST": 0.92,
    "mention ORG": 0.85,
    "mention PLACE": 0.85,
    "mention PROJECT": 0.70,
    "mention EVENT": 0.75,
    "articles": 0.90,
    "bylines": 0.95,
    "entity all": 0.80,
    "tenure": 0.85,
    "event": 0.80,
    "event role": 0.75,
    "event date": 0.90,
    "project fact": 0.80,
    "evidence": 1.00,
}
"""Least mean F1 over the pages of the first landing."""

FURTHER = ("mention all", "event place", "event status", "event project", "event organization", "event order")
"""Rows that are shown without a floor."""


def page_names() -> list[str]:
    """Return the gold pages, those that rules are developed on first."""
    others = sorted(path.stem for path in (SHARED / "gold" / "pages").glob("*.txt"))
    return [*TUNED, *(name for name in others if name not in TUNED)]


def written_names() -> list[str]:
    """Return the pages that were written for the tests."""
    return sorted(path.stem for path in PAGES.glob("*.page"))


@cache
def measure(name: str) -> dict[str, float]:
    """Return the F1 of each row of a page that is not empty."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / f"{name}.txt"
        if (PAGES / f"{name}.page").exists():
            text, gold = load_page(PAGES / f"{name}.page")
            path.write_text(text, encoding="utf-8")
        else:
            path, gold = page_path(name), load_gold(name)
        run = run_build(Config(paths=(path,), out=Path(scratch) / "out"))
    rows = score_page(gold, run.records.to_dict())
    return {row: tally.f1 for row, tally in rows.items() if not tally.is_empty}


def mean(row: str, pages: list[str]) -> float:
    """Return the mean F1 of a row over the pages that have it."""
    values = [measure(page)[row] for page in pages if row in measure(page)]
    return sum(values) / len(values) if values else 0.0


def table(pages: list[str]) -> str:
    """Return the figures as lines: a column per page, then the mean of all and of those not tuned on."""
    unseen = [page for page in pages if page not in TUNED]
    head = ["row".ljust(19), *(page[:8].rjust(9) for page in pages), "mean".rjust(7), "floor".rjust(6)]
    head += ["unseen".rjust(7)] if unseen else []
    lines = ["".join(head)]
    for row in (*FLOORS, *FURTHER):
        cells = [f"{measure(page)[row]:9.3f}" if row in measure(page) else "—".rjust(9) for page in pages]
        floor = f"{FLOORS[row]:6.2f}" if row in FLOORS else " " * 6
        last = f"{mean(row, unseen):7.3f}" if unseen else ""
        lines.append(f"{row:19s}{''.join(cells)}{mean(row, pages):7.3f}{floor}{last}")
    return "\n".join(lines)


def markdown() -> str:
    """Return the rows with floors as the README's table: means over groups of pages."""
    unseen = [page for page in page_names() if page not in TUNED]
    groups = [list(TUNED), written_names(), unseen, page_names()]
    lines = [
        "| mean F1 | 4 gold pages | "
        + f"{len(written_names())} pages of `tests/pages` | 3 more gold pages | all 7 gold pages | floor |",
        "|" + " --- |" * 6,
    ]
    for row, floor in FLOORS.items():
        cells = [f"{mean(row, pages):.3f}" for pages in groups]
        lines.append("| " + " | ".join([row, *cells, f"{floor:.2f}"]) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--written", action="store_true", help="the pages of tests/pages instead of the gold pages"
    )
    parser.add_argument("--markdown", action="store_true", help="the table of the README")
    args = parser.parse_args()
    print(markdown() if args.markdown else table(written_names() if args.written else page_names()))
