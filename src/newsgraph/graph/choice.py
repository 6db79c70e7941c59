"""What somebody asks to see of a graph: a period and types, checked and in one form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from newsgraph.errors import ConfigError
from newsgraph.lexicon.labels import EVENT_TYPES, KINDS

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_COMMA = re.compile(r"[,，、]")
_FIRST, _LAST = "-01-01", "-12-31"
_WORDS = {
    word.casefold(): name
    for table in (EVENT_TYPES, KINDS)
    for name, label in table.items()
    for word in (name, label)
}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `since` to `until`, both in it, each ISO 8601 or ``None`` for no limit.

    A month or a year is allowed (``2012-08``, ``2012``): its first day begins the period, its last ends it.

    Raises
    ------
    ConfigError
        If one is no day, month or year of the calendar, or the period ends before it begins.
    """

    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            if (value := getattr(self, name)) is not None and not _is_date(value):
                raise ConfigError(
                    f"{name} {value!r}: want a real day, month or year as 2012-08-22, 2012-08 or 2012"
                )
        if self.since and self.until and _fill(self.until, _LAST) < _fill(self.since, _FIRST):
            raise ConfigError(
                f"since {self.since!r} is after until {self.until!r}; give the earlier one to since"
            )

    @property
    def is_limited(self) -> bool:
        """Whether any day lies outside."""
        return self.since is not None or self.until is not None

    def holds(self, first: str | None, last: str | None) -> bool:
        """Return whether any day from `first` to `last` is in the period; a missing one is taken for the other.

        Where both are missing, only the period without limits holds them.

        Examples
        --------
        >>> Period("2012-08-10").holds("2012-07", "2012-08"), Period(until="2011").holds("2012-01-01", None)
        (True, False)
        """
        begin, end = first or last, last or first
        if begin is None or end is None:
            return not self.is_limited
        # Day 31 stands for every month's last: as text it is compared only, never a date.
        return (self.since is None or _fill(end, _LAST) >= _fill(self.since, _FIRST)) and (
            self.until is None or _fill(begin, _FIRST) <= _fill(self.until, _LAST)
        )


def parse_types(types: str | Iterable[str] | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return the kinds of nodes and the event types that `types` names, in English or Chinese.

    Parameters
    ----------
    types : str or iterable of str, optional
        Text is split at commas (``,`` ``，`` ``、``); case does not count.

    Raises
    ------
    ConfigError
        If a word is neither, or text names nothing.

    Examples
    --------
    >>> parse_types("Person，签约")
    (frozenset({'Person'}), frozenset({'signing'}))
    """
    if types is None:
        return frozenset(), frozenset()
    words = _COMMA.split(types) if isinstance(types, str) else list(types)
    words = [word.strip() for word in words if word.strip()]
    unknown = [word for word in words if word.casefold() not in _WORDS]
    if unknown or not words:
        kinds, events = (
            ", ".join(f"{name} {label}" for name, label in table.items()) for table in (KINDS, EVENT_TYPES)
        )
        what = f"type {unknown[0]!r} is not known" if unknown else f"types {types!r} names none"
        raise ConfigError(f"{what}; want, separated by commas, kinds ({kinds}) or event types ({events})")
    named = {_WORDS[word.casefold()] for word in words}
    return frozenset(named & KINDS.keys()), frozenset(named & EVENT_TYPES.keys())


def _is_date(value: str) -> bool:
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        return False
    try:
        date.fromisoformat(_fill(value, _FIRST))
    except ValueError:
        return False
    return True


def _fill(day: str, rest: str) -> str:
    """Return `day`, a day, month or year, with the missing end of it from `rest`."""
    return day + rest[len(day) - 4 :]
