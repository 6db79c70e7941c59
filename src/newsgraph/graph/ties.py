"""What ties two nodes: their relations and common events, and the shortest path, as data frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from newsgraph.lexicon.labels import APART
from newsgraph.records import Row, known_end

if TYPE_CHECKING:
    import pandas as pd

BETWEEN = (
    "what",
    "type",
    "name",
    "start",
    "end",
    "a",
    "b",
    "role_a",
    "role_b",
    "start_a",
    "start_b",
    "order_a",
    "order_b",
    "sentence_a",
    "sentence_b",
    "id",
)
"""Columns of `ties_between`.

``what`` is ``relation`` (an edge between the two), ``event`` (both were there), ``named`` (both stand in one
list of appointments or one message, which brings nobody together, see `APART`) or ``office`` (both held it);
``type`` the relation's or event's type; ``name`` the event or office, of a relation its target; ``start`` and
``end`` the event's days, else the first and last that is known of the relation; ``a`` and ``b`` the two names.
``role_a`` and ``role_b`` are the roles at the event, of a relation ``source`` and ``target``; ``start_a`` and
``start_b`` the first day known of each one's part, so of an office who came first; ``order_a`` and
``order_b`` the places in the printed list; ``sentence_a`` and ``sentence_b`` the first sentence that says so of
each; ``id`` the event's, office's or relation's.
"""

PATH = (
    "hop",
    "source",
    "source_kind",
    "relation",
    "role",
    "forward",
    "target",
    "target_kind",
    "start",
    "end",
    "sentence",
    "source_id",
    "target_id",
)
"""Columns of `shortest_path`, one row a hop.

``hop`` counts from 1; the hop goes from ``source`` to ``target``, and ``forward`` is False where the relation
runs the other way; of several relations on one hop ``relation`` and ``role`` list all, the rest is the first's.
"""

_DETOUR = {"Event": 0, "Person": 1, "Office": 1, "Project": 1, "Organization": 2, "Place": 6}
"""How little a node on the way says of a tie; decides between paths of the same length only."""

Edge = dict[str, Any]


def ties_between(G: nx.MultiDiGraph[str], a: Iterable[str], b: Iterable[str]) -> pd.DataFrame:
    """Return what ties the nodes `a` to the nodes `b`, with the sentences: columns `BETWEEN`, by day.

    Ties without a day come last; a frame without rows says that there is none. Both take several nodes
    since a name may stand for several people.
    """
    others = list(b)
    rows = [row for u in a for v in others if u != v for row in _ties(G, u, v)]
    rows.sort(key=lambda row: (row["start"] is None, row["start"] or "", row["what"], row["name"]))
    return _frame(rows, BETWEEN)


def _ties(G: nx.MultiDiGraph[str], a: str, b: str) -> Iterator[Row]:
    for u, v in ((a, b), (b, a)):
        for key, edge in G.succ[u].get(v, {}).items():
            if edge["relation"] in ("PARTICIPATES", "HELD_IN", "CONCERNS"):
                continue  # one of the two is the event itself
            roles = {"role_a": "source", "role_b": "target"}
            yield _tie(G, a, b, [edge], [edge], what="relation", node=v, id=str(key)) | (
                roles if u == a else {"role_a": "target", "role_b": "source"}
            )
    for node in G.succ[a]:
        if (what := _tying(G, node)) and node in G.succ[b]:
            yield _tie(G, a, b, _edges(G, a, node), _edges(G, b, node), what=what, node=node, id=node)


def _tying(G: nx.MultiDiGraph[str], node: str) -> str | None:
    """Return as what a node ties those that lead to it; ``None`` for what is no event and no office."""
    kind = G.nodes[node]["kind"]
    if kind == "Event":
        return "named" if G.nodes[node]["event_type"] in APART else "event"
    return "office" if kind == "Office" else None


def _tie(
    G: nx.MultiDiGraph[str],
    a: str,
    b: str,
    of_a: Sequence[Edge],
    of_b: Sequence[Edge],
    *,
    what: str,
    node: str,
    id: str,
) -> Row:
    attrs = G.nodes[node]
    start, end = _days([*of_a, *of_b])
    return {
        "what": what,
        "type": attrs["event_type"] if what in ("event", "named") else of_a[0]["relation"],
        "name": attrs["label"],
        "start": start,
        "end": end,
        "a": G.nodes[a]["label"],
        "b": G.nodes[b]["label"],
        "role_a": _listed(of_a, "role"),
        "role_b": _listed(of_b, "role"),
        "start_a": _days(of_a)[0],
        "start_b": _days(of_b)[0],
        "order_a": _first_order(of_a),
        "order_b": _first_order(of_b),
        "sentence_a": _sentence(of_a[0]),
        "sentence_b": _sentence(of_b[0]),
        "id": id,
    }


def shortest_path(G: nx.MultiDiGraph[str], a: Iterable[str], b: Iterable[str]) -> pd.DataFrame:
    """Return the shortest path from one of the nodes `a` to one of `b`, whatever the edges' direction.

    Of paths of one length the one is taken that goes by events and offices rather than by bodies and places.
    Columns are `PATH`; a frame without rows says that no path joins them.
    """

    def cost(_: str, node: str, __: Any) -> int:
        return 1000 + _DETOUR[G.nodes[node]["kind"]]

    starts = set(a)
    paths = nx.multi_source_dijkstra_path(nx.Graph(G), starts, weight=cost)
    found = [paths[node] for node in sorted(set(b) - starts) if node in paths]
    nodes = min(found, key=lambda path: sum(cost("", node, None) for node in path), default=[])
    return _frame([_hop(G, i, u, v) for i, (u, v) in enumerate(nx.utils.pairwise(nodes), 1)], PATH)


def _hop(G: nx.MultiDiGraph[str], number: int, u: str, v: str) -> Row:
    forward = _edges(G, u, v)
    edges = [*forward, *_edges(G, v, u)]
    start, end = _days(edges[:1])
    return {
        "hop": number,
        "source": G.nodes[u]["label"],
        "source_kind": G.nodes[u]["kind"],
        "relation": _listed(edges, "relation"),
        "role": _listed(edges, "role"),
        "forward": bool(forward),
        "target": G.nodes[v]["label"],
        "target_kind": G.nodes[v]["kind"],
        "start": start,
        "end": end,
        "sentence": _sentence(edges[0]),
        "source_id": u,
        "target_id": v,
    }


def _edges(G: nx.MultiDiGraph[str], u: str, v: str) -> list[Edge]:
    return list(G.succ[u].get(v, {}).values())


def _days(edges: Iterable[Edge]) -> tuple[str | None, str | None]:
    """Return the first and last day that `edges` give: the event's, the tenure's, or of their first and last print."""
    pairs = [
        (edge["date_start"], edge["date_end"])
        if "date_start" in edge
        else (edge.get("since") or edge["first_seen"], known_end(edge) or edge["last_seen"])
        for edge in edges
    ]
    starts, ends = ([day for day in days if day] for days in zip(*pairs, strict=True))
    return min(starts, default=None), max(ends, default=None)


def _listed(edges: Iterable[Edge], name: str) -> str | None:
    return ", ".join(dict.fromkeys(edge[name] for edge in edges if edge.get(name))) or None


def _first_order(edges: Iterable[Edge]) -> int | None:
    return min((edge["order"] for edge in edges if edge.get("order") is not None), default=None)


def _sentence(edge: Edge) -> str | None:
    return edge["evidence"][0]["text"] if edge["evidence"] else None


def _frame(rows: Sequence[Row], columns: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(columns)).convert_dtypes()
