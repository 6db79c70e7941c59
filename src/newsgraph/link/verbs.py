"""Events by the verbs that report them, with the arguments of the verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsgraph.link.arguments import EntityOf, acting, parts_of, projects_in
from newsgraph.link.clauses import LED_BY, Clause
from newsgraph.link.drafts import Part, Report
from newsgraph.link.skeleton import BODY, PERSON, PLACE, Element
from newsgraph.link.triggers import MUTUAL, TO_COME, VERBS, Verb
from newsgraph.model import EventType, MentionType, Role

_COMMITTEE = re.compile(r"(?:^[^，]{0,8}[省市县区州旗镇乡地]委|委员会)$")
_OTHERS = re.compile(rf"(?:欢迎|邀请|祝贺|感谢)[^，。]*{PERSON}|(?:参加|陪同|一同|一道|一起)[^，。]{{0,6}}$")
_ASKED = re.compile("要求|部署|督促|强调")
_MORE = re.compile(
    rf"[，、；][^，。；{PERSON}]{{0,20}}({PERSON})(?=(?:一行|等[^，。]{{0,6}})?(?:[，。；、]|$))"
)
_JOINTLY = re.compile("(?:共同|一同|一起|一道|联合)")
_LED = re.compile(rf"(?:率领?|带领)(?={BODY}(?!(?:等[^，。]{{0,6}})?(?:主要|有关|相关)?(?:负责|领导|人员)))")
"""A body that comes; bureaus of whose heads it is said are none (率某局负责人)."""
_LEADER = re.compile(rf"{LED_BY}(?={BODY})")
_LED_ALONG = re.compile(rf"在({PERSON})的?(?:率领|带领)下")
_DELEGATIONS = ("代表团", "考察团", "访问团", "参访团")
_WITH_GROUP = re.compile("率领?[^，。]{0,10}团|招商|(?:学习|取经)考察|考察学习")
_LOOKS = re.compile("(?:实地|现场|仔细|详细|认真|先后|依次|逐一|一路)*(?:查看|察看|查勘|检查|了解|询问)")
_CAME = re.compile(
    rf"(?:来到|深入|前往|赶赴|赶到|走进|赴|到)[{BODY}{PLACE}]+[^，。]{{0,6}}，(?:(?:走进|走访)[^，。]{{1,16}}，)?$"
)
_TO_GO = re.compile("将(?:赴|前往)[^，。]*，")
_SIDES = re.compile(rf"[{BODY}{PLACE}](?:[、和及][{BODY}{PLACE}])*")
_ON_BEHALF = re.compile(rf"代表(?=[{BODY}{PLACE}])")
_PARTNER = re.compile(
    rf"(?:与|同|和|跟)(?:来访的|到访的|前来)?[^，。{PERSON}{BODY}{PLACE}]{{0,12}}(?=[{PERSON}{BODY}{PLACE}])"
)
_WISHED = re.compile(
    rf"(?:祝贺|致电|慰问|向|致信|复信|给|致)[^，。{PERSON}{BODY}{PLACE}]{{0,12}}(?:{PLACE}籍[^，。{PERSON}{BODY}{PLACE}]{{0,10}})?(?=[{PERSON}{BODY}{PLACE}])"
)


def events_done(clause: Clause, entity_of: EntityOf) -> Iterator[Report]:
    """Yield the events that the verbs of a clause report, one of a type."""
    text = clause.line.skeleton.text
    taken: set[EventType] = set()
    if (inspection := _inspection(clause, entity_of)) is not None:
        taken.add(EventType.VISIT)
        yield inspection
    if mutual := MUTUAL.match(clause.predicate):
        taken.add(EventType.TALKS)
        end = clause.verb_at + mutual.end()
        yield Report(type=EventType.TALKS, clause=clause, start=clause.verb_at, end=end, mutual=True)
    for verb in VERBS:
        match = verb.pattern.search(text, clause.verb_at, clause.end)
        if match is None or verb.type in taken:
            continue
        parts = tuple(_parts(clause, verb, match, entity_of))
        if not _is_complete(clause, verb, match.start(), parts):
            continue
        taken.add(verb.type)
        yield Report(
            type=verb.type,
            clause=clause,
            start=match.start(),
            end=match.end(),
            generic=not parts,
            planned=bool(TO_COME.search(clause.text) or _TO_GO.search(clause.before)),
            parts=parts,
            projects=projects_in(clause, entity_of),
        )


def _inspection(clause: Clause, entity_of: EntityOf) -> Report | None:
    """甲来到某地，查看…: the visit of a clause whose subject the clause before brought to its place."""
    seen, subject = _LOOKS.match(clause.predicate), clause.subject
    if seen is None or subject is None or subject.kind != PERSON or not _CAME.search(clause.before):
        return None
    end = clause.verb_at + seen.end()
    parts = tuple(parts_of(clause, subject, Role.INSPECTOR, end=end, entity_of=entity_of))
    return Report(type=EventType.VISIT, clause=clause, start=clause.verb_at, end=end, parts=parts)


def _parts(clause: Clause, verb: Verb, match: re.Match[str], entity_of: EntityOf) -> Iterator[Part]:
    """The arguments of the verb; who sees others sign is a witness, and who signs does so for a body."""
    if (
        verb.type is EventType.SIGNING
        and clause.subject
        and "见证" in match.string[clause.verb_at : match.start()]
    ):
        if clause.subject.kind == PERSON:
            yield from parts_of(clause, clause.subject, Role.WITNESS, end=match.end(), entity_of=entity_of)
        return
    parts = list(_arguments(clause, verb, match.start(), match.end(), entity_of))
    yield from parts
    if verb.type is EventType.SIGNING and parts:
        pairs = _pairs_before(clause)
        for element in pairs:
            yield from parts_of(clause, element, Role.PARTY, end=match.end(), entity_of=entity_of)
        yield from _signing_bodies(clause, pairs, match.end(), entity_of)


def _is_complete(clause: Clause, verb: Verb, start: int, parts: tuple[Part, ...]) -> bool:
    """Whether the verb has the arguments without which it reports no event (检查 is a noun too).

    Works are signed by nobody named; a message has its sender; 欢迎甲来访问, 期待甲的访问 and 参加走访慰问 are no
    visits of the subject's, nor what it asks others for (要求各县巡查);
    who unveils is a person; talks want two sides, but for 会见, whose object may go unnamed.
    """
    if verb.type is EventType.SIGNING:
        return True
    if verb.type is EventType.MESSAGE:
        return any(part.role is Role.SENDER for part in parts) and not _is_thanked_for(clause, start)
    before = clause.line.skeleton.text[clause.verb_at : start]
    if verb.type is EventType.VISIT and (_OTHERS.search(before) or _ASKED.search(before)):
        return False
    if verb.type is EventType.VISIT and before.endswith("的"):
        return False
    if verb.subject is Role.VISITOR and clause.line.skeleton.text[start - 2 : start] == f"{PERSON}的":
        return False
    if verb.type is EventType.CEREMONY and (clause.subject is None or clause.subject.kind != PERSON):
        return False
    if verb.type is EventType.TALKS and len({part.role for part in parts}) < 2:
        with_whom = re.search("[与同和]", clause.line.skeleton.text[clause.verb_at : start])
        return bool(parts) and (verb.object is Role.GUEST or (verb.object is None and with_whom is not None))
    return bool(parts)


def _is_thanked_for(clause: Clause, start: int) -> bool:
    """Whether the subject gives thanks for the message, which is another's (对乙致信表示感谢)."""
    text = clause.line.skeleton.text
    other = re.search(rf"[对就]{PERSON}[^，。]{{0,6}}$", text[clause.verb_at : start])
    return (
        other is not None
        and re.match(r"[^，。]{2,12}(?:表示|表达)[^，。]{0,6}感谢", text[start : clause.end]) is not None
    )


