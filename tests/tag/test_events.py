"""Names of events in running text."""

from __future__ import annotations

import pytest

from newsgraph.tag.events import find_events
from tests.tag.grammar import chosen, texts


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("市十六届人大常委会第三次会议昨日举行。", ["市十六届人大常委会第三次会议"]),
        ("学习党的十九届六中全会精神。", ["党的十九届六中全会"]),
        ("贯彻省、市党代会精神，开好市两会。", ["省、市党代会", "市两会"]),
        ("衡阳市第十六届人民代表大会第一次会议开幕。", ["衡阳市第十六届人民代表大会第一次会议"]),
        ("市长主持召开全市秋冬造林推进会。", ["全市秋冬造林推进会"]),
        ("第三届云岭竹编技能大赛在云岭镇开赛。", ["第三届云岭竹编技能大赛"]),
        ("“竹韵乡村”主题文艺晚会上演。", ["“竹韵乡村”主题文艺晚会"]),
        ("签约仪式举行，座谈会上，会议强调。", []),
        ("此次会议和有关活动。", []),
        ("他做客“竹乡大讲堂”，举办“竹里话茶”主题沙龙。", ["“竹乡大讲堂”", "“竹里话茶”主题沙龙"]),
        ("今年是云岭会议召开70周年。", ["云岭会议召开70周年"]),
        ("2023云岭（东湾）国际竹业博览会今日开幕。", ["2023云岭（东湾）国际竹业博览会"]),
    ],
)
def test_events_of_a_sentence(text: str, events: list[str]) -> None:
    assert texts(text, "EVENT") == events


def test_event_holds_project_and_acting_body() -> None:
    text = "“云溪谷”康养项目开工仪式举行。衡南县人民政府与云岭竹业集团战略合作签约仪式举行。"
    nested = [(text[c.start : c.end], c.label) for c in chosen(text)]
    assert ("“云溪谷”康养项目", "PROJECT") in nested
    assert ("衡南县人民政府", "ORG") in nested


def test_event_does_not_hold_the_body_that_names_it() -> None:
    assert texts("市委常委会会议召开。", "ORG") == []


def test_anniversary_of_relations_holds_both_states() -> None:
    text = "值此中冰建交50周年之际"
    assert texts(text, "EVENT") == ["中冰建交50周年"]
    assert texts(text, "PLACE") == ["中", "冰"]


def test_find_events_nests_the_work_that_a_ceremony_opens() -> None:
    for text, end in (
        ("云岭大桥通车仪式昨日举行", 4),
        ("云岭灌区工程开工动员会昨日举行", 6),
        ("云岭“牧光储”一体化项目开工仪式昨日举行", 12),
    ):
        assert (0, end, "PROJECT") in {(c.start, c.end, c.label) for c in find_events(text)}


def test_find_events_nests_no_mere_kind_of_works() -> None:
    text = "衡阳县一季度重大项目集中开工仪式昨日举行"
    assert not [c for c in find_events(text) if c.label == "PROJECT"]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("云岭竹编产业园项目签约仪式在县城举行。", "云岭竹编产业园项目"),
        ("云松公路改造工程建设动员大会召开。", "云松公路改造工程"),
    ],
)
def test_event_holds_the_work_that_is_signed_or_begun(text: str, work: str) -> None:
    assert texts(text, "PROJECT") == [work]


@pytest.mark.parametrize("works", ["重点项目", "衡阳·郴州产业援疆项目", "湘桂扶贫协作衡阳·柳州项目"])
def test_event_holds_no_works_of_a_kind(works: str) -> None:
    assert texts(f"{works}签约仪式在县城举行。", "PROJECT") == []
