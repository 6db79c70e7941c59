"""When and where: the date and the place that the words around a report give it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newsgraph.link.clauses import Clause
from newsgraph.link.dates import FoundDate
from newsgraph.link.drafts import Report
from newsgraph.link.places import Names
from newsgraph.link.skeleton import BODY, DATE, PERSON, PLACE
from newsgraph.link.triggers import TO_COME
from newsgraph.model import EventType

_PLACED = BODY + PLACE
_AT = re.compile(
    rf"(?:在(?:市区|县城|城区)?|走进|来到|深入|来|抵达|于|开到了?|开进了?|(?:赴|前往|到)(?=[{_PLACED}]+[^，。]{{0,4}}(?:参加|出席|拜会|拜访|看望)))(?P<at>[{_PLACED}]+(?:(?:首都|省会|首府)[{PLACE}]+)?)"
)
_VISITED = re.compile(
    rf"(?:对(?=[{PLACE}]+(?!经贸|贸易|出口|开放|合作)(?:进行|作|开展)?[^，]{{0,8}}(?:访问|考察|视察))|到|赴|在|来到|深入|前往|走进|抵达|前来|走访|检查|视察|考察|调研|访问|深入到)了?(?:位于|地处)?(?P<at>[{_PLACED}]+)"
)
_WENT = re.compile(rf"(?:来到|走进|前往|深入|在|到|登上|赴)了?(?P<at>[{_PLACED}]+)")
_GOES = re.compile("[到赴往]|深入|走进|调研|考察|检查|参观|察看")
_HOLDS = re.compile("举行|召开|举办|开展")
_ATTRIBUTIVE = re.compile(r"(?:刚刚)?(?:在[^，。]{1,12})?(?:结束|举行|召开|闭幕|发生|发布|印发|落幕)的")
_SCENE = re.compile("在(?:展|活动|大|博览|交易|推介)会?(?:的)?现场(?:举行|签约|举办)")
_THERE = re.compile(
    r"[在走进](?:该|这个?|此)(?:市|县|区|州|旗|镇|乡|村|街道|社区|小区|景区|公园|园区|校|院|馆|地)|在当地|在同一(?:会场|地点)"
)

_FIXED = re.compile(rf"(?:拟?定于|将于|拟于|计划于|预计于){DATE}")
_APPOINTS = re.compile("任免|任命|免去|人事|选举产生")

Sentence = Sequence[Clause]


def date_of(report: Report, sentence: Sentence, lead: Sentence) -> FoundDate | None:
    """Return the date that the text gives the report: of its clause, its sentence, else of the lead.

    A date before the trigger counts before one behind it. Bounds (截至) date nothing; where the text declines
    to say (日前) the answer is that vague date, and nothing further is asked.
    """
    clause = report.clause
    own = _dates(clause, clause.start, report.start)
    if not (report.name or report.label):
        own = [d for d in own if not _ATTRIBUTIVE.match(clause.line.article.text, d.span.end)]
    near = own[-1:] or _dates(clause, report.start, clause.end)[:1]
    if near:
        return near[0]
    before = [c for c in sentence if c.start < clause.start and c.line is clause.line]
    if report.planned:
        before = [c for c in before[-1:] if len(c.text) < 6]
    for other in reversed(before):
        if found := _dates(other, other.start, other.end):
            return found[-1]
    listed = report.type is EventType.APPOINTMENT and any(_APPOINTS.search(other.text) for other in lead)
    if lead and (clause.line is lead[0].line or listed) and not report.planned:
        for other in lead:
            if found := _dates(other, other.start, other.end):
                return found[0]
    return None


def first_date(sentence: Sentence) -> FoundDate | None:
    """Return the first date of a sentence."""
    return next((d for clause in sentence for d in _dates(clause, clause.start, clause.end)), None)


def _dates(clause: Clause, start: int, end: int) -> list[FoundDate]:
    elements = clause.line.skeleton.pick(DATE, start, end)
    dates = [e.date for e in elements if e.date is not None and not e.date.bounding]
    issue = clause.line.article.date or ""
    return [d for d in dates if d.vague or len(d.start) != 7 or _is_future_month(d, issue)]


def _is_future_month(date: FoundDate, issue: str) -> bool:
    """Whether a month is behind that of the day of issue, or the words say so; else it only says since when."""
    return date.start > issue[:7] > "" or re.search("明年|下月|下个月", date.text) is not None


def place_of(report: Report, sentence: Sentence, names: Names) -> str | None:
    """Return the entity of the place printed for the report, ``None`` without one.

    A body counts where something is held in it (在市委党校举行), not where it is called at.
    """
    if report.type in (EventType.MESSAGE, EventType.APPOINTMENT):
        return None
    visit = report.type is EventType.VISIT
    pattern = _VISITED if visit else _AT
    clause = report.clause
    others = [c for c in sentence if c is not clause and not c.said and not TO_COME.search(c.text)]
    others = [] if report.planned else others
    for candidate in [clause, *others]:
        for match in pattern.finditer(candidate.line.skeleton.text, candidate.start, candidate.end):
            arrived = visit or match.group().startswith(("走进", "来到", "深入"))
            if candidate is not clause and not arrived and not _is_stage(candidate, match.end()):
                continue
            if (
                found := _entity_at(candidate, match, names.place_of if visit else names.entity_of)
            ) is not None:
                return found
    if report.planned:
        for element in clause.line.skeleton.pick(PLACE, clause.start, clause.end):
            return names.entity_of.get(element.mentions[0].id)
    subject = clause.subject
    if (
        not visit
        and subject is not None
        and subject.kind == PLACE
        and clause.printed
        and _HOLDS.search(clause.predicate)
    ):
        return names.entity_of.get(subject.mentions[0].id)
    return None


def stop_of(clause: Clause, names: Names) -> str | None:
    """Return the place that the clause says somebody went to (在甲镇，他登上…); of a body, where it is."""
    match = _WENT.search(clause.line.skeleton.text, clause.start, clause.end)
    return _entity_at(clause, match, names.place_of) if match else None


def points_back(clause: Clause) -> bool:
    """Whether the place is one spoken of before (在该村举行)."""
    return bool(_THERE.search(clause.text))


def _is_stage(clause: Clause, end: int) -> bool:
    """Whether the place is where the sentence as a whole happens: 在X， or 在X举行."""
    return bool(
        re.match(
            r"(?:市|县|区)?(?:隆重|正式|共同)?(?:举行|召开|举办|开幕|会见|会谈|上演|签|$)",
            clause.line.skeleton.text[end : clause.end],
        )
    )


def _entity_at(clause: Clause, match: re.Match[str], entity_of: Mapping[str, str]) -> str | None:
    """The entity of the last place of an unbroken run (在北京人民大会堂)."""
    skeleton = clause.line.skeleton
    for at in range(match.end("at") - 1, match.start("at") - 1, -1):
        element = skeleton.elements.get(at)
        if element is not None and element.mentions:
            entity = entity_of.get(element.mentions[0].id)
            if entity is not None:
                return entity
    return None


def is_fixed_by(clause: Clause) -> bool:
    """Whether a clause fixes the day of what the one before names (某会由甲主办，定于某日在某地举行)."""
    return bool(_FIXED.match(clause.text) and _HOLDS.search(clause.text))


def is_inside(sentence: Sentence) -> bool:
    """Whether what the sentence tells happened within the event told before (会上, 活动现场, 在甲见证下)."""
    return is_witnessed(sentence[0]) or bool(
        re.match(
            r"^[^，]{0,8}(?:会|会议|仪式|活动|论坛|开幕式)(?:上|中|现场)|^现场(?!会|办公|推进|观摩)|^(?:会议|活动|大会|论坛)?期间|^其间",
            sentence[0].text,
        )
    )


def is_witnessed(clause: Clause) -> bool:
    """Whether a clause says no more than before whom something is done (在甲、乙见证下，)."""
    return bool(re.fullmatch(f"在{PERSON}[^，。]{{0,8}}见证下", clause.text))


def is_accompanied(clause: Clause) -> bool:
    """Whether a clause ends by saying with whom what follows is done (甲在乙陪同下，)."""
    return bool(re.search(f"[在由]{PERSON}[^，。]{{0,8}}陪同下$", clause.text))


def is_before(sentence: Sentence) -> bool:
    """Whether what the sentence tells came before the event told of (会谈前，…举行欢迎仪式)."""
    return bool(
        re.fullmatch(
            "(?:会见|会谈|座谈|会议|活动|仪式|签约|党课|报告会|讲座)(?:开始)?(?:之)?前", sentence[0].text
        )
    )


def goes_on(clause: Clause) -> bool:
    """Whether a clause goes on with what was done where the clause before tells (在甲地会见乙，并出席论坛)."""
    return bool(re.match("并(?:共同|一同|一起)?(?:出席|参加|见证|主持)", clause.text))


def is_at_scene(clause: Clause) -> bool:
    """Whether the words put it at the event told before (在展会现场举行)."""
    return bool(_SCENE.search(clause.text))


def is_during(clause: Clause) -> bool:
    """Whether the words put what is to come within what was told before (节日期间，将举办…)."""
    return bool(re.search("^(?:其间|期间|届时)|期间", clause.text))


def is_after_talks(clause: Clause) -> bool:
    """Whether what follows is done where talks, a meeting or an opening were held (会谈后，两国元首见证签署)."""
    after = re.match("(?:会见|会谈|座谈会?|开幕式|大会|会议|论坛|揭牌(?:仪式)?|会)(?:结束)?后", clause.text)
    return after is not None and not _GOES.search(clause.text)


def carries_over(clause: Clause) -> bool:
    """Whether the words say that this follows on what was told before (会见后, 随后, 会上)."""
    return is_witnessed(clause) or bool(
        re.search(
            rf"^(?:{DATE})?[，]?(?:会见|会谈|会议|仪式|座谈|活动|签约|调研|开幕式|论坛|揭牌|党课|讲座|典礼|比赛|[^，{DATE}]{{0,6}}会|[^，{DATE}]{{0,4}}仪式)?(?:后|前|结束后|上|期间|现场)|^[^，]{{1,8}}(?:会|会议|仪式|活动)上|^在?随后|^之后|^接着|^同时|^期间|^其间|{PERSON}还|^(?:上午|下午|晚上|晚间|傍晚|中午|当晚|晚)(?:，|$)",
            clause.text,
        )
    )
