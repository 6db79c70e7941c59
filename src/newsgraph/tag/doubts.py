"""What the grammar holds against candidates of the statistical recogniser, and how it settles their labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newsgraph.lexicon import divisions, posts
from newsgraph.lexicon.divisions import COUNTY
from newsgraph.lexicon.persons import words
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import RECOGNISERS, VETO, Candidate, Placed
from newsgraph.tag.gazetteer import WHOLE_PREFECTURE, are_landmarks, means_whole_prefecture, place_names
from newsgraph.tag.guesses import without_guesses
from newsgraph.tag.head_nouns import (
    by_head,
    is_body_kind,
    is_event_kind,
    is_place_kind,
    is_sure_firm,
    with_noun,
)
from newsgraph.tag.names import readings
from newsgraph.tag.one_sense import one_sense
from newsgraph.tag.outread import outread
from newsgraph.tag.posts import goes_on
from newsgraph.tag.projects import BY as WORKS
from newsgraph.tag.projects import is_generic
from newsgraph.tag.recognised import BEFORE_NAME

_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("‘", "’"))
_NEVER_INSIDE = re.compile(
    r"[。；！？@]|[路街桥口道巷][至到].{1,12}[路街桥口道巷]段?$|^[A-Z]{6,}$|[0-9]亿元|[0-9]万元|\n\s*\n|^总?第[0-9]+[期号]$|"
    r"千伏|会议(?:研究|审议|听取|讨论|传达|学习|部署|决定)|"
    r"(?<!道)[0-9]{3}线$|[ 　][男女]$|第[一二三四五]条|刊号|.{3}(?:[主协承]办|主管|编印|出版|发行)$|"
    r"^驻[\u4e00-\u9fff]{1,3}部队|^[^\u4e00-\u9fffA-Za-z]+$"
)
_CUT_BY_BOUNDARY = frozenset({"ORG", "PLACE", "PROJECT"})
_CUT = 0.75
_BEFORE_EVENT = (*"在于对将把", "学习", "贯彻", "传达", "落实", "宣传", "精神", "研究")
"""What stands before an event and is no part of its name, though the recogniser may begin before it."""
_TOLD = re.compile(
    r"(?<!维)也|[已但被却，；]|[今明去]年|当[天日]|[昨今明]天|本月|发生(?![0-9]+周年)|盛赞|祝贺|"
    r"高度重视|观看|正在|继续|不断|表示|采用"
)
"""What tells of an event and is in no name of one, quotations and titles aside: in 1 of 5,405 events of the corpora."""
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》")
_CALLINGS = frozenset((*words("occupations"), *words("address")))
_GENRES = frozenset({"讣告", "简介", "简历", "公告", "通告", "通知", "启事", "声明", "简讯", "导读", "目录"})
"""What heads a text, set apart like a name (讣　告)."""
_NOBODY = re.compile("[拉唠叙]家常|闰[正二三四五六七八九十冬腊]月")
"""What begins like a name, with what is a surname too, and is small talk or a leap month of the lunar calendar."""
_OF_VILLAGE = re.compile("[老原前]?(?:会计|村民|支书|党员|村主任|村支书|农民|社员|妇女主任|种粮|养殖|种植)")
"""Who comes from the village named before."""
_ADVERBIAL = re.compile("地(?=[说笑讲问答看走跑拉握拿介告回对向])")
_NO_POSTS = frozenset((*words("occupations"), "主管", "常驻")) - frozenset(posts.words("heads"))
"""Callings with no body behind them, and what a masthead says of who runs the paper."""
_COUNTED = re.compile(
    r"(?:(?:[0-9几两二三四五六七八九十百千]|余|多)名|广大)(?:全国|[省市县区州])?(?:政协|人大)?(?:委员|代表|成员)$|广大..+$|班子成员$"
)
"""A count of people and no office (320名政协委员), or who sits in a leadership."""
_COUNT_REACH = 8
_REMOVED = re.compile("免去[：:]?$|职务[；;，、]\\s*$")
_BETWEEN = frozenset("至及—")
_TWO_TOWNS = re.compile("([\u4e00-\u9fff]{2,7}?苏木)[\u4e00-\u9fff]{2,7}苏木")
_SITED = re.compile("(?:选址[于在]?|位于|落户[于在]?|坐落[于在]|地处)$")
_IS_SITED = re.compile("落户于?|位于|选址[于在]?|坐落[于在]?")
_SITE = re.compile("[园区城](?=[，。；、的]|内)")
_WORKS = re.compile(
    "..(?:公路|大道|[大三]?桥|隧道|铁路|机场|航站楼|水库|电站|码头|枢纽|水厂|处理厂|发电厂|泵站|立交|管廊|体育[场馆])$"
)
_RISES = re.compile(
    "(?:建设|施工)?(?:工地|施工现场|建设现场|项目现场)|的?(?:场地平整|征地拆迁|土建施工|主体工程|主体结构|桩基)"
    "|(?:能够?|在|于|要|力争)?(?:年内|[今明]年(?:底|内)?前?|年底前?|早日|尽早|尽快|如期|按期)(?:前|内)?(?:全线|顺利|正式)?"
    "(?:开工|动工|破土|建成|通航|通车|投用|投运|竣工|完工|开建)"
)
_BEARERS = frozenset({"PERSON", "PLACE", "ORG"})
"""What a name may belong to without a head noun that says so."""
_ROW = re.compile(
    r"[\u4e00-\u9fff]*[省市县区州旗盟地]委[省市县区州旗盟]?(?:行署|公署|(?:人民)?政府|人大(?:常委会)?|政协|纪委)"
)
"""A committee and a second organ of its level."""
_GOES_ON = re.compile(
    r"[\u4e00-\u9fff0-9]{2,}[镇乡村路街巷弄号楼屯寨社]|[\u4e00-\u9fff]{2,}(?:社区|街道|苏木|嘎查)"
    r"|[山河江湖岭峰岛源][\u4e00-\u9fff]*"
)
"""What goes on with a division's name to an address (not 农村 and 乡村), or with any name to that of a mountain or a
river (武功山金顶)."""
_SURE, _BUILT, _LIKELY, _READ = 0.88, 0.8, 0.78, 0.6


def weigh(text: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates with the recogniser's weighed against what the grammar knows.

    What a recogniser reads as a person here and as a place there gets one label, and the grammar gives way where the
    recogniser is sure (`one_sense`, `outread`). For the rest:

    A candidate of a recogniser with an unpaired quotation mark, or with a sentence's end or a sum of money inside,
    falls. One of a body or a place with a verb or a function word inside, or over a sure person, loses a quarter
    of its score. Where a recogniser and the grammar agree on the span but not on the label, the grammar, which
    looks at the head, is believed, and takes the recogniser's word for the span.

    Examples
    --------
    >>> weigh("“甲乙", [Candidate(0, 2, "ORG", 0.8, "ner")])
    []
    """
    whole = [c for c in candidates if c.by not in RECOGNISERS or not _broken(text[c.start : c.end])]
    pool = outread(text, one_sense(text, [part for c in whole for part in _apart(text, c)]))
    sure = _Sure.of(text, pool)
    kept = [c for c in pool if c.by not in RECOGNISERS or not (_only_a_kind(text, c) or _in_slogan(text, c))]
    settled = _settle(text, [_as_rising(text, _judged(text, c, sure)) for c in kept])
    return without_guesses(settled, [c for c in settled if c.by in RECOGNISERS])


