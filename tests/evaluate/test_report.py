"""What `evaluate` prints, and what it says of files it cannot use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsgraph.errors import InputError
from newsgraph.evaluate import Tally, evaluate_files, format_json, format_table
from tests.evaluate.perturb import Row


def write(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def test_format_table_pads_names_and_leaves_empty_rows_out():
    rows = {"event": Tally(tp=2, fp=1, fn=2), "event order": Tally()}
    assert list(format_table(rows)) == ["event                P 0.667  R 0.500  F1 0.571   tp 2 fp 1 fn 2"]


def test_format_table_indents_errors_under_their_row():
    lines = list(format_table({"tenure": Tally(fn=1, errors=["missed x"])}, errors=True))
    assert lines[1] == "       missed x"


def test_format_json_rounds_to_four_places():
    assert format_json({"event": Tally(tp=2, fp=1)}) == (
        '{"event": {"p": 0.6667, "r": 1.0, "f1": 0.8, "tp": 2, "fp": 1, "fn": 0}}'
    )


def test_evaluate_files_takes_a_folder_and_a_file(tmp_path: Path, gold: Row, graph: Row):
    gold_path = write(tmp_path / "page.gold.json", gold)
    file = write(tmp_path / "graph.json", graph)
    assert evaluate_files(gold_path, tmp_path) == evaluate_files(gold_path, file)


def test_evaluate_files_reads_items_of_a_jsonl(tmp_path: Path, graph: Row):
    item = {"id": "page.txt", "title": "题\u2028目", "text": "字", "mentions": [], "events": []}
    line = json.dumps(item, ensure_ascii=False)
    (tmp_path / "items.jsonl").write_text(f"{line}\n\n", encoding="utf-8")
    rows = evaluate_files(tmp_path / "items.jsonl", write(tmp_path / "graph.json", graph))
    assert rows["mention PERSON"].fp == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read"),
        (b"{\xff}", "is not UTF-8"),
        (b'{"a": ', "line 1: is not JSON"),
        (b"[]", "holds a list; want a JSON object"),
        (b"{}", "KeyError"),
    ],
)
def test_evaluate_files_says_what_is_wrong_with_the_gold(tmp_path: Path, graph: Row, content, message: str):
    path = tmp_path / "page.gold.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        evaluate_files(path, write(tmp_path / "graph.json", graph))


def test_evaluate_files_says_that_the_graph_is_missing(tmp_path: Path, gold: Row):
    gold_path = write(tmp_path / "page.gold.json", gold)
    with pytest.raises(InputError, match=r"graph\.json: cannot be read"):
        evaluate_files(gold_path, tmp_path)
