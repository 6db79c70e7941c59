"""`rank_nodes`: the best connected first, every kind in its share."""

from __future__ import annotations

import networkx as nx

from newsgraph.graph.rank import rank_nodes


def make(edges, kinds):
    G = nx.MultiDiGraph()
    for node, kind in kinds.items():
        G.add_node(node, kind=kind, n_mentions=0)
    G.add_edges_from(edges)
    return G


def test_rank_nodes_puts_the_best_connected_of_a_kind_first():
    G = make([("a", "e"), ("b", "e"), ("b", "f")], dict.fromkeys("abef", "Person"))
    ranks = rank_nodes(G)
    assert sorted(ranks, key=ranks.get) == ["b", "e", "a", "f"]


def test_rank_nodes_holds_each_kind_in_its_share(many_graph):
    first = [attrs["kind"] for attrs in many_graph.nodes.values() if attrs["rank"] <= 300]
    assert len(first) == 300
    assert 25 <= first.count("Event") <= 35
    assert 110 <= first.count("Person") <= 150


def test_rank_nodes_puts_nodes_without_an_edge_last():
    ranks = rank_nodes(make([("x", "y")], {"a": "Person", "x": "Event", "y": "Event"}))
    assert ranks["a"] == 3
