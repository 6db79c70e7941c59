"""Appointments and removals: 任命甲为, 甲当选, 免去甲的职务, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.lexicon.posts import HEADS_LIST
from newsgraph.link.arguments import EntityOf, parts_of
from newsgraph.link.clauses import Clause
from newsgraph.link.drafts import Report
from newsgraph.link.skeleton import DATE, PERSON, POST, SYMBOLS, Element
from newsgraph.model import EventType, Role

_LISTED = re.compile(
    r"^(?:同志|先生|女士)?(?:等\d{0,4}[人名位]{1,2}(?:同志)?)?(?:为|任|兼任|不再|的[^，。；]{1,30}职务)"
)
_LIST_TITLE = re.compile(r"任免|任命|免职|任职|免去|人事|选举结果|选举产生|当选")
_DECIDES = re.compile("任命|免去|选举|补选|决定|当选")
_HEADED = re.compile(r"^[ 　]*(?:决定)?(?:任命|免去)[：:][ 　]*$", re.MULTILINE)
_AD_HOC = re.compile(r"任[^，。]{0,8}(?:指挥|组长|评委|裁判|嘉宾|领队)")
_ACTING = re.compile(
    rf"(?<!拟)(?:任命|决定任命|推选|选举|补选|增补|聘任|聘请|免去|免职|(?:接受|同意|批准)(?!(?:决定)?(?:任命|聘任|聘请|提名|推选|选举|增补|免去)))了?[^，。；{PERSON}]{{0,12}}(?={PERSON})"
    rf"|由(?={PERSON}(?:同志)?(?:接任|继任))"
)
_BECOMES = re.compile(
    rf"^(?:同志|先生|女士)?(?:等(?:\d{{0,4}}[人名位]{{1,2}}(?:同志)?)?)?(?:今天|昨天)?(?:已|日前)?(?:于{DATE})?(?:宣布)?"
    rf"(?:以[^，。]{{1,12}}票|因[^，。]{{1,12}})?(?:全票|高票|正式)?"
    rf"(?:任(?![命免])|出任|担任|当选|连任|就任|兼任|被任命|被选举?|获任|[受获]聘(?:为|任)|不再(?:担任|兼任|任)|卸任|辞去|辞职|被免|改任|履新|再次当选|宣誓就职|"
    rf"(?:由[^，。]{{1,16}}?)?(?:调任|转任|升任|提任)|接替{PERSON}(?:出任|担任|任))"
)
_NOMINATED = re.compile("提名|候选人|人选|拟任")
_NOT_NEWS = re.compile(r"祝贺|期间|以来|已有|曾|时任|据|称")
_WINS = re.compile("当选|连任|就任|出任")
_LINE_ABOVE = re.compile(rf"(?:主[ 　]*[任席]|委[ 　]*员|常[ 　]*委|书[ 　]*记|长){HEADS_LIST}\s*$")
_OFFICE = re.compile(
    rf"(?:同志|等)?(?:因[^，。；]{{1,12}})?(?:为|任|担任|接任|继任|的|(?:请求|提出|申请)?辞去|请辞|[{SYMBOLS}])|$"
)


def appointments(clause: Clause, entity_of: EntityOf) -> Iterator[Report]:
    """Yield who takes up or leaves an office here; not where he is congratulated, nor in a career."""
    if _NOT_NEWS.search(clause.text):
        return
    yield from _decided(clause, entity_of)
    here = clause.printed or _WINS.match(clause.text)
    if clause.subject is not None and clause.subject.kind == PERSON and here:
        yield from _becoming(clause, clause.subject, entity_of)
        yield from _elected(clause, clause.subject, entity_of)


def _decided(clause: Clause, entity_of: EntityOf) -> Iterator[Report]:
    """任命甲为, 免去甲的, 接受甲辞去."""
    skeleton = clause.line.skeleton
    for match in _ACTING.finditer(skeleton.text, clause.start, clause.end):
        element = skeleton.elements.get(match.end())
        rest = skeleton.text[match.end() + 1 : clause.end]
        resigns = match.group()[0] not in "接同批" or "辞" in rest
        if element is not None and resigns and _OFFICE.match(rest):
            yield _appointment(clause, match.start(), match.end() + 1, element, entity_of)


def _becoming(clause: Clause, subject: Element, entity_of: EntityOf) -> Iterator[Report]:
    """甲当选, 甲任; in a list 甲为, 甲的…职务 too."""
    predicate = clause.predicate
    if match := _BECOMES.match(predicate):
        ad_hoc = _AD_HOC.search(clause.printed_text)
        if not ad_hoc and re.match(rf"(?:为|了|[^，。]{{0,12}}?[{SYMBOLS}])", predicate[match.end() :]):
            yield _appointment(clause, clause.verb_at, clause.verb_at + match.end(), subject, entity_of)
    elif clause.line.is_headline or _NOMINATED.search(clause.text):
        return
    elif _in_list(clause) and (listed := _LISTED.match(predicate)):
        yield _appointment(clause, clause.verb_at, clause.verb_at + listed.end(), subject, entity_of)


def _elected(clause: Clause, subject: Element, entity_of: EntityOf) -> Iterator[Report]:
    """主席：甲、乙 in a list of those elected or appointed: the clause is nothing but names."""
    before = clause.line.skeleton.text[: clause.start].rstrip()
    headed = before.endswith((f"{POST}：", f"{POST}:")) or (not before and _LINE_ABOVE.search(_above(clause)))
    alone = len(clause.text.strip()) == 1 and headed
    article = clause.line.article
    if alone and (_LIST_TITLE.search(article.title) or "选举产生" in article.text):
        yield _appointment(clause, clause.start, clause.end, subject, entity_of)


def _above(clause: Clause) -> str:
    """Return the end of the text before the clause's line."""
    start = clause.line.span.start
    return clause.line.article.text[max(0, start - 40) : start]


def _in_list(clause: Clause) -> bool:
    """Whether the clause is of a list of appointments, by its title, a line 任命：, or 任命 in the sentence."""
    article = clause.line.article
    return bool(
        _LIST_TITLE.search(article.title) or _DECIDES.search(clause.before) or _HEADED.search(article.text)
    )


def _appointment(clause: Clause, start: int, end: int, element: Element, entity_of: EntityOf) -> Report:
    parts = tuple(parts_of(clause, element, Role.APPOINTEE, end=end, entity_of=entity_of, start=start))
    return Report(type=EventType.APPOINTMENT, clause=clause, start=start, end=end, parts=parts)