def _apart(text: str, candidate: Candidate) -> tuple[Candidate, ...]:
    """Return what a recogniser reads as one name where two stand one behind the other as two.

    They are places, or a work and its site with the verb between them (甲产业园落户乙开发区): of 109,598 names of the
    corpora it is in one, an event's; or who is removed and his body, where 的 is left out (免去甲市财政局局长职务).
    """
    verb = _IS_SITED.search(text, candidate.start + 1, candidate.end - 1)
    if verb is not None and candidate.by in RECOGNISERS and candidate.label in _CUT_BY_BOUNDARY:
        return replace(candidate, end=verb.start()), replace(candidate, start=verb.end(), label="PLACE")
    if candidate.label == "ORG" and candidate.by in RECOGNISERS and (own := _after_removed(text, candidate)):
        return replace(candidate, end=own, label="PERSON"), replace(candidate, start=own)
    if candidate.label != "PLACE" or candidate.by not in RECOGNISERS:
        return (candidate,)
    middle = _middle(text, candidate.start, candidate.end)
    if middle is None:
        return (candidate,)
    return replace(candidate, end=middle), *_apart(text, replace(candidate, start=middle))


def _after_removed(text: str, body: Candidate) -> int | None:
    """Return where the name of who is removed ends in what is read as one body; ``None`` where there is none."""
    if not _REMOVED.search(text, max(0, body.start - 4), body.start) or place_names(text).starting_at(
        body.start
    ):
        return None
    ends = (name.end for name in readings(text, body.start) if name.end < body.end)
    return max((end for end in ends if text[end] in "省市县区州旗镇"), default=None)


