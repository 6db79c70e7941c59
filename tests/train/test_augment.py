from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.train.augment import add_headline, add_row, make_pools, rewrite, swap_alike, swap_names
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


@given(st.integers())
def test_add_row_puts_persons_behind_one_without_a_gap(seed: int) -> None:
    longer = add_row(SAMPLE, POOLS, random.Random(seed))
    said = [(longer.text[s:e], label) for s, e, label in longer.ents]
    known = [(TEXT[s:e], label) for s, e, label in ENTS]
    added = [pair for pair in said if pair[0] in ("陆一鸣", "欧阳一鸣") and pair not in known[2:3]]
    assert len(added) - 1 in range(2, 31)  # 陆一鸣 stands in the sample already
    assert len(said) == len(ENTS) + len(added) - 1
    rows = zip(longer.ents, longer.ents[1:], strict=False)
    assert sum(a[2] == b[2] == "PERSON" and a[1] == b[0] for a, b in rows) == len(added) - 1
    assert longer.text.endswith("要求抓紧。")


def test_add_row_leaves_what_names_nobody() -> None:
    nobody = Sample("3月1日，青禾县委开会。", ((5, 9, "ORG"),))
    assert add_row(nobody, POOLS, random.Random(1)) == nobody


@given(st.integers())
def test_swap_alike_puts_others_of_the_label(seed: int) -> None:
    by_label = {"ORG": ["丁香县政府"], "POST": ["县长"], "PERSON": ["陆一鸣"], "PLACE": ["白石镇"]}
    other = swap_alike(SAMPLE, by_label, random.Random(seed), share=1.0)
    assert [(other.text[s:e], t) for s, e, t in other.ents] == [(by_label[t][0], t) for _, _, t in ENTS]
    assert swap_alike(SAMPLE, by_label, random.Random(seed), share=0.0) == SAMPLE
