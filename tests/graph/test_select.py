"""Nodes by name, neighbourhoods, and records of a part."""

from __future__ import annotations

import pytest

from newsgraph.graph import build_graph, ego_nodes, find_nodes, select_records


@pytest.fixture(scope="module")
def G(city):
    return build_graph(city)


@pytest.mark.parametrize("name", ["远帆港航集团有限公司", "远帆集团", "远帆　集团"])
def test_find_nodes_finds_by_label_and_alias(G, name):
    assert [G.nodes[node]["label"] for node in find_nodes(G, name)] == ["远帆港航集团有限公司"]


def test_find_nodes_accepts_an_id(G):
    node = next(iter(G))
    assert find_nodes(G, node) == [node]


def test_find_nodes_says_what_is_near(G):
    with pytest.raises(LookupError, match="named '云泽市人民'; names that hold it: 云泽市人民"):
        find_nodes(G, "云泽市人民")


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
