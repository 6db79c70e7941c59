"""What the head noun of a recognised name says: which label it asks for, and how sure it makes the name."""

from __future__ import annotations

import re
from dataclasses import replace

from newsgraph.lexicon import divisions
from newsgraph.lexicon.tables import alternatives
from newsgraph.tag.candidates import Candidate
from newsgraph.tag.gazetteer import Kind, place_names

_TAIL = "[”）)]?$"
_EVENT = re.compile(
    r"(?:会议|论坛|仪式|典礼|大赛|锦标赛|邀请赛|周年|(?<![协学商社员总金进谊究合委工议国班部理])会|"
    r"[^发开进扩拓伸]展)”?$"
)
_PROJECT = re.compile(r"(?:项目|工程|行动|计划|攻坚战|专项整治|主题教育|[一二三四五]期(?:工程|项目)?)$")
_ZONE = re.compile(r"(?:开发区|高新区|经开区|新区|保税区|度假区|工业园区|科技园区|风景区|自然保护区|经济区)$")
_BODY = re.compile(alternatives("bodies", "sure_nouns") + _TAIL)
_PLACE = re.compile(alternatives("places", "sure_nouns") + _TAIL)

_LABELS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "ORG": (
        ("PROJECT", _PROJECT),
        ("EVENT", re.compile(r"(?:仪式|典礼|第[^第]{1,6}次[^第]{0,8}会议?|(?<!代表)大会)$")),
        ("PLACE", _PLACE),
    ),
    "PLACE": (("PROJECT", _PROJECT), ("ORG", _BODY)),
    "PROJECT": (("EVENT", _EVENT), ("PLACE", _ZONE)),
    "EVENT": (("PROJECT", _PROJECT),),
}
"""By the recogniser's label: which other labels a head noun asks for instead; the first that fits is taken."""

_NOUNS = {
    "EVENT": (re.compile(alternatives("events", "nouns") + "”?$"), 0.55),
    "PROJECT": (re.compile(alternatives("projects", "nouns") + "[”）]?$"), 0.6),
}
"""By label: the head nouns, and what share of the score is left without one.

Measured on texts that the recogniser was not trained on: without one 2 of 6 and 4 of 17 are right, whose mean score
was 0.7 and 0.64; with one as many as their scores say.
"""

_BEHIND_PLACE = {
    "ORG": (re.compile(alternatives("bodies", "nouns") + _TAIL), 0.55, 3),
    "PLACE": (re.compile(alternatives("places", "nouns") + _TAIL), 0.5, 1),
}
"""By label: the head nouns of names that a known place begins, and what share of the score is left without one,
and from what length on, in characters, what follows the place must be one.

Measured on the development sets: of places without one 0.11 are right, of bodies 0.30; with one 0.93 and more.
"""


_COUNT = re.compile(r"(?:等?[0-9一二两三四五六七八九十]+[个大项]|等)(?:重大|重点)?(?:项目|工程)$")
_CHIEF_BEHIND = re.compile(r"(?:党[委组支]|常务)?副?(?:主任|书记|经理|总经理|馆长|院长|场长|站长)")
"""The post of who heads a venue makes a body of it."""

_BODY_KINDS = re.compile(alternatives("bodies", "kinds") + alternatives("bodies", "kind_heads"))
_PLACE_KINDS = re.compile(alternatives("places", "kinds") + alternatives("places", "kind_heads"))
EVENT_KINDS = re.compile(alternatives("events", "generic") + "*")
_CONVENED = re.compile(
    r"(?:中央|全[国省市县区州旗盟]|[省市县区州旗盟地]委)"
    r"(?:(?!工作|会议|大会|召开|举行|主持|重要|出席|代表)[\u4e00-\u9fff]){2,6}(?:工作)?(?:会议|大会)"
    r"|[省市县区州旗盟地]委常委会(?:扩大)?会议"
)
"""A meeting that says who is convened and on what: of 76 such on the training texts 71 are events."""


