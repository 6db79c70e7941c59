"""Ranks of offices and of the collective posts that lists end with."""

from __future__ import annotations

import pytest

from newsgraph.lexicon.divisions import find
from newsgraph.resolve.ranks import Field, bench_standing, standing


@pytest.mark.parametrize(
    ("name", "post"), [("宝坻区", "区领导"), ("略阳县", "县领导"), ("汉中市", "市领导"), ("陕西省", "省领导")]
)
def test_leaders_of_a_list_rank_as_deputies_of_their_division(name: str, post: str) -> None:
    place = find(name)
    deputy = standing("副书记", f"中共{name}委员会", place)
    assert bench_standing(post, place) == deputy


def test_a_list_that_names_no_level_says_nothing() -> None:
    assert bench_standing("校领导", find("汉中市")) is None
    assert bench_standing("市领导", None) is None


@pytest.mark.parametrize(
    ("body", "field", "house"),
    [
        ("汉中市人民医院外科", Field.HOSPITAL, "汉中市人民医院"),
        ("汉中市人民医院", Field.HOSPITAL, "汉中市人民医院"),
        ("远山大学科技处", Field.SCHOOL, "远山大学"),
        ("中国农业银行汉中分行", Field.FIRM, "中国农业银行"),
        ("远山集团茶业公司", Field.FIRM, "远山集团茶业公司"),
        ("汉中市卫生局", Field.STATE, None),
    ],
)
def test_department_is_of_its_hospital_school_or_firm(body: str, field: Field, house: str | None) -> None:
    stand = standing("主任", body, find("汉中市"))
    assert (stand.field, stand.house) == (field, house)
