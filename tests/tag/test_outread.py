"""A recogniser that is sure is believed over the grammar, but where lists of names know better."""

from __future__ import annotations

import pytest

from newsgraph.tag.candidates import VETO, Candidate
from newsgraph.tag.outread import outread


def scores(text: str, *candidates: Candidate) -> list[float]:
    return [c.score for c in outread(text, candidates)]


@pytest.mark.parametrize("label", ["PLACE", "ORG", "PROJECT"])
def test_what_a_sure_recogniser_reads_otherwise_is_only_a_guess(label: str) -> None:
    text = "云岭镇文化站到会"
    rival = Candidate(0, 3, label, 0.97, "grammar.x")
    assert scores(text, Candidate(0, 6, "ORG", 0.85, "ner"), rival) == [0.85, 0.5]
    assert scores(text, Candidate(0, 6, "ORG", 0.85, "hanlp"), rival) == [0.85, 0.5]


def test_the_same_span_and_label_keeps_its_score_and_so_does_what_stands_apart() -> None:
    text = "云岭镇文化站到会"
    read = Candidate(0, 6, "ORG", 0.9, "ner")
    assert scores(text, read, Candidate(0, 6, "ORG", 0.97, "grammar.x")) == [0.9, 0.97]
    assert scores(text, read, Candidate(6, 8, "EVENT", 0.97, "grammar.x")) == [0.9, 0.97]


def test_a_recogniser_that_is_not_sure_changes_nothing() -> None:
    text = "云岭镇文化站到会"
    rival = Candidate(0, 3, "PLACE", 0.97, "grammar.x")
    assert scores(text, Candidate(0, 6, "ORG", 0.79, "ner"), rival) == [0.79, 0.97]
    assert scores(text, rival) == [0.97]


def test_names_that_fill_what_is_read_one_behind_the_other_hold() -> None:
    text = "文湘棠卓玛才让讲话"
    whole = Candidate(0, 7, "PERSON", 0.95, "ner")
    row = [Candidate(0, 3, "PERSON", 0.97, "grammar.x"), Candidate(3, 7, "PERSON", 0.97, "grammar.x")]
    assert scores(text, whole, *row) == [0.95, 0.97, 0.97]
    assert scores(text, whole, row[1]) == [0.95, 0.5]


def test_a_short_chinese_name_holds_and_a_longer_one_does_not() -> None:
    text = "厂长闻人杰出任此职"
    short = Candidate(2, 5, "PERSON", 0.97, "grammar.x")
    assert scores(text, Candidate(2, 4, "PERSON", 0.9, "ner"), short) == [0.9, 0.97]
    longer = Candidate(2, 6, "PERSON", 0.97, "grammar.x")
    assert scores(text, Candidate(2, 5, "PERSON", 0.9, "ner"), longer) == [0.9, 0.5]


def test_a_known_place_holds_against_a_part_of_it() -> None:
    known = Candidate(0, 5, "PLACE", 0.88, "grammar.place")
    assert scores("约旦河西岸的村庄", Candidate(0, 3, "PLACE", 0.95, "ner"), known) == [0.95, 0.88]
    assert scores("约旦河西南的村庄", Candidate(0, 3, "PLACE", 0.95, "ner"), known) == [0.95, 0.5]
    chain = Candidate(0, 9, "PLACE", 0.97, "grammar.place")
    read = Candidate(0, 7, "PLACE", 0.95, "ner")
    assert scores("巴勒斯坦约旦河西岸的村庄", read, chain) == [0.95, 0.97]
    assert scores("巴勒斯坦约旦河西南的村庄", read, chain) == [0.95, 0.5]


def test_times_vetoes_and_what_stands_inside_an_event_are_left_alone() -> None:
    text = "中冰建交50周年"
    read = Candidate(0, 8, "EVENT", 0.95, "ner")
    others = [
        Candidate(4, 8, "TIME", 0.97, "grammar.x"),
        Candidate(0, 8, VETO, 0.99, "grammar.x"),
        Candidate(0, 1, "PLACE", 0.93, "grammar.place.nested"),
    ]
    assert scores(text, read, *others) == [0.95, 0.97, 0.99, 0.93]


@pytest.mark.parametrize(
    ("text", "label", "grammar", "read"),
    [
        ("前郭县委书记", "ORG", (0, 4), (2, 4)),  # 前 is no 前任
        ("略阳县领导", "POST", (2, 5), (3, 5)),
        ("局党组成员", "POST", (1, 5), (3, 5)),
    ],
)
def test_what_cuts_a_county_or_a_bench_of_leaders_in_two_is_not_believed(
    text: str, label: str, grammar: tuple[int, int], read: tuple[int, int]
) -> None:
    assert scores(
        text, Candidate(*read, label, 0.9, "ner"), Candidate(*grammar, label, 0.95, "grammar.x")
    ) == [
        0.9,
        0.95,
    ]


def test_a_name_that_the_recogniser_reads_whole_elsewhere_keeps_its_score() -> None:
    text = "完玛仁增任副州长\n任命完玛仁增为副州长"
    short, whole = Candidate(0, 3, "PERSON", 0.9, "ner"), Candidate(11, 15, "PERSON", 0.7, "ner")
    again = Candidate(0, 4, "PERSON", 0.96, "grammar.person")
    assert scores(text, short, whole, again) == [0.9, 0.7, 0.96]
    assert scores(text, short, again) == [0.9, 0.5]


def test_a_seat_on_a_board_keeps_whom_it_is_for() -> None:
    text = "当选职工董事"
    seat = Candidate(2, 6, "POST", 0.95, "grammar.post")
    assert scores(text, Candidate(4, 6, "POST", 0.9, "ner"), seat) == [0.9, 0.95]


def test_outread_believes_a_recogniser_that_is_certain_where_a_name_ends() -> None:
    short, long = Candidate(0, 2, "PERSON", 0.95, "ner"), Candidate(0, 3, "PERSON", 0.97, "grammar.person")
    assert [c.score for c in outread("陈晓卸任", [short, long])] == [0.95, 0.5]
    unsure = Candidate(0, 2, "PERSON", 0.82, "ner")
    assert [c.score for c in outread("徐仁发讲话", [unsure, long])] == [0.82, 0.97]
