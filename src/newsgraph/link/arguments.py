"""Who a verb or a noun speaks of: roles for the names of an element, with the words that give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsgraph.link.clauses import Clause
from newsgraph.link.drafts import Part
from newsgraph.link.skeleton import BODY, EVENT, PLACE, PROJECT, Element
from newsgraph.link.triggers import ORGANIZING
from newsgraph.model import Evidence, MentionType, Role, Span

EntityOf = Mapping[str, str]
"""The entity's id of a mention's id."""
_IN_PLACE = re.compile(rf"[在于到赴][{BODY}{PLACE}]*$")
"""What makes of the name behind it where something is done, not who does it."""

_AS_ORGANIZERS = re.compile(r"(?:主办|承办|协办)(?:单位|方|机构)?[：:]\s*$")
_ORGANIZERS = re.compile(rf"{BODY}(?:[、和及\s]*{BODY})*")


def acting(clause: Clause, kinds: str, start: int, end: int) -> Iterator[tuple[int, Element]]:
    """Yield the elements of these kinds in ``[start, end)`` that act, with their symbols: not where it is done."""
    skeleton = clause.line.skeleton
    for at in range(start, end):
        element = skeleton.elements.get(at)
        if element is None or element.kind not in kinds:
            continue
        if not _IN_PLACE.search(skeleton.text, clause.start, at):
            yield at, element


def parts_of(
    clause: Clause,
    element: Element,
    role: Role,
    *,
    end: int,
    entity_of: EntityOf,
    start: int | None = None,
) -> Iterator[Part]:
    """Yield `role` for each name of `element`; the evidence runs from the name to symbol `end` of the line.

    A name that stands in another line (a pronoun's) is left out of the evidence.
    """
    skeleton = clause.line.skeleton
    tail = skeleton.ends[max(end, clause.start + 1) - 1]
    head = skeleton.starts[clause.start if start is None else start]
    for mention in element.mentions:
        entity = entity_of.get(mention.id)
        if entity is None:
            continue
        left, right = mention.span.start, mention.span.end
        if left in range(clause.line.span.start, clause.line.span.end) and abs(tail - left) < 200:
            bounds = min(left, max(head, 0) if start is not None else left), max(tail, right)
        else:
            bounds = head, tail
        yield Part(
            entity=entity,
            role=role,
            evidence=Evidence(
                article=clause.line.article.id, span=Span(min(bounds[0], bounds[1] - 1), bounds[1])
            ),
            weak=clause.line.is_headline,
            body=mention.type is not MentionType.PERSON,
        )


def organizers_of(clause: Clause, entity_of: EntityOf) -> Iterator[Part]:
    """Yield the bodies that 主办 or 承办 in this clause, or that a notice lists (主办单位：甲局 乙局)."""
    skeleton = clause.line.skeleton
    if clause.said:
        return
    listed = _ORGANIZERS.match(skeleton.text, clause.start, clause.end)
    if listed and _AS_ORGANIZERS.search(skeleton.text, 0, clause.start):
        for element in skeleton.pick(BODY, *listed.span()):
            yield from parts_of(clause, element, Role.ORGANIZER, end=listed.end(), entity_of=entity_of)
    for match in ORGANIZING.finditer(skeleton.text, clause.start, clause.end):
        left = max(skeleton.text.rfind("由", clause.start, match.start()), clause.start)
        for element in skeleton.pick(BODY, left, match.start()):
            yield from parts_of(clause, element, Role.ORGANIZER, end=match.end(), entity_of=entity_of)


def projects_in(clause: Clause, entity_of: EntityOf) -> tuple[str, ...]:
    """Return the projects that the clause names, inside event names too."""
    ids = (
        entity_of.get(mention.id)
        for element in clause.line.skeleton.pick(PROJECT + EVENT, clause.start, clause.end)
        for mention in (*element.mentions, *element.nested)
        if mention.type is MentionType.PROJECT
    )
    return tuple(dict.fromkeys(i for i in ids if i))
