"""Places of one character that only the paper's seat makes readable."""

from __future__ import annotations

import spacy

from newsgraph.tag import tokenizer  # noqa: F401
from newsgraph.tag.candidates import candidates_of
from newsgraph.tag.place_characters import find_seat_character
from newsgraph.tag.places import places


def test_seat_character_needs_a_context() -> None:
    assert list(find_seat_character("郴江与郴州", "郴州市")) == []


def test_places_component_reads_the_seat_of_the_doc() -> None:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsgraph.CodePointTokenizer.v1"}}})
    doc = nlp.make_doc("考察团来郴考察")
    doc.user_data["seat"] = "郴州市"
    places(doc)
    assert (4, 5, "PLACE") in {(c.start, c.end, c.label) for c in candidates_of(doc)}
