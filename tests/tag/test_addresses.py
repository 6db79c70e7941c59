"""Unbroken chains of divisions and what stands behind them."""

from __future__ import annotations

import pytest

from newsgraph.tag.addresses import end_of_own_part, find_addresses, find_again


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("长沙市岳麓区望城坡街道云岭村的人", "长沙市岳麓区望城坡街道云岭村"),
        ("鞍山市千山区云岭白塔公园的长椅", "鞍山市千山区云岭白塔公园"),
        ("石家庄经济技术开发区北工业园区", "石家庄经济技术开发区北工业园区"),
        ("蒙古国云中省的选手", "蒙古国云中省"),
    ],
)
def test_find_addresses_keeps_a_chain_whole(text: str, chain: str) -> None:
    assert text[: max(c.end for c in find_addresses(text) if c.start == 0)] == chain


def test_find_addresses_does_not_run_on_into_another_division() -> None:
    text = "乌兰浩特市河西热源厂"
    assert "乌兰浩特市河西" not in {text[c.start : c.end] for c in find_addresses(text)}


def test_find_again_leaves_the_chain_itself_alone() -> None:
    text = "金寨县张冲乡云岭村。云岭村的茶"
    found = find_again(text, list(find_addresses(text)))
    assert [(c.start, text[c.start : c.end]) for c in found] == [(10, "云岭村")]


def test_end_of_own_part_takes_regions_and_no_countries() -> None:
    assert end_of_own_part("我国东北", 2) == 4
    assert end_of_own_part("我国日本", 2) == 2


def test_find_addresses_takes_a_water_named_by_its_county_for_one() -> None:
    assert "德惠新河" in {"德惠新河堤防"[c.start : c.end] for c in find_addresses("德惠新河堤防")}
