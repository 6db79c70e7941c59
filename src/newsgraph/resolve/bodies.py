"""What a printed body is called in full: 市委 is 中共衡阳市委员会, 县住建局 is 衡南县住房和城乡建设局.

A name is read as place + organ. The place is printed (衡阳市委, 中共江苏省委), said by a level word (市委, 镇党委), carried
over from the body before (在市教育局、财政局), or there is none (国务院, a firm, a university).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsgraph.lexicon import bodies as lexicon
from newsgraph.lexicon import divisions
from newsgraph.lexicon.divisions import COUNTY, PREFECTURE, PROVINCE, TOWN, Division
from newsgraph.resolve.setting import LEVEL_WORDS, Setting, official_name, strip_division

CENTRAL = {
    "党中央": "中共中央", "中央": "中共中央", "中共中央": "中共中央", "中国共产党中央委员会": "中共中央",
    "中共": "中国共产党", "党中央、国务院": "中共中央、国务院", "中华人民共和国国务院": "国务院",
    "全国人大": "全国人民代表大会", "全国人大常委会": "全国人民代表大会常务委员会",
    "全国政协": "中国人民政治协商会议全国委员会", "人民政协": "中国人民政治协商会议",
    "中央纪委": "中共中央纪律检查委员会", "中纪委": "中共中央纪律检查委员会", "国家监委": "国家监察委员会",
    "最高法": "最高人民法院", "最高检": "最高人民检察院", "团中央": "共青团中央委员会", "共青团中央": "共青团中央委员会",
    "中央组织部": "中共中央组织部", "中组部": "中共中央组织部", "中央宣传部": "中共中央宣传部",
    "中宣部": "中共中央宣传部", "中央统战部": "中共中央统一战线工作部", "中央政法委": "中共中央政法委员会",
    "中央政治局": "中共中央政治局", "中央政治局常委会": "中共中央政治局常务委员会", "中央书记处": "中共中央书记处",
    "中央办公厅": "中共中央办公厅", "中办": "中共中央办公厅", "国办": "国务院办公厅",
}  # fmt: skip
"""Central bodies by their customary short forms."""

_NOT_A_LEVEL = re.compile(
    r"市(?:场|民|容|属|域|政(?!府|协))|区(?:块|域|间)|县域|州际|旗(?:舰|帜)|省(?:际|级)|乡(?:村|镇|土)|镇(?:江|海|平|远|沅|雄|安|宁|原|康|巴|赉|坪)|"
    r"地(?!委|直|方?志)|街道(?:口|办?$)"
)
_TERM = re.compile(r"第?[一二三四五六七八九十百零〇\d]{1,4}届")
_CARRIED = re.compile(
    rf"(?:{lexicon.PARTY}|{lexicon.BUREAU}|{lexicon.ASSEMBLY}|{lexicon.MASS}|{lexicon.JUSTICE}|政府|人民政府|[^、，]{{1,10}}[局厅])"
)
_PARTY_DEPARTMENT = re.compile(lexicon.PARTY)
_SUBORDINATE = re.compile(
    r"^(.*?(?:局|厅|人民政府|委员会|法院|检察院))([^局厅].{0,12}?(?:支队|大队|总队|中队|办公室|办公厅|分局|中心|研究室|处|科|司|队|站|所|部))$"
)
_STATE_ORGAN = re.compile(
    r"(?:局|厅|委|委员会|办|办公室|政府|法院|检察院|人大|政协|工商联|妇联|残联|侨联|科协|文联|社科联|联合会|总工会|红十字会|"
    r"管委会|指挥部|领导小组|公安|军分区|武装部|支队|总队|大队|第?[一二三四五六七八九十]+(?:中|小|中学|小学|中心小学)|党校)$"
)


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body in full, and what it is part of.

    `key` is what two mentions of one body share, whatever forms they are printed in. `place` is the division whose body it
    is, ``None`` where the name says none. `parent` is the name of the body of which it is a department, ``None`` where
    none is evident. `organ`: of party or state, and so called by its official name. `printed_place` is how the place
    stands at the head of the printed name, ``""`` where it does not.
    """

    name: str
    key: str
    place: Division | None = None
    parent: str | None = None
    organ: bool = False
    printed_place: str = ""


def printed_division(text: str, setting: Setting) -> tuple[Division | None, str]:
    """Return the lowest division named at the head of a body's name, and what stands behind it."""
    rest, lowest = text, None
    for division in divisions.find_chain(text, near=setting.near):
        shorter = strip_division(rest, division)
        if shorter == rest or not shorter:
            break
        rest, lowest = shorter, division
    return lowest, rest


def level_word(text: str) -> tuple[str, str] | None:
    """Return the level word at the head of a body's short form and the rest; ``None`` where there is none.

    Examples
    --------
    >>> level_word("市场监管局"), level_word("市市场监管局")
    (None, ('市', '市场监管局'))
    """
    if _NOT_A_LEVEL.match(text):
        return None
    word = next((word for word in LEVEL_WORDS if text.startswith(word) and len(text) > len(word)), None)
    return None if word is None else (word, text[len(word) :])


def name_body(text: str, at: int, setting: Setting, *, carrier: BodyName | None = None) -> BodyName | None:
    """Return the full name of the body printed as `text` at offset `at`; ``None`` where its place cannot be known.

    Parameters
    ----------
    carrier : BodyName or None
        The body printed before in the same sentence, whose place a bare 财政局 or 统战部 takes over.
    """
    text = re.sub(r"\s", "", text)
    if text in CENTRAL:
        return BodyName(CENTRAL[text], CENTRAL[text], organ=True)
    if text in lexicon.NATIONAL:
        return BodyName(text, text, organ=True)
    bare, affixed = _strip_affix(text)
    place, core = printed_division(bare, setting)
    if place is not None:
        return _of_place(place, core, printed=text, affixed=affixed)
    level = level_word(bare)
    if level is not None:
        word, core = level
        place = _deictic_place(word, core, at, setting)
        return None if place is None else _of_place(place, core, affixed=affixed)
    if carrier is not None and carrier.place is not None and _CARRIED.fullmatch(text):
        return _carried(carrier, text)
    return BodyName(text, text)


