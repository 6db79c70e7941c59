from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.ids import make_id
from newsgraph.lexicon.tables import table
from newsgraph.model import Mention, MentionType, Span
from newsgraph.tag.calibration import EDGES
from newsgraph.tag.chances import kind_of, with_chance

LABELS = ("PERSON", "POST", "ORG", "PLACE", "PROJECT", "EVENT")
PRODUCERS = ("ner", "hanlp", "grammar.person", "grammar.place+ner", "grammar.page", "grammar.event.nested")


def mention(label: str, by: str, score: float) -> Mention:
    return Mention(
        id=make_id("m", label),
        article="a",
        span=Span(0, 2),
        text="甲乙",
        type=MentionType(label),
        score=score,
        by=by,
    )


@pytest.mark.parametrize(
    ("by", "has_recogniser", "kind"),
    [
        ("ner", True, "recogniser"),
        ("grammar.person+ner", True, "agreed"),
        ("grammar.person+grammar.post", True, "grammar"),
        ("grammar.person", False, "alone PERSON"),
        ("byline", True, None),
        ("byline+grammar.person+ner", True, None),
    ],
)
def test_kind_of_tells_who_found_a_mention(by: str, has_recogniser: bool, kind: str | None) -> None:
    assert kind_of("PERSON", by, has_recogniser=has_recogniser) == kind


@pytest.mark.parametrize("label", ["TIME", "MONEY"])
def test_times_and_sums_keep_their_scores(label: str) -> None:
    given_score = mention(label, "grammar.quantity", 0.93)
    assert with_chance(given_score, has_recogniser=True) == given_score


@pytest.mark.parametrize("has_recogniser", [True, False])
@pytest.mark.parametrize("label", LABELS)
def test_every_kind_has_its_chances(label: str, has_recogniser: bool) -> None:
    for by in PRODUCERS:
        row = table("chances")[kind_of(label, by, has_recogniser=has_recogniser)]
        assert len(row) == len(EDGES)
        assert all(0 <= low <= high <= 1 for low, high in pairwise(row))


@given(st.sampled_from(LABELS), st.sampled_from(PRODUCERS), st.booleans(), st.floats(0, 1), st.floats(0, 1))
def test_a_higher_score_is_no_lower_chance(
    label: str, by: str, has_recogniser: bool, one: float, other: float
) -> None:
    low, high = (
        with_chance(mention(label, by, score), has_recogniser=has_recogniser).score
        for score in sorted((one, other))
    )
    assert 0 <= low <= high <= 1
