"""``newsgraph export``: lists every format, and ends with one message where a format cannot be had."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgraph.cli import cli
from newsgraph.export.formats import Format
from newsgraph.export.graph_json import json_bytes
from newsgraph.records import Records


def call(*args: object):
    return CliRunner().invoke(cli, ["export", *map(str, args)])


def test_help_lists_every_format():
    shown = "".join(call("--help").output.split())
    assert f"[{'|'.join(Format)}]" in shown


def test_a_missing_package_ends_with_its_install_command(
    city: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "graph.json").write_bytes(json_bytes(city))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = call(tmp_path, "--format", "parquet", "-o", tmp_path / "to")
    assert result.exit_code == 2
    assert "pip install 'newsgraph[parquet]'" in result.stderr
    assert not (tmp_path / "to").exists()


def test_a_number_that_no_file_holds_is_named(city: Records, tmp_path: Path):
    raw = json_bytes(city).replace(b'"investment_cny": 420000000', b'"investment_cny": 1e999')
    (tmp_path / "graph.json").write_bytes(raw)
    result = call(tmp_path, "--format", "gexf", "-o", tmp_path / "to")
    assert result.exit_code == 2
    assert "investment_cny: inf is no number that files can hold" in result.stderr
