"""What a printed body is called in full: 市委 is 中共衡阳市委员会, 县住建局 is 衡南县住房和城乡建设局.

A name is read as place + organ. The place is printed (衡阳市委, 中共江苏省委), said by a level word (市委,
镇党委), carried over from the body before (在市教育局、财政局), or there is none (国务院, a firm, a
university).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsgraph.lexicon import bodies as lexicon
from newsgraph.lexicon.divisions import COUNTY, PREFECTURE, Division, official_name
from newsgraph.resolve.addresses import read_divisions
from newsgraph.resolve.organs import full_core, is_organ, organ_name, strip_affix
from newsgraph.resolve.setting import LEVEL_WORDS, Setting

_NOT_A_LEVEL = re.compile(
    r"市(?:场|民(?![政族宗委革盟建进防航办])|容|属|域|政(?!府|协))|区(?:块|域|间)|县域|州际|旗(?:舰|帜)|省(?:际|级)|乡(?:村|镇|土)|"
    r"镇(?:江|海|平|远|沅|雄|安|宁|原|康|巴|赉|坪)|地(?!区|委|直|方?志)|街道(?:口|办?$)"
)
_CARRIED = re.compile(
    rf"(?!国家|全国|中央|国务院|中国)"
    rf"(?:{lexicon.PARTY}|{lexicon.BUREAU}|{lexicon.ASSEMBLY}|{lexicon.MASS}|{lexicon.JUSTICE}|"
    r"(?:人民)?政府|[^、，]{1,10}[局厅])"
)
_BUREAU = re.compile(rf"(?!国家|全国|中央|国务院|中国){lexicon.BUREAU}")
_PARTY_DEPARTMENT = re.compile(lexicon.PARTY)
_OFFICE = re.compile(r"(?:行署|行政公署)")
_SUBORDINATE = re.compile(
    r"^(.*?(?:局|厅|人民政府|委员会|法院|检察院))"
    r"([^局厅].{0,12}?(?:支队|大队|总队|中队|办公室|办公厅|分局|中心|研究室|处|科|司|队|站|所|部))$"
)
_COURT_PART = re.compile(
    "执行局|审判委员会|(?:立案|[刑民行]事审判|行政审判|审判监督|[刑民]).{0,3}庭|法警[支大]队"
)
_POLICE_PART = re.compile("(?:交警|交通警察|治安|刑侦|刑警|特警|巡特警|巡警|禁毒|经侦|网安)[总支大中]队")
_POLICE_OF = {PREFECTURE: "支队", COUNTY: "大队"}
"""What the police of a city and of a county have for their parts."""
_STREET = re.compile(r"(?:中共)?(.+?街道)(?:工作委员会|党工委)")
_AREA = re.compile(
    r"自然保护区|风景名?胜?区|景区|国家公园|森林公园|湿地|(?:开发|高新|新)区|保税区|经济区|投资区|机场|水库|灌区|流域|公安分局"
)
"""What a body may be called after that shares its name with a division (某某国家级自然保护区管理局)."""
_OF_STATE = re.compile(
    r"(?:海事|农垦|铁路|证监|银监|保监|银保监|煤监|煤矿安全监察|通信管理|出入境检验检疫|出入境边防|航道|供电|电业|矿务|邮区中心)(?:总局|监管局|局)"
)
"""Bureaus of the state, or of an enterprise of its, that only lie where they are called after (湛江海事局)."""
_ZONE_KIND = re.compile("新区|开发区|高新区|经开区|园区")
_ZONE_ORGAN = re.compile("党?工委|工作委员会|管委会|管理委员会")
_TERM_BEFORE = re.compile("^第?[一二三四五六七八九十]{1,3}届(?=[省市县区州盟旗](?:政协|人大|人民代表|党?委))")
"""Which term it is, printed before the level (十一届市政协)."""
_STATE_SYSTEMS = ("农垦", "铁路", "森工", "兵团", "海事", "民航")
"""What begins the name of a bureau that is no division's."""
_LEGAL_FORM = re.compile("(?:集团|控股|股份|有限|责任|总)*公司$")
_NUMBERED = re.compile("[一二三四五六七八九十](?:航|公|冶|港|建|勘|工程)?局$")
"""A bureau with a number of its own is a builder of the state's, once a ministry's (中铁某局): of no division."""
_OF_ZONE = re.compile("[\u4e00-\u9fff]{2,}(?:管委会|管理委员会|党工委)")
"""The organ of a zone, by the zone's own name (纺织工业城管委会)."""
_VILLAGE_COMMITTEE = re.compile(r"(?<=[\u4e00-\u9fff]{2}村)(?:村?委会|民委员会|村民委员会)$")
_BY_CUSTOM = ("81", "82", "71")
"""Divisions whose bodies are called as they are printed: 香港某会."""
_OF_GOVERNMENT = re.compile("人民政府(?=[\u4e00-\u9fff]{3,}(?:委员会|局|办公室)$)")
_STATE_ORGAN = re.compile(
    r"(?:局|厅|委|委员会|办|办公室|政府|法院|检察院|人大|政协|工商联|妇联|残联|侨联|科协|文联|社科联|联合会|总工会|"
    r"红十字会|管委会|指挥部|领导小组|公安|武装部|支队|总队|大队|党校|"
    r"第?[一二三四五六七八九十]+(?:中|小|中学|小学|中心小学))$"
)


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body in full, and what it is part of.

    `key` is what two mentions of one body share, whatever forms they are printed in. `place` is the division
    whose body it is, ``None`` where the name says none. `parent` is the name of the body of which it is a
    department, ``None`` where none is evident. `organ`: of party or state, and so called by its official
    name. `printed_place` is how the place stands at the head of the printed name, ``""`` where it does not.
    """

    name: str
    key: str
    place: Division | None = None
    parent: str | None = None
    organ: bool = False
    printed_place: str = ""


def plain_body(name: str) -> BodyName:
    """Return an organ known by this one name."""
    return BodyName(name, name, organ=True)


def name_organ(core: str, place: Division) -> BodyName:
    """Return the organ `core` (委, 人民政府, 教育局) of a division.

    Examples
    --------
    >>> from newsgraph.lexicon.divisions import find
    >>> name_organ("党委", find("衡阳市")).name
    '中共衡阳市委员会'
    """
    return _of_place(place, core)


def name_body(text: str, at: int, setting: Setting, *, carrier: BodyName | None = None) -> BodyName | None:
    """Return the full name of the body printed as `text` at `at`; ``None`` where its place cannot be known.

    Parameters
    ----------
    carrier : BodyName or None
        The body printed before, whose place a bare 财政局 or 统战部 takes over. Else a bureau is the seat's.
    """
    text = _VILLAGE_COMMITTEE.sub("村民委员会", _of_bank(_TERM_BEFORE.sub("", re.sub(r"\s", "", text))))
    if text in lexicon.CENTRAL:
        return plain_body(lexicon.CENTRAL[text])
    by_itself = text.startswith(_STATE_SYSTEMS) or _NUMBERED.search(text) is not None
    beside = carrier if carrier is not None and _CARRIED.fullmatch(text) and not by_itself else None
    if text in lexicon.NATIONAL and (beside is None or beside.place is None):
        return plain_body(text)
    if (firm := _LEGAL_FORM.sub("", text)) != text and firm in lexicon.NATIONAL:
        return replace(plain_body(text), key=firm)
    if setting.zone and (core := _core_in_zone(text, setting)):
        return _of_own_zone(core, setting)
    bare, affixed = strip_affix(text)
    level = level_word(bare)
    place, core = _printed_place(bare, setting)
    if place is not None and (level is None or not is_organ(level[1])):
        return _of_place(place, core, printed=text, affixed=affixed)
    if level is not None:
        place = _meant_place(*level, at, setting)
        return None if place is None else _of_place(place, level[1], affixed=affixed)
    if carrier is not None and (part := _part_of(carrier, text)) is not None:
        return part
    if beside is not None and beside.place is not None:
        return _carried(beside, beside.place, text)
    if setting.near is not None and is_bureau(text) and not by_itself:
        return _of_place(setting.near, text)
    if (
        setting.near is not None
        and _POLICE_PART.fullmatch(text)
        and text[-2:] == _POLICE_OF.get(setting.near.level)
    ):
        return _of_place(setting.near, f"公安局{text}")
    return BodyName(text, _key(text))


def _core_in_zone(text: str, setting: Setting) -> str:
    """Return what of a body's name is behind that of the paper's own zone, printed or meant (管委会, 经济运行局)."""
    bare = text.removeprefix("中共")
    for head in (setting.zone, setting.short_zone):
        if bare.startswith(head) and len(bare) > len(head):
            return bare[len(head) :]
    kind = _ZONE_KIND.match(bare)
    core = bare[kind.end() :] if kind else bare
    meant = _ZONE_ORGAN.match(core) or (len(core) > 2 and core.endswith("局") and level_word(core) is None)
    return core if meant else ""


def _of_own_zone(core: str, setting: Setting) -> BodyName:
    """Return the organ or bureau `core` of the paper's own zone."""
    organ = _ZONE_ORGAN.match(core)
    rest = core[organ.end() :] if organ else core
    name = setting.zone + core
    if organ is not None:
        rest = "办公室" if rest == "办" else rest
        party = "工委" in organ[0] or organ[0] == "工作委员会"
        name = f"中共{setting.zone}工作委员会{rest}" if party else f"{setting.zone}管理委员会{rest}"
    return BodyName(name, name, place=setting.seat, organ=True)


