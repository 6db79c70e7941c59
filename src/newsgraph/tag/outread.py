"""Where a recogniser that is sure of what it reads is believed over the grammar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsgraph.lexicon.persons import COMPOUND_SURNAMES
from newsgraph.lexicon.posts import is_collective
from newsgraph.tag.candidates import ASIDE, NESTED, RECOGNISERS, VETO, Candidate, Placed
from newsgraph.tag.gazetteer import Kind, place_names
from newsgraph.tag.names import read_chinese

_SURE = 0.8
"""A recogniser's score from which it is believed."""
_CERTAIN = 0.9
"""The same for where a person's name ends: on pages that it was not trained on it was right in 7 of 8 such places,
with less in one of four."""
_OUTREAD = 0.5
"""Score of what it reads otherwise: that stands only where nothing else speaks."""
_LONGEST_CHINESE = 3
"""Of Chinese names up to so many characters, surnames and given names tell the end better than a sentence does."""
_Span = tuple[int, int]


def outread(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return `candidates` with the grammar's held to be no more than guesses where a recogniser is sure of something
    else that overlaps them.

    Names of a kind that fill what it reads one behind the other keep their score (two persons run together in a
    headline are often read as one), and so do short Chinese names of persons, persons whom it reads by that name
    elsewhere, and names of the gazetteer that hold what it reads (约旦河西岸, where it reads 约旦河).

    Examples
    --------
    >>> hall = Candidate(0, 6, "ORG", 0.9, "ner")
    >>> [c.score for c in outread("青禾县文化馆", [hall, Candidate(0, 3, "PLACE", 0.97, "grammar.place")])]
    [0.9, 0.5]
    """
    sure = [c for c in candidates if c.by in RECOGNISERS and c.score >= _SURE]
    if not sure:
        return list(candidates)
    read = {(c.start, c.end, c.label) for c in sure}
    people = {text[c.start : c.end] for c in candidates if c.label == "PERSON" and c.by in RECOGNISERS}
    placed = Placed(sure)
    grammar = Placed(c for c in candidates if c.by not in RECOGNISERS)
    kept = []
    for c in candidates:
        if _may_fall(c) and (c.start, c.end, c.label) not in read:
            over = [other for other in placed.near(c.start, c.end) if other.end > c.start]
            in_row = any(
                (c.start, c.end) in _row(other, grammar.near(other.start, other.end)) for other in over
            )
            named = c.label == "PERSON" and text[c.start : c.end] in people
            if over and not (
                in_row
                or named
                or (
                    _is_short_chinese(text, c) and not any(_is_read_shorter(text, other, c) for other in over)
                )
                or _is_known_longer(text, c, over)
                or _is_bench(text, c)
            ):
                c = replace(c, score=_OUTREAD)
        kept.append(c)
    return kept


def _may_fall(candidate: Candidate) -> bool:
    """Whether a candidate is a mention of the grammar's that could stand by itself and is more than a guess."""
    return (
        candidate.by not in RECOGNISERS
        and candidate.label not in ASIDE
        and candidate.label != VETO
        and candidate.score > _OUTREAD
        and not candidate.by.endswith(NESTED)
    )


def _is_short_chinese(text: str, candidate: Candidate) -> bool:
    if candidate.label != "PERSON" or candidate.end - candidate.start > _LONGEST_CHINESE:
        return False
    name = read_chinese(text, candidate.start)
    return name is not None and name.end == candidate.end


def _is_read_shorter(text: str, read: Candidate, name: Candidate) -> bool:
    """Whether a recogniser is sure that a name which begins there ends before (陈晓, where 陈晓签 could be one)."""
    if read.label != "PERSON" or read.start != name.start or read.end >= name.end:
        return False
    return read.score >= _CERTAIN and text[read.start : read.end] not in COMPOUND_SURNAMES


def _is_bench(text: str, candidate: Candidate) -> bool:
    """Whether `candidate` names a level's leaders (区领导), of which 领导 alone would be no post, a place in a party
    group (党组成员), or a seat on a board by whom it is for (职工董事)."""
    post = text[candidate.start : candidate.end]
    return candidate.label == "POST" and (
        is_collective(post) or post.startswith("党组") or (post.endswith(("董事", "监事")) and len(post) > 2)
    )


def _is_known_longer(text: str, candidate: Candidate, read: Iterable[Candidate]) -> bool:
    """Whether `candidate` is one known place, or a chain that ends with one, and what is `read` ends inside that; or
    a body of a known place inside whose name what is read begins (县委, where it is 前郭县委)."""
    names = place_names(text)
    first = names.starting_at(candidate.start)
    if candidate.label == "ORG" and first is not None and first.kind is Kind.FULL:
        return all(first.start < c.start < first.end and c.end <= candidate.end for c in read)
    if candidate.label != "PLACE":
        return False
    last = names.ending_at(candidate.end)
    if last is None or any(c.start < candidate.start or c.end > candidate.end for c in read):
        return False
    return last.start <= candidate.start or all(last.start < c.end < last.end for c in read)


def _row(whole: Candidate, near: Iterable[Candidate]) -> set[_Span]:
    """Return the spans of candidates of `whole`'s label that fill it, two or more, one behind the other."""
    ends: dict[int, set[int]] = defaultdict(set)
    for c in near:
        inside = whole.start <= c.start and c.end <= whole.end
        if c.label == whole.label and inside and (c.start, c.end) != (whole.start, whole.end):
            ends[c.start].add(c.end)
    reached = {whole.start}
    for at in range(whole.start, whole.end):
        if at in reached:
            reached |= ends.get(at, set())
    arriving = {whole.end} & reached
    for at in range(whole.end - 1, whole.start - 1, -1):
        if at in reached and not arriving.isdisjoint(ends.get(at, set())):
            arriving.add(at)
    return {(at, end) for at in arriving for end in ends.get(at, ()) if at in reached and end in arriving}
