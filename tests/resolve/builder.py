"""Pages for the tests of this stage, written as marked text: ``{市委|ORG}{书记|POST}{甲某|PERSON}主持。``"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgraph.ids import make_id
from newsgraph.model import (
    Article,
    ArticleKind,
    Byline,
    Entity,
    EntityType,
    Masthead,
    Mention,
    MentionType,
    Page,
    Piece,
    Resolution,
    Ruling,
    Source,
    Span,
    Tagged,
)
from newsgraph.resolve import resolve_pages
from newsgraph.tag.titles import find_titles

_MARK = re.compile(r"\{([^|{}]+)\|(\w+)\}")


def tag_text(
    marked: str,
    *,
    source: str = "s",
    number: int = 0,
    place: str | None = None,
    date: str | None = "2021-05-06",
) -> Tagged:
    """Return the article that `marked` stands for; ``{名|BYLINE}`` is a PERSON in the byline."""
    text, found, bylines = "", [], []
    last = 0
    article = make_id("a", source, number)
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        span = Span(len(text), len(text) + len(match[1]))
        label = match[2]
        if label == "BYLINE":
            bylines.append(Byline(name=re.sub(r"\s", "", match[1]), role="记者", span=span))
            label = "PERSON"
        mention = make_id("m", article, span.start, span.end)
        found.append(Mention(id=mention, article=article, span=span, text=match[1], type=MentionType(label)))
        text += match[1]
        last = match.end()
    text += marked[last:]
    body = Article(
        id=article,
        source=source,
        kind=ArticleKind.NEWS,
        text=text,
        start=0,
        end=len(text),
        pieces=(Piece(start=0, source_start=0, length=len(text)),),
        bylines=tuple(bylines),
        date=date,
        place=place,
    )
    return Tagged(article=body, mentions=tuple(found), titles=find_titles(body, found))


def make_page(
    *articles: str,
    seat: str | None = None,
    source: str = "s",
    date: str | None = "2021-05-06",
    item: bool = False,
    dateline: str | None = None,
) -> tuple[Page, list[Tagged]]:
    """Return a page of a paper with this seat and the articles that the marked texts stand for."""
    tagged = [
        tag_text(text, source=source, number=i, date=date, place=dateline) for i, text in enumerate(articles)
    ]
    page = Page(
        source=Source(id=source, name=source, sha256="", encoding="utf-8", text="", is_item=item),
        masthead=Masthead(place=seat, date=date),
        articles=tuple(item.article for item in tagged),
    )
    return page, tagged


class Resolved:
    """A resolution with the questions that tests ask of it."""

    def __init__(self, pages: Sequence[tuple[Page, list[Tagged]]], rulings: Sequence[Ruling] = ()) -> None:
        self.tagged = [item for _, tagged in pages for item in tagged]
        self.resolution: Resolution = resolve_pages([page for page, _ in pages], self.tagged, rulings)
        self.entities = self.resolution.entities

    def entity(self, printed: str, occurrence: int = 0) -> Entity | None:
        """Return the entity of the mention printed so, the first or a later one; ``None`` if unresolved."""
        mentions = [m for item in self.tagged for m in item.mentions if m.text == printed]
        entity = self.resolution.entity_of.get(mentions[occurrence].id)
        return self.entities[entity] if entity else None

    def name(self, printed: str, occurrence: int = 0) -> str | None:
        """Return the name of that entity."""
        entity = self.entity(printed, occurrence)
        return entity.name if entity else None

    def persons(self, name: str) -> list[Entity]:
        """Return the persons of this name."""
        return [e for e in self.entities.values() if e.type is EntityType.PERSON and e.name == name]

    def tenures(self) -> set[tuple[str, str]]:
        """Return (person, office) by name."""
        return {(self.entities[t.person].name, self.entities[t.office].name) for t in self.resolution.tenures}

    def parents(self, name: str) -> set[str]:
        """Return the names of what an entity is part of or located in."""
        ties = (*self.resolution.part_of, *self.resolution.located_in)
        return {self.entities[parent].name for child, parent, _ in ties if self.entities[child].name == name}


def resolve(*articles: str, seat: str | None = None, **kwargs: object) -> Resolved:
    """Resolve one page."""
    return Resolved([make_page(*articles, seat=seat, **kwargs)])  # type: ignore[arg-type]
