"""Who is who: the persons of all articles, judged pair by pair within each name and clustered.

Cost: occurrences of one name are first gathered into profiles by what they share (an office, a byline's
paper), so that a name that stands in ten thousand items is judged a few times only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from newsgraph.resolve.judgements import Judgement, Verdict, cluster
from newsgraph.resolve.occurrences import Occurrence
from newsgraph.resolve.ranks import Field, Standing, related

_LONG = 180
"""Days after which an official may have moved without the text saying so."""

_RISE = 2
"""Ranks by which one move lifts an official at most; nobody is moved down."""

_SOFT = frozenset({Field.SOCIETY, Field.BENCH})


@dataclass(frozen=True, slots=True)
class Claim:
    """One office of a person: where it stands, and whether the text has him take it up or leave it."""

    standing: Standing
    taking: bool = False
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """Occurrences of one name that share an office, or of which nothing but page or paper is known."""

    name: str
    occurrences: tuple[Occurrence, ...] = field(compare=False)
    index: int = 0

    @property
    def offices(self) -> dict[str, Standing]:
        return {office: stand for o in self.occurrences for office, stand in o.offices.items()}

    @property
    def bodies(self) -> set[str]:
        return {body for o in self.occurrences for body in o.bodies}

    @property
    def company(self) -> set[str]:
        return {body for o in self.occurrences for body in o.company}

    @property
    def claims(self) -> list[Claim]:
        """What each office, and each collective post, says of its holder."""
        taking = {office for o in self.occurrences for office in o.taking}
        leaving = {office for o in self.occurrences for office in o.leaving}
        found = [Claim(stand, office in taking, office in leaving) for office, stand in self.offices.items()]
        return found + [Claim(o.bench) for o in self.occurrences if o.bench is not None]

    @property
    def standings(self) -> list[Standing]:
        return [claim.standing for claim in self.claims]

    @property
    def byline(self) -> bool:
        return self.occurrences[0].byline

    @property
    def description(self) -> str | None:
        return next((o.description for o in self.occurrences if o.description), None)

    @property
    def scopes(self) -> set[str]:
        return {o.scope for o in self.occurrences}

    @property
    def pages(self) -> set[str]:
        return {o.page for o in self.occurrences}

    @property
    def articles(self) -> set[str]:
        return {o.article for o in self.occurrences}

    @property
    def namesakes(self) -> set[str]:
        """The articles that list several people of this name."""
        return {o.article for o in self.occurrences if o.namesake}

    @property
    def reports(self) -> set[str]:
        return {o.report for o in self.occurrences}

    @property
    def seats(self) -> set[str]:
        return {o.seat for o in self.occurrences if o.seat}

    @property
    def dates(self) -> list[date]:
        return sorted(day for o in self.occurrences if (day := _day(o.date)) is not None)


def cluster_persons(occurrences: Sequence[Occurrence]) -> list[tuple[Occurrence, ...]]:
    """Return the occurrences of each person, persons in order of their first occurrence.

    The groups do not depend on the order of `occurrences`.
    """
    by_name: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        by_name[occurrence.name].append(occurrence)
    people = []
    for same_name in by_name.values():
        profiles = make_profiles(same_name)
        judged = [(a, b, judge(a, b)) for a, b in combinations(profiles, 2)]
        people += [
            tuple(occurrence for profile in group for occurrence in profile.occurrences)
            for group in cluster(profiles, judged).groups
        ]
    first = {id(occurrence): i for i, occurrence in enumerate(occurrences)}
    ordered = [tuple(sorted(person, key=lambda o: first[id(o)])) for person in people]
    return sorted(ordered, key=lambda person: first[id(person[0])])


def make_profiles(occurrences: Sequence[Occurrence]) -> list[Profile]:
    """Gather occurrences of one name that share a key, in an order that does not depend on theirs."""
    ordered = sorted(
        occurrences, key=lambda o: (o.page, o.article, o.byline, o.description or "", o.namesake)
    )
    held = frozenset(body for occurrence in ordered for body in occurrence.bodies)
    root = list(range(len(ordered)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    listed = {i: {o.article: o.namesake} for i, o in enumerate(ordered) if o.namesake}
    first: dict[Hashable, int] = {}
    for i, occurrence in enumerate(ordered):
        for key in _keys(occurrence, held):
            mine, other = sorted((find(i), find(first.setdefault(key, i))))
            theirs, beside = listed.get(mine, {}), listed.get(other, {})
            if any(theirs.get(article, n) != n for article, n in beside.items()):
                continue
            root[other] = mine
            if beside:
                listed[mine] = theirs | beside
    members: defaultdict[int, list[Occurrence]] = defaultdict(list)
    for i, occurrence in enumerate(ordered):
        members[find(i)].append(occurrence)
    return [Profile(found[0].name, tuple(found), i) for i, found in enumerate(members.values())]


def _keys(occurrence: Occurrence, held: frozenset[str]) -> list[Hashable]:
    """Return what makes two occurrences of one name one person without more ado.

    `held` are the bodies in which somebody of this name has an office: of whom nothing is said, the bodies
    beside him may tell which one he is.
    """
    if occurrence.byline:
        return [("byline", occurrence.scope)]
    hard = [office for office, stand in occurrence.offices.items() if stand.field is not Field.BENCH]
    if hard:
        return [("office", office) for office in hard]
    if occurrence.offices:
        return [("bench", occurrence.scope, *sorted(occurrence.offices))]
    if occurrence.description:
        return [("described", occurrence.page, occurrence.description, occurrence.article)]
    if occurrence.bench is not None:
        return [("list", occurrence.bench.place.code if occurrence.bench.place else occurrence.scope)]
    return [("bare", occurrence.scope, occurrence.company & held)]


def judge(first: Profile, second: Profile) -> Judgement:
    """Judge whether two profiles of one name are one person; symmetric."""
    if _is_reprint(first, second):
        return Judgement(Verdict.SAME, 0.95, "one report printed twice")
    if first.byline or second.byline:
        return _judge_bylines(first, second)
    if not first.namesakes.isdisjoint(second.namesakes):
        return Judgement(Verdict.DIFFERENT, 1.0, "named side by side in one list")
    if not first.offices.keys().isdisjoint(second.offices):
        return Judgement(Verdict.SAME, 1.0, "same office")
    if not first.bodies.isdisjoint(second.bodies):
        return Judgement(Verdict.SAME, 0.9, "same body")
    mine, other = first.claims, second.claims
    if mine and other:
        return _judge_claims(mine, other, later=_is_later(first, second))
    if mine or other:
        return _judge_unequal(first, second)
    return _judge_bare(first, second)


def _is_reprint(first: Profile, second: Profile) -> bool:
    """Whether the two stand in one place of one text, printed twice, and not as officers or people of two seats."""
    if first.reports.isdisjoint(second.reports) or (first.offices and second.offices):
        return False
    return not (first.seats and second.seats) or not first.seats.isdisjoint(second.seats)


def _judge_bylines(first: Profile, second: Profile) -> Judgement:
    if first.byline and second.byline:
        if first.scopes & second.scopes:
            return Judgement(Verdict.SAME, 0.9, "bylines of one paper")
        return Judgement(Verdict.UNSURE, 0.5, "bylines of two papers")
    return Judgement(Verdict.DIFFERENT, 0.8, "one writes, the other is written about")


def _judge_claims(mine: Iterable[Claim], other: Sequence[Claim], *, later: bool) -> Judgement:
    """Judge by whether some office of one goes with one of the other; `later`: half a year lies between."""
    best = max(_agreement(a, b, later=later) for a in mine for b in other)
    if best > 0:
        return Judgement(Verdict.SAME, best, "offices that one person can hold or move between")
    return Judgement(Verdict.DIFFERENT, 0.9, "offices that do not go together")


def _agreement(first: Claim, second: Claim, *, later: bool) -> float:
    """Return how well two offices of different bodies go together, 0 for not at all.

    An appointment says which of the two is the later one (`up`: the second); that must not be the lower one.
    """
    a, b = first.standing, second.standing
    if {a.field, b.field} & _SOFT:
        return 0.5 if related(a.place, b.place) else 0.4
    if a.field is not b.field:
        return 0.0
    if a.field is Field.CENTRAL:
        return 0.7
    if a.field is not Field.STATE or not related(a.place, b.place):
        return 0.0
    rise = 0 if a.rank is None or b.rank is None else b.rank - a.rank
    up, down = second.taking or first.leaving, first.taking or second.leaving
    if up or down or later:
        least, most = (-_RISE if down or not up else 0), (_RISE if up or not down else 0)
        return 0.6 if least <= rise <= most else 0.0
    at_one_place = a.place == b.place or None in (a.place, b.place)
    return 0.7 if at_one_place and abs(rise) <= 1 and (a.core or b.core) else 0.0


def _is_later(first: Profile, second: Profile) -> bool:
    """Whether so much time lies between the two that an official may have moved in between."""
    mine, other = first.dates, second.dates
    if not mine or not other:
        return False
    return max((other[0] - mine[-1]).days, (mine[0] - other[-1]).days) > _LONG


def _day(iso: str | None) -> date | None:
    """Return a date in ISO form; ``None`` for a month, or none."""
    try:
        return date.fromisoformat(iso or "")
    except ValueError:
        return None


def _judge_unequal(first: Profile, second: Profile) -> Judgement:
    """Judge an office holder against somebody of whom the text says no office."""
    holder, plain = (first, second) if first.standings else (second, first)
    standings = holder.standings
    if plain.description:
        return _judge_trade(holder, plain, plain.description)
    if plain.company & holder.bodies and holder.scopes & plain.scopes:
        return Judgement(Verdict.SAME, 0.35, "same name, beside a body that he serves")
    if any(stand.field in (Field.CENTRAL, Field.ABROAD) for stand in standings):
        return Judgement(Verdict.SAME, 0.3, "same name, known everywhere")
    if first.scopes & second.scopes:
        return Judgement(Verdict.SAME, 0.3, "same name, same seat")
    return Judgement(Verdict.UNSURE, 0.5, "same name, another seat")


def _judge_trade(holder: Profile, plain: Profile, description: str) -> Judgement:
    """Judge an office holder against an ordinary person; a farmer may head a firm, but no bureau."""
    standings = holder.standings
    humble = all(stand.field in _SOFT or stand.field is Field.VILLAGE for stand in standings)
    if humble:
        return Judgement(
            Verdict.SAME if holder.pages & plain.pages else Verdict.UNSURE, 0.4, "a seat beside a trade"
        )
    if holder.articles & plain.articles and not any(stand.rank for stand in standings):
        return Judgement(Verdict.SAME, 0.4, "told of in one article")
    return Judgement(Verdict.DIFFERENT, 0.9, f"an office holder and {description}")


def _judge_bare(first: Profile, second: Profile) -> Judgement:
    """Judge two of whom the text says no office."""
    if first.description and second.description:
        if first.description == second.description and first.pages & second.pages:
            return Judgement(Verdict.SAME, 0.4, "same name, same description, same page")
        return Judgement(Verdict.UNSURE, 0.5, "same name, described twice")
    described = first.description or second.description
    if first.scopes & second.scopes and (first.pages & second.pages or not described):
        return Judgement(Verdict.SAME, 0.2, "same name, nothing against it")
    return Judgement(Verdict.UNSURE, 0.5, "same name and nothing else")
