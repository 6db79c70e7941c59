"""Dates in running Chinese text, resolved against the day of the issue.

`parse_dates` finds every expression of a day, a span of days or a month (12月8日上午, 昨日, 上周六晚,
29日至次年1月2日, 明年5月, 一九五四年九月十五日) and says which it is. What the text leaves open (日前, a bare
day without an issue date) is found too, with empty ``start`` and ``end``: it is never guessed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsgraph.model import Span

_DIGITS = str.maketrans("０１２３４５６７８９：（）○零", "0123456789:()〇〇")
_NUMERALS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_WEEKDAYS = {char: value for value, char in enumerate("一二三四五六日")} | {"天": 6, "末": 5}

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_DASH = r"(?:[-—–－~～]{1,2}|至|到)"
_HOUR = (
    r"(?:凌晨|清晨|早晨|早上|一早|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|当晚|晚|深夜|夜间|夜里|夜)?"
    r"(?:\d{1,2}(?:时|点)(?:许|半|整|\d{1,2}分)?|\d{1,2}:\d{2})?"
)
_POINT = re.compile(
    r"(?:"
    r"(?P<vague>日前|近日|近期|近来|连日来|不久前|前不久|最近几天|(?<![离距])最近(?!的))"
    r"|(?P<same>当天|当日|当晚|同日|同一天|当天晚上)"
    r"|(?P<next>次日|翌日|第二天)"
    r"|(?P<near>大?前[天日](?!的)|昨[天日晚夜]|今[天日晚晨夜]|[明后][天日]|明晚|昨(?!今)|今(?=[上下]午|在|举行|召开|开幕))"
    r"|(?<!每)(?P<week>上上|上|本|这|下)?个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])(?![年期])"
    r"|(?:(?P<year>\d{4}|[一二三四五六七八九〇]{4}|(?P<year2>(?<!\d)\d{2}))年|(?P<relyear>今年|本年|去年|明年|前年|(?<![产成用营工运])后年|次年|翌年|来年))?"
    rf"(?:(?P<month>(?<!\d){_NUMBER}|正)月份?|(?P<relmonth>本月|上个?月|下个?月|次月))?"
    rf"(?:(?P<first>(?<![\d.第]){_NUMBER}){_DASH})?"
    rf"(?P<day>(?<![\d.第]){_NUMBER})(?:日(?!内|均|元(?!旦)|游|龄|益)|号(?![\w]{{0,1}}[线楼院馆店台机令文厅门桥井码车船矿站区展]))"
    r"|(?:(?P<myear>\d{4}|[一二三四五六七八九〇]{4})年|(?P<mrelyear>今年|本年|去年|明年|前年|后年|次年|翌年|来年))?"
    rf"(?P<mmonth>(?<![\d.第]){_NUMBER})月(?:份|(?:[上中下]旬)|(?=[^\d一二三四五六七八九十]|$))"
    r")"
    rf"{_HOUR}(?:[,， 　]?(?:星期|周)[一二三四五六日])?"
)
_CLOCK = re.compile(_HOUR)
_JOINT = re.compile(rf"\s*{_DASH}\s*|[、和]")
_FUTURE = re.compile(r"(?:将|定|拟|计划|预计|预定)(?:定)?(?:[于在]|(?:持续|延续|展出)[至到])?(?:今年|当年)?$")
_ASKED = re.compile(r"(?:邀请|欢迎|请)[^，。；\n]{0,12}(?:参加|出席)$|(?:办好|筹办|筹备好?|备战|迎接)$")
"""Before the day of what somebody is asked to come to, or to prepare."""
_FUTURE_BEFORE = re.compile(r"将(?=[于在赴出前访率])[^。；\n]*，[^。；，\n]*$")
_FUTURE_BEHIND = re.compile(r"(?:(?!说|称|表示|宣布)[^。；\n]){0,12}?(?:将|拟)(?=[于在赴举召出访率开启])")
_DATELINE = re.compile(r"(?:上午|下午|晚|午)?(?:专?电|讯)(?=[：: 　\s（(]|$)")
_SINCE = re.compile(r"(?:自|从|截至|截止|截止到|始于|成立于|建于)$")
_OF_MEETING = re.compile(r"[^，。]{0,8}(?:召开|举行|举办|结束|闭幕)的")
_EFFECTIVE = re.compile(r"起(?!跑|飞|航|程)|以来|以前|之前|前(?![往来后])")
_NEAR_DAYS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1, "来年": 1, "后年": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """One expression at `span`; `start` and `end` are ISO 8601 days or months, empty where unresolved.

    `vague`: the text declines to say (日前). `bounding`: a since or until (截至11月30日, 自1月1日起), which
    dates no event.
    """

    span: Span
    text: str
    start: str = ""
    end: str = ""
    vague: bool = False
    bounding: bool = False


@dataclass(slots=True)
class _Context:
    """What the resolver knows at a point of the text: the issue's day, and the day last spoken of."""

    issue: date | None
    last: date | None = None


