"""What mentions are, and where: bodies in their places, events without a printed place at the seat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsgraph.ids import make_id
from newsgraph.model import Article, Entity, EntityType, Mention, MentionType, Page, Resolution

_COLLECTIVE = re.compile(r"(?:合作|产业|重点|重大|招商|投资|建设)项目$")


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


class Seats:
    """Finds the Place entities of seats and datelines; `made` are those that no mention gave."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self.made: dict[str, Entity] = {}
        self._by_name: dict[str, Entity] = {}
        places = [e for e in entities.values() if e.type is EntityType.PLACE]
        for place in places:
            self._by_name.setdefault(place.name, place)
        for place in places:
            for alias in place.aliases:
                self._by_name.setdefault(alias, place)

    def of(self, page: Page, article: Article) -> str | None:
        """Return the Place of an article's dateline, else of the page's seat; of an item ``None``."""
        if page.source.is_item:
            return None
        if article.place and article.place in self._by_name:
            return self._by_name[article.place].id
        if not page.masthead.place:
            return None
        return self._place(page.masthead.place).id

    def _place(self, name: str) -> Entity:
        if name not in self._by_name:
            entity = Entity(
                id=make_id("place", name), type=EntityType.PLACE, name=name, attrs={"inferred": True}
            )
            self._by_name[name] = self.made[entity.id] = entity
        return self._by_name[name]
