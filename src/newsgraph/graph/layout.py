"""Positions for a drawing, found before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Position = tuple[float, float]
Block = tuple[Sequence[str], Points]

EDGE = 110.0
"""Median length of an edge in layout units, in which a node's radius is 6 to 40."""
CORE = 500
"""Nodes of a component that are laid out as a whole, at quadratic cost; the others are set around them."""
PAGE = 1.15
"""Width by height of the page that components are packed for: a screen without its panel."""
LANDSCAPE = 1.3
"""How much wider than high: labels and screens are."""


def place_nodes(
    G: nx.MultiDiGraph[str], radii: Mapping[str, float], ranks: Mapping[str, int], *, seed: int = 1
) -> dict[str, Position]:
    """Return ``(x, y)`` of every node, rounded to tenths; the same for the same graph and `seed`.

    Components are laid out one by one, turned so that they lie, and packed in rows, the largest first;
    nodes without an edge form a grid below. Of a component up to `CORE` nodes of the best ranks that hang together
    are laid out by igraph's Kamada-Kawai and spread so that no two touch; the others are set around those
    they are tied to.

    Parameters
    ----------
    G : networkx.MultiDiGraph
        Directions, parallel edges and loops play no part.
    radii : Mapping[str, float]
        Radius of every node, layout units.
    ranks : Mapping[str, int]
        Rank of every node, the most important least.
    seed : int, default 1
        Of the random numbers that set the others.

    Notes
    -----
    On one core about 0.2 s for 300 nodes, 2 s for 3,000.
    """
    components = [
        sorted(c, key=lambda n: ranks[n]) for c in nx.connected_components(nx.Graph(G)) if len(c) > 1
    ]
    components.sort(key=lambda c: (-len(c), ranks[c[0]]))
    connected = {node for component in components for node in component}
    loose = sorted(set(G) - connected, key=lambda n: ranks[n])
    positions = _pack([_arrange(G, c, radii, seed) for c in components])
    positions |= _grid(loose, top=max((y for _, y in positions.values()), default=0.0) + EDGE)
    return {node: (round(x, 1), round(y, 1)) for node, (x, y) in positions.items()}


def _arrange(G: nx.MultiDiGraph[str], ranked: Sequence[str], radii: Mapping[str, float], seed: int) -> Block:
    """Return the nodes of one component, which come by rank, and their positions."""
    core = _core(G, ranked)
    nodes = sorted(ranked, key=lambda node: node not in core)
    index = {node: i for i, node in enumerate(nodes)}
    pairs = sorted({(min(a, b), max(a, b)) for u, v in G.edges(nodes) if (a := index[u]) != (b := index[v])})
    inner = [pair for pair in pairs if pair[1] < len(core)]
    points = _turn(_stress_layout(len(core), inner))
    ends = np.array(inner)
    lengths = np.hypot(*(points[ends[:, 0]] - points[ends[:, 1]]).T)
    points *= EDGE / max(float(np.median(lengths)), 1e-9)
    points[:, 0] *= LANDSCAPE
    points = _spread(points, np.array([radii[node] for node in nodes[: len(core)]]) + 8.0)
    return nodes, _set_around(points, pairs, len(nodes), seed)


def _core(G: nx.MultiDiGraph[str], ranked: Sequence[str]) -> set[str]:
    """Return `CORE` nodes that hang together, grown from the first by always taking the best that is tied.

    The first by rank alone would fall into pieces, which a layout by distances throws far apart.
    """
    rank = {node: i for i, node in enumerate(ranked)}
    core: set[str] = set()
    border = [0]
    while border and len(core) < CORE:
        node = ranked[heappop(border)]
        if node not in core:
            core.add(node)
            for other in {*G.succ[node], *G.pred[node]} - core:
                heappush(border, rank[other])
    return core


def _stress_layout(n: int, pairs: Sequence[tuple[int, int]]) -> Points:
    import igraph

    layout: Any = igraph.Graph(n=n, edges=pairs).layout_kamada_kawai()
    return np.array(layout.coords, dtype=float).reshape(n, 2)


