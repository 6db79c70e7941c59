"""Clauses of a folded line, each with its subject: printed, carried over, or taken up by a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsgraph.link.skeleton import BODY, DATE, PERSON, PLACE, POST, QUOTE, Element, Line
from newsgraph.link.triggers import (
    COLLECTIVE_SPEAKER,
    DEED,
    GOVERNED_ADJACENT,
    GOVERNING,
    ROLE_VERBS,
    SAYING,
    TO_REPORTER,
)
from newsgraph.model import Span

_SENTENCE_END = re.compile(r"[。！？!?]+[”’」』]*|$")
_ENDS = re.compile(r"[。！？!?：:”…；;）)]\s*$")
_LONGEST = 400
_LONGEST_SENTENCE = 2000
_CLAUSE_END = re.compile(r"[，,；;。！？!?]|[：:](?!\d)|(?<!\d)[：:]|$")
_HEADLINE_END = re.compile(r"[，,；;：:。！？!?\s]+|——|$")
_LEAD = re.compile(
    rf"^\s*(?:[▲■◆●△▼]\s*)?(?:本报讯|本报[^，。]{{1,12}}?[讯电]|[^，。]{{0,16}}(?:消息|讯)[：:\s]|{BODY}消息[：:]|"
    rf"(?:{BODY}|[^，。]{{0,12}}社)[^，。{PERSON}]{{0,10}}?(?:{DATE}(?:上午|下午|晚|午)?(?:专|综合)?电|专?电(?=[：:\s（(])))\s*"
)
_AT_HOME = re.compile("(?:的)?家(?:中|里)?")  # 走进某某家中
_PRONOUN = re.compile(rf"^(?:{DATE}|随后|同时|会上|其间|会后)?，?(?:他们?|她们?)(?=[^，]*)")
_WITH_WHOM = re.compile(rf"^{DATE}?，?[他她](?:已|刚刚)?(?=(?:与|同|和|会见|会晤|拜会)[^，]{{0,16}}{PERSON})")
_NEW_TOPIC = re.compile(
    r"^(?:会议|全会|大会|论坛|仪式|双方|各方|大家|记者|项目|该|此次|本次|这|目前|当前|据|活动|比赛|会上|与会|共有|\d[\d,万余多]*[名位人]|来自|两国|两地|各国|三方|一行)"
)
LED_BY = f"(?:由{PERSON}(?:率领|带领|率队|任团长|为团长)|以{PERSON}为(?:团长|{POST}))的"
"""Pattern of who leads the delegation whose name follows."""
_BODY_PREFIX = re.compile(
    rf"^(?:{DATE}|{LED_BY}|[，、\s▲■◆●△▼★☆○□]|当地时间|上午|下午|在{PLACE}|随后|会上)*$"
)
_BODIES_AND = re.compile(rf"以及|(?:会上，)?[{BODY}{PLACE}](?:、[{BODY}{PLACE}])*(?:和|及|以及)")
_ROLE = re.compile("|".join(pattern.pattern for _, pattern in ROLE_VERBS))
_MET = re.compile(
    rf"(?:{DATE}|当天|当日|上午|下午|晚|已|在{PLACE})*(?:[同与和](?:来访的|到访的)?[^，。{PERSON}]{{0,8}}{PERSON}[^，。]{{0,8}}?"
    "(?:通电?话|会[谈晤]|举行)|会[见晤]了?)"
)
"""Whom somebody met or called, of which a body's word is news."""
_TAIL = re.compile(
    r"^(?:一行|等[^，。]{0,12})?(?:分别|先后|共同|也|还|现场)?(?:在[^，。]{0,12}(?:中|时|上))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause: the symbols ``[start, end)`` of `line`.

    `sentence` counts the article's sentences, and `sentence_start` is the symbol this one begins with;
    `subject` is who acts and `verb_at` where the predicate begins. `said`: the clause is reported speech.
    `told`: told to the reporter, not said at an event. `pronoun`: 他 takes the subject up. `row`: the persons of the
    clauses before in the sentence that are nothing but names, and so act with the subject.
    """

    line: Line
    start: int
    end: int
    sentence: int
    sentence_start: int
    subject: Element | None = None
    subject_at: int | None = None
    verb_at: int = 0
    said: bool = False
    told: bool = False
    pronoun: bool = False
    row: tuple[Element, ...] = ()

    @property
    def text(self) -> str:
        return self.line.skeleton.text[self.start : self.end]

    @property
    def printed_text(self) -> str:
        """The clause as the article prints it, nothing folded."""
        span = self.span(self.start, self.end)
        return self.line.article.text[span.start : span.end]

    @property
    def before(self) -> str:
        """The text of the sentence up to this clause."""
        return self.line.skeleton.text[self.sentence_start : self.start]

    @property
    def predicate(self) -> str:
        return self.line.skeleton.text[self.verb_at : self.end]

    @property
    def printed(self) -> bool:
        return self.subject_at is not None

    @property
    def taken_up(self) -> bool:
        """Whether the subject is printed here, or taken up by a pronoun."""
        return self.printed or self.pronoun

    def span(self, start: int, end: int) -> Span:
        """Return the span in the article's text of symbols ``[start, end)`` of the line."""
        return self.line.skeleton.span(start, end)


@dataclass(slots=True)
class _State:
    """What carries over from clause to clause."""

    person: Element | None = None
    subject: Element | None = None
    said: bool = False
    told: bool = False
    announced: bool = False  # a body says what its people did
    listed: bool = False  # the clause before was nothing but persons
    row: tuple[Element, ...] = ()


def ends_sentence(line: Line) -> bool:
    """Whether a line closes with the mark of a sentence, a list item or a quotation."""
    return bool(_ENDS.search(line.skeleton.text))


def read_clauses(lines: list[Line]) -> Iterator[Clause]:
    """Yield the clauses of an article in order, with their subjects.

    A subject carries over within its sentence; 他 takes up the last person who acted, whatever the sentence.
    Behind a verb of saying, the sentence is speech until a clause opens with a new person who acts. The lines
    of a headline are read as one sentence.
    """
    state = _State()
    count = 0
    for line in lines:
        for start, end in _sentences(line):
            state.subject, state.said, state.told = (
                state.subject if line.is_headline else None,
                False,
                bool(TO_REPORTER.search(line.skeleton.text, start, end)),
            )
            state.row = ()
            for left, right in _split(line, start, end):
                clause = Clause(line=line, start=left, end=right, sentence=count, sentence_start=start)
                yield _read(clause, state)
            count += 1


def _sentences(line: Line) -> Iterator[tuple[int, int]]:
    text = line.skeleton.text
    lead = _LEAD.match(text)
    start = lead.end() if lead and not line.is_headline else 0
    while start < len(text):
        limit = min(start + _LONGEST_SENTENCE, len(text))
        match = _SENTENCE_END.search(text, start, limit)
        end = match.end() if match else limit
        if text[start:end].strip():
            yield start, end
        start = end


def _split(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    pattern = _HEADLINE_END if line.is_headline else _CLAUSE_END
    text = line.skeleton.text
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        limit = min(end, start + _LONGEST)
        match = pattern.search(text, start, limit)
        stop = match.start() if match else limit
        if stop > start:
            yield start, stop
        start = max(match.end() if match else limit, start + 1)


def _read(clause: Clause, state: _State) -> Clause:
    found = _person_subject(clause) or (None if state.said or state.listed else _body_subject(clause))
    if state.said and _WITH_WHOM.match(clause.text):
        state.said = False
    if state.said and found is not None and not _acts(clause, found, announced=state.announced):
        found = None
    if found is not None:
        element, at = found
        state.said = False
        state.subject = element
        clause = replace(clause, subject=element, subject_at=at, verb_at=at + 1)
        if element.kind == PERSON:
            state.person = element
    else:
        clause = _inherit(clause, state)
    state.listed = found is not None and found[0].kind == PERSON and clause.verb_at >= clause.end
    if state.listed and found is not None:
        state.row = (*state.row, found[0])
    elif clause.printed and clause.subject is not None and clause.subject.kind == PERSON:
        clause, state.row = replace(clause, row=state.row), ()
    clause = replace(clause, said=state.said, told=state.told)
    if _opens_speech(clause):
        state.said = True
        state.announced = clause.subject is not None and clause.subject.kind == BODY
    return clause


def _person_subject(clause: Clause) -> tuple[Element, int] | None:
    """The first list of persons that nothing in the clause governs."""
    skeleton = clause.line.skeleton
    for at in range(clause.start, clause.end):
        if (
            skeleton.text[at] != PERSON
            or at not in skeleton.elements
            or _AT_HOME.match(skeleton.text, at + 1)
        ):
            continue
        prefix = skeleton.text[clause.start : at]
        if GOVERNED_ADJACENT.search(prefix) and not _BODIES_AND.fullmatch(prefix):
            return None
        if GOVERNING.search(prefix) and not (
            prefix.endswith("的") and _goes_on(skeleton.text[at + 1 : clause.end])
        ):
            return None
        return skeleton.elements[at], at
    return None


def _goes_on(rest: str) -> bool:
    """Whether a verb of taking part follows: in 访问丙国的甲会见了乙 nothing before 的 governs."""
    return bool(DEED.search(rest[:24]))


def _body_subject(clause: Clause) -> tuple[Element, int] | None:
    """A body or place that opens the clause."""
    skeleton = clause.line.skeleton
    for at in range(clause.start, clause.end):
        if skeleton.text[at] in BODY + PLACE and at in skeleton.elements:
            prefix = skeleton.text[clause.start : at]
            return (skeleton.elements[at], at) if _BODY_PREFIX.match(prefix) else None
    return None


def _acts(clause: Clause, found: tuple[Element, int], *, announced: bool) -> bool:
    """Whether the clause opens with the person and a verb of taking part, which ends the speech before it, or, where a
    body speaks, with whom he met (外交部说，甲7日同乙通电话)."""
    element, at = found
    if element.kind != PERSON or at > clause.start + 3:
        return False
    rest = clause.line.skeleton.text[at + 1 : clause.end]
    if announced and _MET.match(rest):
        return True
    tail = _TAIL.match(rest)
    return bool(_ROLE.match(rest, tail.end() if tail else 0))


def _inherit(clause: Clause, state: _State) -> Clause:
    if state.said:
        return clause
    pronoun = _PRONOUN.match(clause.text)
    if pronoun:
        state.subject = state.person
        return replace(clause, subject=state.person, verb_at=clause.start + pronoun.end(), pronoun=True)
    if _NEW_TOPIC.match(clause.text):
        state.subject = None
    return replace(clause, subject=state.subject, verb_at=clause.start)


def _opens_speech(clause: Clause) -> bool:
    text = clause.line.skeleton.text
    beyond = text[clause.start : clause.end + 1]
    return bool(SAYING.search(beyond) or COLLECTIVE_SPEAKER.match(clause.text) or clause.text.endswith(QUOTE))
