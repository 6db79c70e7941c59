"""Graphs made from a gold page, right or with faults, so that the score can be tested without building."""

from __future__ import annotations

import random
from typing import Any

Row = dict[str, Any]


def graph_of_gold(gold: Row) -> Row:
    """Return the tables of a graph that says just what the gold page says."""
    ids = {(e["type"], name): f"x{i}" for i, e in enumerate(gold["entities"]) for name in e["names"]}
    by_name = {name: key for (_, name), key in ids.items()}
    articles = [
        {
            "id": a["id"],
            "source": "s",
            "kind": a["kind"],
            "title": a["title"],
            "bylines": [{"name": n, "role": r} for n, r in a.get("bylines", [])],
            "spans": [[a["start"], a["end"]]],
        }
        for a in gold["articles"]
    ]
    words = {"article": articles[0]["id"], "start": articles[0]["spans"][0][0] + 1}
    evidence = [{**words, "end": words["start"] + 2}]
    entities = [
        {"id": f"x{i}", "type": e["type"], "name": e["names"][0], "aliases": e["names"][1:], "attrs": {}}
        for i, e in enumerate(gold["entities"])
    ]
    graph: Row = {
        "meta": {"sources": [{"id": "s", "name": gold["source"], "chars": 10_000}]},
        "articles": articles,
        "mentions": [
            {
                "source": "s",
                "article": None,
                "start": s,
                "end": e,
                "type": t,
                "text": x,
                "entity": by_name.get(x),
            }
            for s, e, t, x in gold["mentions"]
        ],
        "entities": entities,
        "events": [_event(e, by_name, evidence) for e in gold["events"]],
        "relations": [],
    }
    for i, (person, post, bodies) in enumerate(gold["tenures"]):
        body = next((by_name[n] for n in bodies if n in by_name), None)
        office = {"id": f"o{i}", "type": "Office", "name": post, "post": post, "attrs": {}}
        graph["entities"].append(office)
        graph["relations"].append(_relation(by_name.get(person), office["id"], "HOLDS_OFFICE", evidence))
        graph["relations"].append(_relation(office["id"], body, "OFFICE_OF", evidence))
    for fact in gold.get("project_facts", []):
        project = next((e for e in entities if e["name"] in fact["project"]), None)
        if project:
            project["attrs"] = {k: fact[k] for k in ("investment_cny", "area_mu") if k in fact}
            for names in fact["places"]:
                place = next((by_name[n] for n in names if n in by_name), None)
                graph["relations"].append(_relation(project["id"], place, "LOCATED_IN", evidence))
    return graph


def _event(gold: Row, by_name: dict[str, str], evidence: list[Row]) -> Row:
    bodies = [
        (next((n for n in names if n in by_name), ""), role) for names, role in gold.get("organizations", [])
    ]
    listed = [*gold["participants"], *bodies]
    return {
        "id": f"event-{gold['id']}",
        "type": gold["type"],
        "name": next(iter(gold.get("names", [])), ""),
        "status": gold["status"],
        "articles": gold["articles"],
        "date": {"start": gold["start"], "end": gold["end"]} if gold["start"] else None,
        "place": next((by_name[n] for n in gold["place"] if n in by_name), None),
        "participants": [
            {"entity": by_name[n], "role": role, "order": i, "evidence": evidence}
            for i, (n, role) in enumerate(listed, 1)
            if n in by_name
        ],
        "projects": [by_name[names[0]] for names in gold.get("projects", []) if names[0] in by_name],
        "attrs": {},
        "evidence": evidence,
    }


def _relation(source: str | None, target: str | None, kind: str, evidence: list[Row]) -> Row:
    key = f"{kind}-{source}-{target}"
    return {"id": key, "source": source, "target": target, "type": kind, "evidence": evidence}


def spoil(graph: Row, rng: random.Random) -> Row:
    """Return the graph with about a tenth of its rows lost, moved, renamed or doubled."""

    def some(rows: list[Row]) -> list[Row]:
        return [row for row in rows if rng.random() > 0.1]

    def moved(mention: Row) -> Row:
        shift = rng.choice([0, 0, 0, 0, 1, 2])
        kind = rng.choice([mention["type"]] * 9 + ["ORG"])
        return {**mention, "end": mention["end"] + shift, "type": kind}

    def renamed(entity: Row) -> Row:
        name = rng.choice([entity["name"]] * 6 + ["市住建局", "我市", entity["name"] + "甲"])
        return {**entity, "name": name, "aliases": entity.get("aliases", [])}

    def changed(event: Row) -> Row:
        people = [
            {
                **p,
                "role": rng.choice([p["role"]] * 5 + ["attendee"]),
                "order": rng.choice([p["order"], 1, None]),
            }
            for p in some(event["participants"])
        ]
        date = rng.choice([event["date"]] * 3 + [None, {"start": "2020-01-01", "end": ""}])
        status = rng.choice([event["status"]] * 5 + ["planned"])
        place = rng.choice([event["place"]] * 3 + ["x1"])
        return {**event, "participants": people, "date": date, "status": status, "place": place}

    def thinned(relation: Row) -> Row:
        return {**relation, "evidence": rng.choice([relation["evidence"]] * 5 + [[]])}

    return {
        "meta": graph["meta"],
        "articles": [
            {**a, "spans": [[a["spans"][0][0] + rng.choice([0, 0, 2, 9]), a["spans"][0][1]]]}
            for a in some(graph["articles"])
        ],
        "mentions": [moved(m) for m in some(graph["mentions"])],
        "entities": [renamed(e) for e in some(graph["entities"])],
        "events": [changed(e) for e in some(graph["events"] + graph["events"][:2])],
        "relations": [thinned(r) for r in some(graph["relations"])],
    }
