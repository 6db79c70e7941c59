"""Organs of party and state at every level, in full and short form, and what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.lexicon import bodies
from newsgraph.lexicon.tables import alternatives
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import Candidate
from newsgraph.tag.gazetteer import Kind, place_names
from newsgraph.tag.units import DEPARTMENT, with_unit

_BY = "grammar.organisation"
_HAN = re.compile("[\u4e00-\u9fff]+")
_OF_ZONE = frozenset("社特新林园景发范验假贸湾水开高库牧矿")
_PARTIES = (
    "中共",
    "中国共产党",
    "共青团",
    "民革",
    "民盟",
    "民建",
    "民进",
    "农工党",
    "致公党",
    "九三学社",
    "台盟",
)
_CORE = (
    rf"(?:(?:党委|委)(?![员托派屈任内外局里身会])(?:{bodies.PARTY})?|{bodies.GOVERNMENT}|"
    rf"{bodies.ASSEMBLY}(?:[\u4e00-\u9fff]{{2,8}}?(?:委员会|工作委员会|工委|专委会|办公室|办公厅|"
    r"党组)(?!副?书记))?|"
    rf"{bodies.PARTY}|{bodies.SECURITY}|{bodies.JUSTICE}|{bodies.MASS}|"
    rf"{bodies.BUREAU}(?:{bodies.SECURITY})?|{bodies.OTHERS})"
    rf"{DEPARTMENT}?"
)
_LEVEL = re.compile(rf"(?:{'|'.join(bodies.LEVELS)}){_CORE}")
_LEVEL_ANY = re.compile(
    r"[省市县区州旗](?:(?![省市县区州旗委的和与及等了在])[\u4e00-\u9fff]){2,8}?(?:(?<![布结格全大时])局|(?<![告大展餐客门乐])厅|集团|"
    r"公司|医院|协会|商会|学会|研究院|研究所|学院|中学|小学|指挥部|委员会|管委会|办公室|基金会)"
    r"(?![\u4e00-\u9fff]?(?:公司|有限))"
)
_COORDINATED = re.compile(
    r"(?<=[、，和])"
    + alternatives("bodies", "bare")
    + r"(?=(?:党委|党组|常务)?(?:副)?(?:书记|部长|主任|局长|主席|政委|司令员|会长|专员|等)|[、，。]|"
    r"主办|联合|牵头|会同|负责)"
)
"""A body after another of the same level, without its own word for the level (市住建局、财政局;
市委常委、统战部部长)."""
_AFTER_PLACE = re.compile(_CORE)
_CORPS = re.compile(r"第?[一二三四五六七八九十]{1,3}师$")
"""A division of the Xinjiang corps before the name of the city that it runs."""

_STEM = r"(?![在的和与到由省市县区、])[\u4e00-\u9fff]"
_FIXED = re.compile(
    rf"(?<![\u4e00-\u9fff])地区(?:{bodies.BUREAU}|{bodies.MASS}|[经计科体]委)|"
    rf"(?:{_STEM}{{2,3}}公社)?(?:{_STEM}{{2,4}}(?<=公社)|{_STEM}{{2,4}}(?:生产)?大队|(?<=公社))(?:党委|革委会|管委会|党总支|党支部)(?=副?书记|副?主任|委员|的|[，。、])|"
    r"(?:(?<=[到在赴为])|(?<![\u4e00-\u9fff]))[一二三四五六七八九〇零]{2,3}团(?![队长体])(?:[一二三四五六七八九十]{1,3}连)?|国家(?:男子|女子)?(?:足|篮|排|乒乓|羽毛|手|曲棍)球队|"
    rf"(?<![\u4e00-\u9fff])[省市县]府(?=召开|决定|要求|批准|办公室|领导|发出|的|[，、。])|地委(?:{bodies.PARTY})?|行署(?:办公室)?|团[省市县区州旗]委|兵团(?:党委|"
    r"第[一二三四五六七八九十]+师|[一二三四五六七八九十]+师)|师市党委|"
    rf"(?:中共|中国共产党)(?P<party>[\u4e00-\u9fff]{{2,16}}?)(?:委员会|工作委员会)(?:{bodies.PARTY})?|"
    rf"政协(?P<cppcc>[\u4e00-\u9fff]{{2,16}}?)(?:第[一二三四五六七八九十]+届)?委员会(?!第|"
    rf"[\u4e00-\u9fff]{{0,6}}次|会议|主席|全体)"
)
_MINOR_PARTY = re.compile(
    r"(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|共青团|工会)(?:[\u4e00-\u9fff]{1,8}"
    r"?)(?:第[一二三四五六七八九十]+届)?(?:市委会|区委会|省委会|委员会|委会|支部|总支|"
    r"基层委员会)(?!主)"
)
_CENTRAL = re.compile(
    r"(?:中国共产党|中共)?第?(?:十[一二三四五六七八九]|二十|"
    r"二十一)届(?:、[一二三四五六七八九十]+届)?中央(?:纪委|政治局|书记处|纪律检查委员会|"
    r"委员会(?=[委候]员?))?(?![\u4e00-\u9fff]{0,4}[一二三四五六七八九]次|委员会第|国家)|"
    r"(?<![党共届])中央(?=批准|决定|宣布|同意|委派|、省委|、国务院|政府对|关于)|特区政府"
)
_NOT_BEFORE_LEVEL = frozenset("团全各该两每多跨同外本当大小进入出城乡老")


def find_organs(text: str) -> Iterator[Candidate]:
    """Yield organs of party and state with scores of 0.78 to 0.97.

    Examples
    --------
    >>> text = "地委、行署与团市委发文"
    >>> sorted({text[c.start : c.end] for c in find_organs(text)})
    ['团市委', '地委', '行署']
    """
    yield from _levelled(text)
    yield from _less_known(text)
    yield from _at_places(text)
    yield from _fixed(text)
    yield from _units(text)
    yield from _aid(text)


def _levelled(text: str) -> Iterator[Candidate]:
    """Yield organs behind a word for a level, with the division before it (市委, 衡阳市财政局)."""
    names = place_names(text)
    for match in _LEVEL.finditer(text):
        level = next(word for word in bodies.LEVELS if text.startswith(word, match.start()))
        for end in (match.start() + len(level), match.start()):
            start = names.chain_start(end)
            if start < end:
                break
        else:
            start = match.start()
            if start and (text[start - 1] in _NOT_BEFORE_LEVEL or text[start - 2 : start - 1] == "各"):
                continue
            if level == "区" and text.endswith("地", 0, start):
                start -= 1  # 地区电力局
            elif start and level in ("区", "村") and text[start - 1] in _OF_ZONE:
                yield from _of_zone(text, match)
                continue
        corps = _CORPS.search(text, max(start - 5, 0), start)
        start = corps.start() if corps else start
        for party in _PARTIES:
            if text.endswith(party, 0, start) and "委" in match[0]:
                start -= len(party)
        yield from with_unit(text, start, match.end(), 0.96 if start < match.start() else 0.94)


def _less_known(text: str) -> Iterator[Candidate]:
    """Yield bodies of a level whose field no list has, and those that a list of bodies prints without their
    level."""
    for match in _LEVEL_ANY.finditer(text):
        start = _chain_before(text, match.start())
        before = text[match.start() - 1 : match.start()]
        if before in _OF_ZONE and before:
            continue
        if before not in _NOT_BEFORE_LEVEL and not boundaries(text).since(match.start() + 1, match.end() - 1):
            yield Candidate(start, match.end(), "ORG", 0.78, _BY)
    for match in _COORDINATED.finditer(text):
        yield Candidate(*match.span(), "ORG", 0.93, _BY)


def _of_zone(text: str, match: re.Match[str]) -> Iterator[Candidate]:
    """Yield the organ of a zone, a community or a new area (某某新区党工委), from the last boundary on."""
    low = max(match.start() - 14, 0)
    if match.start() < 2 or not _HAN.fullmatch(text, match.start() - 2, match.start()):  # 社区党委 alone
        yield Candidate(match.start() - 1, match.end(), "ORG", 0.82, _BY)
        return
    for start in boundaries(text).since(low, match.start() - 2)[:1]:
        if _HAN.fullmatch(text, start, match.start()):
            yield Candidate(start, match.end(), "ORG", 0.82, _BY)
    run = [n.start for n in place_names(text).within(low, match.start())]
    if run:
        yield Candidate(run[0], match.end(), "ORG", 0.8, _BY)


def _chain_before(text: str, level: int) -> int:
    """Return where the division starts that ends with, or before, the level word at `level`."""
    names = place_names(text)
    start = names.chain_start(level + 1)
    return start if start <= level else names.chain_start(level)


def _at_places(text: str) -> Iterator[Candidate]:
    """Yield organs straight behind a division's short name (安庆军分区, 延边社科联)."""
    names = place_names(text)
    for name in names:
        match = _AFTER_PLACE.match(text, name.end)
        if match and name.kind in (Kind.FULL, Kind.SHORT, Kind.AMBIGUOUS):
            start = names.chain_start(name.end)
            if start < name.end:
                yield from with_unit(text, start, match.end(), 0.93)


