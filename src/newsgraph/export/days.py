"""From the dates of the records to first and last days, as a timeline wants them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from newsgraph.export.columns import Row
from newsgraph.records import known_end

Days = tuple[str | None, str | None]
"""First and last day, ISO 8601, either ``None`` where unknown."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(text: str | None) -> str | None:
    """Return the first day of an ISO 8601 day, month or year, ``None`` for anything else.

    Examples
    --------
    >>> first_day("2022-05"), first_day("2022"), first_day("2022-05-31"), first_day("五月")
    ('2022-05-01', '2022-01-01', '2022-05-31', None)
    """
    return _day(text, last=False)


def last_day(text: str | None) -> str | None:
    """Return the last day of an ISO 8601 day, month or year, ``None`` for anything else.

    Examples
    --------
    >>> last_day("2024-02"), last_day("2022"), last_day("2022-02-30")
    ('2024-02-29', '2022-12-31', None)
    """
    return _day(text, last=True)


def _day(text: str | None, *, last: bool) -> str | None:
    match = _ISO.fullmatch(text or "")
    if match is None:
        return None
    year = int(match[1])
    try:
        month = int(match[2] or (12 if last else 1))
        day = int(match[3] or (calendar.monthrange(year, month)[1] if last else 1))
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def days_of_node(row: Mapping[str, Any]) -> Days:
    """Return the event's days, or else the days between first and last sight."""
    if row.get("date_start"):
        return _in_order(first_day(row["date_start"]), last_day(row.get("date_end") or row["date_start"]))
    return _in_order(first_day(row.get("first_seen")), last_day(row.get("last_seen")))


def days_of_edge(row: Mapping[str, Any]) -> Days:
    """Return the event's days, or the tenure's, or else those between first and last sight.

    A tenure that ended before it was seen in print is given the day of its end.
    """
    if row.get("date_start"):
        return days_of_node(row)
    since, until = first_day(_text(row, "since")), last_day(known_end(row))
    seen = first_day(row.get("first_seen")), last_day(row.get("last_seen"))
    if until and not since and seen[0] and until < seen[0]:
        return until, until
    return _in_order(since or seen[0], until or seen[1])


def _in_order(first: str | None, last: str | None) -> Days:
    """Return both, or the first day twice where the last comes before it: Gephi aborts the import of such a life."""
    return (first, first) if first and last and last < first else (first, last)


def with_days(rows: Sequence[Row], columns: Sequence[str], scope: str) -> tuple[list[Row], tuple[str, ...]]:
    """Return `rows` and `columns` with ``first_day`` and ``last_day``, whole days, of what is only a month or year too.

    `scope` is ``node`` or ``edge``; see `days_of_node` and `days_of_edge`.
    """
    days_of = days_of_node if scope == "node" else days_of_edge
    dated = []
    for row in rows:
        first, last = days_of(row)
        dated.append({**row, "first_day": first, "last_day": last})
    return dated, (*columns, "first_day", "last_day")


def hull(a: Days, b: Days) -> Days:
    """Return the days from the first of both to the last of both; what is unknown does not count."""
    starts = [day for day in (a[0], b[0]) if day]
    ends = [day for day in (a[1], b[1]) if day]
    return min(starts, default=None), max(ends, default=None)


def _text(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    return value if isinstance(value, str) else None
