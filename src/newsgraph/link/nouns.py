"""Events by the nouns that name them, where the words say that they take place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.link.arguments import EntityOf, acting, parts_of, projects_in
from newsgraph.link.clauses import Clause
from newsgraph.link.drafts import Part, Report
from newsgraph.link.skeleton import BODY, DATE, EVENT, PERSON, PLACE, PROJECT, SYMBOLS, WORK, Element
from newsgraph.link.triggers import (
    EVENT_NOUN,
    HELD,
    MUTUAL,
    NO_EVENTS,
    NO_OPENING,
    OPENINGS,
    ROLE_VERBS,
    TO_COME,
    VERBS,
    type_of_mention,
    type_of_name,
)
from newsgraph.model import EventType, Mention, MentionType, Role

_PERFORMS = next(pattern for role, pattern in ROLE_VERBS if role is Role.PERFORMER)
_HELD_BEFORE = re.compile(
    r"(?:举行|召开|举办|开展|主持|出席|参加|列席|组织|迎来|上演|启动|开幕的|举行的|筹备|筹办|进行了|进行$)[^，。]{0,40}$"
)
_HELD_AFTER = re.compile(rf"^(?P<gap>[^，。]{{0,30}}?)(?:{HELD.pattern})")
_HELD_BEHIND = re.compile(rf"，(?:{DATE})?，?(?:在[^，。]{{1,12}})?(?:{HELD.pattern})")
_PREMIERE = re.compile(rf"(?:{WORK}|[剧戏会])[^，。]{{0,16}}?(?P<verb>首演|公演|首映|开演)(?!式|礼|仪式|的)")
_PLAYS_AT = re.compile(rf"(?:到|赴|走进|来到|在|进)[{BODY}{PLACE}]+(?:为[^，。]{{1,10}})?(?:免费|巡回)?$")
_PLAYED = re.compile("义诊|义卖|义演|义剪|演出|巡演|展演|志愿服务")
_CONTESTED = re.compile(r"^[上中]")
_BODY_HOLDS = re.compile(r"(?:举行|召开|举办|开展|组织)[^，。]{0,40}$")
_WELCOMES = ("欢迎仪式", "欢迎宴会")
"""Short, and yet no other event's: of talks or a signing."""
_SCENE = re.compile("在[^，。]{0,12}?(?:会|展|节|活动)(?:的)?(?:现场|期间|上|中)")
"""Another event, at which this one is held."""
_CALLED = re.compile(rf"[{DATE}{PLACE}{BODY}在再次又紧急连夜专门]*召开了?[^，。]{{0,16}}")
_PRESENT = re.compile("本届|本次|此次|这次|该届")
_DECIDES_THERE = re.compile(
    r"^(?:集体|研究|讨论|审议|审定|投票|表决)*(?:研究|讨论|审议|审定|决定|通过|同意|批准)"
)
_AWAITED = re.compile(r"(?:距离?|倒计时|迎接|喜迎|备战)[^，。]*$|[就对][^，。]{0,6}筹[备办]$")
_ATTENDED_BY_GUESTS = re.compile(f"对[^，。{EVENT}]{{1,12}}(?:出席|参加)[^，。]*$")
_PASSED = re.compile(r"^(?:表决|会议|审议)?通过")
_ON_STAGE = re.compile(r"^上(?![^，]{0,12}精神)")
_STUDIED = re.compile("学习|贯彻|传达|落实|领会")
_MEANWHILE = re.compile(r"^(?:活动|仪式)?(?:时|期间|以来|之际|之后|后|前|之前)")
_LABEL_START = re.compile(
    rf"[，。；：“\s{SYMBOLS}]|举行|召开|举办|主持|出席|参加|开展|组织|启动|开启|宣布|了"
)
_SEVERAL = re.compile(r"等?(?:多|数|几|若干|一系列|[\d两三四五六七八九十百千]+余?)[个项场次批]")


