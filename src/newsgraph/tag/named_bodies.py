"""Firms, schools, hospitals, media, teams and foreign organs: names that end in a head and start behind a
boundary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from newsgraph.lexicon import bodies
from newsgraph.lexicon.tables import alternatives, words
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import Candidate
from newsgraph.tag.gazetteer import Kind, place_names
from newsgraph.tag.head_nouns import is_body_kind
from newsgraph.tag.units import with_branch, with_unit

_BY = "grammar.organisation"
_SESSION_BEFORE = re.compile(r"第?[一二三四五六七八九十]{1,3}届$")
_ACCOUNT = re.compile(
    r"(?:公众号|微博账号|客户端|官微|旗下)“([^“”\n]{2,12})”|“([^“”\n]{2,12})”(?:微信公众号|公众号|"
    r"客户端|栏目)|@([\u4e00-\u9fff]{2,8}?)(?=[消评微 ])"
)
_MEDIUM = re.compile(
    r"(?<![\u4e00-\u9fff])(?:据)?([\u4e00-\u9fff]{2,6}(?:新闻|新闻网|日报|晚报|早报|晨报|都市报|"
    r"时报|商报|观察网|周刊))(?=记者|[0-9]+[日月]|消息|报道|客户端|讯|注意到|微信)"
)
_OWN_HEAD = re.compile(
    r"\s*([\u4e00-\u9fff]{2,9}(?:日报|晚报|早报|晨报|时报|导报|周报|时讯|快讯|快报|新闻|报))(?=\s*\n)"
)
"""The paper's own name, alone in the first line."""

_TODAY_HEAD = re.compile(r"\s*(今日(?P<place>[\u4e00-\u9fff]{2,4}))(?=\s*\n)")
"""The name of many a county's paper (今日某县)."""

_TEAM = re.compile(
    r"(?:国家)?(?:男|女)?(?:足|篮|排|乒|羽|水球|曲|冰球|手球)|(?:县|市|"
    r"省)?(?:代表)?队(?![伍列员形])(?=的|[0-9以]|在|举行|来[\u4e00-\u9fff]{1,3}[表比访]|客场|主场|主教练|队长|外援|名将|选手|小将|击败|"
    r"战胜|险胜|夺|获|[，。、）\s])"
)
_GROUP = re.compile(
    r"(?<=[率由])(?![本该我])((?:(?![的和与在])[\u4e00-\u9fff]){2,10}(?:考察|调研|检查|慰问|访问|工作|代表)[组团])"
)
_NUMBERED_SCHOOL = re.compile(
    r"(?<![\u4e00-\u9fff])(?![第市县区省州各全在到由向于])([\u4e00-\u9fff]{2,4}[一二三四五六七八九十][中小])(?=[，、。的教]|学生|等[0-9一二三四五六七八九十])"
)
_PARTY = re.compile(
    r"(?<=[与和同])([\u4e00-\u9fffA-Za-z]{3,10}?)(?<!代表)(?<!双方)(?=(?:成功|正式|分别)?(?:签订|签约|签署|签下))"
)
"""Who signs with somebody, a firm's short name as a rule."""

