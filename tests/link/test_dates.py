"""Dates of running text against the day of the issue."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.link.dates import parse_dates

ISSUE = "2024-05-10"  # a Friday


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("5月8日上午，", "2024-05-08", "2024-05-08"),
        ("昨日下午", "2024-05-09", "2024-05-09"),
        ("昨在市会议中心", "2024-05-09", "2024-05-09"),
        ("今天（5月10日）", "2024-05-10", "2024-05-10"),
        ("前天晚上", "2024-05-08", "2024-05-08"),
        ("明日9时", "2024-05-11", "2024-05-11"),
        ("上周六晚，", "2024-05-04", "2024-05-04"),
        ("本周日（5月12日）上午9：00", "2024-05-12", "2024-05-12"),
        ("下周一", "2024-05-13", "2024-05-13"),
        ("周三，", "2024-05-08", "2024-05-08"),
        ("5月6日至8日", "2024-05-06", "2024-05-08"),
        ("5月6—8日", "2024-05-06", "2024-05-08"),
        ("4月30日至5月2日", "2024-04-30", "2024-05-02"),
        ("8日、9日", "2024-05-08", "2024-05-09"),
        ("9号在", "2024-05-09", "2024-05-09"),
        ("28日，", "2024-04-28", "2024-04-28"),
        ("将于28日举行", "2024-05-28", "2024-05-28"),
        ("展览将持续至28日", "2024-05-28", "2024-05-28"),
        ("其间，他将赴外地，出席28日开幕的论坛", "2024-05-28", "2024-05-28"),
        ("28日，代表团将赴", "2024-05-28", "2024-05-28"),
        ("下月8日至10日", "2024-06-08", "2024-06-10"),
        ("上月28日", "2024-04-28", "2024-04-28"),
        ("明年5月建成", "2025-05", "2025-05"),
        ("2023年12月29日至2024年1月2日", "2023-12-29", "2024-01-02"),
        ("12月29日", "2023-12-29", "2023-12-29"),
        ("二○二四年五月八日", "2024-05-08", "2024-05-08"),
        ("五月廿三日至三十一日", "2024-05-23", "2024-05-31"),
        ("５月８日", "2024-05-08", "2024-05-08"),
        ("2024年5月8日 星期三", "2024-05-08", "2024-05-08"),
    ],
)
def test_parse_dates_resolves_expression(text: str, start: str, end: str) -> None:
    found = parse_dates(text, ISSUE)[0]
    assert (found.start, found.end) == (start, end)


def test_parse_dates_carries_a_span_over_the_year() -> None:
    found = parse_dates("定于29日至次年1月2日召开", "2021-12-09")[0]
    assert (found.text, found.start, found.end) == ("29日至次年1月2日", "2021-12-29", "2022-01-02")


@pytest.mark.parametrize("text", ["日前，", "近日，", "连日来", "不久前"])
def test_parse_dates_leaves_vague_expressions_open(text: str) -> None:
    found = parse_dates(text, ISSUE)[0]
    assert found.vague and not found.start


@pytest.mark.parametrize(
    "text", ["地铁3号线", "18号楼", "第3日", "100日元", "2.5日", "3日内", "每周三", "前4个月", "三天"]
)
def test_parse_dates_passes_over_what_is_no_date(text: str) -> None:
    assert parse_dates(text, ISSUE) == []


@pytest.mark.parametrize("text", ["截至4月30日", "自5月1日起", "4月1日以来"])
def test_parse_dates_marks_bounds(text: str) -> None:
    assert parse_dates(text, ISSUE)[0].bounding


def test_parse_dates_takes_up_the_day_last_spoken_of() -> None:
    days = [found.start for found in parse_dates("5月3日，甲到乙镇。当天，他还去了丙村。次日返回。", ISSUE)]
    assert days == ["2024-05-03", "2024-05-03", "2024-05-04"]


def test_parse_dates_leaves_a_relative_day_open_without_an_anchor() -> None:
    assert parse_dates("当天，他去了丙村。", ISSUE)[0].start == ""


@pytest.mark.parametrize("text", ["昨日", "5月8日", "28日", "周三", "本月9日"])
def test_parse_dates_guesses_nothing_without_an_issue(text: str) -> None:
    assert parse_dates(text, None)[0].start == ""


def test_parse_dates_resolves_a_full_date_without_an_issue() -> None:
    assert parse_dates("1954年9月15日", None)[0].start == "1954-09-15"


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(0, 60))
def test_parse_dates_finds_a_recent_month_and_day_again(issue: date, back: int) -> None:
    day = issue - timedelta(days=back)
    found = parse_dates(f"{day.month}月{day.day}日", issue.isoformat())[0]
    assert found.start == day.isoformat()


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(0, 27))
def test_parse_dates_finds_a_recent_day_again(issue: date, back: int) -> None:
    day = issue - timedelta(days=back)
    assert parse_dates(f"{day.day}日上午", issue.isoformat())[0].start == day.isoformat()


@given(st.text("年月日至号昨今明本上下周一二三十〇0123456789（）:：—、当天将于 ", max_size=40))
def test_parse_dates_keeps_spans_apart_and_dates_real(text: str) -> None:
    end = 0
    for found in parse_dates(text, ISSUE):
        assert end <= found.span.start
        assert text[found.span.start : found.span.end] == found.text
        end = found.span.end
        for value in (found.start, found.end):
            if len(value) == 10:
                date.fromisoformat(value)
        assert found.start <= found.end


def test_parse_dates_counts_from_the_dateline() -> None:
    dateline, today = parse_dates("本报柳城11月13日讯 市长今天上午会见客人。", "2008-11-14")
    assert dateline.bounding and today.start == "2008-11-13"


def test_day_of_what_somebody_is_asked_to_is_to_come() -> None:
    (found,) = parse_dates("邀请企业参加8月18日在甲地举行的座谈会", "2009-05-14")
    assert found.start == "2009-08-18"
    (found,) = parse_dates("企业参加8月18日在甲地举行的座谈会", "2009-05-14")
    assert found.start == "2008-08-18"
