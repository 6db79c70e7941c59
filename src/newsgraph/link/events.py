"""The events of one article: reports gathered into drafts, and roles given to the draft they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as day
from itertools import groupby

from newsgraph.link.arguments import organizers_of
from newsgraph.link.circumstances import (
    carries_over,
    date_of,
    first_date,
    is_inside,
    place_of,
    points_back,
    stop_of,
)
from newsgraph.link.clauses import Clause, read_clauses
from newsgraph.link.dates import FoundDate, parse_dates
from newsgraph.link.drafts import Draft, Part, Report, same_event
from newsgraph.link.places import Names
from newsgraph.link.reports import reports_of
from newsgraph.link.roles import RoleReport, cued_types, roles_of
from newsgraph.link.skeleton import PERSON, PLACE, Line
from newsgraph.link.triggers import BACKGROUND, HELD, ROLELESS, TO_COME, VERBS
from newsgraph.model import Article, ArticleKind, EventType, Role

_LEAD_SENTENCES = 2
_NEWS_DAYS = 31
_DECIDED = re.compile("决定|任命|免去|接受|选举|表决|当选|推举|票")
_LISTING = re.compile("任免|任命|免职|任职")
_DECIDING = re.compile("(?:决定|同意|批准)[：:]")
_HEADLINE_ROLES = (Role.INSPECTOR, Role.HOST, Role.GUEST, Role.PARTY)
_ENDS_SENTENCE = re.compile(r"[。！？!?：:”…；;）)]\s*$")


def find_drafts(
    lines: list[Line], names: Names, *, issue_date: str | None, bundle: bool = False
) -> list[Draft]:
    """Return the events that an article tells, in order of their first words in the body, then the headline.

    The body is read first, since it names persons in full; the headline then adds to its events, or makes
    them where there is no body (pointers). `bundle`: an item whose short lines each head a report.
    """
    if not lines:
        return []
    reader = _Reader(lines, names, issue_date, bundle)
    body = [line for line in lines if not _is_heading(line, lines, bundle)]
    headlines = [line for line in lines if _is_heading(line, lines, bundle)]
    reader.read(body)
    reader.read_headlines(headlines)
    reader.read_again(body)
    return reader.drafts


def _is_heading(line: Line, lines: Sequence[Line], bundle: bool) -> bool:
    """A headline, or inside an item of several reports the short line that heads one."""
    if line.is_headline:
        return True
    if not bundle:
        return False
    text = line.skeleton.text
    return len(text) <= 30 and not _ENDS_SENTENCE.search(text) and line is not lines[-1] and len(lines) > 2


class _Reader:
    """Reads one article's clauses in order; `drafts` is what came of it."""

    def __init__(self, lines: list[Line], names: Names, issue_date: str | None, bundle: bool) -> None:
        self.article: Article = lines[0].article
        self.names = names
        self.entity_of = names.entity_of
        self.issue_date = issue_date or ""
        self.drafts: list[Draft] = []
        self.current: Draft | None = None
        self.section = 0
        self.lead: list[Clause] = []
        self.last_place: str | None = None
        self.title_date, self.title_types = _read_title(self.article)
        headings = [line.index for line in lines if bundle and _is_heading(line, lines, bundle)]
        self.sections = {line.index: sum(h <= line.index for h in headings) for line in lines}

    def read(self, lines: list[Line]) -> None:
        """Read the body."""
        for _, sentence in groupby(read_clauses(lines), key=lambda clause: clause.sentence):
            self._sentence(list(sentence))

    def read_again(self, lines: list[Line]) -> None:
        """Read the body for the day and the roles of the one event that only the headline names."""
        held = [
            d
            for d in self.drafts
            if d.type not in ROLELESS and all(r.clause.line.is_headline for r in d.reports)
        ]
        if not held:
            return
        alone = len(held) == len(self.drafts)
        self.current, self.section = held[0], held[0].section
        for _, group in groupby(read_clauses(lines), key=lambda clause: clause.sentence):
            sentence = list(group)
            self._date_late(held[0], sentence)
            for clause in sentence if alone else ():
                if not BACKGROUND.search(sentence[0].text):
                    self._roles(clause, [])

    def _date_late(self, draft: Draft, sentence: list[Clause]) -> None:
        """Date a headline's event by the first sentences of the body."""
        if draft.date is None and sentence[0].sentence < _LEAD_SENTENCES:
            draft.date = first_date(sentence)
        if draft.place is None and sentence[0].sentence < _LEAD_SENTENCES:
            draft.place = place_of(replace(draft.reports[0], clause=sentence[0]), sentence, self.names)

    def _sentence(self, sentence: list[Clause]) -> None:
        line = sentence[0].line
        if self.sections[line.index] != self.section or not self.lead or _is_byline(self.lead[0].line):
            self.section, self.lead, self.current = self.sections[line.index], list(sentence), None
        elif line is self.lead[0].line and sentence[0].sentence < self.lead[0].sentence + _LEAD_SENTENCES:
            self.lead += sentence
        for clause in sentence:
            self._turn(clause)
            opened = [d for r in reports_of(clause, self.entity_of) if (d := self._report(r, sentence))]
            if opened or not BACKGROUND.search(sentence[0].text):
                self._roles(clause, opened)
            self._stop(clause)
            for element in clause.line.skeleton.pick(PLACE, clause.start, clause.end):
                self.last_place = self.entity_of.get(element.mentions[-1].id, self.last_place)

    def _turn(self, clause: Clause) -> None:
        """Turn back to the event that the clause points at (会上, 会见中)."""
        here = [d for d in self.drafts if d.section == self.section and not d.planned]
        for type in cued_types(clause) if not clause.said else ():
            of_type = [d for d in here if d.type is type]
            if of_type:
                self.current = of_type[-1] if self.current not in of_type else self.current
                return

    def _report(self, report: Report, sentence: list[Clause]) -> Draft | None:
        date = date_of(report, sentence, self.lead) or self._carried(report, sentence)
        if date is None and report.type in self.title_types and self._in_lead(report.clause):
            date = self.title_date
        if date is not None and date.start > self.issue_date > "" and not date.vague:
            report = _planned(report)
        draft = self._known(report, date)
        if draft is None:
            if not self._is_news(report, date):
                return None
            draft = Draft(report.type, self.article, self.section, planned=report.planned)
            self.drafts.append(draft)
        self._tell(draft, report, date, sentence)
        if self._takes_over(report, draft, sentence):
            self.current = draft
        return draft

    def _takes_over(self, report: Report, draft: Draft, sentence: list[Clause]) -> bool:
        """Whether roles that follow belong to this event.

        A list of appointments does not displace its session, an event to come not the one that speaks of
        it, nor does what happens within an event (会上，…签约).
        """
        if self.current is None:
            return True
        if report.planned and not self.current.planned:
            return False
        return draft.type is not EventType.APPOINTMENT and not (
            is_inside(sentence) and draft.section == self.current.section
        )

    def _known(self, report: Report, date: FoundDate | None) -> Draft | None:
        same = [d for d in self.drafts if d.section == self.section and same_event(d, report, date)]
        if report.type is EventType.APPOINTMENT:
            return next((d for d in self.drafts if d.type is report.type and d.section == self.section), None)
        return same[-1] if same else None

    def _tell(self, draft: Draft, report: Report, date: FoundDate | None, sentence: list[Clause]) -> None:
        draft.reports.append(report)
        draft.add(part for part in report.parts if not _outdone(part, draft))
        if report.name and report.name.text not in draft.names:
            draft.names.append(report.name.text)
        if report.label and not report.generic:
            draft.labels.append(report.label)
        draft.projects += [p for p in report.projects if p not in draft.projects]
        if draft.date is None or (date is not None and _within(draft.date, date)):
            draft.date = date
        if draft.place is None:
            draft.place = self._place(report, sentence)

    def _place(self, report: Report, sentence: list[Clause]) -> str | None:
        found = place_of(report, sentence, self.names)
        if found is None and any(points_back(clause) for clause in sentence):
            return self.last_place
        return found

    def _carried(self, report: Report, sentence: list[Clause]) -> FoundDate | None:
        """The date of the event before, where this one follows on it."""
        if report.planned:
            return None
        earlier = [d for d in self.drafts if d.section == self.section and not d.planned]
        if report.type is EventType.APPOINTMENT:
            meetings = [d for d in earlier if d.type is EventType.MEETING]
            return meetings[0].date if meetings else None
        if earlier and any(carries_over(c) for c in sentence if c.start <= report.clause.start):
            return earlier[-1].date
        return None

    def _is_news(self, report: Report, date: FoundDate | None) -> bool:
        """Whether a first report makes an event: news of these days, with its day or who took part."""
        dated = date is not None and (date.vague or bool(date.start))
        if not report.planned and (
            (date is not None and date.start and self._is_old(date)) or self._tells_past(report)
        ):
            return False
        if report.planned:
            return bool(date is not None and date.start) and not report.generic
        if report.generic and not (dated or report.parts):
            return False
        if report.type is EventType.MESSAGE:
            return True
        if report.type is EventType.APPOINTMENT:
            listed = _LISTING.search(self.article.title) or _DECIDING.search(self.article.text)
            return (
                dated or self._in_lead(report.clause) or bool(_DECIDED.search(report.clause.text) or listed)
            )
        if (
            report.type is EventType.CEREMONY
            and not (report.label or report.parts)
            and not (date and date.start)
        ):
            return False
        if self._in_lead(report.clause):
            if (
                report.name is not None
                and not HELD.search(report.clause.text)
                and not self._has_person(report)
            ):
                return dated and report.clause.sentence == self.lead[0].sentence
            held = report.name is not None and bool(HELD.search(report.clause.text))
            return dated or bool(report.parts) or self._has_person(report) or held
        if (
            report.type is EventType.TALKS
            and report.clause.printed
            and len({p.role for p in report.parts}) > 1
        ):
            return True
        follows = date is not None and bool(date.start)
        return follows and (
            bool(report.parts) or self._has_person(report) or report.name is not None or dated
        )

    def _tells_past(self, report: Report) -> bool:
        """Whether the sentence speaks of years before the issue's only."""
        text = self.article.text
        end = report.clause.span(report.clause.start, report.clause.end).end
        start = max(text.rfind(mark, 0, end - 1) for mark in "。\n") + 1
        years = re.findall(r"(?<!\d)((?:19|20)\d\d)年", text[start:end])
        return bool(years) and bool(self.issue_date) and max(years) < self.issue_date[:4]

    def _has_person(self, report: Report) -> bool:
        return report.clause.subject is not None and report.clause.subject.kind == PERSON

    def _in_lead(self, clause: Clause) -> bool:
        return bool(self.lead) and clause.sentence <= self.lead[-1].sentence

    def _is_old(self, date: FoundDate | None) -> bool:
        if date is None or not date.start:
            return False
        if len(date.end) != 10 or not self.issue_date:
            return len(date.end) == 7 and date.end < self.issue_date[:7]
        return (day.fromisoformat(self.issue_date) - day.fromisoformat(date.end)).days > _NEWS_DAYS

    def _roles(self, clause: Clause, opened: list[Draft]) -> None:
        for role in sorted(roles_of(clause, self.entity_of), key=lambda r: r.position):
            draft = self._home(role, opened)
            if draft is None or not _fits(role, draft, clause):
                continue
            for home in [draft, *_named_together(draft, opened)]:
                home.add(role.parts)
        home = next((d for d in opened if d.type not in ROLELESS), self.current)
        if home is not None and home.type not in ROLELESS:
            home.add(organizers_of(clause, self.entity_of))

    def _home(self, role: RoleReport, opened: Sequence[Draft]) -> Draft | None:
        """The event at which the role was played."""
        here = [d for d in self.drafts if d.section == self.section and d.type not in ROLELESS]
        if role.role is Role.PERFORMER:
            here = [d for d in here if d.type is EventType.ACTIVITY]
            return here[-1] if here else None
        held = [d for d in here if not d.planned] or here
        for type in role.types:
            of_type = [d for d in opened if d.type is type] or [d for d in held if d.type is type]
            if of_type:
                return of_type[-1]
        fresh = [d for d in opened if d.type not in ROLELESS]
        if fresh:
            return fresh[0]
        if (
            self.current is not None
            and self.current.type not in ROLELESS
            and self.current.section == self.section
        ):
            return self.current
        return None

    def _stop(self, clause: Clause) -> None:
        draft = self.current
        if draft is not None and draft.type is EventType.VISIT and draft.place is None and not clause.said:
            draft.place = stop_of(clause, self.names)

    def read_headlines(self, lines: list[Line]) -> None:
        """Add what the headlines say to the body's events; without a body they make them."""
        body = bool(self.drafts)
        bare = self.article.kind is ArticleKind.POINTER or not self.lead
        for _, group in groupby(read_clauses(lines), key=lambda clause: clause.sentence):
            sentence = list(group)
            for clause in sentence:
                self.section = self.sections[clause.line.index]
                opened = [
                    d for r in reports_of(clause, self.entity_of) if (d := self._headline(r, sentence, bare))
                ]
                if bare and opened:
                    self.current = opened[-1]
                if opened or not body:
                    self._headline_roles(clause, opened)
                else:
                    self._headline_roles(clause, self._main())

    def _main(self) -> list[Draft]:
        return [d for d in self.drafts if d.section == self.section and not d.planned][:1]

    def _headline(self, report: Report, sentence: list[Clause], bare: bool) -> Draft | None:
        known = self._known(report, None)
        if known is None and not bare:
            of_type = [d for d in self.drafts if d.type is report.type and d.section == self.section]
            known = of_type[0] if of_type and not report.planned and report.name is None else None
        if known is None:
            if not self._stands_alone(report, bare):
                return None
            known = Draft(report.type, self.article, self.section, planned=report.planned)
            self.drafts.append(known)
        self._tell(known, report, date_of(report, sentence, ()), sentence)
        return known

    def _stands_alone(self, report: Report, bare: bool) -> bool:
        """Whether a headline reports what its body does not: with the person who acts, or a name held."""
        if bare:
            return bool(report.parts) or report.name is not None
        acted = bool(report.parts) and report.clause.printed
        held = bool(HELD.search(report.clause.text)) and not report.generic and bool(report.label)
        return (acted and not self.drafts) or (held and not any(d.type is report.type for d in self.drafts))

    def _headline_roles(self, clause: Clause, opened: list[Draft]) -> None:
        for role in roles_of(clause, self.entity_of):
            draft = self._home(role, opened)
            if draft is not None:
                draft.add(role.parts)


