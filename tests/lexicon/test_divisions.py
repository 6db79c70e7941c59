"""The division lexicon: forms, hierarchy, nearness, former names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.lexicon import divisions


@pytest.mark.parametrize(
    ("name", "level", "forms"),
    [
        ("湖南省", 1, ("湖南",)),
        ("内蒙古自治区", 1, ("内蒙古",)),
        ("新疆维吾尔自治区", 1, ("新疆",)),
        ("香港特别行政区", 1, ("香港",)),
        ("大兴安岭地区", 2, ("大兴安岭",)),
        ("伊犁哈萨克自治州", 2, ("伊犁自治州", "伊犁州", "伊犁")),
        ("黔西南布依族苗族自治州", 2, ("黔西南自治州", "黔西南州", "黔西南")),
        ("察布查尔锡伯自治县", 3, ("察布查尔自治县", "察布查尔县", "察布查尔")),
        ("鄂温克族自治旗", 3, ("鄂温克旗",)),
        ("歙县", 3, ()),
        ("望城坡街道", 4, ()),
    ],
)
def test_short_forms_are_the_customary_ones(name: str, level: int, forms: tuple[str, ...]) -> None:
    assert divisions.short_forms(name, level) == forms


def test_find_prefers_the_division_near_the_seat() -> None:
    seat = divisions.find("徐州市")
    assert divisions.find("鼓楼区", near=seat).code == "320302"
    assert divisions.find("鼓楼区", near=divisions.find("开封市")).code == "410204"


def test_find_without_seat_takes_the_highest_level() -> None:
    assert divisions.find("衡阳").name == "衡阳市"
    assert divisions.find("海南").level == divisions.PROVINCE


@pytest.mark.parametrize(
    ("character", "seat", "name"),
    [("衡", "衡阳市", "衡阳市"), ("湘", "衡阳市", "湖南省"), ("宜", "宜宾市", "宜宾市")],
)
def test_find_reads_one_character_by_the_seat(character: str, seat: str, name: str) -> None:
    assert divisions.find(character, near=divisions.find(seat)).name == name


def test_find_knows_former_names_by_their_stem() -> None:
    assert divisions.find("福清县").name == "福清市"
    assert divisions.find("宜春地区").name == "宜春市"
    assert divisions.find("不存在县") is None


def test_parents_lead_to_the_province() -> None:
    county = divisions.find("察布查尔县")
    assert county.is_county
    assert [d.name for d in divisions.parents(county)] == ["伊犁哈萨克自治州", "新疆维吾尔自治区"]


def test_parents_skip_what_only_the_statistics_have() -> None:
    district = divisions.find("东城区", near=divisions.find("北京市"))
    assert [d.name for d in divisions.parents(district)] == ["北京市"]


def test_find_chain_stops_at_what_is_no_division() -> None:
    assert [d.name for d in divisions.find_chain("湖南长沙岳麓区某某路1号")] == ["湖南省", "长沙市", "岳麓区"]
    assert divisions.find_chain("某某路1号") == ()


def test_get_finds_every_level() -> None:
    assert divisions.get("43").name == "湖南省"
    assert divisions.get("110101001").name == "东华门街道"
    assert divisions.get("999999") is None


@given(st.text(max_size=8))
def test_find_never_fails(name: str) -> None:
    found = divisions.find(name)
    assert found is None or divisions.get(found.code[:2]).level == divisions.PROVINCE


def test_every_parent_exists() -> None:
    for name in divisions.iter_names():
        for division in divisions.find_all(name):
            assert [d.level for d in divisions.parents(division)][-1:] in ([], [divisions.PROVINCE])


def test_new_district_is_no_county_called_new() -> None:
    assert divisions.find_all("新区") == ()
