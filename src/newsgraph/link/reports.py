"""What one clause reports: events by their nouns and verbs, with the arguments of the verb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from newsgraph.link.clauses import Clause
from newsgraph.link.drafts import Part, Report
from newsgraph.link.skeleton import BODY, DATE, EVENT, PERSON, PLACE, PROJECT, SYMBOLS, Element
from newsgraph.link.triggers import (
    CALLED_OFF,
    EVENT_NOUN,
    HELD,
    NO_EVENTS,
    NO_OPENING,
    OPENINGS,
    ORGANIZING,
    PAST,
    TO_COME,
    VERBS,
    Verb,
    type_of_mention,
    type_of_name,
)
from newsgraph.model import EventType, Evidence, Mention, MentionType, Role, Span

EntityOf = Mapping[str, str]
"""The entity's id of a mention's id."""

_HELD_BEFORE = re.compile(
    r"(?:举行|召开|举办|开展|主持|出席|参加|列席|组织|迎来|上演|启动|开幕的|举行的|筹备|筹办|进行了)[^，。]{0,40}$"
)
_HELD_AFTER = re.compile(rf"^(?P<gap>[^，。]{{0,30}}?)(?:{HELD.pattern})")
_PASSED = re.compile(r"^(?:表决|会议|审议)?通过")
_LISTED = re.compile(r"^(?:同志|先生|女士)?(?:为|任|兼任|不再|的[^，。；]{1,30}职务)")
_LIST_TITLE = re.compile(r"任免|任命|免职|任职|免去|人事")
_AD_HOC = re.compile(r"任[^，。]{0,8}(?:指挥|组长|评委|裁判|嘉宾|领队)")
_COMMITTEE = re.compile(r"(?:^[^，]{0,8}[省市县区州旗镇乡地]委|委员会)$")
_ON_STAGE = re.compile(r"^上")
_MEANWHILE = re.compile(r"^(?:活动|仪式)?(?:时|期间|以来|之际|之后|后|前|之前)")
_PARTNER = re.compile(
    rf"(?:与|同|和|跟)(?:来访的|到访的|前来)?[^，。{PERSON}{BODY}{PLACE}]{{0,12}}(?=[{PERSON}{BODY}{PLACE}])"
)
_ACTING = re.compile(
    rf"(?:任命|决定任命|推选|选举|补选|增补|聘任|聘请|提名|免去|免职|接受|同意|批准)了?[^，。；{PERSON}]{{0,12}}(?={PERSON})"
)
_BECOMES = re.compile(
    r"^(?:同志|先生|女士)?(?:今天|昨天)?(?:以[^，。]{1,12}票|因[^，。]{1,12})?(?:全票|高票|正式)?(?:任|出任|担任|当选|连任|就任|兼任|被任命|被选举?|获任|不再担任|辞去|辞职|被免|改任|调任|履新|再次当选|宣誓就职)"
)
_NOT_NEWS = re.compile(r"祝贺|期间|以来|曾|时任|据|称")
_WISHED = re.compile(
    rf"(?:祝贺|致电|慰问|向|致信|复信|给|致)[^，。{PERSON}{BODY}{PLACE}]{{0,12}}(?=[{PERSON}{BODY}{PLACE}])"
)
_LABEL_START = re.compile(rf"[，。；：“\s{SYMBOLS}]|举行|召开|举办|主持|出席|参加|开展|了")


def reports_of(clause: Clause, entity_of: EntityOf) -> list[Report]:
    """Return the events that `clause` reports, in the order of its words.

    Reported speech reports nothing but an event to come that it names and dates.
    """
    text = clause.text
    if CALLED_OFF.search(text) or (PAST.search(text) and not TO_COME.search(text)):
        return []
    found = list(_by_noun(clause, entity_of))
    if clause.said:
        return [r for r in found if r.planned and r.name is not None and not r.generic]
    found += _by_verb(clause, entity_of)
    found += _appointments(clause, entity_of)
    if not any(r.type is EventType.CEREMONY or r.type is EventType.SIGNING for r in found):
        found += _openings(clause, entity_of)
    return sorted(found, key=lambda r: r.start)


def _by_noun(clause: Clause, entity_of: EntityOf) -> Iterator[Report]:
    for start, end, name in _nouns(clause):
        type = type_of_mention(name.text) if name else type_of_name(clause.line.skeleton.text[start:end])
        if type is None or not _takes_place(clause, start, end, named=name is not None):
            continue
        label = _label(clause, start, end)
        if NO_EVENTS.search(name.text if name else label):
            continue
        yield Report(
            type=type,
            clause=clause,
            start=start,
            end=end,
            name=name,
            label=label,
            generic=name is None and len(label) <= 4,
            planned=_is_to_come(clause),
            parts=(
                *_organizers(clause, start, end, name=name, entity_of=entity_of),
                *(_named_parties(clause, start, end, entity_of) if type is EventType.SIGNING else ()),
            ),
            projects=_projects(clause, entity_of),
        )


def _is_to_come(clause: Clause) -> bool:
    """Whether the clause, or one before it in its sentence, says that this is to come (将赴甲地，召开…)."""
    text = clause.line.skeleton.text
    sentence = text[text.rfind("。", 0, clause.start) + 1 : clause.start]
    return bool(TO_COME.search(clause.text) or re.search(r"将(?:赴|前往|率|于|在)", sentence))


def _opens(clause: Clause, start: int) -> bool:
    """Whether the name stands where a lead begins, with nothing but a date before it."""
    before = clause.line.skeleton.text[clause.start : start]
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
    if held := _HELD_AFTER.match(after):
        return not _names_event(held["gap"])
    if _names_event(after) or _MEANWHILE.match(after):
        return False
    on_stage = _ON_STAGE.match(after) and clause.subject is not None and clause.subject.kind == PERSON
    if (named and clause.line.is_headline) or on_stage:
        return True
    return bool(_HELD_BEFORE.search(before)) or (named and _opens(clause, start))


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
    span = clause.span(left, end)
    return clause.line.article.text[span.start : span.end].lstrip("的")


def _organizers(
    clause: Clause, start: int, end: int, *, name: Mention | None, entity_of: EntityOf
) -> Iterator[Part]:
    """The body that holds it: subject of 召开, or acting inside the name (省委宣讲团报告会)."""
    skeleton = clause.line.skeleton
    subject = clause.subject
    held = _HELD_AFTER.match(skeleton.text[end : clause.end]) or re.search(
        r"(?:举行|召开|举办|开展|组织)[^，。]{0,40}$", skeleton.text[clause.start : start]
    )
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


def _named_parties(clause: Clause, start: int, end: int, entity_of: EntityOf) -> Iterator[Part]:
    """甲市政府与乙集团合作项目签约仪式: the sides stand before the noun or inside the name."""
    skeleton = clause.line.skeleton
    before = skeleton.text[clause.start : start]
    if re.search(rf"[{BODY}{PLACE}][与和][{BODY}{PLACE}]", before):
        for element in skeleton.pick(BODY + PLACE, clause.start, start):
            yield from parts_of(clause, element, Role.PARTY, end=end, entity_of=entity_of)
    element = skeleton.elements.get(start)
    bodies = tuple(m for m in element.nested if m.type is MentionType.ORG) if element is not None else ()
    if element is not None and len(bodies) > 1:
        named = Element(kind=BODY, span=element.span, mentions=bodies)
        yield from parts_of(clause, named, Role.PARTY, end=end, entity_of=entity_of)


def _by_verb(clause: Clause, entity_of: EntityOf) -> Iterator[Report]:
    text = clause.line.skeleton.text
    taken: set[EventType] = set()
    for verb in VERBS:
        match = verb.pattern.search(text, clause.verb_at, clause.end)
        if match is None or verb.type in taken:
            continue
        if verb.type is EventType.CEREMONY and (clause.subject is None or clause.subject.kind != PERSON):
            continue
        parts = tuple(_arguments(clause, verb, match.start(), match.end(), entity_of))
        if verb.type is EventType.SIGNING and parts:
            parts += tuple(_signing_bodies(clause, match.end(), entity_of))
        if (
            verb.partner
            and not verb.object
            and len({part.role for part in parts}) < 2
            and verb.type is EventType.TALKS
        ) and not re.search("[与同和]", text[clause.verb_at : match.start()]):
            continue
        if verb.object is Role.HOST and len({part.role for part in parts}) < 2:
            continue
        if not parts and verb.type is not EventType.SIGNING:
            continue
        taken.add(verb.type)
        yield Report(
            type=verb.type,
            clause=clause,
            start=match.start(),
            end=match.end(),
            label="",
            generic=not parts,
            planned=bool(TO_COME.search(clause.text)),
            parts=parts,
            projects=_projects(clause, entity_of),
        )


def _arguments(clause: Clause, verb: Verb, start: int, end: int, entity_of: EntityOf) -> Iterator[Part]:
    skeleton = clause.line.skeleton
    text = skeleton.text
    subject = clause.subject
    if subject is not None and subject.kind == PLACE and verb.type is EventType.VISIT:
        return
    partner_at = _partner(text, clause, start) if verb.partner else None
    if subject is not None and verb.subject is not None:
        subjects, partners = subject, None
        if verb.partner and partner_at is None and not verb.object and subject.pivot:
            subjects, partners = _divide(subject)
        role = verb.subject
        if subject.kind != PERSON and role in (Role.SPEAKER, Role.ATTENDEE):
            role = Role.ORGANIZER
        if subject.kind != PERSON and role is Role.PARTY and partner_at is None:
            return
        yield from parts_of(clause, subjects, role, end=end, entity_of=entity_of)
        if partners is not None and verb.partner:
            yield from parts_of(clause, partners, verb.partner, end=end, entity_of=entity_of)
    if partner_at is not None and verb.partner:
        for at in range(partner_at, start):
            element = skeleton.elements.get(at)
            if element is None or element.kind not in PERSON + BODY + PLACE or text[at - 1] in "在于到赴":
                continue
            yield from parts_of(clause, element, verb.partner, end=end, entity_of=entity_of)
    if verb.object:
        low = clause.verb_at if verb.type is EventType.MESSAGE else end
        for element in _objects(clause, verb, low, start, end):
            yield from parts_of(clause, element, verb.object, end=end, entity_of=entity_of)


def _signing_bodies(clause: Clause, end: int, entity_of: EntityOf) -> Iterator[Part]:
    """The bodies for which the signers sign: 代表甲公司, or the body of the signer's post."""
    skeleton = clause.line.skeleton
    for match in re.finditer(rf"代表(?={BODY})", skeleton.text[: clause.end]):
        if match.end() > clause.start - 16:
            yield from parts_of(
                clause, skeleton.elements[match.end()], Role.PARTY, end=end, entity_of=entity_of
            )
    signers = skeleton.pick(PERSON, clause.verb_at, clause.end)
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


