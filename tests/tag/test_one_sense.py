from __future__ import annotations

import pytest

from newsgraph.tag.candidates import Candidate
from newsgraph.tag.one_sense import one_sense

TEXT = "青塔尔机场，青塔尔是，青塔尔"


def labels(*read: tuple[str, float, str]) -> list[str]:
    found = [
        Candidate(start, start + 3, label, score, by)
        for start, (label, score, by) in zip((0, 6, 11), read, strict=False)
    ]
    return [c.label for c in one_sense(TEXT, found)]


def test_the_surer_label_is_taken_everywhere() -> None:
    assert labels(("PLACE", 0.9, "ner"), ("PERSON", 0.6, "ner")) == ["PLACE"] * 2
    assert (
        labels(("PLACE", 0.9, "hanlp"), ("PERSON", 0.6, "hanlp"), ("PERSON", 0.6, "hanlp")) == ["PERSON"] * 3
    )


@pytest.mark.parametrize(
    ("label", "by"), [("ORG", "ner"), ("PERSON", "grammar.person")]
)  # a hall acts; grammar has reasons of its own
def test_bodies_and_the_grammar_keep_their_labels(label: str, by: str) -> None:
    assert labels(("PLACE", 0.9, "ner"), (label, 0.6, by)) == ["PLACE", label]


def test_single_characters_are_left_alone() -> None:
    found = [Candidate(0, 1, "PLACE", 0.9, "ner"), Candidate(6, 7, "PERSON", 0.6, "ner")]
    assert one_sense(TEXT, found) == found
