"""What the page knows: facts of nodes, links with their evidence, articles; each text once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from newsgraph.lexicon import labels
from newsgraph.records import Records, Row

DRAWN = ("kind", "label", "name", "aliases", "n_mentions", "rank", "colour", "size", "x", "y")
LINK_FIELDS = ("relation", "role", "order", "weight", "evidence")


def make_payload(records: Records, G: nx.MultiDiGraph[str]) -> Row:
    """Return the data of the page, ready for JSON.

    Nodes are numbered in the order of `G`. A link is ``[source, target, relation, role, order, facts,
    evidence]``; its evidence are numbers of ``evidence``, each of which is ``[text, article, start, end]``:
    numbers of ``texts`` and ``articles`` (``null``: the masthead), and the marked words in code points.
    """
    number = {node: i for i, node in enumerate(G)}
    quotes = _Quotes(records)
    sources = records.meta.get("sources", ())
    source_number = {row["id"]: i for i, row in enumerate(sources)}
    return {
        "sources": [_source(row) for row in sources],
        "words": {
            "kinds": dict(labels.KINDS),
            "eventTypes": dict(labels.EVENT_TYPES),
            "roles": dict(labels.ROLES),
            "relations": dict(labels.RELATIONS),
            "statuses": dict(labels.STATUSES),
            "attributes": dict(labels.ATTRIBUTES),
        },
        "nodes": [_node(attrs, G) for attrs in G.nodes.values()],
        "links": [
            [
                number[source],
                number[target],
                attrs["relation"],
                attrs.get("role"),
                attrs.get("order"),
                _known(attrs, LINK_FIELDS),
                quotes.number(attrs["evidence"]),
            ]
            for source, target, attrs in G.edges(data=True)
        ],
        "evidence": quotes.evidence,
        "texts": list(quotes.texts),
        "articles": [
            {"source": source_number.get(row["source"]), "title": row["title"], "date": row["date"]}
            for row in records.articles
        ],
    }


def _node(attrs: Mapping[str, Any], G: nx.MultiDiGraph[str]) -> Row:
    facts = _known(attrs, DRAWN)
    for name in ("organization", "place"):
        facts.pop(name, None)  # an edge says the same, with its evidence
    return {
        "kind": attrs["kind"],
        "label": attrs["label"],
        "aliases": attrs["aliases"],
        "mentions": attrs["n_mentions"],
        "facts": facts,
    }


def _known(attrs: Mapping[str, Any], without: Iterable[str]) -> Row:
    return {
        name: value for name, value in attrs.items() if name not in without and value not in (None, "", [])
    }


def _source(row: Row) -> Row:
    return {name: row.get(name) for name in ("name", "paper", "date", "place")}


class _Quotes:
    """Numbers evidence, and texts by their first use: the sentence of thirty participants is kept once."""

    def __init__(self, records: Records) -> None:
        self.evidence: list[list[int | None]] = []
        self.texts: dict[str, int] = {}
        self._numbers: dict[tuple[int | None, ...], int] = {}
        self._articles = {row["id"]: i for i, row in enumerate(records.articles)}

    def number(self, evidence: Iterable[Row]) -> list[int]:
        return [self._number(item) for item in evidence]

    def _number(self, item: Row) -> int:
        text = self.texts.setdefault(item["text"], len(self.texts))
        quote = (text, self._articles.get(item["article"]), *item["mark"])
        if quote not in self._numbers:
            self._numbers[quote] = len(self.evidence)
            self.evidence.append(list(quote))
        return self._numbers[quote]
