"""What a build found, in figures and lines that a person reads."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsgraph.model import EntityType
from newsgraph.records import Records, Row

_LABELS = {
    EntityType.PERSON: "people",
    EntityType.OFFICE: "offices",
    EntityType.ORGANIZATION: "organisations",
    EntityType.PLACE: "places",
    EntityType.PROJECT: "projects",
}

_OWN = re.compile(r" \([^()]*\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One event for the table: ISO dates, type, name or place, and who took part in which roles."""

    date: str
    type: str
    what: str
    who: str
    is_planned: bool


def count_found(records: Records) -> dict[str, int]:
    """Return how many articles, entities of each type, events and relations there are, in printing order."""
    types = Counter(row["type"] for row in records.entities)
    return {
        "articles": len(records.articles),
        **{label: types[kind] for kind, label in _LABELS.items()},
        "events": len(records.events),
        "relations": len(records.relations),
    }


def gather_warnings(told: Iterable[tuple[str, str]], *, shown: int = 3) -> Iterator[str]:
    """Yield a line for each kind of warning: that of an only source whole, else how many it is of.

    Parameters
    ----------
    told : iterable of (str, str)
        The source's name, and a warning: what is alike for all, and in brackets at its end what is this one's.
    shown : int, default 3
        Most sources to name.

    Examples
    --------
    >>> list(gather_warnings([("a.txt", "no date (昨日)"), ("b.txt", "no date (今年)"), ("b.txt", "no text")]))
    ['no date: 2 sources, a.txt, b.txt', 'b.txt: no text']
    """
    kinds: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, warning in told:
        kinds[_OWN.sub("", warning)].append((name, warning))
    for kind, of in kinds.items():
        if len(of) == 1:
            yield ": ".join(of[0])
            continue
        names = list(dict.fromkeys(name for name, _ in of))
        more = " …" if len(names) > shown else ""
        yield f"{kind}: {len(of)} sources, {', '.join(names[:shown])}{more}"


def list_events(records: Records, *, who: int = 4) -> list[EventLine]:
    """Return a line per event, by date (undated last), then in the order of the text.

    Parameters
    ----------
    who : int, default 4
        Most participants to name; the rest is a number.
    """
    names = {row["id"]: row["name"] for row in records.entities}
    lines = [
        EventLine(
            date=_date(event),
            type=event["type"],
            what=event["name"] or names.get(event["place"], "") or "—",
            who=_participants(event, names, who),
            is_planned=event["status"] == "planned",
        )
        for event in records.events
    ]
    return sorted(lines, key=lambda line: (line.date == "", line.date))


def _date(event: Row) -> str:
    date = event["date"] or {"start": "", "end": ""}
    return str(date["start"] if date["start"] == date["end"] else f"{date['start']} – {date['end']}")


def _participants(event: Row, names: dict[str, str], most: int) -> str:
    roles: defaultdict[str, list[str]] = defaultdict(list)
    for participant in event["participants"]:
        roles[names[participant["entity"]]].append(participant["role"])
    shown = [f"{name} ({', '.join(roles[name])})" for name in list(roles)[:most]]
    more = len(roles) - len(shown)
    return "; ".join(shown) + (f"; +{more} more" if more else "")
