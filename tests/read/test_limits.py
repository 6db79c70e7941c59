"""Texts that are longer than any page are refused with the length and the limit."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from newsgraph.errors import InputError
from newsgraph.read import Rejection, read_sources
from newsgraph.read.limits import LARGEST_PAGE, LONGEST_LINE, check_lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_check_lines_allows_many_lines(end: str):
    check_lines(("字" * 99 + end) * 2_000)


def test_check_lines_names_the_line_and_the_limit():
    with pytest.raises(
        InputError, match=r"line 2 of the text has 100,001 characters, at most 100,000 are read"
    ):
        check_lines("短\n" + "长" * (LONGEST_LINE + 1) + "\n短")


def test_read_sources_rejects_a_page_of_one_enormous_line(tmp_path: Path):
    page = tmp_path / "page.txt"
    page.write_text("长" * 17_000_000, encoding="utf-8")
    (found,) = read_sources([page])
    assert isinstance(found, Rejection)
    assert "line 1 of the text has 17,000,000 characters" in found.reason


def test_read_sources_rejects_a_page_larger_than_the_limit_unread(tmp_path: Path):
    page = tmp_path / "page.txt"
    page.touch()
    os.truncate(page, LARGEST_PAGE + 1)
    (found,) = read_sources([page])
    assert isinstance(found, Rejection)
    assert "the file has 67,108,865 bytes, a page at most 67,108,864" in found.reason


def test_read_sources_rejects_only_the_item_with_an_enormous_line(tmp_path: Path):
    archive = tmp_path / "items.jsonl"
    rows = [{"id": "1", "text": "长" * (LONGEST_LINE + 1)}, {"id": "2", "text": "短"}]
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    rejection, source = read_sources([archive])
    assert isinstance(rejection, Rejection) and rejection.line == 1
    assert not isinstance(source, Rejection) and source.name == "2"
