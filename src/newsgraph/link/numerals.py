"""Amounts and sums of money as the press prints them: 1.86亿, 9亿6000万, 九亿六千万, 1,200, 1.2亿美元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.model import Attr

_FIGURE = r"(?:\d+(?:[,，]\d{3})*(?:[.．]\d+)?|[〇零一二两三四五六七八九十百千点]+)"
AMOUNT = rf"{_FIGURE}(?:[十百千]?万?亿|[十百千]?万|[百千])?(?:{_FIGURE}[十百千]?万)?"
"""Pattern of a number with its scale, in figures, characters or both."""

CURRENCIES = {
    "元": "CNY",
    "港元": "HKD",
    "港币": "HKD",
    "澳门元": "MOP",
    "美元": "USD",
    "美金": "USD",
    "欧元": "EUR",
    "日元": "JPY",
    "英镑": "GBP",
    "卢布": "RUB",
    "新台币": "TWD",
    "台币": "TWD",
    "新加坡元": "SGD",
    "韩元": "KRW",
    "加元": "CAD",
    "澳元": "AUD",
    "瑞士法郎": "CHF",
    "坚戈": "KZT",
}
"""Codes of ISO 4217 by the currencies' printed names."""
UNIT = "|".join(sorted(CURRENCIES, key=len, reverse=True))
"""Pattern of the unit of a sum of money."""
MONEY = rf"(?P<amount>{AMOUNT})(?:元)?(?P<currency>人民币|{UNIT}|)"
"""Pattern of a sum of money; see `read_money`."""
ABOUT = (
    r"(?:总?额)?(?:预计|计划|估算|概算|预算)?"
    r"(?:约为?|为|达到?|近|不(?:低|少|小)于|不超过|超过?|逾|共|共计|高达|合计|人民币|：|:)*"
)
"""Pattern of what may stand between a word like 总投资 and its sum."""

_DIGITS = str.maketrans("〇零一二两三四五六七八九点．", "001223456789..", ",，")
_SCALES = {"千": 1000.0, "百": 100.0, "十": 10.0}


def read_amount(text: str) -> float:
    """Return the value of what `AMOUNT` matches.

    Examples
    --------
    >>> [read_amount(text) for text in ("1.86亿", "9亿6000万", "九亿六千万", "一千八百六十万", "1,200", "3万亿")]
    [186000000.0, 960000000.0, 960000000.0, 18600000.0, 1200.0, 3000000000000.0]
    """
    for mark, scale in (("亿", 1e8), ("万", 1e4)):
        head, found, tail = text.rpartition(mark)
        if found:
            return round(read_amount(head) * scale + (read_amount(tail) if tail else 0.0), 2)
    plain = text.translate(_DIGITS)
    total = 0.0
    for number, unit in re.findall(r"(\d+(?:\.\d+)?)?([千百十]?)", plain):
        if number or unit:
            total += float(number or 1) * _SCALES.get(unit, 1.0)
    return total


def read_money(match: re.Match[str], name: str) -> Iterator[tuple[str, Attr]]:
    """Yield the attributes of a sum that holds `MONEY`: in yuan, or in the currency printed; none without a unit.

    Examples
    --------
    >>> dict(read_money(re.search(MONEY, "3.2亿元"), "contract"))
    {'contract_cny': 320000000.0}
    >>> dict(read_money(re.search(MONEY, "1.2亿美元"), "contract"))
    {'contract_amount': 120000000.0, 'contract_currency': 'USD'}
    """
    currency = CURRENCIES.get(match["currency"] or "元", "CNY")
    amount = read_amount(match["amount"])
    if currency != "CNY":
        yield f"{name}_amount", amount
        yield f"{name}_currency", currency
    elif "元" in match.group() or "人民币" in match.group():
        yield f"{name}_cny", amount
