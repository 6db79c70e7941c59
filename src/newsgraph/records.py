"""`Records`: the rows of ``graph.json``, and the conversion of stage results into them.

DESIGN.md's table is the contract: spans leave ``Article.text`` here and become source offsets.
Order is that of the text, then of the id, so the same input gives the same bytes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsgraph.errors import InputError
from newsgraph.model import (
    Article,
    ArticleKind,
    Decision,
    Entity,
    EntityType,
    Event,
    Evidence,
    Fact,
    Linked,
    Page,
    Relation,
    Resolution,
    Tagged,
)
from newsgraph.text import sentence_at

Row = dict[str, Any]

SCHEMA = 1

NODE_FACTS: Mapping[str, type] = {
    "inferred": bool,
    "description": str,
    "investment_cny": float,
    "investment_amount": float,
    "investment_currency": str,
    "area_mu": float,
    "area_m2": float,
    "contract_cny": float,
    "contract_amount": float,
    "contract_currency": str,
}
"""What ``attrs`` of entities and events may hold, and of which type, so that every table has a column for it."""
EDGE_FACTS: Mapping[str, type] = {"since": str, "until": str, "former": bool, "proposed": bool}
"""The same of relations."""
MOVE_FACTS: Mapping[str, type] = {"takes": str, "leaves": str}
"""The same of an appointee's participation, where the names of the offices stand for their ids."""

JOINT = "；"
"""Between the members of a list where a format has no lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The seven tables of ``graph.json`` as lists of plain dictionaries, ready for JSON.

    Evidence rows are ``{article, start, end, text, mark}``: source offsets of the words that say so, the
    whole sentence they stand in, and the words' ``[start, end]`` within that sentence. In the masthead
    ``article`` is null.
    """

    meta: Row
    articles: list[Row]
    mentions: list[Row]
    entities: list[Row]
    events: list[Row]
    relations: list[Row]
    judgements: list[Row] = field(default_factory=list)

    def to_dict(self) -> Row:
        """Return the tables under the keys of ``graph.json``, in the contract's order."""
        return {
            "meta": self.meta,
            "articles": self.articles,
            "mentions": self.mentions,
            "entities": self.entities,
            "events": self.events,
            "relations": self.relations,
            "judgements": self.judgements,
        }

    @classmethod
    def from_dict(cls, tables: Mapping[str, Any]) -> Records:
        """Return the records of a parsed ``graph.json``.

        Raises
        ------
        KeyError
            If one of the tables is missing, but for the judgements, which older files have not.
        """
        return cls(
            meta=tables["meta"],
            articles=tables["articles"],
            mentions=tables["mentions"],
            entities=tables["entities"],
            events=tables["events"],
            relations=tables["relations"],
            judgements=tables.get("judgements", []),
        )


def read_records(out: Path) -> Records:
    """Return the records that `build` wrote into the folder `out`, or into the file `out`.

    Raises
    ------
    InputError
        If the file is missing, is no JSON, or lacks a table.
    """
    path = out / "graph.json" if out.is_dir() else out
    mend = "give a folder that `newsgraph build` wrote, or its graph.json"
    try:
        return Records.from_dict(json.loads(path.read_text(encoding="utf-8")))
    except OSError as err:
        raise InputError(f"{path}: cannot be read ({err.strerror}); {mend}") from err
    except ValueError as err:
        raise InputError(f"{path}: is not JSON in UTF-8 ({err}); {mend}") from err
    except (KeyError, TypeError) as err:
        raise InputError(f"{path}: the table {err} is missing; {mend}") from err


def known_end(facts: Mapping[str, Any]) -> str | None:
    """Return until when a tenure is known to have lasted: its end, or of a former one without an end its begin.

    `facts` are its attributes, or an edge or a row that has them.
    """
    until = facts.get("until") or (facts.get("former") is True and facts.get("since"))
    return until if isinstance(until, str) else None


def make_records(
    pages: Sequence[Page],
    tagged: Iterable[Tagged],
    resolution: Resolution,
    linked: Linked,
    *,
    version: str,
    tagger: str,
) -> Records:
    """Return the rows of ``graph.json`` for one build; see `Records`.

    Cost: linear in mentions and evidence.
    """
    tagged = list(tagged)
    articles = {article.id: article for page in pages for article in page.articles}
    dates = {article.id: article.date for article in articles.values()}
    mention_articles: defaultdict[str, set[str]] = defaultdict(set)
    by_id = {mention.id: mention for item in tagged for mention in item.mentions}
    for mention_id, entity_id in resolution.entity_of.items():
        mention_articles[entity_id].add(by_id[mention_id].article)
    for entity in linked.entities.values():
        mention_articles[entity.id].update(entity.seen)

    return Records(
        meta={
            "schema": SCHEMA,
            "newsgraph": version,
            "tagger": tagger,
            "sources": [_source_row(page) for page in pages],
        },
        articles=[
            _article_row(article)
            for page in pages
            for article in page.articles
            if article.kind is not ArticleKind.MASTHEAD
        ],
        mentions=[row for item in tagged for row in _mention_rows(item, resolution.entity_of)],
        entities=[
            _entity_row(entity, [dates.get(article) for article in mention_articles[entity.id]], articles)
            for entity in sorted(linked.entities.values(), key=lambda e: (e.type, e.name, e.id))
        ],
        events=[_event_row(event, articles) for event in linked.events],
        relations=[_relation_row(relation, articles) for relation in linked.relations],
        judgements=[_judgement_row(decision) for decision in resolution.decisions],
    )


