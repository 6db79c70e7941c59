"""Times that a later stage can put on a calendar, and amounts of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.tag.candidates import Candidate, candidates_of, text_of

_N = r"[0-9０-９〇○零一二三四五六七八九十廿]"
_PART = r"(?:凌晨|清晨|早晨|早上|上午|中午|正午|下午|傍晚|晚上|夜间|深夜|晚|夜|早)"
_CLOCK = rf"(?:{_N}{{1,3}}(?:时|点)(?!间|多)(?:{_N}{{1,3}}分|半|许)?|[0-9]{{1,2}}[:：][0-9]{{2}})"
_YEAR = rf"(?:{_N}{{2,4}}年(?!级|龄|代|度|来|间|期)|今年|明年|去年|前年|(?<![产成用营工运])后年|次年|翌年|当年|同年)"
_MONTH = rf"(?:{_N}{{1,3}}月(?!度)|本月|上月|下月|上个月|下个月|当月|次月|同月)"
_DAY = rf"{_N}{{1,3}}日(?!均|益|常|游|内|供)"
_WEEK = r"(?:[上本下这]?(?:周|星期|礼拜)[一二三四五六日天末])"
_RELATIVE = (
    r"(?:今日|明日|昨日|前日|次日|翌日|当日|同日|即日|今天|明天|昨天|前天|后天|当天|次日|第二天|今晨|"
    r"今早|今晚|昨晚|昨夜|当晚|明晚|前晚|日前|近日)"
)
_DATE = (
    rf"(?:{_YEAR}?(?:{_MONTH})?{_DAY}(?:（[^（）\n]{{2,6}}）|\([^()\n]{{2,6}}\))?|"
    rf"{_YEAR}?{_MONTH}(?:[上中下]旬|初|底|末)?|{_WEEK}|{_RELATIVE}|{_YEAR}(?:[上下]半年|"
    r"年?[初底末中]|第?[一二三四]季度|春节|国庆|五一)?)"
)
_POINT = rf"(?:{_DATE}(?:{_WEEK})?{_PART}?(?:{_CLOCK})?|{_PART}{_CLOCK})"
_TIME = re.compile(rf"{_POINT}(?:(?:至|到|—|——|-|－|～|~){_POINT})*(?:[前后]|以前|以来|起)?")

_DIGITS = r"[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?"
_UNIT = r"[十百千万亿]{0,3}多?余?"
_CURRENCY = (
    r"(?:元人民币|人民币|美元|欧元|英镑|日元|港元|港币|澳门元|澳元|加元|新元|卢布|韩元|新台币|台币|"
    r"法郎|马克|瑞士法郎|卢比|泰铢|里亚尔|元)"
)
_MONEY = re.compile(
    rf"(?:人民币|港币|US\$|HK\$|￥|\$)?(?:{_DIGITS}(?:{_UNIT})|"
    rf"[一二两三四五六七八九十百千几数]+[百千万亿]+多?余?){_CURRENCY}(?![旦宵])"
)


def find_times(text: str) -> Iterator[Candidate]:
    """Yield dates, clock times behind them, and ranges, whole (12月8日上午, 29日至次年1月2日, 上周六晚,
    9月底前).

    Examples
    --------
    >>> text = "12月8日上午开会，29日至次年1月2日休会"
    >>> [text[c.start : c.end] for c in find_times(text)]
    ['12月8日上午', '29日至次年1月2日']
    """
    for match in _TIME.finditer(text):
        yield Candidate(*match.span(), "TIME", 0.95, "grammar.time")


def find_money(text: str) -> Iterator[Candidate]:
    """Yield amounts with their currency (8.8亿元, 12亿港元, 三千万元).

    Examples
    --------
    >>> text = "总投资8.8亿元，其中外资2亿美元"
    >>> [text[c.start : c.end] for c in find_money(text)]
    ['8.8亿元', '2亿美元']
    """
    for match in _MONEY.finditer(text):
        yield Candidate(*match.span(), "MONEY", 0.97, "grammar.money")


@Language.component("newsgraph_quantities", assigns=["doc._.candidates"])
def quantities(doc: Doc) -> Doc:
    """Append what `find_times` and `find_money` find."""
    found = candidates_of(doc)
    found.extend(find_times(text_of(doc)))
    found.extend(find_money(text_of(doc)))
    return doc
