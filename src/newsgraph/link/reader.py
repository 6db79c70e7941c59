"""Reads one article: reports gathered into drafts, and roles given to the draft they belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from newsgraph.link.arguments import organizers_of, projects_in
from newsgraph.link.circumstances import (
    carries_over,
    date_of,
    first_date,
    goes_on,
    is_accompanied,
    is_after_talks,
    is_at_scene,
    is_before,
    is_during,
    is_fixed_by,
    is_inside,
    is_witnessed,
    place_of,
    points_back,
    stop_of,
)
from newsgraph.link.clauses import Clause, ends_sentence, read_clauses
from newsgraph.link.dates import FoundDate, parse_dates
from newsgraph.link.drafts import Draft, Part, Report, same_day, same_event
from newsgraph.link.durations import lasting, says_length, says_until
from newsgraph.link.news import is_background, is_manned, is_news
from newsgraph.link.places import Names
from newsgraph.link.presence import (
    fits_event,
    guests_met,
    hosts_of,
    is_mutual,
    is_no_party,
    is_of_message,
    is_of_others,
    receive_visitors,
    take_sides,
)
from newsgraph.link.reports import reports_of
from newsgraph.link.roles import RoleReport, cued_types, pointed_types, roles_of
from newsgraph.link.skeleton import DATE, EVENT, PERSON, PLACE, Line
from newsgraph.link.triggers import ROLELESS, VERBS, type_of_name
from newsgraph.model import Article, EventType, Mention, Role, Span

_LEAD_SENTENCES = 2
_GATHERINGS = (EventType.MEETING, EventType.ACTIVITY, EventType.LECTURE, EventType.CEREMONY)
_ANNOUNCES = re.compile(
    r"([^“”]{4,}?(?:大会|[节会展赛周坛]))(?:新闻|媒体|专题|招展|招商|招商招展|宣传|专场)*(?:发布会|推介会|通气会|说明会|见面会)"
)
"""A meeting at which another is announced."""
_BARE = 2
"""Length of 会议, 仪式, 活动: nouns that by themselves only point at an event."""
_LASTING = (EventType.MEETING, EventType.ACTIVITY, EventType.LECTURE, EventType.VISIT)
_UNORGANISED = (EventType.TALKS, EventType.VISIT)
"""What nobody organises: who 主办 in its sentence does so for another event."""
_GONE_ROUND = (EventType.TALKS, EventType.VISIT)
"""What both sides go on from to talks of their own."""
_SAT = (EventType.TALKS, EventType.MEETING)
_SITTING = re.compile(
    rf"^在?(?:随后|{DATE}(?:上午|下午|晚)?)?(?:召开|举行)?的?(?:工作|交流|友好)*座谈(?:交流)?会上"
)
"""Where words fall, of which only a visit was told before."""
_INVITED = re.compile(f"邀请{PERSON}[^，。]{{0,40}}(?:[作做][^，。]{{0,12}}(?:辅导|讲座|报告)|主讲|授课)")
_TO_WHOM = re.compile(f"[对向](?={PERSON})")
_AGREED = re.compile("(?:根据|按照|按)(?:该|此|合作|投资|框架|双方签[订署]的)*(?:协议|合同|约定)")
_AFTERMATH = re.compile("[^，]{0,8}发生后|接到?(?:险情|灾情)?(?:报告?|警)后|(?:闻讯|获悉)[^，]{0,6}后")
"""Behind a disaster, on whose day it is told that somebody hurries there."""
_PROGRAMMED = (Role.SPEAKER, Role.CHAIR, Role.PERFORMER)
"""What is known beforehand that somebody will do."""
_HEADLINE_ROLES = (Role.INSPECTOR, Role.VISITOR, Role.HOST, Role.GUEST, Role.PARTY)


class ArticleReader:
    """Reads one article's clauses in order; `drafts` is what came of it.

    `sections` numbers the reports that an item strings together, by line: what one tells is not of another.
    """

    def __init__(self, article: Article, names: Names, sections: Mapping[int, int]) -> None:
        self.article = article
        self.names = names
        self.entity_of = names.entity_of
        self.issue_date = article.date or ""
        self.sections = sections
        self.drafts: list[Draft] = []
        self.current: Draft | None = None
        self.latest: Draft | None = None
        self.section = 0
        self.aside = self.apart = False
        self.line: Line | None = None
        self.sentence = 0
        self.lead: list[Clause] = []
        self.last_place: str | None = None
        self.last_name: Mention | None = None
        self.titled: set[str] = set()
        self.met: set[str] = set()
        self.run_by: tuple[int, Draft] | None = None
        self.lengths: list[tuple[Draft, Clause]] = []
        self.title_date, self.title_types = _read_title(self.article)

    def read(self, lines: list[Line]) -> None:
        """Read the body."""
        for _, sentence in groupby(read_clauses(lines), key=lambda clause: clause.sentence):
            self._sentence(list(sentence))
        for draft, clause in self.lengths:  # at the end: what follows (随后) was on the first day
            told = "".join(report.clause.text for report in draft.reports)
            draft.date = lasting(draft.date, clause, told=told) if draft.date is not None else None
        self.drafts = [draft for draft in self.drafts if not _is_told_apart(draft, self.drafts)]
        visits = [draft for draft in self.drafts if draft.type is EventType.VISIT]
        visitors = {entity for visit in visits for entity in visit.who(Role.VISITOR)}
        for draft in self.drafts:
            receive_visitors(draft, visitors)
            draft.add(guests_met(draft, self.drafts))
            take_sides(draft, self.drafts)
            draft.trip = next((v.place for v in visits if v is not draft and _is_on_trip(draft, v)), None)

    def read_again(self, lines: list[Line]) -> None:
        """Read the body for the day and the roles of the one event that only the headline names."""
        held = [d for d in self.drafts if d.type not in ROLELESS and _is_headlines(d)]
        if not held:
            return
        alone = len(held) == len(self.drafts)
        self.current, self.section = held[0], held[0].section
        for _, group in groupby(read_clauses(lines), key=lambda clause: clause.sentence):
            sentence = list(group)
            self._date_late(held[0], sentence)
            for clause in sentence if alone else ():
                if not is_background(sentence[0]):
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
        self.aside, self.sentence = False, sentence[0].sentence
        if line is not self.line:
            self.line, self.apart = line, False
            self.current = self.current and (self.current.within or self.current)
        first: Draft | None = None
        alone = self.current is None
        beside: Clause | None = None
        for clause in sentence:
            self._turn(clause)
            reports = (
                [] if says_until(clause) else self._sitting(clause) or reports_of(clause, self.entity_of)
            )
            told = [(r, self._report(r, sentence)) for r in reports]
            opened = [draft for _, draft in told if draft is not None]
            old = is_background(sentence[0])
            if first is None and opened:
                first = opened[0]
                before = [c for c in sentence if c.start < clause.start]
                self._organized(first, before)
                for earlier in before if alone else ():
                    self._roles(earlier, opened, governed=True)
            if any(r.name is not None and draft is None for r, draft in told) or old:
                self.apart = True
            elif opened:
                self.apart = False
            self._lengthen(clause)
            if is_witnessed(clause) or (is_accompanied(clause) and not opened):
                beside = clause  # what is done before them or with them, the sentence tells next
            elif opened or not old:
                self._roles(clause, opened)
            if beside is not None and opened:
                self._roles(beside, opened)
                beside = None
            self._stop(clause)
            self._meet(clause)
            self._agree(clause)
            self._lecture(clause)
            for element in clause.line.skeleton.pick(PERSON, clause.start, clause.end):
                if element.titles:
                    self.titled.update(self.entity_of.get(mention.id, "") for mention in element.mentions)
            for element in clause.line.skeleton.pick(EVENT, clause.start, clause.end):
                self.last_name = element.mentions[-1]
            for element in clause.line.skeleton.pick(PLACE, clause.start, clause.end):
                self.last_place = self.entity_of.get(element.mentions[-1].id, self.last_place)
        if beside is not None:
            self._roles(beside, [])

    def _sitting(self, clause: Clause) -> list[Report]:
        """Return the talks of both sides that are told behind a delegation's visit by where words fall (在座谈会上)."""
        match = _SITTING.match(clause.text)
        here = [d for d in self.drafts if d.section == self.section and not d.planned]
        visited = any(d.type is EventType.VISIT and d.who(Role.VISITOR) for d in here)
        told = any(d.type in _SAT and not _is_headlines(d) for d in here)
        if match is None or clause.said or not visited or told:
            return []
        end = clause.start + match.end()
        return [Report(type=EventType.TALKS, clause=clause, start=clause.start, end=end, mutual=True)]

    def _turn(self, clause: Clause) -> None:
        """Turn back to the event that the clause points at (会上, 会见中); one not told of is set aside."""
        here = [d for d in self.drafts if d.section == self.section and not d.planned]
        types = cued_types(clause) if not clause.said else ()
        self.aside = self.aside or EventType.MEETING in types
        for type in types:
            of_type = [d for d in here if d.type is type]
            if of_type:
                self.current = of_type[-1] if self.current not in of_type else self.current
                self.run_by = self.sentence, self.current
                self.aside = self.apart = False
                return

    def _organized(self, draft: Draft, before: Sequence[Clause]) -> None:
        """Take the bodies that the clauses before a sentence's first event say to hold it (由甲主办，乙承办的某节)."""
        if draft.type not in (*ROLELESS, *_UNORGANISED):
            for clause in before:
                draft.add(organizers_of(clause, self.entity_of))

    def _lengthen(self, clause: Clause) -> None:
        """Remember the event that the clause speaks of, if it says how long that lasts."""
        if clause.said or not says_length(clause):
            return
        here = [d for d in self.drafts if d.section == self.section and d.type in _LASTING]
        draft = self.current if self.current in here else here[-1] if here else None
        if draft is not None:
            self.lengths.append((draft, clause))

    def _report(self, report: Report, sentence: list[Clause]) -> Draft | None:
        report = self._called(_fixed_behind(_named_before(report, sentence), sentence))
        if self.current is not None:
            report = _announced(report, self.current)
        own = date_of(report, sentence, ())
        date = own or self._date_within(report, sentence)
        date = date or date_of(report, sentence, self.lead) or self._carried(report, sentence)
        if date is None and self._opens_late(report):
            date = first_date(self.lead)
        if date is None and _AFTERMATH.match(sentence[0].text):
            date = first_date(self.lead)
        if date is None and report.type in self.title_types and _in_lead(report.clause, self.lead):
            date = self.title_date
        report = self._timed(report, date)
        if report.clause.said and not report.planned:
            return None
        draft = self._known(report, own if report.generic else date)
        if draft is None:
            alone = not any(d.section == self.section for d in self.drafts)
            if not is_news(report, date, self.lead, alone=alone):
                return None
            draft = Draft(report.type, self.article, self.section, planned=report.planned)
            self.drafts.append(draft)
            draft.within = self.current if is_inside(sentence) or is_before(sentence) else None
        self._tell(draft, report, own if report.generic and draft.date is not None else date, sentence)
        draft.add(guests_met(draft, self.drafts))
        self.latest = draft
        if self._takes_over(report, draft, sentence):
            self.current = draft
        return draft

    def _called(self, report: Report) -> Report:
        """Give an event to come that is pointed at the name printed last (就某论坛交换了意见。该论坛定于11月举行)."""
        name, kind = self.last_name, report.label.lstrip("该此")
        points = report.generic and report.planned and kind != report.label
        if not points or name is None or not name.text.endswith(kind):
            return report
        return replace(report, name=name, generic=False)

    def _date_within(self, report: Report, sentence: list[Clause]) -> FoundDate | None:
        """The date of the event at which this one is told to have been (会上，甲、乙签署协议)."""
        if self.current is None or self.current.section != self.section or report.planned:
            return None
        return self.current.date if is_inside(sentence) else None

    def _opens_late(self, report: Report) -> bool:
        """Whether a ceremony that says who took part is the first event of a story whose lead only paints it."""
        alone = not any(d.section == self.section for d in self.drafts)
        return report.type is EventType.CEREMONY and alone and is_manned(report)

    def _timed(self, report: Report, date: FoundDate | None) -> Report:
        """Make a report one of an event to come where its day is behind the issue's."""
        ahead = date is not None and date.start > self.issue_date > "" and not date.vague
        return replace(report, planned=True) if ahead else report

    def _takes_over(self, report: Report, draft: Draft, sentence: list[Clause]) -> bool:
        """Whether roles that follow belong to this event.

        A list of appointments does not displace its session, a message not the meeting that it was sent to, an event
        to come not the one that speaks of it, nor does what happens within an event (会上，…签约).
        """
        if self.current is None:
            return True
        if report.planned and not self.current.planned:
            return False
        if (
            report.type is EventType.SIGNING
            and report.name is None
            and self._is_told_with(report, self.current)
        ):
            return False
        within = is_inside(sentence) and draft.section == self.current.section and not report.mutual
        return draft.type not in ROLELESS and not within

    def _known(self, report: Report, date: FoundDate | None) -> Draft | None:
        here = [d for d in self.drafts if d.section == self.section]
        if report.type is EventType.APPOINTMENT:
            return next((d for d in here if d.type is report.type), None)
        if report.type is EventType.LECTURE and report.name is None and self._is_meeting_of(report):
            return self.current
        if report.mutual:
            _open_talks(here)
        same = [d for d in here if same_event(d, report, date)]
        if not same and report.generic and len(report.label) > 1 and not report.planned:
            same = [d for d in here if not d.planned and any(_is_of(report.label, n) for n in d.names)]
        if not same and report.generic and report.label and not report.planned:
            types, bare = pointed_types(report.label), len(report.label) <= _BARE
            same = [d for d in here if d.type in types and not d.planned and (bare or same_day(d, date))]
            if not same and report.label.startswith("座谈"):
                same = [d for d in here if is_mutual(d)]
            if not same and report.label == "活动":
                same = [d for d in here if d.type not in ROLELESS and not d.planned][:1]
        if report.generic and not report.planned:
            same = [d for d in same if not d.planned] or same  # 出席会议: not the one it decided to hold
        return same[-1] if same else None

    def _is_meeting_of(self, report: Report) -> bool:
        """Whether a talk is given at the meeting that its own sentence tells of (举行学习会，请甲作辅导报告), or at
        a study session."""
        current = self.current
        if current is None or current.type is not EventType.MEETING:
            return False
        return _is_study(current) or self._is_told_with(report, current)

    def _is_told_with(self, report: Report, draft: Draft) -> bool:
        """Whether the sentence of a report tells of a draft too."""
        return any(
            r.clause.line is report.clause.line and r.clause.sentence == report.clause.sentence
            for r in draft.reports
        )

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
        if found is None and any(is_after_talks(c) for c in sentence):
            met = [d for d in self.drafts if d.section == self.section and d.type not in ROLELESS]
            met = [d for d in met if report not in d.reports]
            return (met[-1].within or met[-1]).place if met else None
        if found is None and is_inside(sentence) and self.current is not None:
            return self.current.place
        if found is None and self.latest is not None and is_at_scene(report.clause):
            return self.latest.place
        if found is None and self.latest is not None:
            joined = goes_on(report.clause) and self._is_told_with(report, self.latest)
            if joined or any(is_during(c) for c in sentence):
                return self.latest.place
        return found

    def _carried(self, report: Report, sentence: list[Clause]) -> FoundDate | None:
        """The date of the event before, where this one follows on it."""
        if report.planned:
            told = self.latest is not None and self.latest.planned and self.latest.section == self.section
            during = any(is_during(c) for c in sentence if c.start <= report.clause.start)
            return self.latest.date if told and during and self.latest else None
        earlier = [d for d in self.drafts if d.section == self.section and not d.planned]
        if report.type is EventType.APPOINTMENT:
            meetings = [d for d in earlier if d.type is EventType.MEETING]
            return meetings[0].date if meetings else None
        dated = [d for d in earlier if d.type is not EventType.MESSAGE]
        if dated and any(carries_over(c) for c in sentence if c.start <= report.clause.start):
            return dated[-1].date
        return None

    def _roles(self, clause: Clause, opened: list[Draft], *, governed: bool = False) -> None:
        """Give the roles of a clause to their events; `governed`: only those that a preposition or a list gives."""
        self._speak_to(clause)
        roles = (r for r in roles_of(clause, self.entity_of) if r.governed or not governed)
        for role in sorted(roles, key=lambda r: (r.printed, r.position)):
            if any(part.entity in self.titled for part in role.parts):
                role = replace(role, titled=True)
            draft = self._home(role, opened)
            if (
                draft is None
                or not fits_event(role, draft, clause, met=self.met)
                or is_of_message(role, draft, self.drafts)
            ):
                continue
            for other in [draft, *_named_together(draft, opened)]:
                other.add(role.parts)
            if role.role in (Role.CHAIR, Role.ATTENDEE):
                self.run_by = self.sentence, draft
            if role.role is Role.SPEAKER and draft.type is EventType.TALKS:
                draft.add(hosts_of(draft, role.parts, clause))
        home = next((d for d in opened if d.type not in ROLELESS), self.latest)
        if home is not None and home.type not in (*ROLELESS, *_UNORGANISED) and home.section == self.section:
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
        if self.latest is not None and self.latest.planned and role.role in _PROGRAMMED:
            told = any(report.clause.sentence == self.sentence for report in self.latest.reports)
            if self.latest.section == self.section and (role.ahead or told):
                return self.latest  # 将举办某报告会，由甲主讲
        current = self.current
        if EventType.ACTIVITY in role.types and held:
            return held[0]  # 参加活动: the event as a whole
        if current is None or self.apart or current.type in ROLELESS or current.section != self.section:
            return None
        if self.aside and is_of_others(role, current):
            return None
        told = any(report.clause.sentence == self.sentence for report in current.reports)
        if role.role is not Role.SPEAKER or told or self.run_by == (self.sentence, current):
            return current
        if current.type is EventType.SIGNING and (talks := self._talks_of(role, current)) is not None:
            return talks
        if _is_present(role, current):
            return current
        attended = next((d for d in reversed(held) if _is_present(role, d)), None)
        if attended is not None and attended.type in _GONE_ROUND and self._goes_round(current):
            return current
        if attended is None and is_no_party(role, current):
            return next((d for d in held if d.type is not EventType.TALKS), None)
        return attended or current

    def _talks_of(self, role: RoleReport, signing: Draft) -> Draft | None:
        """The talks of somebody who only saw the signing behind them (会见乙，并见证签约。甲表示欢迎)."""
        speakers = {part.entity for part in role.parts}
        if speakers & signing.who(*(r for r in Role if r is not Role.WITNESS)):
            return None
        here = [d for d in self.drafts if d.section == self.section and d.type is EventType.TALKS]
        return next((d for d in here if speakers & d.who(Role.HOST, Role.GUEST)), None)

    def _goes_round(self, meeting: Draft) -> bool:
        """Whether both sides' talks are told of, or the paragraph tells of a meeting at which others have spoken, so
        that a visitor's words are of it."""
        here = any(report.clause.line is self.line for report in meeting.reports)
        spoken = meeting.type is EventType.MEETING and bool(meeting.who(Role.SPEAKER))
        return is_mutual(meeting) or (here and spoken)

    def _meet(self, clause: Clause) -> None:
        """Remember whom those on a visit meet: who is named in what they do, or whose home it is."""
        draft, subject = self.current, clause.subject
        if draft is None or draft.type is not EventType.VISIT or clause.said:
            return
        gone = draft.who(Role.INSPECTOR, Role.VISITOR)
        going = subject is not None and any(self.entity_of.get(m.id) in gone for m in subject.mentions)
        for at in range(clause.start, clause.end):
            element = clause.line.skeleton.elements.get(at)
            if element is None or element is subject or element.kind != PERSON:
                continue
            if going or clause.line.skeleton.text.startswith("家", at + 1):
                self.met.update(self.entity_of.get(mention.id, "") for mention in element.mentions)

    def _agree(self, clause: Clause) -> None:
        """Take the works that a sentence says were agreed on (根据协议，双方将共建某基地) for those of the signing."""
        if not _AGREED.match(clause.line.skeleton.text, clause.sentence_start):
            return
        signings = [d for d in self.drafts if d.type is EventType.SIGNING and d.section == self.section]
        for signing in signings[-1:]:
            signing.projects += [p for p in projects_in(clause, self.entity_of) if p not in signing.projects]

    def _lecture(self, clause: Clause) -> None:
        """Make a lecture of the study session to which its own sentence has somebody invited to give one."""
        draft = self.current
        if draft is None or draft.type is not EventType.MEETING or not _INVITED.search(clause.text):
            return
        if _is_study(draft) and any(r.clause.sentence == self.sentence for r in draft.reports):
            draft.type = EventType.LECTURE

    def _speak_to(self, clause: Clause) -> None:
        """Remember who says something to those on a visit (职工甲对乙说)."""
        draft, subject, skeleton = self.current, clause.subject, clause.line.skeleton
        heard = _TO_WHOM.search(skeleton.text, clause.verb_at, clause.end)
        if draft is None or draft.type is not EventType.VISIT or subject is None or heard is None:
            return
        gone, listener = draft.who(Role.INSPECTOR, Role.VISITOR), skeleton.elements.get(heard.end())
        if listener and any(self.entity_of.get(m.id) in gone for m in listener.mentions):
            self.met.update(self.entity_of.get(mention.id, "") for mention in subject.mentions)

    def _stop(self, clause: Clause) -> None:
        draft = self.current
        if draft is not None and draft.type is EventType.VISIT and draft.place is None and not clause.said:
            draft.place = stop_of(clause, self.names)


