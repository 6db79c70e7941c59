"""Stories written with their tags in line, as inputs of the link stage.

``[陆承志|P]`` is a PERSON mention, likewise O (ORG), L (PLACE), J (PROJECT), E (EVENT), T (POST); tags nest
inside E. ``[陆|P=陆承志]`` resolves to the entity of another printed form; all else is its own by its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsgraph.ids import make_id
from newsgraph.link import link_events
from newsgraph.model import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Entity,
    EntityType,
    Event,
    Linked,
    Masthead,
    Mention,
    MentionType,
    Page,
    Piece,
    Resolution,
    Source,
    Span,
    Tagged,
)

_TYPES = {
    "P": MentionType.PERSON,
    "O": MentionType.ORG,
    "L": MentionType.PLACE,
    "J": MentionType.PROJECT,
    "E": MentionType.EVENT,
    "T": MentionType.POST,
}
_ENTITIES = {
    MentionType.PERSON: EntityType.PERSON,
    MentionType.ORG: EntityType.ORGANIZATION,
    MentionType.PLACE: EntityType.PLACE,
    MentionType.PROJECT: EntityType.PROJECT,
}
_TOKEN = re.compile(r"\[|\|([POLJET])(?:=([^\]]+))?\]|[^\[|]+|\|")


@dataclass
class Story:
    """One page, one or more articles, and what the tags say."""

    page: Page
    tagged: list[Tagged]
    resolution: Resolution

    def link(self) -> Linked:
        return link_events([self.page], self.tagged, self.resolution)


@dataclass
class Seen:
    """An event with names in place of ids; `roles` by role, in the printed order."""

    type: str
    name: str
    date: tuple[str, str] | None
    place: str | None
    status: str
    roles: dict[str, list[str]] = field(default_factory=dict)
    projects: list[str] = field(default_factory=list)


def parse(markup: str, offset: int = 0) -> tuple[str, list[tuple[Span, MentionType, str | None]]]:
    """Return the plain text, and its tags as (span, type, name of the entity if given)."""
    text, open_at, found = "", [], []
    for match in _TOKEN.finditer(markup):
        if match.group() == "[":
            open_at.append(len(text))
        elif match[1]:
            span = Span(offset + open_at.pop(), offset + len(text))
            found.append((span, _TYPES[match[1]], match[2]))
        else:
            text += match.group()
    return text, found


def tell(
    *articles: str,
    date: str | None = "2024-05-10",
    dates: Sequence[str] = (),
    seat: str | None = "云溪市",
    kind: ArticleKind = ArticleKind.NEWS,
    kinds: Sequence[ArticleKind] = (),
    item: bool = False,
    title: str = "",
) -> Story:
    """Return a story; a line with ``#`` is a headline, with ``##`` a subtitle; `dates` and `kinds` go by article."""
    source = Source(
        id="src",
        name="page.txt",
        sha256="",
        encoding="utf-8",
        text="\n".join(articles),
        is_item=item,
        title=title,
    )
    entities: dict[str, Entity] = {}
    entity_of: dict[str, str] = {}
    tagged = [
        _article(
            markup,
            f"a{i}",
            kind=kinds[i] if kinds else kind,
            date=dates[i] if dates else date,
            title=title,
            entities=entities,
            entity_of=entity_of,
        )
        for i, markup in enumerate(articles)
    ]
    page = Page(
        source=source, masthead=Masthead(place=seat, date=date), articles=tuple(t.article for t in tagged)
    )
    return Story(page, tagged, Resolution(entities=entities, entity_of=entity_of))


def _article(
    markup: str,
    name: str,
    *,
    kind: ArticleKind,
    date: str | None,
    title: str,
    entities: dict[str, Entity],
    entity_of: dict[str, str],
) -> Tagged:
    text, blocks, tags = "", [], []
    for line in filter(str.strip, markup.split("\n")):
        level = len(line) - len(line.lstrip("#"))
        plain, found = parse(line.lstrip("#").strip(), len(text))
        block = (BlockKind.PARAGRAPH, BlockKind.TITLE, BlockKind.SUBTITLE)[level]
        blocks.append(Block(kind=block, span=Span(len(text), len(text) + len(plain))))
        tags += found
        text += plain + "\n"
    text = text.rstrip("\n")
    headline = next((text[b.span.start : b.span.end] for b in blocks if b.kind is BlockKind.TITLE), title)
    article = Article(
        id=name,
        source="src",
        kind=kind,
        text=text,
        start=0,
        end=len(text),
        pieces=(Piece(start=0, source_start=0, length=len(text)),),
        blocks=tuple(blocks),
        title=headline,
        date=date,
    )
    mentions = []
    for span, type, entity_name in sorted(tags, key=lambda tag: (tag[0].start, -tag[0].end)):
        mention = Mention(
            id=make_id("m", name, span.start, span.end),
            article=name,
            span=span,
            text=text[span.start : span.end],
            type=type,
        )
        mentions.append(mention)
        if type in _ENTITIES:
            called = entity_name or mention.text.replace("　", "")
            entity = make_id("e", type, called)
            entities.setdefault(entity, Entity(id=entity, type=_ENTITIES[type], name=called))
            entity_of[mention.id] = entity
    return Tagged(article=article, mentions=tuple(mentions))


def seen(story: Story) -> list[Seen]:
    """Return the events of a story, in order, with names in place of ids."""
    linked = story.link()
    return [_view(event, linked) for event in linked.events]


def only(story: Story) -> Seen:
    """Return the one event of a story."""
    events = seen(story)
    assert len(events) == 1, events
    return events[0]


def _view(event: Event, linked: Linked) -> Seen:
    roles: dict[str, list[str]] = {}
    for part in sorted(event.participants, key=lambda p: p.order or 0):
        roles.setdefault(str(part.role), []).append(linked.entities[part.entity].name)
    return Seen(
        type=str(event.type),
        name=event.name,
        date=(event.date.start, event.date.end) if event.date else None,
        place=linked.entities[event.place].name if event.place else None,
        status=str(event.status),
        roles=roles,
        projects=[linked.entities[p].name for p in event.projects],
    )
