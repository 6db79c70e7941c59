"""One event of the world, however many articles and papers tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from newsgraph.link.dates import FoundDate
from newsgraph.link.drafts import Draft, same_actors, similar_names
from newsgraph.model import ArticleKind, EventType, Role
from newsgraph.text import report_key


def merge_drafts(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Group drafts that tell of one event; groups and their members keep the order given.

    Two tell of one event where type and day agree (or one has no day) and they share a name, a project, or
    the persons that make it; names that differ keep them apart. A caption's event with nothing of its own is the
    page's of that type and day. What two articles of one text tell in the same place is one event too, unless
    their days or people differ. Drafts of one article are never joined here. Cost: drafts are compared within
    their type and day, within their page, and within their report.
    """
    groups: list[list[Draft]] = []
    buckets: dict[Hashable, list[list[Draft]]] = {}
    for draft, copy in zip(drafts, _places(drafts), strict=True):
        day = draft.date.start if draft.date else ""
        keys = [(draft.type, day)] if day else []
        keys.append((draft.type, "source " + draft.article.source))
        alike = buckets.get(copy, [])
        candidates = [g for key in keys for g in buckets.get(key, [])]
        home = next((g for g in alike if all(_is_copy(draft, other) for other in g)), None)
        home = home or next((g for g in candidates if all(_joins(draft, other) for other in g)), None)
        if home is None:
            home = [draft]
            groups.append(home)
        else:
            home.append(draft)
        for key in (*keys, copy):
            bucket = buckets.setdefault(key, [])
            if not any(g is home for g in bucket):
                bucket.append(home)
    return groups


def _places(drafts: Sequence[Draft]) -> Iterator[tuple[str, EventType, int]]:
    """Yield where each draft is told: in which report, of its type the how manieth."""
    keys: dict[str, str] = {}
    told: Counter[tuple[str, EventType]] = Counter()
    for draft in drafts:
        article = draft.article
        told[article.id, draft.type] += 1
        report = keys.get(article.id) or keys.setdefault(article.id, report_key(article))
        yield report, draft.type, told[article.id, draft.type]


def _may_join(left: Draft, right: Draft) -> bool:
    """Whether two drafts are of two articles, and not of two days."""
    days = _days(left, right)
    apart = len(days) == 2 and (days[0].start > days[1].end or days[1].start > days[0].end)
    return left.article.id != right.article.id and not apart


def _is_copy(left: Draft, right: Draft) -> bool:
    """Whether two drafts from one place of one text are one event: one copy may know less, but nobody else."""
    mine, other = ({part.entity for part in draft.parts} for draft in (left, right))
    return _may_join(left, right) and (mine <= other or other <= mine)


def _days(left: Draft, right: Draft) -> list[FoundDate]:
    return [d.date for d in (left, right) if d.date is not None and d.date.start]


def _joins(left: Draft, right: Draft) -> bool:
    if not _may_join(left, right):
        return False
    days = _days(left, right)
    if not same_actors(left.type, left.parts, right.parts):
        return False
    if left.type is EventType.SIGNING and _are_other_sides(left, right):
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


def _are_other_sides(left: Draft, right: Draft) -> bool:
    """Whether none of those who sign on one side of two articles signs on the other."""
    mine, theirs = left.who(Role.PARTY), right.who(Role.PARTY)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _only_shown(draft: Draft) -> bool:
    """Whether a photograph's caption speaks of the event without a name, an actor or a work of its own."""
    return draft.article.kind is ArticleKind.CAPTION and not (draft.names or draft.parts or draft.projects)


def _core(draft: Draft) -> set[str]:
    return {p.entity for p in draft.parts if p.role not in (Role.ORGANIZER,)}
