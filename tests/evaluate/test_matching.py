"""Matching is one to one, loses nothing and invents nothing."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.evaluate.matching import match, match_exact, overlap_ratio, plain

spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_match_keeps_every_item_once(gold: list[int], found: list[int]):
    result = match(gold, found, lambda g, f: g == f)
    assert Counter([g for g, _ in result.pairs] + result.missed) == Counter(gold)
    assert Counter([f for _, f in result.pairs] + result.extra) == Counter(found)
    assert not set(result.missed) & set(result.extra)


def test_match_exact_sorts_what_it_reports():
    result = match_exact(["丙", "甲", "乙"], ["甲", "丁", "丁"])
    assert result.pairs == [("甲", "甲")]
    assert result.missed == sorted(["丙", "乙"])
    assert result.extra == ["丁"]


@given(spans, spans)
def test_overlap_ratio_is_symmetric_and_one_only_for_the_same_span(one, other):
    ratio = overlap_ratio(one, other)
    assert ratio == overlap_ratio(other, one)
    assert 0 <= ratio <= 1
    assert (ratio == 1) == (one == other)


def test_plain_drops_quotes_interpuncts_and_white_space():
    assert plain("“云 湖·印象” 2019.第一届") == "云湖印象2019第一届"
