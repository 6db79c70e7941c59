"""Items of several years, built by the shipped tagger: terms, namesakes, reprints, and words that give no office."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

import newsgraph as ng
from newsgraph.records import Records, Row
from tests.builds import load_once

pytestmark = pytest.mark.model


@pytest.fixture
def build(tmp_path: Path):
    """Return the graph of items (day of issue, text) of a paper of 岳阳市."""

    def build_items(*items: tuple[str, str]) -> ng.Graph:
        rows = [{"id": f"i{n}", "date": day, "text": text} for n, (day, text) in enumerate(items)]
        path = tmp_path / "items.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with patch("newsgraph.run.load", load_once):
            return ng.build(path, place="岳阳市")

    return build_items


def tenures(records: Records) -> list[tuple[str, str, Row]]:
    """Return (person, office, attributes) of every tenure, offices without the city's name."""
    name = {row["id"]: row["name"] for row in records.entities}
    return [
        (name[row["source"]], name[row["target"]].replace("岳阳市", ""), row["attrs"])
        for row in records.relations
        if row["type"] == "HOLDS_OFFICE"
    ]


def appointees(records: Records) -> list[str]:
    name = {row["id"]: row["name"] for row in records.entities}
    events = (row for row in records.events if row["type"] == "appointment")
    return [name[part["entity"]] for event in events for part in event["participants"]]


TERMS = (
    ("2008-03-12", "3月11日，副市长李明主持会议。"),
    ("2010-03-02", "3月1日，市人大常委会免去李明的副市长职务。"),
    ("2014-03-02", "3月1日，市人大常委会任命李明为副市长。"),
    ("2015-03-02", "3月1日，副市长李明主持会议。"),
)


def test_two_terms_in_one_office_are_two_tenures(build):
    held = [row for row in build(*TERMS).records.relations if row["type"] == "HOLDS_OFFICE"]
    assert [(row["attrs"], row["first_seen"], row["last_seen"], len(row["evidence"])) for row in held] == [
        ({"until": "2010-03-01", "former": True}, "2008-03-12", "2010-03-02", 2),
        ({"since": "2014-03-01"}, "2014-03-02", "2015-03-02", 2),
    ]
    assert len({row["id"] for row in held}) == 2


@pytest.mark.parametrize(
    ("since", "until", "term"),
    [("2008", "2009", {"until": "2010-03-01", "former": True}), ("2011", "2013", None),
     ("2014", "2015", {"since": "2014-03-01"})],
)  # fmt: skip
def test_a_period_keeps_the_term_that_lies_in_it(build, since: str, until: str, term: Any):
    part = build(*TERMS).select(since=since, until=until).records
    assert [attrs for _, _, attrs in tenures(part)] == ([term] if term else [])


def test_a_reelection_does_not_deny_the_years_before(build):
    graph = build(
        ("2008-03-12", "副市长陆秉文主持会议。"),
        ("2012-01-10", "1月9日，市七届人大一次会议选举陆秉文为副市长。"),
    )
    assert tenures(graph.records) == [("陆秉文", "人民政府副市长", {})]
    assert appointees(graph.records) == ["陆秉文"]


SIGNED = "日前，{}与华为公司在市政府大楼签订了战略合作协议。市长王明出席。18岁的高三学生刘洋到场参观，李小梅也来了。"


def test_a_report_given_twice_is_one_event_of_the_same_people(build):
    once = build(("2012-03-02", SIGNED.format("市政府"))).records
    twice = build(("2012-03-02", SIGNED.format("市政府")), ("2012-03-02", SIGNED.format("市政府 "))).records
    assert [row["id"] for row in twice.events] == [row["id"] for row in once.events]
    assert [len(row["articles"]) for row in twice.events] == [2] * len(once.events)
    people = [{row["id"] for row in r.entities if row["type"] == "Person"} for r in (once, twice)]
    assert people[0] == people[1]
    assert len(people[0]) == 3


@pytest.mark.parametrize("other", ["华容县政府", "中南大学"])
def test_two_signings_without_a_day_are_two_events(build, other: str):
    graph = build(("2012-03-02", SIGNED.format("市政府")), ("2012-03-02", SIGNED.format(other)))
    assert [row["type"] for row in graph.records.events] == ["signing", "signing"]