def _of_bank(text: str) -> str:
    """Return the name of a bank's branch in full (农行某市分行); any other as it is."""
    short = next((short for short in lexicon.BANKS if text.startswith(short)), None)
    branch = short is not None and re.search("(?:分行|支行|营业部)$", text)
    return lexicon.BANKS[short] + text.removeprefix(short) if short and branch else text


def is_bureau(text: str) -> bool:
    """Whether a name is a bureau's without its place: 教育局, 市场监管局."""
    return _BUREAU.fullmatch(text) is not None


def _key(name: str) -> str:
    """Return a name's key: a paper is its publishing house, a government's bureau the place's."""
    return _OF_GOVERNMENT.sub("", re.sub(r"报社$", "报", name))


def level_word(text: str) -> tuple[str, str] | None:
    """Return the level word at the head of a body's short form and the rest; ``None`` where there is none.

    A bare 行署 is a prefecture's (地区).

    Examples
    --------
    >>> level_word("市场监管局"), level_word("市市场监管局"), level_word("行署")
    (None, ('市', '市场监管局'), ('地区', '行署'))
    """
    if _OFFICE.match(text):
        return "地区", text
    if _NOT_A_LEVEL.match(text):
        return None
    word = next((word for word in LEVEL_WORDS if text.startswith(word) and len(text) > len(word)), None)
    return None if word is None else (word, text[len(word) :])


