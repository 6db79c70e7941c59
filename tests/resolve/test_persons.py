"""Persons: one entity a person, namesakes apart, surnames and parts of names attached."""

from __future__ import annotations

import pytest

from tests.resolve.builder import Resolved, make_page, resolve

NAME = "齐远山"


def n_persons(*articles: str, seat: str | None = "汉中市") -> int:
    return len(resolve(*articles, seat=seat).persons(NAME))


@pytest.mark.parametrize(
    "articles",
    [
        ("{市委|ORG}{书记|POST}{齐远山|PERSON}出席。", "{齐远山|PERSON}会见客人。"),
        ("{市委|ORG}{副书记|POST}、{市长|POST}{齐远山|PERSON}。", "{市长|POST}{齐远山|PERSON}。"),
        ("{市委|ORG}{常委|POST}{齐远山|PERSON}。", "{常务副市长|POST}{齐远山|PERSON}。"),
        ("{副市长|POST}{齐远山|PERSON}。", "{市公安局|ORG}{局长|POST}{齐远山|PERSON}。"),
        (
            "{略阳县委|ORG}{书记|POST}{齐远山|PERSON}。",
            "任命{齐远山|PERSON}为{汉中市人民政府|ORG}{副市长|POST}。",
        ),
        (
            "{市旅游局|ORG}{副局长|POST}{齐远山|PERSON}。",
            "任命{齐远山|PERSON}为{市旅游局|ORG}{局长|POST}。",
        ),
        (
            "{市水利局|ORG}{局长|POST}{齐远山|PERSON}。",
            "免去{齐远山|PERSON}的{市教育局|ORG}{副局长|POST}职务。",
        ),
        ("{高新区管委会|ORG}{主任|POST}{齐远山|PERSON}。", "{副市长|POST}{齐远山|PERSON}。"),
        ("{市领导|POST}{齐远山|PERSON}参加。", "{市人大常委会|ORG}{副主任|POST}{齐远山|PERSON}。"),
        ("{市政协|ORG}{委员|POST}{齐远山|PERSON}。", "{远山茶业公司|ORG}{总经理|POST}{齐远山|PERSON}。"),
        ("（记者 {齐远山|BYLINE}）开工。", "（记者 {齐远山|BYLINE}）竣工。"),
        ("村民{齐远山|PERSON}说。{齐远山|PERSON}今年种茶。", "{齐远山|PERSON}领奖。"),
        ("{远山茶业公司|ORG}{班长|POST}{齐远山|PERSON}\n48岁的{齐远山|PERSON}已换好工装。",),
    ],
)
def test_compatible_mentions_are_one_person(articles: tuple[str, ...]) -> None:
    assert n_persons(*articles) == 1


@pytest.mark.parametrize(
    "articles",
    [
        ("{市人大常委会|ORG}{主任|POST}{齐远山|PERSON}。", "{市文化局|ORG}{副局长|POST}{齐远山|PERSON}。"),
        ("{汉江小学|ORG}{校长|POST}{齐远山|PERSON}。", "56岁的下岗女工{齐远山|PERSON}夺冠。"),
        ("{市发改局|ORG}{局长|POST}{齐远山|PERSON}。", "{远山茶业公司|ORG}{总经理|POST}{齐远山|PERSON}。"),
        (
            "{略阳县教育局|ORG}{局长|POST}{齐远山|PERSON}。",
            "{石坝村|PLACE}{党支部书记|POST}{齐远山|PERSON}。",
        ),
        ("{市教育局|ORG}{局长|POST}{齐远山|PERSON}。", "{市水利局|ORG}{局长|POST}{齐远山|PERSON}。"),
        ("{副市长|POST}{齐远山|PERSON}。", "任命{齐远山|PERSON}为{市教育局|ORG}{局长|POST}。"),
        ("{市文化局|ORG}{局长|POST}{齐远山|PERSON}。", "{清溪律师事务所|ORG}{主任|POST}{齐远山|PERSON}。"),
        ("{略阳县|PLACE}{县长|POST}{齐远山|PERSON}。", "{留坝县|PLACE}{县长|POST}{齐远山|PERSON}。"),
        ("{副市长|POST}{齐远山|PERSON}。", "（记者 {齐远山|BYLINE}）开工。"),
        ("{副市长|POST}{齐远山|PERSON}来到石坝，村民{齐远山|PERSON}说，路通了。",),
        ("{远山茶业公司|ORG}{总经理|POST}{齐远山|PERSON}。", "{汉江大学|ORG}{教授|POST}{齐远山|PERSON}。"),
    ],
)
def test_conflicting_mentions_are_two_persons(articles: tuple[str, ...]) -> None:
    found = resolve(*articles, seat="汉中市").persons(NAME)
    assert len(found) == 2
    assert len({person.id for person in found}) == 2


