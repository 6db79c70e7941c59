"""Where a name cannot go on to the left."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.tag.boundaries import Boundaries


def test_before_stops_at_verbs_and_punctuation() -> None:
    text = "昨日，省长会见云岭集团"
    assert text[Boundaries(text).before(len(text)) :] == "云岭集团"


def test_strong_since_passes_over_function_words() -> None:
    bounds = Boundaries("东和精工与云岭召开会议")
    assert bounds.since(1, 4) == [2]
    assert bounds.strong_since(1, 4) == []
    assert bounds.strong_since(1, 9) == [9]


@given(st.text(alphabet="省市和与的召开会议云岭，。", max_size=30))
def test_strong_boundaries_are_among_all(text: str) -> None:
    bounds = Boundaries(text)
    assert set(bounds.strong_since(0, len(text))) <= set(bounds.since(0, len(text)))
