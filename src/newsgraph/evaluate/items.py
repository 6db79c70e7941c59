"""Score of an archive of single items: each against the part of the graph that its source gave."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsgraph.evaluate.graph import Row
from newsgraph.evaluate.page import score_page
from newsgraph.evaluate.tally import Tally
from newsgraph.model import ArticleKind

SCORED = ("mention", "event", "evidence")
"""First words of the rows that items have gold for."""


def score_items(items: Iterable[Row], tables: Row) -> dict[str, Tally]:
    """Return the rows of the score, summed over items.

    Parameters
    ----------
    items : Iterable of Mapping
        ``id, date, title, text, mentions, events`` each.
    tables : Mapping
        The parsed ``graph.json`` built from those items; a source's ``name`` is the item's id.

    Returns
    -------
    dict
        Row name -> `Tally`; every error line begins with its item's id.
    """
    source_of = {str(source["name"]): source["id"] for source in tables["meta"]["sources"]}
    total: dict[str, Tally] = {}
    for item in items:
        part = _part_of(source_of.get(item["id"]), tables)
        for name, tally in score_page(_as_page(item), part).items():
            if name.split()[0] in SCORED:
                row = total.setdefault(name, Tally())
                row.add_counts(tally)
                row.errors += [f"{item['id']} {error}" for error in tally.errors]
    return total


def _part_of(source: str | None, tables: Row) -> Row:
    """Return the tables cut down to one source; entities stay, since archives share them."""
    articles = [row for row in tables["articles"] if row["source"] == source]
    ids = {row["id"] for row in articles}
    return {
        "meta": tables["meta"],
        "articles": articles,
        "mentions": [row for row in tables["mentions"] if row["source"] == source],
        "entities": tables["entities"],
        "events": [
            {**event, "participants": _told_in(ids, event["participants"])}
            for event in tables["events"]
            if ids & set(event["articles"])
        ],
        "relations": _told_in(ids, tables["relations"]),
    }


def _told_in(articles: set[str], rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return the rows with evidence in `articles`, and of it only that."""
    cut = []
    for row in rows:
        evidence = [item for item in row.get("evidence", []) if item.get("article") in articles]
        if evidence:
            cut.append({**row, "evidence": evidence})
    return cut


def _as_page(item: Row) -> Row:
    """Return the item as a gold page of one article."""
    article = {
        "id": "a",
        "kind": ArticleKind.NEWS,
        "start": 0,
        "end": len(item["text"]),
        "title": item["title"],
    }
    events = [
        {
            **event,
            "id": f"{item['id']}/{i}",
            "articles": ["a"],
            "names": [event["name"]] if event["name"] else [],
            "place": [event["place"]] if event.get("place") else [],
        }
        for i, event in enumerate(item["events"])
    ]
    return {
        "articles": [article],
        "mentions": item["mentions"],
        "entities": [],
        "tenures": [],
        "events": events,
    }
