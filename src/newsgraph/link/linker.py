"""`link_events`: from mentions and entities to events and relations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsgraph.ids import make_id
from newsgraph.link.clauses import read_clauses
from newsgraph.link.contracts import read_contract
from newsgraph.link.dates import parse_dates
from newsgraph.link.drafts import Draft, Part
from newsgraph.link.events import find_drafts
from newsgraph.link.merge import merge_drafts
from newsgraph.link.moves import Moves
from newsgraph.link.notices import day_signed, read_notice
from newsgraph.link.places import Names, name_places
from newsgraph.link.projects import ProjectFacts, read_projects
from newsgraph.link.relations import RelationTable, add_projects, add_resolved
from newsgraph.link.seats import Seats
from newsgraph.link.signers import Signers
from newsgraph.link.skeleton import fold_article
from newsgraph.model import (
    ArticleKind,
    Event,
    EventDate,
    EventStatus,
    EventType,
    Evidence,
    Linked,
    Mention,
    MentionType,
    Page,
    Participant,
    Resolution,
    Role,
    Tagged,
)
from newsgraph.text import fold

_BUNDLE = re.compile("快讯|短讯|简讯|要闻|提要|一览|集锦")
_PLACELESS = (EventType.MESSAGE, EventType.APPOINTMENT)
_FEAST = re.compile("周年|庆典|颁奖|授奖|表彰|升旗|开学|毕业|校庆|开幕|闭幕|公祭|祭典")
_WITH_PROJECTS = (EventType.SIGNING, EventType.CEREMONY)


def link_events(pages: Sequence[Page], tagged: Sequence[Tagged], resolution: Resolution) -> Linked:
    """Return the events and relations that the pages tell, and the entities with the facts found about them.

    Events are read article by article and joined over articles and pages; an event of a page's city without a
    printed place is held at the seat, of an archive's item nowhere that is not printed.

    Notes
    -----
    Linear in the text; joining compares events of one type and day. Ids follow from type, day, name and
    participants, so the same pages in any company give the same ids.
    """
    names = name_places((m for item in tagged for m in item.mentions), resolution)
    page_of = {page.source.id: page for page in pages}
    drafts: list[Draft] = []
    facts: dict[str, ProjectFacts] = {}
    for item in tagged:
        if item.article.kind is ArticleKind.MASTHEAD:
            continue
        found, projects = _read(item, names, bundle=_is_bundle(page_of[item.article.source]))
        drafts += found
        for project, fact in projects.items():
            facts.setdefault(project, ProjectFacts()).add(fact)
    seats = Seats(resolution)
    moves, signers = Moves(resolution.tenures), Signers(resolution)
    events = []
    for group in merge_drafts(drafts):
        page = page_of[group[0].article.source]
        participants = tuple(_participants(group, moves))
        if group[0].type is EventType.SIGNING:
            participants = tuple(signers.add_bodies(participants, (draft.article.id for draft in group)))
        events.append(_event(group, seats.of(page, group), names, participants))
    table = RelationTable()
    articles = {item.article.id: item.article for item in tagged}
    add_resolved(table, resolution, _appointment_days(drafts), articles)
    add_projects(table, facts)
    entities = {**resolution.entities, **seats.made}
    for project, fact in facts.items():
        entity = entities[project]
        entities[project] = replace(entity, attrs={**entity.attrs, **fact.attrs}, facts=fact.facts)
    return Linked(entities=entities, events=_unique(events), relations=table.relations())


def _is_bundle(page: Page) -> bool:
    """Whether an archive's item strings several reports together (联播快讯)."""
    return page.source.is_item and bool(_BUNDLE.search(page.source.title or ""))


def _read(item: Tagged, names: Names, *, bundle: bool) -> tuple[list[Draft], dict[str, ProjectFacts]]:
    article = item.article
    dates = parse_dates(article.text, article.date)
    lines = fold_article(article, item.mentions, dates)
    projects = read_projects(list(read_clauses(lines)), names.entity_of, names.projects)
    drafts = read_notice(article, lines, names.entity_of)
    drafts = drafts or find_drafts(lines, names, bundle=bundle)
    works = [draft for draft in drafts if draft.type in _WITH_PROJECTS and not _is_feast(draft)]
    for draft in works:
        if not bundle and not (draft.projects and len(works) > 1):
            draft.projects += [p for p in projects if p not in draft.projects]
    for draft in drafts:
        if draft.type not in (*_WITH_PROJECTS, EventType.VISIT):
            draft.projects = _named_after(draft, item.mentions, names)
        if draft.type is EventType.APPOINTMENT and draft.date is None:
            draft.date = day_signed(lines)
    return drafts, projects


