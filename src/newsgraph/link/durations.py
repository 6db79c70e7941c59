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

_UNTIL = re.compile(
    rf"(?:持续|延续|展出|展览)(?:展出)?(?:至|到)({DATE})|(?:将于|定于)({DATE})(?:上午|下午|晚上?)?(?:在[^，。]{{1,12}})?(?:闭幕|落幕|结束)"
)
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
        return replace(date, start=_moved(date.start, -_further_days(clause)))
    end = _last_day(clause) if says_until(clause) else _moved(date.start, _further_days(clause))
    return replace(date, end=max(date.end, end))


def _last_day(clause: Clause) -> str:
    """Return the day until which something lasts, ``""`` where it is none."""
    until = _UNTIL.search(clause.line.skeleton.text, clause.start, clause.end)
    element = clause.line.skeleton.elements.get(until.start(until.lastindex or 0)) if until else None
    end = element.date.end if element is not None and element.date is not None else ""
    return end if len(end) == 10 else ""


def _further_days(clause: Clause) -> int:
    """Return on how many days after, or before, the one known something lasts."""
    length = _FOR.search(clause.text)
    days = int(read_amount(length[1])) if length else 1
    return days - 1 if 1 <= days <= _LONGEST_DAYS else 0


def _moved(iso: str, days: int) -> str:
    return (day.fromisoformat(iso) + timedelta(days=days)).isoformat()
