"""Named construction and investment projects, works being built, programmes and campaigns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.lexicon.tables import alternatives
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import BEYOND_READING, Candidate, candidates_of, text_of
from newsgraph.tag.gazetteer import Kind, place_names

BY = "grammar.project"
_PHASE = r"(?:[（(]?(?:第?[一二三四五六])期[）)]?)?"

_QUOTED = re.compile(
    r"“(?!十[一二三四五]五”|(?:豆腐渣|胡子|烂尾|半拉子|面子|形象|政绩)”工程|(?:一号|头号|书记|民心|民生|面子|形象|政绩)工程)[^“”\n。？！，]{1,24}"
    r"”(?:(?![的和与在是、])[\u4e00-\u9fff0-9A-Za-z+]){0,12}?(?:项目|工程|计划|专项行动|"
    r"行动(?!力|派|上|自觉|方案|纲领|起来)|专项整治|(?<=”)(?:驻村|志愿服务|专项|帮扶|"
    r"创建)?工作(?!会|站|室|队|者|组|报告|机制|方案|人员|的|法|中|体系|部署|思路|要求|经验|格局|"
    r"制度)|整治|教育(?!局|部|厅)|攻坚战|试点|(?:综合体|产业园|示范园|公园|中心|基地|小镇|卫星|"
    r"样板房)(?:项目|工程)?)"
    + _PHASE
    + r"|“(?!(?:一号|头号|书记|民心|民生|面子|形象|政绩|利剑)工程)[^“”\n。？！，]{1,14}(?:计划|行动|工程)”"
)
_LAUNCH = re.compile(
    r"发射|卫星|飞船|探测器|升空|在轨|火箭|下潜|深潜|对接|航天|空间站|科考|采样|平台|投产|气田"
)
_PRICED = re.compile(
    r"(?:[0-9.]+|[一二三四五六七八九十]+)(?:亿|万)?多?(?:美|港|欧)?元(?:的)?((?:(?![的和与等]|"
    r"人民币)[\u4e00-\u9fffA-Za-z0-9（）“”]){4,20}?(?:项目|基地|产业园|产业园区|智造园|加工园|"
    r"科技园|[\u4e00-\u9fff]园|工厂|中心|厂|生产线|产线|母港|码头|枢纽|库|仓|装置|平台|电站|"
    r"风电场|小镇|学校|医院|[一二三]期))(?=[，。；、）\s（])"
)
_PHASED = re.compile(r"(?<=[\u4e00-\u9fff])[一二三四五]期(?:工程|项目)?(?![间待限刊货望盼末中])")
_MANY = re.compile(
    r"[0-9几多数余]+[个项座条家栋户套份批处所]|[一二两三四五六七八九十百千]+[个项座栋份批处条]"
)
_COUNTED = re.compile(r"[0-9一二三四五六七八九十百多]+[个条座家项处]|区(?!域)")
_CRAFT = re.compile(
    r"“[\u4e00-\u9fff]{1,6}[一二三四五六七八九十0-9]*号”(?![\u4e00-\u9fff]{0,3}(?:文件|台风|列车|"
    r"楼))|(?:神舟|天舟|嫦娥|天问|长征|实践|高分|遥感|北斗|风云|海洋|试验|天链|亚太|"
    r"中星)[一二三四五六七八九十0-9]+[号组]?(?:[0-9一二三四五六七八九十]+[号星])?(?:卫星|"
    r"载人飞船|飞船|货运飞船|[A-Z甲乙丙丁]?改?(?:遥[0-9一二三四五六七八九十]+)?(?:运载)?火箭)?|天宫空间站|中国空间站|"
    r"(?:天和|问天|梦天)(?:核心舱|实验舱)"
)

_HEAD = re.compile(alternatives("projects", "heads"))
_STANDING = re.compile(alternatives("projects", "standing"))
_SURE = re.compile(
    r"(?:工程|项目|产业园区?|示范园|加工园|物流港|综合体|[一二三四五六]期)(?:[一二三四五六]期)?$"
)
_WORKS_NEWS = re.compile(alternatives("projects", "news"))
_GENERIC = re.compile(alternatives("projects", "generic") + "*")
_COLLECTIVE = re.compile(
    r"(?<=项目|工程)集中(?:签约|开工|奠基|竣工|启动|揭牌|动工)|(?<=项目|工程)(?:负责人|经理|法人)"
)
"""What tells that projects of a kind were meant, or a word for a post, and none of them named."""
_ONE_OF = re.compile(r"(?:(?:项目|工程)(?:（[^（）]{1,20}）)?[、和及]|元的)$")
"""What stands before the last of several that are named (甲项目、乙项目集中开工), or one with its sum."""

_OF_PAIR = re.compile(r"[\u4e00-\u9fff]{2,3}(?:产业|扶贫|劳务|山海|经贸)?[合协]作(?:重点|重大)?(?:项目|工程)")
"""Projects of two places named by one character each (湘衡产业合作项目)."""

_OF_TWO = re.compile(r"[^·]*(?:协作|合作)[^·]*·[^·]*(?:项目|工程)")
"""The same with the places printed in full (某某协作甲·乙项目)."""

_RAISED = re.compile(
    r"(?:医院|学校|中学|小学|幼儿园|学院|[^宾茶饭]馆|中心|大?楼|[^工水]厂|消防站|院区|校区|剧院|车站)"
    r"(?=[^，。；\n“”]{0,7}?(?:破土动工|动工|开工|奠基|封顶|竣工|落成|主体完工|通过验收))"
)
"""Institutions whose building is told straight behind their names."""

_FOUNDED = re.compile(
    r"(?:共建|合建|筹建|兴建)(?=[\u4e00-\u9fffA-Za-z0-9“”]{2,16}?(?P<head>(?:博物|纪念|展览|图书|美术|科技|文化)馆|医院|学校|校区)(?![\u4e00-\u9fff]))"
)
"""Houses that somebody has just agreed to build."""

_BUILT = 0.8
_PLACED = 0.1
"""What a known place at its start adds to a project's score."""

