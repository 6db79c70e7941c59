"""Departments and branches printed behind the body that they belong to (某局综合处, 某会竞赛部)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.lexicon.tables import alternatives
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import Candidate
from newsgraph.tag.gazetteer import place_names

_BY = "grammar.organisation"

DEPARTMENT = (
    r"(?:[\u4e00-\u9fff]{2,8}?(?:处|科|室|司|支队|大队|所|站|股)(?=(?:党[委组支][^，。]{0,2})?(?:原|"
    r"时任|副|常务副)*(?:处长|科长|司长|主任|支队长|大队长|队长|所长|站长|股长|政委)))"
)
_DEPARTMENTS = re.compile(DEPARTMENT)
_BRANCH = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:监管局|调查总队|调查队|分局|分行|支行|中心支行|分公司|监管办公室|"
    r"监管分局|专员办|办事处|特派员办事处|税务局|管理局|总队|分院)"
)
_UNIT = re.compile(alternatives("bodies", "units"))


def with_unit(text: str, start: int, end: int, score: float) -> Iterator[Candidate]:
    """Yield a body, and the same with its own department or branch behind it."""
    yield Candidate(start, end, "ORG", score, _BY)
    unit = _UNIT.match(text, end)
    if unit and unit[0][0] not in "和与及" and not boundaries(text).since(end + 1, unit.end() - 1):
        yield Candidate(start, unit.end(), "ORG", 0.9, _BY)


def with_branch(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield the department whose head follows, and the branch at a place (国家某局某地调查队), of the body
    before `end`."""
    department = _DEPARTMENTS.match(text, end)
    if department:
        yield Candidate(start, department.end(), "ORG", 0.95, _BY)
    place = place_names(text).starting_at(end)
    branch = _BRANCH.match(text, place.end) if place else None
    if branch:
        yield Candidate(start, branch.end(), "ORG", 0.93, _BY)
