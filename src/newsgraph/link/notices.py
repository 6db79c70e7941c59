"""Announcements laid out in fields (主题：… 时间：… 地点：… 主办：…), which have no sentences to read, and the day that
notices are signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgraph.link.arguments import EntityOf, parts_of
from newsgraph.link.clauses import Clause
from newsgraph.link.dates import FoundDate
from newsgraph.link.drafts import Draft, Report
from newsgraph.link.skeleton import BODY, DATE, EVENT, PERSON, PLACE, Line
from newsgraph.link.triggers import EVENT_NOUN, type_of_name
from newsgraph.model import Article, EventType, Role

_FIELD = re.compile(
    r"^\s*[●■◆▲·]?\s*(?P<key>主\s*题|题\s*目|内容|主讲人?|主讲嘉宾|嘉宾|主持人?|时\s*间|日期|地\s*点|主办(?:单位|方)?|承办(?:单位|方)?|协办(?:单位|方)?|演出单位|演出)\s*[:：]"
)
_PERSON_ROLES = {"主讲": Role.SPEAKER, "嘉宾": Role.SPEAKER, "主持": Role.CHAIR}
_BODY_FIELDS = ("主办", "承办", "协办")


def read_notice(article: Article, lines: Sequence[Line], entity_of: EntityOf) -> list[Draft]:
    """Return the one event that an announcement's fields give; nothing where there are fewer than two."""
    fields = {
        re.sub(r"\s", "", match["key"]): (line, match.end())
        for line in lines
        if (match := _FIELD.match(line.skeleton.text))
    }
    if len(fields) < 2 or not any(key.startswith(("时间", "日期")) for key in fields):
        return []
    head = next((line for line in lines if not _FIELD.match(line.skeleton.text)), lines[0])
    draft = Draft(_type(fields, head), article, 0, planned=True)
    draft.reports.append(_report(head, draft.type))
    _name(draft, head)
    for key, (line, start) in fields.items():
        clause = Clause(line=line, start=0, end=len(line.skeleton.text), sentence=0, sentence_start=0)
        _fill(draft, key, clause, start, entity_of)
    _settle(draft, article)
    return [draft]


def _settle(draft: Draft, article: Article) -> None:
    """An announcement of what is past by the issue's day was of an event held."""
    if draft.date is not None and article.date and draft.date.end and draft.date.end < article.date:
        draft.planned = False


def _type(fields: dict[str, tuple[Line, int]], head: Line) -> EventType:
    if any(key.startswith("主讲") for key in fields):
        return EventType.LECTURE
    for match in reversed(list(EVENT_NOUN.finditer(head.article.text[head.span.start : head.span.end]))):
        if (type := type_of_name(match.group())) is not None:
            return type
    return EventType.ACTIVITY


def _report(head: Line, type: EventType) -> Report:
    clause = Clause(line=head, start=0, end=len(head.skeleton.text), sentence=0, sentence_start=0)
    return Report(type=type, clause=clause, start=0, end=clause.end, planned=True)


def _name(draft: Draft, head: Line) -> None:
    events = head.skeleton.pick(EVENT, 0, len(head.skeleton.text))
    if events:
        draft.names += [mention.text for mention in events[0].mentions]
    else:
        draft.labels.append(
            re.sub(r"(?:预告|海报|通知|公告)$", "", head.article.text[head.span.start : head.span.end])
        )


def _fill(draft: Draft, key: str, clause: Clause, start: int, entity_of: EntityOf) -> None:
    skeleton, end = clause.line.skeleton, clause.end
    role = _PERSON_ROLES.get(key[:2])
    if role is not None:
        for element in skeleton.pick(PERSON, start, end):
            draft.add(parts_of(clause, element, role, end=end, entity_of=entity_of))
    elif key.startswith(_BODY_FIELDS):
        for element in skeleton.pick(BODY, start, end):
            draft.add(parts_of(clause, element, Role.ORGANIZER, end=end, entity_of=entity_of))
    elif key.startswith(("时间", "日期")):
        dates = [e.date for e in skeleton.pick(DATE, start, end) if e.date is not None]
        draft.date = dates[0] if dates else None
    elif key.startswith("地点"):
        found = [entity_of.get(e.mentions[0].id) for e in skeleton.pick(PLACE + BODY, start, end)]
        draft.place = next((f for f in found if f), None)


def day_signed(lines: Sequence[Line]) -> FoundDate | None:
    """Return the day that a notice closes with, alone on its last line."""
    if not lines or lines[-1].skeleton.text.strip() != DATE:
        return None
    return next((element.date for element in lines[-1].skeleton.elements.values()), None)
