"""The records as pandas data frames, one a kind, with names beside ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import networkx as nx

from newsgraph.graph.build import moves_of
from newsgraph.records import EDGE_FACTS, MOVE_FACTS, NODE_FACTS, Records, Row

if TYPE_CHECKING:
    import pandas as pd

COMMON = ("id", "name", "aliases", "first_seen", "last_seen", "n_mentions")

FRAMES: Mapping[str, tuple[str, ...]] = {
    "people": (*COMMON, "offices", "n_events", "description", "inferred"),
    "offices": (*COMMON, "post", "organization", "organization_id", "holders", "inferred"),
    "organizations": (*COMMON, "part_of", "located_in", "n_events", "inferred"),
    "places": (*COMMON, "located_in", "inferred"),
    "projects": (
        *COMMON,
        "investment_cny",
        "area_mu",
        "area_m2",
        "investors",
        "located_in",
        "investment_amount",
        "investment_currency",
        "inferred",
    ),
    "facts": (
        "project",
        "fact",
        "value",
        "currency",
        "first_seen",
        "last_seen",
        "n_evidence",
        "sentence",
        "project_id",
    ),
    "events": (
        "id",
        "type",
        "name",
        "start",
        "end",
        "date_text",
        "place",
        "place_id",
        "status",
        "n_participants",
        "projects",
        "n_articles",
        "contract_cny",
        "contract_amount",
        "contract_currency",
    ),
    "relations": (
        "id",
        "type",
        "source",
        "target",
        "source_id",
        "target_id",
        "first_seen",
        "last_seen",
        "n_evidence",
        "sentence",
        *EDGE_FACTS,
    ),
    "participations": (
        "event",
        "entity",
        "kind",
        "role",
        "order",
        "start",
        "event_type",
        "event_id",
        "entity_id",
        "sentence",
        *MOVE_FACTS,
    ),
}
"""Columns that each frame always has; further attributes of the records follow under their own names.

