"""Persons, offices, tenures: titles give offices, offices tell namesakes apart, clusters become persons."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from newsgraph.ids import make_id
from newsgraph.model import (
    Decision,
    EntityType,
    Mention,
    Page,
    Ruling,
    Tagged,
    Tenure,
    TitleForm,
)
from newsgraph.resolve.holdings import Holding, PageOffices
from newsgraph.resolve.namesakes import number_namesakes
from newsgraph.resolve.naming import ArticleNames
from newsgraph.resolve.occurrences import Occurrence, describe, full_names, is_byline, person_names
from newsgraph.resolve.offices import office_name
from newsgraph.resolve.persons import Persons, cluster_persons
from newsgraph.resolve.register import Draft, Register
from newsgraph.resolve.rulings import Bound, bind, call_alike
from newsgraph.resolve.things import Things
from newsgraph.text import fold, report_key


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
        self._holdings: list[Holding] = []

    def add_page(self, page: Page, articles: Sequence[ArticleNames], things: Things) -> None:
        """Take in the persons and titles of one page whose bodies and places are named."""
        page_names = list(dict.fromkeys(name for names in articles for name in full_names(names.tagged)))
        posts_of = _printed_posts(names.tagged for names in articles)
        seat = articles[0].setting.seat if articles else None
        scope = seat.code if seat else "" if page.source.is_item else page.source.id
        occurrence_of: dict[str, Occurrence] = {}
        for names in articles:
            called = person_names(names.tagged, page_names=page_names, posts_of=posts_of)
            company = frozenset(
                self._register.entity_of[m.id] for m in names.tagged.mentions if m.id in names.bodies
            )
            occurrence_of |= _occurrences(names.tagged, called, scope, seat.code if seat else "", company)
        self._occurrences += list({id(o): o for o in occurrence_of.values()}.values())
        offices = PageOffices(self._register, things, occurrence_of)
        self._holdings += offices.read(articles)

    def settle(
        self, rulings: Sequence[Ruling], sources: Mapping[str, str]
    ) -> tuple[tuple[Tenure, ...], tuple[Decision, ...]]:
        """Cluster the persons, resolve their mentions, name the offices.

        Return the tenures in text order, and the decisions: the readers' in their order, then newsgraph's own.
        `sources` are the names of the sources by id.
        """
        bound = bind(rulings, self._occurrences, sources)
        call_alike(bound)
        persons = cluster_persons(self._occurrences, bound)
        person_of: dict[int, str] = {}
        groups: defaultdict[str, list[tuple[Occurrence, ...]]] = defaultdict(list)
        for person in persons.people:
            groups[person[0].name].append(person)
        for name, namesakes in groups.items():
            for person, key in zip(namesakes, _keys(namesakes), strict=True):
                draft = self._draft(name, key, person)
                person_of |= {id(occurrence): draft.id for occurrence in person}
        for office in self._register:
            if office.type is EntityType.OFFICE:
                owner = self._register[office.organization or ""].name
                office.official = {office_name(owner, office.post or "", office.station): None}
        tenures = tuple(
            Tenure(person=person_of[id(h.occurrence)], office=h.office, form=h.form, evidence=h.evidence)
            for h in self._holdings
            if h.occurrence is not None
        )
        return tenures, (*_ruled(bound, person_of), *_found(persons, person_of))

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


def _ruled(bound: Iterable[Bound], person_of: Mapping[int, str]) -> Iterator[Decision]:
    """Yield the readers' decisions, and whom they are about."""
    for item in bound:
        ruling = item.ruling
        yield Decision(
            verdict=ruling.verdict,
            reason=ruling.note,
            name=ruling.name,
            article=ruling.article,
            entity=person_of[id(item.first[0])] if item.first else None,
            other_name=ruling.other_name,
            other_article=ruling.other_article,
            other_entity=person_of[id(item.second[0])] if item.second else None,
            ruling=ruling,
        )


def _found(persons: Persons, person_of: Mapping[int, str]) -> Iterator[Decision]:
    """Yield newsgraph's own decisions."""
    for first, second, judgement in persons.pairs:
        yield Decision(
            verdict=judgement.verdict,
            reason=judgement.reason,
            name=first.name,
            article=first.article,
            entity=person_of[id(first)],
            other_name=second.name,
            other_article=second.article,
            other_entity=person_of[id(second)],
        )


_AGE = re.compile(r"\d{1,3}岁的?")


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


def _occurrences(
    tagged: Tagged, called: Mapping[str, str], scope: str, seat: str, company: frozenset[str]
) -> dict[str, Occurrence]:
    """Return the occurrence of each PERSON mention of an article, by mention id."""
    article = tagged.article
    people = [mention for mention in tagged.mentions if mention.id in called]
    described = {m.id: text for m in people if (text := describe(article, m)) is not None}
    ordinary = _ordinary(people, called, described, {title.holder for title in tagged.titles})
    namesakes, report = number_namesakes(tagged, called), report_key(article)
    by_key: dict[tuple[str, bool, bool, int], Occurrence] = {}
    occurrence_of = {}
    for mention in people:
        name, byline = called[mention.id], is_byline(article, mention)
        namesake = namesakes.get(mention.id, 0)
        key = (name, byline, mention.id in ordinary, namesake)
        if key not in by_key:
            by_key[key] = Occurrence(
                article.id,
                article.source,
                scope,
                name,
                article.date,
                byline=byline,
                namesake=namesake,
                report=make_id("o", report, *key),
                seat=seat,
                company=company,
            )
        occurrence = by_key[key]
        occurrence.mentions.append(mention)
        occurrence.description = occurrence.description or described.get(mention.id)
        occurrence_of[mention.id] = occurrence
    return occurrence_of


def _ordinary(
    people: Sequence[Mention],
    called: Mapping[str, str],
    described: Mapping[str, str],
    holders: Set[str | None],
) -> set[str]:
    """Return the mentions of ordinary people who share an office holder's name (县长甲, 村民甲).

    A bare mention goes with the last one before it that says who is meant; an age alone says nothing of a trade.
    """
    described = {id: text for id, text in described.items() if not _AGE.fullmatch(text)}
    titled = {called[m.id] for m in people if m.id in holders and m.id not in described}
    found: set[str] = set()
    last: dict[str, bool] = {}
    for mention in people:
        name = called[mention.id]
        if mention.id in described:
            last[name] = name in titled
        elif mention.id in holders:
            last[name] = False
        if last.get(name, False):
            found.add(mention.id)
    return found
