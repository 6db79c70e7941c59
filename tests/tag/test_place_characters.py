"""Places of one character that only the paper's seat makes readable."""

from __future__ import annotations

import pytest

from newsgraph.tag.candidates import NESTED, candidates_of
from newsgraph.tag.model_files import blank_pipeline
from newsgraph.tag.place_characters import find_known_characters, find_place_characters
from newsgraph.tag.places import places


def test_seat_character_needs_a_context() -> None:
    assert list(find_known_characters("郴江与郴州", "郴州市")) == []


def test_places_component_reads_the_seat_of_the_doc() -> None:
    nlp = blank_pipeline()
    doc = nlp.make_doc("考察团来郴考察")
    doc.user_data["seat"] = "郴州市"
    places(doc)
    assert (4, 5, "PLACE") in {(c.start, c.end, c.label) for c in candidates_of(doc)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("盐城市与察布查尔县开展盐察产业合作", "盐察"),
        ("走访慰问驻衡部队官兵", "衡"),
        ("衡阳市客商来衡考察", "衡"),
        ("多米尼加总统说，中多关系良好", "中多"),
        ("中方愿同新方一道，以总理来访为契机", "中新"),
    ],
)
def test_find_known_characters_takes_places_that_the_text_names(text: str, found: str) -> None:
    places = {
        c.start for pattern in (find_known_characters(text), find_place_characters(text)) for c in pattern
    }
    assert "".join(text[i] for i in sorted(places)) == found


def test_find_place_characters_leaves_treaties_alone() -> None:
    assert list(find_place_characters("中澳自贸协定谈判")) == []


def test_find_place_characters_takes_owners_of_firms() -> None:
    text = "有台媒提到，落户的台资企业增多"
    assert [text[c.start : c.end] for c in find_place_characters(text)] == ["台", "台"]


def test_find_known_characters_knows_the_province_of_the_seat() -> None:
    text = "深化鲁青协作"
    found = find_known_characters(text, "海北藏族自治州")
    assert [text[c.start : c.end] for c in found] == ["鲁", "青"]


def test_states_of_an_anniversary_stand_inside_it_where_the_text_names_them() -> None:
    text = "莫桑比克总统来访。值此中莫建交50周年之际"
    nested = [text[c.start : c.end] for c in find_known_characters(text) if c.by.endswith(NESTED)]
    assert nested == ["中", "莫"]


def test_characters_of_places_stand_before_their_firms_and_beside_those_of_others() -> None:
    text = "襄樊来宾在宛期间，宛襄两地同处盆地，欢迎更多宛企投资"
    found = sorted(c.start for c in find_known_characters(text, "南阳市"))
    assert "".join(text[at] for at in found) == "宛襄"
