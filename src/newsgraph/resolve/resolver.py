"""Mentions to entities: the way through the stage, scope by scope and then person by person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsgraph.lexicon.divisions import Division
from newsgraph.model import Page, Resolution, Ruling, Tagged
from newsgraph.resolve.addresses import seat_division, zone_of
from newsgraph.resolve.naming import ArticleNames, name_article
from newsgraph.resolve.people import People
from newsgraph.resolve.register import Register
from newsgraph.resolve.things import Things
from newsgraph.text import fold


def resolve_pages(
    pages: Sequence[Page], tagged: Sequence[Tagged], rulings: Sequence[Ruling] = ()
) -> Resolution:
    """Say who and what the mentions of all pages are; see DESIGN.md.

    PERSON, ORG, PLACE and PROJECT mentions are resolved, and POST mentions that have an office. 市委, 我市
    and the like stay unresolved where neither seat, dateline nor text says of which place they are.

    Parameters
    ----------
    pages : Sequence[Page]
        With their mastheads, whose `place` is the seat from which 市委 is understood.
    tagged : Sequence[Tagged]
        The tagged articles of the pages, any order.
    rulings : Sequence[Ruling], optional
        What readers say of who is who; goes before what is found here.

    Returns
    -------
    Resolution
        Ids come from content, so the same pages give the same ids in any order.

    Notes
    -----
    Names meet in dictionaries: near-linear in the mentions. Pages of one seat share short forms and unlisted
    persons; every item of an archive is by itself.
    """
    of_page = _by_page(pages, tagged)
    register = Register()
    people = People(register)
    for scope in _scopes(pages):
        named = [_name_page(page, of_page.get(page.source.id, ())) for page in scope]
        things = Things(register, [names for articles in named for names in articles])
        for page, articles in zip(scope, named, strict=True):
            people.add_page(page, articles, things)
    tenures, decisions = people.settle(rulings, {page.source.id: page.source.name for page in pages})
    return Resolution(
        entities=register.entities(),
        entity_of=register.entity_of,
        tenures=tenures,
        part_of=tuple((child, parent, seen) for (child, parent), seen in register.part_of.items()),
        located_in=tuple((child, parent, seen) for (child, parent), seen in register.located_in.items()),
        decisions=decisions,
    )


def seat_of(page: Page) -> Division | None:
    """Return the division that the paper's masthead names as its seat, or in which the zone lies that it names."""
    return seat_division(page.masthead.place or "")


def _name_page(page: Page, tagged: Iterable[Tagged]) -> list[ArticleNames]:
    """Name the bodies and places of a page's articles."""
    seat, zone = seat_of(page), zone_of(page.masthead.place or "")
    return [name_article(item, seat, zone) for item in tagged]


def _by_page(pages: Iterable[Page], tagged: Iterable[Tagged]) -> dict[str, list[Tagged]]:
    """Return the tagged articles of each page, in the page's order."""
    order = {article.id: i for page in pages for i, article in enumerate(page.articles)}
    found: defaultdict[str, list[Tagged]] = defaultdict(list)
    for item in tagged:
        found[item.article.source].append(_without_blanks(item))
    for items in found.values():
        items.sort(key=lambda item: order.get(item.article.id, 0))
    return found


def _without_blanks(item: Tagged) -> Tagged:
    """Leave out mentions of nothing but blanks and quotation marks, which a recogniser may give."""
    blank = {mention.id for mention in item.mentions if not fold(mention.text)}
    if not blank:
        return item
    return replace(
        item,
        mentions=tuple(mention for mention in item.mentions if mention.id not in blank),
        titles=tuple(t for t in item.titles if blank.isdisjoint((t.post, t.body, t.anchor, t.holder))),
    )


def _scopes(pages: Iterable[Page]) -> list[list[Page]]:
    """Group the pages of one seat; a page without seat is by itself."""
    groups: defaultdict[str, list[Page]] = defaultdict(list)
    for page in pages:
        seat = seat_of(page)
        groups[seat.code if seat else page.source.id].append(page)
    return list(groups.values())
