"""Ties between entities: offices held, bodies and their parents, places, investors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newsgraph.ids import make_id
from newsgraph.link.projects import ProjectFacts
from newsgraph.link.terms import Term, read_term
from newsgraph.model import Article, Attr, Evidence, Relation, RelationType, Resolution, Tenure, TitleForm

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
    articles: Mapping[str, Article],
) -> None:
    """Add what the resolver found: tenures with their offices' bodies, parents of bodies and places.

    `since` and `until` are those that the clause prints (2008年1月任…), or else the day of the appointment, which
    `days` gives by (article, person). A tenure last told as a past one is `former`, one that it calls no
    more than one to come `proposed`.
    """
    terms = [_term(tenure, articles) for tenure in resolution.tenures]
    tenures = _with_ends(resolution.tenures, terms, articles)
    said = _last_said(tenures, {id: article.date for id, article in articles.items()})
    for tenure, term in zip(tenures, terms, strict=True):
        day = days.get((tenure.evidence.article, tenure.person), "")
        since = term.since or (day if tenure.form is TitleForm.APPOINTMENT else "")
        until = term.until or (day if tenure.form is TitleForm.REMOVAL else "")
        attrs: dict[str, Attr] = {name: at for name, at in (("since", since), ("until", until)) if at}
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


def _term(tenure: Tenure, articles: Mapping[str, Article]) -> Term:
    """Return what is printed of a tenure's time; of one to come, nothing."""
    article = articles.get(tenure.evidence.article)
    if article is None or tenure.form is TitleForm.PROPOSED:
        return Term()
    return read_term(article.text, tenure.evidence.span.end) or Term()


def _with_ends(
    tenures: Sequence[Tenure], terms: Sequence[Term], articles: Mapping[str, Article]
) -> list[Tenure]:
    """Return the tenures, those `former` whose printed end has come, or behind which their holder's life goes on to
    a step that does not name the office again; but none that the article also gives the holder without a time."""
    undated = {
        (t.evidence.article, t.person, t.office)
        for t, term in zip(tenures, terms, strict=True)
        if term == Term()
    }
    lives = [(t.evidence.article, t.person, _line(t, articles)) for t in tenures]
    last: dict[tuple[str, ...], str] = {}
    for tenure, term, life in zip(tenures, terms, lives, strict=True):
        if term.step:
            for key in (life, (*life, tenure.office)):
                last[key] = max(last.get(key, ""), term.since)
    ended = []
    for tenure, term, life in zip(tenures, terms, lives, strict=True):
        article = tenure.evidence.article
        issue = articles[article].date if article in articles else None
        over = bool(term.until and issue and term.until < issue)
        gone_on = last.get(life, "") > (last.get((*life, tenure.office)) or term.since) > ""
        is_past = (over or gone_on) and (article, tenure.person, tenure.office) not in undated
        ended.append(replace(tenure, form=TitleForm.FORMER) if is_past else tenure)
    return ended


def _line(tenure: Tenure, articles: Mapping[str, Article]) -> str:
    """Return which paragraph of its article a tenure stands in."""
    article = articles.get(tenure.evidence.article)
    return str(article.text.count("\n", 0, tenure.evidence.span.end)) if article else ""


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
