"""Posts in sentences of our own: what is one, where it begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.tag.candidates import Candidate
from newsgraph.tag.posts import find_posts


def posts(text: str, *bodies: str) -> list[str]:
    """Return the posts of `text` that are likely, its `bodies` being known."""
    known = [Candidate(text.index(b), text.index(b) + len(b), "ORG", 0.9, "test") for b in bodies]
    return [text[c.start : c.end] for c in find_posts(text, known) if c.score > 0.6]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市委副书记、代市长某某", ["副书记", "代市长"]),
        ("常务副市长某某", ["常务副市长"]),
        ("省水利厅党组成员、副厅长", ["党组成员", "副厅长"]),
        ("市财政局党委书记", ["党委书记"]),
        ("青山镇党委书记", ["书记"]),
        ("自治区党委书记", ["书记"]),
        ("市纪委书记", ["书记"]),
        ("市总工会主席", ["主席"]),
        ("县委组织部部长", ["部长"]),
        ("外交部长", ["外交部长"]),
        ("自治区主席某某", ["自治区主席"]),
        ("青山集团永远名誉会长", ["永远名誉会长"]),
        ("全国人大代表某某", ["代表"]),
        ("市政协委员", ["委员"]),
        ("一级巡视员", ["一级巡视员"]),
        ("总经理助理某某", ["总经理助理"]),
        ("市领导某某", ["市领导"]),
        ("县四套班子领导", ["县四套班子领导"]),
        ("任市长期间", ["市长"]),
        ("青山大学教授某某", ["教授"]),
    ],
)
def test_find_posts_finds_head_and_ranks(text: str, expected: list[str]):
    assert posts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "全市长期坚持",
        "市长碰头会",
        "部长级会议",
        "中央书记处",
        "主席台就座",
        "主任医师某某",
        "班主任某某",
        "湖南省长沙市",
        "人大常委会",
        "在党的领导下",
        "市领导班子",
        "形象大使",
        "采购经理人指数",
        "他是教授",
    ],
)
def test_find_posts_leaves_other_words_alone(text: str):
    assert posts(text) == []


def test_find_posts_is_sure_of_a_weak_head_behind_a_known_body():
    assert posts("青山宣讲队成员某某", "青山宣讲队") == ["成员"]
    assert posts("其他成员某某") == []


@given(st.text(alphabet="市委副书记、长期局省主席党组成员领导班子甲乙。\n", max_size=60))
def test_find_posts_gives_spans_inside_the_text(text: str):
    for candidate in find_posts(text):
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert candidate.label == "POST"
        assert 0 < candidate.score <= 1


def test_posts_that_are_stretched_to_head_a_list() -> None:
    assert posts("主　任：某某\n委　员（按姓氏笔画为序）：某某\n书  记：某某") == [
        "主　任",
        "委　员",
        "书  记",
    ]
    assert posts("委　员某某\n主　任务") == []
