"""Nodes by name, neighbourhoods, and records of a part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsgraph.errors import ConfigError, UnknownNameError
from newsgraph.graph import build_graph, ego_nodes, find_nodes, select_part, select_records
from newsgraph.records import Records
from tests.conftest import RecordsBuilder


@pytest.fixture(scope="module")
def G(city):
    return build_graph(city)


def names_of(part: Records, kind: str) -> set[str]:
    return {row["name"] for row in part.entities if row["type"] == kind}


def events_of(part: Records) -> set[str]:
    return {row["name"] for row in part.events}


@pytest.mark.parametrize("name", ["远帆港航集团有限公司", "远帆集团", "远帆　集团"])
def test_find_nodes_finds_by_label_and_alias(G, name):
    assert [G.nodes[node]["label"] for node in find_nodes(G, name)] == ["远帆港航集团有限公司"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("云泽市委书记", "中共云泽市委员会书记"),
        ("中共云泽市委", "中共云泽市委员会"),
        ("云泽市政府", "云泽市人民政府"),
        ("云泽市长", "云泽市人民政府市长"),
        ("云泽市副市长", "云泽市人民政府副市长"),
        ("云泽市人大", "云泽市人民代表大会常务委员会"),
        ("云泽市人大常委会主任", "云泽市人民代表大会常务委员会主任"),
        ("云泽市政协主席", "中国人民政治协商会议云泽市委员会主席"),
        ("政协云泽市委员会", "中国人民政治协商会议云泽市委员会"),
        ("云泽市委宣传部部长", "中共云泽市委宣传部部长"),
        ("云泽市发改委", "云泽市发展和改革委员会"),
        ("临溪区政府区长", "临溪区人民政府区长"),
    ],
)
def test_find_nodes_finds_by_the_short_forms_of_organs_and_offices(G, name, label):
    assert [G.nodes[node]["label"] for node in find_nodes(G, name)] == [label]


def test_find_nodes_does_not_take_a_place_for_its_namesake_of_another_level(G):
    with pytest.raises(UnknownNameError, match="nothing in this graph is named '云泽县委'"):
        find_nodes(G, "云泽县委")


def test_find_nodes_accepts_an_id(G):
    node = next(iter(G))
    assert find_nodes(G, node) == [node]


@pytest.mark.parametrize(
    ("name", "near"), [("云泽市人民", "云泽市人民政府"), ("沈望书", "沈望舒"), ("远帆集圉", "远帆集团")]
)
def test_find_nodes_says_what_is_near(G, name, near):
    with pytest.raises(
        UnknownNameError, match=f"nothing in this graph is named '{name}'; near it are .*{near}"
    ):
        find_nodes(G, name)


@pytest.mark.parametrize("name", ["欧阳不见", ""])
def test_find_nodes_says_where_names_are_when_none_is_near(G, name):
    with pytest.raises(LookupError, match="see the name columns of the frames and tables"):
        find_nodes(G, name)


def test_ego_nodes_reaches_by_hops_whatever_the_direction(G):
    centre = find_nodes(G, "江若水")
    assert ego_nodes(G, centre, 0) == set(centre)
    one = {G.nodes[n]["label"] for n in ego_nodes(G, centre, 1)}
    assert one == {"江若水", "省委宣讲团成员", "省委宣讲团报告会"}
    assert "沈望舒" in {G.nodes[n]["label"] for n in ego_nodes(G, centre, 2)}


def test_select_records_are_complete_in_themselves(city, G):
    nodes = ego_nodes(G, find_nodes(G, "江若水"), 2)
    part = select_records(city, nodes)
    assert set(build_graph(part)) == nodes
    assert [row["title"] for row in part.articles if row["kind"] == "news"]
    assert len(part.articles) < len(city.articles) + 1
    assert {row["entity"] for row in part.mentions} <= nodes


def test_select_records_of_everything_changes_nothing(city, G):
    assert select_records(city, set(G)).to_dict() == city.to_dict()


def test_select_records_keep_what_an_event_without_a_name_is_called(city, G):
    visit = next(node for node in G if G.nodes[node]["label"] == "陆景行东岭县调研")
    part = select_records(city, {visit})
    assert build_graph(part).nodes[visit]["label"] == "陆景行东岭县调研"
    assert build_graph(select_records(part, {visit})).nodes[visit]["label"] == "陆景行东岭县调研"


def test_select_records_keep_the_sources_that_tell_of_them():
    pages = [RecordsBuilder(paper, "2023-05-20", "云泽市") for paper in ("云泽晚报", "云泽日报")]
    for page in pages:
        article = page.article("会议", f"{page.paper}说，举行会议。")
        page.event("meeting", f"{page.paper}的会", page.says(article, "举行会议"))
    one, other = (page.records().to_dict() for page in pages)
    both = Records.from_dict(
        {name: one[name] + other[name] for name in one if name != "meta"}
        | {"meta": one["meta"] | {"sources": one["meta"]["sources"] + other["meta"]["sources"]}}
    )
    part = select_records(both, {both.events[1]["id"]})
    assert [row["paper"] for row in part.meta["sources"]] == ["云泽日报"]


def test_select_part_without_choices_is_everything(city, G):
    assert select_part(city, G).to_dict() == city.to_dict()


@pytest.mark.parametrize(
    "choice",
    [
        {"since": "2023-05-17"},
        {"until": "2023-05-16", "types": "signing"},
        {"types": "Person,Office,visit"},
        {"ego": "沈望舒", "hops": 2, "since": "2023-05-17", "types": "人物,事件"},
    ],
)
def test_select_part_is_a_graph_of_its_own(city, G, choice):
    part = select_part(city, G, **choice)
    assert 0 < len(build_graph(part)) < len(G)
    assert set(build_graph(part)) <= set(G)


def test_select_part_of_a_period_keeps_its_events_and_what_they_tie(city, G):
    part = select_part(city, G, since="2023-05-18", until="2023-05-19")
    assert events_of(part) == {"", "省委宣讲团报告会"}  # the visit has no name, the lecture only a month
    assert {"陆景行", "霍青原", "江若水"} <= names_of(part, "Person")
    assert names_of(part, "Project") == {"“千塘百渠”水利工程"}


def test_select_part_of_an_event_type_keeps_who_was_there_and_their_offices(city, G):
    part = select_part(city, G, types="visit")
    assert names_of(part, "Person") == {"陆景行", "霍青原", "柳如松", "邵云起"}
    assert "云泽市人民政府市长" in names_of(part, "Office")
    assert "云泽市人民政府" in names_of(part, "Organization")
    assert "中共临溪区委员会" not in names_of(part, "Organization")


def test_select_part_of_kinds_keeps_only_those(city, G):
    assert {row["type"] for row in select_part(city, G, types="Person,Office").entities} == {
        "Person",
        "Office",
    }
    part = select_part(city, G, types="Person,signing")
    assert events_of(part) == {"云泽内河港物流园项目签约仪式"}
    assert len(names_of(part, "Person")) == len(part.entities) == 9


def test_select_part_takes_the_kind_event_for_all_events(city, G):
    part = select_part(city, G, types="Event,signing")
    assert (len(part.events), part.entities) == (len(city.events), [])


def test_select_part_counts_hops_in_what_the_rest_leaves(city, G):
    part = select_part(city, G, ego="沈望舒", hops=2, types="人物,事件", until="2023-05-16")
    assert events_of(part) == {"云泽内河港物流园项目签约仪式", "省委宣讲团报告会"}
    assert "江若水" in names_of(part, "Person")
    assert "叶听澜" not in names_of(part, "Person")


def test_select_part_says_that_a_name_is_outside(city, G):
    with pytest.raises(UnknownNameError, match="'江若水' is in the graph, but not in the part"):
        select_part(city, G, ego="江若水", types="signing")


def test_select_part_refuses_negative_hops(city, G):
    with pytest.raises(ConfigError, match="hops -1: want 0 or more"):
        select_part(city, G, ego="江若水", hops=-1)


@pytest.fixture(scope="module")
def tenures() -> Records:
    """An issue of 2 March 2001 with tenures of every form, and an event that nobody has dated."""
    build = RecordsBuilder("云泽晚报", "2001-03-02", "云泽市")
    told = build.article("会议", "2月20日，市长甲乙出席会议。")
    other = build.article("人事", "丙丁曾任局长，戊己任院长，庚辛曾任处长。")
    body = build.entity("Organization", "云泽市人民政府")
    for name, post, article, attrs in (
        ("甲乙", "市长", told, {}),
        ("丙丁", "局长", other, {"since": "1995", "until": "1998-06"}),
        ("戊己", "院长", other, {"since": "2001-03-01"}),
        ("庚辛", "处长", other, {"since": "1990-05", "former": True}),
    ):
        build.office(build.entity("Person", name), post, body, build.says(article, name), **attrs)
    build.event("meeting", "旧会", build.says(told, "会议"), date=("2001-02-20", "2001-02-20", "2月20日"))
    build.event("talks", "未注日期", build.says(other, "丙丁曾任"))
    return build.records()


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        ("1990", "1990", {"庚辛"}),
        ("1994", "1994", set()),
        ("1996-01", "1996-02", {"丙丁"}),
        ("1998-07", "2001-02-19", set()),
        # The article that calls him mayor tells of a meeting on that day.
        ("2001-02-20", "2001-02-20", {"甲乙"}),
        ("2001-03-01", "2001-03-01", {"甲乙", "戊己"}),
        ("2001-03-03", None, set()),
    ],
)
def test_select_part_keeps_tenures_by_their_spans(tenures, since, until, held):
    part = select_part(tenures, build_graph(tenures), since=since, until=until)
    kept = {row["source"] for row in part.relations if row["type"] == "HOLDS_OFFICE"}
    assert {row["name"] for row in part.entities if row["id"] in kept} == held


def test_select_part_dates_an_undated_event_by_its_issue(tenures):
    G = build_graph(tenures)
    assert events_of(select_part(tenures, G, since="2001-03-02")) == {"未注日期"}
    assert events_of(select_part(tenures, G, until="2001-03-01")) == {"旧会"}


def test_select_part_drops_what_has_no_day_at_all(tenures):
    undated = Records.from_dict(
        tenures.to_dict() | {"articles": [row | {"date": None} for row in tenures.articles]}
    )
    assert events_of(select_part(undated, build_graph(undated), since="1900")) == {"旧会"}


def test_select_records_keep_the_article_of_a_figure(city, G):
    (port,) = find_nodes(G, "云泽内河港物流园项目")
    bare = replace(city, mentions=[])
    part = select_records(bare, {port})
    assert [row["title"] for row in part.articles] == ["云泽市与远帆集团签约"]
    assert [fact["name"] for fact in part.entities[0]["facts"]] == ["investment_cny", "area_mu"]
