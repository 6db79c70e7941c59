"""Where an event is when nothing is printed: in the county whose body holds it, at the dateline, at the seat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgraph.ids import make_id
from newsgraph.link.drafts import Draft
from newsgraph.model import Entity, EntityType, Page, Resolution, Role


class Seats:
    """Finds the Place entities of seats, datelines and counties; `made` are those that no mention gave."""

    def __init__(self, resolution: Resolution) -> None:
        self.made: dict[str, Entity] = {}
        self._located = {child: parent for child, parent, _ in resolution.located_in}
        self._entities = resolution.entities
        self._bodies: dict[tuple[str, str], list[str]] = {}
        for tenure in resolution.tenures:
            body = resolution.entities[tenure.office].organization
            if body is not None:
                self._bodies.setdefault((tenure.evidence.article, tenure.person), []).append(body)
        self._by_name: dict[str, Entity] = {}
        places = [e for e in resolution.entities.values() if e.type is EntityType.PLACE]
        for place in places:
            self._by_name.setdefault(place.name, place)
        for place in places:
            for alias in place.aliases:
                self._by_name.setdefault(alias, place)

    def of(self, page: Page, drafts: Iterable[Draft]) -> str | None:
        """Return where an event without a printed place is; of an archive's item ``None``.

        The dateline's place, else the page's seat; but where a body of a county below it holds the event, or
        who chairs it has his office there, that county.
        """
        if page.source.is_item:
            return None
        drafts = list(drafts)
        dateline = drafts[0].article.place
        if dateline and dateline in self._by_name:
            return self._by_name[dateline].id
        if not page.masthead.place:
            return None
        seat = self._place(page.masthead.place).id
        return next((place for place in self._places_of(drafts) if self._is_below(place, seat)), seat)

    def _places_of(self, drafts: Iterable[Draft]) -> Iterator[str]:
        """The places of the bodies that hold the event, then of those that its chair serves."""
        parts = [(part, draft.article.id) for draft in drafts for part in draft.parts]
        holders = [part.entity for part, _ in parts if part.role is Role.ORGANIZER]
        chairs = [(article, part.entity) for part, article in parts if part.role is Role.CHAIR]
        bodies = holders + [body for chair in chairs for body in self._bodies.get(chair, [])]
        for body in bodies:
            place = self._located.get(body, body)
            if place in self._entities and self._entities[place].type is EntityType.PLACE:
                yield place

    def _is_below(self, place: str, seat: str) -> bool:
        seen: set[str] = set()
        while place in self._located and place not in seen:
            seen.add(place)
            place = self._located[place]
            if place == seat:
                return True
        return False

    def _place(self, name: str) -> Entity:
        if name not in self._by_name:
            entity = Entity(
                id=make_id("place", name), type=EntityType.PLACE, name=name, attrs={"inferred": True}
            )
            self._by_name[name] = self.made[entity.id] = entity
        return self._by_name[name]
