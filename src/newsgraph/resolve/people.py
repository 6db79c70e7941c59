"""Persons, offices and tenures: titles give offices, offices tell namesakes apart, clusters become persons."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsgraph.lexicon import posts
from newsgraph.model import (
    EntityType,
    Evidence,
    Mention,
    Page,
    Span,
    Tagged,
    Tenure,
    Title,
    TitleForm,
)
from newsgraph.resolve.naming import ArticleNames
from newsgraph.resolve.occurrences import Occurrence, describe, full_names, is_byline, person_names
from newsgraph.resolve.offices import Belonging, implied, of_place
from newsgraph.resolve.persons import cluster_persons
from newsgraph.resolve.ranks import bench_standing, standing
from newsgraph.resolve.register import Draft, Register
from newsgraph.resolve.things import Things
from newsgraph.text import fold, sentence_at

_MOVING = (TitleForm.APPOINTMENT, TitleForm.REMOVAL)


@dataclass(frozen=True, slots=True)
class _Holding:
    """One title with its office, on the way to a tenure; `occurrence` is ``None`` for a post without holder."""

    office: str
    form: TitleForm
    evidence: Evidence
    occurrence: Occurrence | None


class People:
    """Collects who occurs where in which office, page by page; `settle` decides who is who.

    Parameters
    ----------
    register : Register
        Where persons and offices are kept.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._occurrences: list[Occurrence] = []
        self._holdings: list[_Holding] = []

    def add_page(self, page: Page, articles: Sequence[ArticleNames], things: Things) -> None:
        """Take in the persons and titles of one page whose bodies and places are named."""
        page_names = list(dict.fromkeys(name for names in articles for name in full_names(names.tagged)))
        posts_of = _printed_posts(names.tagged for names in articles)
        seat = articles[0].setting.seat if articles else None
        scope = seat.code if seat else "" if page.source.is_item else page.source.id
        occurrence_of: dict[str, Occurrence] = {}
        for names in articles:
            called = person_names(names.tagged, page_names=page_names, posts_of=posts_of)
            occurrence_of |= _occurrences(names.tagged, called, scope)
        self._occurrences += list({id(o): o for o in occurrence_of.values()}.values())
        offices = _PageOffices(self._register, things, occurrence_of)
        self._holdings += offices.read(articles)

    def settle(self) -> tuple[Tenure, ...]:
        """Cluster the persons, resolve their mentions, name the offices and return the tenures in order of the text."""
        person_of: dict[int, str] = {}
        groups: defaultdict[str, list[tuple[Occurrence, ...]]] = defaultdict(list)
        for person in cluster_persons(self._occurrences):
            groups[person[0].name].append(person)
        for name, namesakes in groups.items():
            for person, key in zip(namesakes, _keys(namesakes), strict=True):
                draft = self._draft(name, key, person)
                person_of |= {id(occurrence): draft.id for occurrence in person}
        for office in self._register:
            if office.type is EntityType.OFFICE:
                office.official = {self._register[office.organization or ""].name + (office.post or ""): None}
        return tuple(
            Tenure(person=person_of[id(h.occurrence)], office=h.office, form=h.form, evidence=h.evidence)
            for h in self._holdings
            if h.occurrence is not None
        )

    def _draft(self, name: str, key: tuple[str, ...], person: Sequence[Occurrence]) -> Draft:
        draft = self._register.draft(EntityType.PERSON, name, *key, article=person[0].article)
        draft.official[name] = None
        for occurrence in person:
            draft.seen[occurrence.article] = None
            if occurrence.description and "description" not in draft.attrs:
                draft.attrs["description"] = occurrence.description
            for mention in occurrence.mentions:
                self._register.resolve(mention, draft, printed=_squeeze(mention.text))
        return draft


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def _keys(namesakes: Sequence[Sequence[Occurrence]]) -> list[tuple[str, ...]]:
    """Return what of its content tells each of several persons of one name apart; nothing for an only one."""
    if len(namesakes) == 1:
        return [()]
    keys = [_mark(person) for person in namesakes]
    times = Counter(keys)
    return [
        (key,) if times[key] == 1 else (key, min(o.article for o in person))
        for key, person in zip(keys, namesakes, strict=True)
    ]


def _mark(person: Sequence[Occurrence]) -> str:
    offices = sorted({office for o in person for office in o.offices})
    if offices:
        return offices[0]
    if person[0].byline:
        return f"byline {person[0].scope}"
    return min(
        (o.description for o in person if o.description), default=f"scope {min(o.scope for o in person)}"
    )


