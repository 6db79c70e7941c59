"""Reads an article's headlines, which add to the events of its body or, without a body, make them."""

from __future__ import annotations

from itertools import groupby

from newsgraph.link.circumstances import date_of
from newsgraph.link.clauses import Clause, read_clauses
from newsgraph.link.drafts import Draft, Part, Report
from newsgraph.link.reader import ArticleReader
from newsgraph.link.reports import reports_of
from newsgraph.link.roles import roles_of
from newsgraph.link.skeleton import Line
from newsgraph.link.triggers import HELD
from newsgraph.model import ArticleKind, EventType
from newsgraph.text import fold


class HeadedReader(ArticleReader):
    """Reads an article's body, then its headlines."""

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
        date = date_of(report, sentence, ())
        report = self._timed(report, date)
        known = self._known(report, None)
        if known is None and not bare:
            of_type = [d for d in self.drafts if d.type is report.type and d.section == self.section]
            known = of_type[0] if of_type and not report.planned and report.name is None else None
            known = known or self._unnamed(report)
        if known is None:
            if not self._stands_alone(report, bare):
                return None
            known = Draft(report.type, self.article, self.section, planned=report.planned)
            self.drafts.append(known)
        self._tell(known, report, date, sentence)
        return known

    def _unnamed(self, report: Report) -> Draft | None:
        """The body's nameless lecture that a headline calls an activity (送法进校园活动), retyped."""
        lectures = [d for d in self.drafts if d.type is EventType.LECTURE and d.section == self.section]
        if report.name is None or report.type is not EventType.ACTIVITY or len(lectures) != 1:
            return None
        if lectures[0].names or lectures[0].labels or any(d.type is report.type for d in self.drafts):
            return None
        lecture = lectures[0]
        lecture.type = report.type
        taught = {(part.entity, part.role) for r in lecture.reports for part in r.parts}
        lecture.parts = [part for part in lecture.parts if (part.entity, part.role) not in taught]
        return lecture

    def _stands_alone(self, report: Report, bare: bool) -> bool:
        """Whether a headline reports what its body does not: with the person who acts, or a name held.

        甲节开幕 over a body that tells of 甲节开幕式 is the same.
        """
        if bare:
            return bool(report.parts) or report.name is not None
        if report.name is not None and any(
            fold(report.name.text) in fold(called) for d in self.drafts for called in (*d.names, *d.labels)
        ):
            return False
        acted = bool(report.parts) and report.clause.printed
        held = bool(HELD.search(report.clause.text)) and not report.generic and bool(report.label)
        return (acted and not self.drafts) or (held and not any(d.type is report.type for d in self.drafts))

    def _headline_roles(self, clause: Clause, opened: list[Draft]) -> None:
        for role in roles_of(clause, self.entity_of):
            draft = self._home(role, opened)
            if draft is not None:
                draft.add(part for part in role.parts if not self._is_told(part, draft))

    def _is_told(self, part: Part, draft: Draft) -> bool:
        """Whether the body gives this role to this person at another of its events."""
        others = (d for d in self.drafts if d is not draft and d.section == draft.section)
        return part.entity in {entity for d in others for entity in d.who(part.role)} - draft.who(part.role)
