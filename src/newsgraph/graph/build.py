"""`build_graph`: entities and events as nodes, what ties them as edges, evidence on every edge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from newsgraph.errors import InputError
from newsgraph.graph.layout import place_nodes
from newsgraph.graph.naming import event_label
from newsgraph.graph.rank import rank_nodes
from newsgraph.graph.style import COLOURS, node_size
from newsgraph.ids import make_id
from newsgraph.records import JOINT, MOVE_FACTS, Records, Row

NODE_FIELDS = (
    "kind",
    "label",
    "name",
    "aliases",
    "first_seen",
    "last_seen",
    "n_mentions",
    "post",
    "organization",
    "event_type",
    "status",
    "date_start",
    "date_end",
    "date_text",
    "place",
    "rank",
    "colour",
    "size",
    "x",
    "y",
)
"""Names that node attributes of our own have; an entity's attribute of such a name becomes ``attr_NAME``."""
EDGE_FIELDS = (
    "relation",
    "weight",
    "role",
    "order",
    "first_seen",
    "last_seen",
    "date_start",
    "date_end",
    "evidence",
)
"""The same for edges."""


def build_graph(records: Records, *, seed: int = 1) -> nx.MultiDiGraph[str]:
    """Return the graph of `records`: a fresh ``networkx.MultiDiGraph`` with typed nodes and edges.

    Parameters
    ----------
    records : Records
        Not changed.
    seed : int, default 1
        Of the layout; see `place_nodes`.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes are ids of entities and events. Every node has ``kind`` (Person, Office, Organization,
        Place, Project, Event), ``label`` (never empty), ``name`` (as recorded), ``aliases`` (list),
        ``first_seen`` and ``last_seen`` (ISO 8601 or ``None``), ``n_mentions`` (an event: passages of
        evidence), ``rank`` (1: the first to show; see `rank_nodes`), ``colour`` (``#rrggbb``), ``size``
        (radius), ``x``, ``y`` (layout units), and its attributes by their own names (``investment_cny``,
        ``inferred`` …). An Office has ``post`` and
        ``organization`` (id); an Event ``event_type``, ``status``, ``date_start``, ``date_end`` (ISO 8601),
        ``date_text`` and ``place`` (id).

        Edges have ``relation``: the relation types of the records, and ``PARTICIPATES`` (entity → event,
        one edge a role, with ``role`` and ``order``, of an appointee also ``takes`` and ``leaves``: names of
        offices), ``HELD_IN`` (event → place), ``CONCERNS`` (event → project). Every edge has ``weight``
        (number of distinct passages, at least 1), ``first_seen``, ``last_seen``, and ``evidence``: a list of
        ``{article, start, end, text, mark}`` as in the records.
        Keys are unique in the whole graph and derived from content.

    Raises
    ------
    InputError
        If an id is used twice, or an edge points to no entity of `records`.
    """
    G: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    mentions = Counter(row["entity"] for row in records.mentions if row["entity"] is not None)
    dates = {row["id"]: row["date"] for row in records.articles}
    names = {row["id"]: row["name"] for row in records.entities}
    for row in records.entities:
        _add_node(G, row, _entity_node(row, mentions[row["id"]]))
    for row in records.events:
        _add_node(G, row, _event_node(row, dates, names))
    for row in records.relations:
        _add_edge(G, row["source"], row["target"], row["id"], _relation_edge(row))
    for row in records.events:
        for source, target, key, edge in _event_edges(row, G.nodes[row["id"]], names):
            _add_edge(G, source, target, key, edge)
    _draw(G, seed)
    return G


def _add_node(G: nx.MultiDiGraph[str], row: Row, attrs: Row) -> None:
    if row["id"] in G:
        raise InputError(
            f"{row['type']} {row['id']!r} ({row['name']!r}): "
            f"the id is taken by {G.nodes[row['id']]['label']!r}; "
            "ids of entities and events are unique in one graph"
        )
    G.add_node(row["id"], **attrs)


def _add_edge(G: nx.MultiDiGraph[str], source: str, target: str, key: str, attrs: Row) -> None:
    for end in (source, target):
        if end not in G:
            raise InputError(
                f"{attrs['relation']} {source!r} → {target!r}: no entity has the id {end!r}; "
                "give the records of one build, whole"
            )
    G.add_edge(source, target, key=key, **attrs)