def _arguments(clause: Clause, verb: Verb, start: int, end: int, entity_of: EntityOf) -> Iterator[Part]:
    skeleton = clause.line.skeleton
    text = skeleton.text
    subject = clause.subject
    if subject is not None and subject.kind == PLACE and verb.type is EventType.VISIT:
        return
    partner_at = _partner(text, clause, start) if verb.partner else None
    actor, partner = _actor(clause, verb, start), verb.partner
    if verb.type is EventType.TALKS and not verb.object and partner_at and _CAME.search(clause.before):
        actor, partner = partner, actor  # 甲来到某院，与乙座谈
    if subject is not None and actor is not None:
        subjects, partners = subject, None
        if verb.partner and partner_at is None and not verb.object and subject.pivot:
            subjects, partners = _divide(subject)
        role = actor
        if subject.kind != PERSON and role in (Role.SPEAKER, Role.ATTENDEE):
            role = Role.ORGANIZER
        if role is Role.PARTY and partner_at is None and subject.kind != PERSON:
            for side in _sides(clause, text[start:end]):
                yield from parts_of(clause, side, role, end=end, entity_of=entity_of)
            return
        yield from parts_of(clause, subjects, role, end=end, entity_of=entity_of)
        if partners is not None and verb.partner:
            yield from parts_of(clause, partners, verb.partner, end=end, entity_of=entity_of)
    if partner_at is not None and partner:
        kinds = PERSON + BODY if PERSON in text[partner_at:start] else PERSON + BODY + PLACE
        for at, element in acting(clause, kinds, partner_at, start):
            joined = _JOINTLY.match(text, at + 1) and verb.subject  # 甲与乙共同会见
            yield from parts_of(clause, element, joined or partner, end=end, entity_of=entity_of)
    if verb.type is EventType.VISIT and actor is not None:
        for led in _LED.finditer(text, clause.verb_at if clause.printed else clause.sentence_start, start):
            if led.end() in skeleton.elements:
                yield from parts_of(clause, skeleton.elements[led.end()], actor, end=end, entity_of=entity_of)
        opening = clause.start if clause.printed else clause.sentence_start
        if leader := _LEADER.search(text, opening, clause.verb_at):
            element = skeleton.elements[leader.start() + 1]
            yield from parts_of(clause, element, Role.VISITOR, end=end, entity_of=entity_of)
        if leader := _LED_ALONG.search(text, clause.start, start):
            element = skeleton.elements[leader.start(1)]
            yield from parts_of(clause, element, actor, end=end, entity_of=entity_of)
    if verb.object:
        low = clause.verb_at if verb.type is EventType.MESSAGE else end
        for element in _objects(clause, verb, low, end):
            yield from parts_of(clause, element, verb.object, end=end, entity_of=entity_of)


