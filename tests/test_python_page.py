"""docs/python.md: its blocks run, and it names every column, parameter and error that there is."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest

import newsgraph as ng
from newsgraph import errors
from newsgraph.graph import BETWEEN, FRAMES, PATH
from newsgraph.lexicon.labels import KINDS

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
ERRORS = [
    cls for cls in vars(errors).values() if isinstance(cls, type) and issubclass(cls, errors.NewsgraphError)
]


@pytest.mark.model
def test_python_page_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    pytest.importorskip("matplotlib", reason="needs newsgraph[notebook]")
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    for block in TEXT.split("```python\n")[1:]:
        exec(compile(block.split("```")[0], "docs/python.md", "exec"), names)
    assert "near it are 傅景山" in capsys.readouterr().out
    assert 0 < len(names["spring"]) < len(names["both"])
    assert len(names["around"]) > 1
    assert not names["ties"].empty and not names["hops"].empty
    assert len(names["busy"]) == 5


@pytest.mark.parametrize("table", FRAMES)
def test_python_page_names_every_column_of_a_frame(table: str):
    row = next(line for line in TEXT.splitlines() if line.startswith(f"| `graph.{table}` |"))
    common = FRAMES["people"][:6] if "first six" in row else ()
    assert [name for name in FRAMES[table] if f"`{name}`" not in row and name not in common] == []


@pytest.mark.parametrize("name", [*BETWEEN, *PATH, *KINDS])
def test_python_page_names_every_column_and_kind(name: str):
    assert f"`{name}`" in TEXT


@pytest.mark.parametrize("name", [name for name in vars(ng.Graph) if not name.startswith("_")])
def test_python_page_names_every_attribute_of_a_graph(name: str):
    assert any(form in TEXT for form in (f".{name}", f"`{name}`", f"{name}=")), name


@pytest.mark.parametrize("name", [*inspect.signature(ng.Graph.select).parameters][1:])
def test_python_page_names_every_choice(name: str):
    assert f"`{name}`" in TEXT


@pytest.mark.parametrize("error", [cls for cls in ERRORS if cls is not errors.AlignmentError])
def test_python_page_names_every_error(error: type):
    assert f"{error.__name__}`" in TEXT
