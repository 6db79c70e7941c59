"""Where an event is when nothing is printed: in the county whose body holds it, at the dateline, at the seat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsgraph.ids import make_id
from newsgraph.lexicon.bodies import CENTRAL
from newsgraph.lexicon.world import countries
from newsgraph.link.drafts import Draft
from newsgraph.model import Entity, EntityType, EventType, Page, Resolution, Role

_CENTRAL = frozenset(CENTRAL.values())


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
        """Return where an event without a printed place is, ``None`` if nothing says.

        The dateline's place, else the page's seat; but where a body of a county below it holds the event, or who
        chairs it or receives guests has his office there, that county. Who travels has it where he went; guests are
        received where the host serves; and a meeting or talks at which nobody is of the seat are not there. An
        archive's item has no seat: there it is where the body is, or the chair's.
        """
        drafts = list(drafts)
        if any(draft.is_remote for draft in drafts):
            return None
        if page.source.is_item:
            return next(self._places_of(drafts, Role.CHAIR), None)
        dateline = drafts[0].article.place
        if dateline and dateline in self._by_name:
            return self._by_name[dateline].id
        if not page.masthead.place:
            return None
        seat = self._place(page.masthead.place)
        held = self._places_of(drafts, Role.CHAIR, Role.HOST)
        own = next((place for place in held if self._is_below(place, seat.id)), None)
        place = own or self._elsewhere(drafts, seat.id)
        return place or (None if self._are_strangers(drafts, seat) else seat.id)

    def _bodies_of(self, drafts: Iterable[Draft], *roles: Role) -> Iterator[str]:
        """The bodies that hold the event, then those that who has one of `roles` serves."""
        parts = [(part, draft.article.id) for draft in drafts for part in draft.parts]
        yield from (part.entity for part, _ in parts if part.role is Role.ORGANIZER)
        for part, article in parts:
            if part.role in roles:
                yield from self._bodies.get((article, part.entity), ())

    def _places_of(self, drafts: Iterable[Draft], *roles: Role) -> Iterator[str]:
        """The places of those bodies."""
        for body in self._bodies_of(drafts, *roles):
            place = self._entities.get(self._located.get(body, ""))
            if place is not None and place.type is EntityType.PLACE:
                yield place.id

    def _elsewhere(self, drafts: Sequence[Draft], seat: str) -> str | None:
        """Where those of the seat were who went to another city or country, or their host there."""
        trips = [draft.trip for draft in drafts if draft.trip is not None]
        hosts = self._places_of(drafts, Role.HOST) if drafts[0].type is EventType.TALKS else ()
        return next((place for place in (*trips, *hosts) if self._is_apart(place, seat)), None)

    def _are_strangers(self, drafts: Sequence[Draft], seat: Entity) -> bool:
        """Whether all who met are of bodies outside the seat, as far as their offices are told."""
        if drafts[0].type not in (EventType.MEETING, EventType.TALKS):
            return False
        places = list(self._places_of(drafts, *Role))
        bodies = [self._entities[body].name for body in self._bodies_of(drafts, *Role)]
        if any(seat.name in body for body in bodies):
            return False  # a zone's own body lies in the city around it
        central = any(body in _CENTRAL for body in bodies)
        return bool(central or places) and not any(
            place == seat.id or self._is_below(place, seat.id) for place in places
        )

    def _is_apart(self, place: str, seat: str) -> bool:
        """Whether a place is known to lie elsewhere, neither in the seat nor around it."""
        if place == seat or self._is_below(place, seat) or self._is_below(seat, place):
            return False
        return place in self._located or self._entities[place].name in countries()

    def _is_below(self, place: str, whole: str) -> bool:
        seen: set[str] = set()
        while place in self._located and place not in seen:
            seen.add(place)
            place = self._located[place]
            if place == whole:
                return True
        return False

    def _place(self, name: str) -> Entity:
        """Return the place of this name; one that is called by those above it too (长春市朝阳区) by its own."""
        name = next((name[n:] for n in range(len(name) - 2) if name[n:] in self._by_name), name)
        if name not in self._by_name:
            entity = Entity(
                id=make_id("place", name), type=EntityType.PLACE, name=name, attrs={"inferred": True}
            )
            self._by_name[name] = self.made[entity.id] = entity
        return self._by_name[name]