_VILLAGE_PARTY = re.compile(
    r"(?:(?![的在和与及等由])[\u4e00-\u9fff]){1,8}(?:村|社区)(?:党委|党总支|党支部|党群服务中心|"
    r"村委会|居委会|居民委员会|村民委员会)(?=书记|副书记|主任|第一|成员|委员|的|[，。、])"
)
_OWN_BRANCH = re.compile("(?:村|社区|嘎查)(?:党委|党总支|党支部)(?=副?书记|委员)")
"""The party's body of the village told of, printed without its name."""
_FREE_HEAD = re.compile(alternatives("bodies", "name_heads"))
_STATE_HEADS = frozenset(words("bodies", "state_heads"))
_WEAK_HEADS = frozenset(words("bodies", "weak_heads"))
_COUNTED = re.compile(
    r"(?:[各该本某这那此两几多数]|全[市县省国州区]|有关|相关|一些|附近|整个)|"
    r"[0-9一二两三四五六七八九十百千万多余]+[家个所支名人位头]|[家位]新"
)
_GENERIC = re.compile(
    r"(?:[0-9一二三四五六七八九十百千万多余几]+[家个所支名]|民营|大型|中小|重点|上市|龙头|高等|外资|合资|国有|职业|义务教育|普通|民办|乡镇|"
    r"农村|基层|试点|人民|综合|专门|附近|施工|设计|提名|外贸|家庭|当地|本地|外地|地方|中央|国际|国内|各级)*"
    r"(?:公司|学校|医院|集团|银行|学院|中学|小学|法院|检察院|大学|协会|商会|合作社|委员会|农场|幼儿园|股份)"
)
_FIRM_PREFIXES = (
    "国网",
    "中铁",
    "中建",
    "中交",
    "中铝",
    "中粮",
    "中化",
    "中航",
    "中冶",
    "中电",
    "中水",
    "中储粮",
)
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·（）()“”-]+")


def find_named_bodies(text: str) -> Iterator[Candidate]:
    """Yield bodies by their names with scores of 0.64 to 0.95.

    Examples
    --------
    >>> text = "由东湾恒木农业有限公司承建"
    >>> [text[c.start : c.end] for c in find_named_bodies(text)]
    ['东湾恒木农业有限公司']
    """
    yield from _nationwide(text)
    yield from _free(text)
    yield from _teams_and_villages(text)
    yield from _before_chiefs(text)
    yield from _media(text)
    yield from _said_to_act(text)


def _said_to_act(text: str) -> Iterator[Candidate]:
    """Yield groups that somebody leads, and parties of a signing, whatever their names end in."""
    for match in _GROUP.finditer(text):
        if not boundaries(text).since(match.start() + 1, match.end() - 1):
            yield Candidate(*match.span(1), "ORG", 0.85, _BY)
    for match in _NUMBERED_SCHOOL.finditer(text):
        yield Candidate(*match.span(1), "ORG", 0.9, _BY)
    for match in _PARTY.finditer(text):
        known = place_names(text).within(match.start(), match.end())
        if (
            not known
            and not boundaries(text).since(match.start() + 1, match.end() - 1)
            and not _VAGUE.search(match[1])
        ):
            yield Candidate(*match.span(1), "ORG", 0.88, _BY)


def _media(text: str) -> Iterator[Candidate]:
    """Yield media and accounts named as a source."""
    own = _OWN_HEAD.match(text)
    if own and place_names(text).starting_at(own.start(1)):
        yield Candidate(*own.span(1), "ORG", 0.95, _BY)
    if (own := _TODAY_HEAD.match(text)) and place_names(text).starting_at(own.start("place")):
        yield Candidate(*own.span(1), "ORG", 0.95, _BY)
    for pattern in (_ACCOUNT, _MEDIUM):
        for match in pattern.finditer(text):
            yield Candidate(*match.span(match.lastindex or 0), "ORG", 0.88, _BY)


@cache
def _national() -> tuple[AhoCorasick, list[str]]:
    names = list(dict.fromkeys(bodies.NATIONAL))
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


_CHIEF = re.compile(
    r"(?:党委书记、|党组书记、)?(?:副)?(?:董事长|总裁|总经理|首席[\u4e00-\u9fff]{2}官|监事长|主帅|"
    r"主教练|行长|馆长|社长|台长)"
)


def _before_chiefs(text: str) -> Iterator[Candidate]:
    """Yield what stands straight before the post of a chief (某某动力董事长), from the last boundary or
    place on."""
    bounds = boundaries(text)
    names = place_names(text)
    for post in _CHIEF.finditer(text):
        start = bounds.before(post.start())
        length = post.start() - start
        if (
            3 <= length <= 14
            and _PLAIN.fullmatch(text[start : post.start()])
            and not _VAGUE.search(text[start : post.start()])
        ):
            known = names.starting_at(start) is not None and names.chain_start(post.start()) == post.start()
            yield Candidate(start, post.start(), "ORG", 0.8 if known else 0.64, _BY)


