"""Ties between entities."""

import re
from dataclasses import replace

import pytest

from newsgraph.link.relations import RelationTable, add_resolved
from newsgraph.model import (
    Article,
    ArticleKind,
    Attr,
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


def make_article(id: str, date: str | None, text: str = "") -> Article:
    return Article(
        id=id, source="s", kind=ArticleKind.NEWS, text=text, start=0, end=len(text), pieces=(), date=date
    )


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
    articles = {id: make_article(id, date) for id, date in issues.items()}
    add_resolved(table, Resolution(entities={"o": office}, entity_of={}, tenures=tenures), {}, articles)
    held = next(r for r in table.relations() if r.type is RelationType.HOLDS_OFFICE)
    assert held.attrs == ({attr: True} if attr else {})


def told_life(text: str, *offices: str) -> dict[str, dict[str, Attr]]:
    """Return the attributes of the offices of one holder, each printed as the name it has here."""
    office = {name: Entity(id=name, type=EntityType.OFFICE, name=name, post=name) for name in offices}
    found = sorted((m.end(), name) for name in offices for m in re.finditer(name, text))
    tenures = tuple(
        Tenure(
            person="p",
            office=name,
            form=TitleForm.APPOINTMENT,
            evidence=Evidence(article="a", span=Span(0, end)),
        )
        for end, name in found
    )
    table = RelationTable()
    resolution = Resolution(entities=office, entity_of={}, tenures=tenures)
    add_resolved(table, resolution, {}, {"a": make_article("a", "2022-06-17", text)})
    return {r.target: dict(r.attrs) for r in table.relations()}


def test_a_life_dates_its_steps_and_leaves_all_but_the_last_behind() -> None:
    text = "魏某，2003年10月任副县长；2008年1月任甲书记、甲县长；2012年6月任副市长，2013年兼任主任。"
    assert told_life(text, "副县长", "甲书记", "甲县长", "副市长", "主任") == {
        "副县长": {"since": "2003-10", "former": True},
        "甲书记": {"since": "2008-01", "former": True},
        "甲县长": {"since": "2008-01", "former": True},
        "副市长": {"since": "2012-06"},
        "主任": {"since": "2013"},
    }


def test_a_step_is_not_left_behind_by_the_next_that_names_its_office_again() -> None:
    text = "2016年9月任常委、副市长；2019年12月任常委、常务市长。"
    assert told_life(text, "常委", "副市长", "常务市长") == {
        "常委": {"since": "2016-09"},
        "副市长": {"since": "2016-09", "former": True},
        "常务市长": {"since": "2019-12"},
    }


def test_what_is_held_still_is_no_former_office_whatever_came_after() -> None:
    text = "现副县长魏某：2016年5月任副县长，2019年3月任甲书记。"
    assert told_life(text, "副县长", "甲书记")["副县长"] == {"since": "2016-05"}


def test_an_end_that_is_printed_makes_a_tenure_former_once_it_has_come() -> None:
    text = "2015.06—2018.07 副县长\n2018.07—2030.12 甲书记"
    assert told_life(text, "副县长", "甲书记") == {
        "副县长": {"since": "2015-06", "until": "2018-07", "former": True},
        "甲书记": {"since": "2018-07", "until": "2030-12"},
    }


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
