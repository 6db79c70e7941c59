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
        ("云岭大桥开工仪式", "ORG", "EVENT"),
        ("云岭老照片展", "PROJECT", "EVENT"),
        ("云岭市第三届人民代表大会", "ORG", "ORG"),
    ],
)
def test_by_head_gives_the_label_of_the_noun(text: str, said: str, label: str) -> None:
    assert by_head(text, Candidate(0, len(text), said, 0.8, "ner")).label == label


@pytest.mark.parametrize("text", ["福州达", "武汉五万", "安庆文脉"])
def test_with_noun_doubts_what_runs_beyond_a_place(text: str) -> None:
    assert with_noun(text, Candidate(0, len(text), "PLACE", 0.8, "ner")).score == 0.4


@pytest.mark.parametrize("text", ["福州", "云岭达"])
def test_with_noun_keeps_places_and_names_without_one(text: str) -> None:
    assert with_noun(text, Candidate(0, len(text), "PLACE", 0.8, "ner")).score == 0.8


def test_with_noun_keeps_short_names_of_firms() -> None:
    text = "苏州云岭"
    assert with_noun(text, Candidate(0, 4, "ORG", 0.8, "ner")).score == 0.8


def test_with_noun_keeps_a_place_whose_tail_is_one() -> None:
    text = "福州火车站"
    assert with_noun(text, Candidate(0, 5, "PLACE", 0.8, "ner")).score == 0.8


@pytest.mark.parametrize(
    ("printed", "kind"),
    [("老渔村", True), ("207路", True), ("果园", True), ("港", False), ("云岭果园", False)],
)
def test_is_place_kind_knows_a_kind_without_a_name(printed: str, kind: bool) -> None:
    assert is_place_kind(printed) is kind


def test_with_noun_doubts_two_places_run_together() -> None:
    text = "雷山台江"
    assert with_noun(text, Candidate(0, 4, "PLACE", 0.8, "ner")).score == 0.4


def test_by_head_leaves_a_venue_with_a_chief_a_body() -> None:
    text = "云岭县体育中心主任讲话"
    assert by_head(text, Candidate(0, 7, "ORG", 0.8, "ner")).label == "ORG"
