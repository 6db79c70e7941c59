"""`build_graph`: nodes, edges, evidence, and what it refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsgraph.errors import InputError
from newsgraph.graph import build_graph
from newsgraph.records import Records


@pytest.fixture(scope="module")
def G(city):
    return build_graph(city)


def edges_of(G, relation):
    return [(u, v, attrs) for u, v, attrs in G.edges(data=True) if attrs["relation"] == relation]


def test_build_graph_has_a_node_for_every_entity_and_event(city, G):
    assert set(G) == {row["id"] for row in (*city.entities, *city.events)}
    kinds = {attrs["kind"] for attrs in G.nodes.values()}
    assert kinds == {"Person", "Office", "Organization", "Place", "Project", "Event"}


def test_build_graph_has_an_edge_for_every_relation_role_place_and_project(city, G):
    expected = len(city.relations)
    for event in city.events:
        expected += len(event["participants"]) + len(event["projects"]) + bool(event["place"])
    assert G.number_of_edges() == expected


def test_build_graph_puts_evidence_and_weight_on_every_edge(G):
    for _, _, attrs in G.edges(data=True):
        assert attrs["weight"] >= 1
        for item in attrs["evidence"]:
            start, end = item["mark"]
            assert item["text"][start:end]


def test_build_graph_keeps_one_edge_per_role_with_its_order(G):
    roles = {
        (G.nodes[u]["label"], attrs["role"], attrs["order"])
        for u, v, attrs in edges_of(G, "PARTICIPATES")
        if G.nodes[v]["label"] == "市委常委会会议"
    }
    assert ("叶听澜", "attendee", 5) in roles
    assert ("叶听澜", "speaker", None) in roles


def test_build_graph_keys_are_unique_in_the_whole_graph(G):
    keys = [key for *_, key in G.edges(keys=True)]
    assert len(set(keys)) == len(keys)


def test_build_graph_gives_attributes_under_their_own_names(G):
    port = next(attrs for attrs in G.nodes.values() if attrs["label"] == "云泽内河港物流园项目")
    assert port["investment_cny"] == 3_650_000_000
    assert port["area_mu"] == 1200.0


def test_build_graph_renames_an_attribute_whose_name_is_taken():
    row = {"id": "p", "type": "Person", "name": "甲", "aliases": [], "attrs": {"size": 9, "note": 1}}
    row |= {"first_seen": None, "last_seen": None}
    records = Records(meta={}, articles=[], mentions=[], entities=[row], events=[], relations=[])
    node = build_graph(records).nodes["p"]
    assert node["attr_size"] == 9
    assert node["size"] == 6.0
    assert node["note"] == 1


def test_build_graph_is_the_same_twice_and_leaves_the_records_alone(city, G):
    before = repr(city)
    again = build_graph(city)
    assert list(again.nodes(data=True)) == list(G.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(G.edges(keys=True, data=True))
    assert repr(city) == before


def test_build_graph_of_nothing_is_empty():
    records = Records(meta={}, articles=[], mentions=[], entities=[], events=[], relations=[])
    assert len(build_graph(records)) == 0


def test_build_graph_refuses_an_edge_to_nowhere(city):
    relation = city.relations[0] | {"target": "pl-nowhere"}
    with pytest.raises(
        InputError, match=r"LOCATED_IN 'pl-.*no entity has the id 'pl-nowhere'; give the records"
    ):
        build_graph(replace(city, relations=[relation]))


def test_build_graph_refuses_an_id_used_twice(city):
    with pytest.raises(InputError, match="the id is taken by"):
        build_graph(replace(city, entities=[*city.entities, city.entities[0]]))


def test_build_graph_survives_hostile_values(hostile):
    G = build_graph(hostile)
    assert len(G) == len(hostile.entities) + len(hostile.events)
    assert all(attrs["label"] for attrs in G.nodes.values())
