"""Ties between entities: offices held, bodies and their parents, places, investors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsgraph.ids import make_id
from newsgraph.link.projects import ProjectFacts
from newsgraph.link.tenures import find_stints
from newsgraph.model import Article, Attr, Evidence, Relation, RelationType, Resolution

_KEY = tuple[str, str, RelationType, str]


class RelationTable:
    """Relations by source, target, type and where the term begins, each with every place that says so."""

    def __init__(self) -> None:
        self._evidence: dict[_KEY, list[Evidence]] = {}
        self._attrs: dict[_KEY, dict[str, Attr]] = {}

    def add(
        self,
        source: str,
        target: str,
        type: RelationType,
        evidence: Iterable[Evidence],
        attrs: Mapping[str, Attr] | None = None,
        begins: str = "",
    ) -> None:
        """Add evidence for a tie; the first value of an attribute is kept. No evidence, no relation.

        `begins` tells a later term in an office from the first, whose id does not depend on it.
        """
        items = list(evidence)
        if not items or source == target:
            return
        key = (source, target, type, begins)
        known = self._evidence.setdefault(key, [])
        known += [item for item in items if item not in known]
        for name, value in (attrs or {}).items():
            self._attrs.setdefault(key, {}).setdefault(name, value)

    def relations(self) -> tuple[Relation, ...]:
        """Return them in order of addition."""
        return tuple(
            Relation(
                id=make_id("rel", *(key if key[3] else key[:3])),
                source=key[0],
                target=key[1],
                type=key[2],
                attrs=self._attrs.get(key, {}),
                evidence=tuple(evidence),
            )
            for key, evidence in self._evidence.items()
        )


def add_resolved(
    table: RelationTable,
    resolution: Resolution,
    days: Mapping[tuple[str, str], str],
    articles: Mapping[str, Article],
) -> None:
    """Add what the resolver found: each term of a tenure with its office's body, parents of bodies and places.

    `days` gives the day of an appointment by (article, person); see `find_stints`.
    """
    stints = find_stints(resolution.tenures, days, articles)
    for tenure, stint in zip(resolution.tenures, stints, strict=True):
        table.add(
            tenure.person,
            tenure.office,
            RelationType.HOLDS_OFFICE,
            [tenure.evidence],
            stint.attrs,
            begins=stint.begins,
        )
        office = resolution.entities[tenure.office]
        if office.organization:
            table.add(office.id, office.organization, RelationType.OFFICE_OF, [tenure.evidence])
    for child, parent, evidence in resolution.part_of:
        table.add(child, parent, RelationType.PART_OF, [evidence])
    for child, parent, evidence in resolution.located_in:
        table.add(child, parent, RelationType.LOCATED_IN, [evidence])


def add_projects(table: RelationTable, facts: Mapping[str, ProjectFacts]) -> None:
    """Add where projects lie and who invests in them."""
    for project, fact in facts.items():
        for place, evidence in fact.places:
            table.add(project, place, RelationType.LOCATED_IN, [evidence])
        for investor, evidence in fact.investors:
            table.add(investor, project, RelationType.INVESTS_IN, [evidence])
