"""Posts of a career told without repeating the name: 甲，男，1970年生，现任A局局长，拟任B局党组书记."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from newsgraph.lexicon.persons import LIFE_STEP
from newsgraph.model import Mention, MentionType, TitleForm
from newsgraph.tag.title_groups import Group

_TAKES = re.compile(
    r"(?P<leaves>不再担任|不再兼任|辞去|卸任|离任)|(?P<past>利用担任|在担任|历任|曾任|时任|先后任|先后担任|曾担任|历经|曾历任|此前担任|"
    r"此前任|担任过|当过)|(?P<now>长期担任|现任|至今任)|(?P<planned>拟任|提名(?:其|他|她)?为?)|(?P<new>(?:任命|选举|推选|聘任|聘请|增补)(?:其|他|她)?为|当选为?|升任|调任|转任|出任|改任|就任|接任|履新|兼任|挂任|担任|"
    r"[，。月日年后起又并还已将、同 　—0-9]任)"
)
_TAKES_HERE = re.compile(rf"(?:{_TAKES.pattern})[了过：]?(?:拟)?$")
_FORMS = {
    "leaves": TitleForm.REMOVAL,
    "past": TitleForm.FORMER,
    "now": TitleForm.APPOSITION,
    "planned": TitleForm.PROPOSED,
    "new": TitleForm.APPOINTMENT,
}
_ROW = re.compile(
    rf"[　 ]*{LIFE_STEP}\s*(?:(?P<end>(?:19|20)\d\d[.．年]\d{{1,2}}月?)|今|现在)?[，,：:]?[　 ]*"
)
"""What stands before the posts of a life told in rows: 2003.05—2006.11, 2022.10至今."""
_NEXT_OF_CAREER = re.compile(r"(?:（[^）\n]{1,12}）)?(?:等职|职务)?[，；、。和及]?(?:后|又|其后|之后)?")
_LINES_BACK, _SUBJECT_WITHIN, _SENTENCE_REACH = 40, 12, 500
_SENTENCE_END = "。！？\n"
_CONTINUES = re.compile(
    r"[　 ]*(?:(?:19|20)\d\d[年.．]|他|她|现任|历任|曾任|拟任|此前|此后|随后|次年|同年|当年|\d{1,2}月|其间)"
)


@dataclass(frozen=True, slots=True)
class Career:
    """Whose career a post was told in, how, and where the post ends."""

    holder: Mention
    form: TitleForm
    end: int


def career_post(text: str, items: Sequence[Mention], group: Group, before: Career | None) -> Career | None:
    """Return the holder that a career told before `group` implies; ``None`` where none is told.

    `before` is what the group just before gave; a list of posts (历任甲、乙，丙) goes on with its holder.
    """
    lead = text[max(0, group.start - 8) : group.start]
    if before and before.end <= group.start and _NEXT_OF_CAREER.fullmatch(text[before.end : group.start]):
        return Career(before.holder, before.form, group.end)
    match = _TAKES_HERE.search(lead) or _ROW.fullmatch(
        text, text.rfind("\n", 0, group.start) + 1, group.start
    )
    holder = _subject(text, items, group) if match else None
    if match is None or holder is None:
        return None
    return Career(holder, _FORMS[_kind(match)], group.end)


def _kind(match: re.Match[str]) -> str:
    """Return which of `_FORMS` a verb, or a row of a life, tells a post in."""
    if match.re is _ROW:
        return "past" if match["end"] else "now"
    return match.lastgroup or "new"


def _subject(text: str, items: Sequence[Mention], group: Group) -> Mention | None:
    """Return the nearest person of the sentence, or who the lines before are about."""
    start = _start_of(text, group.start)
    for index in range(group.first - 1, -1, -1):
        item = items[index]
        if item.span.start < start:
            break
        if item.type is MentionType.PERSON:
            return item
    for _ in range(_LINES_BACK):
        if start <= 0 or not _CONTINUES.match(text, start):
            return None
        end, start = start, _sentence_start(text, start)
        at = bisect_left(items, start, key=lambda item: item.span.start)
        first = items[at] if at < len(items) else None
        near = first is not None and first.span.start < min(end, start + _SUBJECT_WITHIN)
        if first is not None and near and first.type is MentionType.PERSON:
            return first
    return None


def _sentence_start(text: str, offset: int) -> int:
    """Return where the sentence before `offset` starts, blank ones passed over."""
    while offset and (text[offset - 1].isspace() or text[offset - 1] in _SENTENCE_END):
        offset -= 1
    return _start_of(text, offset)


def _start_of(text: str, offset: int) -> int:
    """Return where the sentence that holds `offset` starts, or the farthest that is looked back."""
    reach = max(0, offset - _SENTENCE_REACH)
    return max(reach - 1, *(text.rfind(mark, reach, offset) for mark in _SENTENCE_END)) + 1
