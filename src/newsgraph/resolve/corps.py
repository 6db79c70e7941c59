"""Units of the Xinjiang Production and Construction Corps: divisions, regiments, companies, and their committees."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgraph.resolve.bodies import BodyName, plain_body

_CORPS = "新疆生产建设兵团"
_NUMBER = "[一二三四五六七八九十百〇零0-9]"
_UNIT = re.compile(
    rf"(?:中共)?(?:{_CORPS}|兵团|农)?(?:第?(?P<division>{_NUMBER}{{1,3}})师)?(?P<regiment>{_NUMBER}{{1,5}}团)?"
    rf"(?P<company>{_NUMBER}{{1,3}}连)?(?P<kind>[师团])?(?P<committee>党委|委员会)?"
)
_KNOWN = re.compile(rf"(?:中共)?{_CORPS}(?P<division>第{_NUMBER}+师)(?P<regiment>{_NUMBER}+团)?")


def name_unit(text: str, known: Iterable[BodyName]) -> BodyName | None:
    """Return the unit of the corps, or its party committee, that is printed as `text`; ``None`` for other bodies.

    A regiment or a company is of the division and the regiment, 师党委 of the division, that was printed last.

    Parameters
    ----------
    known : iterable of BodyName
        The bodies of the article, the last printed first.

    Examples
    --------
    >>> division = name_unit("四师", ())
    >>> division.name, name_unit("六十团二连", [division]).name, name_unit("师党委", [division]).name
    ('新疆生产建设兵团第四师', '新疆生产建设兵团第四师六十团二连', '中共新疆生产建设兵团第四师委员会')
    """
    match = _UNIT.fullmatch(text)
    if match is None or not any(match.group("division", "regiment", "company", "kind")):
        return None
    if match["kind"] and not match["committee"]:
        return None
    last = next((found for body in known if (found := _KNOWN.match(body.name))), None)
    division = f"第{match['division']}师" if match["division"] else last["division"] if last else ""
    if not division:
        return None
    regiment = match["regiment"] or ""
    if last and not match["division"] and not regiment and (match["company"] or match["kind"] == "团"):
        regiment = last["regiment"] or ""
    unit = f"{_CORPS}{division}{regiment}{match['company'] or ''}"
    return plain_body(f"中共{unit}委员会" if match["committee"] else unit)
