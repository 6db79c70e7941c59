"""What a printed place is: a division by its official name, or a village, park or street in one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsgraph.lexicon import divisions, world
from newsgraph.lexicon.divisions import COUNTY, TOWN, Division, official_name
from newsgraph.resolve.addresses import Named, read_divisions, unknown_county
from newsgraph.resolve.bodies import level_word
from newsgraph.resolve.setting import Setting

CHINA = "中国"

_DEICTIC = re.compile(
    r"[我本](地区|省|市|县|区|州|盟|旗|镇|乡|国|自治区|自治州|自治县)|(自治区|自治州|自治县|自治旗)"
)
_ROAD = re.compile(r"(?:中|东|西|南|北)?(?:路|街|大道|大街|道|桥|公园|广场|酒店|宾馆|大厦|饭店)")
_OFFICIAL_STATES = {
    "大韩民国": "韩国",
    "蒙古": "蒙古国",
    "美利坚合众国": "美国",
    "俄罗斯联邦": "俄罗斯",
    "俄国": "俄罗斯",
    "中华人民共和国": CHINA,
    "刚果民主共和国": "刚果（金）",
    "刚果共和国": "刚果（布）",
    "大不列颠及北爱尔兰联合王国": "英国",
    "德意志联邦共和国": "德国",
    "法兰西共和国": "法国",
    "日本国": "日本",
    "泰王国": "泰国",
    "阿拉伯联合酋长国": "阿联酋",
    "沙特阿拉伯": "沙特",
    "沙特阿拉伯王国": "沙特",
}
_STYLE = re.compile(
    r"(?:(?:社会主义|民主主义|民主|人民|伊斯兰|阿拉伯|联邦|合作|多民族)*共和国|大?公国|王国|联邦)$"
)
"""What the official name of a state says of its form, behind the customary name."""
_MORE_CHARACTERS = {"疆": "65"}
_BY_WATER = re.compile(r"(?:两岸|沿岸|北岸|南岸|东岸|西岸|流域|水系|水域|之滨|[上中下]游|干流|江面|河段|边)")
_TOWN = re.compile(r".{2,6}(?:镇|乡|街道|苏木)")
_OF_DIVISION = re.compile(
    r"(?:政务|行政|会议|会展|博览|展览|文|体|奥体|艺术|图书|青少年|工人|职工|市民|人民|科技|科学|全民|游泳)[\u4e00-\u9fff]{0,6}?"
    r"(?:中心|[^试]馆|宫|广场|公园|剧院|[动育技]场|礼堂|会堂)|[\u4e00-\u9fff]*(?:开发区|高新区|经开区|工业园区?|产业园区?|集聚区|投资区)"
)
"""What a division has one of."""
_KIN = re.compile(r"(?:村|社区|镇|乡|街道|居委会|小区|组|屯|嘎查|农场|林场)$")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place in full.

    `name` is the fullest form known from this mention; `division` is the division that it is, or lies in
    (`rest` is then what stands behind the division's name, ``""`` where the place is the division itself).
    """

    name: str
    division: Division | None = None
    rest: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What two mentions of one place share, whatever forms they are printed in."""
        return (self.division.code, self.rest) if self.division else ("", self.name)

    @property
    def own_division(self) -> Division | None:
        """The division that the place is, lexicon or not; ``None`` for a village, a park."""
        if self.division is not None and not self.rest:
            return self.division
        town = self.rest or self.name
        if _TOWN.fullmatch(town) is None:
            county = unknown_county(self.name)
            return county.division if county is not None and county.form == self.name else None
        return Division("", TOWN, town, self.division.code if self.division else "")


def of_division(division: Division) -> PlaceName:
    """Return the place that is this division; a town that the lexicon has not lies in its county."""
    if division.code:
        return PlaceName(official_name(division), division)
    county = divisions.get(division.parent) if division.parent else None
    return PlaceName(official_name(division), county, division.name if county else "")


def name_place(text: str, at: int, setting: Setting, *, beside: PlaceName | None = None) -> PlaceName | None:
    """Return the place printed as `text` at `at`; ``None`` for 我县 and the like where nothing says which.

    Parameters
    ----------
    beside : PlaceName or None
        The place listed just before (石鼓区黄沙湾街道朝阳村、青石村), in whose division a bare village lies
        too.
    """
    text = re.sub(r"\s", "", text)
    if setting.zone:
        short = setting.short_zone
        if text in ("我区", "新区", setting.zone, short, short.removesuffix("新区")):
            return PlaceName(setting.zone, setting.seat, short)
    deictic = _DEICTIC.fullmatch(text)
    if deictic:
        level = deictic[1] or deictic[2]
        if level == "国":
            return PlaceName(CHINA)
        division = setting.deictic(level, at)
        return of_division(division) if division else None
    if (own := _of_level(text, at, setting)) is not None:
        return own
    if len(text) == 1:
        return _of_character(text, at, setting)
    if state := _known_state(text):
        return PlaceName(state)
    place = _of_chain(text, at, setting)
    if place.division is None and beside is not None and beside.division is not None:
        return _sibling(text, beside) or place
    return place


def _of_level(text: str, at: int, setting: Setting) -> PlaceName | None:
    """Return the hall, square or zone of the division that a level word means (县会议中心)."""
    word, rest = level_word(text) or ("", "")
    division = setting.organ_place(word, at) if _OF_DIVISION.fullmatch(rest) else None
    if division is None or not division.code:
        return None
    return PlaceName(official_name(division) + rest, division, rest)


def _known_state(text: str) -> str | None:
    """Return the customary name of the state called `text`; ``None`` if it is none known."""
    if text in _OFFICIAL_STATES or text in world.countries():
        return _OFFICIAL_STATES.get(text, text)
    plain = _STYLE.sub("", text)
    return plain if plain != text and plain in world.countries() else None


def _sibling(text: str, beside: PlaceName) -> PlaceName | None:
    """Return the bare village or town `text` as one where the place listed before it lies."""
    if not (beside.rest and _KIN.search(text) and _KIN.search(beside.rest)):
        return None
    return replace(beside, name=beside.name.removesuffix(beside.rest) + text, rest=text)


def _of_chain(text: str, at: int, setting: Setting) -> PlaceName:
    """Return the place of an address that names divisions one after another, or none."""
    chain, _ = read_divisions(text, setting.near)
    rest, lowest, above = text, None, None
    for named in chain:
        shorter = rest[len(named.form) :]
        if _is_namesake(named, shorter, setting) or _is_water(named, shorter, at, setting):
            break
        rest, lowest, above = shorter, named.division, lowest
    if lowest is None:
        return PlaceName(text)
    if not rest:
        place = of_division(lowest)
        in_county = above is not None and (above.level == COUNTY or above.name.endswith(("区", "县")))
        in_county = lowest.level == TOWN and in_county
        return replace(place, name=above.name + lowest.name) if above and in_county else place
    if lowest.code:
        return PlaceName(text, lowest, rest)
    county = divisions.get(lowest.parent) if lowest.parent else None
    return PlaceName(text, county, lowest.name + rest) if county else PlaceName(text)


def _is_water(named: Named, rest: str, at: int, setting: Setting) -> bool:
    """Whether a bare short form is a river's or a sea's: 东海 far from the county, 右江两岸."""
    if rest or named.form == named.division.name or named.form[-1] not in "江河湖海":
        return False
    end = at + len(named.form)
    return named.is_short_and_far(setting.near) or bool(_BY_WATER.match(setting.article.text, end))


def _is_namesake(named: Named, rest: str, setting: Setting) -> bool:
    """Whether a short form at the head of a name is likely no division: 中山公园, 和平 far away."""
    division, near = named.division, setting.near
    if named.form == division.name:
        return False
    at_home = near is not None and division.code[:2] == near.code[:2]
    kin = _KIN.search(rest)
    own = kin is not None and kin.start() > 0  # 竹溪社区 far from 竹溪县 is none of that
    if rest and not own and named.is_short_and_far(near):
        return True
    if _ROAD.fullmatch(rest):
        return not (at_home and divisions.find(named.form, near=near) == near)
    if at_home or _is_introduced(division, setting):
        return False
    shared = division.level == COUNTY and len(divisions.find_all(named.form)) > 1
    return shared or named.form in divisions.ambiguous_forms()


def _is_introduced(division: Division, setting: Setting) -> bool:
    """Whether the article names a division in full, or what holds it, so that its short form means it."""
    whole = divisions.parents(division)
    return any(
        anchor.chain[0] in whole
        or (anchor.chain[0] == division and setting.article.text.startswith(division.name, anchor.start))
        for anchor in setting.anchors
    )


def _of_character(char: str, at: int, setting: Setting) -> PlaceName | None:
    """Return what one character means: a state beside 中, a namesake in the article, the seat, a province."""
    if char in ("中", "华"):
        return PlaceName(CHINA)
    state = _state(char, at, setting)
    if state is not None:
        return PlaceName(_OFFICIAL_STATES.get(state, state))
    division = divisions.get(_MORE_CHARACTERS.get(char, "")) or divisions.find(char, near=setting.seat)
    if division is None or (setting.seat is None and division.level > divisions.PROVINCE):
        division = _namesake_named(char, setting) or division
    if division is None and setting.seat is not None and _comes_to(at, setting):
        division = setting.seat
    return of_division(division) if division else PlaceName(country_of(char) or char)


def _comes_to(at: int, setting: Setting) -> bool:
    """Whether somebody comes to, or is in, what stands at `at`: 来宜, 在衡."""
    return setting.article.text[max(0, at - 1) : at] in tuple("来在赴抵到进入驻返离")


def _namesake_named(char: str, setting: Setting) -> Division | None:
    """Return the division named in the article whose name begins with `char`."""
    own = (anchor.chain[0] for anchor in reversed(setting.anchors))
    return next((d for d in own if d.level > divisions.PROVINCE and d.name.startswith(char)), None)


def _state(char: str, at: int, setting: Setting) -> str | None:
    """Return the state that a character means: beside 中 (中冰), acting (访冰, 冰方), or named elsewhere."""
    text = setting.article.text
    before, behind = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    named = min((state for state in setting.states if state.startswith(char)), default=None)
    if before in ("中", "访", "驻") or behind in ("中", "方", "军"):
        return None if text[max(0, at - 2) : at] == "其中" else named or country_of(char)
    if setting.seat is not None and setting.seat.name.startswith(char):
        return None
    return named if char in world.COUNTRY_CHARACTERS and char not in divisions.CITY_ABBREVIATIONS else None


def state_at(name: str) -> str:
    """Return the state that a place's name begins with, or ``""``.

    Examples
    --------
    >>> state_at("蒙古国南方省"), state_at("南方省")
    ('蒙古国', '')
    """
    heads = (name[:length] for length in range(len(name) - 1, 1, -1))
    known = world.countries()
    return next((head for head in heads if head in known or head.removesuffix("国") in known), "")


def country_of(char: str) -> str | None:
    """Return the customary name of the state with this one-character form.

    Examples
    --------
    >>> country_of("冰"), country_of("俄")
    ('冰岛', '俄罗斯')
    """
    code = world.COUNTRY_CHARACTERS.get(char)
    names = [name for name, iso in world.countries().items() if iso == code] if code else []
    return min(names, key=lambda name: (not name.startswith(char), len(name), name)) if names else None