def _is_of(label: str, name: str) -> bool:
    """Whether what is called by its kind (旅游节) may be the event of a name, or what that opens (某旅游节开幕式)."""
    return name.endswith((label, f"{label}开幕式", f"{label}闭幕式"))


def _is_study(draft: Draft) -> bool:
    """Whether a meeting is a session at which its members study (中心组学习会, 集体学习)."""
    return any("学习" in name for name in (*draft.names, *draft.labels))


def _is_headlines(draft: Draft) -> bool:
    """Whether headlines alone tell of an event so far."""
    return all(report.clause.line.is_headline for report in draft.reports)


def _open_talks(drafts: Sequence[Draft]) -> None:
    """Make talks of the meeting that only a headline tells of, where the body says both sides held it."""
    for draft in drafts:
        if (
            draft.type is EventType.MEETING
            and _is_headlines(draft)
            and any("座谈" in r.label for r in draft.reports)
        ):
            draft.type = EventType.TALKS


def _is_told_apart(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a visit of several is told again as one of each of them."""
    if not draft.is_of_several:
        return False
    others = [d for d in drafts if d is not draft and d.type is draft.type and d.section == draft.section]
    gone = (Role.INSPECTOR, Role.VISITOR)
    return draft.who(*gone) <= {entity for other in others for entity in other.who(*gone)}


def _is_on_trip(draft: Draft, visit: Draft) -> bool:
    """Whether those on a visit were at the event, on one of its days."""
    away = visit.who(Role.INSPECTOR, Role.VISITOR)
    there = {part.entity for part in draft.parts}
    told = draft.section == visit.section and not draft.planned and same_day(draft, visit.date)
    return told and visit.place is not None and bool(away & there)


def _named_before(report: Report, sentence: list[Clause]) -> Report:
    """Give a meeting to come its name where the clause before decides on it (关于召开某会的决定，大会定于某日召开)."""
    if not (report.generic and report.planned and report.type is EventType.MEETING):
        return report
    before = [c for c in sentence if c.start < report.clause.start and c.line is report.clause.line][-1:]
    if not before or "召开" not in before[0].text:
        return report
    named = before[0].line.skeleton.pick(EVENT, before[0].start, before[0].end)
    return replace(report, name=named[-1].mentions[0], generic=False) if named else report


def _fixed_behind(report: Report, sentence: list[Clause]) -> Report:
    """Take in the clause behind that fixes the day of what is to come (本届某会由甲主办，定于某日在某地举行)."""
    if report.planned or report.type not in _GATHERINGS:
        return report
    clause = report.clause
    behind = next((c for c in sentence if c.line is clause.line and c.start >= clause.end), None)
    if behind is None or not is_fixed_by(behind):
        return report
    return replace(report, clause=replace(clause, end=behind.end), planned=True)


def _announced(report: Report, current: Draft) -> Report:
    """Give what is to come its name where the meeting told of was called to announce it (某大会新闻发布会)."""
    if not (report.generic and report.planned):
        return report
    for told in current.reports:
        inner = _ANNOUNCES.fullmatch(told.name.text) if told.name is not None else None
        type = type_of_name(inner[1]) if inner else None
        if told.name is not None and inner is not None and type is not None:
            name = replace(
                told.name, text=inner[1], span=Span(told.name.span.start, told.name.span.start + inner.end(1))
            )
            return replace(report, type=type, name=name, generic=False)
    return report


def _is_present(role: RoleReport, draft: Draft) -> bool:
    present = {part.entity for part in draft.parts}
    return any(part.entity in present for part in role.parts)


def _named_together(draft: Draft, opened: Sequence[Draft]) -> list[Draft]:
    """The other events that the same list of names opened: 主持甲会议、乙会议."""
    return [d for d in opened if d is not draft and d.type is draft.type and d.names and draft.names]


def _outdone(part: Part, draft: Draft) -> bool:
    """A headline's subject who has another role in the body is not what the headline makes of him; a body that
    inspects (市政协视察…) does so by its officers, whom the text names."""
    if not part.weak or part.role not in _HEADLINE_ROLES:
        return False
    inspects = part.body and part.role is Role.INSPECTOR
    told = (p for p in draft.parts if p.role is part.role and not p.weak and (p.body or not inspects))
    return any(p.entity == part.entity for p in draft.parts) or any(told)


def _is_byline(line: Line) -> bool:
    """A line that only says who reports (本报记者 …), which leads nothing."""
    return len(line.skeleton.text) < 16 and not ends_sentence(line)


def _in_lead(clause: Clause, lead: Sequence[Clause]) -> bool:
    return bool(lead) and clause.sentence <= lead[-1].sentence


def _within(day: FoundDate, longer: FoundDate) -> bool:
    """Whether `longer` is a span of days that holds `day` (a session's last day and the session)."""
    return (
        bool(day.start)
        and longer.start <= day.start
        and day.end <= longer.end
        and longer != day
        and longer.start < longer.end
    )


def _read_title(article: Article) -> tuple[FoundDate | None, frozenset[EventType]]:
    """The date in an item's title, and the types of event of its verbs; such a title is not in the text."""
    if article.title in article.text:
        return None, frozenset()
    dates = [d for d in parse_dates(article.title, article.date) if d.start and not d.bounding]
    types = frozenset(verb.type for verb in VERBS if verb.pattern.search(article.title))
    return (dates[0] if dates else None), types
