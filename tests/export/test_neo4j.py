"""CSV and Cypher for Neo4j: read by Neo4j's rules for CSV, checked by Neo4j's own grammar and semantics."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.errors import ExportError
from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import Tables, make_tables
from newsgraph.export.neo4j import BETWEEN, _cell, neo4j_files
from newsgraph.graph import build_graph

JS = Path(__file__).parents[1] / "js"
FORMATS = Path(__file__).parents[2] / "docs" / "formats.md"
TYPED = re.compile(r"(?P<name>\w+)(?::(?P<type>boolean|long|double|date|string\[\]))?")


def read_csv(text):
    """Read CSV as Neo4j does: in quotes, a doubled quote and a backslash before a quote or backslash are escapes.

    An empty cell without quotes is ``None``.
    """
    rows, row, at = [], [], 0
    while at < len(text):
        if text[at] == '"':
            value, at = "", at + 1
            while text[at] != '"' or text[at + 1] == '"':
                if text[at] == '"' or (text[at] == "\\" and text[at + 1] in '\\"'):
                    at += 1
                value, at = value + text[at], at + 1
            at += 1
        else:
            end = re.compile("[,\n]").search(text, at).start()
            value, at = text[at:end] or None, end
        row.append(value)
        if text[at] == "\n":
            rows, row = [*rows, row], []
        at += 1
    head, *cells = rows
    assert all(len(line) == len(head) for line in cells)
    return [dict(zip(head, line, strict=True)) for line in cells]


@pytest.fixture(scope="module", params=("city", "hostile", "terms"))
def world(request):
    records = request.getfixturevalue(request.param)
    tables = make_tables(
        build_graph(records), {row["id"]: row["title"] for row in records.articles}, Cleaner()
    )
    return tables, {name: raw.decode() for name, raw in neo4j_files(tables).items()}


def all_rows(files, start):
    return [row for name, text in files.items() if name.startswith(start) for row in read_csv(text)]


def value_of(cell, kind):
    if cell is None:
        return None
    read = {"boolean": {"true": True, "false": False}.__getitem__, "long": int, "double": float}
    return cell.split(BETWEEN) if kind == "string[]" else read.get(kind, str)(cell)


def properties(row):
    typed = {name: TYPED.fullmatch(name) for name in row if not name.startswith(":") and name != "id:ID"}
    values = {match["name"]: value_of(row[name], match["type"]) for name, match in typed.items()}
    return {name: value for name, value in values.items() if value is not None}


def held(row, without):
    return {n: v for n, v in row.items() if n not in without and v is not None and v != []}


def test_neo4j_nodes_hold_every_node_and_value(world):
    tables, files = world
    got = {row["id:ID"]: (row[":LABEL"].split(BETWEEN), properties(row)) for row in all_rows(files, "nodes-")}
    assert {node: labels for node, (labels, _) in got.items()} == {
        row["id"]: ["Newsgraph", row["kind"]] for row in tables.nodes
    }
    for row in tables.nodes:
        assert held(got[row["id"]][1], {"first_day", "last_day"}) == held(row, {"id", "kind"})


def test_neo4j_edges_hold_every_edge_and_value(world):
    tables, files = world
    got = {
        row["id"]: (row[":START_ID"], row[":TYPE"], row[":END_ID"], properties(row))
        for row in all_rows(files, "edges-")
    }
    assert len(got) == len(tables.edges)
    for row in tables.edges:
        *ends, values = got[row["id"]]
        assert ends == [row["source"], row["relation"], row["target"]]
        without = {"source", "target", "relation", "source_label", "target_label"}
        assert held(values, {"first_day", "last_day"}) == held(row, without)


def test_neo4j_days_are_whole(world):
    days = [row[name] for row in all_rows(world[1], "nodes-") for name in row if name.endswith(":date")]
    assert days
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days if day is not None)


def test_neo4j_script_loads_every_file_and_column(world):
    _, files = world
    script = files["load.cypher"]
    for name, text in files.items():
        if name == "load.cypher":
            continue
        clause = next(part for part in script.split(";\n") if f"'file:///{name}' AS row" in part)
        for header in text.split("\n", 1)[0].split(","):
            read = f"row.{header}" if header.isidentifier() else f"row.`{header}`"
            assert header in (":LABEL", ":TYPE") or read in clause
    kinds = {name[6:-4] for name in files if name.startswith("nodes-")}
    assert set(re.findall(r"SET n:(\w+)", script)) == kinds


@pytest.mark.skipif(
    shutil.which("node") is None or not (JS / "node_modules" / "@neo4j-cypher").is_dir(),
    reason="needs node and: npm install --prefix tests/js",
)
def test_neo4j_finds_no_fault_in_the_script(city, tmp_path):
    scripts = {
        "load": neo4j_files(make_tables(build_graph(city), {}, Cleaner()))["load.cypher"].decode(),
        "docs": FORMATS.read_text(encoding="utf-8").split("```cypher\n")[1].split("```")[0],
        "wrong": "MATCH (n) SET m.x = 1;",
    }
    for name, script in scripts.items():
        (tmp_path / name).write_text(script, encoding="utf-8")
    lint = ["node", str(JS / "lint_cypher.js"), *(str(tmp_path / name) for name in scripts)]
    done = subprocess.run(lint, capture_output=True, check=True, timeout=300)
    load, docs, (fault,) = json.loads(done.stdout)
    assert (load, docs) == ([], [])
    assert fault["message"] == "Variable `m` not defined"


@given(st.text(alphabet=st.sampled_from('甲\\",\n a')))
def test_cell_of_any_text_is_read_by_neo4js_rules(text):
    assert read_csv(f"a,b\n{_cell(text)},1\n") == [{"a": text, "b": "1"}]


def test_neo4j_refuses_a_relation_that_can_be_no_type(city):
    tables = make_tables(build_graph(city), {}, Cleaner())
    edges = [tables.edges[0] | {"relation": "KNOWS WELL"}]
    bad = Tables(nodes=[], edges=edges, node_columns=tables.node_columns, edge_columns=tables.edge_columns)
    with pytest.raises(ExportError, match="relation 'KNOWS WELL': Neo4j takes letters, digits and _"):
        neo4j_files(bad)