def _objects(clause: Clause, verb: Verb, low: int, start: int, end: int) -> Iterator[Element]:
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


def _appointments(clause: Clause, entity_of: EntityOf) -> Iterator[Report]:
    skeleton = clause.line.skeleton
    text = skeleton.text
    if _NOT_NEWS.search(clause.text):
        return
    for match in _ACTING.finditer(text, clause.start, clause.end):
        element = skeleton.elements.get(match.end())
        rest = text[match.end() + 1 : clause.end]
        verb = match.group()
        fits = (
            re.match(r"(?:同志|等)?(?:因[^，。；]{1,12})?(?:为|任|担任|的|辞去|[" + SYMBOLS + "])", rest)
            or not rest
        )
        if element is None or not fits or (verb[0] in "接同批" and "辞" not in rest):
            continue
        yield _appointment(clause, match.start(), match.end() + 1, element, entity_of)
    subject = clause.subject
    if subject is not None and subject.kind == PERSON and clause.printed:
        match = _BECOMES.match(text[clause.verb_at : clause.end])
        if match is not None and _AD_HOC.search(text, clause.verb_at, clause.end):
            return
        if match is None and _in_list(clause):
            listed = _LISTED.match(text[clause.verb_at : clause.end])
            if listed and not clause.line.is_headline:
                yield _appointment(clause, clause.verb_at, clause.verb_at + listed.end(), subject, entity_of)
        if match and _office_follows(clause, clause.verb_at + match.end()):
            yield _appointment(clause, clause.verb_at, clause.verb_at + match.end(), subject, entity_of)


