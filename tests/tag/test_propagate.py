"""Names of one article found in the others of the page."""

from __future__ import annotations

from newsgraph.model import Article, ArticleKind, Mention, MentionType, Piece, Span, Tagged
from newsgraph.tag.propagate import propagate_names


def tagged(number: int, text: str, *names: str) -> Tagged:
    """Return an article in which `names` are tagged."""
    article = Article(
        id=f"a{number}",
        source="s",
        kind=ArticleKind.POINTER,
        text=text,
        start=0,
        end=len(text),
        pieces=(Piece(start=0, source_start=0, length=len(text)),),
    )
    mentions = tuple(
        Mention(
            id=f"{number}:{name}",
            article=article.id,
            span=Span(text.index(name), text.index(name) + len(name)),
            text=name,
            type=MentionType.PERSON,
            score=0.95,
        )
        for name in names
    )
    return Tagged(article=article, mentions=mentions)


def test_propagate_names_finds_a_name_in_another_headline():
    items = propagate_names([tagged(1, "市长陈国栋说", "陈国栋"), tagged(2, "陈国栋会见客人")])
    assert [m.text for m in items[1].mentions] == ["陈国栋"]
    assert items[1].mentions[0].article == "a2"


def test_propagate_names_finds_short_foreign_names():
    items = propagate_names([tagged(1, "伊戈尔·索洛金说", "伊戈尔·索洛金"), tagged(2, "索洛金抵达")])
    assert [m.text for m in items[1].mentions] == ["索洛金"]


def test_propagate_names_keeps_out_of_documents_and_longer_names():
    first = tagged(1, "市长陈岚说", "陈岚")
    items = propagate_names([first, tagged(2, "《陈岚传》出版"), tagged(3, "陈岚仪说")])
    assert items[1].mentions == items[2].mentions == ()


def test_propagate_names_adds_nothing_over_what_stands():
    item = tagged(1, "市长陈国栋说", "陈国栋")
    assert propagate_names([item, item]) == [item, item]
