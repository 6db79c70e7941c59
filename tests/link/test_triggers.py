"""The table of words."""

import pytest

from newsgraph.link.triggers import ROLE_VERBS, VERBS, type_of_mention, type_of_name
from newsgraph.model import EventType, Role


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("市委常委会会议", "meeting"),
        ("全市防汛工作电视电话会议", "meeting"),
        ("市长碰头会", "meeting"),
        ("民主生活会", "meeting"),
        ("县域经济论坛", "meeting"),
        ("学习贯彻全会精神宣讲报告会", "lecture"),
        ("“镜湖大讲堂”", "lecture"),
        ("重点项目集中签约仪式", "signing"),
        ("柳河大桥通车仪式", "ceremony"),
        ("重大项目集中开工活动", "ceremony"),
        ("半程马拉松", "activity"),
        ("农产品博览会", "activity"),
        ("荷花文化节", "activity"),
        ("志愿服务活动", "activity"),
        ("两国总理定期会晤", "talks"),
    ],
)
def test_type_of_name_goes_by_the_head_noun(name: str, type: str) -> None:
    assert type_of_name(name) == type


@pytest.mark.parametrize(
    ("name", "type"),
    [("外长会", "meeting"), ("学雷锋日", "activity"), ("建交50周年", None), ("春风行动", "activity")],
)
def test_type_of_mention_falls_back_on_the_ending(name: str, type: str | None) -> None:
    assert type_of_mention(name) == type


def test_triggers_know_every_role_and_type_that_verbs_give() -> None:
    assert {verb.type for verb in VERBS} == {
        EventType.TALKS, EventType.VISIT, EventType.SIGNING, EventType.MESSAGE, EventType.LECTURE,
        EventType.CEREMONY, EventType.MEETING,
    }  # fmt: skip
    assert Role.SPEAKER in {role for role, _ in ROLE_VERBS}


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        (Role.CHAIR, "主持会议", True),
        (Role.CHAIR, "主持人", False),
        (Role.CHAIR, "主持市政府全面工作", False),
        (Role.SPEAKER, "作了典型发言", True),
        (Role.SPEAKER, "据说", False),
        (Role.ATTENDEE, "未出席", False),
        (Role.ATTENDEE, "参加工作", False),
        (Role.PERFORMER, "为获奖选手颁奖", False),
    ],
)
def test_role_verbs_tell_deeds_from_nouns(word: Role, text: str, found: bool) -> None:
    pattern = dict(ROLE_VERBS)[word]
    assert bool(pattern.search(text)) is found