def _in_list(clause: Clause) -> bool:
    """Whether the clause is of a list of appointments, by the title or by 任命 earlier in the sentence."""
    text = clause.line.skeleton.text
    sentence = text[text.rfind("。", 0, clause.start) + 1 : clause.start]
    return bool(
        _LIST_TITLE.search(clause.line.article.title) or re.search("任命|免去|选举|补选|决定", sentence)
    )


def _office_follows(clause: Clause, at: int) -> bool:
    rest = clause.line.skeleton.text[at : clause.end]
    return bool(re.match(rf"(?:为|了|[^，。]{{0,12}}?[{SYMBOLS}])", rest))


def _appointment(clause: Clause, start: int, end: int, element: Element, entity_of: EntityOf) -> Report:
    parts = tuple(parts_of(clause, element, Role.APPOINTEE, end=end, entity_of=entity_of, start=start))
    return Report(type=EventType.APPOINTMENT, clause=clause, start=start, end=end, parts=parts)


def _openings(clause: Clause, entity_of: EntityOf) -> Iterator[Report]:
    """A work, firm or place that opens: it stands before the verb."""
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
        generic=False,
        planned=bool(TO_COME.search(clause.text)),
        projects=_projects(clause, entity_of),
    )


def _projects(clause: Clause, entity_of: EntityOf) -> tuple[str, ...]:
    ids = (
        entity_of.get(mention.id)
        for element in clause.line.skeleton.pick(PROJECT + EVENT, clause.start, clause.end)
        for mention in (*element.mentions, *element.nested)
        if mention.type is MentionType.PROJECT
    )
    return tuple(dict.fromkeys(i for i in ids if i))


