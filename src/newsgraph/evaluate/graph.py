"""The records under test, indexed as the score asks for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from newsgraph.evaluate.matching import plain
from newsgraph.model import EntityType

Row = Mapping[str, Any]


class ScoredGraph:
    """The tables of a ``graph.json`` and what is looked up in them more than once.

    Parameters
    ----------
    tables : Mapping
        The parsed file; rows as DESIGN.md lists them. Never changed.
    """

    def __init__(self, tables: Row) -> None:
        self.meta: Row = tables.get("meta") or {}
        self.articles: list[Row] = tables["articles"]
        self.mentions: list[Row] = tables["mentions"]
        self.entities: list[Row] = tables["entities"]
        self.events: list[Row] = tables["events"]
        self.relations: list[Row] = tables["relations"]

    @cached_property
    def entity(self) -> dict[str, Row]:
        """The entities by id."""
        return {row["id"]: row for row in self.entities}

    @cached_property
    def extent(self) -> dict[str, tuple[int, int]]:
        """From the first to the last source offset of each article, by id."""
        return {row["id"]: extent_of(row) for row in self.articles}

    @cached_property
    def spans_of_entity(self) -> dict[str | None, set[tuple[int, int]]]:
        """The source spans of the mentions that rest on each entity."""
        spans: defaultdict[str | None, set[tuple[int, int]]] = defaultdict(set)
        for mention in self.mentions:
            spans[mention.get("entity")].add((mention["start"], mention["end"]))
        return spans

    @cached_property
    def length(self) -> float:
        """Code points of the longest source; infinite where none says its length."""
        longest = max((source.get("chars", 0) for source in self.meta.get("sources", [])), default=0)
        return longest or float("inf")

    def entities_of(self, kind: EntityType) -> list[Row]:
        """Return the entities of one type, in the file's order."""
        return [row for row in self.entities if row["type"] == kind]

    def relations_of(self, kind: str) -> list[Row]:
        """Return the relations of one type, in the file's order."""
        return [row for row in self.relations if row["type"] == kind]

    def is_person(self, entity_id: str) -> bool:
        """Whether `entity_id` is known and a person."""
        return entity_id in self.entity and self.entity[entity_id]["type"] == EntityType.PERSON


def extent_of(article: Row) -> tuple[int, int]:
    """Return from the first to the last source offset of an article's spans."""
    return min(start for start, _ in article["spans"]), max(end for _, end in article["spans"])


def names_of(row: Row) -> list[str]:
    """Return an entity's keys: its name's first, then those of its aliases."""
    return [plain(name) for name in [row["name"], *row.get("aliases", [])]]
