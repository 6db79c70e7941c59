"""What an office says about who can hold it: its field, and its rank in the cadre system.

Ranks follow the Civil Servants Law of 2018, articles 18 and 19: each level of the state has a full and a
deputy rank. They are numbered here from 0 (village) by one: township deputy 1, township 2, county deputy 3,
county 4, prefecture deputy 5, prefecture 6, province deputy 7, province 8, central 10.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from newsgraph.lexicon.divisions import COUNTY, PREFECTURE, PROVINCE, TOWN, Division
from newsgraph.resolve.places import CHINA


class Field(StrEnum):
    """What kind of life an office belongs to. ``society`` and ``bench`` seats go with any other."""

    CENTRAL = "central"
    STATE = "state"
    FIRM = "firm"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    VILLAGE = "village"
    MEDIA = "media"
    SOCIETY = "society"
    BENCH = "bench"
    ABROAD = "abroad"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an office stands.

    `rank` is ``None`` outside the cadre system. `core`: of the committee, government, congress or
    consultative conference itself, not of a department. `house`: the firm, school or hospital, where the body may be
    a part of it (市第一人民医院外科).
    """

    field: Field
    rank: int | None = None
    core: bool = False
    place: Division | None = None
    house: str | None = None


_FIELDS = (
    (
        Field.BENCH,
        r"考察团|代表团|访问团|宣讲团|指挥部|领导小组|工作组|组委会|筹委会|委员会会议|突击队|服务队",
    ),
    (
        Field.SOCIETY,
        r"(?:协会|学会|商会|总会|联合会|促进会|基金会|研究会|联谊会|同乡会|工商联|文联|作协|科协|志愿者.*|联盟)$",
    ),
    (Field.VILLAGE, r"(?:村|社区|居委会|村委会|合作社|党支部|嘎查|农场|家庭农场)$"),
    (
        Field.FIRM,
        r"(?P<house>公司|集团|银行|厂|药业|矿|控股|股份|实业|酒店|商行|店|企业)(?:.{0,12}(?:分行|支行|[分总]部|车间|分厂|项目部|营业部))?$",
    ),
    (
        Field.SCHOOL,
        r"(?P<house>大学|学院|中学|小学|学校|幼儿园|[一二三四五六七八九十]中|研究院|研究所|党校)(?:.{1,12}(?:系|处|部|室|所|中心|团委))?$",
    ),
    (Field.HOSPITAL, r"(?P<house>医院|卫生院|卫生服务中心|疾控中心)(?:.{1,10}(?:科|室|中心|部))?$"),
    (Field.MEDIA, r"(?:报社?|电视台|广播电台|通讯社|出版社)$"),
)
_FIELD_OF = tuple((field, re.compile(pattern)) for field, pattern in _FIELDS)
_ORGAN_SOMEWHERE = re.compile(r"(?:局|厅|委|办|委员会|管委会|政府|法院|检察院|海关|支队|大队|总队|指挥中心)$")
_CENTRAL = re.compile(
    r"中共中央|国务院|全国人民代表大会|中国人民政治协商会议全国|中央军|最高人民|国家|中国共产党"
)
_CORE = re.compile(r"(?:委员会|人民政府|行政公署|党委)$")
_BENCH_POST = re.compile(r"代表$|^(?:政协)?委员$|议员$|顾问$|名誉|成员$|候补")
_DEPUTY = re.compile(r"副|常委|委员|助理|秘书长|巡视员|党组成员")
_TOP = {PROVINCE: 8, PREFECTURE: 6, COUNTY: 4, TOWN: 2}
_MUNICIPALITIES = ("11", "12", "31", "50")


def standing(post: str, body: str, place: Division | None, *, is_place: bool = False) -> Standing:
    """Return where the office (body, post) stands.

    Parameters
    ----------
    post, body : str
        The post as printed and its body's full name.
    place : Division or None
        The division whose body it is.
    is_place : bool, default False
        The office is of a place and not of a body: a state's head, or a post of a village.

    Examples
    --------
    >>> from newsgraph.lexicon.divisions import find
    >>> city = find("衡阳市")
    >>> standing("副局长", "衡阳市教育局", city).rank, standing("书记", "中共衡阳市委员会", city).rank
    (3, 6)
    """
    if is_place and body == CHINA:
        return Standing(Field.CENTRAL, rank=10)
    if is_place:
        return Standing(Field.VILLAGE if place else Field.ABROAD, rank=0 if place else None, place=place)
    if _BENCH_POST.search(post):
        return Standing(Field.BENCH, place=place)
    if _CENTRAL.match(body):
        return Standing(Field.CENTRAL, rank=10)
    for field, pattern in _FIELD_OF:
        if match := pattern.search(body):
            house = body[: match.end("house")] if "house" in pattern.groupindex else None
            return Standing(field, rank=0 if field is Field.VILLAGE else None, place=place, house=house)
    if place is None:
        return Standing(Field.STATE if _ORGAN_SOMEWHERE.search(body) else Field.OTHER)
    core = bool(_CORE.search(body))
    top = _top(place)
    rank = (top if core else max(top - 2, 1)) - bool(_DEPUTY.search(post))
    return Standing(Field.STATE, rank=rank, core=core, place=place)


def related(first: Division | None, second: Division | None) -> bool:
    """Whether one division is, or holds, the other; unknown places are related to all."""
    if first is None or second is None:
        return True
    return first.code.startswith(second.code) or second.code.startswith(first.code)


def bench_standing(post: str, place: Division | None) -> Standing | None:
    """Return where a collective post (市领导) stands: a deputy at least; ``None`` where it says no level."""
    if place is None or post[0] not in "省市县区州盟旗":
        return None
    return Standing(Field.STATE, rank=_top(place) - 1, core=True, place=place)


def _top(place: Division) -> int:
    """Return the rank of the head of a division; a municipality's districts rank as prefectures."""
    in_municipality = place.level == COUNTY and place.code[:2] in _MUNICIPALITIES
    return _TOP[place.level] + (2 if in_municipality else 0)