def parts_of(
    clause: Clause,
    element: Element,
    role: Role,
    *,
    end: int,
    entity_of: EntityOf,
    start: int | None = None,
) -> Iterator[Part]:
    """Yield `role` for each name of `element`; the evidence runs from the name to symbol `end` of the line.

    A name that stands in another line (a pronoun's) is left out of the evidence.
    """
    skeleton = clause.line.skeleton
    tail = skeleton.ends[max(end, clause.start + 1) - 1]
    head = skeleton.starts[clause.start if start is None else start]
    for mention in element.mentions:
        entity = entity_of.get(mention.id)
        if entity is None:
            continue
        left, right = mention.span.start, mention.span.end
        if left in range(clause.line.span.start, clause.line.span.end) and abs(tail - left) < 200:
            bounds = min(left, max(head, 0) if start is not None else left), max(tail, right)
        else:
            bounds = head, tail
        yield Part(
            entity=entity,
            role=role,
            evidence=Evidence(article=clause.line.article.id, span=_span(*bounds)),
            weak=clause.line.is_headline,
        )


def _span(start: int, end: int) -> Span:
    return Span(min(start, end - 1), end)


def organizers_of(clause: Clause, entity_of: EntityOf) -> Iterable[Part]:
    """Yield the bodies that 主办 or 承办 in this clause."""
    skeleton = clause.line.skeleton
    for match in ORGANIZING.finditer(skeleton.text, clause.start, clause.end):
        left = max(skeleton.text.rfind("由", clause.start, match.start()), clause.start)
        for element in skeleton.pick(BODY, left, match.start()):
            yield from parts_of(clause, element, Role.ORGANIZER, end=match.end(), entity_of=entity_of)
