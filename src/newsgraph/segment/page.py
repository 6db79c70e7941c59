"""A source as a page of articles."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newsgraph.errors import ConfigError
from newsgraph.ids import make_id
from newsgraph.lexicon.seats import seat_name
from newsgraph.model import Article, ArticleKind, Block, BlockKind, Masthead, Page, Piece, Source, Span
from newsgraph.segment.bylines import find_bylines
from newsgraph.segment.dateline import find_dateline
from newsgraph.segment.han import is_traditional
from newsgraph.segment.headline import headline_kinds, notice_kinds
from newsgraph.segment.masthead import find_masthead, read_masthead
from newsgraph.segment.paragraphs import Paragraph, split_lines, unwrap
from newsgraph.segment.region import Region
from newsgraph.segment.regions import find_regions
from newsgraph.segment.seat import official_name
from newsgraph.segment.shapes import Shape, is_enumerated, is_notice_head, shape_of

_BRIEF_MARKS = ("▲", "△", "◇")
_NEEDS_PLACE = re.compile(
    r"[我本][省市县区州盟旗]|(?<![\u4e00-\u9fff])[省市县区州](?:委|政府|长)(?![\u4e00-\u9fff]{0,2}员会)"
)
_NEEDS_DATE = re.compile(
    r"昨[日天晚]|今[日天晚早]|明[日天晚]|前[日天]|后天|本[周月]|上周|今年|去年|明年|\d{1,2}月\d{1,2}日"
)
_WAYS_TO_PLACE = ("--place 衡阳市", "the record's place, or with --place 衡阳市")
_WAYS_TO_DATE = (
    "--date 2021-12-09, or by the name of the file or its folders: 2021-12-09.txt, 2021/12/09/1.txt",
    "the record's date, or with --date 2021-12-09",
)
"""How a page can be given what it does not print, and how an item."""
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says of pages: seat, date of issue (ISO 8601), paper.

    It goes before what a masthead says, and behind what a record of an archive says of itself. With `fills`,
    `date` is that of pages which print none: one day is not that of several issues.

    Raises
    ------
    ConfigError
        If `date` is no day of the calendar in ISO 8601.
    """

    place: str | None = None
    date: str | None = None
    paper: str | None = None
    fills: bool = False

    def __post_init__(self) -> None:
        if self.date is not None:
            try:
                datetime.date.fromisoformat(self.date)
            except ValueError as err:
                raise ConfigError(
                    f"date {self.date!r} is no day: write it as YYYY-MM-DD, for example 2021-12-09"
                ) from err


def segment_source(source: Source, *, overrides: Overrides | None = None) -> Page:
    """Return the page of `source`: its masthead, and its regions in the order of their first line.

    A page's masthead is one region of kind masthead. An item of an archive is one article, whatever it looks
    like. A region that a photograph cuts in two encloses it; no character belongs to two regions.

    Parameters
    ----------
    source : Source
        Any text; line ends, control characters and length are as they come.
    overrides : Overrides or None
        What is said beside the masthead.

    Returns
    -------
    Page
        With warnings where the text speaks of 我市 or 昨日 and no seat or date is known.

    Notes
    -----
    Linear in the length of the text; the same text gives the same ids.
    """
    overrides = overrides or Overrides()
    paragraphs = unwrap(split_lines(source.text))
    n = 0 if source.is_item else find_masthead(paragraphs)
    masthead = _override(read_masthead([p.text for p in paragraphs[:n]]), overrides, source)
    if source.is_item:
        regions = [_item_region(paragraphs)] if paragraphs else []
    else:
        head = [Region(ArticleKind.MASTHEAD, body=paragraphs[:n])] if n else []
        regions = head + find_regions(paragraphs[n:])
    articles = [_to_article(region, source, masthead) for region in regions]
    articles.sort(key=lambda article: article.start)
    return Page(
        source=source,
        masthead=masthead,
        articles=tuple(articles),
        warnings=tuple(_warnings(source, masthead, articles)),
    )


def _override(masthead: Masthead, overrides: Overrides, source: Source) -> Masthead:
    """Return the masthead with what is said beside it; a record's own word goes first, a file's name last."""
    place = source.place or overrides.place
    days = [overrides.date, source.date]
    if source.is_item:
        days.reverse()
    else:
        days.insert(0 if overrides.fills else 1, masthead.date)
    return replace(
        masthead,
        paper=source.paper or overrides.paper or masthead.paper,
        date=next(filter(None, days), None),
        place=(seat_name(place) or official_name(place) or place) if place else masthead.place,
    )


