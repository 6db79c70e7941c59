"""Ties between entities."""

from dataclasses import replace

import pytest

from newsgraph.link.relations import RelationTable, add_resolved
from newsgraph.model import (
    Entity,
    EntityType,
    Evidence,
    RelationType,
    Resolution,
    Span,
    Tenure,
    TitleForm,
)
from tests.link.markup import tell

HERE = Evidence(article="a", span=Span(0, 4))
THERE = Evidence(article="a", span=Span(6, 9))


def test_relation_table_merges_evidence_and_keeps_first_attributes() -> None:
    table = RelationTable()
    table.add("p", "o", RelationType.HOLDS_OFFICE, [HERE], {"since": "2024-05-09"})
    table.add("p", "o", RelationType.HOLDS_OFFICE, [HERE, THERE], {"since": "2024-05-10"})
    (relation,) = table.relations()
    assert relation.evidence == (HERE, THERE)
    assert relation.attrs == {"since": "2024-05-09"}


def test_relation_table_makes_no_relation_without_evidence_or_with_itself() -> None:
    table = RelationTable()
    table.add("a", "b", RelationType.PART_OF, [])
    table.add("a", "a", RelationType.PART_OF, [HERE])
    assert table.relations() == ()


def test_add_resolved_ties_office_to_its_body_and_dates_an_appointment() -> None:
    office = Entity(id="o", type=EntityType.OFFICE, name="市教育局局长", post="局长", organization="b")
    tenure = Tenure(person="p", office="o", form=TitleForm.APPOINTMENT, evidence=HERE)
    gone = replace(tenure, person="q", form=TitleForm.REMOVAL)
    table = RelationTable()
    resolution = Resolution(entities={"o": office}, entity_of={}, tenures=(tenure, gone))
    add_resolved(table, resolution, {("a", "p"): "2024-05-09", ("a", "q"): "2024-05-09"}, {})
    relations = {(r.source, r.target, r.type): dict(r.attrs) for r in table.relations()}
    assert relations == {
        ("p", "o", RelationType.HOLDS_OFFICE): {"since": "2024-05-09"},
        ("q", "o", RelationType.HOLDS_OFFICE): {"until": "2024-05-09", "former": True},
        ("o", "b", RelationType.OFFICE_OF): {},
    }


@pytest.mark.parametrize(
    ("told", "issues", "attr"),
    [
        ([("a", TitleForm.FORMER)], {}, "former"),
        ([("a", TitleForm.FORMER), ("a", TitleForm.APPOINTMENT)], {}, "former"),
        ([("a", TitleForm.PROPOSED)], {}, "proposed"),
        ([("a", TitleForm.PROPOSED), ("b", TitleForm.APPOSITION)], {}, None),
        ([("a", TitleForm.FORMER), ("b", TitleForm.APPOSITION)], {}, None),
        (
            [("a", TitleForm.FORMER), ("b", TitleForm.APPOSITION)],
            {"a": "2024-05-09", "b": "2023-01-01"},
            "former",
        ),
        (
            [("a", TitleForm.APPOSITION), ("b", TitleForm.REMOVAL)],
            {"a": "2024-05-09", "b": "2024-05-10"},
            "former",
        ),
        ([("a", TitleForm.APPOSITION)], {"a": "2024-05-09"}, None),
    ],
)
def test_add_resolved_calls_a_tenure_former_that_is_last_told_as_past_and_proposed_one_to_come(
    told: list[tuple[str, TitleForm]], issues: dict[str, str | None], attr: str | None
) -> None:
    office = Entity(id="o", type=EntityType.OFFICE, name="市教育局局长", post="局长", organization="b")
    tenures = tuple(
        Tenure(person="p", office="o", form=form, evidence=replace(HERE, article=article))
        for article, form in told
    )
    table = RelationTable()
    add_resolved(table, Resolution(entities={"o": office}, entity_of={}, tenures=tenures), {}, issues)
    held = next(r for r in table.relations() if r.type is RelationType.HOLDS_OFFICE)
    assert held.attrs == ({attr: True} if attr else {})


def test_add_resolved_keeps_the_parents_of_bodies_and_places() -> None:
    table = RelationTable()
    resolution = Resolution(
        entities={}, entity_of={}, part_of=(("a", "b", HERE),), located_in=(("v", "t", THERE),)
    )
    add_resolved(table, resolution, {}, {})
    assert [(r.source, r.target, r.type) for r in table.relations()] == [
        ("a", "b", RelationType.PART_OF),
        ("v", "t", RelationType.LOCATED_IN),
    ]


def test_relations_of_a_build_have_one_id_each() -> None:
    linked = tell("[柳河纺织项目|J]位于[柳河镇|L]，由[海川集团|O]投资建设。").link()
    assert len({r.id for r in linked.relations}) == len(linked.relations) == 2
