"""Events in the making: what one clause reports, and the draft that gathers such reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsgraph.link.clauses import Clause
from newsgraph.link.dates import FoundDate
from newsgraph.link.skeleton import DATE
from newsgraph.link.triggers import REMOTE
from newsgraph.model import Article, EventType, Evidence, Mention, Role
from newsgraph.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One role of one entity, with the words that give it; `weak` where only a headline says so.

    `body`: the entity is no person.
    """

    entity: str
    role: Role
    evidence: Evidence
    weak: bool = False
    body: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """That `clause` reports an event by its symbols ``[start, end)``.

    `name` is the EVENT mention, `label` the words of the text that name it otherwise. `generic`: the noun
    alone (会议), which points at an event already spoken of. `planned`: the words say that it is to come.
    `mutual`: both sides are said to hold the talks (双方举行座谈会).
    """

    type: EventType
    clause: Clause
    start: int
    end: int
    name: Mention | None = None
    label: str = ""
    generic: bool = False
    planned: bool = False
    mutual: bool = False
    parts: tuple[Part, ...] = ()
    projects: tuple[str, ...] = ()

    @property
    def evidence(self) -> Evidence:
        clause = self.clause
        return Evidence(article=clause.line.article.id, span=clause.span(clause.start, clause.end))


@dataclass(slots=True)
class Draft:
    """One event as an article tells it so far.

    `within`: the event at which it took place, or before which (会上，…签约); `trip`: where those on a visit were.
    """

    type: EventType
    article: Article
    section: int
    names: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    date: FoundDate | None = None
    place: str | None = None
    planned: bool = False
    within: Draft | None = None
    trip: str | None = None
    reports: list[Report] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    projects: list[str] = field(default_factory=list)

    @property
    def is_remote(self) -> bool:
        """Whether its people were in no one place: 通电话, 视频会见."""
        return any(REMOTE.search(report.clause.text) for report in self.reports)

    @property
    def is_of_several(self) -> bool:
        """Whether its inspectors are said to have gone each their own way (甲、乙分别率队走访)."""
        first = self.reports[0].clause if self.type is EventType.VISIT and self.reports else None
        apart = first is not None and _EACH.search(first.before + first.text) is not None
        return apart and len(self.who(Role.INSPECTOR, Role.VISITOR)) > 1

    def who(self, *roles: Role) -> set[str]:
        """Return the entities in any of these roles."""
        return {part.entity for part in self.parts if part.role in roles}

    def add(self, parts: Iterable[Part]) -> None:
        """Add parts, each (entity, role) once; a body's words replace a headline's.

        An appointee is added wherever he is named again, since each place may tell of another of his offices. Whom the
        body calls a companion is no inspector, though the headline lists both together.
        """
        for part in parts:
            if part.role is Role.INSPECTOR and part.entity in self.who(Role.VISITOR):
                continue
            if part.role is Role.COMPANION and not part.weak:
                self.parts = [
                    p
                    for p in self.parts
                    if not (p.weak and p.entity == part.entity and p.role is Role.INSPECTOR)
                ]
            known = next(
                (i for i, p in enumerate(self.parts) if (p.entity, p.role) == (part.entity, part.role)), None
            )
            if known is None:
                self.parts.append(part)
            elif self.parts[known].weak and not part.weak:
                self.parts[known] = part
            elif part.role is Role.APPOINTEE and not part.weak:
                self.parts.append(part)


_EACH = re.compile("分别(?:率队|带队|带领|前往|深入|到|赴|来到|走访|看望|慰问|调研|检查)")
_ANOTHER = re.compile(f"(?:同日|另外|此外|{DATE})，")
_AFTER_TALKS = re.compile("(?:会见|会谈|会晤)(?:结束)?后，")
_LATER = re.compile(f"(?:随后|{DATE}?[上下]午)，")
"""What a sentence opens with that tells of something else, and of what is done next."""
KEY_ROLES = {
    EventType.MEETING: ((Role.CHAIR,),),
    EventType.VISIT: ((Role.INSPECTOR, Role.VISITOR),),
    EventType.MESSAGE: ((Role.SENDER,), (Role.RECIPIENT,)),
}
"""Roles whose holders tell one event of a type from another."""


