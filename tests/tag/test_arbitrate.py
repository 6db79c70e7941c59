"""Choosing among candidates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.tag.arbitrate import arbitrate, arbitrate_component, chosen_of
from newsgraph.tag.candidates import NESTED, VETO, Candidate, candidates_of
from newsgraph.tag.model_files import blank_pipeline


def _c(start: int, end: int, label: str, score: float, by: str = "a") -> Candidate:
    return Candidate(start, end, label, score, by)


def test_arbitrate_combines_what_two_producers_say() -> None:
    (only,) = arbitrate([_c(0, 4, "ORG", 0.6, "ner"), _c(0, 4, "ORG", 0.8, "grammar")])
    assert only.score == 0.92
    assert only.by == "grammar+ner"


def test_arbitrate_counts_one_producer_once() -> None:
    (only,) = arbitrate([_c(0, 4, "ORG", 0.6), _c(0, 4, "ORG", 0.8)])
    assert only.score == 0.8


def test_arbitrate_prefers_a_long_name_to_the_place_inside() -> None:
    assert arbitrate([_c(0, 3, "PLACE", 0.97), _c(0, 8, "PROJECT", 0.75)]) == [_c(0, 8, "PROJECT", 0.75)]


def test_arbitrate_prefers_two_sure_mentions_to_an_unsure_one_over_both() -> None:
    sure = [_c(0, 2, "ORG", 0.95), _c(2, 5, "POST", 0.95)]
    assert arbitrate([*sure, _c(0, 5, "ORG", 0.6)]) == sure


def test_arbitrate_lets_a_veto_block_what_lies_in_it() -> None:
    assert arbitrate([_c(0, 9, VETO, 1.0), _c(2, 5, "PLACE", 0.97)]) == []


def test_arbitrate_lets_an_event_hold_a_document() -> None:
    event = _c(0, 15, "EVENT", 0.8)
    assert arbitrate([_c(0, 9, VETO, 1.0), event]) == [event]


def test_arbitrate_nests_only_inside_events() -> None:
    event, project = _c(0, 12, "EVENT", 0.9), _c(0, 8, "PROJECT", 0.85)
    assert arbitrate([event, project, _c(0, 3, "PLACE", 0.97)]) == [event, project]


def test_arbitrate_nests_a_body_only_where_it_acts() -> None:
    event, body = _c(0, 12, "EVENT", 0.9), _c(0, 4, "ORG", 0.96)
    acting = _c(6, 9, "ORG", 0.9, "a" + NESTED)
    assert arbitrate([event, body, acting]) == [event, acting]


def test_arbitrate_keeps_quantities_beside() -> None:
    event, year = _c(0, 12, "EVENT", 0.9), _c(0, 5, "TIME", 0.95)
    assert arbitrate([event, year]) == [event, year]


_candidate = st.builds(
    lambda start, length, label, score: _c(start, start + length, label, score),
    st.integers(0, 30),
    st.integers(1, 8),
    st.sampled_from(["PERSON", "POST", "ORG", "PLACE", "PROJECT", "EVENT", "TIME", VETO]),
    st.floats(0, 1),
)


@given(st.lists(_candidate, max_size=25), st.randoms())
def test_arbitrate_never_crosses_and_ignores_the_order(candidates: list[Candidate], random: object) -> None:
    chosen = arbitrate(candidates)
    shuffled = list(candidates)
    random.shuffle(shuffled)
    assert arbitrate(shuffled) == chosen
    beside = [c for c in chosen if c.label != "TIME"]
    for i, a in enumerate(beside):
        for b in beside[i + 1 :]:
            apart = a.end <= b.start or b.end <= a.start
            assert apart or (a.start <= b.start and b.end <= a.end)


def test_component_sets_spans_and_outermost_entities() -> None:
    nlp = blank_pipeline()
    doc = nlp.make_doc("甲项目开工仪式")
    candidates_of(doc).extend([_c(0, 7, "EVENT", 0.9), _c(0, 3, "PROJECT", 0.85)])
    arbitrate_component(doc)
    assert [s.text for s in doc.spans["mentions"]] == ["甲项目开工仪式", "甲项目"]
    assert [e.label_ for e in doc.ents] == ["EVENT"]
    assert [c.label for c in chosen_of(doc)] == ["EVENT", "PROJECT"]


def test_a_veto_is_weighed_against_each_producer_not_against_their_agreement() -> None:
    said = [Candidate(0, 2, "PLACE", 0.95, "ner"), Candidate(0, 2, "PLACE", 0.92, "grammar.place")]
    assert arbitrate([*said, Candidate(0, 3, VETO, 0.99, "grammar.place")]) == []
    assert len(arbitrate([*said, Candidate(0, 3, VETO, 0.93, "grammar.place")])) == 1


def test_arbitrate_reads_no_day_inside_a_persons_name() -> None:
    person, day = _c(0, 3, "PERSON", 0.95), _c(0, 2, "TIME", 0.9)
    assert arbitrate([person, day, _c(4, 6, "TIME", 0.9)]) == [person, _c(4, 6, "TIME", 0.9)]
