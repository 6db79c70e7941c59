"""Namesakes of one article: several people of one name in one list, and who is meant elsewhere."""

from __future__ import annotations

import pytest

from tests.resolve.builder import Resolved, make_page, resolve

NAME = "齐远山"
LISTED = (
    "{副市长|POST}{齐远山|PERSON}、{略阳县委|ORG}{书记|POST}{齐远山|PERSON}、"
    "{市一医院|ORG}{院长|POST}{齐远山|PERSON}出席。"
)


@pytest.mark.parametrize(
    "text",
    [
        LISTED,
        "{市长|POST}{齐远山|PERSON}、{远山茶业公司|ORG}{董事长|POST}{齐远山|PERSON}和{市文联|ORG}{主席|POST}{齐远山|PERSON}出席。",
        "{市水利局|ORG}{局长|POST}{齐远山|PERSON}、{副局长|POST}{白露|PERSON}、{齐远山|PERSON}，"
        "{市教育局|ORG}{局长|POST}{齐远山|PERSON}（女）",
        "{齐远山|PERSON}（{市长|POST}）、{白露|PERSON}（{市水利局|ORG}{局长|POST}）、{齐远山|PERSON}（{市教育局|ORG}{局长|POST}）、"
        "{齐远山|PERSON}（{市文联|ORG}{主席|POST}）",
    ],
)
def test_a_name_listed_three_times_with_three_titles_is_three_people(text: str) -> None:
    found = resolve(text, seat="汉中市").persons(NAME)
    assert len({person.id for person in found}) == len(found) == 3


@pytest.mark.parametrize(
    "text",
    [
        "任命{齐远山|PERSON}为{市教育局|ORG}{局长|POST}，免去{齐远山|PERSON}的{市教育局|ORG}{副局长|POST}职务。",
        "{市委|ORG}{副书记|POST}、{市长|POST}{齐远山|PERSON}兼{市委党校|ORG}{校长|POST}。",
        "{市委|ORG}{书记|POST}{齐远山|PERSON}讲话，{市人大常委会|ORG}{主任|POST}{齐远山|PERSON}主持。",
        "{市委|ORG}{书记|POST}{齐远山|PERSON}出席。{市人大常委会|ORG}{主任|POST}{齐远山|PERSON}讲话。",
        "{市领导|POST}{齐远山|PERSON}、{白露|PERSON}，{副市长|POST}{齐远山|PERSON}出席。",
        "{副市长|POST}{齐远山|PERSON}、{白露|PERSON}，{副市长|POST}{齐远山|PERSON}出席。",
        "{副市长|POST}{齐远山|PERSON}（左二）、{齐远山|PERSON}（右一）",
    ],
)
def test_one_man_told_of_twice_is_one_person(text: str) -> None:
    assert len(resolve(text, seat="汉中市").persons(NAME)) == 1


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("{院长|POST}{齐远山|PERSON}说。", 2),
        ("{略阳县委|ORG}的{齐远山|PERSON}说。", 0),
        ("{齐远山|PERSON}说。", 0),
        ("{院长|POST}{白露|PERSON}说。{略阳县委|ORG}{书记|POST}{齐远山|PERSON}说。", 1),
    ],
)
def test_a_title_elsewhere_says_which_of_them_is_meant_else_the_first_is(told: str, number: int) -> None:
    found = resolve(LISTED + told, seat="汉中市")
    assert found.entity(NAME, 3) == found.entity(NAME, number)


def test_a_bare_name_goes_on_with_whom_a_title_meant_before() -> None:
    found = resolve(LISTED + "{院长|POST}{齐远山|PERSON}说。{齐远山|PERSON}又说。", seat="汉中市")
    assert found.entity(NAME, 4) == found.entity(NAME, 2)


def test_a_second_list_names_the_same_people() -> None:
    found = resolve(
        LISTED, "{市一医院|ORG}{院长|POST}{齐远山|PERSON}、{副市长|POST}{齐远山|PERSON}座谈。", seat="汉中市"
    )
    assert len(found.persons(NAME)) == 3
    assert (found.entity(NAME, 3), found.entity(NAME, 4)) == (found.entity(NAME, 2), found.entity(NAME, 0))


def test_who_is_listed_side_by_side_stays_apart_though_one_article_gives_a_man_both_offices() -> None:
    both = "{副市长|POST}{齐远山|PERSON}说。{略阳县委|ORG}{书记|POST}{齐远山|PERSON}说。"
    pages = [make_page(LISTED, seat="汉中市", source="a"), make_page(both, seat="汉中市", source="b")]
    for given in (pages, pages[::-1]):
        found = Resolved(given)
        at = 0 if given is pages else 2
        assert len({found.entity(NAME, at + n).id for n in range(3)}) == 3
