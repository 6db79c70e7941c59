"""What the grammar says of a text, arbitrated: a helper of these tests."""

from __future__ import annotations

from newsgraph.tag.arbitrate import arbitrate
from newsgraph.tag.candidates import Candidate
from newsgraph.tag.documents import find_documents
from newsgraph.tag.events import find_events
from newsgraph.tag.organisations import find_organisations
from newsgraph.tag.places import find_places
from newsgraph.tag.projects import find_projects
from newsgraph.tag.quantities import find_money, find_times

FINDERS = (find_documents, find_times, find_money, find_places, find_organisations, find_projects)


def chosen(text: str) -> list[Candidate]:
    """Return the arbitrated candidates of the grammar without persons and posts."""
    found = [candidate for find in FINDERS for candidate in find(text)]
    found += list(find_events(text, list(found)))
    return arbitrate(found)


def texts(text: str, label: str) -> list[str]:
    """Return what is chosen with `label`, in order."""
    return [text[c.start : c.end] for c in chosen(text) if c.label == label]
