"""Names of meetings, ceremonies, congresses, forums, contests and anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.lexicon.tables import alternatives
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import BEYOND_READING, NESTED, Candidate, Placed, candidates_of, text_of
from newsgraph.tag.gazetteer import place_names
from newsgraph.tag.head_nouns import EVENT_KINDS, is_convened
from newsgraph.tag.projects import is_generic as no_project

_BY = "grammar.event"
_O = r"[一二三四五六七八九十百零〇○0-9]{1,4}"
_LEVEL = r"(?:省|市|县|区|州|旗|盟|自治区|镇|乡|全国|地区)"

_CONGRESS = re.compile(
    r"党的[一二三四五六七八九十]{1,3}(?:届[一二三四五六七八九]中全会|大(?!以?[报部小力型]))|"
    r"(?:中共)?[一二三四五六七八九十]{1,3}届[一二三四五六七八九]中全会|"
    r"(?<![第\u4e00-\u9fff])(?:中共)?(?:十[一二三四五六七八九]|二十|"
    r"二十一)大(?=[报精召胜以代后前，。、])|"
    rf"(?:{_LEVEL}、)?{_LEVEL}第?{_O}次党代会|{_LEVEL}(?:、{_LEVEL})?党代会|(?:全国|"
    rf"{_LEVEL}(?:、{_LEVEL})?)两会|"
    r"(?:十[一二三四五六七八九]|二十)届中央(?:纪委[一二三四五六七八九十]次全会)|"
    rf"[一二三四五六七八九十]{{1,3}}届{_LEVEL}(?:纪?委){_O}次全会|"
    rf"{_LEVEL}(?:纪?委)?{_O}届{_O}次全(?:体)?会议?|{_LEVEL}委(?:{_O}届)?{_O}次全(?:体)?会议?|{_LEVEL}委全会|"
    rf"{_LEVEL}委(?:经济|农村|政法|组织|宣传|统战|人大|民族|人才|城市|金融|"
    rf"全面依法治[市省县区])[\u4e00-\u9fff]{{0,4}}工作会议|"
    rf"(?:第?{_O}届)?(?:纪律检查委员会|委员会|纪委)第?{_O}次全体(?:[（(]扩大[)）])?会议|"
    rf"第{_O}次(?:党员)?代表大会|第{_O}次[\u4e00-\u9fff]{{3,8}}代表大会|"
    r"(?<![市县省区州旗盟全国、协大])两会(?=期间|时间|上|前夕|召开|后|，|”)|"
    r"中央[\u4e00-\u9fff]{2,6}工作会议|中央政治局(?:常委会)?会议|国务院常务会议|"
    r"中央政治局第?[一二三四五六七八九十]*次?集体学习"
)
_SESSION = re.compile(
    rf"(?:第?{_O}届)?(?:全国|{_LEVEL}(?:第?{_O}届)?)?(?:人大常委会|人民代表大会常务委员会|"
    rf"政协常委会|人民代表大会|人大|政协|政协委员会|委员会)(?:党组)?(?:第?{_O}届)?(?:委员会|"
    rf"常委会|常务委员会)?(?:第?{_O}次)(?:全体|常委|常务委员|主席|主任|常务)?(?:\(扩大\)|（扩大）|"
    rf"扩大)?(?:会议|全会)(?:第{_O}次全体会议|预备会议|开幕会|闭幕会)?|"
    rf"(?:{_LEVEL})(?:人民)?(?:政府|委)(?:党组)?(?:第?{_O}[次届])?(?:常委会|常务|党组|专题|全体|"
    rf"理论学习中心组)?(?:第?{_O}次)?(?:\(扩大\)|（扩大）|扩大)?(?:会议)|"
    rf"{_LEVEL}(?:人大常委会|政协)(?:党组|主任|主席)(?:扩大|（扩大）)?会议|"
    rf"[省市县区州旗乡镇]长(?:办公会议?|碰头会)|第{_O}次(?:全体会议|主席团会议|常务会议|党组会议|"
    r"联席会议)"
)

_BODY_FIRST = re.compile(r"委员会|理事会|常委会|人大|第[一二三四五六七八九十百0-9]+次(?:全体|联席|代表)")
_SESSION_BEFORE = re.compile(r"第?[一二三四五六七八九十]{1,3}届$")
_PARTIES = (
    "中国共产党",
    "中共",
    "中国人民政治协商会议",
    "政协",
    "共青团",
    "中国少年先锋队",
    "民革",
    "民盟",
    "民建",
    "民进",
)

_HEAD = re.compile(alternatives("events", "heads"))
_CUT = re.compile(alternatives("events", "cuts"))
_SPIRIT_CUT = re.compile(
    r"贯彻落实|学习贯彻|贯彻|传达学习|传达|学习|落实|按照|对照|和|及|与|深入|认真|全面|结合"
)
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·“”《》（）()—\-\n、+]+")
_CEREMONY = re.compile(r"(?:签约|开工|奠基|揭牌|启动|通车|颁奖|落成|竣工|授牌|挂牌|开幕)仪式$|典礼$|论坛$")
_DAY = re.compile(r"(?:世界|国际|全国|中国)[\u4e00-\u9fff]{2,8}日")
_WITH = frozenset("与和同、")
_GROUPS = ("宣讲团", "巡视组", "巡察组", "督察组", "督导组", "领导小组")
_COVER = re.compile(
    r"“[^“”\n]{1,30}”|《[^《》\n]{1,40}》|（[\u4e00-\u9fff]{1,6}）|\([\u4e00-\u9fff]{1,6}\)|（[0-9+]{1,6}）"
)
_STOP = re.compile(
    r"[\s，。；：！？、,;:!?（）()《》【】\[\]…■▲●○◆□△|/>＞“](?![^“]*”[^“]{0,12}$)|"
    r"[\s，。；：！？、,;:!?（）()【】…■▲●○◆□△|/>＞]"
)
_DATES = re.compile(
    r"(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:[上下]午|晚)?|[0-9]{1,2}日(?:[上下]午|晚)?|"
    r"[昨今明当次][日天晚](?:[上下]午|晚)?|[上下本]周[一二三四五六日]?(?:[上下]午|晚)?|近日|日前|"
    r"[上下]午|目前"
)
_YEAR = re.compile(r"[0-9]{4}年?")
_KNOWN = re.compile(
    r"[\u4e00-\u9fff](?:博|交|运)会|服贸会|奥运会|冬奥会|残奥会|世界杯|(?:世界|国际|全国|"
    r"中国)[\u4e00-\u9fff]{1,8}日"
)
_YEARS_SINCE = re.compile("(?:召开|举办|举行)[0-9一二三四五六七八九十]{1,4}周年")
"""What is told of a meeting whose anniversary it is, and stands inside that one's name."""
_SERIES = re.compile(
    r"“[^“”\n]{2,14}(?:讲坛|讲堂|论坛|沙龙|书会|夜校)”(?:第[0-9一二三四五六七八九十]+[期讲场])?"
)
_PREFIX_NOISE = re.compile(
    r"^(?:就(?=中)|值此|欣逢|喜迎|同时|当天|当日|今年|明年|目前|其中|此外|据悉|会后|会前|近日|日前|昨日|今日|上午|下午|"
    r"晚上|上周[一二三四五六日]|我[市县省区州国]|一年一度|为期[一二三四五六七八九十两0-9]+天|"
    r"首届的|这次|此次|本次|该|等|和|与|及|热烈|祝贺|隆重|热烈祝贺|年|月|日|是)+"
)