def events_named(clause: Clause, entity_of: EntityOf) -> Iterator[Report]:
    """Yield the events that the clause names and says to take place, or to come."""
    if MUTUAL.match(clause.predicate):
        return
    for start, end, name in _nouns(clause):
        type = type_of_mention(name.text) if name else type_of_name(clause.line.skeleton.text[start:end])
        if type is None or not _takes_place(clause, start, end, named=name is not None):
            continue
        if name is not None and _PRESENT.match(name.text):
            name = None
        label = "" if _PRESENT.match(_label(clause, start, end)) else _label(clause, start, end)
        if NO_EVENTS.search(name.text if name else label) or (name is None and _SEVERAL.search(label)):
            continue
        yield Report(
            type=type,
            clause=clause,
            start=start,
            end=end,
            name=name,
            label=label,
            generic=name is None and len(label) <= 4 and label not in _WELCOMES,
            planned=_is_to_come(clause),
            parts=tuple(
                _named_parties(clause, start, end, entity_of)
                if type is EventType.SIGNING
                else _organizers(clause, start, end, name=name, entity_of=entity_of)
            ),
            projects=projects_in(clause, entity_of),
        )


def openings(clause: Clause, entity_of: EntityOf) -> Iterator[Report]:
    """Yield the ceremony of a work, firm or place that opens; it stands before the verb."""
    text = clause.line.skeleton.text
    match = OPENINGS.search(text, clause.start, clause.end)
    if match is None:
        return
    before = text[clause.start : match.start()]
    if not re.search(rf"[{PROJECT}{BODY}{PLACE}{EVENT}]", before) and "项目" not in before:
        return
    if NO_OPENING.search(clause.text):
        return
    yield Report(
        type=EventType.CEREMONY,
        clause=clause,
        start=match.start(),
        end=match.end(),
        planned=bool(TO_COME.search(clause.text)),
        projects=projects_in(clause, entity_of),
    )


def premieres(clause: Clause, entity_of: EntityOf) -> Iterator[Report]:
    """Yield the first night of a play, film or concert: 实景剧《某某》在甲地首演."""
    match = _PREMIERE.search(clause.line.skeleton.text, clause.start, clause.end)
    if match is not None:
        yield Report(
            type=EventType.ACTIVITY,
            clause=clause,
            start=match.start("verb"),
            end=match.end(),
            planned=_is_to_come(clause),
            parts=tuple(
                _organizers(clause, match.start("verb"), match.end(), name=None, entity_of=entity_of)
            ),
        )


def _is_to_come(clause: Clause) -> bool:
    """Whether the clause, or one before it in its sentence, says that this is to come (将赴甲地，召开…)."""
    before = re.search(r"将(?:赴|前往|率|于|在)|(?:商定|约定|决定)，$", clause.before)
    return bool(TO_COME.search(clause.text) or before)


def _opens(clause: Clause, start: int) -> bool:
    """Whether the name stands where a lead begins, with nothing but a date before it."""
    before = clause.before + clause.line.skeleton.text[clause.start : start]
    return not before.strip(f"{DATE}，、 ") and not clause.line.is_headline


def _nouns(clause: Clause) -> Iterator[tuple[int, int, Mention | None]]:
    """The event nouns of a clause: EVENT mentions, and bare head nouns of the text."""
    skeleton = clause.line.skeleton
    for at in range(clause.start, clause.end):
        if skeleton.text[at] == EVENT and at in skeleton.elements:
            yield from ((at, at + 1, mention) for mention in skeleton.elements[at].mentions)
    for match in EVENT_NOUN.finditer(skeleton.text, clause.start, clause.end):
        yield match.start(), match.end(), None


def _takes_place(clause: Clause, start: int, end: int, *, named: bool) -> bool:
    text = clause.line.skeleton.text
    before, after = text[clause.start : start], text[end : clause.end]
    if any(verb.type is EventType.MESSAGE and verb.pattern.search(clause.text) for verb in VERBS):
        return False
    if clause.text[0] in "（(" and _PASSED.match(after):
        return True
    if _ATTENDED_BY_GUESTS.search(before) and after.startswith("表示"):
        return False
    if _AWAITED.search(before) or (before.endswith("在") and after.startswith(("现场", "期间"))):
        return False
    if before.endswith("经") or re.match(rf"经[{DATE}{BODY}]+$", before):
        return bool(_DECIDES_THERE.match(after))
    if named and not after and _HELD_BEHIND.match(text, clause.end):
        return True
    if held := _HELD_AFTER.match(after):
        return not _names_event(_SCENE.sub("", held["gap"]))
    listed = after.startswith(("、", "等"))  # E、F等活动: each is one
    if (_names_event(after) and not listed) or _MEANWHILE.match(after):
        return False
    on_stage = (
        _ON_STAGE.match(after)
        and not _STUDIED.search(before)
        and clause.subject is not None
        and clause.subject.kind == PERSON
    )
    if (named and clause.line.is_headline) or on_stage:
        return True
    if named and _CONTESTED.match(after) and _PERFORMS.search(after):
        return True
    if not after and _plays_at(text, clause.start, start, end):
        return True
    return bool(_HELD_BEFORE.search(before) and not after.startswith("的")) or (
        named and _opens(clause, start)
    )