def _middle(text: str, start: int, end: int) -> int | None:
    """Return where the second of two places begins: of two provinces by their characters (京蒙协作; a region that is
    called so, 成渝, is one place), of two counties, waters or mountains, of two banners' towns (苏木)."""
    printed = text[start:end]
    first = place_names(text).starting_at(start)
    if first is None and 1 < len(printed) < 5 and all(char in divisions.ABBREVIATIONS for char in printed):
        return start + 1
    if towns := _TWO_TOWNS.fullmatch(printed):
        return start + towns.end(1)
    second = place_names(text).starting_at(first.end) if first is not None else None
    if first is None or second is None or second.end != end:
        return None
    counties = [divisions.find(text[name.start : name.end]) for name in (first, second)]
    cities = {county.code[:4] if county is not None and county.level == COUNTY else "" for county in counties}
    beside = len(cities) == 1 and "" not in cities
    return second.start if beside or are_landmarks(text, first, second) else None


@dataclass(frozen=True, slots=True)
class _Sure:
    """What is sure in one text: the persons, what a recogniser read, where places begin and those that somebody comes
    to, and where events start, by their end."""

    people: Placed
    recognised: Placed
    places: set[int]
    arrived: set[int]
    events: dict[int, int]

    @classmethod
    def of(cls, text: str, pool: list[Candidate]) -> _Sure:
        grammar = [c for c in pool if c.by not in RECOGNISERS]
        events = {c.end: c.start for c in grammar if c.label == "EVENT" and c.score >= _LIKELY}
        return cls(
            events=events,
            places={c.start for c in grammar if c.label == "PLACE"},
            recognised=Placed(c for c in pool if c.by in RECOGNISERS),
            people=Placed(c for c in pool if c.label == "PERSON" and c.score >= _SURE),
            arrived={
                c.start for c in grammar if c.label == "PLACE" and c.score >= _SURE and _arrives(text, c)
            },
        )


def _only_a_kind(text: str, candidate: Candidate) -> bool:
    """Whether a candidate bears no name, just a kind, a calling or a number, or is two bodies (地委行署), or tells what
    happened (某地也发生抗议活动)."""
    if candidate.label == "PROJECT":
        return is_generic(text, candidate.start, candidate.end)
    printed = text[candidate.start : candidate.end]
    if candidate.label == "PERSON":
        plain = re.sub(r"\s", "", printed)
        named = plain not in _CALLINGS and plain not in _GENRES and not _NOBODY.fullmatch(plain)
        return not named or _is_adverb(text, candidate)
    if candidate.label == "POST":
        other = goes_on(text, candidate.start, candidate.end)
        counted = _COUNTED.search(text, max(0, candidate.start - _COUNT_REACH), candidate.end)
        return printed in _NO_POSTS or other or counted is not None
    if candidate.label == "PLACE" and printed == WHOLE_PREFECTURE:
        return means_whole_prefecture(text)
    if candidate.label == "PLACE":
        return is_place_kind(printed) and place_names(text).starting_at(candidate.start) is None
    if candidate.label == "ORG":
        return is_body_kind(printed) or bool(_ROW.fullmatch(printed)) or printed.endswith("客商")
    return candidate.label == "EVENT" and (
        is_event_kind(printed) or bool(_TOLD.search(_QUOTED.sub("", printed)))
    )