def _is_feast(draft: Draft) -> bool:
    """Whether a ceremony is held for something else than works, whatever its article also tells of."""
    told = [*draft.names, *draft.labels, *(report.clause.printed_text for report in draft.reports)]
    return draft.type is EventType.CEREMONY and _FEAST.search("，".join(told)) is not None


def _named_after(draft: Draft, mentions: Sequence[Mention], names: Names) -> list[str]:
    """Return the works that an event's own name names (某公路建设动员大会)."""
    spans = [report.name.span for report in draft.reports if report.name is not None]
    works = (m for m in mentions if m.type is MentionType.PROJECT and any(m.span in span for span in spans))
    return list(dict.fromkeys(names.entity_of[m.id] for m in works if m.id in names.entity_of))


def _appointment_days(drafts: Sequence[Draft]) -> dict[tuple[str, str], str]:
    return {
        (draft.article.id, person): draft.date.start
        for draft in drafts
        if draft.type is EventType.APPOINTMENT and draft.date is not None and draft.date.start
        for person in draft.who(Role.APPOINTEE)
    }


def _event(
    group: list[Draft], seat: str | None, names: Names, participants: tuple[Participant, ...]
) -> Event:
    type = group[0].type
    found = next((d.date for d in group if d.date is not None and d.date.start), None)
    place = next((d.place for d in group if d.place is not None), None)
    if place is None and type not in _PLACELESS:
        place = seat
    told = (read_contract(draft) for draft in group if type is EventType.SIGNING)
    attrs, worth = next((contract for contract in told if contract[0]), ({}, []))
    name = _name(group)
    return Event(
        id=make_id(
            "event", type, found.start if found else "", fold(name), *sorted({p.entity for p in participants})
        ),
        type=type,
        name=name,
        status=EventStatus.PLANNED if all(d.planned for d in group) else EventStatus.HELD,
        articles=tuple(dict.fromkeys(d.article.id for d in group)),
        date=EventDate(start=found.start, end=found.end, text=found.text) if found else None,
        place=None if type in _PLACELESS else place,
        participants=participants,
        projects=_works(group, names),
        attrs=attrs,
        evidence=tuple(dict.fromkeys([*_evidence(group), *worth])),
    )


def _works(group: Sequence[Draft], names: Names) -> tuple[str, ...]:
    """The projects of an event; a batch of them (产业合作项目) only where it is not taken apart."""
    projects = tuple(dict.fromkeys(project for draft in group for project in draft.projects))
    single = tuple(project for project in projects if project not in names.collective)
    return single or projects


def _name(group: Sequence[Draft]) -> str:
    """The longest printed EVENT name, else the longest noun phrase of the text that names it."""
    names = [name for draft in group for name in draft.names] or [n for draft in group for n in draft.labels]
    return max(names, key=len, default="").replace("\n", "").lstrip("的")


def _evidence(group: Sequence[Draft]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(report.evidence for draft in group for report in draft.reports))


def _participants(group: Sequence[Draft], moves: Moves) -> Iterator[Participant]:
    """One row for each (entity, role), numbered within the role in the order of the text."""
    merged: dict[tuple[str, Role], list[Part]] = {}
    for draft in group:
        for part in sorted(draft.parts, key=lambda p: p.weak):
            merged.setdefault((part.entity, part.role), []).append(part)
    counts: dict[Role, int] = {}
    for (entity, role), parts in merged.items():
        counts[role] = counts.get(role, 0) + 1
        evidence = tuple(dict.fromkeys(part.evidence for part in parts))
        takes, leaves = moves.at(entity, evidence) if role is Role.APPOINTEE else ((), ())
        yield Participant(
            entity=entity, role=role, order=counts[role], evidence=evidence, takes=takes, leaves=leaves
        )


def _unique(events: Sequence[Event]) -> tuple[Event, ...]:
    """Tell apart events whose type, day, name and participants are all the same."""
    seen: dict[str, int] = {}
    result = []
    for event in events:
        count = seen.get(event.id, 0)
        seen[event.id] = count + 1
        result.append(event if not count else replace(event, id=make_id("event", event.id, count)))
    return tuple(result)