def _printed_posts(articles: Iterable[Tagged]) -> dict[str, frozenset[str]]:
    """Return the posts that the page prints beside each full name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for tagged in articles:
        text = {mention.id: fold(mention.text) for mention in tagged.mentions}
        for title in tagged.titles:
            if title.holder and title.form is not TitleForm.SURNAME:
                found[text[title.holder]].add(text[title.post])
    return {name: frozenset(posts_held) for name, posts_held in found.items()}


def _occurrences(tagged: Tagged, called: Mapping[str, str], scope: str) -> dict[str, Occurrence]:
    """Return the occurrence of each PERSON mention of an article, by mention id."""
    article = tagged.article
    by_key: dict[tuple[str, bool], Occurrence] = {}
    occurrence_of = {}
    for mention in tagged.mentions:
        if mention.id not in called:
            continue
        key = (called[mention.id], is_byline(article, mention))
        occurrence = by_key.setdefault(
            key, Occurrence(article.id, article.source, scope, key[0], article.date, byline=key[1])
        )
        occurrence.mentions.append(mention)
        occurrence.description = occurrence.description or describe(article, mention)
        occurrence_of[mention.id] = occurrence
    return occurrence_of


class _PageOffices:
    """The offices of one page's titles. Those that a printed body or anchor gives come first, since 夏市长 and a bare 市长夏某
    are then understood by what is known of the person, before the seat is."""

    def __init__(self, register: Register, things: Things, occurrence_of: Mapping[str, Occurrence]) -> None:
        self._register = register
        self._things = things
        self._occurrence_of = occurrence_of
        self._known: dict[tuple[str, str], Draft] = {}

    def read(self, articles: Sequence[ArticleNames]) -> list[_Holding]:
        """Return the holdings of all titles that have an office, in order of the text."""
        titles = [(names, title) for names in articles for title in names.tagged.titles]
        mentions = {m.id: m for names in articles for m in names.tagged.mentions}
        drafts: dict[int, Draft] = {}
        for explicit in (True, False):
            for i, (names, title) in enumerate(titles):
                if (title.body is not None or title.anchor is not None) is explicit:
                    draft = self._office(names, title, mentions)
                    if draft is not None:
                        drafts[i] = draft
        return [self._hold(*titles[i], drafts[i], mentions) for i in sorted(drafts)]

    def _office(self, names: ArticleNames, title: Title, mentions: Mapping[str, Mention]) -> Draft | None:
        mention = mentions[title.post]
        post = fold(mention.text)
        occurrence = self._occurrence_of.get(title.holder or "")
        if posts.is_collective(post):
            if occurrence is not None and occurrence.bench is None:
                occurrence.bench = bench_standing(
                    post, names.setting.organ_place(post[0], mention.span.start)
                )
            return None
        known = self._known.get((occurrence.name, post)) if occurrence else None
        if known is not None and title.body is None and title.anchor is None:
            return known
        belonging = _belonging(names, title, post, mention)
        if belonging is None:
            return known
        draft = self._draft(belonging, post, Evidence(article=mention.article, span=mention.span))
        if occurrence is not None:
            self._known.setdefault((occurrence.name, post), draft)
        return draft

    def _draft(self, belonging: Belonging, post: str, evidence: Evidence) -> Draft:
        if belonging.body is not None:
            owner = self._things.body(belonging.body, evidence)
        else:
            assert belonging.place is not None
            owner = self._things.place(belonging.place, evidence)
        office = self._register.draft(EntityType.OFFICE, owner.id, post, article=evidence.article)
        office.post, office.organization, office.place = post, owner.id, owner.place
        return office

    def _hold(
        self, names: ArticleNames, title: Title, office: Draft, mentions: Mapping[str, Mention]
    ) -> _Holding:
        post = mentions[title.post]
        self._register.resolve(post, office, printed=_squeeze(post.text))
        office.seen[post.article] = None
        occurrence = self._occurrence_of.get(title.holder or "")
        if occurrence is not None and office.post is not None and office.organization is not None:
            owner = self._register[office.organization]
            stand = standing(office.post, owner.name, owner.place, is_place=owner.type is EntityType.PLACE)
            occurrence.offices[office.id] = stand
            occurrence.bodies.add(owner.id)
            if title.form in _MOVING:
                occurrence.moving.add(office.id)
        return _Holding(office.id, title.form, _evidence(names, title, mentions), occurrence)


def _belonging(names: ArticleNames, title: Title, post: str, mention: Mention) -> Belonging | None:
    """Return what a title's post belongs to; ``None`` where nothing says."""
    if title.body is not None:
        if title.body in names.bodies:
            return Belonging(body=names.bodies[title.body])
        place = names.places.get(title.body)
        return of_place(post, place) if place else None
    anchor = None
    if title.anchor in names.bodies:
        anchor = names.bodies[title.anchor].place
    elif title.anchor in names.places:
        anchor = names.places[title.anchor].division
    return implied(post, anchor, mention.span.start, names.setting)


def _evidence(names: ArticleNames, title: Title, mentions: Mapping[str, Mention]) -> Evidence:
    """Return the span from the first to the last of body, post and holder; a body of another sentence is left out."""
    post = mentions[title.post]
    spans = [post.span]
    if title.holder is not None:
        spans.append(mentions[title.holder].span)
    if title.body is not None:
        body, sentence = mentions[title.body].span, sentence_at(names.tagged.article.text, post.span)
        if body in sentence:
            spans.append(body)
    return Evidence(article=post.article, span=Span(min(s.start for s in spans), max(s.end for s in spans)))