def _sides(clause: Clause, verb: str) -> list[Element]:
    """Return the bodies and places of a row that sign with nobody else (某市、甲校和乙公司签署); one alone does not."""
    skeleton = clause.line.skeleton
    row = _SIDES.match(skeleton.text, clause.subject_at or 0, clause.end) if clause.printed else None
    sides = skeleton.pick(BODY + PLACE, *row.span()) if row else []
    several = sum(len(side.mentions) for side in sides) > 1
    return sides if several and verb.startswith(("签署", "签订")) else []


def _actor(clause: Clause, verb: Verb, start: int) -> Role | None:
    """Return the role of the verb's subject: a visitor's where a delegation comes to look and learn (率代表团来考察),
    which inspects nobody."""
    if verb.subject is not Role.INSPECTOR:
        return verb.subject
    bodies = clause.line.skeleton.pick(BODY, clause.start, start)
    if clause.subject is not None and clause.subject.kind == BODY:
        bodies.append(clause.subject)
    sent = any(m.text.endswith(_DELEGATIONS) for element in bodies for m in element.mentions)
    sent = sent or _WITH_GROUP.search(clause.line.skeleton.text, clause.start, clause.end) is not None
    return Role.VISITOR if sent else verb.subject


def _pairs_before(clause: Clause) -> list[Element]:
    """Return who signs with whom in the clauses before one that sums them up (甲与乙，丙与丁，分别签字)."""
    skeleton = clause.line.skeleton
    if clause.printed or not clause.predicate.startswith("分别"):
        return []
    return skeleton.pick(PERSON, clause.sentence_start, clause.start)


def _signing_bodies(
    clause: Clause, pairs: Sequence[Element], end: int, entity_of: EntityOf
) -> Iterator[Part]:
    """The bodies for which the signers sign: 代表甲公司, or the body of the signer's post."""
    skeleton = clause.line.skeleton
    for match in _ON_BEHALF.finditer(skeleton.text, max(clause.start - 16, 0), clause.end):
        if match.end() in skeleton.elements:
            yield from parts_of(
                clause, skeleton.elements[match.end()], Role.PARTY, end=end, entity_of=entity_of
            )
    signers = [*pairs, *skeleton.pick(PERSON, clause.verb_at, clause.end)]
    if clause.subject is not None and clause.subject not in signers:
        signers.append(clause.subject)
    for signer in signers:
        bodies = tuple(
            m for m in signer.titles if m.type is MentionType.ORG and not _COMMITTEE.search(m.text)
        )
        element = Element(kind=BODY, span=signer.span, mentions=bodies)
        yield from parts_of(clause, element, Role.PARTY, end=end, entity_of=entity_of)


def _partner(text: str, clause: Clause, verb_start: int) -> int | None:
    """Where the names behind 与 begin, between the subject and the verb."""
    match = _PARTNER.search(text, clause.verb_at, verb_start)
    return match.end() if match else None


def _divide(subject: Element) -> tuple[Element, Element]:
    """甲和乙举行会谈: those before 和, and those behind."""
    pivot = subject.pivot or 1
    left = Element(kind=subject.kind, span=subject.span, mentions=subject.mentions[:pivot])
    right = Element(kind=subject.kind, span=subject.span, mentions=subject.mentions[pivot:])
    return left, right


def _objects(clause: Clause, verb: Verb, low: int, end: int) -> Iterator[Element]:
    skeleton = clause.line.skeleton
    if verb.type is EventType.MESSAGE:
        for match in _WISHED.finditer(skeleton.text, low, clause.end):
            element = skeleton.elements.get(match.end())
            if element is not None and element is not clause.subject:
                yield element
        for element in skeleton.pick(PERSON + BODY, end, min(end + 1, clause.end)):
            yield element
        return
    kinds = PERSON + BODY if verb.type is not EventType.SIGNING else PERSON
    yield from skeleton.pick(kinds, end, clause.end)
    at = clause.end
    while skeleton.text[at - 1] in PERSON and (more := _MORE.match(skeleton.text, at)):
        yield from skeleton.pick(PERSON, more.start(1), more.end(1))
        at = more.end(1)
