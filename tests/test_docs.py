"""The documentation names everything that there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsgraph.cli import cli
from newsgraph.export.columns import DRAWING, EDGE_COLUMNS, NODE_COLUMNS
from newsgraph.model import (
    ArticleKind,
    EntityType,
    EventStatus,
    EventType,
    MentionType,
    RelationType,
    Role,
)
from newsgraph.records import Records, Row
from tests.builds import OUTPUTS

ROOT = Path(__file__).resolve().parents[1]
README, RECORDS, EVENTS = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/records.md", "docs/events.md")
)


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
        *NODE_COLUMNS,
        *EDGE_COLUMNS,
        *DRAWING,
    ],
)
def test_records_page_names_every_type_and_column(name: str):
    assert f"`{name}`" in RECORDS


def test_records_page_names_every_key(city: Records):
    keys = {key for table in city.to_dict().values() for row in rows_of(table) for key in row}
    keys |= {key for row in city.events for item in row["participants"] for key in item}
    keys |= {key for row in city.relations for item in row["evidence"] for key in item}
    missing = {key for key in keys if not any(mark in RECORDS for mark in (f"`{key}", f"{key}`", f" {key},"))}
    assert missing == set()


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
