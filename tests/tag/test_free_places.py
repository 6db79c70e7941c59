"""Places that no known division stands before."""

from __future__ import annotations

import pytest

from newsgraph.tag.free_places import find_free_places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("仪式在县政务中心举行", "县政务中心"),
        ("本报云岭3月5日讯", "云岭"),
        ("在克里姆林宫会谈", "克里姆林宫"),
        ("来到一四九团云岭镇", "一四九团云岭镇"),
        ("走进云岭湿地公园", "云岭湿地公园"),
        ("成渝公路内江段封闭", "成渝公路内江段"),
        ("黄河鄂尔多斯段涨水", "黄河鄂尔多斯段"),
        ("国道331线黑河段通车", "国道331线黑河段"),
    ],
)
def test_find_free_places_by_what_stands_around(text: str, place: str) -> None:
    assert place in {text[c.start : c.end] for c in find_free_places(text)}


def test_find_free_places_reads_a_list_that_says_its_kind_once() -> None:
    text = "涉及青坪、李俊和石梁等8个乡镇"
    assert {"李俊", "石梁"} <= {text[c.start : c.end] for c in find_free_places(text) if c.score > 0.9}


@pytest.mark.parametrize("text", ["到佛堂调研农村", "只到镇上不到村", "白宫发言人表示", "河池段施工"])
def test_find_free_places_wants_a_name(text: str) -> None:
    assert list(find_free_places(text)) == []