_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9０-９·“”（）()—\-\n±.+]+")
_NOISE = re.compile(alternatives("projects", "noise") + "+")


def find_projects(text: str) -> Iterator[Candidate]:
    """Yield projects with scores: quoted names with their head 0.85, bounded names by head and context at
    0.5–0.78.

    Examples
    --------
    >>> text = "“云溪谷”文旅综合体项目落户，开展“大走访”专项行动，上马58亿元抽水蓄能项目"
    >>> [text[c.start : c.end] for c in find_projects(text) if c.score > 0.8]
    ['“云溪谷”文旅综合体项目', '“大走访”专项行动']
    """
    for match in _QUOTED.finditer(text):
        yield Candidate(_with_place(text, match.start()), match.end(), "PROJECT", 0.84, BY)
    for match in _CRAFT.finditer(text):
        around = text[max(0, match.start() - 25) : match.end() + 25]
        yield Candidate(*match.span(), "PROJECT", BEYOND_READING if _LAUNCH.search(around) else 0.6, BY)
    for match in _PRICED.finditer(text):
        start = match.start(1) + _length_of_noise(match[1])
        name = text[start : match.end()]
        if len(name) > 3 and not _MANY.search(name) and not _GENERIC.fullmatch(name):
            yield Candidate(start, match.end(), "PROJECT", 0.8, BY)
    for match in _RAISED.finditer(text):
        yield from _bounded(text, match.start(), match.end(), _BUILT)
    for match in _FOUNDED.finditer(text):
        yield Candidate(match.end(), match.end("head"), "PROJECT", _BUILT, BY)
    for match in _PHASED.finditer(text):
        yield from _bounded(text, match.start(), match.end(), 0.74)
    for head in _HEAD.finditer(text):
        yield from _headed(text, head)