REPORT = "高三学生{齐远山|PERSON}说，这座图书馆是大家周末最爱去的地方。{白露|PERSON}也常来，市民络绎不绝。"


def copies(text: str, **of_second: object) -> Resolved:
    """Return what is resolved of an item and of a copy of it, a page or an item."""
    copy = {"source": "b", "item": True} | of_second
    return Resolved([make_page(text, source="a", item=True), make_page(text, **copy)])


@pytest.mark.parametrize("second", [{}, {"item": False}, {"item": False, "seat": "汉中市", "date": None}])
def test_copies_of_a_report_tell_of_the_same_people(second: dict[str, object]) -> None:
    found = copies(REPORT, **second)
    assert (len(found.persons(NAME)), len(found.persons("白露"))) == (1, 1)


def test_an_officer_is_one_in_a_copy_that_does_not_say_of_which_city() -> None:
    text = REPORT.replace("高三学生", "{副市长|POST}")
    assert len(copies(text, seat="汉中市", item=False).persons(NAME)) == 1


def test_two_reports_of_a_pupil_are_not_of_one() -> None:
    pages = [make_page(REPORT, source="a"), make_page(REPORT.replace("周末", "假日"), source="b")]
    assert len(Resolved(pages).persons(NAME)) == 2


def test_bare_mention_goes_to_the_office_holder_of_two_namesakes() -> None:
    found = resolve(
        "村民{齐远山|PERSON}说。",
        "{齐远山|PERSON}与{晏小池|PERSON}握手。",
        "{副市长|POST}{齐远山|PERSON}。",
        seat="汉中市",
    )
    assert found.entity(NAME, 1) == found.entity(NAME, 2) != found.entity(NAME, 0)


def test_bare_mention_beside_a_body_is_the_one_who_serves_it() -> None:
    found = resolve(
        "{市教育局|ORG}{局长|POST}{齐远山|PERSON}。",
        "{华绫纺织集团|ORG}{董事长|POST}{齐远山|PERSON}。",
        "{华绫纺织集团|ORG}开工，{齐远山|PERSON}致辞。",
        "{市教育局|ORG}发文，{齐远山|PERSON}签字。",
        seat="汉中市",
    )
    assert found.entity(NAME, 2) == found.entity(NAME, 1) != found.entity(NAME, 0)
    assert found.entity(NAME, 3) == found.entity(NAME, 0)


def test_description_of_an_ordinary_person_is_kept() -> None:
    person = resolve("他慰问了68岁的村民{齐远山|PERSON}。").entity(NAME)
    assert person is not None
    assert person.attrs == {"description": "68岁的村民"}


def test_surname_with_title_is_the_person_of_that_post() -> None:
    found = resolve(
        "{市委|ORG}{书记|POST}{章大同|PERSON}，{市长|POST}{章小满|PERSON}出席。{章|PERSON}{书记|POST}说。"
        "{章|PERSON}{市长|POST}说。",
        "{章|PERSON}{市长|POST}慰问。",
        seat="汉中市",
    )
    assert [found.name("章", i) for i in range(3)] == ["章大同", "章小满", "章小满"]
    assert ("章小满", "汉中市人民政府市长") in found.tenures()


