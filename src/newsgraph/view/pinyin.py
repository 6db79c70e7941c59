"""Names by their sound, so that a search for ``fjs`` or ``fujingshan`` finds 傅景山."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice, product

SURNAMES: Mapping[str, tuple[str, ...]] = {
    "万俟": ("mo qi",),
    "尉迟": ("yu chi",),
    "单于": ("chan yu",),
    "长孙": ("zhang sun",),
    "澹台": ("tan tai",),
    "鲜于": ("xian yu",),
    "中行": ("zhong hang",),
    "曾": ("zeng",),
    "单": ("shan",),
    "仇": ("qiu",),
    "解": ("xie",),
    "查": ("zha",),
    "朴": ("piao",),
    "区": ("ou",),
    "盖": ("ge", "gai"),
    "翟": ("zhai", "di"),
    "覃": ("qin", "tan"),
    "乐": ("yue", "le"),
    "缪": ("miao",),
    "种": ("chong",),
    "员": ("yun",),
    "折": ("she",),
    "洗": ("xian",),
    "黑": ("he",),
    "秘": ("bi",),
    "繁": ("po",),
    "祭": ("zhai",),
    "隗": ("wei", "kui"),
    "郗": ("xi", "chi"),
    "宓": ("mi", "fu"),
    "能": ("nai",),
    "召": ("shao",),
    "柏": ("bai", "bo"),
    "卜": ("bu",),
    "谌": ("chen", "shen"),
    "都": ("du",),
    "句": ("gou",),
    "阚": ("kan",),
    "牟": ("mu", "mou"),
    "藏": ("zang",),
    "莘": ("shen", "xin"),
    "郇": ("xun", "huan"),
    "费": ("fei", "bi"),
    "佴": ("nai",),
}
"""Readings of surnames, each first the commoner, where dictionaries of words read the character otherwise
(曾 céng), where two readings are alive (覃 is Qín in Guangxi, Tán elsewhere), or where a reader would
doubt. The readings are those that 《现代汉语词典》 marks 姓; without them pypinyin gives ceng, dan, chou."""

GIVEN: Mapping[str, tuple[str, ...]] = {
    "长": ("chang", "zhang"),
    "朝": ("chao", "zhao"),
    "乐": ("le", "yue"),
    "行": ("xing", "hang"),
    "重": ("zhong", "chong"),
    "盛": ("sheng", "cheng"),
    "曾": ("zeng", "ceng"),
    "传": ("chuan", "zhuan"),
    "藏": ("cang", "zang"),
    "茜": ("qian", "xi"),
    "娜": ("na", "nuo"),
}
"""Characters of given names that are alive in two readings, so that a search for either finds them."""
MOST_READINGS = 4

LONGEST = 40
"""Characters of a name that are spelt: nobody types more."""
_HAN = re.compile(r"[㐀-鿿豈-﫿𠀀-𲎯]")
_PARTS = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)
_PLAIN = re.compile(r"[^a-z0-9]+")


def spell(name: str, *, person: bool = False) -> list[str]:
    """Return the readings of `name`: syllables without tones, a space between them.

    Letters and digits stay as they are, all else is left out. A name without a Chinese character has none.

    Parameters
    ----------
    name : str
        Of which the first `LONGEST` characters count.
    person : bool, default False
        Whether it begins with a surname; then `SURNAMES` and `GIVEN` hold, and there may be several readings.

    Examples
    --------
    >>> spell("曾一鸣", person=True)
    ['zeng yi ming']
    >>> spell("覃若水", person=True)
    ['qin ruo shui', 'tan ruo shui']
    >>> spell("重庆市第2中学")
    ['chong qing shi di 2 zhong xue']
    >>> spell("ABC")
    []
    """
    name = name[:LONGEST]
    if not _HAN.search(name):
        return []
    if not person:
        return [_syllables(name)]
    surname = next((name[:n] for n in (2, 1) if name[:n] in SURNAMES), "")
    # A given name is no phrase: each character has its own sound.
    given = _PARTS.findall(name[len(surname) :])
    choices = [SURNAMES.get(surname, ("",)), *(GIVEN.get(part) or (_syllables(part),) for part in given)]
    return [" ".join(filter(None, reading)) for reading in islice(product(*choices), MOST_READINGS)]


def spell_all(names: Iterable[str], *, person: bool = False) -> str:
    """Return the readings of all `names`, each once, a ``|`` between them."""
    return "|".join(dict.fromkeys(reading for name in names for reading in spell(name, person=person)))


@cache
def _syllables(text: str) -> str:
    from pypinyin import lazy_pinyin

    # ü is typed as v.
    parts = (_PLAIN.sub("", part.lower()) for part in lazy_pinyin(text, v_to_u=False))
    return " ".join(filter(None, parts))