_VAGUE = re.compile(
    r"^[^\u4e00-\u9fff]|家|名|位|原|前|时任|公司$|集团$|银行$|副$|任$|年|月|日|市$|省$|县$|常务|执行|"
    r"荣誉|名誉|联席"
)


def _teams_and_villages(text: str) -> Iterator[Candidate]:
    """Yield teams named by their place, and committees of villages and communities."""
    names = place_names(text)
    for name in names:
        team = _TEAM.match(text, name.end)
        if team and (set("队男女") & set(team[0]) or text.startswith("中国", name.start)):
            end = team.end() + (text[team.end() : team.end() + 1] == "队")
            yield Candidate(names.chain_start(name.end), end, "ORG", 0.82, _BY)
    for match in _VILLAGE_PARTY.finditer(text):
        start = boundaries(text).before(match.end() - 4)
        yield Candidate(max(start, match.start()), match.end(), "ORG", 0.86, _BY)
    for match in _OWN_BRANCH.finditer(text):
        yield Candidate(*match.span(), "ORG", 0.86, _BY)


_NOT_PARTY_BEFORE, _NOT_PARTY_BEHIND = tuple("其当集"), tuple("同有享计收")


def _nationwide(text: str) -> Iterator[Candidate]:
    matcher, names = _national()
    for index, start, end in matcher.find_matches_as_indexes(text):
        following = text[end : end + 1]
        if names[index] == "中共" and (
            text[start - 1 : start] in _NOT_PARTY_BEFORE or following in _NOT_PARTY_BEHIND
        ):
            continue
        if following in "部局厅署办室" and following and len(names[index]) < 4:
            continue
        session = _SESSION_BEFORE.search(text, max(0, start - 8), start)
        if session and text.startswith("全国", start):
            yield Candidate(session.start(), end, "ORG", 0.92, _BY)
        if text.startswith("国家", start) and text.endswith("中国", 0, start):
            yield Candidate(start - 2, end, "ORG", 0.92, _BY)
        yield from with_unit(text, start, end, 0.9 if end - start > 2 else 0.8)
        yield from with_branch(text, start, end)


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
        within = names.within(low, head.start())
        run = next((n.start for n in within if n.kind is not Kind.AMBIGUOUS), None)
        if run is not None:
            start = run - next((len(p) for p in _FIRM_PREFIXES if text.endswith(p, 0, run)), 0)
            if not bounds.since(start + 1, head.start()) and _acceptable(text, start, head):
                yield Candidate(start, head.end(), "ORG", 0.84 if found else 0.7, _BY)


def _named(text: str, start: int, head: re.Match[str], score: float) -> Iterator[Candidate]:
    if _acceptable(text, start, head):
        weak = head[0] in _WEAK_HEADS
        yield Candidate(start, head.end(), "ORG", score - 0.14 * weak, _BY)


def _acceptable(text: str, start: int, head: re.Match[str]) -> bool:
    """Whether ``text[start:head.end()]`` can be a name: something specific before the head, nothing
    generic."""
    stem = text[start : head.start()]
    if is_body_kind(stem + head[0]):
        return False
    if len(stem) < 2 or not _PLAIN.fullmatch(stem) or _COUNTED.match(stem):
        return False
    if _GENERIC.fullmatch(stem + head[0]):
        return False
    if head[0] in _STATE_HEADS:
        name = place_names(text).ending_at(head.start())
        return name is not None and name.start == start
    return (
        not stem.startswith("”")
        and stem.count("“") == stem.count("”")
        and stem.count("（") == stem.count("）")
    )
