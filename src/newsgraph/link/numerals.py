"""Amounts as the press prints them: 1.86亿, 9亿6000万, 九亿六千万, 1,200."""

from __future__ import annotations

import re

_FIGURE = r"(?:\d+(?:[,，]\d{3})*(?:\.\d+)?|[〇零一二两三四五六七八九十百千点]+)"
AMOUNT = rf"{_FIGURE}(?:[十百千]?万?亿|[十百千]?万|[百千])?(?:{_FIGURE}[十百千]?万)?"
"""Pattern of a number with its scale, in figures, characters or both."""

_DIGITS = str.maketrans("〇零一二两三四五六七八九点", "001223456789.", ",，")
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
