"""Clusters: a pair judged different is never joined, whatever the order."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.model import Verdict
from newsgraph.resolve.judgements import Judgement, cluster

ITEMS = "abcdef"
judged_pairs = st.dictionaries(
    st.sampled_from(list(combinations(ITEMS, 2))),
    st.tuples(st.sampled_from(list(Verdict)), st.sampled_from([0.1, 0.5, 0.9])),
)


def judgements(pairs: dict) -> list[tuple[str, str, Judgement]]:
    return [(a, b, Judgement(verdict, weight, "drawn")) for (a, b), (verdict, weight) in pairs.items()]


@given(judged_pairs)
def test_cluster_never_joins_a_pair_judged_different(pairs: dict) -> None:
    groups = cluster(ITEMS, judgements(pairs)).groups
    for first, second, judgement in judgements(pairs):
        if judgement.verdict is Verdict.DIFFERENT:
            assert not any(first in group and second in group for group in groups)


@given(judged_pairs, st.randoms(use_true_random=False))
def test_cluster_does_not_depend_on_the_order_of_judgements(pairs: dict, random: object) -> None:
    judged = judgements(pairs)
    shuffled = list(judged)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cluster(ITEMS, judged) == cluster(ITEMS, shuffled)


@given(judged_pairs)
def test_cluster_partitions_the_items(pairs: dict) -> None:
    groups = cluster(ITEMS, judgements(pairs)).groups
    assert sorted(item for group in groups for item in group) == list(ITEMS)


@given(judged_pairs)
def test_cluster_joins_every_same_that_does_not_give_way(pairs: dict) -> None:
    found = cluster(ITEMS, judgements(pairs))
    given_way = {(a, b) for a, b, _ in found.given_way}
    for first, second, judgement in judgements(pairs):
        if judgement.verdict is Verdict.SAME and (first, second) not in given_way:
            assert any(first in group and second in group for group in found.groups)


def test_cluster_lets_the_weakest_same_give_way() -> None:
    strong = Judgement(Verdict.SAME, 0.9, "office")
    weak = Judgement(Verdict.SAME, 0.3, "name")
    apart = Judgement(Verdict.DIFFERENT, 1.0, "age")
    found = cluster("abc", [("a", "b", weak), ("b", "c", strong), ("a", "c", apart)])
    assert found.groups == (("a",), ("b", "c"))
    assert found.given_way == (("a", "b", weak),)


def test_cluster_joins_nothing_through_an_unsure() -> None:
    assert cluster("ab", [("a", "b", Judgement(Verdict.UNSURE, 0.9, "name"))]).groups == (("a",), ("b",))
