"""Score of events: which were found, and how right their roles, dates, places and the rest are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

from newsgraph.evaluate.graph import Row, ScoredGraph, names_of
from newsgraph.evaluate.matching import Match, match, match_exact, plain, plain_set
from newsgraph.evaluate.tally import Tally
from newsgraph.model import Role

ROWS = ("role", "date", "place", "status", "project", "organization", "order")

ORDERED_ROLES = (Role.ATTENDEE, Role.AUDIENCE, Role.WITNESS, Role.COMPANION)
"""Roles of those who are printed as a list; its order is checked."""

Participation = tuple[str, str]


class EventScore:
    """The events of one gold page or item against those of a graph.

    Parameters
    ----------
    gold : Mapping
        With ``events`` and ``articles``.
    graph : ScoredGraph
        What was built from the same source.
    """

    def __init__(self, gold: Row, graph: ScoredGraph) -> None:
        self.gold = gold
        self.graph = graph
        self._rows = {name: Tally() for name in ROWS}

    def rows(self) -> Iterator[tuple[str, Tally]]:
        """Yield the row of the events, then a row per facet of the events found."""
        result = self._match_events()
        found = Tally()
        found.add_match(result, _headline)
        for wanted, event in result.pairs:
            self._check_pair(wanted, event)
        for wanted in result.missed:
            self._miss(wanted)
        yield "event", found
        yield from ((f"event {name}", tally) for name, tally in self._rows.items())

    @cached_property
    def _printed(self) -> set[str]:
        return {key for event in self.gold["events"] for key, _ in participations(event)}

    @cached_property
    def _regions(self) -> dict[str, tuple[int, int]]:
        return {row["id"]: (row["start"], row["end"]) for row in self.gold["articles"]}

    def _called(self, entity_id: str) -> str:
        """Return the name or alias under which the gold prints the entity; else its name."""
        names = names_of(self.graph.entity[entity_id])
        return next((name for name in names if name in self._printed), names[0])

    def _persons(self, event: Row) -> set[Participation]:
        return {
            (self._called(row["entity"]), row["role"])
            for row in event["participants"]
            if self.graph.is_person(row["entity"])
        }

    def _match_events(self) -> Match[Row, Row]:
        """Pair gold and found from the strongest affinity down, each event once."""
        gold, found = self.gold["events"], self.graph.events
        ranked = sorted(
            ((self._affinity(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
            reverse=True,
        )
        partner: dict[int, int] = {}
        taken: set[int] = set()
        for affinity, i, j in ranked:
            if affinity and i not in partner and j not in taken:
                partner[i] = j
                taken.add(j)
        return Match(
            [(gold[i], found[j]) for i, j in partner.items()],
            [event for i, event in enumerate(gold) if i not in partner],
            [event for j, event in enumerate(found) if j not in taken],
        )

    def _affinity(self, gold: Row, event: Row) -> int:
        """Return how surely two events are one; 0: they are not.

        They share type and a stretch of text, and a participant, or, where the gold has none, the name or
        the day.
        """
        if gold["type"] != event["type"] or not self._share_text(gold, event):
            return 0
        shared = {key for key, _ in participations(gold)} & {key for key, _ in self._persons(event)}
        named = any(_contains(plain(name), plain(event.get("name", ""))) for name in gold.get("names", []))
        same_day = bool(gold["start"]) and gold["start"] == _date(event).get("start")
        if gold["participants"]:
            if not shared:
                return 0
        elif gold["start"] and not named and not same_day:
            return 0
        return 1 + 10 * len(shared) + 5 * named + 2 * same_day

    def _share_text(self, gold: Row, event: Row) -> bool:
        extent = self.graph.extent
        regions = [self._regions[article] for article in gold["articles"]]
        return any(
            min(extent[article][1], end) > max(extent[article][0], start)
            for article in event["articles"]
            if article in extent
            for start, end in regions
        )

    def _check_pair(self, gold: Row, event: Row) -> None:
        self._check_status(gold, event)
        self._check_projects(gold, event)
        self._check_organizations(gold, event)
        self._check_order(gold, event)
        self._check_roles(gold, event)
        self._check_date(gold, event)
        self._check_place(gold, event)

    def _check_status(self, gold: Row, event: Row) -> None:
        got = event.get("status")
        self._rows["status"].check(gold["status"] == got, f"{gold['id']} want {gold['status']} got {got}")

    def _check_projects(self, gold: Row, event: Row) -> None:
        found = self._known(event.get("projects", []))
        result = match(gold.get("projects", []), found, _is_called)
        self._rows["project"].add_match(result, lambda item: f"{gold['id']} {_title(item)}")

    def _check_organizations(self, gold: Row, event: Row) -> None:
        """Bodies beyond the gold's are free: the gold lists the chief ones."""
        wanted = [names for names, _ in gold.get("organizations", []) if not isinstance(names, str)]
        ids = [row["entity"] for row in event["participants"] if not self.graph.is_person(row["entity"])]
        result = match(wanted, self._known(ids), _is_called)
        self._rows["organization"].add_match(
            Match(result.pairs, result.missed, []), lambda item: f"{gold['id']} {_title(item)}"
        )

    def _known(self, ids: list[str]) -> list[Row]:
        return [self.graph.entity[i] for i in dict.fromkeys(ids) if i in self.graph.entity]

    def _check_order(self, gold: Row, event: Row) -> None:
        """Neighbours of the gold's list that share a role must stand in its order, where both have one."""
        order: dict[Participation, int] = {}
        for row in event["participants"]:
            if row["entity"] in self.graph.entity and row.get("order") is not None:
                order.setdefault((self._called(row["entity"]), row["role"]), row["order"])
        listed = participations(gold)
        tally = self._rows["order"]
        for one, other in pairwise(listed):
            if one[1] == other[1] and one[1] in ORDERED_ROLES and one in order and other in order:
                right = order[one] < order[other]
                tally.add_counts(Tally(tp=right, fp=not right, fn=not right))

    def _check_roles(self, gold: Row, event: Row) -> None:
        result = match_exact(participations(gold), self._persons(event))
        self._rows["role"].add_match(result, lambda item: f"{gold['id']} {item}")

    def _check_date(self, gold: Row, event: Row) -> None:
        tally, date = self._rows["date"], _date(event)
        want = (gold["start"], gold["end"])
        got = (date.get("start") or "", date.get("end") or date.get("start") or "")
        if gold["start"]:
            tally.check(want == got, f"{gold['id']} want {want} got {got}", answered=bool(got[0]))
        elif got[0]:
            tally.invent(f"{gold['id']} invented date {got}")

    def _check_place(self, gold: Row, event: Row) -> None:
        if not gold["place"]:
            return
        where = self.graph.entity.get(event.get("place") or "")
        name = where["name"] if where else ""
        right = bool(set(names_of(where) if where else [""]) & plain_set(gold["place"]))
        self._rows["place"].check(
            right, f"{gold['id']} want {gold['place'][0]} got {name}", answered=bool(name)
        )

    def _miss(self, gold: Row) -> None:
        """A missed event misses its participants, its date and its place."""
        for participant in gold["participants"]:
            self._rows["role"].miss(f"missed {gold['id']} {participant}")
        self._rows["date"].fn += bool(gold["start"])
        self._rows["place"].fn += bool(gold["place"])


def participations(gold: Row) -> list[Participation]:
    """Return (key of the name, role) of a gold event, in printed order."""
    return [(plain(name), role) for name, role in gold["participants"]]


def _date(event: Row) -> Row:
    return event.get("date") or {}


def _contains(one: str, other: str) -> bool:
    return bool(one and other) and (one in other or other in one)


def _is_called(names: list[str], entity: Row) -> bool:
    return plain(entity["name"]) in plain_set(names)


def _title(item: Any) -> str:
    """Return the first name of a gold's list of names, or an entity's name."""
    return str(item[0] if isinstance(item, list) else item["name"])


def _headline(event: Row) -> str:
    when = event["date"] if "date" in event else event.get("start")
    return f"{event['type']} {event.get('name') or event.get('id')} {when}"
