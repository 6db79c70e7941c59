"""What an event is called that the paper gives no name."""

from __future__ import annotations

from collections.abc import Mapping

from newsgraph.lexicon.labels import EVENT_TYPES
from newsgraph.records import Row

LEADING = ("host", "sender", "inspector", "visitor", "appointee", "party", "chair", "organizer", "speaker")
"""Roles by whose holder an event is best known, the first first."""


def event_label(event: Row, names: Mapping[str, str]) -> str:
    """Return the label of an event: its name, or who, where and what: ``陆景行东岭县调研``.

    A signing or ceremony is called by its project: ``内河港物流园项目等签约``. An event of a part of a graph keeps
    the ``label`` that it has in the whole. `names` are the entities' names by id. Never empty: the word for
    the type is always there.
    """
    if name := event["name"] or event.get("label"):
        return str(name)
    word = EVENT_TYPES.get(event["type"], event["type"])
    if any(participant["role"] == "visitor" for participant in event["participants"]):
        word = "访问"  # of a guest, not 调研 of an officer
    projects = [names[project] for project in event["projects"] if project in names]
    if projects and event["type"] in ("signing", "ceremony"):
        return f"{projects[0]}{'等' if len(projects) > 1 else ''}{word}"
    return f"{_leader(event, names)}{names.get(event['place'] or '', '')}{word}"


def _leader(event: Row, names: Mapping[str, str]) -> str:
    """Return the name of the first in the leading role, with 等 where several hold it."""
    for role in LEADING:
        holders = [p for p in event["participants"] if p["role"] == role and p["entity"] in names]
        if holders:
            first = min(holders, key=lambda p: p["order"] or len(event["participants"]) + 1)
            return names[first["entity"]] + ("等" if len(holders) > 1 else "")
    return ""