def similar_names(left: str, right: str) -> bool:
    """Whether two printed names may be of one event: one holds the other, or most of it in the same order.

    Examples
    --------
    >>> similar_names("市十五届人大常委会第二十一次会议", "市人大常委会会议")
    True
    >>> similar_names("市政协第一次会议", "市长碰头会")
    False
    """
    a, b = sorted((fold(left), fold(right)), key=len)
    if not a or a in b:
        return True
    shared, position = 0, 0
    for char in a:
        found = b.find(char, position)
        if found >= 0:
            shared, position = shared + 1, found + 1
    return shared >= 0.8 * len(a)


def same_day(draft: Draft, date: FoundDate | None) -> bool:
    """Whether a draft may be of `date`: one of them has no day, or they overlap."""
    if draft.date is None or date is None or not (draft.date.start and date.start):
        return True
    return _overlap(draft.date, date)


def same_event(draft: Draft, report: Report, date: FoundDate | None) -> bool:
    """Whether `report` may be about the event of `draft`: type, day, names and key participants agree."""
    if draft.type is not report.type:
        return False
    if not same_day(draft, date):
        return False
    if report.planned != draft.planned and not (report.clause.line.is_headline or report.generic):
        return False
    if _is_apart(draft, report, date):
        return False
    name = report.name.text if report.name else ""
    if name and draft.names and not any(similar_names(name, other) for other in draft.names):
        return False
    return same_actors(draft.type, draft.parts, report.parts)


def _is_apart(draft: Draft, report: Report, date: FoundDate | None) -> bool:
    """Whether a report opens a story of its own: of another, undated day (日前, behind a day that is printed), of the
    ceremony of another work, of other parties that signed on the same day (同日，…签署), of both sides' talks behind
    a reception (会见后，双方举行座谈), or of one of several who are said to have gone each their own way."""
    if draft.is_of_several:
        own = _who(report.parts, (Role.INSPECTOR, Role.VISITOR))
        if own and own < draft.who(Role.INSPECTOR, Role.VISITOR):
            return True
    named = not report.generic and bool(report.name or report.label)
    if named and date is not None and date.vague and draft.date is not None and len(draft.date.start) == 10:
        return True
    opening = report.clause.before + report.clause.text
    another = _ANOTHER.match(opening) is not None
    if report.mutual and not any(told.mutual for told in draft.reports) and _AFTER_TALKS.match(opening):
        return True
    works = set(report.projects)
    if report.type is EventType.CEREMONY and works and draft.projects and not draft.names:
        return works.isdisjoint(draft.projects) and bool(report.name or another or _LATER.match(opening))
    sides, own = draft.who(Role.PARTY), {p.entity for p in report.parts if p.role is Role.PARTY}
    return report.type is EventType.SIGNING and bool(sides and own) and sides.isdisjoint(own) and another


def same_actors(type: EventType, left: Sequence[Part], right: Sequence[Part]) -> bool:
    """Whether those who make the event are the same on both sides, as far as both name them.

    Talks are those of two parties, whoever is called the host; a delegation on one side may be the persons
    that the other names.
    """
    if type is EventType.TALKS:
        return _same_parties(left, right)
    if type is EventType.VISIT and _by_body(left) != _by_body(right):
        return True
    return all(
        not (mine := _who(left, roles)) or not (theirs := _who(right, roles)) or bool(mine & theirs)
        for roles in KEY_ROLES.get(type, ())
    )


def _by_body(parts: Sequence[Part]) -> bool:
    """Whether an inspection is told of a body only, whose officers another clause names."""
    inspectors = [part for part in parts if part.role is Role.INSPECTOR]
    return bool(inspectors) and all(part.body for part in inspectors)


def _same_parties(left: Sequence[Part], right: Sequence[Part]) -> bool:
    sides = [[p for p in parts if p.role in (Role.HOST, Role.GUEST)] for parts in (left, right)]
    mine, theirs = ({p.entity for p in parts} for parts in sides)
    delegations = [all(p.body for p in parts if p.role is Role.GUEST) for parts in sides]
    needed = 1 if delegations[0] != delegations[1] else 2
    return len(mine & theirs) >= min(needed, len(mine), len(theirs))


def _who(parts: Iterable[Part], roles: Iterable[Role]) -> set[str]:
    return {part.entity for part in parts if part.role in roles}


def _overlap(left: FoundDate, right: FoundDate) -> bool:
    return left.start <= right.end and right.start <= left.end
