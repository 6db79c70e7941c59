"""Clauses and their subjects."""

import pytest

from newsgraph.link.clauses import Clause, read_clauses
from newsgraph.link.skeleton import fold_article
from tests.link.markup import tell


def clauses(markup: str) -> list[Clause]:
    tagged = tell(markup).tagged[0]
    return list(read_clauses(fold_article(tagged.article, tagged.mentions, [])))


def subjects(markup: str) -> list[str | None]:
    return [c.subject.mentions[0].text if c.subject else None for c in clauses(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("[甲一|P]出席会议，并讲话。", ["甲一", "甲一"]),
        ("[甲一|P]主持会议。他强调了三点。", ["甲一", "甲一"]),
        ("[甲一|P]主持会议，会议听取了汇报。", ["甲一", None]),
        ("[甲一|P]主持会议。还有其他事项。", ["甲一", None]),
        ("由[甲一|P]主持会议。", [None]),
        ("来自山区的学生[甲一|P]登台表演。", ["甲一"]),
        ("看望了退休多年的教师[甲一|P]。", [None]),
        ("应邀访问[丙国|L]的[甲一|P]会见了[乙二|P]。", ["甲一"]),
        ("[市政府|O]召开会议，[甲一|P]出席。", ["市政府", "甲一"]),
    ],
)
def test_read_clauses_gives_each_its_subject(markup: str, expected: list[str | None]) -> None:
    assert subjects(markup) == expected


def test_read_clauses_takes_what_follows_a_saying_for_speech() -> None:
    said = [c.said for c in clauses("[甲一|P]说，要抓紧，要落实。会议强调，要加快。")]
    assert said == [False, True, True, False, True]


def test_read_clauses_ends_speech_where_another_acts() -> None:
    found = clauses("[甲一|P]表示，欢迎投资，[乙二|P]致辞。")
    assert [c.said for c in found] == [False, True, False]


def test_read_clauses_marks_what_is_told_to_the_reporter() -> None:
    assert [c.told for c in clauses("[甲一|P]告诉记者，项目将开工。[甲一|P]致辞。")] == [True, True, False]


def test_read_clauses_drops_the_lead_of_a_report() -> None:
    assert clauses("本报讯（记者 丁三）会议召开。")[0].text == "会议召开"


def test_read_clauses_cuts_text_without_punctuation() -> None:
    assert max(len(c.text) for c in clauses("会" * 5000)) <= 400