def _fixed(text: str) -> Iterator[Candidate]:
    """Yield forms that carry their own beginning (中共X市委员会, 地委, 行署, 团市委)."""
    names = place_names(text)
    for match in _FIXED.finditer(text):
        inner = match["party"] or match["cppcc"]
        if inner is None:
            start = names.chain_start(match.start())
            yield Candidate(start, match.end(), "ORG", 0.93, _BY)
        elif _is_chain(text, match.start("party" if match["party"] else "cppcc"), len(inner)):
            yield Candidate(match.start(), match.end(), "ORG", 0.97, _BY)
    for match in _MINOR_PARTY.finditer(text):
        yield Candidate(*match.span(), "ORG", 0.9, _BY)
    for match in _CENTRAL_DEPARTMENT.finditer(text):
        yield Candidate(*match.span(), "ORG", 0.95, _BY)
    for match in _CENTRAL.finditer(text):
        yield Candidate(*match.span(), "ORG", 0.9, _BY)


_OF_CORPS = re.compile("兵团|团场|农[一二三四五六七八九十]{1,2}师")
_UNIT = re.compile(
    r"(?<![一二三四五六七八九十百千万0-9个])(?:新疆生产建设兵团|兵团|农)?(?:第?[一二三四五六七八九十]{1,3}师(?:[一二三四五六七八九十百〇零0-9]{1,5}团)?|"
    r"[一二三四五六七八九十百〇零0-9]{2,5}团)(?:[一二三四五六七八九十]{1,3}连)?(?:党委)?(?![范傅体队旗圆购])"
)


