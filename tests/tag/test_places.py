"""Places in running text."""

from __future__ import annotations

import pytest

from tests.tag.grammar import texts


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("项目位于岳麓区望城坡街道青岭村，占地百亩。", ["岳麓区望城坡街道青岭村"]),
        ("他是江苏东海人。", ["江苏东海"]),
        ("湖南省郴州市与四川成都结对。", ["湖南省郴州市", "四川成都"]),
        ("昨日在衡举行。", ["衡"]),
        ("湘鄂渝黔四省市代表到会。", ["湘", "鄂", "渝", "黔"]),
        ("中冰两国代表出席，冰方致辞。", ["中", "冰", "冰"]),
        ("美国总统访华期间抵京。", ["美国", "华", "京"]),
        ("东方红是一首歌，双方坐在一起，四面八方都来。", []),
        ("我市与我省各地，全市上下。", ["我市", "我省"]),
        ("雁峰、石鼓、珠晖三区动手。", ["雁峰", "石鼓", "珠晖"]),
        ("长三角和京津冀是增长极。", ["长三角", "京津冀"]),
        ("他从昆明站坐车到清涧河边。", ["昆明站", "清涧河"]),
        ("曾任南昌市长，现居江苏省会。", ["南昌", "江苏"]),
        ("人民币与中文、日语课程。", []),
        ("双流区白云路、云岭路，今日施工。", ["双流区白云路", "云岭路"]),
        ("新时代中国特色社会主义和中国梦。", []),
    ],
)
def test_places_of_a_sentence(text: str, places: list[str]) -> None:
    assert texts(text, "PLACE") == places


def test_place_before_a_body_is_part_of_it() -> None:
    assert texts("衡阳市财政局发文。", "PLACE") == []
