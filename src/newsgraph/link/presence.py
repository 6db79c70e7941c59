"""Whether somebody can have played a role at an event, by who else was there and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from newsgraph.link.clauses import Clause
from newsgraph.link.drafts import Draft, Part, Report, same_day
from newsgraph.link.roles import RoleReport
from newsgraph.link.skeleton import DATE
from newsgraph.link.triggers import TO_COME
from newsgraph.model import EventType, Role

_ONLOOKED = (EventType.CEREMONY, EventType.ACTIVITY, EventType.LECTURE)
_REMARKS = re.compile("(?:说|叮嘱|嘱咐|表示|认为|称|坦言|希望|谈到|介绍说?(?=[，：:]|$))")
_GUESTS = "代表团|访问团|考察团|来宾|客人"
_DELEGATION = re.compile(f"[^，。]{{0,12}}?(?:{_GUESTS}|一行)")
_WITH_DELEGATION = re.compile(f"[与同和](?:{_GUESTS})[^，。]{{0,4}}$")
_AT_VISITS = (EventType.VISIT, EventType.TALKS, EventType.ACTIVITY)
_ROUND = re.compile("[^。；]*参观")


def is_of_others(role: RoleReport, current: Draft) -> bool:
    """Return whether a role at the meeting behind a visit (在随后召开的座谈会上) is of none of its visitors."""
    if current.type is not EventType.VISIT:
        return False
    visitors = current.who(Role.INSPECTOR, Role.VISITOR)
    return not any(part.entity in visitors for part in role.parts)


def is_no_party(role: RoleReport, current: Draft) -> bool:
    """Return whether somebody speaks who is neither side of the talks told of, nor beside them."""
    if role.role is not Role.SPEAKER or current.type is not EventType.TALKS:
        return False
    complete = current.who(Role.HOST) and current.who(Role.GUEST)
    present = {part.entity for part in current.parts}
    return bool(complete) and not any(part.entity in present for part in role.parts)


def is_of_message(role: RoleReport, home: Draft, drafts: Sequence[Draft]) -> bool:
    """Return whether what is said stands in a message (甲在贺信中指出…), whose sender nothing else has at the event."""
    if role.role is not Role.SPEAKER:
        return False
    messages = [d for d in drafts if d.type is EventType.MESSAGE and d.section == home.section]
    sent = {entity for message in messages for entity in message.who(Role.SENDER)}
    present = {part.entity for part in home.parts}
    return any(part.entity in sent and part.entity not in present for part in role.parts)


def hosts_of(draft: Draft, parts: Sequence[Part], clause: Clause) -> list[Part]:
    """Return as host who speaks in the sentence that names only the guest (在会见乙时，甲说)."""
    known = draft.who(Role.HOST, Role.GUEST)
    hosted = draft.who(Role.HOST) or is_mutual(draft) or draft.reports[0].clause.sentence != clause.sentence
    return [] if hosted else [replace(part, role=Role.HOST) for part in parts if part.entity not in known]


def receive_visitors(draft: Draft, visitors: set[str]) -> None:
    """Make guests of the hosts of talks who are on a visit (访问期间，甲与乙会谈), not where they 会见."""
    if draft.type is not EventType.TALKS or not draft.who(Role.HOST) or not draft.who(Role.HOST) <= visitors:
        return
    if not any(word in report.clause.text for report in draft.reports for word in ("会谈", "座谈")):
        return
    swapped = {Role.HOST: Role.GUEST, Role.GUEST: Role.HOST}
    draft.parts = [replace(part, role=swapped.get(part.role, part.role)) for part in draft.parts]


def guests_met(draft: Draft, drafts: Sequence[Draft]) -> list[Part]:
    """Return as guests the visitors whose delegation a host meets (甲率团访问。乙会见了代表团一行)."""
    if draft.type is not EventType.TALKS or not draft.who(Role.HOST) or draft.who(Role.GUEST):
        return []
    for report in draft.reports:
        text, clause = report.clause.line.skeleton.text, report.clause
        if _DELEGATION.match(text, report.end) or _WITH_DELEGATION.search(text, clause.start, report.start):
            came, hosts = _came(draft.section, drafts), draft.who(Role.HOST)
            return [_as_guest(part, report) for part in came if part.entity not in hosts]
    return []


def _came(section: int, drafts: Sequence[Draft]) -> list[Part]:
    """The visitors of a section's visits."""
    visits = [draft for draft in drafts if draft.type is EventType.VISIT and draft.section == section]
    return [part for v in visits for part in v.parts if part.role in (Role.VISITOR, Role.INSPECTOR)]


