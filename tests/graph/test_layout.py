"""Positions: the same every time, apart, and for every node."""

from __future__ import annotations

import random

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.graph.layout import EDGE, place_nodes


def make(pairs, n):
    G = nx.MultiDiGraph()
    G.add_nodes_from(str(i) for i in range(n))
    G.add_edges_from((str(u), str(v)) for u, v in pairs)
    return G


def place(G, **kwargs):
    return place_nodes(G, dict.fromkeys(G, 6.0), {node: int(node) for node in G}, **kwargs)


def gaps(positions):
    points = np.array(list(positions.values()))
    distance = np.hypot(*(points[:, None] - points[None, :]).transpose(2, 0, 1))
    np.fill_diagonal(distance, np.inf)
    return distance.min()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30))
def test_place_nodes_gives_every_node_a_place_of_its_own(pairs):
    positions = place(make(pairs, 12))
    assert len(positions) == 12
    assert gaps(positions) > 12.0


def test_place_nodes_is_deterministic_and_leaves_the_random_module_alone():
    G = make([(i, (i * 7) % 40) for i in range(40)], 45)
    random.seed(5)
    state = random.getstate()
    assert place(G) == place(G)
    assert random.getstate() == state


def test_place_nodes_sets_what_is_beyond_the_core_around_its_neighbours(monkeypatch):
    monkeypatch.setattr("newsgraph.graph.layout.CORE", 10)
    G = make([(i, i // 2) for i in range(1, 40)], 40)
    positions = place(G, seed=3)
    assert positions == place(G, seed=3)
    assert positions != place(G, seed=4)
    (x, y), (u, v) = positions["39"], positions["19"]
    assert np.hypot(x - u, y - v) <= 1.5 * EDGE


def test_place_nodes_sets_components_side_by_side():
    positions = place(make([(0, 1), (1, 2), (3, 4), (5, 6)], 8))
    assert gaps(positions) >= EDGE * 0.5
    assert {type(value) for position in positions.values() for value in position} == {float}
    assert positions["7"][1] > max(positions[str(i)][1] for i in range(7))