def _entity_node(row: Row, n_mentions: int) -> Row:
    node: Row = {
        "kind": row["type"],
        "label": row["name"] or row["id"],
        "name": row["name"],
        "aliases": list(row["aliases"]),
        "first_seen": row["first_seen"],
        "last_seen": row["last_seen"],
        "n_mentions": n_mentions,
    }
    if row["type"] == "Office":
        node |= {"post": row["post"], "organization": row["organization"]}
    return node | _own_names(row["attrs"], NODE_FIELDS)


def _event_node(row: Row, dates: Mapping[str, str | None], names: Mapping[str, str]) -> Row:
    seen = sorted(day for article in row["articles"] if (day := dates.get(article)))
    date: Row = row["date"] or {"start": None, "end": None, "text": None}
    return {
        "kind": "Event",
        "label": event_label(row, names),
        "name": row["name"],
        "aliases": [],
        "first_seen": seen[0] if seen else None,
        "last_seen": seen[-1] if seen else None,
        "n_mentions": len(row["evidence"]),
        "event_type": row["type"],
        "status": row["status"],
        "date_start": date["start"],
        "date_end": date["end"],
        "date_text": date["text"],
        "place": row["place"],
    } | _own_names(row["attrs"], NODE_FIELDS)


def _relation_edge(row: Row) -> Row:
    return {
        "relation": row["type"],
        "weight": _weight(row["evidence"]),
        "first_seen": row["first_seen"],
        "last_seen": row["last_seen"],
        "evidence": row["evidence"],
    } | _own_names(row["attrs"], EDGE_FIELDS)


def _event_edges(row: Row, node: Row, names: Mapping[str, str]) -> Iterator[tuple[str, str, str, Row]]:
    event = row["id"]
    common = {name: node[name] for name in ("first_seen", "last_seen", "date_start", "date_end")}
    told: Counter[tuple[str, str]] = Counter()
    for participant in row["participants"]:
        entity, role = participant["entity"], participant["role"]
        told[entity, role] += 1
        evidence = participant["evidence"] or row["evidence"]
        yield (
            entity,
            event,
            make_id("x", entity, event, role, told[entity, role]),
            {
                "relation": "PARTICIPATES",
                "role": role,
                "order": participant["order"],
                "weight": _weight(evidence),
                **common,
                "evidence": evidence,
                **moves_of(participant, names),
            },
        )
    others = [("HELD_IN", row["place"])] if row["place"] else []
    others += [("CONCERNS", project) for project in row["projects"]]
    for relation, target in others:
        yield (
            event,
            target,
            make_id("x", event, target, relation),
            {
                "relation": relation,
                "weight": _weight(row["evidence"]),
                **common,
                "evidence": row["evidence"],
            },
        )


def moves_of(participant: Row, names: Mapping[str, str]) -> Row:
    """Return the names of the offices that an appointee takes up and leaves, joined by `JOINT`; nothing of others."""
    moves = {
        name: [names[office] for office in participant.get(name, ()) if office in names]
        for name in MOVE_FACTS
    }
    return {name: JOINT.join(offices) for name, offices in moves.items() if offices}


def _weight(evidence: Sequence[Row]) -> int:
    return max(len({(item["article"], item["start"], item["end"]) for item in evidence}), 1)


def _own_names(attrs: Mapping[str, Any], taken: Sequence[str]) -> Row:
    return {f"attr_{name}" if name in taken else name: value for name, value in attrs.items()}


def _draw(G: nx.MultiDiGraph[str], seed: int) -> None:
    radii = {node: node_size(len(set(G.pred[node]) | set(G.succ[node]))) for node in G}
    ranks = rank_nodes(G)
    positions = place_nodes(G, radii, ranks, seed=seed)
    for node, attrs in G.nodes(data=True):
        attrs["rank"] = ranks[node]
        attrs["colour"] = COLOURS[attrs["kind"]]
        attrs["size"] = radii[node]
        attrs["x"], attrs["y"] = positions[node]
