"""Score of articles, bylines and mentions: everything that is a span."""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.evaluate.graph import Row, ScoredGraph, extent_of
from newsgraph.evaluate.matching import Match, match, match_exact, overlap_ratio, plain
from newsgraph.evaluate.tally import Tally
from newsgraph.model import ArticleKind, MentionType

EXACT = (MentionType.PERSON, MentionType.POST, MentionType.ORG, MentionType.PLACE)
LOOSE = (MentionType.PROJECT, MentionType.EVENT)
"""Long names, whose edges two readers draw differently: half of the union is enough."""

SLACK = 3
"""Characters by which an article's edges may differ."""

Region = tuple[int, int, str]


def score_articles(gold: Row, graph: ScoredGraph) -> Tally:
    """Count the news articles by their edges.

    Captions, notices, pointers and adverts of the gold are free: found or not, whole or in parts, they count
    neither way.
    """
    news = [_region(row) for row in gold["articles"] if row["kind"] == ArticleKind.NEWS]
    others = [_region(row) for row in gold["articles"] if row["kind"] != ArticleKind.NEWS]
    found: list[Region] = [(*extent_of(row), row.get("title", "")) for row in graph.articles]
    result = match(news, found, _is_near)
    extra = match(others, result.extra, _is_near).extra
    extra = [region for region in extra if not any(_is_within(region, other) for other in others)]
    tally = Tally()
    tally.add_match(Match(result.pairs, result.missed, extra))
    return tally


def score_bylines(gold: Row, graph: ScoredGraph) -> Tally:
    """Count the names of reporters of the whole page."""
    tally = Tally()
    wanted = {plain(name) for row in gold["articles"] for name, _ in row.get("bylines", [])}
    found = {plain(byline["name"]) for row in graph.articles for byline in row.get("bylines", [])}
    tally.add_match(match_exact(wanted, found))
    return tally


def score_mentions(gold: Row, graph: ScoredGraph) -> Iterator[tuple[str, Tally]]:
    """Yield a row per label and the row of all."""
    rows = [(label, _score_label(label, gold, graph)) for label in (*EXACT, *LOOSE)]
    yield from ((f"mention {label}", tally) for label, tally in rows)
    yield "mention all", Tally.total(tally for _, tally in rows)


def _score_label(label: MentionType, gold: Row, graph: ScoredGraph) -> Tally:
    wanted = sorted({(start, end, text) for start, end, kind, text in gold["mentions"] if kind == label})
    found = sorted({(m["start"], m["end"], m["text"]) for m in graph.mentions if m["type"] == label})
    tally = Tally()
    tally.add_match(match(wanted, found, _overlaps_half if label in LOOSE else _is_same_span))
    return tally


def _region(article: Row) -> Region:
    return article["start"], article["end"], article["title"]


def _is_near(one: Region, other: Region) -> bool:
    return abs(one[0] - other[0]) <= SLACK and abs(one[1] - other[1]) <= SLACK


def _is_within(inner: Region, outer: Region) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] + SLACK


def _is_same_span(one: Region, other: Region) -> bool:
    return one[:2] == other[:2]


def _overlaps_half(one: Region, other: Region) -> bool:
    return overlap_ratio(one[:2], other[:2]) >= 0.5