def _units(text: str) -> Iterator[Candidate]:
    """Yield the divisions, regiments and companies of the Xinjiang corps where a text speaks of that."""
    for match in _UNIT.finditer(text) if _OF_CORPS.search(text) else ():
        yield Candidate(*match.span(), "ORG", 0.95, _BY)


def _is_chain(text: str, start: int, length: int) -> bool:
    return place_names(text).chain_start(start + length) == start


_CENTRAL_DEPARTMENT = re.compile(
    r"(?:中共)?中央(?:组织部|宣传部|统战部|统一战线工作部|对外联络部|社会工作部|台湾工作办公室|台办|办公厅|"
    r"政法委员会|政策研究室|党史和文献研究院|军委[\u4e00-\u9fff]{2,6}部|(?:第[一二三四五六七八九十]+)?(?:巡视组|"
    r"生态环境保护督察组|督导组|指导组|督查组))"
)
_AID = re.compile(r"对口支援(?P<place>[\u4e00-\u9fff]{2,12}?)(?:前方指挥部|指挥部|工作队|工作组|医疗队)")


def _aid(text: str) -> Iterator[Candidate]:
    """Yield what one division sends to another (X省对口支援Y州前方指挥部)."""
    for match in _AID.finditer(text):
        start = place_names(text).chain_start(match.start())
        if start < match.start():
            yield Candidate(start, match.end(), "ORG", 0.95, _BY)
