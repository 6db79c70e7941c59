"""Divisions at the head of a name, as papers of any year print them: in full, short, under a former name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from newsgraph.lexicon import divisions
from newsgraph.lexicon.divisions import COUNTY, PREFECTURE, TOWN, Division

_TOWN_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:镇(?![江海远宁])|(?<![故家侨水城])乡|街道|苏木)"
    r"(?=$|党委|党工委|人民政府|政府|人大|纪委|办事处|综治|卫生院|中心|中学|小学|派出所|司法所|财政所|敬老院|"
    r".{1,10}(?:村|社区|组|屯|嘎查|路|街|区|园|基地)$)"
)


_COUNTY_NAME = re.compile(
    r"(?![我本全该各邻外两几数某跨]|.{0,3}(?:贫困|示范|试点|农业|人口|经济|工业|生态|边境|革命老区|[大强小百][县区]))"
    r"(?:[\u4e00-\u9fff]{1,4}?[县旗]"
    r"|[\u4e00-\u9fff]{2,3}?(?<![开发高新园景社城矿林牧库灾地山治验范税游业护疆片辖作特])区"
    r"|[\u4e00-\u9fff]{2,3}?(?<![级辖城股超门市])市)"
    r"(?=$|委|党委|人民政府|政府|人大|人民代表大会|政协|纪委|监委|人武部|(?:人民)?法院|(?:人民)?检察院)"
)
_SHORTEST_ZONE = 3
_ABBREVIATED = re.compile(r"[\u4e00-\u9fff]{2,3}?[旗县]")


@dataclass(frozen=True, slots=True)
class Named:
    """A division, called as the name calls it officially, and the `form` in which it is printed."""

    division: Division
    form: str

    def is_short_and_far(self, near: Division | None) -> bool:
        """Whether it is a county, or lower, of another province than `near` that is printed without its kind."""
        division = self.division
        if self.form == division.name or near is None or division.level < COUNTY:
            return False
        return division.code[:2] != near.code[:2]


def lineage(division: Division | None) -> tuple[Division, ...]:
    """Return the division and those above it, lowest first; nothing for ``None``."""
    return () if division is None else (division, *divisions.parents(division))


def read_divisions(text: str, near: Division | None) -> tuple[tuple[Named, ...], str]:
    """Return the divisions at the head of a name, highest first, and what stands behind them.

    A county or prefecture printed under a former name (X县 for today's X市) keeps it. A town that the lexicon
    has not, or only in another prefecture than the one spoken from, is a division of its own (code ``""``):
    papers of other decades name towns that were merged since.

    Parameters
    ----------
    near : Division or None
        Where the text speaks from.

    Examples
    --------
    >>> chain, rest = read_divisions("衡南县柳塘口镇青石村", None)
    >>> [(named.division.code, named.form) for named in chain], rest
    ([('430422', '衡南县'), ('', '柳塘口镇')], '青石村')
    >>> read_divisions("浏阳县委", None)[0][0].division.name
    '浏阳县'
    """
    chain: list[Named] = []
    rest = text
    for division in divisions.find_chain(text, near=near):
        if not chain and division.level == TOWN and _is_far(division, near):
            break
        if chain and chain[-1].division.level < COUNTY and _is_zone_of_county(division):
            break
        chain.append(_of_its_time(_named(rest, division), rest, near))
        rest = rest[len(chain[-1].form) :]
    if not chain and (county := _abbreviated(text, near) or unknown_county(text)) is not None:
        chain.append(county)
        rest = rest[len(county.form) :]
    lowest = chain[-1].division if chain else None
    town = _TOWN_NAME.match(rest) if lowest is None or lowest.level < TOWN else None
    if town is not None:
        county_code = near.code if near is not None and near.level == COUNTY else ""
        parent = lowest.code if lowest else county_code
        chain.append(Named(Division("", TOWN, town[0], parent), town[0]))
        rest = rest[town.end() :]
    return tuple(chain), rest


def _is_zone_of_county(division: Division) -> bool:
    """Whether a division is a zone of a county (经济开发区), which behind a city's name is the city's own."""
    return division.level == TOWN and divisions.ZONE_ENDINGS.search(division.name) is not None


def seat_division(place: str) -> Division | None:
    """Return the division that a paper's seat is, or lies in where it is a zone (两江新区: 重庆市).

    Examples
    --------
    >>> seat_division("重庆两江新区").name, seat_division("两江新区").name, seat_division("衡阳市").name
    ('重庆市', '重庆市', '衡阳市')
    """
    division = lowest_division(place)
    return division or divisions.get(divisions.ZONES.get(place, ""))


def zone_of(place: str) -> str:
    """Return the seat of a paper if that is a zone and no division, else ``""``.

    Examples
    --------
    >>> zone_of("重庆两江新区"), zone_of("滨海新区"), zone_of("衡阳市")
    ('重庆两江新区', '', '')
    """
    _, rest = read_divisions(place, None)
    return place if divisions.ZONE_ENDINGS.search(rest) else ""


def short_zone(zone: str) -> str:
    """Return the name of a zone without the division at its head (两江新区 for 重庆两江新区)."""
    _, rest = read_divisions(zone, None)
    return rest if len(rest) > _SHORTEST_ZONE else zone


def lowest_division(text: str, near: Division | None = None) -> Division | None:
    """Return the last division named at the head of a name, or ``None``."""
    chain, _ = read_divisions(text, near)
    return chain[-1].division if chain else None


def _named(text: str, division: Division) -> Named:
    """Return the division with the longest head of `text` that means it, called so if formerly named so."""
    heads = (text[:length] for length in range(min(len(text), 16), 1, -1))
    form = next((head for head in heads if division in divisions.find_all(head)), division.name)
    current = form == division.name or form in divisions.short_forms(division.name, division.level)
    return Named(division if current else replace(division, name=form), form)


def _of_its_time(named: Named, text: str, near: Division | None) -> Named:
    """Return what a prefecture's name meant while it was a 地区: it before 地委, its city of that name as X市."""
    division, form = named.division, named.form
    if division.level != PREFECTURE:
        return named
    if text.startswith(("地委", "行署", "行政公署"), len(form)) and not form.endswith(("地区", "盟")):
        return replace(named, division=replace(division, name=form.removesuffix("市") + "地区"))
    if near is not None and near.name.endswith("地区") and form == near.name.removesuffix("地区") + "市":
        return replace(named, division=Division("", COUNTY, form, near.code))
    return named


def _is_far(town: Division, near: Division | None) -> bool:
    """Whether a town printed without its county can hardly be this one."""
    if near is None:
        return len(divisions.find_all(town.name)) > 1
    return not town.code.startswith(near.code[:4])


def _abbreviated(text: str, near: Division | None) -> Named | None:
    """Return the county of the prefecture whose characters a form leaves out: 西乌旗 for 西乌珠穆沁旗."""
    form = _ABBREVIATED.match(text)
    if form is None or near is None or not near.code:
        return None
    fits = [county for county in _counties(near.code[:4]) if _abbreviates(form[0], county.name)]
    return Named(fits[0], form[0]) if len(fits) == 1 else None


def unknown_county(text: str) -> Named | None:
    """Return the county, district or city at the head of an organ's name that no list has (郎县 in 郎县县委).

    Alone, only a county's name (X县, X旗) is told from a word.
    """
    match = _COUNTY_NAME.match(text)
    if match is None or (match.end() == len(text) and text[-1] in "区市"):
        return None
    return Named(Division("", COUNTY, match[0], ""), match[0])


def _abbreviates(form: str, name: str) -> bool:
    if len(form) >= len(name) or form[0] != name[0] or form[-1] != name[-1]:
        return False
    rest = iter(name)
    return all(char in rest for char in form)


@cache
def _counties(code: str) -> tuple[Division, ...]:
    """Return the counties inside the division with this code."""
    found: Iterable[Division] = (
        d for name in divisions.iter_names(towns=False) for d in divisions.find_all(name)
    )
    inside = {d for d in found if d.level == COUNTY and d.code.startswith(code)}
    return tuple(sorted(inside, key=lambda d: d.code))
