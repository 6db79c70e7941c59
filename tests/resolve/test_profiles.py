"""Persons from occurrences drawn at random: order does not matter, and no pair judged different is joined."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.lexicon.divisions import find
from newsgraph.model import Verdict
from newsgraph.resolve.occurrences import Occurrence
from newsgraph.resolve.persons import cluster_persons, judge, make_profiles
from newsgraph.resolve.ranks import Standing, standing

CITY, COUNTY = find("汉中市"), find("略阳县")
OFFICES: dict[str, tuple[str, Standing]] = {
    "mayor": ("government", standing("市长", "汉中市人民政府", CITY)),
    "secretary": ("committee", standing("书记", "中共汉中市委员会", CITY)),
    "bureau": ("bureau", standing("局长", "汉中市教育局", CITY)),
    "deputy": ("bureau", standing("副局长", "汉中市教育局", CITY)),
    "county": ("county", standing("县长", "略阳县人民政府", COUNTY)),
    "firm": ("firm", standing("总经理", "远山茶业公司", None)),
    "delegate": ("congress", standing("代表", "汉中市人民代表大会", CITY)),
}


@st.composite
def occurrences(draw: st.DrawFn) -> list[Occurrence]:
    found = []
    for i in range(draw(st.integers(1, 7))):
        names = draw(st.lists(st.sampled_from(sorted(OFFICES)), max_size=2, unique=True))
        occurrence = Occurrence(
            article=f"a{i}",
            page=draw(st.sampled_from(["p1", "p2"])),
            scope=draw(st.sampled_from(["6107", "3212"])),
            name="齐远山",
            date=draw(st.sampled_from([None, "2015-03-02", "2019-03-02"])),
            byline=draw(st.booleans()) and not names,
            description=None if names else draw(st.sampled_from([None, "村民", "学生"])),
            company=frozenset(draw(st.lists(st.sampled_from(["bureau", "firm"]), max_size=1))),
        )
        for name in names:
            occurrence.offices[name] = OFFICES[name][1]
            occurrence.bodies.add(OFFICES[name][0])
        if names and draw(st.booleans()):
            occurrence.taking.add(names[0])
        found.append(occurrence)
    return found


def groups(found: list[Occurrence]) -> set[frozenset[str]]:
    return {frozenset(o.article for o in person) for person in cluster_persons(found).people}


@settings(max_examples=30, deadline=None)
@given(occurrences(), st.randoms(use_true_random=False))
def test_persons_do_not_depend_on_the_order_of_occurrences(found: list[Occurrence], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert groups(found) == groups(shuffled)


@settings(max_examples=30, deadline=None)
@given(occurrences())
def test_profiles_judged_different_are_never_one_person(found: list[Occurrence]) -> None:
    person_of = {o.article: i for i, person in enumerate(cluster_persons(found).people) for o in person}
    for first, second in combinations(make_profiles(found), 2):
        judgement = judge(first, second)
        assert judgement == judge(second, first)
        if judgement.verdict is Verdict.DIFFERENT:
            mine = {person_of[o.article] for o in first.occurrences}
            assert mine.isdisjoint(person_of[o.article] for o in second.occurrences)


def test_surgeon_may_head_his_hospital_and_is_no_mayor() -> None:
    def holder(article: str, post: str, body: str) -> Occurrence:
        found = Occurrence(article=article, page=article, scope="6107", name="齐远山", date=None)
        found.offices[post + body] = standing(post, body, CITY)
        found.bodies.add(body)
        return found

    surgeon = holder("a", "主任", "汉中市人民医院外科")
    head = holder("b", "副院长", "汉中市人民医院")
    mayor = holder("c", "副市长", "汉中市人民政府")
    assert groups([surgeon, head, mayor]) == {frozenset("ab"), frozenset("c")}
