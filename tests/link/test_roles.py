"""Roles by the words of a clause, and the event they belong to."""

import pytest

from tests.link.markup import seen, tell

MEETING = "9日，[全市工作会议|E]召开。"


@pytest.mark.parametrize(
    ("sentence", "role", "names"),
    [
        ("会议由[甲一|P]主持。", "chair", ["甲一"]),
        ("会议由[甲一|P]与[乙二|P]共同主持。", "chair", ["甲一", "乙二"]),
        ("[甲一|P]与[乙二|P]共同出席。", "attendee", ["甲一", "乙二"]),
        ("出席会议的还有：[甲一|P]、[乙二|P]。", "attendee", ["甲一", "乙二"]),
        ("[甲一|P]作题为《治水》的报告。", "speaker", ["甲一"]),
        ("[甲一|P]、[乙二|P]分别作交流发言。", "speaker", ["甲一", "乙二"]),
        ("[甲一|P]宣读了表彰决定。", "speaker", ["甲一"]),
        ("[甲一|P]列席会议。", "attendee", ["甲一"]),
        ("会议听取了[甲一|P]的工作汇报。", "speaker", ["甲一"]),
    ],
)
def test_roles_follow_the_words(sentence: str, role: str, names: list[str]) -> None:
    event = seen(tell(MEETING + sentence))[0]
    assert event.roles[role] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲一|P]未出席会议。",
        "[甲一|P]告诉记者，会场很热。",
        "[甲一|P]在接受采访时表示，收获很大。",
        "[甲一|P]作出批示，要求落实。",
        "去年5月，[甲一|P]强调，要早谋划。",
        "据说[甲一|P]很忙。",
    ],
)
def test_roles_are_not_given_for(sentence: str) -> None:
    assert seen(tell(MEETING + sentence))[0].roles == {}


def test_roles_go_to_the_event_that_the_clause_points_at() -> None:
    talks, signing = seen(
        tell(
            "9日，[甲一|P]会见了[乙二|P]一行。会见后，[甲一|P]、[乙二|P]见证双方签约。\n会见中，[甲一|P]说，欢迎来投资。\n[丙三|P]主持签约仪式。[丁四|P]参加会见。"
        )
    )
    assert talks.roles["speaker"] == ["甲一"]
    assert talks.roles["attendee"] == ["丁四"]
    assert signing.roles["chair"] == ["丙三"]


def test_roles_of_a_bare_meeting_go_to_the_one_held_not_to_the_one_it_decided_on() -> None:
    story = tell(
        "9日，[市治水专题会议|E]召开。会议决定，6月10日在[柳河镇|L]召开[全市治水现场会|E]。[甲一|P]出席会议。"
    )
    assert {e.name: e.roles for e in seen(story)} == {
        "市治水专题会议": {"attendee": ["甲一"]},
        "全市治水现场会": {},
    }
