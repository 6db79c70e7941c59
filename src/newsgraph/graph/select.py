"""Parts of a graph: nodes by name, neighbourhoods, periods and types, and the records of what is chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

import networkx as nx

from newsgraph.errors import ConfigError, UnknownNameError
from newsgraph.graph.choice import Period, parse_types
from newsgraph.graph.naming import event_label
from newsgraph.lexicon.long_forms import long_forms
from newsgraph.records import MOVE_FACTS, Records, Row, known_end
from newsgraph.text import fold


def select_part(
    records: Records,
    G: nx.MultiDiGraph[str],
    *,
    ego: str | None = None,
    hops: int = 1,
    since: str | None = None,
    until: str | None = None,
    types: str | Iterable[str] | None = None,
) -> Records:
    """Return the records of a part of the graph, complete in themselves.

    Parameters
    ----------
    records : Records
    G : networkx.MultiDiGraph
        What `build_graph` made of `records`.
    ego : str, optional
        A name, alias or id: only what is within `hops` edges of it, counted in what the rest leaves.
    hops : int, default 1
        0 or more, whatever the edges' direction.
    since, until : str, optional
        First and last day (or month, or year; ISO 8601).
    types : str or iterable of str, optional
        Kinds of nodes and event types; see `parse_types`.

    Raises
    ------
    UnknownNameError
        If nothing is named `ego`, or nothing that the rest leaves.
    ConfigError
        If a day, a type or `hops` is none.

    Notes
    -----
    *Period.* An event stays by its days, one without by the days of issue of the articles that tell of it. A
    tenure stays by its span: from ``since``, else the earliest day for which the articles that print it
    vouch (their issue, and the events they tell of as held); to ``until``, else the last issue that prints
    it. Whatever else stays is tied to such an event or tenure, or printed in an issue of the period. What
    has no day at all goes. Relations other than tenures carry no day: they stay where both ends do.

    *Types.* A kind names nodes, an event type names events. Where event types are given without the kind
    Event, the events are those, and of all else what they tie stays: participants, places, projects,
    and the offices of the people among them with their bodies. Where kinds are given, only they stay (and
    the events of the types).
    """
    period, (kinds, event_types) = Period(since, until), parse_types(types)
    if hops < 0:
        raise ConfigError(f"hops {hops}: want 0 or more edges")
    if "Event" in kinds:
        event_types = frozenset()
    events = _choose_events(records, period, event_types)
    tenures = _choose_tenures(records, period)
    if period.is_limited or event_types:
        nodes = _tied(records, events, tenures, None if event_types else _printed(records, period))
    else:
        nodes = set(G)
    if kinds:
        nodes = {n for n in nodes if G.nodes[n]["kind"] in kinds or (event_types and n in events)}
    over = {r["id"] for r in records.relations if r["type"] == "HOLDS_OFFICE" and r["id"] not in tenures}
    if ego is not None:
        centres = set(find_nodes(G, ego)) & nodes
        if not centres:
            raise UnknownNameError(
                f"{ego!r} is in the graph, but not in the part chosen by period and types; widen them"
            )
        nodes = ego_nodes(_without(G, nodes, over), centres, hops)
    return select_records(records, nodes, {row["id"] for row in records.relations} - over)


def _without(G: nx.MultiDiGraph[str], nodes: Collection[str], over: Collection[str]) -> nx.MultiDiGraph[str]:
    """Return what is left of `G` with `nodes` only and without the edges whose keys are in `over`."""
    if len(nodes) == len(G) and not over:
        return G
    left = G.subgraph(nodes).copy()
    left.remove_edges_from([(u, v, key) for u, v, key in left.edges(keys=True) if key in over])
    return left


def _choose_events(records: Records, period: Period, types: Collection[str]) -> set[str]:
    """Return the ids of the events of the period that are of one of `types`, of any where there are none."""
    issues = {row["id"]: row["date"] for row in records.articles}
    chosen = set()
    for row in records.events:
        days = [day for article in row["articles"] if (day := issues.get(article))]
        date = row["date"] or {"start": min(days, default=None), "end": max(days, default=None)}
        if (not types or row["type"] in types) and period.holds(date["start"], date["end"]):
            chosen.add(row["id"])
    return chosen


def _choose_tenures(records: Records, period: Period) -> set[str]:
    """Return the ids of the relations HOLDS_OFFICE whose spans touch the period."""
    earliest: dict[str, str] = {}
    for event in records.events:
        if event["date"] and event["status"] == "held":
            for article in event["articles"]:
                start = event["date"]["start"]
                earliest[article] = min(start, earliest.get(article, start))
    chosen = set()
    for row in records.relations:
        if row["type"] != "HOLDS_OFFICE":
            continue
        told = [earliest[item["article"]] for item in row["evidence"] if item["article"] in earliest]
        known = [day for day in (row["first_seen"], *told) if day]
        attrs = row["attrs"]
        since = attrs.get("since") or min(known, default=None)
        until = known_end(attrs) or row["last_seen"]
        if period.holds(since, until):
            chosen.add(row["id"])
    return chosen


def _tied(records: Records, events: set[str], tenures: set[str], printed: set[str] | None) -> set[str]:
    """Return `events`, `printed` and what they tie: see the notes of `select_part`.

    Where `printed` is not asked for, tenures bring in nobody who is at none of the events.
    """
    nodes = events | (printed or set())
    for row in records.events:
        if row["id"] in events:
            nodes |= {p["entity"] for p in row["participants"]} | set(row["projects"])
            nodes |= {row["place"]} if row["place"] else set()
    for row in records.relations:
        if row["id"] in tenures and (printed is not None or row["source"] in nodes):
            nodes |= {row["source"], row["target"]}
    return nodes | {row["organization"] for row in records.entities if row["id"] in nodes and _has_body(row)}


def _has_body(row: Row) -> bool:
    return row["type"] == "Office" and row["organization"] is not None


def _printed(records: Records, period: Period) -> set[str]:
    """Return the entities that an issue of the period prints."""
    issues = {row["id"]: row["date"] for row in records.articles}
    return {
        row["entity"]
        for row in records.mentions
        if row["entity"] is not None and period.holds(day := issues.get(row["article"]), day)
    }


def find_nodes(G: nx.MultiDiGraph[str], name: str) -> list[str]:
    """Return the nodes that `name` names: by id, else by label, else by alias, compared by `fold`.

    A body or an office that is named by none of these is found by what its short form stands for (岳阳市委书记, see
    `long_forms`). Two people of one name are two nodes of the result.

    Raises
    ------
    UnknownNameError
        If there is none; the message gives names that hold `name` or are near it.
    """
    if name in G:
        return [name]
    key = fold(name)
    found = (
        _labelled(G, {key})
        or [node for node, attrs in G.nodes.items() if key in map(fold, attrs["aliases"])]
        or _labelled(G, set(map(fold, long_forms(key))))
    )
    if not found:
        near = _near_names(G, key)
        hint = f"near it are {'、'.join(near)}" if near else "see the name columns of the frames and tables"
        raise UnknownNameError(f"nothing in this graph is named {name!r}; {hint}")
    return found


def _labelled(G: nx.MultiDiGraph[str], keys: Collection[str]) -> list[str]:
    return [node for node, attrs in G.nodes.items() if fold(attrs["label"]) in keys]


def _near_names(G: nx.MultiDiGraph[str], key: str, most: int = 5) -> list[str]:
    """Return names that hold `key`, the best connected first, then such as share most characters with it."""
    names = {fold(name): name for attrs in G.nodes.values() for name in attrs["aliases"]}
    names |= {fold(attrs["label"]): attrs["label"] for attrs in G.nodes.values()}
    holding = [fold(G.nodes[n]["label"]) for n in sorted(G, key=lambda n: G.nodes[n]["rank"])] if key else []
    near = [*(held for held in holding if key in held), *get_close_matches(key, names, n=most, cutoff=0.5)]
    return [names[other] for other in dict.fromkeys(near)][:most]


def ego_nodes(G: nx.MultiDiGraph[str], centres: Iterable[str], hops: int) -> set[str]:
    """Return `centres` and all nodes up to `hops` edges away, whatever the edges' direction.

    An event and an office count as a node on the way: two people at one event are 2 hops apart.
    """
    reached = set(centres)
    border = reached & set(G)
    for _ in range(hops):
        border = {m for n in border for m in (*G.succ[n], *G.pred[n])} - reached
        reached |= border
    return reached


def select_records(
    records: Records, nodes: Collection[str], relations: Collection[str] | None = None
) -> Records:
    """Return the records of `nodes` only, in the order of `records`, complete in themselves.

    Relations, participations, places and projects stay where both ends do, of the relations those whose ids
    are in `relations` where it is given; mentions, articles and sources where something that stays points to
    them. An event without a name keeps under ``label`` what the whole graph calls it.
    """
    names = {row["id"]: row["name"] for row in records.entities}
    events = [_narrow(row, nodes, names) for row in records.events if row["id"] in nodes]
    kept = [
        row
        for row in records.relations
        if row["source"] in nodes and row["target"] in nodes and (relations is None or row["id"] in relations)
    ]
    mentions = [row for row in records.mentions if row["entity"] in nodes]
    entities = [row for row in records.entities if row["id"] in nodes]
    told = {row["article"] for row in mentions}
    told |= {
        item["article"] for row in entities for fact in row.get("facts", ()) for item in fact["evidence"]
    }
    told |= {item["article"] for row in (*events, *kept) for item in row["evidence"]}
    told |= {item["article"] for row in events for p in row["participants"] for item in p["evidence"]}
    told |= {article for row in events for article in row["articles"]}
    articles = [row for row in records.articles if row["id"] in told]
    held = {row["id"] for row in entities}
    gone = {row["source"] for row in records.articles} - {row["source"] for row in articles}
    sources = [row for row in records.meta.get("sources", ()) if row["id"] not in gone]
    return replace(
        records,
        meta=records.meta | {"sources": sources},
        articles=articles,
        mentions=mentions,
        entities=entities,
        events=events,
        relations=kept,
        judgements=[row for row in records.judgements if {row["entity"], row["other_entity"]} <= held],
    )


def _of_part(participant: Row, nodes: Collection[str]) -> Row:
    moves = {name: [office for office in participant.get(name, ()) if office in nodes] for name in MOVE_FACTS}
    return {name: moves.get(name, value) for name, value in participant.items()}


def _narrow(event: Row, nodes: Collection[str], names: Mapping[str, str]) -> Row:
    narrow = event | {
        "place": event["place"] if event["place"] in nodes else None,
        "participants": [_of_part(p, nodes) for p in event["participants"] if p["entity"] in nodes],
        "projects": [project for project in event["projects"] if project in nodes],
    }
    if event["name"] or narrow == event:
        return narrow
    return narrow | {"label": event_label(event, names)}