def _set_around(points: Points, pairs: Sequence[tuple[int, int]], n: int, seed: int) -> Points:
    """Set each further node about an edge's length from the middle of its neighbours that are set already."""
    if n == len(points):
        return points
    draw = np.random.default_rng(seed)
    near: nx.Graph[int] = nx.Graph()
    near.add_nodes_from(range(n))
    near.add_edges_from(pairs)
    placed = dict(enumerate(points))
    waves = nx.bfs_layers(near, sorted(placed))
    for node in (node for wave in waves for node in sorted(wave) if node not in placed):
        middle = np.mean([placed[other] for other in near[node] if other in placed], axis=0)
        angle = draw.uniform(0, 2 * np.pi)
        placed[node] = middle + draw.uniform(0.6, 1.4) * EDGE * np.array([np.cos(angle), np.sin(angle)])
    return np.array([placed[i] for i in range(n)])


def _turn(points: Points) -> Points:
    """Centre the points and turn their longest axis level; signs are fixed, so the result is one."""
    points = points - points.mean(axis=0)
    axes = np.linalg.svd(points, full_matrices=False)[2]
    turned: Points = points @ axes.T
    for k in range(2):
        column = turned[:, k]
        if column[int(np.argmax(np.abs(column)))] < 0:
            turned[:, k] = -column
    return turned


def _spread(points: Points, radii: Points, *, rounds: int = 30) -> Points:
    """Push overlapping circles apart, at quadratic cost a round."""
    want = radii[:, None] + radii[None, :]
    for _ in range(rounds):
        delta = points[:, None, :] - points[None, :, :]
        distance = np.hypot(delta[..., 0], delta[..., 1])
        np.fill_diagonal(distance, np.inf)
        gap = np.maximum(want - distance, 0.0)
        if not gap.any():
            break
        close = distance < 1e-6
        delta[close] = np.array([1.0, 0.5])
        delta[np.tril(close)] *= -1
        distance = np.where(close, 1.0, distance)
        points = points + (delta * (0.5 * gap / distance)[..., None]).sum(axis=1)
    return points


def _pack(blocks: Sequence[Block]) -> dict[str, Position]:
    """Set the blocks in rows, the later ones flush right: a legend stands at the lower left of a page."""
    sizes = [np.ptp(points, axis=0) + EDGE for _, points in blocks]
    boxes = [(float(wide), float(high)) for wide, high in sizes]
    rows = _choose_rows(boxes)
    width = max((sum(boxes[i][0] for i in row) for row in rows), default=0.0)
    positions: dict[str, Position] = {}
    y = 0.0
    for row in rows:
        x = width - sum(boxes[i][0] for i in row)
        for i in row:
            nodes, points = blocks[i]
            for node, point in zip(nodes, points - points.min(axis=0), strict=True):
                positions[node] = (x + float(point[0]), y + float(point[1]))
            x += boxes[i][0]
        y += max(boxes[i][1] for i in row)
    return positions


def _choose_rows(boxes: Sequence[tuple[float, float]]) -> list[list[int]]:
    """Return the rows that fill a page best, of those as wide as some of the first boxes in a line."""

    def fill(width: float) -> list[list[int]]:
        rows: list[list[int]] = []
        room = 0.0
        for i, (wide, _) in enumerate(boxes):
            if not rows or wide > room:
                rows.append([])
                room = width
            rows[-1].append(i)
            room -= wide
        return rows

    def extent(rows: list[list[int]]) -> float:
        wide = max((sum(boxes[i][0] for i in row) for row in rows), default=0.0)
        high = sum(max(boxes[i][1] for i in row) for row in rows)
        return max(wide / PAGE, high)

    some = [wide for wide, _ in boxes[:8]]
    widths = [sum(some[i : k + 1]) for i in range(len(some)) for k in range(i, len(some))]
    return min((fill(width) for width in widths), key=extent, default=[])


def _grid(nodes: Sequence[str], *, top: float) -> dict[str, Position]:
    columns = max(int((2 * len(nodes)) ** 0.5), 1)
    return {node: (EDGE * (i % columns), top + EDGE * (i // columns)) for i, node in enumerate(nodes)}
