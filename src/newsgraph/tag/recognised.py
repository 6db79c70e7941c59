"""The engine's entities as candidates, without what no name in print looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.tag.candidates import Candidate, candidates_of, text_of
from newsgraph.tag.edges import with_edges
from newsgraph.tag.gazetteer import Kind, place_names

_LATIN_LINE = re.compile(r"^[A-Z][A-Z .·]*$|^[a-z]+://\S+$|^www\.\S+$", re.MULTILINE)
"""A paper's name in capitals (pinyin or English) and its address, each on a line of its own."""
BEFORE_NAME = frozenset("向同与和对由")
"""Prepositions and conjunctions that are surnames too, or are read as one before a foreign name."""
_OWN = re.compile("[我本][省市县区州旗盟]")
_NO_BODY = ("警方", "检方", "军方")
"""What stands for a place's police, prosecution or army and names no body: the place does."""
_UNSCORED = 0.8
_HIGHEST = 0.95
"""Grammar that is sure speaks above it: a recogniser reads what no name is (庚寅年) as a name with full confidence."""


@Language.component("newsgraph_recognised", requires=["doc.ents"], assigns=["doc._.candidates"])
def recognised(doc: Doc) -> Doc:
    """Append the engine's entities to the candidates, with the engine's scores where it gives any."""
    scores = doc.user_data.get("scores", {})
    found = []
    for ent in doc.ents:
        score = min(scores.get((ent.start, ent.end, ent.label_), _UNSCORED), _HIGHEST)
        found.append(Candidate(ent.start, ent.end, ent.label_, score, "ner"))
    candidates_of(doc).extend(mend(text_of(doc), found))
    return doc


def mend(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield `found` with its edges mended, without lines of Latin capitals and prepositions before persons.

    A preposition is taken off only where the rest is a person elsewhere in `text`.

    Examples
    --------
    >>> text = "祝贺林德霍姆。向林德霍姆致电"
    >>> found = [Candidate(2, 6, "PERSON", 0.9, "ner"), Candidate(7, 12, "PERSON", 0.9, "ner")]
    >>> [text[c.start : c.end] for c in mend(text, found)]
    ['林德霍姆', '林德霍姆']
    """
    found = list(found)
    people = {text[c.start : c.end] for c in found if c.label == "PERSON"}
    latin = [match.span() for match in _LATIN_LINE.finditer(text)]
    for c in found:
        if any(start <= c.start < end for start, end in latin):
            continue
        if c.label == "PERSON" and text[c.start] in BEFORE_NAME and text[c.start + 1 : c.end] in people:
            c = replace(c, start=c.start + 1)
        mended = with_edges(text, _without_side(text, c))
        if mended is not None:
            yield mended
            yield from _cut_off(text, c, mended)


def _without_side(text: str, body: Candidate) -> Candidate:
    """Return the place whose police a recogniser reads as a body (荷兰警方), else `body`."""
    if body.label != "ORG" or not text.endswith(_NO_BODY, body.start, body.end):
        return body
    place = place_names(text).starting_at(body.start)
    alone = place is not None and place.end == body.end - 2
    return replace(body, end=body.end - 2, label="PLACE") if alone else body


def _cut_off(text: str, whole: Candidate, mended: Candidate) -> Iterator[Candidate]:
    """Yield the known place that stood at the head of a longer name and is no part of it (到甲地调研乙项目)."""
    if whole.start == mended.start:
        return
    known = place_names(text).starting_at(whole.start)
    place = known if known is not None and known.kind is not Kind.AMBIGUOUS else None
    own = _OWN.match(text, whole.start, mended.start)
    end = own.end() if own else place.end if place is not None else mended.start + 1
    if end <= mended.start:
        yield replace(whole, end=end, label="PLACE")
