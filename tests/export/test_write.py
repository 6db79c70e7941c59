"""`write_outputs`: all files, the same bytes, whole or not at all."""

from __future__ import annotations

import json
import os
from hashlib import sha256

import pytest

from newsgraph.errors import ExportError
from newsgraph.export import write_outputs
from newsgraph.graph import build_graph
from newsgraph.records import Records

NAMES = {
    "graph.json",
    "graph.graphml",
    "graph.gexf",
    "graph.html",
    "nodes.csv",
    "edges.csv",
    "judgements.csv",
    "run.json",
}


@pytest.fixture(scope="module")
def G(city):
    return build_graph(city)


def write(records, G, folder, **kwargs):
    return write_outputs(records, G, folder, html="<!doctype html>", **kwargs)


def test_write_outputs_writes_every_file_into_a_new_folder(city, G, tmp_path):
    paths = write(city, G, tmp_path / "deep" / "out")
    assert set(paths) == NAMES
    assert {path.name for path in (tmp_path / "deep" / "out").iterdir()} == NAMES
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["out"]


def test_write_outputs_gives_the_same_bytes_twice(city, G, tmp_path):
    first, second = (write(city, G, tmp_path / name) for name in ("a", "b"))
    for name in NAMES:
        assert first[name].read_bytes() == second[name].read_bytes()


def test_write_outputs_replaces_its_own_files_and_keeps_others(city, G, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "graph.json").write_text("old", encoding="utf-8")
    write(city, G, tmp_path)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert {path.name for path in tmp_path.iterdir()} == NAMES | {"notes.txt"}


def test_write_outputs_records_settings_versions_and_hashes(city, G, tmp_path):
    paths = write(city, G, tmp_path / "out", settings={"engine": "spacy", "place": "云泽市"})
    run = json.loads(paths["run.json"].read_text(encoding="utf-8"))
    assert run["settings"] == {"engine": "spacy", "place": "云泽市"}
    assert run["libraries"]["networkx"]
    assert run["sources"][0]["sha256"] == "0" * 64
    assert run["cleaned"] == []
    for name in NAMES - {"run.json"}:
        assert run["files"][name]["sha256"] == sha256(paths[name].read_bytes()).hexdigest()


def test_write_outputs_graph_json_reads_back_as_the_records(city, G, tmp_path):
    text = write(city, G, tmp_path / "out")["graph.json"].read_text(encoding="utf-8")
    assert Records.from_dict(json.loads(text)) == city
    assert "云泽市" in text


def test_write_outputs_names_every_cleaned_value(hostile, tmp_path):
    paths = write(hostile, build_graph(hostile), tmp_path / "out")
    cleaned = json.loads(paths["run.json"].read_text(encoding="utf-8"))["cleaned"]
    changes = {(row["column"], row["change"]) for row in cleaned}
    assert ("label", "characters that XML forbids replaced by U+FFFD") in changes
    assert ("label", "cut to 32000 of 40000 characters") in changes
    assert Records.from_dict(json.loads(paths["graph.json"].read_bytes())) == hostile


@pytest.mark.parametrize("tail", ["", "inside"])
def test_write_outputs_says_when_the_folder_is_a_file(city, G, tmp_path, tail):
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    folder = tmp_path / "out" / tail
    with pytest.raises(ExportError, match=r"output folder '.*out.* \(-o FOLDER\)"):
        write(city, G, folder)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_write_outputs_says_when_the_folder_is_not_writable(city, G, tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match=r"cannot be written: Permission denied; nothing was changed"):
        write(city, G, tmp_path / "out")
    tmp_path.chmod(0o700)


def test_write_outputs_leaves_nothing_when_the_disk_is_full(city, G, tmp_path, monkeypatch):
    (tmp_path / "graph.json").write_text("old", encoding="utf-8")

    def full(path, content):
        if path.name == "run.json":
            raise OSError(28, "No space left on device")
        return len(content)

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(ExportError, match="No space left on device; nothing was changed there"):
        write(city, G, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.json"]
    assert (tmp_path / "graph.json").read_text(encoding="utf-8") == "old"


def test_write_outputs_refuses_a_folder_in_a_files_place(city, G, tmp_path):
    (tmp_path / "graph.json").mkdir()
    with pytest.raises(ExportError, match=r"has a folder named 'graph\.json'; move it away"):
        write(city, G, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.json"]


def test_write_outputs_names_the_row_that_json_cannot_hold(city, G, tmp_path):
    bad = Records.from_dict(city.to_dict() | {"meta": {"day": float("nan")}})
    with pytest.raises(ExportError, match=r"graph\.json, meta .*not JSON compliant.*; values are text"):
        write(bad, G, tmp_path / "out")
    assert not (tmp_path / "out").exists()