Names stand for ids (``organization``, ``place``, ``event`` …), the ids beside them end in ``_id``.
``aliases``, ``offices``, ``holders``, ``part_of``, ``located_in``, ``investors`` and ``projects`` hold
lists of names. Dates are ISO 8601 text, since a paper often gives no more than the month. ``sentence`` is
the first sentence that says so.
"""

_HELD = {**NODE_FACTS, **EDGE_FACTS, **MOVE_FACTS, "currency": str}
"""What a column holds that may be empty for all rows, where pandas cannot tell."""
_DTYPES = {bool: "boolean", float: "Float64", str: "string"}

_KIND = {
    "people": "Person",
    "offices": "Office",
    "organizations": "Organization",
    "places": "Place",
    "projects": "Project",
}


def make_frame(table: str, records: Records, G: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """Return one of the frames of `FRAMES` over `records` and their graph `G`, indexed from 0.

    Rows keep the order of the records; numbers with gaps are nullable (``Int64``). A fact that no row has is a
    column of its type without values, so that a selection can be asked what the whole can.
    Columns are those of `FRAMES`, then the rows' further attributes.

    Raises
    ------
    KeyError
        If `table` is none of `FRAMES`.
    """
    import pandas as pd

    columns = FRAMES[table]
    makers: Mapping[str, Callable[[Records, nx.MultiDiGraph[str]], Iterator[Row]]] = {
        "facts": _facts_told,
        "events": _events,
        "relations": _relations,
        "participations": _participations,
    }
    rows = list(makers[table](records, G) if table in makers else _entities(records, G, _KIND[table]))
    further = sorted({name for row in rows for name in row} - set(columns))
    frame = pd.DataFrame(rows, columns=[*columns, *further]).convert_dtypes()
    empty = [name for name in columns if name in _HELD and frame[name].isna().all()]
    return frame.astype({name: _DTYPES[_HELD[name]] for name in empty})


def _entities(records: Records, G: nx.MultiDiGraph[str], kind: str) -> Iterator[Row]:
    for row in records.entities:
        if row["type"] == kind:
            base = {name: row[name] for name in ("id", "name", "aliases", "first_seen", "last_seen")}
            base["n_mentions"] = G.nodes[row["id"]]["n_mentions"]
            yield dict(row["attrs"]) | base | _facts(row, G)


def _facts(row: Row, G: nx.MultiDiGraph[str]) -> Row:
    node, kind = row["id"], row["type"]
    facts: Row = {}
    if kind == "Person":
        facts["offices"] = _targets(G, node, "HOLDS_OFFICE")
    if kind == "Office":
        facts["post"], facts["organization_id"] = row["post"], row["organization"]
        facts["organization"] = _label(G, row["organization"])
        facts["holders"] = _sources(G, node, "HOLDS_OFFICE")
    if kind == "Organization":
        facts["part_of"] = _targets(G, node, "PART_OF")
    if kind in ("Person", "Organization"):
        facts["n_events"] = len(_targets(G, node, "PARTICIPATES"))
    if kind in ("Organization", "Place", "Project"):
        facts["located_in"] = _targets(G, node, "LOCATED_IN")
    if kind == "Project":
        facts["investors"] = _sources(G, node, "INVESTS_IN")
    return facts


def _targets(G: nx.MultiDiGraph[str], node: str, relation: str) -> list[str]:
    """Return the labels of the nodes that `node` has `relation` to, each node once."""
    found = dict.fromkeys(v for _, v, attrs in G.out_edges(node, data=True) if attrs["relation"] == relation)
    return [G.nodes[v]["label"] for v in found]


def _sources(G: nx.MultiDiGraph[str], node: str, relation: str) -> list[str]:
    found = dict.fromkeys(u for u, _, attrs in G.in_edges(node, data=True) if attrs["relation"] == relation)
    return [G.nodes[u]["label"] for u in found]


def _facts_told(records: Records, G: nx.MultiDiGraph[str]) -> Iterator[Row]:
    for row in records.entities:
        for fact in row.get("facts", ()):
            yield {
                "project": _label(G, row["id"]),
                "fact": fact["name"],
                "value": fact["value"],
                "currency": fact["currency"],
                "first_seen": fact["first_seen"],
                "last_seen": fact["last_seen"],
                "n_evidence": len(fact["evidence"]),
                "sentence": _sentence(fact["evidence"]),
                "project_id": row["id"],
            }


def _events(records: Records, G: nx.MultiDiGraph[str]) -> Iterator[Row]:
    for row in records.events:
        node = G.nodes[row["id"]]
        yield dict(row["attrs"]) | {
            "id": row["id"],
            "type": row["type"],
            "name": node["label"],
            "start": node["date_start"],
            "end": node["date_end"],
            "date_text": node["date_text"],
            "place": _label(G, row["place"]),
            "place_id": row["place"],
            "status": row["status"],
            "n_participants": len({p["entity"] for p in row["participants"]}),
            "projects": [_label(G, project) for project in row["projects"]],
            "n_articles": len(row["articles"]),
        }


def _relations(records: Records, G: nx.MultiDiGraph[str]) -> Iterator[Row]:
    for row in records.relations:
        yield dict(row["attrs"]) | {
            "id": row["id"],
            "type": row["type"],
            "source": _label(G, row["source"]),
            "target": _label(G, row["target"]),
            "source_id": row["source"],
            "target_id": row["target"],
            "first_seen": row["first_seen"],
            "last_seen": row["last_seen"],
            "n_evidence": len(row["evidence"]),
            "sentence": _sentence(row["evidence"]),
        }


def _participations(records: Records, G: nx.MultiDiGraph[str]) -> Iterator[Row]:
    names = {row["id"]: row["name"] for row in records.entities}
    for event in records.events:
        for participant in event["participants"]:
            entity = participant["entity"]
            yield {
                "event": G.nodes[event["id"]]["label"],
                "entity": _label(G, entity),
                "kind": G.nodes[entity]["kind"],
                "role": participant["role"],
                "order": participant["order"],
                "start": event["date"] and event["date"]["start"],
                "event_type": event["type"],
                "event_id": event["id"],
                "entity_id": entity,
                "sentence": _sentence(participant["evidence"] or event["evidence"]),
                **moves_of(participant, names),
            }


def _label(G: nx.MultiDiGraph[str], node: str | None) -> str | None:
    return G.nodes[node]["label"] if node is not None and node in G else None


def _sentence(evidence: list[Row]) -> str | None:
    return evidence[0]["text"] if evidence else None
