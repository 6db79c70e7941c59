"""Gold pages as stage inputs, so that a stage can be tested on what the stages before it should give."""

from __future__ import annotations

import json
from pathlib import Path

from newsgraph.ids import make_id
from newsgraph.model import Article, ArticleKind, Mention, MentionType, Page, Span

SHARED = Path(__file__).resolve().parents[2] / "shared"
TUNED = ("hengyang-2021-12-09", "anqing-2010-09-08", "jiangmen-2025-03-27", "yili-2018-05-24")
"""Pages that rules are developed on. The other gold pages are for measuring only: nobody reads them."""


def page_path(name: str) -> Path:
    """Return the text file of a gold page."""
    folder = SHARED / ("seed" if name.startswith("hengyang") else "gold/pages")
    return folder / f"{name}.txt"


def load_gold(name: str) -> dict:
    """Return the parsed gold of a page."""
    folder = SHARED / ("gold" if name.startswith("hengyang") else "gold/pages")
    return json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8"))


def gold_mentions(page: Page, gold: dict) -> list[tuple[Article, tuple[Mention, ...]]]:
    """Return every article of a segmented page with the gold's mentions, moved into ``Article.text``."""
    result = []
    for article in page.articles:
        at = {}
        for piece in article.pieces:
            for i in range(piece.length):
                at[piece.source_start + i] = piece.start + i
        mentions = []
        for start, end, label, *_ in gold["mentions"]:
            if start in at and end - 1 in at and article.start <= start and end <= article.end:
                span = Span(at[start], at[end - 1] + 1)
                mentions.append(
                    Mention(
                        id=make_id("m", article.id, span.start, span.end, label),
                        article=article.id,
                        span=span,
                        text=article.text[span.start : span.end],
                        type=MentionType(label),
                        by="gold",
                    )
                )
        mentions.sort(key=lambda m: (m.span.start, -m.span.end))
        result.append((article, tuple(mentions)))
    return result


__all__ = ["SHARED", "TUNED", "ArticleKind", "gold_mentions", "load_gold", "page_path"]
