"""What persons do at an event already spoken of, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.link.arguments import EntityOf, parts_of
from newsgraph.link.clauses import Clause
from newsgraph.link.drafts import Part
from newsgraph.link.skeleton import BODY, PERSON, Element
from newsgraph.link.triggers import CUES, GOVERNED_ROLES, OBJECTS, ROLE_VERBS
from newsgraph.model import EventType, Role

_COUNTED = re.compile(
    rf"(?P<verb>出席|参加|就座|列席|陪同|随同|聆听|见证|发言|讲话|致辞)[^，。；]{{0,20}}?(?:的|活动|会议|会见)?(?:还)?(?:有|是|包括)[：:]?[^，。；、：{PERSON}]{{0,10}}(?={PERSON})"
)
_TOGETHER = re.compile(rf"[与和同]({PERSON})(?:一道|一起|一同|共同|分别|先后|也|等)*")
_EACH_OF = re.compile(rf"与({PERSON})(?:分别|先后|相继)")
_ALONG = re.compile(rf"(?:并|还|同时|随后)?[与和同]({PERSON})(?:一道|一起|一同|共同|(?=出席|参加))")
_SHARED = (Role.CHAIR, Role.WITNESS, Role.ATTENDEE, Role.PERFORMER, Role.COMPANION, Role.AUDIENCE)
_RELATIVE = re.compile(rf"[^，。]{{0,30}}的[^，。{PERSON}]{{0,6}}{PERSON}")
_ELSEWHERE = re.compile(r"[^，。]{0,30}?期间[^，。]{0,8}?(?:会见|会谈|会晤|考察|调研|访问|拜会)")
_RECEIVED = re.compile(r"(?:会见|接见|会晤|看望|慰问|欢迎|感谢|祝贺|宴请)了?[^，。]{0,6}$")
_BYSTANDER = re.compile(
    r"(?:村民|居民|市民|群众|农民|牧民|渔民|[茶果菜粮药]农|种植户|养殖户|贫困户|游客|顾客|乘客|徒弟|妻子|丈夫|儿子|女儿|家属|工友|邻居)$"
)
_WILL = re.compile("将(?=$|[作做进发应出])")
_RECEPTION = re.compile("对[^，。]{0,12}$")
_RECEIVES = re.compile("[^，。]{0,40}表示[^，。]{0,6}(?:欢迎|感谢|祝贺|赞赏)")
_HEARD = re.compile(r"听取?(?:了)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleReport:
    """A role that a clause gives, and the types of event it may be at, best first (empty: any).

    `position` is where the words that give it begin, `printed` where who plays it is printed.
    `governed`: a preposition or a list gives it (由甲主持), not the clause's subject. `titled`: who plays it is
    printed with a post. `ahead`: the words say that it is to be played (甲将作报告). `bystander`: one of the people
    says something, perhaps only to the reporter.
    """

    parts: tuple[Part, ...]
    role: Role
    types: tuple[EventType, ...]
    position: int
    printed: int
    governed: bool = False
    titled: bool = True
    ahead: bool = False
    bystander: bool = False


def roles_of(clause: Clause, entity_of: EntityOf) -> Iterator[RoleReport]:
    """Yield the roles that the words of `clause` give to persons, in order.

    What is told to the reporter makes no speaker.
    """
    if clause.said:
        return
    cued = cued_types(clause)
    yield from _governed(clause, cued, entity_of)
    yield from _counted(clause, entity_of)
    subject = clause.subject
    if subject is None or subject.kind not in PERSON + BODY:
        return
    text = clause.line.skeleton.text
    for role, pattern in ROLE_VERBS:
        match = _first(pattern, clause)
        if match is None or (subject.kind == BODY and role is not Role.PERFORMER):
            continue
        if role is Role.SPEAKER and (clause.told or _only_hears(clause, match.start())):
            continue
        if role is Role.ATTENDEE and (
            _RECEIVED.search(text[clause.verb_at : match.start()])
            or _RELATIVE.match(text, match.end(), clause.end)
            or _ELSEWHERE.match(text, match.end(), clause.end)
            or (
                _RECEPTION.search(text[clause.verb_at : match.start()])
                and _RECEIVES.match(text, match.end(), clause.end)
            )
        ):
            continue  # 出席乙论坛期间会见丙, 会见出席论坛的代表, 对来宾出席论坛表示欢迎: not of the talks
        if role is Role.SPEAKER and "批示" in clause.text:
            continue
        if role not in (Role.SPEAKER, Role.HOST) and _another_acts(clause, match.start()):
            continue
        chosen, types = _sort(role, text[match.start() : clause.end])
        actors = [*clause.row, subject, *_partners(clause, chosen)]
        yield RoleReport(
            parts=tuple(
                p for a in actors for p in parts_of(clause, a, chosen, end=match.end(), entity_of=entity_of)
            ),
            role=chosen,
            types=types or cued,
            position=match.start(),
            printed=clause.start if clause.subject_at is None else clause.subject_at,
            titled=bool(subject.titles),
            ahead=_WILL.search(text, clause.verb_at, match.start()) is not None,
            bystander=role is Role.SPEAKER and _is_bystander(clause, subject),
        )


def _partners(clause: Clause, role: Role) -> list[Element]:
    """甲与乙共同主持: the second does it too, but speaks only where each does (甲与乙分别致辞), not with the first."""
    if role not in (*_SHARED, Role.SPEAKER):
        return []
    pattern = _EACH_OF if role is Role.SPEAKER else _TOGETHER if clause.printed else _ALONG
    match = pattern.match(clause.line.skeleton.text, clause.verb_at, clause.end)
    element = clause.line.skeleton.elements.get(match.start(match.lastindex or 0)) if match else None
    return [element] if element is not None else []


def _counted(clause: Clause, entity_of: EntityOf) -> Iterator[RoleReport]:
    """出席会议的还有：甲、乙: the list behind its own verb, over the colon."""
    skeleton = clause.line.skeleton
    match = _COUNTED.search(skeleton.text, clause.start, min(clause.end + 2, len(skeleton.text)))
    element = skeleton.elements.get(match.end()) if match else None
    if match is None or element is None:
        return
    role = next(role for role, pattern in ROLE_VERBS if pattern.match(match["verb"]))
    role, types = _sort(role, match.group())
    parts = tuple(parts_of(clause, element, role, end=match.end() + 1, entity_of=entity_of))
    yield RoleReport(
        parts=parts, role=role, types=types, position=match.start(), printed=match.end(), governed=True
    )


def _first(pattern: re.Pattern[str], clause: Clause) -> re.Match[str] | None:
    return pattern.search(clause.line.skeleton.text, clause.verb_at, clause.end)


def _only_hears(clause: Clause, at: int) -> bool:
    return bool(_HEARD.search(clause.line.skeleton.text, clause.verb_at, at + 1))


def _is_bystander(clause: Clause, subject: Element) -> bool:
    """Whether the subject is one of the people (村民甲说), who may speak to the reporter, not at an event."""
    text, start = clause.line.article.text, subject.mentions[0].span.start
    return bool(_BYSTANDER.search(text[max(start - 6, 0) : start]))


def _another_acts(clause: Clause, at: int) -> bool:
    """甲对乙出席会议表示欢迎: the verb is of the second person."""
    return bool(re.search(rf"(?<![与和同]){PERSON}", clause.line.skeleton.text[clause.verb_at : at]))


def _sort(role: Role, rest: str) -> tuple[Role, tuple[EventType, ...]]:
    """The role in the light of its object: 参加会见 is of the talks, and 见证 is of the signing."""
    if role is Role.WITNESS:
        return role, (EventType.SIGNING,)
    if role is Role.PERFORMER:
        return role, (EventType.ACTIVITY,)
    if role in (Role.CHAIR, Role.ATTENDEE, Role.AUDIENCE, Role.COMPANION):
        return role, pointed_types(rest[:24].partition("并")[0])
    return role, ()


def pointed_types(words: str) -> tuple[EventType, ...]:
    """Return the types of event, best first, that an object may mean (仪式: a ceremony or a signing)."""
    return next((pointer.types for pointer in OBJECTS if pointer.pattern.search(words)), ())


def cued_types(clause: Clause) -> tuple[EventType, ...]:
    """Return the types of event, best first, at one of which the clause says it is (仪式上, 会见中)."""
    text = clause.line.skeleton.text
    for start in dict.fromkeys((clause.start, clause.verb_at)):
        for cue in CUES:
            if cue.pattern.search(text[start : clause.end]):
                return cue.types
    return ()


def _governed(clause: Clause, cued: tuple[EventType, ...], entity_of: EntityOf) -> Iterator[RoleReport]:
    skeleton = clause.line.skeleton
    for role, pattern in GOVERNED_ROLES:
        for match in pattern.finditer(skeleton.text, clause.start, clause.end):
            element: Element | None = skeleton.elements.get(match.start(match.lastindex or 0))
            if element is None:
                continue
            _, types = _sort(role, "")
            yield RoleReport(
                parts=tuple(parts_of(clause, element, role, end=match.end(), entity_of=entity_of)),
                role=role,
                types=types or cued,
                position=match.start(),
                printed=match.start(match.lastindex or 0),
                governed=True,
            )
