"""The one-way rule, read from the source: ground floor <- stages <- pipeline <- run <- command line."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "src" / "newsgraph"
STAGES = frozenset({"read", "segment", "tag", "resolve", "link", "graph", "export", "view", "evaluate"})
UPPER = frozenset({"train", "pipeline", "api", "run", "console", "cli", "__main__"})
GROUND = ("errors", "ids", "model", "text", "records", "judgements", "config", "lexicon", "summary", "plots")
MODULES = sorted(ROOT.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Yield the part of the house that each import of `path` names: ``read`` for newsgraph.read.pages."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}, line {node.lineno}: imports are written in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("newsgraph."))


def part_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_imports_only_what_stands_below_it(path: Path):
    part, parts = part_of(path), set(imported(path))
    if part in STAGES:
        assert parts & (STAGES | UPPER) <= {part}
    elif part in GROUND:
        assert not parts & (STAGES | UPPER)
    elif part == "train":
        assert parts & (STAGES | UPPER) <= {"train", "tag"}
    elif part in ("pipeline", "api"):
        assert not parts & {"run", "console", "cli"}
    elif part in ("run", "console"):
        assert not parts & {"cli"}


def test_every_part_of_the_house_is_known():
    known = STAGES | UPPER | set(GROUND) | {"__init__"}
    assert {part_of(path) for path in MODULES} <= known


def test_ground_floor_needs_the_standard_library_only():
    for name in ("errors", "ids", "model", "text", "records", "judgements"):
        tree = ast.parse((ROOT / f"{name}.py").read_text(encoding="utf-8"))
        roots = {
            (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
        }
        assert roots <= {*sys.stdlib_module_names, "newsgraph"}, name
