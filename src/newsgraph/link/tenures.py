"""The terms of a tenure: what every place that tells of it makes of its time, and where a second term begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsgraph.link.terms import Term, read_term, was_earlier
from newsgraph.model import Article, Attr, Tenure, TitleForm

_PAST = {TitleForm.FORMER, TitleForm.REMOVAL}
_HELD = {TitleForm.APPOSITION, TitleForm.SURNAME, TitleForm.LIST}


@dataclass(frozen=True, slots=True)
class Stint:
    """One term of a person in an office; `begins`, its first day, is ``""`` of the first term."""

    begins: str
    attrs: Mapping[str, Attr]


@dataclass(frozen=True, slots=True)
class _Telling:
    """One place that tells of a tenure: from when to when it says, and the day on which it was printed."""

    tenure: Tenure
    since: str
    until: str
    issue: str


def find_stints(
    tenures: Sequence[Tenure], days: Mapping[tuple[str, str], str], articles: Mapping[str, Article]
) -> list[Stint]:
    """Return the term that each of the tenures tells of.

    A person holds an office for one term, unless a begin lies behind an end: there the next one begins. `since`
    and `until` are those that a clause prints (2008年1月任…), or else the day of the appointment, which `days` gives
    by (article, person). A begin behind the day on which the office is first printed as held was a re-election, and
    is none. A term that another follows, or that is last told as a past one, is `former`; one that nothing calls
    more than one to come is `proposed`.
    """
    tellings = _tellings(tenures, days, articles)
    held: defaultdict[tuple[str, str], list[_Telling]] = defaultdict(list)
    for tenure, telling in zip(tenures, tellings, strict=True):
        held[tenure.person, tenure.office].append(telling)
    begins = {key: _begins(told) for key, told in held.items()}
    terms = [
        (t.person, t.office, _begin_of(telling, begins[t.person, t.office]))
        for t, telling in zip(tenures, tellings, strict=True)
    ]
    told_of: defaultdict[tuple[str, str, str], list[_Telling]] = defaultdict(list)
    for term, telling in zip(terms, tellings, strict=True):
        told_of[term].append(telling)
    stints = {
        term: Stint(term[2], _attrs(told, is_last=term[2] == begins[term[:2]][-1]))
        for term, told in told_of.items()
    }
    return [stints[term] for term in terms]


def _tellings(
    tenures: Sequence[Tenure], days: Mapping[tuple[str, str], str], articles: Mapping[str, Article]
) -> list[_Telling]:
    terms = [_term(tenure, articles) for tenure in tenures]
    tellings = []
    for tenure, term in zip(_with_ends(tenures, terms, articles), terms, strict=True):
        article = articles.get(tenure.evidence.article)
        day = days.get((tenure.evidence.article, tenure.person), "")
        if article is not None and was_earlier(article.text, tenure.evidence.span):
            day = ""
        since = term.since or (day if tenure.form is TitleForm.APPOINTMENT else "")
        until = term.until or (day if tenure.form is TitleForm.REMOVAL else "")
        tellings.append(_Telling(tenure, since, until, (article.date if article else None) or ""))
    return tellings


def _begins(tellings: Sequence[_Telling]) -> list[str]:
    """Return where each term begins, the first with ``""``: at the first day printed for it behind an end."""
    marks = sorted({(t.until, 0) for t in tellings if t.until} | {(t.since, 1) for t in tellings if t.since})
    begins, end = [""], ""
    for day, is_begin in marks:
        if not is_begin:
            end = day
        elif end and _is_later(day, end):
            begins.append(day)
            end = ""
    return begins


def _begin_of(telling: _Telling, begins: Sequence[str]) -> str:
    """Return the begin of the term that is told of: by the day told, else by that of the issue.

    Who is proposed is proposed for the term to come.
    """
    if telling.tenure.form is TitleForm.PROPOSED:
        return next((begin for begin in begins if begin > telling.issue), begins[-1])
    day = telling.since or telling.until or telling.issue
    return next((begin for begin in reversed(begins) if begin and not _is_later(begin, day)), "")


def _attrs(tellings: Sequence[_Telling], *, is_last: bool) -> dict[str, Attr]:
    first_held = min((t.issue for t in tellings if t.issue and t.tenure.form in _HELD), default="")
    begins = [t.since for t in tellings if t.since and not (first_held and _is_later(t.since, first_held))]
    ends = [t.until for t in tellings if t.until]
    attrs: dict[str, Attr] = {}
    if begins:
        attrs["since"] = _most_exact(min(begins), begins)
    if ends:
        attrs["until"] = _most_exact(max(ends), ends)
    tense = _last_said(tellings) if is_last else "former"
    return attrs | {tense: True} if tense else attrs


def _is_later(day: str, other: str) -> bool:
    """Whether a day, month or year (ISO 8601) is behind another: 2012-03 is not behind 2012."""
    shared = min(len(day), len(other))
    return day[:shared] > other[:shared]


def _most_exact(day: str, days: Sequence[str]) -> str:
    """Return of the days that `day`, which may be a month or a year, may be, the most exact one given."""
    return max((other for other in days if other.startswith(day)), key=len)


def _term(tenure: Tenure, articles: Mapping[str, Article]) -> Term:
    """Return what is printed of a tenure's time; of one to come, nothing."""
    article = articles.get(tenure.evidence.article)
    if article is None or tenure.form is TitleForm.PROPOSED:
        return Term()
    return read_term(article.text, tenure.evidence.span.end) or Term()


