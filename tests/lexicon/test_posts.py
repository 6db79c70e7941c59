"""What a post says of itself."""

from __future__ import annotations

import pytest

from newsgraph.lexicon.posts import (
    belongs_to_state,
    body_pattern,
    guards,
    head_of,
    is_collective,
    is_government_head,
    names_department,
    takes_list,
)


@pytest.mark.parametrize("post", ["市长", "常务副县长", "代州长", "市长助理", "自治区副主席", "副专员"])
def test_is_government_head_holds_for_governments(post: str):
    assert is_government_head(post)


@pytest.mark.parametrize("post", ["局长", "主席", "书记", "校长"])
def test_is_government_head_fails_for_others(post: str):
    assert not is_government_head(post)


def test_head_of_drops_ranks():
    assert [head_of(p) for p in ("副主任", "第一书记", "总会长", "总书记")] == [
        "主任",
        "书记",
        "会长",
        "总书记",
    ]


def test_takes_list_tells_deputies_from_chiefs():
    assert takes_list("副主任")
    assert takes_list("审判员")
    assert not takes_list("主任")


def test_collective_department_and_state_posts_are_told_apart():
    assert is_collective("县处级领导")
    assert names_department("公安局长")
    assert not names_department("副局长")
    assert belongs_to_state("国家副主席")


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("校长", "云州一中"),
        ("院长", "市人民医院"),
        ("副庭长", "民事审判庭"),
        ("团长", "考察团"),
        ("处长", "政策法规处"),
    ],
)
def test_body_pattern_fits_the_bodies_of_a_post(post: str, body: str):
    pattern = body_pattern(post)
    assert pattern is not None
    assert pattern.search(body)


def test_body_pattern_says_nothing_for_posts_of_any_body():
    assert body_pattern("书记") is body_pattern("市长") is body_pattern("外交部长") is None


def test_guards_are_pairs_of_patterns():
    assert guards()["书记"][1].startswith("处")
