"""What personal names in Chinese print are made of: surnames, characters of given and transliterated names.

References
----------
``data/names.tsv.gz`` is counted by ``models/build_names.py`` from annotated news; surnames are checked with
the list of Chinese-Names-Corpus (Apache-2.0). Values are natural log-odds against running text.
``data/persons.toml`` holds the words that stand around names.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

from newsgraph.lexicon.tables import table


def words(kind: str) -> tuple[str, ...]:
    """Return one list of ``data/persons.toml``: ``address``, ``bylines``, ``occupations`` …"""
    return tuple(table("persons")[kind])


LIFE_STEP = r"(?:19|20)\d\d[.．年]\d{1,2}月?\s*(?:[-—–~～]{1,2}|至)"
"""Pattern of the head of a row in which a life is told: 2003.05—, 2022年10月至."""

COMPOUND_SURNAMES = frozenset(words("compound_surnames"))

ABSENT = -0.5
"""Log-odds of a rare character of which nothing was counted."""


@cache
def name_table(part: str) -> dict[str, float]:
    """Return the log-odds of one part of names.

    Parameters
    ----------
    part : str
        ``surname``, ``only`` (a given name of one character), ``first`` and ``second`` (of two), ``foreign``
        (in a transliterated name), ``after1`` and ``after2`` (the character, the pair, right behind a name),
        ``word`` (what reads like a name and is none; the value is unused).
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
    >>> surname_of("皇甫某"), surname_of("王某某"), surname_of("伊戈尔·索洛金")
    ('皇甫', '王', '')
    """
    bare = "".join(name.split())
    if not 2 <= len(bare) <= 4 or "·" in bare:
        return ""
    if len(bare) >= 3 and bare[:2] in COMPOUND_SURNAMES:
        return bare[:2]
    return bare[0] if is_surname(bare[0]) and len(bare) <= 3 else ""
