"""Periods and types as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.errors import ConfigError
from newsgraph.graph.choice import Period, parse_types

DAYS = st.dates().map(lambda day: day.isoformat())
CUTS = st.sampled_from([4, 7, 10])


@pytest.mark.parametrize(
    ("period", "first", "last", "inside"),
    [
        (Period("2012-08-22", "2012-08-22"), "2012-08-22", "2012-08-22", True),
        (Period("2012-08-22", "2012-08-22"), "2012-08-21", "2012-08-21", False),
        (Period("2012-08-22"), "2012-08", "2012-08", True),
        (Period("2012-09"), "2012-08", "2012-08", False),
        (Period(until="2012"), "2012-12-31", "2013-01-03", True),
        (Period(until="2012"), "2013", None, False),
        (Period("2000", "2005"), "1986-11-08", "2019-05-17", True),
        (Period("2000"), None, "1999-12-31", False),
        (Period("2000"), None, None, False),
        (Period(), None, None, True),
    ],
)
def test_period_holds_whatever_touches_it(period: Period, first: str, last: str, inside: bool):
    assert period.holds(first, last) is inside


@given(DAYS, CUTS, DAYS)
def test_period_of_a_day_month_or_year_holds_just_its_days(day: str, cut: int, other: str):
    period = Period(day[:cut], day[:cut])
    assert period.holds(other, other) is other.startswith(day[:cut])


@pytest.mark.parametrize(
    "value", ["2012-13", "2012-02-30", "12-8-22", "2012/08", "20120822", "", "八月", "0000"]
)
def test_period_refuses_what_is_no_date(value: str):
    with pytest.raises(ConfigError, match=r"until '.*': want a real day, month or year as 2012-08-22"):
        Period(until=value)


def test_period_refuses_an_end_before_its_beginning():
    with pytest.raises(ConfigError, match="since '2013' is after until '2012-12'"):
        Period("2013", "2012-12")


@pytest.mark.parametrize("types", ["Person,signing", "人物、签约", " person ， SIGNING ", ["Person", "签约"]])
def test_parse_types_takes_both_languages_and_any_comma(types):
    assert parse_types(types) == ({"Person"}, {"signing"})


def test_parse_types_of_nothing_is_no_limit():
    assert parse_types(None) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("types", "said"), [("Person,knight", "type 'knight' is not known"), (" , ", "types ' , ' names none")]
)
def test_parse_types_lists_what_is_allowed(types: str, said: str):
    with pytest.raises(ConfigError) as caught:
        parse_types(types)
    assert str(caught.value).startswith(f"{said}; want, separated by commas, kinds (Person 人物, ")
    assert "event types (meeting 会议, " in str(caught.value)
