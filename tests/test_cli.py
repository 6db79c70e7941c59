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


@pytest.mark.parametrize(
    "args", [["--help"], ["build", "--help"], ["--version"], ["evaluate", "--help"], ["view", "--help"]]
)
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
        (["build", "page.txt", "--engine", "bert"], "want spacy[:FOLDER], hanlp[:NAME-OR-FOLDER] or grammar"),
        (["build", "page.txt", "--engine", "grammar:x"], "grammar has no model and takes no name"),
        (["build", "page.txt", "--engine", "spacy:x"], "there is no folder x, nor a shipped model"),
        (["build", "page.txt", "--place", "火星市"], "no division of that name is known"),
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
    assert set(paths) == set((tmp_path / "to").iterdir())
    assert all(path.stat().st_size > 100 for path in paths)


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


def test_view_opens_the_file(built: Path, monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []
    monkeypatch.setattr("click.launch", opened.append)
    call("view", built)
    call("view", built, "--types", "signing")
    assert opened == [(built / name).as_uri() for name in ("graph.html", "part.html")]


@pytest.mark.parametrize(
    ("choice", "n"),
    [
        (["--ego", "江若水", "--hops", "2"], 8),
        (["--since", "2023-05-18", "--until", "2023-05-18", "--types", "调研,人物"], 5),
        (["--types", "Person,Event"], 21),
        (["--ego", "远帆集团"], 5),
        (["--ego", "云泽市委书记"], 3),
    ],
)
def test_view_writes_the_chosen_part(built: Path, tmp_path: Path, choice: list[str], n: int):
    result = call("view", built, *choice, "-o", tmp_path / "new" / "some.html", "--no-open")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{tmp_path / 'new' / 'some.html'}: {n} of 61 nodes\n"
    page = (tmp_path / "new" / "some.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")


def test_view_names_the_part_in_its_title(built: Path):
    assert call("view", built, "--ego", "江若水", "--since", "2023", "--no-open").exit_code == 0
    assert "<title>江若水 · 2023 –</title>" in (built / "part.html").read_text(encoding="utf-8")


def test_view_of_a_graph_json_writes_beside_it(built: Path):
    result = call("view", built / "graph.json", "--types", "meeting", "--no-open")
    assert result.stdout.startswith(f"{built / 'part.html'}: ")


def test_view_writes_all_where_only_a_file_is_named(built: Path, tmp_path: Path):
    result = call("view", built, "-o", tmp_path / "all.html", "--no-open")
    assert result.stdout == f"{tmp_path / 'all.html'}: 61 of 61 nodes\n"


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (["--ego", "沈望书"], "nothing in this graph is named '沈望书'; near it are 沈望舒"),
        (
            ["--since", "2023-5"],
            "since '2023-5': want a real day, month or year as 2012-08-22, 2012-08 or 2012",
        ),
        (["--since", "2024", "--until", "2023"], "since '2024' is after until '2023'"),
        (
            ["--types", "Person,mayor"],
            "type 'mayor' is not known; want, separated by commas, kinds (Person 人物",
        ),
        (["--hops", "-1"], "-1 is not in the range x>=0"),
        (["--hops", "2", "--types", "visit"], "--hops counts from --ego NAME; give both"),
        (
            ["--since", "2031", "--types", "visit"],
            "none of 61 nodes is left by --since 2031 · --types visit; the days of the graph are from 2023-05 to",
        ),
        (["--ego", "江若水", "--types", "signing"], "'江若水' is in the graph, but not in the part chosen"),
    ],
)
def test_view_of_an_impossible_part_says_why_and_writes_nothing(built: Path, choice: list[str], message: str):
    result = call("view", built, *choice, "--no-open")
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert not (built / "part.html").exists()


def test_view_of_a_part_needs_the_graph(tmp_path: Path):
    result = call("view", tmp_path, "--types", "Person", "--no-open")
    assert result.exit_code == 2
    assert "graph.json: cannot be read" in result.stderr


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


def test_module_is_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsgraph", "--help"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Usage: python -m newsgraph ")
