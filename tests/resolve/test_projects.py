"""Projects: full and short forms are one work, other works stay apart."""

from __future__ import annotations

import pytest

from tests.resolve.builder import resolve


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("汉中市高速物流港", "汉中物流港项目", "汉中市高速物流港"),
        ("略阳县横江热源厂", "横江热源厂", "略阳县横江热源厂"),
        ("“云上”康养综合体项目", "“云上”康养综合体", "“云上”康养综合体项目"),
        ("“云上”康养综合体", "云上康养综合体", "“云上”康养综合体"),
        ("远山服装工业园项目", "远山服装工业园", "远山服装工业园项目"),
    ],
)
def test_forms_of_one_project_are_joined(first: str, second: str, name: str) -> None:
    found = resolve(f"{{{first}|PROJECT}}签约。{{{second}|PROJECT}}位于城东。", seat="汉中市")
    assert found.entity(first) == found.entity(second)
    assert found.name(first) == name


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("地铁3号线", "地铁5号线"),
        ("远山服装工业园一期", "远山服装工业园二期"),
        ("远山服装工业园", "远山食品工业园"),
    ],
)
def test_other_projects_stay_apart(first: str, second: str) -> None:
    found = resolve(f"{{{first}|PROJECT}}、{{{second}|PROJECT}}开工。", seat="汉中市")
    assert found.entity(first) != found.entity(second)