def _with_ends(
    tenures: Sequence[Tenure], terms: Sequence[Term], articles: Mapping[str, Article]
) -> list[Tenure]:
    """Return the tenures, those `former` whose printed end has come, or behind which their holder's life goes on to
    a step that does not name the office again; but none that the article also gives the holder without a time."""
    undated = {
        (t.evidence.article, t.person, t.office)
        for t, term in zip(tenures, terms, strict=True)
        if term == Term()
    }
    lives = [(t.evidence.article, t.person, _line(t, articles)) for t in tenures]
    last: dict[tuple[str, ...], str] = {}
    for tenure, term, life in zip(tenures, terms, lives, strict=True):
        if term.step:
            for key in (life, (*life, tenure.office)):
                last[key] = max(last.get(key, ""), term.since)
    ended = []
    for tenure, term, life in zip(tenures, terms, lives, strict=True):
        article = tenure.evidence.article
        issue = articles[article].date if article in articles else None
        over = bool(term.until and issue and term.until < issue)
        gone_on = last.get(life, "") > (last.get((*life, tenure.office)) or term.since) > ""
        is_past = (over or gone_on) and (article, tenure.person, tenure.office) not in undated
        ended.append(replace(tenure, form=TitleForm.FORMER) if is_past else tenure)
    return ended


def _line(tenure: Tenure, articles: Mapping[str, Article]) -> str:
    """Return which paragraph of its article a tenure stands in."""
    article = articles.get(tenure.evidence.article)
    return str(article.text.count("\n", 0, tenure.evidence.span.end)) if article else ""


def _last_said(tellings: Sequence[_Telling]) -> str:
    """Return what the latest article that tells of a term makes of it: ``former`` where it once calls it past, else
    ``""``; and ``proposed`` where no article calls it more."""
    told: dict[str, set[TitleForm]] = {}
    issues: dict[str, str] = {}
    for telling in tellings:
        if telling.tenure.form is not TitleForm.PROPOSED:
            article = telling.tenure.evidence.article
            told.setdefault(article, set()).add(telling.tenure.form)
            issues[article] = telling.issue
    if not told:
        return "proposed"
    last = told[max(reversed(told), key=issues.__getitem__)]
    return "former" if last & _PAST else ""
