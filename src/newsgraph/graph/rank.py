"""Which nodes to show first when not all can be shown."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx


def rank_nodes(G: nx.MultiDiGraph[str]) -> dict[str, int]:
    """Return the rank of every node, 1 for the first: best connected first, every kind in its share.

    Within a kind nodes go by the number of their neighbours, then by the neighbours of those, then
    by mentions. The kinds are then shuffled into one another so that the first n nodes hold each in about
    its proportion of the whole graph: else an archive's events, with ten participants each, would hide its
    people. Nodes without an edge come last.
    """
    near = {node: set(G.pred[node]) | set(G.succ[node]) - {node} for node in G}
    reach = {node: sum(len(near[other]) for other in others) for node, others in near.items()}
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for node, attrs in G.nodes.items():
        kinds[attrs["kind"]].append(node)
    share: dict[str, float] = {}
    for nodes in kinds.values():
        nodes.sort(key=lambda n: (-len(near[n]), -reach[n], -G.nodes[n]["n_mentions"], n))
        share |= {node: (i + 0.5) / len(nodes) for i, node in enumerate(nodes)}
    ranked = sorted(G, key=lambda n: (not near[n], share[n], n))
    return {node: i for i, node in enumerate(ranked, 1)}
