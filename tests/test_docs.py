"""The documentation names everything that there is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newsgraph.cli import cli
from newsgraph.export.columns import DRAWING, EDGE_COLUMNS, NODE_COLUMNS
from newsgraph.export.formats import Format, export_files
from newsgraph.export.ftm import SCHEMATA
from newsgraph.export.parquet import RECORD_TABLES
from newsgraph.graph import build_graph
from newsgraph.graph.style import COLOURS
from newsgraph.lexicon.labels import ATTRIBUTES
from newsgraph.model import (
    ArticleKind,
    EntityType,
    EventStatus,
    EventType,
    MentionType,
    RelationType,
    Role,
)
from newsgraph.read.files import ARCHIVES, NOT_YET, PAGES
from newsgraph.records import Records, Row
from tests.builds import GOLDEN, OUTPUTS

ROOT = Path(__file__).resolve().parents[1]
README, RECORDS, EVENTS = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/records.md", "docs/events.md")
)
FORMATS, GEPHI = ((ROOT / f"docs/{name}.md").read_text(encoding="utf-8") for name in ("formats", "gephi"))


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_readme_names_every_command_and_option(name: str):
    assert f"newsgraph {name}" in README
    for parameter in cli.commands[name].params:
        forms = [*parameter.opts, *parameter.secondary_opts]
        assert parameter.param_type_name == "argument" or any(form in README for form in forms)


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_readme_names_every_output(name: str):
    assert f"`{name}`" in README


@pytest.mark.parametrize("name", [*EventType, *Role, *EventStatus])
def test_events_page_names_every_type_role_and_status(name: str):
    assert f"`{name}`" in EVENTS


@pytest.mark.parametrize(
    "name",
    [
        *MentionType,
        *EntityType,
        *RelationType,
        *(kind for kind in ArticleKind if kind is not ArticleKind.MASTHEAD),
    ],
)
def test_records_page_names_every_type(name: str):
    assert f"`{name}`" in RECORDS


def test_records_page_names_every_column_in_the_table_of_nodes_and_of_edges():
    """Those that are always there, and those of attributes: of the golden page, and of what has a label."""
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    tables = RECORDS.split("# The tables")[1]
    nodes, edges = tables.split("| edge column |")
    nodes_had = {name for kind in ("entities", "events") for row in golden[kind] for name in row["attrs"]}
    edges_had = {name for row in golden["relations"] for name in row["attrs"]}
    labelled = {name for name in ATTRIBUTES if name.startswith(("investment", "contract", "area", "desc"))}
    for table, names in (
        (nodes, {*NODE_COLUMNS, *DRAWING, *nodes_had, *labelled, "inferred"}),
        (edges, {*EDGE_COLUMNS, *edges_had, "since", "until", "former", "proposed"}),
    ):
        assert {name for name in names if f"`{name}`" not in table} == set()


def test_records_page_names_every_key(city: Records):
    keys = {key for table in city.to_dict().values() for row in rows_of(table) for key in row}
    keys |= {key for row in city.events for item in row["participants"] for key in item}
    keys |= {key for row in city.relations for item in row["evidence"] for key in item}
    missing = {key for key in keys if not any(mark in RECORDS for mark in (f"`{key}", f"{key}`", f" {key},"))}
    assert missing == set()


@pytest.mark.parametrize("name", [*PAGES, *ARCHIVES, *NOT_YET, "name", "line", "reason"])
def test_formats_page_names_every_kind_of_input_and_key_of_rejects(name: str):
    assert f"`{name}`" in FORMATS


@pytest.mark.parametrize("form", list(Format))
def test_formats_page_names_every_format_and_file(form: Format, city: Records):
    assert f"| `{form}` |" in FORMATS
    for name in export_files(city, build_graph(city), form):
        general = re.sub(
            r"^(nodes|edges)-\w+", lambda m: m[1] + ("-KIND", "-RELATION")[m[1] == "edges"], name
        )
        assert f"`{general}`" in FORMATS


@pytest.mark.parametrize("table", sorted(RECORD_TABLES))
def test_formats_page_names_every_column_of_the_parquet_tables(table: str):
    line = next(line for line in FORMATS.splitlines() if line.startswith(f"| `{table}.parquet` |"))
    assert [name for name in RECORD_TABLES[table] if f"`{name}`" not in line] == []


def test_formats_page_names_every_schema_of_followthemoney(city: Records):
    lines = export_files(city, build_graph(city), Format.FTM)["entities.ftm.json"].decode().splitlines()
    schemata = {json.loads(line)["schema"] for line in lines} | set(SCHEMATA.values())
    assert [name for name in sorted(schemata) if f"`{name}`" not in FORMATS] == []


def test_formats_page_python_runs(city: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for form in Format:
        for name, content in export_files(city, build_graph(city), form).items():
            (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for block in FORMATS.split("```python\n")[1:]:
        exec(compile(block.split("```")[0], "formats.md", "exec"), names)
    assert len(names["people"]) == 16
    assert set(names["who_chaired_what"]["label"]) == {"沈望舒", "顾长宁"}


def test_gephi_page_has_ten_steps_and_every_colour():
    assert [step for step in range(1, 12) if f"\n{step}. **" in GEPHI] == list(range(1, 11))
    for kind, colour in COLOURS.items():
        assert f"| {kind} | `{colour}` |" in GEPHI


@pytest.mark.model
def test_readme_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    code = README.split("```python\n")[1].split("```")[0]
    names: dict[str, Any] = {}
    exec(compile(code, "README.md", "exec"), names)
    graph = names["graph"]
    assert len(graph.events) == len(graph.records.events) > 0
    assert len(names["G"]) == len(graph.records.entities) + len(graph.records.events)
    assert [ent.text for ent in names["doc"].ents][:3] == ["市委", "书记", "向晚晴"]


def rows_of(table: Row | list[Row]) -> list[Row]:
    return table if isinstance(table, list) else [table]