def _source_row(page: Page) -> Row:
    source, masthead = page.source, page.masthead
    return {
        "id": source.id,
        "name": source.name,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "chars": len(source.text),
        "paper": masthead.paper,
        "date": masthead.date,
        "place": masthead.place,
        "serial": masthead.serial,
        "number": masthead.number,
        "pages": masthead.pages,
        "warnings": list(page.warnings),
    }


def _article_row(article: Article) -> Row:
    return {
        "id": article.id,
        "source": article.source,
        "kind": str(article.kind),
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "bylines": [{"name": byline.name, "role": byline.role} for byline in article.bylines],
        "date": article.date,
        "place": article.place,
        "spans": [[article.start, article.end]],
    }


def _mention_rows(item: Tagged, entity_of: Mapping[str, str]) -> Iterable[Row]:
    article = item.article
    for mention in item.mentions:
        span = article.to_source(mention.span)
        yield {
            "id": mention.id,
            "source": article.source,
            "article": None if article.kind is ArticleKind.MASTHEAD else article.id,
            "start": span.start,
            "end": span.end,
            "text": mention.text,
            "type": str(mention.type),
            "entity": entity_of.get(mention.id),
            "score": round(mention.score, 4),
            "by": mention.by,
        }


def _entity_row(entity: Entity, dates: Iterable[str | None], articles: Mapping[str, Article]) -> Row:
    first, last = _first_and_last(dates)
    row: Row = {
        "id": entity.id,
        "type": str(entity.type),
        "name": entity.name,
        "aliases": list(entity.aliases),
        "attrs": _plain(entity.attrs),
        "first_seen": first,
        "last_seen": last,
    }
    if entity.type is EntityType.OFFICE:
        row["post"] = entity.post
        row["organization"] = entity.organization
    if entity.facts:
        row["facts"] = [_fact_row(fact, articles) for fact in entity.facts]
    return row


def _fact_row(fact: Fact, articles: Mapping[str, Article]) -> Row:
    first, last = _days_of(fact.evidence, articles)
    return {
        "name": fact.name,
        "value": fact.value,
        "currency": fact.currency,
        "first_seen": first,
        "last_seen": last,
        "evidence": _evidence_rows(fact.evidence, articles),
    }


def _days_of(evidence: Iterable[Evidence], articles: Mapping[str, Article]) -> tuple[str | None, str | None]:
    """Return the first and last day of issue of the articles that say so."""
    return _first_and_last(articles[item.article].date for item in evidence)


def _first_and_last(days: Iterable[str | None]) -> tuple[str | None, str | None]:
    known = sorted(day for day in days if day)
    return (known[0], known[-1]) if known else (None, None)


def _event_row(event: Event, articles: Mapping[str, Article]) -> Row:
    return {
        "id": event.id,
        "type": str(event.type),
        "name": event.name,
        "date": None
        if event.date is None
        else {"start": event.date.start, "end": event.date.end, "text": event.date.text},
        "place": event.place,
        "status": str(event.status),
        "articles": list(event.articles),
        "participants": [
            {
                "entity": participant.entity,
                "role": str(participant.role),
                "order": participant.order,
                "evidence": _evidence_rows(participant.evidence, articles),
                **{name: list(ids) for name in MOVE_FACTS if (ids := getattr(participant, name))},
            }
            for participant in event.participants
        ],
        "projects": list(event.projects),
        "attrs": _plain(event.attrs),
        "evidence": _evidence_rows(event.evidence, articles),
    }


def _relation_row(relation: Relation, articles: Mapping[str, Article]) -> Row:
    first, last = _days_of(relation.evidence, articles)
    return {
        "id": relation.id,
        "source": relation.source,
        "target": relation.target,
        "type": str(relation.type),
        "attrs": _plain(relation.attrs),
        "first_seen": first,
        "last_seen": last,
        "evidence": _evidence_rows(relation.evidence, articles),
    }


def _judgement_row(decision: Decision) -> Row:
    ruling = decision.ruling
    return {
        "verdict": None if ruling is None else str(decision.verdict),
        "found": str(decision.verdict) if ruling is None else None,
        "why": decision.reason if ruling is None else None,
        "name": decision.name,
        "article": decision.article,
        "entity": decision.entity,
        "other_name": decision.other_name,
        "other_article": decision.other_article,
        "other_entity": decision.other_entity,
        "note": ruling and (ruling.note or None),
        "by": ruling and (ruling.by or None),
        "row": ruling and ruling.row,
    }


def _evidence_rows(evidence: Iterable[Evidence], articles: Mapping[str, Article]) -> list[Row]:
    rows = []
    for item in evidence:
        article = articles[item.article]
        source = article.to_source(item.span)
        sentence = sentence_at(article.text, item.span)
        rows.append(
            {
                "article": None if article.kind is ArticleKind.MASTHEAD else article.id,
                "start": source.start,
                "end": source.end,
                "text": article.text[sentence.start : sentence.end],
                "mark": [item.span.start - sentence.start, item.span.end - sentence.start],
            }
        )
    return rows


def _plain(attrs: Mapping[str, Any]) -> Row:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in sorted(attrs.items())}
