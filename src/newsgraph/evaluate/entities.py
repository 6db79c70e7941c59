"""Score of entities by canonical name, of tenures, and of the facts of projects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.evaluate.graph import Row, ScoredGraph
from newsgraph.evaluate.matching import Match, match, plain, plain_set
from newsgraph.evaluate.tally import Tally
from newsgraph.model import EntityType, MentionType, RelationType

SCORED = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE, EntityType.PROJECT)

QUANTITIES = ("investment_cny", "area_mu")

_SHORT_FORM = re.compile(
    r"[省市县区州旗镇乡](?:委|政府|人大|政协|纪委|监委|法院|检察院|.{1,10}[局厅办部委会])"
    r"|[我本][省市县区州]$"
)
"""A name that begins with what only a paper of that place can say: 市委, 县某某局, 我市."""


def score_entities(gold: Row, graph: ScoredGraph) -> Iterator[tuple[str, Tally]]:
    """Yield a row per type of entity and the row of all."""
    rows = [(kind, _score_kind(kind, gold, graph)) for kind in SCORED]
    yield from ((f"entity {kind}", tally) for kind, tally in rows)
    yield "entity all", Tally.total(tally for _, tally in rows)


def _score_kind(kind: EntityType, gold: Row, graph: ScoredGraph) -> Tally:
    wanted = [row for row in gold["entities"] if row["type"] == kind]
    result = match(wanted, graph.entities_of(kind), _is_named)
    listed = {key for row in wanted for key in plain_set(row["names"])}
    extra = [row for row in result.extra if _is_error(row, kind, listed, gold, graph)]
    if kind == EntityType.PLACE:
        printed = [plain(text) for _, _, label, text in gold["mentions"] if label == MentionType.PLACE]
        extra = [row for row in extra if plain(row["name"]) in listed or not _stands_in(row, printed)]
    tally = Tally()
    tally.add_match(Match(result.pairs, result.missed, extra), _name)
    return tally


def _is_named(gold: Row, found: Row) -> bool:
    return plain(found["name"]) in plain_set(gold["names"])


def _is_error(row: Row, kind: EntityType, listed: set[str], gold: Row, graph: ScoredGraph) -> bool:
    """Whether an entity without partner counts against the graph.

    The gold lists all persons, but not every body and place: one that rests on a mention of the gold is no
    error, unless a short form kept an entity of its own. One that no mention rests on (a parent, an implied
    body) is neutral.
    """
    spans = graph.spans_of_entity.get(row["id"], set())
    if not spans:
        return False
    if kind == EntityType.PERSON or plain(row["name"]) in listed or _SHORT_FORM.match(row["name"]):
        return True
    return not any((start, end) in spans for start, end, _, _ in gold["mentions"])


def _stands_in(place: Row, printed: list[str]) -> bool:
    """Whether a printed address names the place (a district in district + street + village)."""
    key = plain(place["name"])
    return len(key) > 1 and any(key in address for address in printed)


def _name(row: Row) -> str:
    return str(row.get("name") or row["names"][0])


def score_tenures(gold: Row, graph: ScoredGraph) -> Tally:
    """Count (person, post, body); collective posts (市领导) are left out of what was found."""
    wanted = [(person, post, tuple(map(plain, bodies))) for person, post, bodies in gold["tenures"]]
    found = [tenure for tenure in dict.fromkeys(_tenures(graph)) if "领导" not in tenure[1]]
    tally = Tally()
    tally.add_match(match(wanted, found, _is_same_tenure))
    return tally


def _tenures(graph: ScoredGraph) -> Iterator[tuple[str, str, str]]:
    body_of = {row["source"]: row["target"] for row in graph.relations_of(RelationType.OFFICE_OF)}
    for row in graph.relations_of(RelationType.HOLDS_OFFICE):
        person, office = graph.entity.get(row["source"]), graph.entity.get(row["target"])
        if person and office:
            body = graph.entity.get(body_of.get(row["target"], ""), {})
            yield person["name"], office.get("post") or office["name"], body.get("name", "")


def _is_same_tenure(gold: tuple[str, str, tuple[str, ...]], found: tuple[str, str, str]) -> bool:
    person, post, bodies = gold
    return plain(person) == plain(found[0]) and plain(post) == plain(found[1]) and plain(found[2]) in bodies


def score_project_facts(gold: Row, graph: ScoredGraph) -> Tally:
    """Count investment, area and places of the projects that the gold gives facts of."""
    tally = Tally()
    facts = gold.get("project_facts", [])
    for fact in facts:
        names = plain_set(fact["project"])
        project = next(
            (row for row in graph.entities_of(EntityType.PROJECT) if plain(row["name"]) in names), {}
        )
        _check_quantities(fact, project, tally)
        _check_places(fact, facts, _located_in(project, graph), tally)
    return tally


def _check_quantities(fact: Row, project: Row, tally: Tally) -> None:
    title, attrs = fact["project"][0], project.get("attrs", {})
    for key in QUANTITIES:
        value = attrs.get(key)
        if key in fact:
            right = abs(float(value or 0) - fact[key]) < 1e-6 * max(1, fact[key])
            tally.check(right, f"{title} {key} want {fact[key]} got {value}", answered=bool(value))
        elif value:
            tally.invent(f"{title} {key} invented {value}")


def _located_in(project: Row, graph: ScoredGraph) -> set[str]:
    return {
        plain(graph.entity[row["target"]]["name"])
        for row in graph.relations_of(RelationType.LOCATED_IN)
        if project and row["source"] == project["id"] and row["target"] in graph.entity
    }


def _check_places(fact: Row, facts: list[Row], found: set[str], tally: Tally) -> None:
    """A place of the gold must be there; another project's place must not, a third place is free."""
    title = fact["project"][0]
    for names in fact["places"]:
        tally.check(bool(found & plain_set(names)), f"{title} not located in {names[0]}", answered=False)
    own = {key for names in fact["places"] for key in plain_set(names)}
    foreign = {key for other in facts for names in other["places"] for key in plain_set(names)} - own
    for key in sorted(found & foreign):
        tally.invent(f"{title} is not located in {key}")
