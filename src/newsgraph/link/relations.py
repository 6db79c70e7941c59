"""Ties between entities: offices held, bodies and their parents, places, investors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newsgraph.ids import make_id
from newsgraph.link.projects import ProjectFacts
from newsgraph.model import Attr, Evidence, Relation, RelationType, Resolution, Tenure, TitleForm

_PAST = {TitleForm.FORMER, TitleForm.REMOVAL}
_KEY = tuple[str, str, RelationType]


class RelationTable:
    """Relations by (source, target, type), each with every place that says so."""

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
    ) -> None:
        """Add evidence for a tie; the first value of an attribute is kept. No evidence, no relation."""
        items = list(evidence)
        if not items or source == target:
            return
        key = (source, target, type)
        known = self._evidence.setdefault(key, [])
        known += [item for item in items if item not in known]
        for name, value in (attrs or {}).items():
            self._attrs.setdefault(key, {}).setdefault(name, value)

    def relations(self) -> tuple[Relation, ...]:
        """Return them in order of addition."""
        return tuple(
            Relation(
                id=make_id("rel", *key),
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
    issues: Mapping[str, str | None],
) -> None:
    """Add what the resolver found: tenures with their offices' bodies, parents of bodies and places.

    `days` gives the day of the appointment by (article, person), which dates `since` and `until`; `issues` the day
    of issue by article. A tenure last told as a past one is `former`, one that it calls no
    more than one to come `proposed`.
    """
    said = _last_said(resolution.tenures, issues)
    for tenure in resolution.tenures:
        day = days.get((tenure.evidence.article, tenure.person))
        attrs: dict[str, Attr] = {}
        if day and tenure.form is TitleForm.APPOINTMENT:
            attrs["since"] = day
        if day and tenure.form is TitleForm.REMOVAL:
            attrs["until"] = day
        if tense := said.get((tenure.person, tenure.office)):
            attrs[tense] = True
        table.add(tenure.person, tenure.office, RelationType.HOLDS_OFFICE, [tenure.evidence], attrs)
        office = resolution.entities[tenure.office]
        if office.organization:
            table.add(office.id, office.organization, RelationType.OFFICE_OF, [tenure.evidence])
    for child, parent, evidence in resolution.part_of:
        table.add(child, parent, RelationType.PART_OF, [evidence])
    for child, parent, evidence in resolution.located_in:
        table.add(child, parent, RelationType.LOCATED_IN, [evidence])


def _last_said(tenures: Sequence[Tenure], issues: Mapping[str, str | None]) -> dict[tuple[str, str], str]:
    """Return of (person, office) what the latest article that tells of it makes of it: ``former`` where it once calls
    it past, ``proposed`` where it never calls it more, else ``""``."""
    told: dict[tuple[str, str], dict[str, set[TitleForm]]] = {}
    for tenure in tenures:
        forms = told.setdefault((tenure.person, tenure.office), {})
        forms.setdefault(tenure.evidence.article or "", set()).add(tenure.form)
    said = {}
    for holding, forms in told.items():
        last = forms[max(reversed(forms), key=lambda article: issues.get(article) or "")]
        proposed = last == {TitleForm.PROPOSED}
        said[holding] = "former" if last & _PAST else "proposed" if proposed else ""
    return said


def add_projects(table: RelationTable, facts: Mapping[str, ProjectFacts]) -> None:
    """Add where projects lie and who invests in them."""
    for project, fact in facts.items():
        for place, evidence in fact.places:
            table.add(project, place, RelationType.LOCATED_IN, [evidence])
        for investor, evidence in fact.investors:
            table.add(investor, project, RelationType.INVESTS_IN, [evidence])