def _printed_place(text: str, setting: Setting) -> tuple[Division | None, str]:
    """Return the lowest division named at the head of a body's name, and what stands behind it.

    A firm far from a county whose short name it begins with is not called after that.
    """
    chain, rest = read_divisions(text, setting.near)
    if not rest:
        chain, rest = chain[:-1], chain[-1].form if chain else text
    named_so = not _STATE_ORGAN.search(rest) or rest.startswith(("社区", "村", "小区"))
    if len(chain) == 1 and named_so and chain[0].is_short_and_far(setting.near):
        return None, text
    return (chain[-1].division if chain else None), rest


def _meant_place(word: str, core: str, at: int, setting: Setting) -> Division | None:
    """Return the division that a level word means; 区党委 is a region's, 行署 also a league's (盟)."""
    place = setting.organ_place(word, at)
    if place is None and word == "区" and core.startswith("党委"):
        return setting.organ_place("自治区", at)
    if place is None and word == "地区":
        return setting.organ_place("盟", at)
    return place


def _part_of(carrier: BodyName, text: str) -> BodyName | None:
    """Return the part of a court or of the police that is printed behind it (执行局, 交警支队), or the other organ of a
    street (办事处)."""
    if text == "办事处" and (street := _STREET.match(carrier.name)):
        return BodyName(street[1] + text, street[1] + text, place=carrier.place, organ=True)
    if _COURT_PART.fullmatch(text) and carrier.name.endswith("法院"):
        return replace(carrier, name=carrier.name + text, key=carrier.key + text, parent=carrier.name)
    if _POLICE_PART.fullmatch(text) and carrier.place is not None and carrier.name.endswith("公安局"):
        return _of_place(carrier.place, f"公安局{text}")
    return None


def _carried(carrier: BodyName, place: Division, text: str) -> BodyName:
    """Return the bureau `text` of the carrier's place, or the department of the party committee there."""
    party = carrier.name.startswith("中共") and _PARTY_DEPARTMENT.fullmatch(text) and not is_organ(text)
    return _of_place(place, f"委{text}" if party else text)


def _is_own_name(place: Division, core: str) -> bool:
    """Whether a state organ's name is no division's and its kind, but its own."""
    named_after = _AREA.search(core) or _OF_STATE.fullmatch(core) or _OF_ZONE.fullmatch(core)
    return named_after is not None or place.code.startswith(_BY_CUSTOM)


def _of_place(place: Division, core: str, *, printed: str = "", affixed: str = "") -> BodyName:
    """Return the body of a division; `printed` is its name where that says the place, else ``""``."""
    where = official_name(place)
    organ = organ_name(place, where, core, affixed)
    if organ is not None:
        name, parent = organ
        return BodyName(name, _key(name), place=place, parent=parent, organ=True)
    full = full_core(core)
    state = bool(_STATE_ORGAN.search(core))
    within = _SUBORDINATE.match(full) if state else None
    return BodyName(
        printed if printed and (not state or _is_own_name(place, core)) else where + full,
        _key(where + full),
        place=place,
        parent=where + within[1] if within else None,
        organ=state,
        printed_place=printed[: len(printed) - len(core)] if printed else "",
    )