def is_sure_firm(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins with a known place and ends as firms do (云岭市康本制药有限公司)."""
    return place_names(text).starting_at(start) is not None and text.endswith(_FIRMS, start, end)


_FIRMS = ("公司", "集团", "株式会社", "银行")


def is_event_kind(printed: str) -> bool:
    """Whether what would be an event is only a kind of one.

    Examples
    --------
    >>> is_event_kind("颁奖大会"), is_event_kind("竹艺大会"), is_event_kind("全市经济工作会议")
    (True, False, False)
    """
    return bool(EVENT_KINDS.fullmatch(printed)) and not is_convened(printed)


def is_convened(printed: str) -> bool:
    """Whether a meeting is named by who is convened and on what (全市经济工作会议).

    Source: counts on the training parts of newsgraph-zh and real.
    """
    return bool(_CONVENED.fullmatch(printed))


def is_body_kind(printed: str) -> bool:
    """Whether what would be a body is only a kind or a number of them (村卫生室, 三家企业)."""
    return bool(_BODY_KINDS.fullmatch(printed))


def is_place_kind(printed: str) -> bool:
    """Whether what would be a place is only a kind of one (果园, 老渔村, 207路); single characters are names.

    Source: of 14 such on the training and development texts that no gazetteer has, none is a mention.
    """
    return len(printed) > 1 and bool(_PLACE_KINDS.fullmatch(printed))


def without_count(text: str, candidate: Candidate) -> Candidate:
    """Return a recognised project without the count behind it, which speaks of several (甲园、乙馆两个项目).

    Examples
    --------
    >>> without_count("青云馆两个项目", Candidate(0, 7, "PROJECT", 0.8, "ner")).end
    3
    """
    count = _COUNT.search(text[candidate.start : candidate.end])
    if candidate.label != "PROJECT" or count is None or not count.start():
        return candidate
    return replace(candidate, end=candidate.start + count.start())


def by_head(text: str, candidate: Candidate) -> Candidate:
    """Return a recogniser's candidate with the label that its head noun asks for.

    Examples
    --------
    >>> by_head("云岭中心小学", Candidate(0, 6, "PLACE", 0.8, "ner")).label
    'ORG'
    """
    printed = text[candidate.start : candidate.end]
    for label, head in _LABELS.get(candidate.label, ()):
        if label == "PLACE" and _CHIEF_BEHIND.match(text, candidate.end):
            continue
        if head.search(printed):
            return replace(candidate, label=label)
    return candidate


def with_noun(
    text: str, candidate: Candidate, *, body_end: int | None = None, whole: bool = True
) -> Candidate:
    """Return a recogniser's candidate with the score that its head noun, or the want of one, leaves it.

    A body or a place that begins with no known place, and with no known body up to `body_end`, may end in anything
    (a firm's short name); so may a body that is `whole`, with no word inside that no name holds, and ends in a sure
    head noun.
    """
    if candidate.label in _NOUNS:
        noun, share = _NOUNS[candidate.label]
        named = noun.search(text[candidate.start : candidate.end]) is not None
    elif candidate.label in _BEHIND_PLACE:
        share = _BEHIND_PLACE[candidate.label][1]
        named = _has_tail(text, candidate, body_end, whole=whole)
    else:
        return candidate
    return candidate if named else replace(candidate, score=round(candidate.score * share, 4))


def _has_tail(text: str, candidate: Candidate, body_end: int | None, *, whole: bool) -> bool:
    """Whether what follows the known name at the beginning of a body or a place, if long enough, ends as it should."""
    printed = text[candidate.start : candidate.end]
    noun, _, shortest = _BEHIND_PLACE[candidate.label]
    tail = _behind_places(text, candidate)
    if candidate.label == "ORG":
        if whole and _BODY.search(printed):
            return True
        if body_end is not None and body_end < candidate.end:
            tail = text[body_end : candidate.end].rjust(shortest)
    last = place_names(text).ending_at(candidate.end)
    fused = last is not None and candidate.end - last.start == len(tail)
    return len(tail) < shortest or (noun.search(printed) is not None and not fused)


def _behind_places(text: str, candidate: Candidate) -> str:
    """Return what of the name follows the known places that begin it; empty where none does, or nothing follows."""
    names = place_names(text)
    at = candidate.start
    while (name := names.starting_at(at)) is not None and name.end <= candidate.end:
        if name.kind is Kind.AMBIGUOUS and at == candidate.start:
            return ""
        beyond = at > candidate.start and name.kind in (Kind.AMBIGUOUS, Kind.SHORT)
        if beyond and len(divisions.find_chain(text[candidate.start : name.end])) < 2:
            break
        at = name.end
    return text[at : candidate.end] if at > candidate.start else ""
