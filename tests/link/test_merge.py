"""One event told in several articles."""

import pytest

from newsgraph.link.drafts import similar_names
from newsgraph.model import ArticleKind
from tests.link.markup import seen, tell


def count(*articles: str) -> int:
    return len(seen(tell(*articles)))


@pytest.mark.parametrize(
    "articles",
    [
        ("9日，[全市防汛工作会议|E]召开。[甲一|P]讲话。", "昨日，[防汛工作会议|E]召开，[乙二|P]出席。"),
        ("9日，[甲一|P]会见了[乙二|P]。", "#[甲一|P]会见[乙二|P]"),
        ("9日，[柳河大桥|J]正式通车。", "昨日，[柳河大桥|J]通车，市民赶来。"),
        ("9日，[甲一|P]到[柳河镇|L]调研。", "昨日，[甲一|P]在[柳河镇|L]调研时强调，要抓紧。"),
    ],
)
def test_merge_drafts_joins_what_is_one_event(articles: tuple[str, ...]) -> None:
    assert count(*articles) == 1


@pytest.mark.parametrize(
    "articles",
    [
        ("9日，[全市防汛工作会议|E]召开。[甲一|P]讲话。", "9日，[全市教育工作大会|E]召开。[甲一|P]讲话。"),
        ("9日，[甲一|P]会见了[乙二|P]。", "9日，[甲一|P]会见了[丙三|P]。"),
        ("8日，[甲一|P]到[柳河镇|L]调研。", "9日，[甲一|P]到[石桥乡|L]调研。"),
        ("9日，[甲一|P]到[柳河镇|L]调研。", "9日，[乙二|P]到[石桥乡|L]调研。"),
        ("9日，[甲一|P]向[乙二|P]致贺电。", "9日，[丙三|P]向[乙二|P]致贺电。"),
    ],
)
def test_merge_drafts_keeps_apart_what_are_two(articles: tuple[str, ...]) -> None:
    assert count(*articles) == 2


def test_merge_drafts_holds_what_was_planned_when_it_took_place() -> None:
    story = tell(
        "[第五届漂流节|E]定于5月9日开幕。", "昨日，[第五届漂流节|E]开幕。", dates=["2024-05-02", "2024-05-10"]
    )
    (event,) = seen(story)
    assert event.status == "held"


def test_merge_drafts_joins_what_a_caption_only_shows() -> None:
    story = tell(
        "9日，[柳河大桥|J]签约仪式举行。[甲一|P]主持签约仪式。",
        "9日，签约仪式结束后，[甲一|P]与[乙二|P]交谈。",
        kinds=[ArticleKind.NEWS, ArticleKind.CAPTION],
    )
    assert [event.type for event in seen(story)] == ["signing"]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("市八届人大常委会第二十次会议", "第二十次会议", True),
        ("全市防汛工作会议", "全市防汛抗旱工作会议", True),
        ("全市防汛工作会议", "柳河荷花节", False),
        ("“镜湖讲坛”第8期", "镜湖讲坛", True),
    ],
)
def test_similar_names_compares_printed_names(left: str, right: str, same: bool) -> None:
    assert similar_names(left, right) is similar_names(right, left) is same
