"""The official names of organs of party and state, of the front organisations, and of the bureaus below them.

References
----------
Constitution and organic laws of the People's Republic of China; constitution of the Communist Party of China,
chapter V. Short forms whose long form differs from place to place (文旅局, 教体局, 住建委) are left as they
are printed.
"""

from __future__ import annotations

import re

from newsgraph.lexicon import bodies as lexicon
from newsgraph.lexicon.divisions import PREFECTURE, PROVINCE, TOWN, Division

PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
"""The eight other parties, whose committees are named after their place too."""

_AFFIXES = (
    "中国共产党",
    "中共",
    "中国人民政治协商会议",
    "政协",
    "中国共产主义青年团",
    "共青团",
    "团",
    *PARTIES,
)
_MEANT = {
    "中国共产党": "中共",
    "中国人民政治协商会议": "政协",
    "中国共产主义青年团": "共青团",
    "团": "共青团",
}
_COMMITTEE_OF_LEVEL = re.compile(r"[省市县区州盟旗地镇乡工]+委")
_TERM = re.compile(r"第?[一二三四五六七八九十百零〇\d]{1,4}届")
_OWN_LEVEL = re.compile(r"^[省市县区州盟旗镇乡地](?=党?委|人民政府|政府|人大|政协|纪委|监委|法院|检察院)")
_VARIES = re.compile(r"^(?:文旅|教体|住建委|文广)")
_SPELLED_COMMITTEE = re.compile(
    r"(?:卫生健康|经济贸易|经济和信息化|工业和信息化|科学技术|经济体制改革|民族事务|交通|交通运输|农业农村|城市管理|商务|科学技术|教育|民族宗教|规划和自然资源)委$"
)
_POLICE = re.compile(r"(?<=公安局)交警(?=[总支大中]队)")
_SCHOOL = re.compile(r"第?([一二三四五六七八九十]+)([中小])学?")

_ORGANS = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"纪委、?监委", "{where}纪委监委"),
        (r"纪委|纪律检查委员会", "中共{where}纪律检查委员会"),
        (r"顾委|顾问委员会", "中共{where}顾问委员会"),
        (r"监委|监察委(?:员会)?$", "{where}监察委员会"),
        (r"党工委|工委$|工作委员会$", "中共{where}工作委员会"),
        (r"委员会|党委|委(?!员)", "中共{where}委员会"),
        (r"人民政府|政府", "{where}人民政府"),
        (r"行署|行政公署", "{where}行政公署"),
        (r"革委会|革命委员会", "{where}革命委员会"),
        (r"人委|人民委员会", "{where}人民委员会"),
        (r"人大工委|人大工作委员会", "{where}人大工作委员会"),
        (
            r"人大常委会?|人大常务委员会|人民代表大会常务委员会|人大(?!附|代表)",
            "{where}人民代表大会常务委员会",
        ),
        (r"人民代表大会", "{where}人民代表大会"),
        (r"政协工委|政协工作委员会", "{where}政协工作委员会"),
        (r"政协(?:委员会|(?!委员))", "中国人民政治协商会议{where}委员会"),
        (r"中级人民法院|中级法院|中院", "{where}中级人民法院"),
        (r"高级人民法院|高级法院|高院", "{where}高级人民法院"),
        (r"人民法院|法院", "{where}{court}人民法院"),
        (r"人民检察院|检察院", "{where}人民检察院"),
    )
)
_PARTS = {"常委会": "常务委员会", "办": "办公室", "政法委": "政法委员会"}
_STANDING = "人民代表大会常务委员会"
"""What 人大 means above the town; a town's congress has no standing committee."""
_SPECIAL = {
    "财经": "财政经济",
    "财政经济": "财政经济",
    "法制": "法制",
    "内司": "内务司法",
    "内务司法": "内务司法",
    "监察司法": "监察和司法",
    "监察和司法": "监察和司法",
    "教科文卫": "教育科学文化卫生",
    "教育科学文化卫生": "教育科学文化卫生",
    "民族": "民族",
    "民宗侨外": "民族宗教侨务外事",
    "民族宗教侨务外事": "民族宗教侨务外事",
    "农业农村": "农业与农村",
    "农业与农村": "农业与农村",
    "环资": "环境与资源保护",
    "环境资源保护": "环境与资源保护",
    "城环": "城乡建设与环境资源保护",
    "城乡建设与环境资源保护": "城乡建设与环境资源保护",
    "社会建设": "社会建设",
}
"""What the special committees of a people's congress are called in short and in full: they are the congress's own
(Organic Law of Local People's Congresses, article 33), and not its standing committee's, which has 工作委员会."""
_COMMITTEE = re.compile(r"委(?:员会)?$")
_COURTS = {PROVINCE: "高级", PREFECTURE: "中级"}