def find_events(text: str, candidates: Iterable[Candidate] = ()) -> Iterator[Candidate]:
    """Yield names of events with scores; congresses and numbered sessions near 0.93, others by their head
    at 0.6–0.8.

    Examples
    --------
    >>> text = "市十六届人大常委会第三次会议昨日举行，学习党的十九届六中全会精神"
    >>> [text[c.start : c.end] for c in find_events(text) if c.score > 0.9]
    ['党的十九届六中全会', '市十六届人大常委会第三次会议']
    """
    known = [*_CONGRESS.finditer(text), *_SESSION.finditer(text)]
    for match in known:
        yield Candidate(_with_place(text, match), match.end(), "EVENT", 0.93, _BY)
    ends = {match.end() for match in known}
    lists = [c for c in candidates if c.label == "PROJECT"]
    heads = [head for head in _HEAD.finditer(text) if head.end() not in ends]
    found = [_after_list(event, text, lists) for head in heads for event in _headed(text, head)]
    yield from found
    yield from _of_bodies(found, [c for c in candidates if c.label == "ORG"], text)
    yield from _opened_works(text, found)
    yield from _signed_works(text, found, lists)
    yield from _acting_bodies(text, found, [c for c in candidates if c.label == "ORG"])
    for match in _SERIES.finditer(text):
        yield Candidate(*match.span(), "EVENT", BEYOND_READING, _BY)


