"""The graph as two flat tables, from which every file but ``graph.json`` is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from newsgraph.errors import ExportError
from newsgraph.export.clean import Cleaner
from newsgraph.lexicon.labels import RELATIONS, ROLES
from newsgraph.records import EDGE_FACTS, MOVE_FACTS, NODE_FACTS

if TYPE_CHECKING:
    import networkx as nx

Row = dict[str, Any]

NODE_COLUMNS = (
    "id",
    "label",
    "kind",
    "aliases",
    "first_seen",
    "last_seen",
    "n_mentions",
    "rank",
    "post",
    "organization",
    "event_type",
    "status",
    "date_start",
    "date_end",
    "date_text",
    "place",
    *NODE_FACTS,
)
"""Columns that the node table always has; then the nodes' own attributes by name, then `DRAWING`.

``organization`` (of an Office) and ``place`` (of an Event) are labels here, not ids.
"""
DRAWING = ("x", "y", "size", "r", "g", "b")
"""Position and radius in layout units, y upward as in Gephi (a screen's points down); colour 0-255."""
EDGE_COLUMNS = (
    "id",
    "source",
    "target",
    "relation",
    "label",
    "role",
    "order",
    "weight",
    "first_seen",
    "last_seen",
    "date_start",
    "date_end",
    "source_label",
    "target_label",
    "n_evidence",
    "article",
    "evidence",
    *EDGE_FACTS,
    *MOVE_FACTS,
)
"""Columns that the edge table always has; then the edges' own attributes by name.

``label`` is the role or relation in Chinese, ``article`` the title and ``evidence`` the sentence of the first
passage that says so. No column is named ``type``: Gephi takes that for the edge's direction.
"""
TERM = ("since", "until")
"""Columns by which two terms of one person in one office are told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Cleaned rows of nodes and edges; a list stays a list, what is unknown is ``None``."""

    nodes: list[Row]
    edges: list[Row]
    node_columns: tuple[str, ...]
    edge_columns: tuple[str, ...]


def make_tables(G: nx.MultiDiGraph[str], titles: Mapping[str, str], cleaner: Cleaner) -> Tables:
    """Return the tables of `G`; `titles` are the articles' titles by id. Rows keep the order of `G`.

    Raises
    ------
    ExportError
        If a node's id is empty, or two are the same once cleaned; if an attribute's name is none that a column
        can have; if a number is too great (see `Cleaner`).
    """
    ids = _clean_ids(G, cleaner)
    nodes = [_node_row(G, node, ids[node], cleaner) for node in G]
    labels = {node: row["label"] for node, row in zip(G, nodes, strict=True)}
    edges = []
    for source, target, key, attrs in G.edges(keys=True, data=True):
        row = _edge_row(attrs, titles) | {
            "id": key,
            "source_label": labels[source],
            "target_label": labels[target],
        }
        row = {name: cleaner.value(value, where=key, column=name) for name, value in row.items()}
        edges.append(row | {"source": ids[source], "target": ids[target]})
    return Tables(
        nodes=nodes,
        edges=edges,
        node_columns=_order(nodes, NODE_COLUMNS, DRAWING),
        edge_columns=_order(edges, EDGE_COLUMNS, ()),
    )


def _clean_ids(G: nx.MultiDiGraph[str], cleaner: Cleaner) -> dict[str, str]:
    ids: dict[str, str] = {}
    taken: dict[str, str] = {}
    for node in G:
        clean = cleaner.text(node, where=node, column="id")
        if not clean or clean in taken:
            raise ExportError(
                f"node {node!r} ({G.nodes[node]['label']!r}): its id would be written as {clean!r}, "
                f"{f'as that of {taken[clean]!r}' if clean else 'which no format takes'}; "
                "give every node an id of its own without control characters"
            )
        ids[node], taken[clean] = clean, node
    return ids


def _node_row(G: nx.MultiDiGraph[str], node: str, clean_id: str, cleaner: Cleaner) -> Row:
    attrs = {name: value for name, value in G.nodes[node].items() if name not in ("name", "colour")}
    for name in ("organization", "place"):
        other = attrs.get(name)
        if other is not None and other in G:
            attrs[name] = G.nodes[other]["label"]
    row = {name: cleaner.value(value, where=node, column=name) for name, value in attrs.items()}
    red, green, blue = bytes.fromhex(G.nodes[node]["colour"].lstrip("#"))
    return row | {"id": clean_id, "y": 0.0 - row["y"], "r": red, "g": green, "b": blue}


def _edge_row(attrs: Mapping[str, Any], titles: Mapping[str, str]) -> Row:
    row = {name: value for name, value in attrs.items() if name != "evidence"}
    first = attrs["evidence"][0] if attrs["evidence"] else {"article": None, "text": None}
    word = attrs.get("role") or attrs["relation"]
    row["label"] = ROLES.get(word) or RELATIONS.get(word, word)
    row["n_evidence"] = len(attrs["evidence"])
    row["article"] = titles.get(str(first["article"]))
    row["evidence"] = first["text"]
    return row


def _order(rows: Sequence[Row], first: tuple[str, ...], last: tuple[str, ...]) -> tuple[str, ...]:
    own = sorted(set(chain.from_iterable(rows)) - set(first) - set(last))
    for name in own:
        if not name.isidentifier():
            raise ExportError(
                f"attribute {name!r}: no column can be called so; want letters, digits and _, not a digit first"
            )
    return (*first, *own, *last)


def merge_edges(edges: Iterable[Row], by: Sequence[str]) -> list[Row]:
    """Return one row for all `edges` that agree in the columns `by`, where the first of them stands.

    Its ``id`` is the first one's; ``weight`` and ``n_evidence`` are sums; ``order``, ``first_seen`` and
    ``date_start`` the least, ``last_seen`` and ``date_end`` the greatest; of other columns texts that differ
    become a list, and of numbers the first stays.
    """
    groups: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in edges:
        groups[tuple(row.get(name) for name in by)].append(row)
    return [rows[0] if len(rows) == 1 else _merge(rows) for rows in groups.values()]


def _merge(rows: Sequence[Row]) -> Row:
    merged: Row = {}
    for name in dict.fromkeys(chain.from_iterable(rows)):
        values = list(
            dict.fromkeys(
                tuple(value) if isinstance(value, list) else value
                for row in rows
                if (value := row.get(name)) is not None
            )
        )
        if name in ("weight", "n_evidence"):
            merged[name] = sum(row[name] for row in rows)
        elif name in ("order", "first_seen", "date_start"):
            merged[name] = min(values, default=None)
        elif name in ("last_seen", "date_end"):
            merged[name] = max(values, default=None)
        elif name in ("id", "article", "evidence") or len(values) < 2 or not isinstance(values[0], str):
            merged[name] = values[0] if values else None
        else:
            merged[name] = [str(value) for value in values]
    return merged


def column_type(rows: Iterable[Row], name: str) -> str:
    """Return what every value of a column fits: boolean, long, double, liststring or string."""
    kinds = {type(value) for row in rows if (value := row.get(name)) is not None}
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "long"
    if kinds and kinds <= {int, float}:
        return "double"
    return "liststring" if kinds == {list} else "string"
