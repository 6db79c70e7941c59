"""What the page knows: nodes, links and their evidence, column by column, each text once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from newsgraph.lexicon import labels
from newsgraph.records import Records, Row
from newsgraph.view.pinyin import spell_all

OWN = frozenset(
    [
        "kind",
        "label",
        "name",
        "aliases",
        "n_mentions",
        "rank",
        "colour",
        "size",
        "x",
        "y",
        "organization",
        "place",
    ]
)
"""Attributes of nodes that have a column of their own, or that an edge says with its evidence."""
OWN_OF_LINKS = frozenset(["relation", "role", "order", "weight", "evidence"])
OF_EVENTS = frozenset(["first_seen", "last_seen", "date_start", "date_end"])
"""Attributes of an event that its edges repeat."""
EVENT_RELATIONS = frozenset(("PARTICIPATES", "HELD_IN", "CONCERNS"))
ENGLISH = {
    "investment_cny": "investment (CNY)",
    "contract_cny": "contract (CNY)",
    "area_mu": "area (mu)",
    "area_m2": "area (m²)",
    "n_mentions": "mentions",
}
"""English words for names that do not read as such when their underscores become spaces."""


def make_payload(records: Records, G: nx.MultiDiGraph[str], *, shown: Sequence[int]) -> Row:
    """Return the data of the page, ready for JSON.

    Nodes are numbered in the order of `G`; `shown` are the numbers of those on the canvas at first. ``nodes``
    and ``links`` hold one column a property (see `pack`), ``facts`` further columns by the names of the
    attributes, the nodes' ``told`` the figures with their evidence; ``apart`` the event types that bring nobody
    together. A link's ``evidence`` is a number of ``evidence``, or a list of them; a row of ``evidence`` is
    ``[text, article, start, end]``: numbers of ``texts`` and ``articles`` (``null``: the masthead), and the marked
    words in code points. Labels are ``[Chinese, English]``.
    """
    quotes = _Quotes(records)
    sources = records.meta.get("sources", ())
    source_number = {row["id"]: i for i, row in enumerate(sources)}
    links = _links(G, quotes)
    return {
        "shown": list(shown),
        "apart": list(labels.APART),
        "sources": [{name: row.get(name) for name in ("name", "paper", "date", "place")} for row in sources],
        "words": {
            "kinds": {name: [word, name] for name, word in labels.KINDS.items()},
            "eventTypes": _words(labels.EVENT_TYPES),
            "roles": _words(labels.ROLES),
            "relations": _words(labels.RELATIONS),
            "statuses": _words(labels.STATUSES),
            "attributes": {
                name: [word, english[:1].upper() + english[1:]]
                for name, (word, english) in _words(labels.ATTRIBUTES).items()
            },
        },
        "nodes": _nodes(G) | {"told": pack(_told(records, G, quotes))},
        "links": links,
        "evidence": quotes.evidence,
        "texts": list(quotes.texts),
        "articles": [
            [source_number.get(row["source"]), row["title"], row["date"]] for row in records.articles
        ],
    }


def pack(values: Sequence[Any]) -> Any:
    """Return a column in the shortest of three forms.

    The list itself; of few different texts ``{"of": [texts], "codes": [numbers]}``, in which -1 stands for
    ``None``; of a column that is mostly ``None`` ``{"rows": [numbers], "values": [...]}``.

    Examples
    --------
    >>> pack(["a", "b", "a", "a", "b"])
    {'of': ['a', 'b'], 'codes': [0, 1, 0, 0, 1]}
    >>> pack([None, None, None, 7])
    {'rows': [3], 'values': [7]}
    >>> pack([4, 5])
    [4, 5]
    """
    rows = [i for i, value in enumerate(values) if value is not None]
    if 3 * len(rows) < len(values):
        return {"rows": rows, "values": [values[i] for i in rows]}
    if all(isinstance(values[i], str) for i in rows):
        codes = {value: code for code, value in enumerate(dict.fromkeys(values[i] for i in rows))}
        if 2 * len(codes) < len(values):
            return {"of": list(codes), "codes": [codes.get(value, -1) for value in values]}
    return list(values)


def _nodes(G: nx.MultiDiGraph[str]) -> Row:
    rows = list(G.nodes.values())
    return {
        "id": list(G),
        "kind": pack([row["kind"] for row in rows]),
        "label": [row["label"] for row in rows],
        "aliases": pack([row["aliases"] or None for row in rows]),
        "pinyin": [
            spell_all((row["label"], *row["aliases"]), person=row["kind"] == "Person") for row in rows
        ],
        "mentions": [row["n_mentions"] for row in rows],
        "size": [row["size"] for row in rows],
        "x": [round(row["x"]) for row in rows],
        "y": [round(row["y"]) for row in rows],
        "facts": _facts(rows, OWN),
    }


def _told(records: Records, G: nx.MultiDiGraph[str], quotes: _Quotes) -> list[list[Row] | None]:
    """Return by node the figures told of it: name, value, first day, evidence."""
    facts = {row["id"]: row["facts"] for row in records.entities if row.get("facts")}
    return [
        [
            {
                "name": fact["name"],
                "value": fact["value"],
                "currency": fact["currency"],
                "day": fact["first_seen"],
                "evidence": quotes.number(fact["evidence"]),
            }
            for fact in facts[node]
        ]
        if node in facts
        else None
        for node in G
    ]


def _links(G: nx.MultiDiGraph[str], quotes: _Quotes) -> Row:
    number = {node: i for i, node in enumerate(G)}
    edges = list(G.edges(data=True))
    rows = [attrs for *_, attrs in edges]
    told = [
        {name: value for name, value in row.items() if name not in OF_EVENTS}
        if row["relation"] in EVENT_RELATIONS
        else row
        for row in rows
    ]
    return {
        "source": [number[source] for source, _, _ in edges],
        "target": [number[target] for _, target, _ in edges],
        "relation": pack([row["relation"] for row in rows]),
        "role": pack([row.get("role") for row in rows]),
        "order": pack([row.get("order") for row in rows]),
        "evidence": [quotes.number(row["evidence"]) for row in rows],
        "facts": _facts(told, OWN_OF_LINKS),
    }


def _facts(rows: Sequence[Mapping[str, Any]], without: Iterable[str]) -> Row:
    names = dict.fromkeys(name for row in rows for name in row if name not in without)
    columns = {name: [_known(row.get(name)) for row in rows] for name in names}
    return {
        name: pack(values) for name, values in columns.items() if any(value is not None for value in values)
    }


def _known(value: Any) -> Any:
    return None if value in ("", []) else value


def _words(chinese: Mapping[str, str]) -> dict[str, list[str]]:
    return {name: [word, ENGLISH.get(name, name.replace("_", " ").lower())] for name, word in chinese.items()}


class _Quotes:
    """Numbers evidence, and texts by their first use: the sentence of thirty participants is kept once."""

    def __init__(self, records: Records) -> None:
        self.evidence: list[list[int | None]] = []
        self.texts: dict[str, int] = {}
        self._numbers: dict[tuple[int | None, ...], int] = {}
        self._articles = {row["id"]: i for i, row in enumerate(records.articles)}

    def number(self, evidence: Iterable[Row]) -> int | list[int]:
        numbers = list(dict.fromkeys(self._number(item) for item in evidence))
        return numbers[0] if len(numbers) == 1 else numbers

    def _number(self, item: Row) -> int:
        text = self.texts.setdefault(item["text"], len(self.texts))
        quote = (text, self._articles.get(item["article"]), *item["mark"])
        if quote not in self._numbers:
            self._numbers[quote] = len(self.evidence)
            self.evidence.append(list(quote))
        return self._numbers[quote]
