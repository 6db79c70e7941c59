"""Ranks of offices and of the collective posts that lists end with."""

from __future__ import annotations

import pytest

from newsgraph.lexicon.divisions import find
from newsgraph.resolve.ranks import bench_standing, standing


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