def parse_dates(text: str, issue_date: str | None) -> list[FoundDate]:
    """Return the date expressions of `text` in order, none overlapping.

    A day or month without its year is the one nearest to the issue that the words allow: past by default, to
    come after 将, 定于, 拟; a bare day is of the issue's month or, if still to come, of the month before.
    当天 is the day last spoken of, else unresolved. A week begins on Monday. A dateline (新华社甲地10月21日电)
    dates no event, but 今天 and 昨天 behind it count from its day.

    Parameters
    ----------
    text : str
        One article, or any part of it.
    issue_date : str or None
        ISO 8601 day of the issue; without it only what carries its year is resolved.

    Notes
    -----
    Linear in the text. Impossible days (2月30日) are found and stay unresolved.

    Examples
    --------
    >>> [(d.text, d.start, d.end) for d in parse_dates("定于12月29日至次年1月2日召开", "2021-12-09")]
    [('12月29日至次年1月2日', '2021-12-29', '2022-01-02')]
    >>> [d.start for d in parse_dates("昨日上午；日前；本周日（9月12日）", "2010-09-08")]
    ['2010-09-07', '', '2010-09-12']
    """
    plain = text.translate(_DIGITS)
    context = _Context(issue=_parse_day(issue_date))
    found: list[FoundDate] = []
    matches = list(_matches(plain))
    index = 0
    while index < len(matches):
        match = matches[index]
        item = _resolve(match, plain, context)
        if len(item.start) == 10 and _DATELINE.match(plain, match.end()):
            item = replace(item, bounding=True)
            context.issue = date.fromisoformat(item.start)
        follow = matches[index + 1] if index + 1 < len(matches) else None
        joined = _join(item, match, follow, plain=plain, context=context) if follow is not None else None
        if joined is not None:
            item, index = joined, index + 1
        if item.start and len(item.start) == 10 and not item.bounding:
            context.last = date.fromisoformat(item.start)
        found.append(replace(item, text=text[item.span.start : item.span.end]))
        index += 1
    return found


def _matches(plain: str) -> Iterator[re.Match[str]]:
    return (match for match in _POINT.finditer(plain) if match.group())


def _parse_day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _number(text: str) -> int:
    """Value of 12, 十二, 二十一, 廿三 or 正 (the first month)."""
    if text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十").replace("正", "一")
    if "十" in text:
        tens, _, units = text.partition("十")
        return _NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(units, 0)
    return _NUMERALS.get(text, 0)


def _year(match: re.Match[str], context: _Context, *, prefix: str = "") -> int | None:
    if printed := match[prefix + "year"]:
        if printed.isdigit():
            value = int(printed)
            return value if value > 99 else _century(value, context.issue)
        return int("".join(str(_NUMERALS[char]) for char in printed))
    if word := match["mrelyear" if prefix else "relyear"]:
        if word in ("次年", "翌年"):
            base = context.last or context.issue
            return base.year + 1 if base else None
        return context.issue.year + _YEARS[word] if context.issue else None
    return None


def _century(value: int, issue: date | None) -> int | None:
    """A two-digit year is the one nearest to the issue."""
    return min((value + c for c in (1800, 1900, 2000)), key=lambda y: abs(y - issue.year)) if issue else None


def _resolve(match: re.Match[str], plain: str, context: _Context) -> FoundDate:
    span = Span(match.start(), match.end())
    future = bool(
        _FUTURE.search(plain, max(0, match.start() - 6), match.start())
        or (not match["month"] and _FUTURE_BEFORE.search(plain, max(0, match.start() - 24), match.start()))
        or _ASKED.search(plain, max(0, match.start() - 20), match.start())
        or _FUTURE_BEHIND.match(plain, match.end())
    )
    since = _SINCE.search(plain, max(0, match.start() - 4), match.start())
    bounding = bool(since and not _OF_MEETING.match(plain, match.end())) or bool(
        _EFFECTIVE.match(plain, match.end())
    )
    item = FoundDate(span=span, text="", bounding=bounding, vague=bool(match["vague"]))
    if match["vague"]:
        return item
    if match["mmonth"]:
        return _resolve_month(item, match, context, future=future)
    if match["day"]:
        return _resolve_printed(item, match, context, future=future)
    day = _resolve_relative(match, context)
    return replace(item, start=day.isoformat(), end=day.isoformat()) if day else item


