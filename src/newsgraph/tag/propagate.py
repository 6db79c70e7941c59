"""Names that one article of a page knows, found in the headlines, captions and pointers of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsgraph.ids import make_id
from newsgraph.model import Mention, MentionType, Span, Tagged
from newsgraph.tag.known_names import find_names, printed_forms

BY = "grammar.page"
_KNOWN, _SHORT_SCORE, _SCORE = 0.85, 0.75, 0.85


def propagate_names(items: Sequence[Tagged]) -> list[Tagged]:
    """Return the articles of one page with the persons added that other articles of the page name in full.

    A name counts as known where a mention of it has a score of at least 0.85; of a transliterated name the
    short form counts too. Nothing is added over a standing mention (EVENTs aside), nor inside 《》.

    Parameters
    ----------
    items : Sequence[Tagged]
        The articles of one page, in order.
    """
    known = {
        mention.text
        for item in items
        for mention in item.mentions
        if mention.type is MentionType.PERSON and mention.score >= _KNOWN and len(mention.text) > 1
    }
    forms = printed_forms(sorted(known))
    return [_with_names(item, forms) for item in items]


def _with_names(item: Tagged, forms: dict[str, bool]) -> Tagged:
    article = item.article
    taken = [(m.span.start, m.span.end) for m in item.mentions if m.type in _RIVALS]
    added = [
        Mention(
            id=make_id("m", article.id, start, end, MentionType.PERSON),
            article=article.id,
            span=Span(start, end),
            text=article.text[start:end],
            type=MentionType.PERSON,
            score=_SHORT_SCORE if short else _SCORE,
            by=BY,
        )
        for start, end, short in find_names(article.text, forms, taken=taken)
        if not _in_document(article.text, start)
    ]
    if not added:
        return item
    mentions = sorted((*item.mentions, *added), key=lambda m: (m.span.start, -m.span.end))
    return replace(item, mentions=tuple(mentions))


_RIVALS = (MentionType.PERSON, MentionType.POST, MentionType.ORG, MentionType.PLACE, MentionType.PROJECT)


def _in_document(text: str, start: int) -> bool:
    """Whether `start` lies inside 《》 on its line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.rfind("《") > line.rfind("》")