def _is_adverb(text: str, candidate: Candidate) -> bool:
    """Whether what is read as a name says how something is done (乐呵呵地说)."""
    doubled = text[candidate.end - 1] == text[candidate.end - 2]
    return doubled and _ADVERBIAL.match(text, candidate.end) is not None


def _in_slogan(text: str, candidate: Candidate) -> bool:
    """Whether a body or a place fills one of several parts of equal length: of a line (聚侨心 汇侨智 兴侨乡), or of a
    quotation (“观海、听涛、戏浪”)."""
    if candidate.label not in _CUT_BY_BOUNDARY or place_names(text).starting_at(candidate.start):
        return False
    line = text[text.rfind("\n", 0, candidate.start) + 1 :].partition("\n")[0]
    left = text.rfind("“", 0, candidate.start) + 1
    quoted = text[left : text.find("”", left)].split("、") if left else []
    printed = text[candidate.start : candidate.end]
    return _are_parallel(line.split(), 2, printed) or _are_parallel(quoted, 3, printed)


def _are_parallel(parts: Sequence[str], least: int, printed: str) -> bool:
    return len(parts) >= least and len({len(p) for p in parts}) == 1 and printed in parts


def _arrives(text: str, place: Candidate) -> bool:
    """Whether a verb of coming or staying stands before `place` (来衡, so that no 来 is a surname)."""
    return text[place.start - 1 : place.start] in tuple("来赴在抵驻")


def _judged(text: str, candidate: Candidate, sure: _Sure) -> Candidate:
    if candidate.label == "PERSON" and _is_village(text, candidate):
        return replace(candidate, label="PLACE")
    if candidate.label == "PERSON":
        candidate = _behind_preposition(text, candidate, sure)
        over = not sure.arrived.isdisjoint(range(candidate.start, candidate.end))
        return replace(candidate, score=round(candidate.score * _CUT, 4)) if over else candidate
    if candidate.label == "PROJECT" and _is_site(text, candidate):
        return replace(candidate, label="PLACE")
    if candidate.by not in RECOGNISERS:
        return _as_read(text, candidate, sure) if candidate.label == "PLACE" else candidate
    start = sure.events.get(candidate.end, candidate.start)
    if candidate.label == "EVENT" and start > candidate.start and text.endswith(_BEFORE_EVENT, 0, start):
        candidate = replace(candidate, start=start)  # 牧民在某仪式: the event begins behind 在
    if candidate.label in _CUT_BY_BOUNDARY and _is_cut(text, candidate, sure):
        candidate = replace(candidate, score=round(candidate.score * _CUT, 4))
    return with_noun(text, by_head(text, candidate))


def _as_rising(text: str, candidate: Candidate) -> Candidate:
    """Return a bridge, road or station as a project where it is still to be begun or opened (某机场年内通航), or is a
    building site."""
    works = candidate.label == "PLACE" and _WORKS.search(text, candidate.start, candidate.end)
    return replace(candidate, label="PROJECT") if works and _RISES.match(text, candidate.end) else candidate


def _is_site(text: str, candidate: Candidate) -> bool:
    """Whether a park or zone is where something else is built (选址某产业园，)."""
    before = text[max(0, candidate.start - 3) : candidate.start]
    return _SITED.search(before) is not None and _SITE.match(text, candidate.end - 1) is not None


def _as_read(text: str, place: Candidate, sure: _Sure) -> Candidate:
    """Return a place of the grammar's with the edges of a longer one that a recogniser reads around it.

    It is believed where an address goes on behind a division (某县某镇某街) or a mountain behind a name, where one
    character more stands before a known name (白龙江 for 龙江), and, if it is not just guessing, wherever the grammar
    knows no second place in what it reads (湘桂).
    """
    for c in sure.recognised.near(place.start, place.end):
        holds = c.start <= place.start and place.end <= c.end
        if c.label != "PLACE" or not holds or c.end - c.start == place.end - place.start:
            continue
        if text.startswith("领导", c.end) and text[c.end - 1] in "省市县区州":
            continue  # 某区领导 is 区领导 of the place
        beside = (*range(c.start, place.start), *range(place.end, c.end))
        goes_on = c.start == place.start and _GOES_ON.fullmatch(text, place.end, c.end)
        begins_before = c.end == place.end and c.start == place.start - 1
        if goes_on or (sure.places.isdisjoint(beside) and (begins_before or c.score >= _READ)):
            return replace(place, start=c.start, end=c.end)
    return place


