"""Mentions and evidence as W3C Web Annotations (JSON-LD): which words of which source say what."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from urllib.parse import quote

from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import Row, Tables
from newsgraph.ids import make_id
from newsgraph.lexicon.labels import ATTRIBUTES, RELATIONS, ROLES
from newsgraph.records import Records

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of the sentence before and after the words that a TextQuoteSelector holds, at most."""


def annotation_bytes(tables: Tables, records: Records) -> bytes:
    """Return one annotation per mention and per passage of evidence, as one AnnotationPage in UTF-8.

    A mention is tagged with its label and, where resolved, identified with its entity; a passage is linked to the
    event or relation that it proves, with a line that says what it says. Targets are the source as
    ``ni:///sha-256;…`` (RFC 6920, of its bytes), by position in code points and by the words with the sentence around
    them, as far as the records hold the sentence. The words are without column breaks; the position spans them.

    References
    ----------
    Web Annotation Data Model, W3C Recommendation, 2017.
    """
    writer = _Writer(tables, records)
    items = [*writer.mentions(), *writer.evidence()]
    own_id = entity_iri(make_id("page", *(item["id"] for item in items)))
    page = {
        "@context": CONTEXT,
        "id": own_id,
        "type": "AnnotationPage",
        "partOf": {"id": f"{own_id}:all", "type": "AnnotationCollection", "total": len(items)},
        "startIndex": 0,
        "items": [],
    }
    head, tail = json.dumps(page).split("[]")  # so that each annotation has a line of its own
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"{head}[\n{lines}\n]{tail}\n".encode()


def source_iri(sha256: str) -> str:
    """Return the name of the bytes that hash to `sha256` (hexadecimal), by RFC 6920.

    Examples
    --------
    >>> source_iri("53269057e12fe2b74ba07c892560a2d753d7ead1cb68ea7ad04a61e54cd39b8f")
    'ni:///sha-256;UyaQV-Ev4rdLoHyJJWCi11PX6tHLaOp60Eph5UzTm48'
    """
    return f"ni:///sha-256;{urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip('=')}"


def entity_iri(own_id: str) -> str:
    """Return the name of a record by its id."""
    return f"urn:newsgraph:{quote(own_id, safe='', errors='surrogatepass')}"


class _Writer:
    def __init__(self, tables: Tables, records: Records) -> None:
        self.records = records
        self.cleaner = Cleaner()
        labels = {row["id"]: row["label"] for row in tables.nodes}
        everything = (*records.entities, *records.events)
        self.names = {row["id"]: labels[self._clean(row["id"])] for row in everything}
        self.sources = {row["id"]: row for row in records.meta["sources"]}
        self.source_of = {row["id"]: row["source"] for row in records.articles}
        self.sentences = self._find_sentences()

    def mentions(self) -> Iterator[Row]:
        for row in self.records.mentions:
            bodies: list[Row] = [{"type": "TextualBody", "purpose": "tagging", "value": row["type"]}]
            if row["entity"] is not None:
                bodies.append(
                    {
                        "type": "SpecificResource",
                        "purpose": "identifying",
                        "source": self._resource(row["entity"], self.names.get(row["entity"])),
                    }
                )
            before, after = self._around(row)
            quoted = {"exact": row["text"], "prefix": before, "suffix": after}
            yield self._annotation(row["id"], "identifying", bodies, self._target(row["source"], row, quoted))

    def evidence(self) -> Iterator[Row]:
        for row in self.records.entities:
            for fact in row.get("facts", ()):
                says = f"{self.names[row['id']]} {ATTRIBUTES.get(fact['name'], fact['name'])} {fact['value']}"
                yield from self._passages(row["id"], says, fact["evidence"])
        for row in self.records.relations:
            word = RELATIONS.get(row["type"], row["type"])
            says = f"{self.names[row['source']]} {word} {self.names[row['target']]}"
            yield from self._passages(row["id"], says, row["evidence"])
        for row in self.records.events:
            yield from self._passages(row["id"], self.names[row["id"]], row["evidence"])
            for participant in row["participants"]:
                role = ROLES.get(participant["role"], participant["role"])
                says = f"{self.names[participant['entity']]} {role} {self.names[row['id']]}"
                yield from self._passages(row["id"], says, participant["evidence"])

    def _passages(self, about: str, says: str, evidence: list[Row]) -> Iterator[Row]:
        for n, row in enumerate(evidence):
            source = self._source(row)
            if source is None:
                continue
            start, end = row["mark"]
            quoted = {
                "exact": row["text"][start:end],
                "prefix": row["text"][max(start - AROUND, 0) : start],
                "suffix": row["text"][end : end + AROUND],
            }
            bodies: list[Row] = [
                {"type": "SpecificResource", "purpose": "linking", "source": self._resource(about, None)},
                {"type": "TextualBody", "purpose": "describing", "value": says, "language": "zh"},
            ]
            own_id = make_id("v", about, says, n, row["article"], row["start"], row["end"])
            yield self._annotation(own_id, "linking", bodies, self._target(source, row, quoted))

    def _source(self, evidence: Row) -> str | None:
        """Return the source of a passage; of a masthead, which has no article, only where there is one source."""
        if evidence["article"] is not None:
            return str(self.source_of[evidence["article"]])
        return next(iter(self.sources)) if len(self.sources) == 1 else None

    def _target(self, source: str, at: Row, quoted: dict[str, str]) -> Row:
        row = self.sources[source]
        words = {name: self._clean(text) for name, text in quoted.items() if text}
        return {
            "type": "SpecificResource",
            "source": {
                "id": source_iri(row["sha256"]),
                "type": "Text",
                "label": self._clean(row["name"]),
                "format": "text/plain",
                "language": "zh",
            },
            "selector": [
                {"type": "TextPositionSelector", "start": at["start"], "end": at["end"]},
                {"type": "TextQuoteSelector", **words},
            ],
        }

    def _annotation(self, own_id: str, motivation: str, bodies: list[Row], target: Row) -> Row:
        return {
            "id": entity_iri(own_id),
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": target,
        }

    def _resource(self, own_id: str, label: str | None) -> Row:
        return {"id": entity_iri(own_id)} | ({} if label is None else {"label": label})

    def _clean(self, text: str) -> str:
        return self.cleaner.text(text, where="annotations", column="text")

    def _around(self, mention: Row) -> tuple[str, str]:
        """Return the words before and after a mention in its sentence, empty where no evidence holds the sentence."""
        starts, texts = self.sentences.get(mention["source"], ([], []))
        n = bisect_right(starts, mention["start"]) - 1
        if n < 0:
            return "", ""
        text, start, end = texts[n], mention["start"] - starts[n], mention["end"] - starts[n]
        if text[start:end] != mention["text"]:
            return "", ""
        return text[max(start - AROUND, 0) : start], text[end : end + AROUND]

    def _find_sentences(self) -> dict[str, tuple[list[int], list[str]]]:
        """Return by source the sentences of all evidence: their first offsets, ascending, and their texts."""
        found: defaultdict[str, dict[int, str]] = defaultdict(dict)
        participants = (p for row in self.records.events for p in row["participants"])
        for holder in chain(self.records.relations, self.records.events, participants):
            for row in holder["evidence"]:
                source = self._source(row)
                if source is not None:
                    found[source].setdefault(row["start"] - row["mark"][0], row["text"])
        ordered = {source: sorted(texts.items()) for source, texts in found.items()}
        return {source: ([s for s, _ in rows], [t for _, t in rows]) for source, rows in ordered.items()}