def _after_list(event: Candidate, text: str, projects: list[Candidate]) -> Candidate:
    """Return `event` with the projects that its name lists first (甲项目、乙项目签约仪式)."""
    before = [p for p in projects if text[p.end : event.start] == "、" and p.score >= 0.6]
    if not before or not any(p.start == event.start for p in projects):
        return event
    return replace(event, start=min(p.start for p in before))


_NUMBERED = re.compile(rf"第{_O}[届次]")
_OPENED = re.compile(
    r"(?:正式|集中|大江|建成|全线|竣工|项目)?(?:开工|动工|奠基|通车|截流|竣工|投产|封顶|合龙|投运|启用|落成|开通|揭牌|建设动员|建设推进){1,2}"
    r"(?:暨[^，。]{1,12})?(?:仪式|典礼|动员大?会|大会|活动)$"
)
_SIGNED = re.compile("签约(?:仪式|大会|活动)")
_LIKELY = 0.7
_KIND = "项目"
_WORK = re.compile(alternatives("projects", "nouns") + "[”）]?$")


def _of_bodies(events: list[Candidate], bodies: list[Candidate], text: str) -> Iterator[Candidate]:
    """Yield numbered sessions with the body that holds them (某协会第三届大会)."""
    starts = {body.end: body.start for body in bodies if body.score >= 0.6}
    for event in events:
        if event.start in starts and _NUMBERED.match(text, event.start):
            yield replace(event, start=starts[event.start], score=min(event.score + 0.1, 0.9))


def _opened_works(text: str, events: list[Candidate]) -> Iterator[Candidate]:
    """Yield the work in the name of the ceremony that begins or opens it (某大桥通车仪式)."""
    for event in events:
        opened = _OPENED.search(text, event.start, event.end)
        if opened is None or opened.start() - event.start < 4:
            continue
        end = opened.start()
        if text.startswith(_KIND, end) and not _WORK.search(text[event.start : end]):
            end += len(_KIND)
        if _WORK.search(text[event.start : end]) and not no_project(text, event.start, end):
            yield Candidate(event.start, end, "PROJECT", 0.85, _BY + NESTED)


def _signed_works(text: str, events: list[Candidate], works: list[Candidate]) -> Iterator[Candidate]:
    """Yield the work in the name of the ceremony at which it is signed (某产业园项目签约仪式)."""
    likely = Placed(work for work in works if work.score >= _LIKELY)
    for event in events:
        for work in likely.near(event.start, event.end):
            if work.start == event.start and _SIGNED.fullmatch(text, work.end, event.end):
                yield replace(work, score=0.85, by=_BY + NESTED)


def _acting_bodies(text: str, events: list[Candidate], bodies: list[Candidate]) -> Iterator[Candidate]:
    """Yield the bodies that act inside an event's name (parties of a signing, a group that inspects or
    preaches).

    A body that merely names the meeting (市委常委会 in 市委常委会会议) is not one.
    """
    placed = Placed(bodies)
    for event in events:
        for body in placed.near(event.start, event.end):
            if event.start <= body.start and body.end < event.end and body.score >= 0.75:
                name, after, before = (
                    text[body.start : body.end],
                    text[body.end : body.end + 1],
                    text[body.start - 1 : body.start],
                )
                party = (after in _WITH or (before in _WITH and body.start > event.start)) and "签" in text[
                    body.end : event.end
                ]
                if party or name.endswith(_GROUPS):
                    yield replace(body, by=body.by + NESTED)