def strip_affix(text: str) -> tuple[str, str]:
    """Return a body's name without what stands before its place (中共, 政协, 共青团, 民盟), and that word.

    Examples
    --------
    >>> strip_affix("中共衡阳市委"), strip_affix("团市委"), strip_affix("团结村")
    (('衡阳市委', '中共'), ('市委', '共青团'), ('团结村', ''))
    """
    for word in _AFFIXES:
        rest = text.removeprefix(word)
        bound = word == "团" or word in PARTIES
        if rest != text and rest and (not bound or _COMMITTEE_OF_LEVEL.search(rest)):
            return rest, _MEANT.get(word, word)
    return text, ""


def is_organ(core: str) -> bool:
    """Whether a name without its place is an organ of party or state: 委, 政府, 中院."""
    return any(pattern.match(core) for pattern, _ in _ORGANS)


def organ_name(place: Division, where: str, core: str, affixed: str = "") -> tuple[str, str | None] | None:
    """Return the official name of an organ of a division and of the organ that it is part of, if any.

    Parameters
    ----------
    where : str
        What the division is called inside the name.
    core : str
        The organ as printed behind the place: 委, 党委, 委宣传部, 人民政府, 人大,
        第十六届人民代表大会常务委员会.
    affixed : str
        What stood before the place; see `strip_affix`.

    Examples
    --------
    >>> from newsgraph.lexicon.divisions import find
    >>> organ_name(find("衡阳市"), "衡阳市", "委宣传部")
    ('中共衡阳市委宣传部', '中共衡阳市委员会')
    >>> organ_name(find("衡阳市"), "衡阳市", "电视台") is None
    True
    """
    core = _OWN_LEVEL.sub("", _TERM.sub("", core))
    if affixed == "共青团" or core == "团委":
        return f"共青团{where}委员会", None
    if affixed in PARTIES:
        return f"{affixed}{where}委员会", None
    if affixed == "政协":
        core = "政协" + core
    for pattern, name in _ORGANS:
        match = pattern.match(core)
        if match is not None:
            whole = name.format(where=where, court=_COURTS.get(place.level, ""))
            if place.level == TOWN:
                whole = congress_itself(whole)
            return _with_part(whole, where, core[match.end() :])
    return None


def congress_itself(name: str) -> str:
    """Return the name of a people's congress for that of its standing committee; any other name as it is.

    Examples
    --------
    >>> congress_itself("陕西省人民代表大会常务委员会")
    '陕西省人民代表大会'
    """
    return name.removesuffix("常务委员会") if name.endswith(_STANDING) else name


def _with_part(whole: str, where: str, rest: str) -> tuple[str, str | None]:
    """Return the name of the organ `whole`, or of its department `rest`: 中共衡阳市委宣传部."""
    if not rest:
        return whole, None
    special = _SPECIAL.get(_COMMITTEE.sub("", rest)) if _COMMITTEE.search(rest) else None
    if special is not None and whole.endswith(_STANDING):
        congress = congress_itself(whole)
        return f"{congress}{special}委员会", congress
    rest = _PARTS.get(rest) or full_core(rest)
    if rest == _PARTS["常委会"]:
        return whole + rest, whole
    if whole == f"中共{where}委员会" and where.endswith("地区"):
        return f"中共{where.removesuffix('地区')}地委{rest}", whole
    if whole == f"中共{where}委员会" and where.endswith(("省", "市", "县", "旗", "区")):
        short = "" if where.endswith("自治区") else f"中共{where}委{rest}"
        return short or whole + rest, whole
    if whole.startswith("中国人民政治协商会议"):
        return f"政协{where}委员会{rest}", whole
    return whole + rest, whole


def full_core(core: str) -> str:
    """Return a body's own name in full, without its place; as printed where the long form varies.

    Examples
    --------
    >>> full_core("住建局"), full_core("一中"), full_core("文旅局")
    ('住房和城乡建设局', '第一中学', '文旅局')
    """
    school = _SCHOOL.fullmatch(core)
    if school:
        return f"第{school[1]}{school[2]}学"
    if _VARIES.match(core):
        return core
    full = _POLICE.sub("交通警察", lexicon.full_form("市" + core, "") or core)
    return full + "员会" if _SPELLED_COMMITTEE.fullmatch(full) else full
