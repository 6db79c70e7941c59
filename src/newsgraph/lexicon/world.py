"""Countries, large cities abroad, and the regions and natural features that news names.

References
----------
Country and city names: Unicode CLDR (Unicode licence), by way of Babel. Other names: counted in corpora by
``models/build_lexicon.py``. One-character forms and regions: usage of the Chinese press.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

from newsgraph.lexicon.tables import words

COUNTRY_CHARACTERS = {
    "中": "CN", "美": "US", "俄": "RU", "英": "GB", "法": "FR", "德": "DE", "日": "JP", "韩": "KR",
    "朝": "KP",
    "印": "IN", "越": "VN", "泰": "TH", "缅": "MM", "老": "LA", "柬": "KH", "菲": "PH", "马": "MY",
    "新": "SG",
    "澳": "AU", "加": "CA", "墨": "MX", "巴": "PK", "阿": "AE", "沙": "SA", "伊": "IR", "埃": "EG",
    "土": "TR",
    "以": "IL", "叙": "SY", "乌": "UA", "波": "PL", "捷": "CZ", "匈": "HU", "塞": "RS", "希": "GR",
    "意": "IT",
    "西": "ES", "葡": "PT", "荷": "NL", "比": "BE", "瑞": "CH", "挪": "NO", "芬": "FI", "丹": "DK",
    "冰": "IS",
    "爱": "IE", "奥": "AT", "哈": "KZ", "吉": "KG", "塔": "TJ", "蒙": "MN", "尼": "NP", "孟": "BD",
    "斯": "LK",
    "古": "CU", "智": "CL", "秘": "PE", "厄": "EC", "委": "VE", "南": "ZA", "苏": "SU", "文": "BN",
    "刚": "CG",
    "肯": "KE", "坦": "TZ", "赞": "ZM", "白": "BY", "格": "GE", "罗": "RO", "保": "BG", "克": "HR",
    "卢": "RW",
}  # fmt: skip
"""One-character names of countries, to ISO 3166 codes; only a context (中X两国, 驻X, X方) makes them
names."""


def _lines(file: str) -> list[str]:
    raw = (files("newsgraph.lexicon") / "data" / file).read_bytes()
    return gzip.decompress(raw).decode("utf-8").splitlines()


@cache
def countries() -> dict[str, str]:
    """Return the names of states and territories, customary short ones among them, to ISO codes (``""``
    unknown)."""
    rows = [line.split("\t") for line in _lines("world.tsv.gz")]
    return {name: "" for name in words("places", "countries")} | {
        name: code for name, kind, code in rows if kind == "country"
    }


@cache
def other_places() -> frozenset[str]:
    """Return cities abroad, regions and natural features that no division's name covers."""
    rows = [line.split("\t") for line in _lines("world.tsv.gz")]
    cities = {name for name, kind, _ in rows if kind == "city"}
    return frozenset(
        cities
        | set(words("places", "regions"))
        | set(words("places", "cities"))
        | set(_lines("places.txt.gz"))
    )
