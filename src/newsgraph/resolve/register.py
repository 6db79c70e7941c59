"""The entities of a build while mentions are still coming in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsgraph.ids import make_id
from newsgraph.lexicon.divisions import Division
from newsgraph.model import Attr, Entity, EntityType, Evidence, Mention

_PREFIX = {
    EntityType.PERSON: "person",
    EntityType.OFFICE: "office",
    EntityType.ORGANIZATION: "org",
    EntityType.PLACE: "place",
    EntityType.PROJECT: "project",
}
_NAMED_BY_PLACE = (EntityType.ORGANIZATION, EntityType.PLACE)
"""Types whose full name may come from the setting and not from print (市委 is 中共衡阳市委员会)."""


@dataclass(slots=True)
class Draft:
    """One entity: the names offered for it, the printed forms, and where it was seen.

    The entity's name is an `official` one, of these one that is printed, of these the longest. Dictionaries
    stand for ordered sets. `station`: of an office, where its holder is stationed (智利驻华大使: 中国). `assumed`: the
    text names the place only by what lies in it.
    """

    id: str
    type: EntityType
    official: dict[str, None] = field(default_factory=dict)
    printed: dict[str, None] = field(default_factory=dict)
    seen: dict[str, None] = field(default_factory=dict)
    attrs: dict[str, Attr] = field(default_factory=dict)
    place: Division | None = None
    post: str | None = None
    station: str = ""
    organization: str | None = None
    mentioned: bool = False
    assumed: bool = False

    @property
    def name(self) -> str:
        """The longest official name that is printed, else official one, else printed one; a division is called as
        it is first, by its short form too, the paper's own as at its time (南阳市, though an obituary has 南阳地区)."""
        names = (self.official.keys() & self.printed.keys()) or self.official or self.printed
        division = self.place if self.type is EntityType.PLACE else None
        if division is not None and division.name in self.official:
            called = [name for name in self.official if name in names]
            short = (name for name in called if any(len(f) > 1 and name.startswith(f) for f in self.printed))
            return next(short, called[0])
        return min(names, key=lambda name: (-len(name), name))

    def to_entity(self) -> Entity:
        name = self.name
        printed = name in self.printed if self.type in _NAMED_BY_PLACE else self.mentioned
        attrs: Mapping[str, Attr] = self.attrs if printed else {**self.attrs, "inferred": True}
        return Entity(
            id=self.id,
            type=self.type,
            name=name,
            aliases=tuple(sorted(form for form in (self.printed | self.official) if form != name)),
            attrs=attrs,
            post=self.post,
            organization=self.organization,
            seen=tuple(self.seen),
        )


class Register:
    """Drafts by their content's key, and the entity of each mention.

    `part_of` and `located_in` are (child, parent) pairs with their first evidence.
    """

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}
        self.entity_of: dict[str, str] = {}
        self.part_of: dict[tuple[str, str], Evidence] = {}
        self.located_in: dict[tuple[str, str], Evidence] = {}

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._drafts.values())

    def __getitem__(self, entity: str) -> Draft:
        return self._drafts[entity]

    def draft(self, kind: EntityType, *key: str, article: str) -> Draft:
        """Return the draft with this key, new or known, as seen in `article`."""
        entity = make_id(_PREFIX[kind], *key)
        draft = self._drafts.setdefault(entity, Draft(entity, kind))
        draft.seen[article] = None
        return draft

    def resolve(self, mention: Mention, draft: Draft, *, printed: str) -> None:
        """Say that `mention` names the drafted entity in the form `printed`."""
        self.entity_of[mention.id] = draft.id
        draft.printed[printed] = None
        draft.mentioned = True

    def entities(self) -> dict[str, Entity]:
        """Return the entities by id, in order of the ids."""
        return {entity: self._drafts[entity].to_entity() for entity in sorted(self._drafts)}