def _resolve_relative(match: re.Match[str], context: _Context) -> date | None:
    if match["same"]:
        return context.last
    if match["next"]:
        return context.last + timedelta(days=1) if context.last else None
    if context.issue is None:
        return None
    if near := match["near"]:
        key = "大前" if near.startswith("大前") else near[0]
        return context.issue + timedelta(days=_NEAR_DAYS[key])
    monday = context.issue - timedelta(days=context.issue.weekday())
    target = monday + timedelta(days=_WEEKDAYS[match["weekday"]])
    shift = {"上上": -2, "上": -1, "下": 1}.get(match["week"] or "", 0)
    if match["week"] is None and target > context.issue:
        shift = -1
    return target + timedelta(weeks=shift)


def _resolve_printed(item: FoundDate, match: re.Match[str], context: _Context, *, future: bool) -> FoundDate:
    year, month = _year(match, context), _month(match, context)
    day = _number(match["day"])
    if match["relmonth"] and year is None and month is not None and context.issue:
        year = _year_of_relative_month(match["relmonth"], context.issue)
    end = _place_day(year, month, day, context, future=future)
    start = end
    if match["first"] and end is not None:
        start = _make(end.year, end.month, _number(match["first"]))
    if start is None or end is None or start > end:
        return item
    return replace(item, start=start.isoformat(), end=end.isoformat())


def _month(match: re.Match[str], context: _Context) -> int | None:
    if match["month"]:
        return _number(match["month"])
    if match["relmonth"] and context.issue:
        shift = {"上": -1, "下": 1, "次": 1}.get(match["relmonth"][0], 0)
        return (context.issue.month - 1 + shift) % 12 + 1
    return None


def _year_of_relative_month(word: str, issue: date) -> int:
    shift = {"上": -1, "下": 1, "次": 1}.get(word[0], 0)
    return issue.year + (issue.month - 1 + shift) // 12


def _make(year: int, month: int, day: int) -> date | None:
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def _place_day(
    year: int | None, month: int | None, day: int, context: _Context, *, future: bool
) -> date | None:
    """Choose the year (and month) that the text leaves out."""
    if year is not None and month is not None:
        return _make(year, month, day)
    issue = context.issue
    if issue is None:
        return None
    if month is not None:
        options = [_make(issue.year + shift, month, day) for shift in (-1, 0, 1)]
    else:
        options = [_day_of_month(issue, shift, day) for shift in (-2, -1, 0, 1, 2)]
    days = [option for option in options if option is not None]
    if not days:
        return None
    if future:
        return min((d for d in days if d >= issue), default=None)
    tolerance = timedelta(days=92) if month is not None else timedelta(0)
    return min((d for d in days if d <= issue + tolerance), key=lambda d: abs(d - issue), default=None)


def _day_of_month(issue: date, shift: int, day: int) -> date | None:
    index = issue.year * 12 + issue.month - 1 + shift
    return _make(index // 12, index % 12 + 1, day)


def _resolve_month(item: FoundDate, match: re.Match[str], context: _Context, *, future: bool) -> FoundDate:
    year, month = _year(match, context, prefix="m"), _number(match["mmonth"])
    if not 1 <= month <= 12:
        return item
    if year is None:
        if context.issue is None:
            return item
        later = month < context.issue.month and future
        year = context.issue.year + later
    value = f"{year:04d}-{month:02d}"
    return replace(item, start=value, end=value)


def _join(
    item: FoundDate, match: re.Match[str], follow: re.Match[str], *, plain: str, context: _Context
) -> FoundDate | None:
    """Join 23日至24日 or 8日、9日 into a span, 本周日（9月12日） into a day; ``None`` where apart."""
    between = plain[match.end() : follow.start()]
    if between == "(" and plain[follow.end() : follow.end() + 1] == ")" and (follow["day"] or match["day"]):
        exact = _resolve(follow, plain, context) if follow["day"] else item
        tail = _CLOCK.match(plain, follow.end() + 1)
        close = tail.end() if tail else follow.end() + 1
        return replace(exact, span=Span(item.span.start, close))
    if not _JOINT.fullmatch(between) or len(item.start) != 10 or follow["vague"] or follow["mmonth"]:
        return None
    start = date.fromisoformat(item.start)
    end = _range_end(follow, start)
    if end is None or end < start or (between in "、和" and (end - start).days != 1):
        return None
    return replace(item, span=Span(item.span.start, follow.end()), end=end.isoformat())


def _range_end(follow: re.Match[str], start: date) -> date | None:
    """The end of a span takes from its start what it does not say."""
    if follow["day"]:
        inner = _Context(issue=start, last=start)
        year, month = _year(follow, inner), _month(follow, inner)
        month = start.month if month is None else month
        year = start.year + (month < start.month) if year is None else year
        return _make(year, month, _number(follow["day"]))
    return _resolve_relative(follow, _Context(issue=start, last=start)) if follow["week"] is None else None
