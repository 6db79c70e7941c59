"""The place from which an article is sent: 新华社北京12月8日电, 本报长沙讯."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"^[【\[（(]?(?:据)?(?:新华社|中新社|中新网|新华网|央广网|人民网|本报|本台|本刊|[\u4e00-\u9fff]{2,4}(?:日报|晚报|报))"
    r"(?:驻)?(?P<place>[\u4e00-\u9fff·]{2,8}?)\s*(?:(?:[12]\d{3}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)?\s*(?:综合)?(?:专?电|讯)"
)
_NO_PLACE = re.compile(r"^(?:综合|最新|快|简|短|特|专|急|独家|消息|综合消息|今|昨|日前)$|^综合|记者|通讯员")


def find_dateline(paragraph: str) -> str | None:
    """Return the place of a dateline as printed, or ``None`` (本报讯 names none).

    Examples
    --------
    >>> find_dateline("新华社北京12月8日电 国家主席"), find_dateline("本报讯（记者 王小明）昨日")
    ('北京', None)
    """
    match = _DATELINE.match(paragraph)
    if match is None or _NO_PLACE.search(match["place"]):
        return None
    return match["place"]
