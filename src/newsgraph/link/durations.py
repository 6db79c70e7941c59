"""How long an event lasts, where a later sentence says so (展览将持续至27日, 为期3天)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as day
from datetime import timedelta

from newsgraph.link.clauses import Clause
from newsgraph.link.dates import FoundDate
from newsgraph.link.numerals import read_amount
from newsgraph.link.skeleton import DATE

_UNTIL = re.compile(rf"(?:持续|延续|展出|展览)(?:展出)?(?:至|到)({DATE})")
_FOR = re.compile(r"(?:为期|会期|展期|赛期|历时)(?:共)?([\d一二两三四五六七八九十]{1,3})[天日]")
_CLOSES = re.compile("闭幕(?!式)|落幕|落下帷幕|收官|圆满结束|收兵")
_LONGEST_DAYS = 100


def says_until(clause: Clause) -> bool:
    """Return whether the clause says until when something lasts."""
    return _UNTIL.search(clause.text) is not None


def says_length(clause: Clause) -> bool:
    """Return whether the clause says how long something lasts, in days or until when."""
    return says_until(clause) or _FOR.search(clause.text) is not None


def lasting(date: FoundDate, clause: Clause, *, told: str = "") -> FoundDate:
    """Return `date`, a single day on which an event began, with the end that the clause gives it; else as it is.

    Where the words in which the event was `told` say that it closed, the day is its last.
    """
    if len(date.start) != 10 or date.end != date.start:
        return date
    if _CLOSES.search(told):
        length = _FOR.search(clause.text)
        days = int(read_amount(length[1])) if length else 0
        first = day.fromisoformat(date.end) - timedelta(days=days - 1)
        return replace(date, start=first.isoformat()) if 1 < days <= _LONGEST_DAYS else date
    end = _end(day.fromisoformat(date.start), clause)
    return replace(date, end=end.isoformat()) if end is not None and end.isoformat() > date.start else date


def _end(start: day, clause: Clause) -> day | None:
    skeleton = clause.line.skeleton
    if until := _UNTIL.search(skeleton.text, clause.start, clause.end):
        element = skeleton.elements.get(until.start(1))
        found = element.date.end if element is not None and element.date is not None else ""
        return day.fromisoformat(found) if len(found) == 10 else None
    if (length := _FOR.search(skeleton.text, clause.start, clause.end)) is None:
        return None
    days = int(read_amount(length[1]))
    return start + timedelta(days=days - 1) if 1 <= days <= _LONGEST_DAYS else None