def _as_guest(part: Part, report: Report) -> Part:
    return replace(part, role=Role.GUEST, evidence=report.evidence)


def is_mutual(draft: Draft) -> bool:
    """Whether both sides are said to hold the talks (双方举行座谈会)."""
    return draft.type is EventType.TALKS and any(report.mutual for report in draft.reports)


def take_sides(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Give talks of both sides their guests, who came on a visit, and as host who else speaks first, or chairs."""
    if not is_mutual(draft) or draft.who(Role.HOST, Role.GUEST):
        return
    came = _came(draft.section, drafts)
    away = {part.entity for part in came}
    spoke = [p for p in draft.parts if p.role is Role.SPEAKER] + [
        p for p in draft.parts if p.role is Role.CHAIR
    ]
    hosts = [replace(p, role=Role.HOST) for p in spoke if p.entity not in away][:1]
    guests = [_as_guest(part, draft.reports[-1]) for part in came]
    sides = {part.entity for part in (*hosts, *guests)}
    draft.parts = [p for p in draft.parts if not (p.weak and p.role is Role.ATTENDEE and p.entity in sides)]
    draft.add([*hosts, *guests])


def fits_event(role: RoleReport, draft: Draft, clause: Clause, *, met: Set[str]) -> bool:
    """Return whether a role can be at a draft.

    What is said today is not said at an event to come, nor what is said on a day of its own at one of another day;
    and who speaks by a subject carried over must have been there. What somebody remarks (说, 介绍) of a ceremony or a
    contest, at which nothing else has him, he told the reporter. On a visit speak officers, and of others those whom
    the visitors `met` (走进某某家).
    """
    if role.role is Role.COMPANION and (draft.type not in _AT_VISITS or _shows_round(draft, clause)):
        return False
    if role.role is not Role.SPEAKER or role.governed or (draft.planned and role.ahead):
        return True
    if draft.planned:
        return bool(TO_COME.search(clause.text)) or any(
            r.clause.sentence == clause.sentence and r.clause.start < clause.start for r in draft.reports
        )
    if _is_of_another_day(role, draft, clause):
        return False
    if not draft.planned and "将" in clause.line.skeleton.text[clause.verb_at : role.position]:
        return False
    if draft.type is EventType.VISIT and any(part.entity in met for part in role.parts):
        return True
    if role.bystander:
        return False
    present = {part.entity for part in draft.parts if part.role is not Role.PERFORMER}
    if any(part.entity in present for part in role.parts):
        return True
    if (
        draft.type in _ONLOOKED
        and not role.types
        and "现场" not in clause.line.skeleton.text[clause.verb_at : role.position]
        and _REMARKS.match(clause.line.skeleton.text, role.position)
    ):
        return False
    return clause.taken_up and (role.titled or draft.type is not EventType.VISIT)


def _shows_round(draft: Draft, clause: Clause) -> bool:
    """Whether somebody shows guests round behind the talks (会见后，在丙陪同下，乙一行参观了园区)."""
    told = any(report.clause.sentence == clause.sentence for report in draft.reports)
    round_ = _ROUND.match(clause.line.skeleton.text, clause.start)
    return draft.type is EventType.TALKS and not told and round_ is not None


def _is_of_another_day(role: RoleReport, draft: Draft, clause: Clause) -> bool:
    """Whether the clause prints a day for what is said, and it is none of the event's."""
    dates = [
        e.date for e in clause.line.skeleton.pick(DATE, clause.start, role.position) if e.date is not None
    ]
    days = [date for date in dates if len(date.start) == 10 and not date.bounding]
    return bool(days) and not any(same_day(draft, day) for day in days)
