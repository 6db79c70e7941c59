from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.tag.candidates import Candidate, Placed, text_of
from newsgraph.tag.model_files import blank_pipeline

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda span: (span[0], sum(span)))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_near_gives_all_that_overlaps(spans: list[tuple[int, int]], span: tuple[int, int]) -> None:
    candidates = [Candidate(start, end, "ORG", 0.8, "a") for start, end in spans]
    start, end = span
    near = Placed(candidates).near(start, end)
    assert sorted(c for c in spans if c[0] < end and start < c[1]) == [
        (c.start, c.end) for c in near if c.end > start
    ]
    assert all(c.start < end for c in near)


def test_text_of_joins_the_tokens_once() -> None:
    doc = blank_pipeline().make_doc("石　开\n𠮷")
    assert text_of(doc) == doc.text == "石　开\n𠮷"
    assert text_of(doc) is text_of(doc)