def _named_together(draft: Draft, opened: Sequence[Draft]) -> list[Draft]:
    """The other events that the same list of names opened: 主持甲会议、乙会议."""
    return [d for d in opened if d is not draft and d.type is draft.type and d.names and draft.names]


_AT_VISITS = (EventType.VISIT, EventType.TALKS, EventType.ACTIVITY)


def _fits(role: RoleReport, draft: Draft, clause: Clause) -> bool:
    """Whether a role can be at a draft.

    What is said today is not said at an event to come; and who speaks by a subject carried over must have
    been there.
    """
    if role.role is Role.COMPANION and draft.type not in _AT_VISITS:
        return False
    if role.role is not Role.SPEAKER or (role.governed and not draft.planned):
        return True
    if draft.planned and not TO_COME.search(clause.text):
        return False
    present = {part.entity for part in draft.parts}
    return clause.taken_up or any(part.entity in present for part in role.parts)


def _outdone(part: Part, draft: Draft) -> bool:
    """A headline's subject who has another role in the body is not what the headline makes of him."""
    if not part.weak or part.role not in _HEADLINE_ROLES:
        return False
    return any(p.entity == part.entity or (p.role is part.role and not p.weak) for p in draft.parts)


def _is_byline(line: Line) -> bool:
    """A line that only says who reports (本报记者 …), which leads nothing."""
    return len(line.skeleton.text) < 16 and not _ENDS_SENTENCE.search(line.skeleton.text)


def _within(day: FoundDate, longer: FoundDate) -> bool:
    """Whether `longer` is a span of days that holds `day` (a session's last day and the session)."""
    return (
        bool(day.start)
        and longer.start <= day.start
        and day.end <= longer.end
        and longer != day
        and longer.start < longer.end
    )


def _planned(report: Report) -> Report:
    return replace(report, planned=True)


def _read_title(article: Article) -> tuple[FoundDate | None, frozenset[EventType]]:
    """The date in an item's title, and the types of event of its verbs; such a title is not in the text."""
    if article.title in article.text:
        return None, frozenset()
    dates = [d for d in parse_dates(article.title, article.date) if d.start and not d.bounding]
    types = frozenset(verb.type for verb in VERBS if verb.pattern.search(article.title))
    return (dates[0] if dates else None), types