def is_generic(text: str, start: int, end: int) -> bool:
    """Whether what would be a project is only a kind or a number of them, of some place (某市十大重点项目, 409处工程).

    Examples
    --------
    >>> is_generic("衡阳十大重点产业项目", 0, 10), is_generic("衡阳竹海项目", 0, 6)
    (True, False)
    """
    if _COLLECTIVE.match(text, end) and not _ONE_OF.search(text, max(0, start - 24), start):
        return True
    if _OF_TWO.fullmatch(text, start, end):
        return True
    names = place_names(text)
    at = start
    while (name := names.starting_at(at)) is not None and name.end < end:
        at = name.end + (text[name.end] in "·、—" and names.starting_at(name.end + 1) is not None)
    rest = text[at:end]
    if at > start and not rest.endswith(("项目", "工程")):
        return False
    return bool(_GENERIC.fullmatch(rest) or _MANY.search(rest) or _OF_PAIR.fullmatch(rest))


def _with_place(text: str, start: int) -> int:
    """Return where a work's name begins with its place; the last of several (甲县、乙县“某”工程) is not its own."""
    names = place_names(text)
    first = names.chain_start(start)
    return start if names.is_listed(text, first) else first


def _headed(text: str, head: re.Match[str]) -> Iterator[Candidate]:
    """Yield the work that ends in `head`: a project where its building is the news, else a place."""
    score = _score(text, head)
    if score >= 0.55:
        yield from _bounded(text, head.start(), head.end(), score)
    elif _STANDING.fullmatch(head[0]):
        for work in _bounded(text, head.start(), head.end(), 0.58):
            owner = place_names(text).starting_at(work.start)
            if owner is None or owner.kind is not Kind.COUNTRY:
                yield replace(work, label="PLACE")


def _bounded(text: str, at: int, end: int, score: float) -> Iterator[Candidate]:
    """Yield ``text[start:end]`` where `start` is the last boundary before the head at `at`, if what it
    bounds is a name."""
    bounds = boundaries(text)
    low = max(bounds.hard_before(at), at - 30)
    start = next(iter(bounds.since(low, at)), low)
    if text[start - 1 : start] in ("至", "到") and _STANDING.search(text[at:end]):
        first = max(bounds.before(start - 2), start - 7)
        start = start if text[first - 1 : first] == "从" else first
    if text[start:at].count("”") > text[start:at].count("“"):
        start = text.rfind("“", low, start) if "“" in text[low:start] else start
    start += _length_of_noise(text[start:at])
    stem = text[start:at]
    if len(stem) < 2 or not _PLAIN.fullmatch(stem) or stem.count("“") != stem.count("”"):
        return
    if is_generic(text, start, end) or _GENERIC.fullmatch(stem) or _MANY.search(stem):
        return
    if not _COUNTED.match(text, end):
        bonus = 0.04 * (end - start >= 7) + _PLACED * (place_names(text).starting_at(start) is not None)
        yield Candidate(start, end, "PROJECT", round(score + bonus, 2), BY)


def _length_of_noise(stem: str) -> int:
    """Return how many characters at the start of `stem` are no part of a project's name (建设, 总投资8亿元的)."""
    noise = _NOISE.match(stem)
    return noise.end() if noise else 0


def _score(text: str, head: re.Match[str]) -> float:
    """Return a score by the head and by whether building is the news around it."""
    sure = bool(_SURE.search(head[0]))
    around = text[max(0, head.start() - 25) : head.start()] + "｜" + text[head.end() : head.end() + 12]
    return (0.6 if sure else 0.46) + 0.12 * bool(_WORKS_NEWS.search(around))


@Language.component("newsgraph_projects", assigns=["doc._.candidates"])
def projects(doc: Doc) -> Doc:
    """Append what `find_projects` finds."""
    candidates_of(doc).extend(find_projects(text_of(doc)))
    return doc
