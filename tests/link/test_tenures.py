"""The terms of a tenure: where a second one begins, and what makes its first and last day."""

from __future__ import annotations

import pytest

from newsgraph.link.relations import RelationTable, add_resolved
from newsgraph.link.tenures import find_stints
from newsgraph.model import Attr, Entity, EntityType, Evidence, Resolution, Span, Tenure, TitleForm
from tests.link.test_relations import make_article

HELD, TAKEN, LEFT = TitleForm.APPOSITION, TitleForm.APPOINTMENT, TitleForm.REMOVAL
FORMER, PROPOSED = TitleForm.FORMER, TitleForm.PROPOSED
Told = tuple[TitleForm, str, str]
"""How a tenure is told, on what issue's day, and of what day."""


def told(*tellings: Told) -> list[Tenure]:
    return [
        Tenure(person="p", office="o", form=form, evidence=Evidence(article=str(i), span=Span(0, 4)))
        for i, (form, _, _) in enumerate(tellings)
    ]


def stints(*tellings: Told) -> list[tuple[str, dict[str, Attr]]]:
    """Return the begin and the attributes of the term that each place tells of."""
    days = {(str(i), "p"): day for i, (_, _, day) in enumerate(tellings) if day}
    articles = {str(i): make_article(str(i), issue) for i, (_, issue, _) in enumerate(tellings)}
    return [(s.begins, dict(s.attrs)) for s in find_stints(told(*tellings), days, articles)]


TWO_TERMS: tuple[Told, ...] = (
    (HELD, "2008-03-12", ""),
    (LEFT, "2010-03-02", "2010-03-01"),
    (TAKEN, "2014-03-02", "2014-03-01"),
    (HELD, "2015-03-02", ""),
)
FIRST = ("", {"until": "2010-03-01", "former": True})
SECOND = ("2014-03-01", {"since": "2014-03-01"})


def test_a_begin_behind_an_end_begins_a_second_term() -> None:
    assert stints(*TWO_TERMS) == [FIRST, FIRST, SECOND, SECOND]


def test_the_terms_do_not_depend_on_the_order_of_the_articles() -> None:
    assert stints(*reversed(TWO_TERMS)) == [SECOND, SECOND, FIRST, FIRST]


def test_a_proposal_belongs_to_the_term_to_come() -> None:
    assert stints(*TWO_TERMS, (PROPOSED, "2014-02-20", ""))[-1] == SECOND


def test_an_end_alone_begins_no_term() -> None:
    held = (HELD, "2012-03-12", "")
    assert {begins for begins, _ in stints(TWO_TERMS[1], held, TWO_TERMS[0])} == {""}


@pytest.mark.parametrize("left", ["2014-03-01", "2014-03-02", "2014-03"])
def test_a_begin_on_the_day_of_the_end_or_before_begins_no_term(left: str) -> None:
    assert (
        len({begins for begins, _ in stints((TAKEN, "2014-03-02", "2014-03-01"), (LEFT, "2015-01-01", left))})
        == 1
    )


@pytest.mark.parametrize(
    ("tellings", "attrs"),
    [
        ([(HELD, "2008-03-12", ""), (TAKEN, "2012-01-10", "2012-01-09")], {}),
        ([(HELD, "2012-01-10", ""), (TAKEN, "2012-01-10", "2012-01-09")], {"since": "2012-01-09"}),
        ([(HELD, "2012-02-10", ""), (TAKEN, "2012-03-10", "2012-02")], {"since": "2012-02"}),
        ([(PROPOSED, "2011-12-30", ""), (TAKEN, "2012-01-10", "2012-01-09")], {"since": "2012-01-09"}),
        (
            [
                (TAKEN, "2012-01-10", "2012-01-09"),
                (TAKEN, "2007-01-10", "2007-01-09"),
                (HELD, "2008-03-12", ""),
            ],
            {"since": "2007-01-09"},
        ),
    ],
)
def test_a_begin_behind_the_first_day_in_office_is_a_reelection(
    tellings: list[Told], attrs: dict[str, Attr]
) -> None:
    assert stints(*tellings)[0] == ("", attrs)


@pytest.mark.parametrize(
    ("tellings", "tense"),
    [
        ([(HELD, "2008-03-12", ""), (PROPOSED, "2012-01-03", "")], {}),
        ([(FORMER, "2008-03-12", ""), (PROPOSED, "2012-01-03", "")], {"former": True}),
        ([(PROPOSED, "2008-03-12", ""), (PROPOSED, "2012-01-03", "")], {"proposed": True}),
    ],
)
def test_who_is_proposed_anew_is_not_only_proposed(tellings: list[Told], tense: dict[str, Attr]) -> None:
    assert stints(*tellings)[0] == ("", tense)


def test_two_terms_are_two_relations_each_with_its_own_evidence() -> None:
    office = Entity(id="o", type=EntityType.OFFICE, name="市教育局局长", post="局长", organization="b")
    days = {(str(i), "p"): day for i, (_, _, day) in enumerate(TWO_TERMS)}
    articles = {str(i): make_article(str(i), issue) for i, (_, issue, _) in enumerate(TWO_TERMS)}
    table = RelationTable()
    tenures = tuple(told(*TWO_TERMS))
    add_resolved(table, Resolution(entities={"o": office}, entity_of={}, tenures=tenures), days, articles)
    alone = RelationTable()
    add_resolved(alone, Resolution(entities={"o": office}, entity_of={}, tenures=tenures[:2]), days, articles)
    first, body, second = table.relations()
    assert [e.article for e in first.evidence] == ["0", "1"]
    assert [e.article for e in second.evidence] == ["2", "3"]
    assert len({first.id, body.id, second.id}) == 3
    assert first.id == alone.relations()[0].id
