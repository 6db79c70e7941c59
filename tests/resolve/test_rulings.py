"""Readers' judgements: what they call one is one, what they tell apart is two, whatever newsgraph finds."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.model import Ruling, Verdict
from newsgraph.resolve.occurrences import Occurrence
from newsgraph.resolve.persons import cluster_persons
from newsgraph.resolve.rulings import bind
from tests.resolve.builder import Resolved, make_page
from tests.resolve.test_profiles import occurrences

NAME = "齐远山"
MAYOR, TEACHER = "{市长|POST}{齐远山|PERSON}。", "{汉江小学|ORG}{校长|POST}{齐远山|PERSON}。"
SEAT = "汉中市"


def rule(verdict: str, name: str, article: str, other_name: str, other_article: str) -> Ruling:
    return Ruling(
        verdict=Verdict(verdict),
        name=name,
        article=article,
        other_name=other_name,
        other_article=other_article,
    )


def resolved(*pages: str, rulings: list[Ruling]) -> Resolved:
    """Resolve pages of one article each, called p0, p1 …"""
    return Resolved([make_page(text, seat=SEAT, source=f"p{i}") for i, text in enumerate(pages)], rulings)


def test_two_whom_a_reader_calls_one_are_one_with_both_offices():
    found = resolved(MAYOR, TEACHER, rulings=[rule("same", NAME, "p0", NAME, "p1")])
    assert found.tenures() == {(NAME, "汉中市人民政府市长"), (NAME, "汉江小学校长")}
    assert len(found.persons(NAME)) == 1
    assert len(resolved(MAYOR, TEACHER, rulings=[]).persons(NAME)) == 2


def test_one_whom_a_reader_tells_apart_is_two():
    found = resolved(MAYOR, MAYOR, rulings=[rule("different", NAME, "p0", NAME, "p1")])
    assert len(found.persons(NAME)) == 2
    assert len(resolved(MAYOR, MAYOR, rulings=[]).persons(NAME)) == 1


def test_all_of_a_name_are_one_where_no_article_is_given():
    found = resolved(MAYOR, TEACHER, MAYOR, rulings=[rule("same", NAME, "", NAME, "")])
    assert len(found.persons(NAME)) == 1


def test_an_article_is_given_by_its_id_too():
    pages = [make_page(text, seat=SEAT, source=f"p{i}") for i, text in enumerate((MAYOR, TEACHER))]
    first, second = (tagged[0].article.id for _, tagged in pages)
    assert len(Resolved(pages, [rule("same", NAME, first, NAME, second)]).persons(NAME)) == 1


def test_a_misprint_becomes_an_alias_of_the_first_name():
    texts = (MAYOR, "{市长|POST}{齐元山|PERSON}。", "{齐元山|PERSON}种茶。")
    found = resolved(*texts, rulings=[rule("same", NAME, "", "齐元山", "p1")])
    assert [person.aliases for person in found.persons(NAME)] == [("齐元山",)]
    assert len(found.persons("齐元山")) == 1  # of page p2, of whom the reader says nothing


def test_names_lead_to_the_first_one_through_others():
    texts = ("{齐甲山|PERSON}说。", "{齐乙山|PERSON}说。", "{齐丙山|PERSON}说。")
    rulings = [rule("same", "齐乙山", "", "齐丙山", ""), rule("same", "齐甲山", "", "齐乙山", "")]
    found = resolved(*texts, rulings=rulings)
    assert [person.aliases for person in found.persons("齐甲山")] == [("齐丙山", "齐乙山")]


def test_a_different_goes_before_a_same_and_both_are_told():
    rulings = [rule("same", NAME, "p0", NAME, "p1"), rule("different", NAME, "p0", NAME, "p1")]
    found = resolved(MAYOR, MAYOR, rulings=rulings)
    assert len(found.persons(NAME)) == 2
    told = [decision for decision in found.resolution.decisions if decision.ruling]
    assert [(d.verdict, d.entity == d.other_entity) for d in told] == [("same", False), ("different", False)]


def test_a_ruling_about_nobody_is_kept():
    found = resolved(MAYOR, rulings=[rule("same", NAME, "p0", "齐天", "p7")])
    (decision,) = found.resolution.decisions
    assert decision.entity and decision.other_entity is None


def test_who_writes_is_not_meant_where_somebody_is_written_about():
    texts = ("（记者 {齐远山|BYLINE}）{市长|POST}{齐远山|PERSON}。", TEACHER)
    found = resolved(*texts, rulings=[rule("same", NAME, "p0", NAME, "p1")])
    assert found.tenures() == {(NAME, "汉中市人民政府市长"), (NAME, "汉江小学校长")}
    assert len(found.persons(NAME)) == 2  # the reporter is another one


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        ((MAYOR, "{市委|ORG}{书记|POST}{齐远山|PERSON}。"), "same"),
        ((MAYOR, TEACHER), "different"),
        (("村民{齐远山|PERSON}说。", "学生{齐远山|PERSON}说。"), "unsure"),
    ],
)
def test_what_newsgraph_finds_is_told_with_its_reason(texts: tuple[str, str], verdict: str):
    (decision,) = resolved(*texts, rulings=[]).resolution.decisions
    assert decision.verdict == verdict and decision.reason
    assert {decision.name, decision.other_name} == {NAME}
    assert (decision.entity == decision.other_entity) == (verdict == "same")


@st.composite
def ruled(draw: st.DrawFn) -> tuple[list[Occurrence], list[Ruling]]:
    found = [o for o in draw(occurrences()) if not o.byline]
    pairs = list(combinations([o.article for o in found], 2))
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    return found, [rule(draw(st.sampled_from(Verdict)), NAME, a, NAME, b) for a, b in chosen]


@settings(max_examples=60, deadline=None)
@given(ruled())
def test_rulings_that_do_not_contradict_each_other_hold(drawn: tuple[list[Occurrence], list[Ruling]]):
    found, rulings = drawn
    people = cluster_persons(found, bind(rulings, found, {})).people
    person_of = {o.article: i for i, person in enumerate(people) for o in person}
    for ruling in rulings:
        is_one = person_of[ruling.article] == person_of[ruling.other_article]
        if ruling.verdict is Verdict.DIFFERENT:
            assert not is_one
        if ruling.verdict is Verdict.SAME and not any(r.verdict is Verdict.DIFFERENT for r in rulings):
            assert is_one


@settings(max_examples=60, deadline=None)
@given(ruled())
def test_found_judgements_given_as_rulings_give_the_same_persons(
    drawn: tuple[list[Occurrence], list[Ruling]],
):
    found, _ = drawn
    first = cluster_persons(found)
    again = [rule(judgement.verdict, NAME, a.article, NAME, b.article) for a, b, judgement in first.pairs]
    second = cluster_persons(found, bind(again, found, {}))
    assert {frozenset(o.article for o in p) for p in first.people} == {
        frozenset(o.article for o in p) for p in second.people
    }
