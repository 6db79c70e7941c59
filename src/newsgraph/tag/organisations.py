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
_SESSION_BEFORE = re.compile(r"第?[一二三四五六七八九十]{1,3}届$")
_BRANCH = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:监管局|调查总队|调查队|分局|分行|支行|中心支行|分公司|监管办公室|监管分局|专员办|办事处|特派员办事处|税务局|管理局|总队|分院)")
_UNIT = re.compile(
    r"驻(?:[\u4e00-\u9fff]{2,16}?纪检监察组|[\u4e00-\u9fff]{1,8}?(?:代表处|办事处|联络处|联络办公室|大使馆|总领事馆))|"
    r"[\u4e00-\u9fff]{2,10}?(?:管理中心|服务中心|事务中心|评审中心|监测中心|指导中心|研究中心|领导小组(?:办公室)?|纪检监察组|书记处|代表处|特派团|难民署|开发计划署|环境规划署|粮农组织|总部|规划院|研究院|"
    r"调查规划院|分局|分院|支队|大队|中队|工作组|项目部|筹备处|筹建处|课题组|教研室|审判庭|派出所|监管局|干部局|教育司|司法鉴定中心)|"
    r"(?:[\u4e00-\u9fff]{2,6}?)(?:部(?=副?部长)|局(?=副?局长)|署(?=副?署长)|系(?=主任|副主任|教授|毕业|[，、。学]))|"
    r"(?:办公厅|办公室|党组(?!书记|副书记|成员)|秘书处|书记处|政治局(?=委员|常委)|执委会|理事会|竞赛部|发言人办公室)"
)
_OF_ZONE = frozenset("社特新林园景发范验假贸湾水开高库牧矿")
_PARTIES = ("中共", "中国共产党", "共青团", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
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
_MINOR_PARTY = re.compile(
    r"(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|共青团|工会)(?:[\u4e00-\u9fff]{1,8}?)(?:第[一二三四五六七八九十]+届)?(?:市委会|区委会|省委会|委员会|委会|支部|总支|基层委员会)(?!主)"
)
_CENTRAL = re.compile(
    r"(?:中国共产党|中共)?第?(?:十[一二三四五六七八九]|二十|二十一)届(?:、[一二三四五六七八九十]+届)?中央(?:纪委|政治局|书记处|纪律检查委员会|委员会(?=[委候]员?))?(?![\u4e00-\u9fff]{0,4}[一二三四五六七八九]次|委员会第|国家)|"
    r"(?<![党共届])中央(?=批准|决定|宣布|同意|委派|、省委|、国务院|政府对|关于)|特区政府"
)
_ACCOUNT = re.compile(r"(?:公众号|微博账号|客户端|官微|旗下)“([^“”\n]{2,12})”|“([^“”\n]{2,12})”(?:微信公众号|公众号|客户端|栏目)|@([\u4e00-\u9fff]{2,8}?)(?=[消评微 ])")
_MEDIUM = re.compile(
    r"(?<![\u4e00-\u9fff])(?:据)?([\u4e00-\u9fff]{2,6}(?:新闻|新闻网|日报|晚报|早报|晨报|都市报|时报|商报|观察网|周刊))(?=记者|[0-9]+[日月]|消息|报道|客户端|讯|注意到|微信)"
)
_TEAM = re.compile(r"(?:国家)?(?:男|女)?(?:足|篮|排|乒|羽|水球|曲|冰球|手球)|(?:县|市|省)?(?:代表)?队(?![伍列员形])(?=的|[0-9以]|在|客场|主场|主教练|队长|外援|名将|选手|小将|击败|战胜|险胜|夺|获|[，。、）\s])")
_VILLAGE_PARTY = re.compile(
    r"(?:(?![的在和与及等由])[\u4e00-\u9fff]){1,8}(?:村|社区)(?:党委|党总支|党支部|党群服务中心|村委会|居委会|居民委员会|村民委员会)(?=书记|副书记|主任|第一|成员|委员|的|[，。、])"
)
_NOT_BEFORE_LEVEL = frozenset("全各该两每多跨同外本当大小进入出城乡老")
_COLLECTIVE_BODY = frozenset({"市政协", "市人大"})

_FREE_HEAD = re.compile(
    r"(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|总公司|公司|集团|股份|药业|银行|证券|煤业|矿业|乳业|酒业|茶业|实业|置业|钢铁|重工|农商行|律师事务所|会计师事务所|俱乐部|工作室|旅行社|杂志社|[\u4e00-\u9fff]厂(?=副?厂长|党委|职工|总工|承)|[煤铁铜金锡]矿(?=副?矿长|党委|职工)|发电厂|信用社|合作社|合作联社|交易所)(?:[\u4e00-\u9fff]{2,6}?(?:分公司|分行|支行))?|分公司|"
    r"大学(?:[\u4e00-\u9fff]{2,8}?学院(?=副?(?:院长|教授|党委|书记|研究员))|[\u4e00-\u9fff]{2,8}?系(?=主任|副主任|教授|毕业|[，、。学]))?|学院(?:[\u4e00-\u9fff]{2,6}?系(?=[，、。主教毕]))?|中学|小学|学校|幼儿园|医院(?:[\u4e00-\u9fff]{1,6}科(?=副?主任|护士长|医生|主治))?|卫生院|卫生室|研究院|研究所|设计院|实验室|"
    r"日报社|晚报社|日报|晚报|都市报|电视台|广播电台|广播电视台|出版社|杂志社|报社|通讯社|新闻网|"
    r"协会|学会|商会|联合会|总会|基金会|促进会|联谊会|同乡会|研究会|委员会|理事会|联盟|组委会|筹委会|指挥部|管委会|管理局|管理处|办事处|工程局|勘测院|"
    r"博物馆|图书馆|美术馆|纪念馆|科技馆|文化馆|档案馆|展览馆|"
    r"法院|检察院|海关|税务局|监狱|看守所|派出所|林场|农场|机务段|工务段|车务段|铁路局|"
    r"歌舞团|艺术团|剧团|乐团|代表团|考察团|宣讲团|访问团|医疗队|救援队|工作队|代表队|志愿服务队|消防救援(?:总队|支队|大队|站)|支队|大队|总队|发射场|发射中心|"
    r"政府|议会|国会(?:参议院|众议院)?|内阁|外交部|内政部|卫生部|能源部|商务部|劳工部|司法部|参议院|众议院|下议院|上议院|航天署|航天局|宇航局|领馆|首相府|最高法院|宪法法院|国防部|大使馆|总领事馆|领事馆|使馆|总统府|央行|财政部|交通部|军方|海军|空军|陆军|警方(?=称|说|表示)"
)
_STATE_HEADS = frozenset(
    "政府 议会 国会 内阁 外交部 内政部 卫生部 能源部 商务部 劳工部 司法部 参议院 众议院 下议院 上议院 航天署 航天局 宇航局 领馆 领事馆 首相府 最高法院 宪法法院 国会参议院 国会众议院 国防部 使馆 大使馆 总领事馆 总统府 央行 财政部 交通部 军方 海军 空军 陆军".split()
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
    yield from _teams_and_villages(text)
    yield from _before_chiefs(text)
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
            if start and text[start - 1] in _NOT_BEFORE_LEVEL:
                continue
            if start and level in ("区", "村") and text[start - 1] in _OF_ZONE:
                yield from _of_zone(text, match)
                continue
        for party in _PARTIES:
            if text.endswith(party, 0, start) and "委" in match[0]:
                start -= len(party)
        yield from _with_unit(text, start, match.end(), 0.96 if start < match.start() else 0.94)
    for match in _LEVEL_ANY.finditer(text):
        start = _chain_before(text, match.start())
        if text[match.start() - 1 : match.start()] not in _NOT_BEFORE_LEVEL and not boundaries(text).since(
            match.start() + 1, match.end() - 1
        ):
            yield Candidate(start, match.end(), "ORG", 0.78, _BY)
    for match in _COORDINATED.finditer(text):
        yield Candidate(*match.span(), "ORG", 0.93, _BY)


def _of_zone(text: str, match: re.Match[str]) -> Iterator[Candidate]:
    """Yield the organ of a zone, a community or a new area (某某新区党工委), from the last boundary on."""
    low = max(match.start() - 14, 0)
    for start in boundaries(text).since(low, match.start() - 2)[:1]:
        yield Candidate(start, match.end(), "ORG", 0.82, _BY)
    run = [n.start for n in place_names(text).within(low, match.start())]
    if run:
        yield Candidate(run[0], match.end(), "ORG", 0.8, _BY)


def _with_unit(text: str, start: int, end: int, score: float) -> Iterator[Candidate]:
    """Yield a body, and the same with its own department or branch behind it."""
    yield Candidate(start, end, "ORG", score, _BY)
    unit = _UNIT.match(text, end)
    if unit and not boundaries(text).since(end + 1, unit.end() - 1):
        yield Candidate(start, unit.end(), "ORG", 0.9, _BY)


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
                yield from _with_unit(text, start, match.end(), 0.93)


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
    for match in _CENTRAL.finditer(text):
        yield Candidate(*match.span(), "ORG", 0.9, _BY)
    for pattern in (_ACCOUNT, _MEDIUM):
        for match in pattern.finditer(text):
            yield Candidate(*match.span(match.lastindex or 0), "ORG", 0.88, _BY)


_CHIEF = re.compile(r"(?:党委书记、|党组书记、)?(?:副)?(?:董事长|总裁|总经理|首席[\u4e00-\u9fff]{2}官|监事长|主帅|主教练|行长|馆长|社长|台长)")


def _before_chiefs(text: str) -> Iterator[Candidate]:
    """Yield what stands straight before the post of a chief (某某动力董事长), from the last boundary or place on."""
    bounds = boundaries(text)
    names = place_names(text)
    for post in _CHIEF.finditer(text):
        start = bounds.before(post.start())
        length = post.start() - start
        if 3 <= length <= 14 and _PLAIN.fullmatch(text[start : post.start()]) and not _VAGUE.search(text[start : post.start()]):
            known = names.starting_at(start) is not None and names.chain_start(post.start()) == post.start()
            yield Candidate(start, post.start(), "ORG", 0.8 if known else 0.64, _BY)


_VAGUE = re.compile(r"^[^\u4e00-\u9fff]|家|名|位|原|前|时任|公司$|集团$|银行$|副$|任$|年|月|日|市$|省$|县$|常务|执行|荣誉|名誉|联席")


def _teams_and_villages(text: str) -> Iterator[Candidate]:
    """Yield teams named by their place, and committees of villages and communities."""
    names = place_names(text)
    for name in names:
        team = _TEAM.match(text, name.end)
        if team and ("队" in team[0] or text.startswith("中国", name.start)):
            end = team.end() + (text[team.end() : team.end() + 1] == "队")
            yield Candidate(names.chain_start(name.end), end, "ORG", 0.82, _BY)
    for match in _VILLAGE_PARTY.finditer(text):
        start = boundaries(text).before(match.end() - 4)
        yield Candidate(max(start, match.start()), match.end(), "ORG", 0.86, _BY)


def _is_chain(text: str, start: int, length: int) -> bool:
    return place_names(text).chain_start(start + length) == start


def _nationwide(text: str) -> Iterator[Candidate]:
    matcher, names = _national()
    for index, start, end in matcher.find_matches_as_indexes(text):
        following = text[end : end + 1]
        if following in "部局厅署办室" and following and len(names[index]) < 4:
            continue
        session = _SESSION_BEFORE.search(text, max(0, start - 8), start)
        if session and text.startswith("全国", start):
            yield Candidate(session.start(), end, "ORG", 0.92, _BY)
        yield from _with_unit(text, start, end, 0.9 if end - start > 2 else 0.8)
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
