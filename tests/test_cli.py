"""The command line without a build: help, versions, messages and exit statuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgraph import __version__
from newsgraph.cli import cli
from newsgraph.export.formats import Format
from newsgraph.export.graph_json import json_bytes
from newsgraph.records import Records

HEAVY = ("spacy", "numpy", "pandas", "networkx", "rich", "pyvis", "torch", "hanlp", "igraph")


def call(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args])


@pytest.fixture
def built(tmp_path: Path, city: Records) -> Path:
    """A folder as `build` leaves it, with records made by hand."""
    out = tmp_path / "built"
    out.mkdir()
    (out / "graph.json").write_bytes(json_bytes(city))
    (out / "graph.html").write_text("<!doctype html>", encoding="utf-8")
    return out


@pytest.mark.parametrize("args", [["--help"], ["build", "--help"], ["--version"], ["evaluate", "--help"]])
def test_help_imports_nothing_heavy(args: list[str]):
    code = f"""
import sys
from newsgraph.cli import cli
try:
    cli({args!r})
except SystemExit as end:
    assert end.code == 0, end.code
loaded = [name for name in {HEAVY!r} if name in sys.modules]
assert not loaded, loaded
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_version_is_the_packages():
    assert call("--version").output == f"newsgraph, version {__version__}\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["build"], "Missing argument 'PATH...'"),
        (["build", "page.txt", "--date", "2021-02-30"], "want a real day as YYYY-MM-DD, like 2021-12-09"),
        (["build", "page.txt", "--engine", "bert"], "want one of spacy, hanlp, grammar"),
        (["build", "page.txt", "--place", " "], "place is empty"),
        (["build", "page.txt", "--on-error", "ignore"], "'ignore' is not one of 'stop', 'skip'"),
        (["nothing"], "No such command 'nothing'"),
        (["export", "nowhere", "--format", "csv"], "nowhere: cannot be read"),
        (["export", "nowhere", "--format", "svg"], "'svg' is not one of"),
        (["view", "nowhere"], "there is no such file; give a folder that `newsgraph build` wrote"),
        (["evaluate", "gold.json", "nowhere"], "nowhere: cannot be read"),
    ],
)
def test_unusable_command_line_exits_with_2_and_one_message(args: list[str], message: str):
    result = call(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("form", list(Format))
def test_export_writes_a_format(built: Path, tmp_path: Path, form: Format):
    result = call("export", built, "--format", form, "-o", tmp_path / "to")
    assert result.exit_code == 0, result.stderr
    paths = [Path(line) for line in result.stdout.splitlines()]
    assert {path.suffix for path in paths} == {f".{form}"}
    assert all(path.stat().st_size > 100 for path in paths)
    assert len(paths) == (2 if form is Format.CSV else 1)


def test_export_of_json_gives_the_same_bytes(built: Path, tmp_path: Path):
    call("export", built / "graph.json", "--format", "json", "-o", tmp_path / "to")
    assert (tmp_path / "to" / "graph.json").read_bytes() == (built / "graph.json").read_bytes()


def test_export_of_a_file_that_is_no_graph_says_so(tmp_path: Path):
    (tmp_path / "graph.json").write_text('{"meta": {}}', encoding="utf-8")
    result = call("export", tmp_path, "--format", "csv")
    assert result.exit_code == 2
    assert "the table 'articles' is missing" in result.stderr


def test_view_prints_the_path_without_opening(built: Path):
    result = call("view", built, "--no-open")
    assert (result.exit_code, result.stdout.strip()) == (0, str(built / "graph.html"))


def test_evaluate_prints_rows_and_json(built: Path, tmp_path: Path):
    gold = {key: [] for key in ("articles", "entities", "tenures", "events")}
    gold["mentions"] = [[0, 2, "PERSON", "某人"]]
    path = tmp_path / "page.gold.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    lines = call("evaluate", path, built)
    assert lines.exit_code == 0, lines.stderr
    assert any(line.startswith("mention PERSON       P 0.000") for line in lines.stdout.splitlines())
    assert json.loads(call("evaluate", path, built, "--json").stdout)["evidence"]["f1"] == 1.0
    assert "missed (0, 2, '某人')" in call("evaluate", path, built, "--errors").stdout