def _strip_affix(text: str) -> tuple[str, str]:
    """Return the name without the 中共, 共青团 … before its place, and that word."""
    for word in ("中国共产党", "中共", "中国人民政治协商会议", "政协", "中国共产主义青年团", "共青团", "团"):
        rest = text.removeprefix(word)
        if rest != text and rest and (word != "团" or re.match(r"[省市县区州盟旗]委", rest)):
            return rest, "中共" if word == "中国共产党" else word
    return text, ""


def _deictic_place(word: str, core: str, at: int, setting: Setting) -> Division | None:
    place = setting.organ_place(word, at)
    if place is None and word == "区" and core.startswith("党委"):
        return setting.organ_place("自治区", at)
    return place


def _carried(carrier: BodyName, text: str) -> BodyName:
    assert carrier.place is not None
    party = carrier.name.startswith("中共") and _PARTY_DEPARTMENT.fullmatch(text)
    return _of_place(carrier.place, f"委{text}" if party else text)


def _of_place(place: Division, core: str, *, printed: str = "", affixed: str = "") -> BodyName:
    """Return the body of a division; `printed` is its name where that says the place, ``""`` where it was inferred."""
    printed_place = printed[: printed.index(core)] if printed else ""
    core = _TERM.sub("", core)
    where = official_name(place)
    political = _political(where, core, affixed, place)
    if political is not None:
        name, parent = political
        return BodyName(name, name, place=place, parent=parent, organ=True)
    full = full_core(core)
    state = bool(_STATE_ORGAN.search(core))
    within = _SUBORDINATE.match(full) if state else None
    return BodyName(
        printed if printed and not state else where + full,
        where + re.sub(r"报社$", "报", full),
        place=place,
        parent=where + within[1] if within else None,
        organ=state,
        printed_place=printed_place,
    )


def name_organ(core: str, place: Division) -> BodyName:
    """Return the organ `core` (委, 人民政府, 教育局) of a division.

    Examples
    --------
    >>> name_organ("党委", divisions.find("衡阳市")).name
    '中共衡阳市委员会'
    """
    return _of_place(place, core)


def full_core(core: str) -> str:
    """Return a body's own name in full, without its place.

    Examples
    --------
    >>> full_core("住建局"), full_core("一中"), full_core("人民医院")
    ('住房和城乡建设局', '第一中学', '人民医院')
    """
    school = re.fullmatch(r"第?([一二三四五六七八九十]+)([中小])学?", core)
    if school:
        return f"第{school[1]}{school[2]}学"
    return lexicon.full_form("市" + core, "") or core


def _political(where: str, core: str, affixed: str, place: Division) -> tuple[str, str | None] | None:
    """Return the name, and the parent's, of a party committee, government, congress, consultative conference or court."""
    if affixed in ("共青团", "团", "中国共产主义青年团") or core == "团委":
        return f"共青团{where}委员会", None
    if affixed in ("政协", "中国人民政治协商会议") or core.startswith("政协"):
        whole = f"中国人民政治协商会议{where}委员会"
        rest = core.removeprefix("政协").removeprefix("委员会")
        return (f"政协{where}委员会{rest}", whole) if rest else (whole, None)
    for pattern, name in _ORGANS:
        match = pattern.match(core)
        if match is None:
            continue
        whole = name.format(where=where, court=_COURTS.get(place.level, ""))
        rest = core[match.end() :]
        if not rest:
            return whole, None
        if whole.startswith("中共") and whole.endswith("委员会") and "纪律" not in whole:
            return _committee_part(where, rest), whole
        return whole + full_core(rest), whole
    return None


def _committee_part(where: str, rest: str) -> str:
    """Return the name of a department of a party committee: 中共衡阳市委宣传部."""
    if rest == "常委会":
        rest = "常务委员会"
    short = re.search(r"[省市县区旗]$", where) and not where.endswith("自治区")
    return f"中共{where}委{rest}" if short else f"中共{where}委员会{rest}"


_ORGANS = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"纪委监委|纪委、监委", "中共{where}纪律检查委员会{where}监察委员会"),
        (r"纪委|纪律检查委员会", "中共{where}纪律检查委员会"),
        (r"监委|监察委(?:员会)?$", "{where}监察委员会"),
        (r"党工委|工委$|工作委员会$", "中共{where}工作委员会"),
        (r"委员会$|党委|委(?!员|办$)|委(?=办$)", "中共{where}委员会"),
        (r"人民政府|政府", "{where}人民政府"),
        (r"行署|行政公署", "{where}行政公署"),
        (r"人大常委会?|人大常务委员会|人民代表大会常务委员会|人大", "{where}人民代表大会常务委员会"),
        (r"人民代表大会", "{where}人民代表大会"),
        (r"中级人民法院|中级法院|中院", "{where}中级人民法院"),
        (r"高级人民法院|高院", "{where}高级人民法院"),
        (r"人民法院|法院", "{where}{court}人民法院"),
        (r"人民检察院|检察院", "{where}人民检察院"),
    )
)
_COURTS = {PROVINCE: "高级", PREFECTURE: "中级", COUNTY: "", TOWN: ""}
