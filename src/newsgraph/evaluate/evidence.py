"""Score of provenance: every participation and relation points at words of its article."""

from __future__ import annotations

from typing import Any

from newsgraph.evaluate.graph import Row, ScoredGraph
from newsgraph.evaluate.tally import Tally


def score_evidence(graph: ScoredGraph) -> Tally:
    """Count the participations and relations whose evidence is sound; needs no gold."""
    tally = Tally()
    participants = [row for event in graph.events for row in event["participants"]]
    for row in [*graph.relations, *participants]:
        kind, of = row.get("role") or row.get("type"), row.get("id") or row.get("entity")
        tally.check(_is_sound(row, graph), f"no sound evidence for {kind} {of}", answered=False)
    return tally


def _is_sound(row: Row, graph: ScoredGraph) -> bool:
    evidence = row.get("evidence")
    return bool(evidence) and all(_lies_in_source(item, graph) for item in evidence or [])


def _lies_in_source(item: Any, graph: ScoredGraph) -> bool:
    """Whether one piece lies in its article, or in the source where it names none (the masthead)."""
    if not isinstance(item, dict):
        return False
    article = item.get("article")
    low, high = graph.extent.get(article, (0, 0)) if article else (0, graph.length)
    return bool(low <= item.get("start", -1) < item.get("end", -1) <= high)