def test_visiting_mayor_stays_mayor_of_his_city_when_called_by_surname() -> None:
    found = resolve(
        "{泰州市|PLACE}{市长|POST}{夏知秋|PERSON}来访。{夏|PERSON}{市长|POST}说，{市长|POST}{夏知秋|PERSON}。",
        seat="汉中市",
    )
    assert found.tenures() == {("夏知秋", "泰州市人民政府市长")}


def test_surname_without_a_person_keeps_its_form_of_address() -> None:
    assert resolve("他看望{姚|PERSON}阿婆。").name("姚") == "姚阿婆"


@pytest.mark.parametrize("part", ["鲁伊斯", "佩德罗"])
def test_part_of_a_foreign_name_is_the_person(part: str) -> None:
    found = resolve(f"{{佩德罗·桑切斯·鲁伊斯|PERSON}}说。{{{part}|PERSON}}表示。")
    assert found.name(part) == "佩德罗·桑切斯·鲁伊斯"


def test_blank_inside_a_name_does_not_count() -> None:
    found = resolve("{石　开|PERSON}和{石开|PERSON}。")
    assert found.entity("石　开") == found.entity("石开")
    assert found.name("石　开") == "石开"


def test_pages_of_one_seat_share_a_person_and_of_two_seats_do_not() -> None:
    mayor = make_page("{市长|POST}{齐远山|PERSON}。", seat="汉中市", source="a")
    bare = make_page("{齐远山|PERSON}出席。", seat="汉中市", source="b")
    away = make_page("{齐远山|PERSON}出席。", seat="泰州市", source="c")
    assert len(Resolved([mayor, bare]).persons(NAME)) == 1
    assert len(Resolved([mayor, bare, away]).persons(NAME)) == 2


def test_same_office_on_pages_of_two_seats_is_one_person() -> None:
    pages = [
        make_page("{泰州市|PLACE}{市长|POST}{齐远山|PERSON}。", seat=seat, source=seat)
        for seat in ("汉中市", "泰州市")
    ]
    assert len(Resolved(pages).persons(NAME)) == 1


def test_namesakes_of_conflicting_offices_on_two_pages_stay_apart() -> None:
    pages = [
        make_page("{市长|POST}{齐远山|PERSON}。", seat="汉中市", source="a"),
        make_page("{远山茶业公司|ORG}{总经理|POST}{齐远山|PERSON}。", seat="汉中市", source="b"),
    ]
    assert len(Resolved(pages).persons(NAME)) == 2


def test_official_of_one_seat_may_rise_in_the_course_of_years() -> None:
    pages = [
        make_page("{副市长|POST}{齐远山|PERSON}。", seat="汉中市", source="a", date="2015-03-02"),
        make_page("{市委|ORG}{书记|POST}{齐远山|PERSON}。", seat="汉中市", source="b", date="2019-03-02"),
        make_page("{市水利局|ORG}{局长|POST}{齐远山|PERSON}。", seat="汉中市", source="c", date="2012-03-02"),
    ]
    assert len(Resolved(pages).persons(NAME)) == 1


def test_date_that_is_no_day_is_no_obstacle() -> None:
    pages = [
        make_page("{副市长|POST}{齐远山|PERSON}。", seat="汉中市", source="a", date="2015"),
        make_page("{市公安局|ORG}{局长|POST}{齐远山|PERSON}。", seat="汉中市", source="b", date=None),
    ]
    assert len(Resolved(pages).persons(NAME)) == 1


def test_half_of_a_name_without_surname_is_the_person_of_that_post() -> None:
    found = resolve(
        "{州长|POST}{夸吾才旦|PERSON}来到牧场。“{才旦|PERSON}{州长|POST}，信号不好。”", seat="海北藏族自治州"
    )
    assert found.name("才旦") == "夸吾才旦"
