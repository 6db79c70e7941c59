from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.train.augment import add_headline, make_pools, rewrite, swap_names
from newsgraph.train.corpora import Sample

TEXT = "3月1日，青禾县委书记欧阳明到柳溪镇调研，陆一鸣参加。欧阳明要求抓紧。"
ENTS = (
    (5, 9, "ORG"),
    (9, 11, "POST"),
    (11, 14, "PERSON"),
    (15, 18, "PLACE"),
    (21, 24, "PERSON"),
    (27, 30, "PERSON"),
)
SAMPLE = Sample(TEXT, ENTS)
POOLS = make_pools(
    ["陆一鸣", "阿卜杜拉·汗"],
    surnames=["陆", "欧阳"],
    divisions={"青禾": 12, "丁香": 12, "柳溪镇": 3, "白石镇": 3},
)


@given(st.integers())
def test_swap_names_keeps_labels_and_renames_the_same_way_throughout(seed: int) -> None:
    swapped = swap_names(SAMPLE, POOLS, random.Random(seed), share=0.5)
    assert [t for _, _, t in swapped.ents] == [t for _, _, t in ENTS]
    first, again = swapped.ents[2], swapped.ents[5]
    assert swapped.text[first[0] : first[1]] == swapped.text[again[0] : again[1]]
    place = swapped.text[swapped.ents[3][0] : swapped.ents[3][1]]
    assert place in POOLS.by_kind[3]


def test_swap_names_renames_the_division_inside_a_body() -> None:
    swapped = {swap_names(SAMPLE, POOLS, random.Random(seed), share=1.0).text[5:9] for seed in range(9)}
    assert swapped == {"青禾县委", "丁香县委"}


@given(st.integers())
def test_add_headline_repeats_a_sentence_with_its_entities(seed: int) -> None:
    longer = add_headline(SAMPLE, random.Random(seed))
    line, rest = longer.text.split("\n", 1)
    assert rest == TEXT
    assert "，" not in line
    shift = len(line) + 1
    assert longer.ents[-len(ENTS) :] == tuple((s + shift, e + shift, t) for s, e, t in ENTS)


def test_rewrite_moves_what_stands_behind() -> None:
    moved = rewrite(SAMPLE, [(11, 14, "王")])
    assert moved.text[9:12] == "书记王"
    assert moved.ents[3] == (13, 16, "PLACE")
