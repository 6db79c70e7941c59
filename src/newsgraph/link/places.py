"""Where an event of the city is when nothing is printed: at the paper's seat, or where the dateline says."""

from __future__ import annotations

from collections.abc import Mapping

from newsgraph.ids import make_id
from newsgraph.model import Article, Entity, EntityType, Page


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
        """Return the Place of an article's dateline, else of the page's seat; of an archive's item ``None``."""
        if page.source.is_item:
            return None
        if article.place and article.place in self._by_name:
            return self._by_name[article.place].id
        if not page.masthead.place:
            return None
        return self._place(page.masthead.place).id

    def _place(self, name: str) -> Entity:
        if name not in self._by_name:
            entity = Entity(id=make_id("place", name), type=EntityType.PLACE, name=name, attrs={"inferred": True})
            self._by_name[name] = self.made[entity.id] = entity
        return self._by_name[name]
