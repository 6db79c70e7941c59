"""Dates as a paper's head prints them, in Arabic or Chinese numerals."""

from __future__ import annotations

import datetime
import re

_DIGIT = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {c: 0 for c in "零○Oo0ＯＯ"} | {"元": 1}
_NUMERAL = r"[\d〇零○一二三四五六七八九十廿卅]{1,4}"
_DATE = re.compile(
    r"(?P<y>[12]\d{3}|[12１２][０-９]{3}|[一二][〇零○Oo0九八一二三四五六七]{1}[〇零○Oo0一二三四五六七八九]{2})\s*年\s*"
    rf"(?P<m>{_NUMERAL})\s*月\s*(?P<d>{_NUMERAL})\s*(?:日|(?=\s*星期))"
    r"|(?P<y2>(?:19|20)\d{2})\s*[-—./．·]\s*(?P<m2>\d{1,2})\s*[-—./．·]\s*(?P<d2>\d{1,2})(?!\d)"
)


def find_date(text: str) -> str | None:
    """Return the first date of `text` that is a day of the calendar, as ISO 8601.

    Examples
    --------
    >>> find_date("2015年7月16日 星期四"), find_date("二〇二一年十二月九日"), find_date("2021.02.30")
    ('2015-07-16', '2021-12-09', None)
    """
    for match in _DATE.finditer(text):
        parts = [match[key] or match[key + "2"] for key in ("y", "m", "d")]
        try:
            return datetime.date(_year(parts[0]), number(parts[1]), number(parts[2])).isoformat()
        except ValueError:
            continue
    return None


def _year(text: str) -> int:
    return int("".join(str(_DIGIT[c]) if c in _DIGIT else str(int(c)) for c in text))


def number(text: str) -> int:
    """Return the value of an Arabic numeral or of a Chinese one below 100 (廿八 is 28).

    Raises
    ------
    ValueError
        If `text` is no such numeral.

    Examples
    --------
    >>> [number(text) for text in ("8", "二十四", "十", "廿八")]
    [8, 24, 10, 28]
    """
    if text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.rpartition("十")
    try:
        if ten:
            return 10 * (_DIGIT[tens] if tens else 1) + (_DIGIT[ones] if ones else 0)
        return int("".join(str(_DIGIT[c]) for c in text))
    except KeyError as err:
        raise ValueError(f"{text!r} is no numeral below 100") from err