def _with_place(text: str, match: re.Match[str]) -> int:
    """Return the start of `match` with the division and the party or body before it
    (中国共产党X市第N次代表大会)."""
    names = place_names(text)
    start = match.start()
    for end in (match.start() + 1, match.start()):
        if names.chain_start(end) < end:
            start = min(start, names.chain_start(end))
            break
    else:
        if _BODY_FIRST.match(text, start):
            start = max(boundaries(text).before(start), start - 16)
    session = _SESSION_BEFORE.search(text, max(0, start - 6), start)
    if session:
        start = session.start()
    for party in _PARTIES:
        if text.endswith(party, 0, start) and text[start] not in "两全":
            start -= len(party)
    return start


def _headed(text: str, head: re.Match[str]) -> Iterator[Candidate]:
    """Yield the event that ends in `head`, from the last word that cannot stand inside its name."""
    low = _clause_start(text, head.start())
    spirit = text.startswith("精神", head.end())
    start = low
    for cut in _CUT.finditer(text, low, head.start()):
        if not _quoted(text, low, cut.start()) and not _YEARS_SINCE.match(text, cut.start()):
            start = cut.end()
    if spirit:
        for cut in _SPIRIT_CUT.finditer(text, start, head.start()):
            start = cut.end()
    noise = _PREFIX_NOISE.match(text[start : head.start()])
    if noise:
        start += noise.end()
    stem = text[start : head.start()]
    if not stem and _DAY.fullmatch(head[0]):
        yield Candidate(start, head.end(), "EVENT", 0.8, _BY)
        return
    if (
        not stem
        or not _PLAIN.fullmatch(stem)
        or (EVENT_KINDS.fullmatch(stem) and not is_convened(text[start : head.end()]))
        or stem.count("“") != stem.count("”")
    ):
        return
    if len(stem) < 2 and len(head[0]) < 3:
        return
    yield Candidate(start, head.end(), "EVENT", _score(text, start, head), _BY)
    quote = stem.find("“")
    if quote > 0 and stem.endswith("”"):
        yield Candidate(start + quote, head.end(), "EVENT", _score(text, start, head), _BY)


def _score(text: str, start: int, head: re.Match[str]) -> float:
    """Return a score by how the name is framed: held or attended, at the line's start, long enough."""
    if any(since.end() == head.end() for since in _YEARS_SINCE.finditer(text, start, head.end())):
        return BEYOND_READING
    score = 0.7 if _CEREMONY.search(text, start, head.end()) else 0.62
    before = text[max(0, start - 3) : start]
    after = text[head.end() : head.end() + 8]
    score += 0.1 * bool(re.search(r"(?:召开|举行|举办|出席|参加|主持|列席|在)$", before))
    score += 0.08 * bool(
        re.match(
            r"[”》]?(?:昨|今|近|在|于|[0-9]+月|[0-9]+日|隆重|圆满|顺利|召开|举行|开幕|闭幕|落幕|举办|启动)",
            after,
        )
    )
    score += 0.05 * (head.end() - start >= 8)
    score -= 0.1 * (head[0] == "活动")
    return round(min(score, 0.85), 2)


def _clause_start(text: str, at: int) -> int:
    """Return where the clause that ends at `at` starts: behind punctuation outside quotation marks, 《》
    and short brackets.

    A date before the name ends the clause too, a year alone does not (X市2023年一季度项目集中开工活动).
    """
    low = max(0, at - 48)
    window = text[low:at]
    covered: set[int] = set()
    for match in _COVER.finditer(window):
        covered.update(range(match.start(), match.end()))
    start = 0
    for match in _STOP.finditer(window):
        if match.start() not in covered:
            start = match.end()
    for match in _DATES.finditer(window, start):
        if not _YEAR.fullmatch(match[0]) and match.end() not in covered:
            start = match.end()
    return low + start


def _quoted(text: str, low: int, at: int) -> bool:
    part = text[low:at]
    return part.count("“") > part.count("”") or part.count("《") > part.count("》")


@Language.component("newsgraph_events", assigns=["doc._.candidates"])
def events(doc: Doc) -> Doc:
    """Append what `find_events` finds."""
    found = candidates_of(doc)
    found.extend(list(find_events(text_of(doc), found)))
    return doc
