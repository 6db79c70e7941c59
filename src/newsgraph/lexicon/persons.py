"""What personal names in Chinese print are made of: surnames, characters of given and of transliterated names.

References
----------
``data/names.tsv.gz`` is counted by ``models/build_names.py`` from annotated news; surnames are checked against the list
of Chinese-Names-Corpus (Apache-2.0). Values are natural log-odds against running text; no name is kept.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

COMPOUND_SURNAMES = frozenset(
    "欧阳 太史 上官 端木 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 "
    "钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 "
    "呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 "
    "仲长 子书 子桑 即墨 达奚 褚师 吴铭 纳兰 爱新觉罗 叶赫那拉 呼延 淳于 单于 张简 范姜 欧".split()  # noqa: SIM905
) - {"吴铭", "欧", "张简", "范姜", "第五", "百里", "东方", "南门", "西门", "东里", "东宫", "即墨"} | {
    "东方",
    "西门",
}

ABSENT = -0.5
"""Log-odds of a rare character of which nothing was counted."""


@cache
def name_table(part: str) -> dict[str, float]:
    """Return the log-odds of one part of names.

    Parameters
    ----------
    part : str
        ``surname``, ``only`` (a given name of one character), ``first`` and ``second`` (of two), ``foreign`` (in a
        transliterated name), ``after1`` and ``after2`` (the character, the pair, right behind a name).
    """
    return _tables()[part]


@cache
def _tables() -> dict[str, dict[str, float]]:
    tables: dict[str, dict[str, float]] = {}
    raw = gzip.decompress((files("newsgraph.lexicon") / "data/names.tsv.gz").read_bytes()).decode("utf-8")
    for line in raw.splitlines():
        part, item, value = line.split("\t")
        tables.setdefault(part, {})[item] = float(value)
    for surname in COMPOUND_SURNAMES:
        tables["surname"].setdefault(surname, 4.0)
    return tables


def is_surname(text: str) -> bool:
    """Whether `text` is a surname as it stands.

    Examples
    --------
    >>> is_surname("司徒"), is_surname("王"), is_surname("的")
    (True, True, False)
    """
    return text in name_table("surname")


@cache
def surname_of(name: str) -> str:
    """Return the surname of a Chinese name of up to four characters; ``""`` where none is known.

    Examples
    --------
    >>> surname_of("皇甫某"), surname_of("王某某"), surname_of("谢尔盖·库兹明")
    ('皇甫', '王', '')
    """
    bare = "".join(name.split())
    if not 2 <= len(bare) <= 4 or "·" in bare:
        return ""
    if len(bare) >= 3 and bare[:2] in COMPOUND_SURNAMES:
        return bare[:2]
    return bare[0] if is_surname(bare[0]) and len(bare) <= 3 else ""
