"""Bodies: organs of party and state in full and short form, firms, schools, hospitals, media, associations, armed forces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.lexicon import bodies
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import Candidate, candidates_of
from newsgraph.tag.firms import find_short_firms
from newsgraph.tag.gazetteer import Kind, place_names

_BY = "grammar.organisation"

_DEPARTMENT = r"(?:[\u4e00-\u9fff]{2,8}?(?:处|科|室|司|支队|大队|所|站|股)(?=(?:党[委组支][^，。]{0,2})?(?:原|时任|副|常务副)*(?:处长|科长|司长|主任|支队长|大队长|队长|所长|站长|股长|政委)))"
_DEPARTMENTS = re.compile(_DEPARTMENT)
_BRANCH = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:监管局|调查总队|调查队|分局|分行|支行|中心支行|分公司|监管办公室|监管分局|专员办|办事处|特派员办事处|税务局|管理局|总队|分院)")
_CORE = (
    rf"(?:(?:党委|委)(?![员托派屈任内外局办里身会])(?:{bodies.PARTY})?|{bodies.GOVERNMENT}|{bodies.ASSEMBLY}(?:[\u4e00-\u9fff]{{2,8}}?(?:委员会|工作委员会|工委|专委会|办公室|办公厅|党组)(?!副?书记))?|"
    rf"{bodies.PARTY}|{bodies.SECURITY}|{bodies.JUSTICE}|{bodies.MASS}|{bodies.BUREAU}(?:{bodies.SECURITY})?|{bodies.OTHERS})"
    rf"{_DEPARTMENT}?"
)
_LEVEL = re.compile(rf"(?:{'|'.join(bodies.LEVELS)}){_CORE}")
_LEVEL_ANY = re.compile(
    r"[省市县区州旗](?:(?![省市县区州旗委的和与及等了在])[\u4e00-\u9fff]){2,8}?(?:局|厅|集团|公司|医院|协会|商会|学会|研究院|研究所|学院|中学|小学|指挥部|委员会|管委会|办公室|基金会)"
    r"(?![\u4e00-\u9fff]?(?:公司|有限))"
)
_COORDINATED = re.compile(
    r"(?<=[、，和])(?:统战部|组织部|宣传部|政法委|纪委|监委|纪委监委|政协|行署|管委会|人武部|党工委|军分区|总工会|妇联|工商联|农工委|教育工委|社会工作部|住建局|财政局|教育局|公安局|民政局|司法局|"
    r"发改委|发改局|水利局|商务局|交通局|交通运输局|农业农村局|自然资源局|生态环境局|卫健委|文旅局|人社局|审计局|应急管理局|市场监管局|城管局|统计局|医保局|乡村振兴局|林业局|体育局|招商局|税务局|气象局)"
    r"(?=(?:党委|党组|常务)?(?:副)?(?:书记|部长|主任|局长|主席|政委|司令员|会长|专员|等)|[、，。]|主办|联合)"
)
"""A body after another of the same level, without its own word for the level (市住建局、财政局; 市委常委、统战部部长)."""
_AFTER_PLACE = re.compile(_CORE)
_FIXED = re.compile(
    rf"地委(?:{bodies.PARTY})?|行署(?:办公室)?|团[省市县区州旗]委|兵团(?:党委|第[一二三四五六七八九十]+师|[一二三四五六七八九十]+师)|师市党委|"
    rf"(?:中共|中国共产党)(?P<party>[\u4e00-\u9fff]{{2,16}}?)(?:委员会|工作委员会)(?:{bodies.PARTY})?|"
    rf"政协(?P<cppcc>[\u4e00-\u9fff]{{2,16}}?)(?:第[一二三四五六七八九十]+届)?委员会(?!第|[\u4e00-\u9fff]{{0,6}}次|会议|主席|全体)"
)
_NOT_BEFORE_LEVEL = frozenset("全各该两每多跨同外本当大小进入出城乡老")
_COLLECTIVE_BODY = frozenset({"市政协", "市人大"})

_FREE_HEAD = re.compile(
    r"(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|总公司|公司|集团|股份|药业|银行|信用社|合作社|合作联社|交易所)(?:[\u4e00-\u9fff]{2,6}?(?:分公司|分行|支行))?|分公司|"
    r"大学(?:[\u4e00-\u9fff]{2,8}?学院(?=副?(?:院长|教授|党委|书记|研究员)))?|学院|中学|小学|学校|幼儿园|医院|卫生院|卫生室|研究院|研究所|设计院|实验室|"
    r"日报社|晚报社|日报|晚报|都市报|电视台|广播电台|广播电视台|出版社|杂志社|报社|通讯社|新闻网|"
    r"协会|学会|商会|联合会|总会|基金会|促进会|联谊会|同乡会|研究会|委员会|理事会|联盟|组委会|筹委会|指挥部|管委会|管理局|管理处|办事处|工程局|勘测院|"
    r"博物馆|图书馆|美术馆|纪念馆|科技馆|文化馆|档案馆|展览馆|"
    r"法院|检察院|海关|税务局|监狱|看守所|派出所|林场|农场|机务段|工务段|车务段|铁路局|"
    r"歌舞团|艺术团|剧团|乐团|代表团|考察团|宣讲团|访问团|医疗队|救援队|工作队|代表队|志愿服务队|消防救援(?:总队|支队|大队|站)|支队|大队|总队|发射场|发射中心|"
    r"政府|议会|国会|内阁|外交部|国防部|使馆|大使馆|总领事馆|总统府|央行|财政部|交通部|军方|海军|空军|陆军|警方(?=称|说|表示)"
)
_STATE_HEADS = frozenset(
    "政府 议会 国会 内阁 外交部 国防部 使馆 大使馆 总领事馆 总统府 央行 财政部 交通部 军方 海军 空军 陆军".split()
)
_WEAK_HEADS = frozenset(
    "公司 集团 股份 学校 学院 委员会 支队 大队 总队 联盟 总会 实验室 协会 医院 政府 代表团".split()
)
_GENERIC = re.compile(
    r"(?:[各该本某这那此两几多数]|全[市县省国州区]|[有]关|相关|一些|[0-9一二三四五六七八九十百千万多余]+[家个所支名])|.*(?:[家个所支][\u4e00-\u9fff]{0,3}(?:公司|学校|医院|集团)|民营|大型|中小|重点|上市|龙头|高等|外资|合资|国有|职业|义务教育|普通|民办|乡镇|农村|基层|试点|人民)(?:公司|学校|医院|集团|银行|学院|中学|小学|法院|检察院|大学|协会|商会|合作社)?"
)
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·（）()“”-]+")


@cache
def _national() -> tuple[AhoCorasick, list[str]]:
    names = list(dict.fromkeys(bodies.NATIONAL))
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def find_organisations(text: str) -> Iterator[Candidate]:
    """Yield bodies with scores: closed forms near 0.95, names bounded by what stands before them at 0.6–0.85.

    Examples
    --------
    >>> text = "衡阳市财政局与省委宣传部、市教育局签约，中共衡南县委员会主办"
    >>> sorted({text[c.start : c.end] for c in find_organisations(text) if c.score > 0.93})
    ['中共衡南县委员会', '市教育局', '省委宣传部', '衡阳市财政局']
    """
    yield from _levelled(text)
    yield from _at_places(text)
    yield from _fixed(text)
    yield from _nationwide(text)
    yield from _free(text)
    yield from _aid(text)
    yield from find_short_firms(text)


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
            if text[start - 1 : start] in _NOT_BEFORE_LEVEL and start:
                continue
        for party in ("中共", "中国共产党"):
            if text.endswith(party, 0, start) and "委" in match[0]:
                start -= len(party)
        yield Candidate(start, match.end(), "ORG", 0.96 if start < match.start() else 0.94, _BY)
    for match in _LEVEL_ANY.finditer(text):
        start = _chain_before(text, match.start())
        if text[match.start() - 1 : match.start()] not in _NOT_BEFORE_LEVEL and not boundaries(text).since(
            match.start() + 1, match.end() - 1
        ):
            yield Candidate(start, match.end(), "ORG", 0.78, _BY)
    for match in _COORDINATED.finditer(text):
        yield Candidate(*match.span(), "ORG", 0.93, _BY)


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
                yield Candidate(start, match.end(), "ORG", 0.93, _BY)


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


def _is_chain(text: str, start: int, length: int) -> bool:
    return place_names(text).chain_start(start + length) == start


def _nationwide(text: str) -> Iterator[Candidate]:
    matcher, names = _national()
    for index, start, end in matcher.find_matches_as_indexes(text):
        following = text[end : end + 1]
        if following in "部局厅署办室" and following and len(names[index]) < 4:
            continue
        yield Candidate(start, end, "ORG", 0.9 if end - start > 2 else 0.8, _BY)
        department = _DEPARTMENTS.match(text, end)
        if department:
            yield Candidate(start, department.end(), "ORG", 0.95, _BY)
        place = place_names(text).starting_at(end)
        branch = _BRANCH.match(text, place.end) if place else None
        if branch:
            yield Candidate(start, branch.end(), "ORG", 0.93, _BY)


def _free(text: str) -> Iterator[Candidate]:
    """Yield names that end in a head of bodies and start behind a boundary or with a place."""
    names = place_names(text)
    bounds = boundaries(text)
    for head in _FREE_HEAD.finditer(text):
        low = max(bounds.hard_before(head.start()), head.start() - 24)
        found = False
        for start in bounds.since(low, head.start())[:1]:
            found = True
            yield from _named(text, start, head, 0.78)
        run = next(
            (n.start for n in names if low <= n.start < head.start() and n.kind is not Kind.AMBIGUOUS), None
        )
        if run is not None:
            start = run
            if not bounds.since(start + 1, head.start() - 1) and _acceptable(text, start, head):
                yield Candidate(start, head.end(), "ORG", 0.84 if found else 0.7, _BY)


_AID = re.compile(r"对口支援(?P<place>[\u4e00-\u9fff]{2,12}?)(?:前方指挥部|指挥部|工作队|工作组|医疗队)")


def _aid(text: str) -> Iterator[Candidate]:
    """Yield what one division sends to another (X省对口支援Y州前方指挥部)."""
    for match in _AID.finditer(text):
        start = place_names(text).chain_start(match.start())
        if start < match.start():
            yield Candidate(start, match.end(), "ORG", 0.95, _BY)


def _named(text: str, start: int, head: re.Match[str], score: float) -> Iterator[Candidate]:
    if _acceptable(text, start, head):
        weak = head[0] in _WEAK_HEADS
        yield Candidate(start, head.end(), "ORG", score - 0.14 * weak, _BY)


def _acceptable(text: str, start: int, head: re.Match[str]) -> bool:
    """Whether ``text[start:head.end()]`` can be a name: something specific before the head, nothing generic."""
    stem = text[start : head.start()]
    if len(stem) < 2 or not _PLAIN.fullmatch(stem) or _GENERIC.match(stem):
        return False
    if head[0] in _STATE_HEADS:
        name = place_names(text).ending_at(head.start())
        return name is not None and name.start == start
    return stem.count("“") == stem.count("”") and stem.count("（") == stem.count("）")


@Language.component("newsgraph_organisations", assigns=["doc._.candidates"])
def organisations(doc: Doc) -> Doc:
    """Append what `find_organisations` finds."""
    candidates_of(doc).extend(find_organisations(doc.text))
    return doc
