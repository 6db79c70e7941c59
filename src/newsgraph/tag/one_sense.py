"""A name belongs to one bearer throughout an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from newsgraph.tag.candidates import RECOGNISERS, Candidate

_BEARERS = frozenset({"PERSON", "PLACE"})
"""Of foreign towns and foreign persons the same characters are made; a body may well be a place too (a hall)."""


def one_sense(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return `candidates` with one label for what a recogniser reads as a person here and as a place there.

    The label whose scores sum up higher is taken.

    References
    ----------
    Gale, Church and Yarowsky 1992, One Sense Per Discourse.

    Examples
    --------
    >>> read = [Candidate(0, 3, "PLACE", 0.9, "ner"), Candidate(6, 9, "PERSON", 0.6, "ner")]
    >>> [c.label for c in one_sense("基达尔机场，基达尔是", read)]
    ['PLACE', 'PLACE']
    """
    said: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for c in candidates:
        if _bears(c):
            said[text[c.start : c.end]][c.label] += c.score
    return [
        replace(c, label=max(labels, key=lambda label: (labels[label], label)))
        if _bears(c) and len(labels := said[text[c.start : c.end]]) > 1
        else c
        for c in candidates
    ]


def _bears(candidate: Candidate) -> bool:
    return candidate.by in RECOGNISERS and candidate.label in _BEARERS and candidate.end - candidate.start > 1
