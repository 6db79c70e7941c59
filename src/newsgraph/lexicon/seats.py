"""What a user may call the seat of a paper: a division alone (衡阳市), or with those above it (湖南省衡阳市)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from newsgraph.lexicon import divisions
from newsgraph.lexicon.divisions import Division

MOST = 12
"""Divisions of one name that a message lists; there are as many districts, and more towns."""
_UNLISTED = re.compile(r"[\u4e00-\u9fff]{2,10}(?:[省市县区州盟旗镇乡]|地区|街道|苏木)")
_COUNTY = re.compile(r"[\u4e00-\u9fff]{1,8}[县旗]")


def find_seats(place: str) -> tuple[str, ...]:
    """Return, in full, the divisions that `place` may mean as a seat; none if no list has it.

    The one that is taken comes first. Of a prefecture and a county of one name it is the prefecture.

    Examples
    --------
    >>> find_seats("城关区")
    ('西藏自治区拉萨市城关区', '甘肃省兰州市城关区')
    >>> find_seats("兰州城关区"), find_seats("衡阳"), find_seats("火星市")
    (('甘肃省兰州市城关区',), ('湖南省衡阳市',), ())
    """
    found = divisions.find_all(place)
    if not found:
        one = divisions.find(place) or _at_end(place)
        return (_in_full(one),) if one else ()
    best = min((division.level, division.name != place) for division in found)
    alike = [division for division in found if (division.level, division.name != place) == best]
    return tuple(_in_full(division) for division in sorted(alike, key=lambda division: division.code))


def seat_name(place: str) -> str | None:
    """Return in full the division that `place` tells from its namesakes by those above it; ``None`` if it does not.

    Examples
    --------
    >>> seat_name("兰州城关区"), seat_name("城关区"), seat_name("湖南省衡阳市")
    ('甘肃省兰州市城关区', None, None)
    """
    division = None if divisions.find_all(place) else _at_end(place)
    if division is not None and len(find_seats(division.name)) > 1:
        return _in_full(division)
    return None


def doubt_of(place: str) -> str | None:
    """Return what a user has to know of how `place` is taken; ``None`` where it is one division or a zone.

    Examples
    --------
    >>> doubt_of("朝阳区")
    '2 divisions have this name: 北京市朝阳区, 吉林省长春市朝阳区; the first is taken; write the one meant in full'
    >>> doubt_of("郎县")
    'no list has it; it is taken for a county of its own, in no city or province'
    """
    if not is_usable(place):
        return (
            "no division of that name is known; want one in full, like 衡阳市; 市委 and 我市 stay unresolved"
        )
    seats = find_seats(place)
    if len(seats) > 1:
        more = f" and {len(seats) - MOST} more" if len(seats) > MOST else ""
        listed = f"{', '.join(seats[:MOST])}{more}"
        return f"{len(seats)} divisions have this name: {listed}; the first is taken; write the one meant in full"
    if seats or is_zone(place):
        return None
    around = divisions.find_chain(place)
    if around:
        return f"no list has it; {around[-1].name}, in which it lies, is taken for the seat"
    return "no list has it; it is taken for a county of its own, in no city or province"


def warn_of_place(place: str | None) -> Iterator[str]:
    """Yield a warning of how a seat that is given is taken, where there is a doubt; none for none."""
    if place and (doubt := doubt_of(place)):
        yield f"place {place}: {doubt}"


def is_usable(place: str) -> bool:
    """Return whether anything can be resolved with `place` as the seat: a division, a zone, a county of former days.

    Examples
    --------
    >>> [is_usable(place) for place in ("衡阳", "两江新区", "郎县", "衡阳市衡州区", "火星市", "衡阳市。")]
    [True, True, True, True, False, False]
    """
    if find_seats(place) or is_zone(place) or _COUNTY.fullmatch(place):
        return True
    return _UNLISTED.fullmatch(place) is not None and bool(divisions.find_chain(place))


def is_zone(place: str) -> bool:
    """Return whether `place` is a zone of which it is known where it lies (两江新区, 衡阳高新区)."""
    if any(place.endswith(zone) for zone in divisions.ZONES):
        return True
    return divisions.ZONE_ENDINGS.search(place) is not None and bool(divisions.find_chain(place))


def names_near(place: str) -> list[str]:
    """Return up to five names of divisions that are written almost as `place` is, the nearest first."""
    return get_close_matches(place, sorted(divisions.iter_names(towns=False)), n=5, cutoff=0.65)


def _in_full(division: Division) -> str:
    return "".join(above.name for above in (*reversed(divisions.parents(division)), division))


def _at_end(place: str) -> Division | None:
    """Return the last division of an address that names nothing behind it."""
    chain = divisions.find_chain(place)
    if not chain:
        return None
    forms = (chain[-1].name, *divisions.short_forms(chain[-1].name, chain[-1].level))
    return chain[-1] if place.endswith(forms) else None
