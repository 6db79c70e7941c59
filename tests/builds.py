"""Where the sample pages are, and how the end-to-end tests build."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner, Result

from newsgraph.cli import cli
from newsgraph.tag import load

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
GOLDEN_PAGE = SAMPLES / "hanzhong-2019-05-17.txt"
GOLDEN = Path(__file__).resolve().parent / "golden" / "hanzhong-2019-05-17.json"
PAGES = sorted(SAMPLES.glob("*.txt"))
OUTPUTS = {
    "graph.html",
    "graph.json",
    "graph.graphml",
    "graph.gexf",
    "nodes.csv",
    "edges.csv",
    "judgements.csv",
    "run.json",
}


load_once = cache(load)


def build(*args: object) -> Result:
    """Run ``newsgraph build`` in this process; the tagger is loaded once for all tests."""
    with patch("newsgraph.run.load", load_once):
        return CliRunner().invoke(cli, ["build", *map(str, args)])


def graph_of(out: Path) -> dict[str, Any]:
    """Return the parsed ``graph.json`` of a folder."""
    return json.loads((out / "graph.json").read_text(encoding="utf-8"))


def names(graph: dict[str, Any], kind: str) -> set[str]:
    """Return the names of the entities of one type."""
    return {row["name"] for row in graph["entities"] if row["type"] == kind}
