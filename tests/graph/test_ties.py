"""What ties two: relations, common events and offices, and the way from one to the other."""

from __future__ import annotations

import networkx as nx
import pytest

from newsgraph.graph import BETWEEN, PATH, build_graph, find_nodes, shortest_path, ties_between
from tests.conftest import RecordsBuilder


@pytest.fixture(scope="module")
def G(city):
    return build_graph(city)


def between(G, a, b):
    return ties_between(G, find_nodes(G, a), find_nodes(G, b))


def path(G, a, b):
    return shortest_path(G, find_nodes(G, a), find_nodes(G, b))


def test_ties_between_are_common_events_in_time_with_both_roles_and_sentences(G):
    ties = between(G, "沈望舒", "陆景行")
    assert list(ties.columns) == list(BETWEEN)
    assert list(ties["name"]) == ["云泽内河港物流园项目签约仪式", "市委常委会会议"]
    assert list(ties["role_b"]) == ["witness", "attendee"]
    assert list(ties["order_b"]) == [2, 1]
    assert list(ties["sentence_a"].str[:5]) == ["5月16日", "5月17日"]


def test_ties_between_turns_round(G):
    one, other = between(G, "沈望舒", "陆景行"), between(G, "陆景行", "沈望舒")
    for name in ("role", "order", "sentence"):
        assert list(one[f"{name}_a"]) == list(other[f"{name}_b"])


def test_ties_between_are_relations_too(G):
    ties = between(G, "云泽内河港物流园项目", "远帆港航集团有限公司")
    relation = ties[ties["what"] == "relation"].iloc[0]
    assert (relation["type"], relation["role_a"], relation["role_b"]) == ("INVESTS_IN", "target", "source")
    assert "投资建设" in relation["sentence_a"]


def test_ties_between_are_offices_that_both_held():
    build = RecordsBuilder("云泽晚报", "2023-05-20", "云泽市")
    article = build.article("任免", "任命甲乙为市长，免去丙丁的市长职务。")
    body = build.entity("Organization", "云泽市人民政府")
    one, other = build.entity("Person", "甲乙"), build.entity("Person", "丙丁")
    build.office(one, "市长", body, build.says(article, "任命甲乙为市长"), since="2023-05-19")
    build.office(other, "市长", body, build.says(article, "免去丙丁的市长职务"), until="2023-05-19")
    ties = between(build_graph(build.records()), "甲乙", "丙丁")
    assert ties[["what", "type", "name"]].values.tolist() == [
        ["office", "HOLDS_OFFICE", "云泽市人民政府市长"]
    ]


@pytest.mark.parametrize(
    ("kind", "what"),
    [("appointment", "named"), ("message", "named"), ("meeting", "event"), ("visit", "event")],
)
def test_ties_between_tell_being_named_together_from_being_together(kind, what):
    build = RecordsBuilder("云泽晚报", "2023-05-20", "云泽市")
    article = build.article("任免", "任命甲乙为市长，丙丁为县长。")
    people = [(build.entity("Person", name), "appointee", i) for i, name in enumerate(("甲乙", "丙丁"), 1)]
    build.event(kind, "", build.says(article, "任命"), participants=people)
    ties = between(build_graph(build.records()), "甲乙", "丙丁")
    assert ties[["what", "type"]].values.tolist() == [[what, kind]]


def test_ties_between_strangers_is_an_empty_frame(G):
    ties = between(G, "江若水", "韩知远")
    assert list(ties.columns) == list(BETWEEN)
    assert ties.empty


def test_shortest_path_goes_hop_by_hop_with_evidence(G):
    hops = path(G, "江若水", "韩知远")
    assert list(hops.columns) == list(PATH)
    assert list(hops["hop"]) == [1, 2, 3, 4]
    assert list(hops["source"])[1:] == list(hops["target"])[:-1]
    assert list(hops["target_kind"]) == ["Event", "Person", "Event", "Person"]
    assert list(hops["forward"]) == [True, False, True, False]
    assert hops["sentence"].notna().all()
    assert len(hops) == nx.shortest_path_length(
        nx.Graph(G), find_nodes(G, "江若水")[0], find_nodes(G, "韩知远")[0]
    )


def test_shortest_path_lists_every_relation_of_a_hop(G):
    hops = path(G, "叶听澜", "市委常委会会议")
    assert list(hops["role"]) == ["attendee, speaker"]


def test_shortest_path_goes_by_people_rather_than_places(G):
    """By 云泽市 it would be as far."""
    assert "Place" not in set(path(G, "江若水", "韩知远")["target_kind"])


def test_shortest_path_to_the_unreachable_is_an_empty_frame(G):
    assert path(G, "江若水", "云泽市生态环境保护“净水”行动").empty
