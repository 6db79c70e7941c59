"""What the mentions of a build are, and where places and bodies lie."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsgraph.model import EntityType, Mention, MentionType, Resolution

_COLLECTIVE = re.compile(r"(?:合作|产业|重点|重大|招商|投资|(?:重点|重大|基本)建设)项目$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the mentions of a build are.

    `entity_of` gives their entities, `place_of` the Places where places and bodies are; `projects` the
    projects by name and alias, and `collective` those that name a batch of works (产业合作项目), not one.
    """

    entity_of: Mapping[str, str]
    place_of: Mapping[str, str]
    projects: Mapping[str, str]
    collective: frozenset[str]


def name_places(mentions: Iterable[Mention], resolution: Resolution) -> Names:
    """Return the entities of `mentions`, their places, and the projects by name.

    A body is where the resolver locates it, else in the place whose name its printed form begins with
    (察布查尔县 for 察布查尔县人民医院).
    """
    located = {child: parent for child, parent, _ in resolution.located_in}
    names = {
        name: entity.id
        for entity in resolution.entities.values()
        if entity.type is EntityType.PLACE
        for name in (entity.name, *entity.aliases)
        if len(name) > 1
    }
    place_of: dict[str, str] = {}
    for mention in mentions:
        entity = resolution.entity_of.get(mention.id)
        if entity is None or mention.type not in (MentionType.PLACE, MentionType.ORG):
            continue
        place = (
            entity
            if mention.type is MentionType.PLACE
            else located.get(entity) or _prefix(mention.text, names)
        )
        if place is not None:
            place_of[mention.id] = place
    works = [e for e in resolution.entities.values() if e.type is EntityType.PROJECT]
    return Names(
        entity_of=resolution.entity_of,
        place_of=place_of,
        projects={name: work.id for work in works for name in (work.name, *work.aliases)},
        collective=frozenset(work.id for work in works if _COLLECTIVE.search(work.name)),
    )


def _prefix(text: str, names: Mapping[str, str]) -> str | None:
    return next((names[text[:n]] for n in range(len(text) - 1, 1, -1) if text[:n] in names), None)
