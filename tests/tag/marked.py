"""Sentences with their mentions written in, for the tests of titles: ``[市委|ORG][书记|POST]``."""

from __future__ import annotations

import re

from newsgraph.model import Article, ArticleKind, Mention, MentionType, Piece, Span


def parse(marked: str) -> tuple[Article, tuple[Mention, ...]]:
    """Return the article and the mentions of a marked text."""
    text, mentions, last = "", [], 0
    for match in re.finditer(r"\[([^|\]]+)\|([A-Z]+)\]", marked):
        text += marked[last : match.start()]
        start = len(text)
        text += match[1]
        mentions.append(
            Mention(
                id=f"{start}:{match[1]}",
                article="a",
                span=Span(start, len(text)),
                text=match[1],
                type=MentionType(match[2]),
            )
        )
        last = match.end()
    text += marked[last:]
    pieces = (Piece(start=0, source_start=0, length=len(text)),)
    article = Article(
        id="a", source="s", kind=ArticleKind.NEWS, text=text, start=0, end=len(text), pieces=pieces
    )
    return article, tuple(mentions)
