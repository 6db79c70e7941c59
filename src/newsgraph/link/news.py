"""What is news: whether a first report makes an event, or only speaks of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as day

from newsgraph.link.clauses import Clause
from newsgraph.link.dates import FoundDate
from newsgraph.link.drafts import Report
from newsgraph.link.skeleton import DATE, PERSON
from newsgraph.link.triggers import BACKGROUND, HELD
from newsgraph.model import Article, EventType

_NEWS_DAYS = 31
_DECIDED = re.compile("决定|任命|免去|接受|选举|表决|当选|推举|票")
_ON = re.compile("关于|听取|审议|总结|回顾|通报|汇报")
"""Behind what a day is of what is spoken about, and not of when it is spoken."""
_ATTENDS = re.compile("(?:参加|出席|列席|主持)了?[^，。]{0,20}$")
_MANNED = re.compile(f"{PERSON}[^，。]{{0,12}}?(?:主持|出席|参加|列席|致辞|讲话|发言|介绍|汇报)")
_LISTING = re.compile("任免|任命|免职|任职")
_DECIDING = re.compile("(?:决定|同意|批准|任命|免去|选举)[：:]|选举产生")


def is_news(report: Report, date: FoundDate | None, lead: Sequence[Clause], *, alone: bool = False) -> bool:
    """Return whether a report, the first of its event, is of an event of these days.

    With its day or somebody who took part; what lies more than a month back, or in years before, is background.
    `alone`: its article tells of no other event. In the lead a name that is held suffices; after it the day must be
    known.
    """
    issue = report.clause.line.article.date
    has_day = _has_day(date, issue)
    dated = has_day or (date is not None and date.vague)
    if report.planned:
        return has_day and not report.generic
    decided = report.type is EventType.APPOINTMENT and has_day and not _is_old(date, issue)
    if _is_old(date, issue) or (_tells_past(report, issue) and not decided):
        return False
    if report.type is EventType.MESSAGE:
        return not report.generic
    if report.type is EventType.APPOINTMENT:
        return dated or _in_lead(report, lead) or _is_decision(report)
    if report.generic and not (dated or report.parts):
        return False
    if report.type is EventType.CEREMONY and not (report.label or report.parts or has_day):
        return False
    if _in_lead(report, lead):
        return _is_lead_news(report, lead, dated=dated)
    if report.type is EventType.TALKS and report.clause.printed and len({p.role for p in report.parts}) > 1:
        return True
    if has_day or is_manned(report) or (alone and _is_attended(report)):
        return True
    return dated and bool(report.parts) and _opens_paragraph(report)


def _opens_paragraph(report: Report) -> bool:
    """Whether a report is the first thing that a paragraph tells (日前，某委召开某会)."""
    return report.clause.sentence_start == 0 and (report.name is not None or not report.generic)


def _is_lead_news(report: Report, lead: Sequence[Clause], *, dated: bool) -> bool:
    held = HELD.search(report.clause.text) is not None
    if report.name is not None and not held and not _has_person(report):
        return dated and report.clause.sentence == lead[0].sentence
    return dated or bool(report.parts) or _has_person(report) or (report.name is not None and held)


def is_manned(report: Report) -> bool:
    """Return whether an event, undated, is held in a sentence that says who takes part in it."""
    skeleton, start = report.clause.line.skeleton, report.clause.sentence_start
    before = skeleton.text[report.clause.verb_at : report.start]
    attended = _ATTENDS.search(before) is not None and PERSON not in before
    if not (report.name or report.type is EventType.CEREMONY) or not (
        attended or HELD.search(report.clause.text)
    ):
        return False
    return bool(_MANNED.search(skeleton.text, start, _sentence_end(skeleton.text, report.end)))


def _is_attended(report: Report) -> bool:
    """Whether an officer attends it: 副厅长甲参加了验收会."""
    clause = report.clause
    before = clause.line.skeleton.text[clause.verb_at : report.start]
    officer = clause.subject is not None and clause.printed and bool(clause.subject.titles)
    return officer and bool(re.fullmatch("[^，]{0,4}(?:出席|参加|主持)了?[^，]{0,8}", before))


def _sentence_end(text: str, start: int) -> int:
    end = re.search("[。！？]", text[start:])
    return start + end.start() if end else len(text)


def _is_decision(report: Report) -> bool:
    """Whether the clause decides the appointment, or its article is a list of them."""
    article: Article = report.clause.line.article
    return any(
        pattern.search(text)
        for pattern, text in (
            (_DECIDED, report.clause.text),
            (_LISTING, article.title),
            (_DECIDING, article.text),
        )
    )


def _has_day(date: FoundDate | None, issue: str | None) -> bool:
    """Whether the text prints the day; without the day of issue it is printed though nobody can tell which it is."""
    return date is not None and (bool(date.start) or not (date.vague or issue))


def _has_person(report: Report) -> bool:
    return report.clause.subject is not None and report.clause.subject.kind == PERSON


def _in_lead(report: Report, lead: Sequence[Clause]) -> bool:
    return bool(lead) and report.clause.sentence <= lead[-1].sentence


def is_background(clause: Clause) -> bool:
    """Return whether a sentence that opens with this clause is about what was long before (去年5月, 此前)."""
    told = _ON.search(clause.text)
    end = clause.start + told.start() if told else clause.end
    dates = clause.line.skeleton.pick(DATE, clause.start, end)[:1]
    old = any(_is_old(element.date, clause.line.article.date) for element in dates)
    return old or BACKGROUND.search(clause.text) is not None


def _tells_past(report: Report, issue: str | None) -> bool:
    """Whether the sentence up to the report speaks only of years, or dates, long before the issue."""
    skeleton, first = report.clause.line.skeleton, report.clause.sentence_start
    dates = [e.date for e in skeleton.pick(DATE, first, report.start) if e.date is not None and e.date.start]
    if dates and all(_is_old(date, issue) for date in dates):
        return True
    text = report.clause.line.article.text
    end = report.clause.span(report.clause.start, report.clause.end).end
    start = report.clause.line.skeleton.starts[report.clause.sentence_start]
    years = re.findall(r"(?<!\d)((?:19|20)\d\d)年", text[start:end])
    return bool(years) and bool(issue) and max(years) < str(issue)[:4]


def _is_old(date: FoundDate | None, issue: str | None) -> bool:
    if date is None or not date.start or not issue:
        return False
    if len(date.end) != 10:
        return date.end < issue[:7]
    return (day.fromisoformat(issue) - day.fromisoformat(date.end)).days > _NEWS_DAYS
