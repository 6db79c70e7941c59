"""What the head noun decides of recognised names."""

from __future__ import annotations

import pytest

from newsgraph.tag.candidates import Candidate
from newsgraph.tag.head_nouns import by_head, is_place_kind, with_noun


@pytest.mark.parametrize(
    ("text", "said", "label"),
    [
        ("云岭乡中心小学", "PLACE", "ORG"),
        ("云岭县体育中心", "ORG", "PLACE"),
        ("云岭竹编厂二期工程", "ORG", "PROJECT"),
        ("云岭大剧院", "ORG", "PLACE"),
        ("云岭民族歌舞剧院", "ORG", "ORG"),
        ("青坪校区报告厅", "ORG", "PLACE"),
        ("云岭大桥开工仪式", "ORG", "EVENT"),
        ("云岭老照片展", "PROJECT", "EVENT"),
        ("云岭市第三届人民代表大会", "ORG", "ORG"),
    ],
)
def test_by_head_gives_the_label_of_the_noun(text: str, said: str, label: str) -> None:
    assert by_head(text, Candidate(0, len(text), said, 0.8, "ner")).label == label


@pytest.mark.parametrize(
    ("text", "label", "score"),
    [
        ("云岭之夏", "EVENT", 0.44),
        ("云岭竹艺节", "EVENT", 0.8),
        ("云岭水韵", "PROJECT", 0.48),
        ("云岭竹编厂二期工程", "PROJECT", 0.8),
        ("云岭达", "PLACE", 0.8),
    ],
)
def test_with_noun_doubts_events_and_projects_without_one(text: str, label: str, score: float) -> None:
    assert with_noun(text, Candidate(0, len(text), label, 0.8, "ner")).score == score


@pytest.mark.parametrize(
    ("printed", "kind"),
    [("老渔村", True), ("207路", True), ("果园", True), ("港", False), ("云岭果园", False)],
)
def test_is_place_kind_knows_a_kind_without_a_name(printed: str, kind: bool) -> None:
    assert is_place_kind(printed) is kind


def test_by_head_leaves_a_venue_with_a_chief_a_body() -> None:
    text = "云岭县体育中心主任讲话"
    assert by_head(text, Candidate(0, 7, "ORG", 0.8, "ner")).label == "ORG"


def test_by_head_makes_an_institute_a_body() -> None:
    assert by_head("云岭核能研究院揭牌", Candidate(0, 7, "PROJECT", 0.8, "ner")).label == "ORG"


def test_by_head_leaves_a_zone_that_is_being_built_a_project() -> None:
    zone = Candidate(0, 7, "PROJECT", 0.8, "ner")
    assert by_head("云岭旅游度假区开工建设", zone).label == "PROJECT"
    assert by_head("云岭旅游度假区招商", zone).label == "PLACE"
