"""One event of the world, however many articles and papers tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.link.drafts import Draft, same_actors, similar_names
from newsgraph.model import ArticleKind, EventType, Role


def merge_drafts(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Group drafts that tell of one event; groups and their members keep the order given.

    Two tell of one event where type and day agree (or one has no day) and they share a name, a project, or
    the persons that make it; names that differ keep them apart. A caption's event with nothing of its own is the
    page's of that type and day. Drafts of one article are never joined here. Cost: drafts are compared
    within their type and day, and within their page.
    """
    groups: list[list[Draft]] = []
    buckets: dict[tuple[EventType, str], list[list[Draft]]] = {}
    for draft in drafts:
        day = draft.date.start if draft.date else ""
        keys = [(draft.type, day)] if day else []
        candidates = [g for key in keys for g in buckets.get(key, [])]
        candidates += buckets.get((draft.type, "source " + draft.article.source), [])
        home = next((g for g in candidates if all(_joins(draft, other) for other in g)), None)
        if home is None:
            home = [draft]
            groups.append(home)
        else:
            home.append(draft)
        for key in [*keys, (draft.type, "source " + draft.article.source)]:
            bucket = buckets.setdefault(key, [])
            if not any(g is home for g in bucket):
                bucket.append(home)
    return groups


def _joins(left: Draft, right: Draft) -> bool:
    if left.article.id == right.article.id:
        return False
    days = [d.date for d in (left, right) if d.date is not None and d.date.start]
    if len(days) == 2 and (days[0].start > days[1].end or days[1].start > days[0].end):
        return False
    if not same_actors(left.type, left.parts, right.parts):
        return False
    if (
        len(days) == 2
        and left.article.source == right.article.source
        and (_only_shown(left) or _only_shown(right))
    ):
        return True
    if left.names and right.names:
        return any(similar_names(a, b) for a in left.names for b in right.names)
    if set(left.projects) & set(right.projects):
        return True
    shared = _core(left) & _core(right)
    if left.type is EventType.MESSAGE:
        return bool(left.who(Role.SENDER) & right.who(Role.SENDER)) and left.who(Role.RECIPIENT) == right.who(
            Role.RECIPIENT
        )
    return bool(shared)


def _only_shown(draft: Draft) -> bool:
    """Whether a photograph's caption speaks of the event without a name, an actor or a work of its own."""
    return draft.article.kind is ArticleKind.CAPTION and not (draft.names or draft.parts or draft.projects)


def _core(draft: Draft) -> set[str]:
    return {p.entity for p in draft.parts if p.role not in (Role.ORGANIZER,)}
