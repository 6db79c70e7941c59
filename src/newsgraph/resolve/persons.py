"""Who is who: the persons of all articles, judged pair by pair within each name and clustered.

A reader's rulings go before all: what they call one is one profile from the start, what they call two is never in one.
Cost: occurrences of one name are first gathered into profiles by what they share (an office, a byline's
paper), so that a name that stands in ten thousand items is judged a few times only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from newsgraph.model import Verdict
from newsgraph.resolve.judgements import Clusters, Judgement, cluster
from newsgraph.resolve.occurrences import Occurrence
from newsgraph.resolve.ranks import Field, Standing, related
from newsgraph.resolve.rulings import Bound

_LONG = 180
"""Days after which an official may have moved without the text saying so."""

_RISE = 2
"""Ranks by which one move lifts an official at most; nobody is moved down."""

_HIGH = 7
"""The rank of a province's deputy heads, between whom and the central organs officials move, or serve in both."""

RULED = "a reader's judgement"

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


@dataclass(frozen=True, slots=True)
class Persons:
    """The occurrences of each person, persons in order of their first; and what was judged of whom.

    `pairs` are occurrences by which two profiles of one name are shown, with the judgement that joined them, or that
    keeps the persons apart to whom they went.
    """

    people: list[tuple[Occurrence, ...]]
    pairs: list[tuple[Occurrence, Occurrence, Judgement]]


def cluster_persons(occurrences: Sequence[Occurrence], rulings: Sequence[Bound] = ()) -> Persons:
    """Return who is who; the groups do not depend on the order of `occurrences`."""
    by_name: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        by_name[occurrence.name].append(occurrence)
    ruled: defaultdict[str, list[Bound]] = defaultdict(list)
    for bound in rulings:
        if bound.first and bound.second:
            ruled[bound.first[0].name].append(bound)
    people: list[tuple[Occurrence, ...]] = []
    pairs: list[tuple[Occurrence, Occurrence, Judgement]] = []
    for name, same_name in by_name.items():
        profiles = make_profiles(same_name, ruled[name])
        judged = [(a, b, judge(a, b)) for a, b in combinations(profiles, 2)]
        judged += _apart(profiles, ruled[name])
        clusters = cluster(profiles, judged)
        people += [tuple(o for profile in group for o in profile.occurrences) for group in clusters.groups]
        pairs += _shown_pairs(judged, clusters)
    first = {id(occurrence): i for i, occurrence in enumerate(occurrences)}
    ordered = [tuple(sorted(person, key=lambda o: first[id(o)])) for person in people]
    return Persons(sorted(ordered, key=lambda person: first[id(person[0])]), pairs)


_Judged = tuple[Profile, Profile, Judgement]


def _apart(profiles: Sequence[Profile], ruled: Iterable[Bound]) -> Iterator[_Judged]:
    """Yield the profiles that a reader tells apart."""
    of = {id(occurrence): profile for profile in profiles for occurrence in profile.occurrences}
    told = Judgement(Verdict.DIFFERENT, 2.0, RULED)
    yield from ((of[id(a)], of[id(b)], told) for bound in ruled for a, b in bound.differents)


def _shown_pairs(
    judged: Iterable[_Judged], clusters: Clusters[Profile]
) -> Iterator[tuple[Occurrence, Occurrence, Judgement]]:
    """Yield the judgements that joined profiles, and of two persons the one that speaks most against one person.

    A profile is shown by an article in which nobody else of the name stands, so that the article says who is meant.
    """
    articles = Counter(article for group in clusters.groups for p in group for article in p.articles)
    shown = {
        profile: next((o for o in profile.occurrences if articles[o.article] == 1), None)
        for group in clusters.groups
        for profile in group
    }
    group_of = {profile: i for i, group in enumerate(clusters.groups) for profile in group}
    between: dict[tuple[int, int], _Judged] = {}
    for entry in judged:
        mine, other = sorted((group_of[entry[0]], group_of[entry[1]]))
        if mine == other or entry[2].verdict is Verdict.SAME or None in (shown[entry[0]], shown[entry[1]]):
            continue
        held = between.get((mine, other))
        if held is None or _against(entry[2]) > _against(held[2]):
            between[mine, other] = entry
    for a, b, judgement in (*clusters.joined, *between.values()):
        first, second = shown[a], shown[b]
        if first is not None and second is not None and judgement.reason != RULED:
            yield first, second, judgement


def _against(judgement: Judgement) -> tuple[bool, float]:
    return judgement.verdict is Verdict.DIFFERENT, judgement.weight


def make_profiles(occurrences: Sequence[Occurrence], ruled: Iterable[Bound] = ()) -> list[Profile]:
    """Gather occurrences of one name that share a key, in an order that does not depend on theirs."""
    ordered = sorted(
        occurrences, key=lambda o: (o.page, o.article, o.byline, o.description or "", o.namesake)
    )
    held = frozenset(body for occurrence in ordered for body in occurrence.bodies)
    groups = _Groups(ordered, ruled)
    first: dict[Hashable, int] = {}
    for i, occurrence in enumerate(ordered):
        for key in _keys(occurrence, held):
            groups.join(i, first.setdefault(key, i))
    return [Profile(found[0].name, tuple(found), i) for i, found in enumerate(groups)]


class _Groups:
    """Occurrences of one name on their way to profiles: a union-find that keeps apart who is listed side by side,
    and whom a reader tells apart."""

    def __init__(self, ordered: Sequence[Occurrence], ruled: Iterable[Bound]) -> None:
        self._ordered = ordered
        self._root = list(range(len(ordered)))
        self._listed = {i: {o.article: o.namesake} for i, o in enumerate(ordered) if o.namesake}
        self._far: defaultdict[int, set[int]] = defaultdict(set)
        number = {id(occurrence): i for i, occurrence in enumerate(ordered)}
        ruled = list(ruled)
        for a, b in (pair for bound in ruled for pair in bound.differents):
            self._far[number[id(a)]].add(number[id(b)])
            self._far[number[id(b)]].add(number[id(a)])
        for a, b in (pair for bound in ruled for pair in bound.sames):
            self.join(number[id(a)], number[id(b)])

    def __iter__(self) -> Iterator[list[Occurrence]]:
        members: defaultdict[int, list[Occurrence]] = defaultdict(list)
        for i, occurrence in enumerate(self._ordered):
            members[self._find(i)].append(occurrence)
        return iter(members.values())

    def join(self, i: int, j: int) -> None:
        """Make one group of those of `i` and `j`, unless some of them are to be kept apart."""
        mine, other = sorted((self._find(i), self._find(j)))
        theirs, beside = self._listed.get(mine, {}), self._listed.get(other, {})
        if any(theirs.get(article, n) != n for article, n in beside.items()) or self._is_far(mine, other):
            return
        self._root[other] = mine
        if beside:
            self._listed[mine] = theirs | beside

    def _is_far(self, mine: int, other: int) -> bool:
        return any(self._find(i) == mine and other in map(self._find, far) for i, far in self._far.items())

    def _find(self, i: int) -> int:
        root = self._root
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i


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
    if {a.field, b.field} == {Field.CENTRAL, Field.STATE}:
        return 0.6 if min(a.rank or 0, b.rank or 0) >= _HIGH else 0.0
    if a.field is not b.field:
        return 0.0
    if a.house is not None and a.house == b.house and related(a.place, b.place):
        return 0.8
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
