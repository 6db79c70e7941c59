"""The typed model that every stage shares, and the only thing that stages share.

All spans are half-open and count Unicode code points. Inside the stages a span lies in
``Article.text`` (the stitched text of one article); `Article.to_source` turns it into offsets
of the source text, which is what every output carries. Nothing here is ever changed after it
was made; what a stage learns it returns as new records.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from newsgraph.errors import AlignmentError


class ArticleKind(StrEnum):
    """What a region of a page is. ``masthead`` is the paper's own head and never exported as an article."""

    MASTHEAD = "masthead"
    NEWS = "news"
    CAPTION = "caption"
    NOTICE = "notice"
    POINTER = "pointer"
    ADVERT = "advert"


class BlockKind(StrEnum):
    """What a line (or stitched paragraph) of an article is."""

    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    PARAGRAPH = "paragraph"


class MentionType(StrEnum):
    """The labels of the annotation guidelines, and the two quantities that grammar finds."""

    PERSON = "PERSON"
    POST = "POST"
    ORG = "ORG"
    PLACE = "PLACE"
    PROJECT = "PROJECT"
    EVENT = "EVENT"
    TIME = "TIME"
    MONEY = "MONEY"


class TitleForm(StrEnum):
    """How the text ties a post to its holder.

    ``apposition`` 市长甲 · ``surname`` 王市长 · ``list`` 市领导甲、乙 (the post before a whole list) ·
    ``appointment`` 任命甲为局长, 甲任副市长, 当选 · ``removal`` 免去甲的局长职务, 辞去 ·
    ``former`` 原市长甲, 甲曾任局长 · ``proposed`` 甲拟任局长, 提名甲为局长.
    """

    APPOSITION = "apposition"
    SURNAME = "surname"
    LIST = "list"
    APPOINTMENT = "appointment"
    REMOVAL = "removal"
    FORMER = "former"
    PROPOSED = "proposed"


class EntityType(StrEnum):
    PERSON = "Person"
    OFFICE = "Office"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    PROJECT = "Project"


class EventType(StrEnum):
    MEETING = "meeting"
    LECTURE = "lecture"
    SIGNING = "signing"
    VISIT = "visit"
    TALKS = "talks"
    CEREMONY = "ceremony"
    MESSAGE = "message"
    APPOINTMENT = "appointment"
    ACTIVITY = "activity"


class EventStatus(StrEnum):
    HELD = "held"
    PLANNED = "planned"


class Role(StrEnum):
    CHAIR = "chair"
    SPEAKER = "speaker"
    ATTENDEE = "attendee"
    AUDIENCE = "audience"
    WITNESS = "witness"
    PARTY = "party"
    ORGANIZER = "organizer"
    SENDER = "sender"
    RECIPIENT = "recipient"
    HOST = "host"
    GUEST = "guest"
    INSPECTOR = "inspector"
    VISITOR = "visitor"
    COMPANION = "companion"
    APPOINTEE = "appointee"
    PERFORMER = "performer"


class Verdict(StrEnum):
    """What a judgement says of two occurrences of persons: one, two, or that nobody can tell."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class RelationType(StrEnum):
    HOLDS_OFFICE = "HOLDS_OFFICE"
    OFFICE_OF = "OFFICE_OF"
    PART_OF = "PART_OF"
    LOCATED_IN = "LOCATED_IN"
    INVESTS_IN = "INVESTS_IN"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of Unicode code points; never empty.

    Raises
    ------
    AlignmentError
        If not ``0 <= start < end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise AlignmentError(f"span {self.start}–{self.end}: want 0 <= start < end")

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file, or one item of an archive, as decoded; every output offset points into `text`.

    `name` is the file's name or the item's id; `sha256` is over the bytes of the file (of the
    UTF-8 of the text for an item). `date` is what an archive's record says, or the day that a page's file is
    named by, which the page itself may print otherwise; `title`, `place` (the seat) and `paper` are a
    record's, ``None`` for a page. `is_item`: one record of an archive, which is one article. `warnings`:
    what was replaced in decoding.
    """

    id: str
    name: str
    sha256: str
    encoding: str
    text: str
    date: str | None = None
    title: str | None = None
    place: str | None = None
    paper: str | None = None
    is_item: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of `length` code points at `start` in ``Article.text`` that stands at `source_start` in the source."""

    start: int
    source_start: int
    length: int


_piece_start = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of headline, or one paragraph after stitching; `span` lies in ``Article.text``."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who wrote or photographed: `name` without inner spaces, `role` as printed (记者, 通讯员, 实习生, 摄 …)."""

    name: str
    role: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One region of a page with its stitched text.

    `text` joins the blocks with ``"\\n"`` in printed order; column breaks inside a paragraph and the blanks of a
    letter-spaced line are gone from it, all else is as printed and never normalised. `pieces` are in order, do not
    overlap, and cover every character of `text` that stands in the source (joints ``"\\n"`` may stand in none). `date`
    is the issue's (or item's) date, ISO 8601, or ``None``. `place` is the dateline's place as printed, or ``None``.
    `start`/`end` bound the region in the source.
    """

    id: str
    source: str
    kind: ArticleKind
    text: str
    start: int
    end: int
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...] = ()
    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    bylines: tuple[Byline, ...] = ()
    date: str | None = None
    place: str | None = None

    def to_source(self, span: Span) -> Span:
        """Return the source offsets of `span`: from its first printed character to its last.

        A span over a column break covers the break. Cost: O(log pieces).

        Raises
        ------
        AlignmentError
            If `span` leaves the text, or holds no printed character.
        """
        if span.end > len(self.text):
            raise AlignmentError(
                f"article {self.id}, span {span.start}–{span.end}: the text has {len(self.text)} characters"
            )
        first = max(bisect_right(self.pieces, span.start, key=_piece_start) - 1, 0)
        if first < len(self.pieces) and span.start >= self.pieces[first].start + self.pieces[first].length:
            first += 1
        last = bisect_right(self.pieces, span.end - 1, key=_piece_start) - 1
        if first > last:
            raise AlignmentError(
                f"article {self.id}, span {span.start}–{span.end}: nothing printed lies there"
            )
        head, tail = self.pieces[first], self.pieces[last]
        start = head.source_start + max(span.start - head.start, 0)
        end = tail.source_start + min(span.end - tail.start, tail.length)
        return Span(start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What the paper's head says; a field is ``None`` where it says nothing.

    `date` ISO 8601; `serial` like ``CN 43-0004``; `place` is the seat in full (衡阳市), by the name of
    the paper and the division lexicon.
    """

    paper: str | None = None
    date: str | None = None
    serial: str | None = None
    number: int | None = None
    pages: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One source segmented: its masthead and its regions in source order, the masthead's region among them.

    A warning ends in brackets with what is this source's own: the same for many is then told once.
    """

    source: Source
    masthead: Masthead
    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of one article that names something; ``article.text[span] == text``.

    `score` is a probability in [0, 1]; `by` names the producer (``ner``, ``grammar.person`` …).
    """

    id: str
    article: str
    span: Span
    text: str
    type: MentionType
    score: float = 1.0
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """One (post, body, holder) that the text ties together; mention ids.

    `body` is the ORG or PLACE mention whose post it is, where printed before it or carried over from an
    earlier post of the same list or sentence (市人大常委会主任甲…，副主任乙: 市人大常委会 for both). ``None``:
    the post itself implies the body (市长 → the city's government). `anchor` is then the mention that
    says of which place: the body of the post coordinated with it (盐城市委 in 盐城市委副书记、市长). ``None``:
    the paper's seat. `holder` is the PERSON mention, or ``None`` for a post named without its holder.
    """

    article: str
    post: str
    body: str | None = None
    anchor: str | None = None
    holder: str | None = None
    form: TitleForm = TitleForm.APPOSITION


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """What the tagger says of one article: mentions by (start, -end), and the titles among them."""

    article: Article
    mentions: tuple[Mention, ...]
    titles: tuple[Title, ...] = ()