def test_a_report_is_one_from_a_page_and_from_an_archive(tmp_path: Path):
    text = SIGNED.format("市政府")
    (tmp_path / "page.txt").write_text(f"市政府与华为签约\n\n　　{text}\n", encoding="utf-8")
    row = {"id": "i", "date": "2012-03-02", "title": "市政府与华为签约", "text": text}
    (tmp_path / "items.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    with patch("newsgraph.run.load", load_once):
        records = ng.build(tmp_path, place="岳阳市", date="2012-03-02").records
    assert len(records.articles) == 2
    assert [(row["type"], len(row["articles"])) for row in records.events] == [("signing", 2)]
    assert len([row for row in records.entities if row["type"] == "Person"]) == 3


@pytest.mark.parametrize(
    "text",
    [
        "4月19日，省委提名陆秉文为岳阳市市长候选人。",
        "4月19日，市委全会推荐陆秉文为市长人选。",
        "4月19日，陆秉文有望出任岳阳市市长。",
        "4月19日，拟任市长陆秉文作供职发言。",
    ],
)
def test_who_is_proposed_holds_no_office_yet(build, text: str):
    records = build(("2012-04-20", text)).records
    assert tenures(records) == [("陆秉文", "人民政府市长", {"proposed": True})]
    assert appointees(records) == []


@pytest.mark.parametrize("text", ["陆秉文未当选市长。", "网上关于陆秉文将任岳阳市市长的传言不实。"])
def test_who_is_said_not_to_have_an_office_has_none(build, text: str):
    records = build(("2012-04-20", f"4月19日，{text}")).records
    assert (tenures(records), appointees(records)) == ([], [])


@pytest.mark.parametrize(
    ("short", "long"), [("代市长", "代理市长"), ("代县长", "代理县长"), ("代区长", "代理区长")]
)
def test_an_acting_head_has_one_office_in_both_printed_forms(build, short: str, long: str):
    seat = {"市": "", "县": "华容县", "区": "云溪区"}[short[1]]
    graph = build(
        ("2012-03-02", f"{seat}{short}王明主持会议。"), ("2012-03-03", f"{seat}{long}王明主持会议。")
    )
    ((_, office, _),) = tenures(graph.records)
    assert office.endswith(f"人民政府{short}")


def test_namesakes_of_one_list_are_as_many_people_at_the_meeting(build):
    text = "2月28日，副市长张伟、华容县委书记张伟、市一医院院长张伟出席会议。"
    records = build(("2012-03-01", text)).records
    (event,) = records.events
    assert len({part["entity"] for part in event["participants"]}) == len(tenures(records)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "1月9日，刘洋不再兼任云溪区委书记职务。",
        "1月9日，刘洋不再兼任云溪区委书记。",
        "1月9日，市人大常委会免去刘洋云溪区委书记职务。",
    ],
)
def test_who_leaves_an_office_leaves_it_that_day(build, text: str):
    records = build(("2014-01-10", text)).records
    assert tenures(records) == [("刘洋", "中共云溪区委员会书记", {"until": "2014-01-09", "former": True})]
    assert appointees(records) == ["刘洋"]


@pytest.mark.parametrize("name", ["钱晓红", "刘建国"])
def test_a_name_that_runs_into_the_body_it_is_removed_from_is_read(build, name: str):
    records = build(("2014-01-10", f"1月9日，免去{name}市外事侨务办主任职务。")).records
    ((person, office, attrs),) = tenures(records)
    assert (person, office, attrs["until"]) == (name, "外事侨务办公室主任", "2014-01-09")
    assert appointees(records) == [name]


def test_what_was_taken_up_before_has_not_the_day_of_what_is_left(build):
    text = "3月5日，省委宣布程望达不再担任岳阳市委书记。程望达已当选湖南省人大常委会副主任。"
    left, taken = tenures(build(("2015-03-06", text)).records)
    assert left[2] == {"until": "2015-03-05", "former": True}
    assert taken == ("程望达", "湖南省人民代表大会常务委员会副主任", {})


ELECTED = (
    "1月9日，市七届人大一次会议选举产生新一届市人大常委会组成人员。\n"
    "主任：蔡文秀（女）\n副主任：石柏年、唐晓云（女，土家族）\n秘书长：周正"
)


def test_posts_that_head_the_list_of_those_elected_are_of_the_body_elected(build):
    records = build(("2012-01-10", ELECTED)).records
    body, day = "人民代表大会常务委员会", {"since": "2012-01-09"}
    assert tenures(records) == [
        ("蔡文秀", f"{body}主任", day),
        ("石柏年", f"{body}副主任", day),
        ("唐晓云", f"{body}副主任", day),
        ("周正", f"{body}秘书长", day),
    ]
    assert appointees(records) == ["蔡文秀", "石柏年", "唐晓云", "周正"]


def test_a_heading_below_no_election_takes_no_body_from_it(build):
    text = "1月9日，市人大常委会领导到市图书馆调研。\n主任：蔡文秀（女）\n秘书长：周正"
    assert tenures(build(("2012-01-10", text)).records) == []
