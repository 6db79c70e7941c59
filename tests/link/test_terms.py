"""When a tenure began and ended, as its clause prints it."""

import pytest

from newsgraph.link.terms import Term, read_term


@pytest.mark.parametrize(
    ("text", "since", "until", "step"),
    [
        ("2008年1月至2012年6月任青禾县委副书记、县长", "2008-01", "2012-06", True),
        ("2019年12月至今任汉中市委副书记、市长", "2019-12", "", True),
        ("2003.10—2008.01  青禾县副县长", "2003-10", "2008-01", True),
        ("自2016年5月起担任青禾县副县长", "2016-05", "", True),
        ("2010年，魏长庚任村支书", "2010", "", True),
        ("2021年9月16日，郝思敏同志任县长", "2021-09-16", "", True),
        ("2018年3月任副县长，同年8月任县长", "2018-08", "", True),
        ("2018年3月至同年8月任副县长", "2018-03", "2018-08", True),
        ("2016年3月当选为市人大代表", "2016-03", "", False),
        ("2016年3月兼任县政协主席", "2016-03", "", False),
        ("2022年6月，任青禾县委书记，不再担任青禾县县长", "", "2022-06", False),
    ],
)
def test_term_is_what_the_clause_of_the_post_prints(text: str, since: str, until: str, step: bool) -> None:
    assert read_term(text, len(text)) == Term(since, until, step)


@pytest.mark.parametrize(
    "text",
    [
        "3月任县长",
        "2012年6月到青禾县调研的副市长",
        "2001年从部队退伍后任村支书",
        "2003年任厂长，后任局长",
        "2003年1月，先后任厂长、局长",
        "2015年，时任县长",
        "1990年7月参加工作。任县长",
        "2020年责任单位的局长",
        "全书共2010.5万字的主编",
    ],
)
def test_a_post_has_no_term_where_its_clause_prints_none(text: str) -> None:
    assert read_term(text, len(text)) is None


def test_a_month_that_there_is_not_says_nothing() -> None:
    assert read_term("2016年13月任县长", 11) == Term(step=True)
