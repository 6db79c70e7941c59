"""When a tenure began and ended, where the clause that tells of it prints it, as lives do: 2008年1月任县长,
2012.06—2016.09 县委书记."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsgraph.model import Span
from newsgraph.text import sentence_at

_TIME = (
    r"(?<!\d)(?P<{0}year>(?:19|20)\d\d|同)"
    r"(?:年(?:(?P<{0}month>\d{{1,2}})月(?:(?P<{0}day>\d{{1,2}})日)?)?|[.．](?P<{0}number>\d{{1,2}})(?!\d))"
)
_TERM = re.compile(
    rf"{_TIME.format('')}(?P<range>\s*(?:[-—–－~～]{{1,2}}|至|到)\s*(?:{_TIME.format('end_')}|今|现在))?"
)
_TAKES = (
    r"担任|出任|就任|接任|继任|升任|调任|转任|改任|兼任|挂任|当选(?:为|连任)?|(?:被)?任命为|"
    r"(?<![时现曾前原主责信委担连留离聘胜拟一])任(?![务命何意性教])"
)
_LEAVES = r"不再(?:担任|兼任)?|免去|辞去|卸任"
_STEP = re.compile(
    r"(?:起|始|以来)?[,，:：]?\s*(?:(?:他|她|(?<=[,，])[\u4e00-\u9fff·]{2,4}(?<![后时回])(?:同志)?)[,，]?)?"
    rf"(?:开始|又|再|正式|经选举)?(?P<verb>{_TAKES}|{_LEAVES})"
)
_VERB = re.compile(rf"(?P<leaves>{_LEAVES})|(?P<one_by_one>先后|历任)|(?:{_TAKES})")
_EARLIER = re.compile(
    r"(?:已|此前|早前|先前)(?:经|正式|全票|高票|被|于)?(?:当选|任命|任|担任|出任|就任|选举|补选|兼任)"
)
_DATED = re.compile(r"\d{1,2}日|[今昨前当]日|[今昨前]天")
_BREAK = re.compile(r"[。；;！\n]")
_BESIDE = ("兼任", "当选")
"""What is taken up beside what one holds already."""
_REACH = 120


@dataclass(frozen=True, slots=True)
class Term:
    """What a clause says of a tenure's time: ISO 8601 days, months or years, ``""`` where it says nothing.

    `step`: the tenure is a step of a career, which the next one ends.
    """

    since: str = ""
    until: str = ""
    step: bool = False


def read_term(text: str, end: int) -> Term | None:
    """Return the term of the post that ends at `end` (code points), or ``None`` where its clause prints none.

    The year must be printed. Of several posts behind one verb each has its term; a post behind a second verb
    (任甲, 后任乙) has none, nor have those held one after another (先后任).

    Examples
    --------
    >>> text = "2008年1月至2012年6月任青禾县委副书记、县长；2012年6月任汉中市副市长"
    >>> read_term(text, 26)
    Term(since='2008-01', until='2012-06', step=True)
    >>> read_term(text, len(text))
    Term(since='2012-06', until='', step=True)
    >>> read_term("2012年6月到青禾县调研的副市长", 16) is None
    True
    """
    low = max(0, end - _REACH)
    terms = list(_TERM.finditer(text, low, end))
    if not terms:
        return None
    term = terms[-1]
    between = text[term.end() : end]
    if _BREAK.search(between):
        return None
    first = _STEP.match(between)
    if first is None:
        alone = term["range"] and not text[text.rfind("\n", 0, term.start()) + 1 : term.start()].strip()
        return _term(terms) if alone and not _VERB.search(between) else None
    verbs = list(_VERB.finditer(between))
    if verbs[-1]["leaves"]:
        return Term(until=_iso(terms, ""))
    if len(verbs) > 1:
        return None
    return _term(terms, step=not first["verb"].startswith(_BESIDE))


def was_earlier(text: str, span: Span) -> bool:
    """Whether the words of `span` tell of an office taken up before, on a day that their sentence does not print.

    Examples
    --------
    >>> was_earlier("甲已当选主任。", Span(0, 6)), was_earlier("5日，甲已当选主任。", Span(3, 9))
    (True, False)
    """
    if not _EARLIER.search(text, span.start, span.end):
        return False
    sentence = sentence_at(text, span)
    return not _DATED.search(text, sentence.start, span.end)


def _term(terms: list[re.Match[str]], *, step: bool = True) -> Term:
    until = _iso(terms, "end_") if terms[-1]["end_year"] else ""
    return Term(_iso(terms, ""), until, step)


def _iso(terms: list[re.Match[str]], end: str) -> str:
    """Return the start or ``end_`` of the last term; 同年 is the year printed before."""
    last = terms[-1]
    year = last[end + "year"]
    if year == "同":
        before = [last["year"]] if end else []
        before += [term["end_year"] or term["year"] for term in reversed(terms[:-1])]
        year = next((y for y in before if y != "同"), None)
    month, day = last[end + "month"] or last[end + "number"], last[end + "day"]
    if year is None or (month and not 1 <= int(month) <= 12):
        return ""
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])