def _item_region(paragraphs: Sequence[Paragraph]) -> Region:
    """Return an item's one region: headline lines before the first paragraph, then everything else."""
    region = Region(ArticleKind.NEWS)
    for paragraph in paragraphs:
        shape = shape_of(paragraph.text)
        if shape is Shape.HEAD and not region.body and len(paragraphs) > 1:
            region.heads.append(paragraph)
        elif shape is Shape.BODY:
            region.add(paragraph)
        else:
            region.append([paragraph])
    return region


def _is_brief(paragraph: str) -> bool:
    """Whether a paragraph is one of several reports, each with its own signature."""
    return is_enumerated(paragraph) or paragraph.startswith(_BRIEF_MARKS)


def _to_article(region: Region, source: Source, masthead: Masthead) -> Article:
    body = region.paragraphs()
    parts = region.heads + body
    text, pieces, spans = _join(parts)
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    if source.is_item:
        start, end = 0, len(source.text)
    kinds = _block_kinds(region)
    lines = {
        kind: [text[s.start : s.end] for k, s in zip(kinds, spans, strict=True) if k is kind]
        for kind in BlockKind
    }
    is_head = region.kind is ArticleKind.MASTHEAD
    bylines = (
        ()
        if is_head
        else tuple(
            byline
            for i, span in enumerate(spans)
            if kinds[i] is BlockKind.PARAGRAPH
            for byline in find_bylines(
                text,
                span.start,
                span.end,
                opening=i == len(region.heads),
                closing=i == len(spans) - 1 or _is_brief(text[span.start : span.end]),
            )
        )
    )
    openings = (
        text[s.start : s.start + 80] for k, s in zip(kinds, spans, strict=True) if k is BlockKind.PARAGRAPH
    )
    return Article(
        id=make_id("a", source.id, start, end),
        source=source.id,
        kind=region.kind,
        text=text,
        start=start,
        end=end,
        pieces=pieces,
        blocks=tuple(Block(kind=kind, span=span) for kind, span in zip(kinds, spans, strict=True)),
        title=(source.title or "") if source.is_item else " ".join(lines[BlockKind.TITLE]),
        kicker=" ".join(lines[BlockKind.KICKER]),
        subtitle=" ".join(lines[BlockKind.SUBTITLE]),
        bylines=bylines,
        date=masthead.date,
        place=None if is_head else next(filter(None, map(find_dateline, openings)), None),
    )


def _block_kinds(region: Region) -> list[BlockKind]:
    lead = region.body[0][0].key if region.body else ""
    lines = [p.key for p in region.heads]
    if region.kind is ArticleKind.NOTICE:
        heads = notice_kinds([is_notice_head(line) for line in lines])
    else:
        heads = headline_kinds(lines, lead)
    return heads + [BlockKind.PARAGRAPH] * len(region.body)


def _join(parts: Sequence[Paragraph]) -> tuple[str, tuple[Piece, ...], list[Span]]:
    """Return the parts' text joined by line ends, its pieces of the source, and each part's span."""
    pieces: list[Piece] = []
    spans: list[Span] = []
    at = 0
    for part in parts:
        spans.append(Span(at, at + len(part.text)))
        pieces.extend(part.pieces(at))
        at += len(part.text) + 1
    return "\n".join(part.text for part in parts), tuple(pieces), spans


def _warnings(source: Source, masthead: Masthead, articles: Iterable[Article]) -> Iterable[str]:
    yield from source.warnings
    texts = [article.text for article in articles if article.kind is not ArticleKind.MASTHEAD]
    if not texts:
        yield "no text was found; nothing can be built from it"
    if is_traditional(source.text):
        yield "in traditional characters, of which little is read; convert the text first (opencc -c t2s)"
    for known, pattern, what, mend in (
        (masthead.place, _NEEDS_PLACE, "seat of the paper", _WAYS_TO_PLACE),
        (masthead.date, _NEEDS_DATE, "date of issue", _WAYS_TO_DATE),
    ):
        words = (
            list(dict.fromkeys(word for text in texts for word in pattern.findall(text)))
            if known is None
            else []
        )
        if words:
            shown = "、".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
            yield f"no {what} is known; give it with {mend[source.is_item]} ({shown} cannot be resolved)"