def _behind_preposition(text: str, name: Candidate, sure: _Sure) -> Candidate:
    """Return a person without the preposition before a name that is sure (向 in 向某某), surname though it may be."""
    near = sure.people.near(name.start, name.end)
    known = any((p.start, p.end) == (name.start + 1, name.end) for p in near)
    return replace(name, start=name.start + 1) if known and text[name.start] in BEFORE_NAME else name


def _broken(printed: str) -> bool:
    unpaired = any(printed.count(left) != printed.count(right) for left, right in _PAIRS)
    return unpaired or bool(_NEVER_INSIDE.search(printed))


def _is_cut(text: str, candidate: Candidate, sure: _Sure) -> bool:
    """Whether a word that no name holds, or a person, stands inside `candidate`."""
    bounds = boundaries(text)
    firm = candidate.label == "ORG" and is_sure_firm(text, candidate.start, candidate.end)
    cuts = (bounds.strong_since if firm else bounds.since)(candidate.start + 1, candidate.end - 1)
    if candidate.label == "PROJECT":  # 甲至乙高速: from one place to another
        cuts = [at for at in cuts if text[at - 1] not in _BETWEEN or not place_names(text).starting_at(at)]
    near = sure.people.near(candidate.start, candidate.end)
    return bool(cuts) or any(candidate.start <= p.start and p.end <= candidate.end for p in near)


def _settle(text: str, pool: list[Candidate]) -> list[Candidate]:
    """Return `pool` with one label for each span on which grammar and recogniser agree.

    An institution that is being built is a project, though its name may be read as a body's; so is a work whose
    building is the news, though its name may be read as a place; where something
    happens is a place. Of a kind of works that is a place in use (高速公路) the recogniser knows better which it is,
    and of a name alone, whether a person, a place or a body bears it, whoever is surer.
    """
    labels: dict[tuple[int, int], set[str]] = defaultdict(set)
    recognised = {(c.start, c.end): c for c in pool if c.by in RECOGNISERS}
    for c in pool:
        other = recognised.get((c.start, c.end))
        by_kind = c.label == "PLACE" and c.by == WORKS and other is not None and other.label == "PROJECT"
        unsure = (
            other is not None
            and other.label != c.label
            and {c.label, other.label} <= _BEARERS
            and other.score > c.score
            and not _is_headed(text, c)
        )
        if c.by not in RECOGNISERS and c.label != VETO and not by_kind and not unsure:
            labels[c.start, c.end].add(c.label)
    for c in pool:
        if c.label == "PROJECT" and c.score >= _BUILT and c.by not in RECOGNISERS:
            labels[c.start, c.end].discard("ORG")
    for (start, _), said in labels.items():
        if said == {"PLACE", "PROJECT"} and text[start - 1 : start] not in tuple("在到至于"):
            said.remove("PLACE")
    return [_relabelled(c, labels.get((c.start, c.end), set())) for c in pool]


def _is_village(text: str, name: Candidate) -> bool:
    """Whether `name`, which begins like a person's, is the village of whom is named behind it (石桥村老会计)."""
    return text[name.end - 1] == "村" and bool(_OF_VILLAGE.match(text, name.end))


def _is_headed(text: str, place: Candidate) -> bool:
    """Whether a place's name is of four characters or more and says its kind (亚利桑那州): no person's name does."""
    return place.label == "PLACE" and place.end - place.start > 3 and text[place.end - 1] in "州省市县郡"


def _relabelled(candidate: Candidate, said: set[str]) -> Candidate:
    by_grammar = candidate.by not in RECOGNISERS and candidate.label not in ("PLACE", "ORG")
    if len(said) == 1 and candidate.label not in said and candidate.label != VETO and not by_grammar:
        return replace(candidate, label=next(iter(said)))
    return candidate