Attr = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where an article says so; `span` lies in ``Article.text``."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure of an entity (`name`: an attribute, investment_cny) and the passages that give it, in the order read.

    `currency` (ISO 4217) is that of a sum whose name does not say it.
    """

    name: str
    value: float
    evidence: tuple[Evidence, ...]
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, office, body, place or project.

    `name` is the fullest official form, `aliases` the printed forms that differ from it. An Office has `post`
    and `organization` (an entity's id; a Place's for a state's head). `attrs["inferred"]` is true where no
    mention prints it (the government that a bare 市长 implies). `seen` are the ids of the articles that
    mention or imply it. `facts` are all figures that were told of it, of which `attrs` has the first of a name.
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    attrs: Mapping[str, Attr] = field(default_factory=dict)
    post: str | None = None
    organization: str | None = None
    seen: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """That a person holds, takes up or leaves an office, as one place of the text says."""

    person: str
    office: str
    form: TitleForm
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A reader's judgement: whether `name` in `article` and `other_name` in `other_article` are one person.

    An article is given by its id or by the name of its source, ``""`` for wherever the name stands. Of two names
    of one person, `name` is what he is called. `row`: its number in the reader's table.
    """

    verdict: Verdict
    name: str
    other_name: str
    article: str = ""
    other_article: str = ""
    note: str = ""
    by: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was found of two occurrences of persons, by newsgraph or, with `ruling`, by a reader.

    `entity` is the person that `name` in `article` was taken for, ``None`` where a ruling is about nobody.
    """

    verdict: Verdict
    reason: str
    name: str
    article: str
    other_name: str
    other_article: str
    entity: str | None
    other_entity: str | None
    ruling: Ruling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who and what the mentions are: `entities` by id, the entity's id of each resolved mention's id, the
    tenures in order of the text, the parents of places and bodies as (child, parent, evidence) triples, and
    the decisions about who is who.

    TIME, MONEY and EVENT mentions are not resolved here; POST mentions resolve to Offices where they
    have one.
    """

    entities: Mapping[str, Entity]
    entity_of: Mapping[str, str]
    tenures: tuple[Tenure, ...] = ()
    part_of: tuple[tuple[str, str, Evidence], ...] = ()
    located_in: tuple[tuple[str, str, Evidence], ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """ISO 8601 dates (a month is ``2022-05``); ``end`` equals ``start`` for a day; `text` as printed."""

    start: str
    end: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One role of one person or body at an event; `order` is its place in the printed list, 1 for the first.

    `takes` and `leaves` are the ids of the offices that an appointee takes up and leaves.
    """

    entity: str
    role: Role
    order: int | None = None
    evidence: tuple[Evidence, ...] = ()
    takes: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of the world, however often it is told."""

    id: str
    type: EventType
    name: str
    status: EventStatus
    articles: tuple[str, ...]
    date: EventDate | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    projects: tuple[str, ...] = ()
    attrs: Mapping[str, Attr] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A typed tie between two entities, with every place that says so."""

    id: str
    source: str
    target: str
    type: RelationType
    attrs: Mapping[str, Attr] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What the linker adds: events, relations, and the entities with the facts it found (project money, area)."""

    entities: Mapping[str, Entity]
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
