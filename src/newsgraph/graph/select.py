"""Parts of a graph: nodes by name, neighbourhoods, and the records of chosen nodes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

import networkx as nx

from newsgraph.records import Records, Row
from newsgraph.text import fold


def find_nodes(G: nx.MultiDiGraph[str], name: str) -> list[str]:
    """Return the nodes that `name` names: by id, else by label, else by alias, compared by `fold`.

    Two people of one name are two nodes of the result.

    Raises
    ------
    LookupError
        If there is none; the message gives labels that hold `name`.
    """
    if name in G:
        return [name]
    key = fold(name)
    labels = [node for node, attrs in G.nodes.items() if fold(attrs["label"]) == key]
    found = labels or [node for node, attrs in G.nodes.items() if key in map(fold, attrs["aliases"])]
    if not found:
        near = [str(attrs["label"]) for attrs in G.nodes.values() if key and key in fold(attrs["label"])][:5]
        hint = f"names that hold it: {'、'.join(near)}" if near else "see the name columns of the frames"
        raise LookupError(f"no node of this graph is named {name!r}; {hint}")
    return found


def ego_nodes(G: nx.MultiDiGraph[str], centres: Iterable[str], hops: int) -> set[str]:
    """Return `centres` and all nodes up to `hops` edges away, whatever the edges' direction.

    An event and an office count as a node on the way: two people at one event are 2 hops apart.
    """
    reached = set(centres)
    border = set(reached)
    for _ in range(hops):
        border = {m for n in border for m in (*G.succ[n], *G.pred[n])} - reached
        reached |= border
    return reached


def select_records(records: Records, nodes: Collection[str]) -> Records:
    """Return the records of `nodes` only, in the order of `records`, complete in themselves.

    Relations, participations, places and projects stay where both ends do; mentions and articles where
    something that stays points to them.
    """
    events = [_narrow(row, nodes) for row in records.events if row["id"] in nodes]
    relations = [row for row in records.relations if row["source"] in nodes and row["target"] in nodes]
    mentions = [row for row in records.mentions if row["entity"] in nodes]
    articles = {row["article"] for row in mentions}
    articles |= {item["article"] for row in (*events, *relations) for item in row["evidence"]}
    articles |= {item["article"] for row in events for p in row["participants"] for item in p["evidence"]}
    articles |= {article for row in events for article in row["articles"]}
    return replace(
        records,
        articles=[row for row in records.articles if row["id"] in articles],
        mentions=mentions,
        entities=[row for row in records.entities if row["id"] in nodes],
        events=events,
        relations=relations,
    )


def _narrow(event: Row, nodes: Collection[str]) -> Row:
    return event | {
        "place": event["place"] if event["place"] in nodes else None,
        "participants": [p for p in event["participants"] if p["entity"] in nodes],
        "projects": [project for project in event["projects"] if project in nodes],
    }
