"""Choose among the candidates of all producers the mentions that stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsgraph.tag.candidates import ASIDE, NESTED, VETO, Candidate, Placed, candidates_of, text_of
from newsgraph.tag.doubts import weigh

INSIDE_EVENT = frozenset({"PERSON", "PROJECT", "EVENT"})
"""Labels that may stand inside an EVENT by themselves; a body must be said to act there (`NESTED`)."""

BASE = 0.35
"""A candidate of this score is worth nothing: length adds worth only above it."""

LEAST = 0.5
"""What is less likely than not to be a mention is left bare."""

_NESTED_SCORE = 0.8


def arbitrate(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that stand, by (start, -end).

    What a veto of no lower score overlaps falls. One span and label said by several producers counts once, with
    their scores combined as independent evidence. Of these the set without overlaps is taken whose
    sum of (score - base) x length is highest: a long name holds against a short one inside it, and two sure
    mentions against an unsure one over both; no time is read inside a person's name (周一鸣). Then the same is done
    inside each EVENT for what may nest there.

    Notes
    -----
    O(n log n) in the candidates. Of equal sums the earlier end stands, so the result does not depend on the
    order of the input.

    Examples
    --------
    >>> place = Candidate(0, 3, "PLACE", 0.97, "grammar.place")
    >>> body = Candidate(0, 7, "ORG", 0.9, "ner")
    >>> [c.label for c in arbitrate([place, body])]
    ['ORG']
    """
    said = list(candidates)
    vetoes = Placed(c for c in said if c.label == VETO)
    pool = _combine(
        c for c in said if c.label != VETO and not any(_blocks(v, c) for v in vetoes.near(c.start, c.end))
    )
    aside = _best([c for c in pool if c.label in ASIDE])
    rivals = [c for c in pool if c.label not in ASIDE]
    top = _best([c for c in rivals if not c.by.endswith(NESTED)])
    people = Placed(c for c in top if c.label == "PERSON")
    chosen = [
        c
        for c in aside
        if not any(p.start <= c.start and c.end <= p.end for p in people.near(c.start, c.end))
    ]
    chosen += top
    placed = Placed(rivals)
    for event in top:
        if event.label == "EVENT":
            chosen += _nested(event, placed.near(event.start, event.end))
    return sorted(chosen, key=lambda c: (c.start, -c.end, c.label))


def _combine(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return one candidate for each (span, label), scores combined, producers joined."""
    groups: dict[tuple[int, int, str, bool], dict[str, float]] = {}
    for c in candidates:
        by = groups.setdefault((c.start, c.end, c.label, c.by.endswith(NESTED)), {})
        by[c.by] = max(by.get(c.by, 0.0), c.score)
    merged = []
    for (start, end, label, _), by in groups.items():
        doubt = 1.0
        for score in by.values():
            doubt *= 1.0 - score
        merged.append(Candidate(start, end, label, round(1.0 - doubt, 6), "+".join(sorted(by))))
    return sorted(merged, key=lambda c: (c.end, c.start, c.label, c.by))


def _blocks(veto: Candidate, other: Candidate) -> bool:
    covers = (
        other.start <= veto.start
        and veto.end <= other.end
        and (other.start, other.end) != (veto.start, veto.end)
    )
    return other.score <= veto.score and veto.start < other.end and other.start < veto.end and not covers


def _best(rivals: list[Candidate]) -> list[Candidate]:
    """Return the subset without overlaps of highest worth (weighted interval scheduling)."""
    rivals = sorted((c for c in rivals if c.score >= LEAST), key=lambda c: (c.end, c.start, c.label))
    ends = [c.end for c in rivals]
    worth = [0.0]
    take: list[int] = []
    for i, c in enumerate(rivals):
        before = bisect_right(ends, c.start, 0, i)
        with_it = worth[before] + (c.score - BASE) * (c.end - c.start)
        take.append(before if with_it > worth[i] + 1e-9 else -1)
        worth.append(max(with_it, worth[i]))
    chosen = []
    i = len(rivals)
    while i:
        if take[i - 1] >= 0:
            chosen.append(rivals[i - 1])
            i = take[i - 1]
        else:
            i -= 1
    return chosen


def _nested(event: Candidate, rivals: list[Candidate]) -> list[Candidate]:
    """Return what stands inside `event`; an EVENT inside it, which ends before it does, is looked into once more."""
    inside = [
        c
        for c in rivals
        if event.start <= c.start
        and c.end <= event.end
        and c.end - c.start < event.end - event.start
        and (c.label != "EVENT" or c.end < event.end)
        and (c.by.endswith(NESTED) or (c.label in INSIDE_EVENT and c.score >= _NESTED_SCORE))
    ]
    chosen = _best(inside)
    return chosen + [deep for c in chosen if c.label == "EVENT" for deep in _nested(c, inside)]


@Language.component("newsgraph_arbitrate", requires=["doc._.candidates"], assigns=["doc.ents", "doc.spans"])
def arbitrate_component(doc: Doc) -> Doc:
    """Set ``doc._.chosen``, ``doc.spans["mentions"]`` (all that stands) and ``doc.ents`` (the outermost,
    TIME and MONEY aside)."""
    chosen = arbitrate(weigh(text_of(doc), candidates_of(doc)))
    chosen_of(doc)[:] = chosen
    spans = [Span(doc, c.start, c.end, label=c.label) for c in chosen]
    doc.spans["mentions"] = spans
    doc.ents = _outermost(spans)
    return doc


def chosen_of(doc: Doc) -> list[Candidate]:
    """Return what stands in `doc` by (start, -end); empty before the arbitration."""
    if not Doc.has_extension("chosen"):
        Doc.set_extension("chosen", default=None)
    if doc._.chosen is None:
        doc._.chosen = []
    chosen: list[Candidate] = doc._.chosen
    return chosen


def _outermost(spans: list[Span]) -> list[Span]:
    """Return the spans that no other holds, mentions before quantities."""
    outer: list[Span] = []
    for aside in (False, True):
        end = 0
        taken = {i for s in outer for i in range(s.start, s.end)}
        for span in spans:
            if (
                (span.label_ in ASIDE) is aside
                and span.start >= end
                and taken.isdisjoint(range(span.start, span.end))
            ):
                outer.append(span)
                end = span.end
    return sorted(outer, key=lambda s: s.start)
