"""Our score and the reference script agree, byte for byte, on right graphs and on spoiled ones."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from newsgraph.evaluate import evaluate_files, format_json, format_table
from tests.builds import build
from tests.evaluate.perturb import Row, graph_of_gold, spoil
from tests.floors import page_names
from tests.gold import SHARED, TUNED, load_gold, page_path

SCRIPT = SHARED / "score" / "score.py"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SCRIPT.exists(), reason="needs ../shared/score/score.py"),
]


def reference(gold: Path, graph: Path, *options: str) -> str:
    command = [sys.executable, str(SCRIPT), str(gold), str(graph), *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def gold_path(name: str) -> Path:
    return SHARED / ("gold" if name.startswith("hengyang") else "gold/pages") / f"{name}.gold.json"


def sections(text: str) -> dict[str, list[str]]:
    """Rows and the errors under each, sorted: the script prints sets in the order of their hashes."""
    row = ""
    result: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("       "):
            result[row].append(line)
        else:
            row = line
            result[row] = []
    return {row: sorted(errors) for row, errors in result.items()}


def write_graph(folder: Path, graph: Row) -> Path:
    path = folder / "graph.json"
    path.write_text(json.dumps(graph, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", TUNED)
def test_score_page_agrees_on_a_spoiled_gold_page(tmp_path: Path, name: str, seed: int):
    graph = write_graph(tmp_path, spoil(graph_of_gold(load_gold(name)), random.Random(seed)))
    rows = evaluate_files(gold_path(name), graph)
    assert "\n".join(format_table(rows)) + "\n" == reference(gold_path(name), graph)
    ours = "\n".join(format_table(rows, errors=True))
    assert sections(ours) == sections(reference(gold_path(name), graph, "--errors"))


def test_score_page_agrees_in_json(tmp_path: Path):
    graph = write_graph(tmp_path, spoil(graph_of_gold(load_gold(TUNED[0])), random.Random(7)))
    rows = evaluate_files(gold_path(TUNED[0]), graph)
    assert format_json(rows) + "\n" == reference(gold_path(TUNED[0]), graph, "--json")


@pytest.mark.model
@pytest.mark.parametrize("name", page_names())
def test_score_page_agrees_on_a_built_page(tmp_path: Path, name: str):
    assert build(page_path(name), "-o", tmp_path).exit_code == 0
    rows = evaluate_files(gold_path(name), tmp_path)
    assert "\n".join(format_table(rows)) + "\n" == reference(gold_path(name), tmp_path / "graph.json")
    assert format_json(rows) + "\n" == reference(gold_path(name), tmp_path / "graph.json", "--json")


def test_score_items_agrees_on_spoiled_items(tmp_path: Path):
    gold = SHARED / "gold" / "xwlb-dev.jsonl"
    items = [json.loads(line) for line in gold.read_text(encoding="utf-8").split("\n") if line][:30]
    first = tmp_path / "items.jsonl"
    first.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    graph = write_graph(tmp_path, graph_of_items(items, random.Random(1)))
    rows = evaluate_files(first, graph)
    assert "\n".join(format_table(rows)) + "\n" == reference(first, graph)
    ours = "\n".join(format_table(rows, errors=True))
    assert sections(ours) == sections(reference(first, graph, "--errors"))


def graph_of_items(items: list[Row], rng: random.Random) -> Row:
    """Return one graph of all items, each spoiled by itself."""
    whole: Row = {
        "meta": {"sources": []}, "articles": [], "mentions": [], "entities": [], "events": [], "relations": []
    }  # fmt: skip
    for item in items:
        graph = spoil(graph_of_gold(_as_gold(item)), rng)
        text = json.dumps(graph, ensure_ascii=False)
        for key in [row["id"] for row in graph["entities"]]:
            text = text.replace(f'"{key}"', f'"{item["id"]}.{key}"')
        text = text.replace('"s"', f'"s-{item["id"]}"').replace('"a"', f'"a-{item["id"]}"')
        part = json.loads(text)
        whole["meta"]["sources"] += part["meta"]["sources"]
        for table in ("articles", "mentions", "entities", "events", "relations"):
            whole[table] += part[table]
    return whole


def _as_gold(item: Row) -> Row:
    names = [name for event in item["events"] for name, _ in event["participants"]]
    return {
        "source": item["id"],
        "articles": [{"id": "a", "kind": "news", "title": "", "start": 0, "end": len(item["text"])}],
        "mentions": item["mentions"],
        "entities": [{"type": "Person", "names": [name]} for name in dict.fromkeys(names)],
        "tenures": [],
        "events": [
            {
                **event,
                "id": str(i),
                "articles": ["a"],
                "names": [event["name"]],
                "place": [],
                "organizations": [],
            }
            for i, event in enumerate(item["events"])
        ],
    }