def _plays_at(text: str, low: int, start: int, end: int) -> re.Match[str] | None:
    """Whether somebody comes to a place with a performance or a service (到甲镇义诊)."""
    return _PLAYS_AT.search(text[low:start]) if _PLAYED.fullmatch(text[start:end]) else None


def _names_event(text: str) -> bool:
    """Whether a further event noun follows, which is then the head (六中全会精神座谈会)."""
    return EVENT in text or bool(EVENT_NOUN.search(text))


def _label(clause: Clause, start: int, end: int) -> str:
    """The noun with the words of the text before it that belong to its name."""
    text = clause.line.skeleton.text
    if start > clause.start and text[start - 1] == EVENT:
        span = clause.span(start - 1, end)
        return clause.line.article.text[span.start : span.end]
    low = max(clause.start, start - 24)
    left = max((low + m.end() for m in _LABEL_START.finditer(text[low:start])), default=low)
    if text[left - 1 : left] == "“" and "”" in text[left:start]:  # a theme of its own: “夕阳美”文艺演出
        left -= 1
    span = clause.span(left, end)
    return clause.line.article.text[span.start : span.end].lstrip("的在")


def _organizers(
    clause: Clause, start: int, end: int, *, name: Mention | None, entity_of: EntityOf
) -> Iterator[Part]:
    """The body that holds it: subject of 召开, or acting inside the name (省委宣讲团报告会)."""
    skeleton = clause.line.skeleton
    subject = clause.subject
    held = _HELD_AFTER.match(skeleton.text[end : clause.end]) or _BODY_HOLDS.search(
        skeleton.text[clause.start : start]
    )
    held = held or _plays_at(skeleton.text, clause.start, start, end)
    if _calls(clause, start) and subject is not None and subject.kind == PERSON and clause.printed:
        yield from parts_of(clause, subject, Role.CHAIR, end=end, entity_of=entity_of)
    if held and subject is not None and subject.kind == BODY and clause.printed:
        yield from parts_of(clause, subject, Role.ORGANIZER, end=end, entity_of=entity_of)
    if name is not None and type_of_name(name.text) is EventType.LECTURE:
        element = skeleton.elements[start]
        acting = Element(
            kind=BODY,
            span=element.span,
            mentions=tuple(m for m in element.nested if m.type is MentionType.ORG),
        )
        yield from parts_of(clause, acting, Role.ORGANIZER, end=end, entity_of=entity_of)


def _calls(clause: Clause, start: int) -> bool:
    """Whether the subject calls the meeting named at `start` (甲召开紧急会议), and so chairs it."""
    return bool(_CALLED.fullmatch(clause.line.skeleton.text[clause.verb_at : start]))


def _named_parties(clause: Clause, start: int, end: int, entity_of: EntityOf) -> Iterator[Part]:
    """甲市政府与乙集团合作项目签约仪式: the sides stand before the noun or inside the name."""
    skeleton = clause.line.skeleton
    before = skeleton.text[clause.start : start]
    if re.search(rf"[{BODY}{PLACE}][与和][{BODY}{PLACE}]", before):
        for _, element in acting(clause, BODY + PLACE, clause.start, start):
            yield from parts_of(clause, element, Role.PARTY, end=end, entity_of=entity_of)
    name = skeleton.elements.get(start)
    bodies = tuple(m for m in name.nested if m.type is MentionType.ORG) if name is not None else ()
    if name is not None and len(bodies) > 1:
        named = Element(kind=BODY, span=name.span, mentions=bodies)
        yield from parts_of(clause, named, Role.PARTY, end=end, entity_of=entity_of)
