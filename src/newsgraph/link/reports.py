"""What one clause reports: events by their nouns and verbs, appointments, openings."""

from __future__ import annotations

import re

from newsgraph.link.appointments import appointments
from newsgraph.link.arguments import EntityOf
from newsgraph.link.clauses import Clause
from newsgraph.link.drafts import Report
from newsgraph.link.nouns import events_named, openings, premieres
from newsgraph.link.skeleton import DATE
from newsgraph.link.triggers import CALLED_OFF, PAST, TO_COME
from newsgraph.link.verbs import events_done
from newsgraph.model import EventType

_DATED = re.compile(rf"{DATE}[^，。]{{0,16}}(?:举行|召开|举办)的$")
"""What stands before the name of an event in a speech that says when it is to be (8月18日在某地举行的)."""
_OPENING_SAID = (EventType.CEREMONY, EventType.SIGNING)


def reports_of(clause: Clause, entity_of: EntityOf) -> list[Report]:
    """Return the events that `clause` reports, in the order of its words.

    Reported speech reports nothing but an event to come that it names and dates.
    """
    text = clause.text
    if CALLED_OFF.search(text) or (PAST.search(text) and not TO_COME.search(text)):
        return []
    found = list(events_named(clause, entity_of))
    if clause.said:
        named = (r for r in found if r.name is not None and not r.generic)
        return [
            r for r in named if r.planned or _DATED.search(clause.line.skeleton.text, clause.start, r.start)
        ]
    found += events_done(clause, entity_of)
    found += appointments(clause, entity_of)
    if not any(r.type in _OPENING_SAID for r in found):
        found += openings(clause, entity_of)
    if not any(r.type is EventType.ACTIVITY for r in found):
        found += premieres(clause, entity_of)
    return sorted(found, key=lambda r: r.start)
