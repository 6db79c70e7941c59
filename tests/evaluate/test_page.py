"""The score of a page: a perfect graph, and what each kind of fault costs."""

from __future__ import annotations

import copy

import pytest

from newsgraph.evaluate import score_page
from tests.evaluate.perturb import Row


def counts(rows, name: str) -> tuple[int, int, int]:
    tally = rows[name]
    return tally.tp, tally.fp, tally.fn


def test_score_page_of_a_perfect_graph_has_no_error(gold: Row, graph: Row):
    rows = score_page(gold, graph)
    assert {name for name, tally in rows.items() if tally.fp or tally.fn} == set()
    assert counts(rows, "event role") == (3, 0, 0)
    assert counts(rows, "event order") == (1, 0, 0)
    assert counts(rows, "project fact") == (2, 0, 0)
    assert rows["mention all"].f1 == 1.0


def test_score_page_of_an_empty_graph_misses_everything(gold: Row):
    empty: Row = {
        "meta": {}, "articles": [], "mentions": [], "entities": [], "events": [], "relations": []
    }  # fmt: skip
    rows = score_page(gold, empty)
    assert all(tally.tp == 0 and tally.fp == 0 for tally in rows.values())
    assert counts(rows, "event role") == (0, 0, 3)
    assert counts(rows, "event date") == (0, 0, 1)


def test_score_page_counts_person_spans_exactly_and_project_spans_by_half(gold: Row, graph: Row):
    for mention in graph["mentions"]:
        mention["end"] += 1
    rows = score_page(gold, graph)
    assert counts(rows, "mention PERSON") == (0, 2, 2)
    assert counts(rows, "mention PROJECT") == (1, 0, 0)
    assert rows["mention PERSON"].errors[0] == "missed (20, 22, '方远')"


def test_score_page_allows_three_characters_at_an_articles_edge(gold: Row, graph: Row):
    graph["articles"][0]["spans"] = [[13, 397]]
    assert counts(score_page(gold, graph), "articles") == (1, 0, 0)
    graph["articles"][0]["spans"] = [[14, 397]]
    assert counts(score_page(gold, graph), "articles") == (0, 1, 1)


def test_score_page_leaves_parts_of_a_caption_free(gold: Row, graph: Row):
    graph["articles"][1]["spans"] = [[415, 430]]
    assert counts(score_page(gold, graph), "articles") == (1, 0, 0)


@pytest.mark.parametrize("name", ["市政府", "我市", "市住建局"])
def test_score_page_charges_a_short_form_that_kept_its_own_entity(gold: Row, graph: Row, name: str):
    graph["entities"].append({"id": "z", "type": "Organization", "name": name, "aliases": [], "attrs": {}})
    graph["mentions"][3] = {**graph["mentions"][3], "entity": "z"}
    assert counts(score_page(gold, graph), "entity Organization") == (1, 1, 0)


def test_score_page_lets_an_unlisted_body_on_a_gold_mention_pass(gold: Row, graph: Row):
    graph["entities"].append(
        {"id": "z", "type": "Organization", "name": "云湖港务公司", "aliases": [], "attrs": {}}
    )
    graph["mentions"][3] = {**graph["mentions"][3], "entity": "z"}
    assert counts(score_page(gold, graph), "entity Organization") == (1, 0, 0)


def test_score_page_takes_an_alias_for_a_participant(gold: Row, graph: Row):
    graph["entities"][0] = {**graph["entities"][0], "name": "方远航", "aliases": ["方远"]}
    assert counts(score_page(gold, graph), "event role") == (3, 0, 0)


def test_score_page_reports_an_invented_date_and_a_wrong_one(gold: Row, graph: Row):
    graph["events"][0]["date"] = {"start": "2019-03-06", "end": "2019-03-06"}
    graph["events"][1]["date"] = {"start": "2019-04-01"}
    date = score_page(gold, graph)["event date"]
    assert (date.tp, date.fp, date.fn) == (0, 2, 1)
    assert sorted(date.errors) == [
        "e1 want ('2019-03-05', '2019-03-05') got ('2019-03-06', '2019-03-06')",
        "e2 invented date ('2019-04-01', '2019-04-01')",
    ]


def test_score_page_counts_a_wrong_order_of_witnesses(gold: Row, graph: Row):
    first, second = graph["events"][0]["participants"][:2]
    first["order"], second["order"] = 2, 1
    assert counts(score_page(gold, graph), "event order") == (0, 1, 1)


@pytest.mark.parametrize(
    "evidence",
    [
        [],
        None,
        ["text"],
        [{"article": "a1", "start": 5, "end": 12}],
        [{"article": "a1", "start": 30, "end": 30}],
    ],
)
def test_score_page_refuses_evidence_that_lies_nowhere(gold: Row, graph: Row, evidence):
    broken = copy.deepcopy(graph)
    broken["relations"][0]["evidence"] = evidence
    assert counts(score_page(gold, broken), "evidence")[2] == 1


def test_score_page_takes_evidence_in_the_masthead(gold: Row, graph: Row):
    graph["relations"][0]["evidence"] = [{"article": None, "start": 2, "end": 6}]
    assert counts(score_page(gold, graph), "evidence")[2] == 0


def test_score_page_drops_collective_posts_from_tenures(gold: Row, graph: Row):
    graph["entities"].append({"id": "o9", "type": "Office", "name": "市领导", "post": "市领导", "attrs": {}})
    graph["relations"].append({**graph["relations"][0], "id": "r9", "target": "o9"})
    assert counts(score_page(gold, graph), "tenure") == (1, 0, 0)


def test_score_page_reports_invented_money(gold: Row, graph: Row):
    graph["entities"][5]["attrs"] = {"investment_cny": 5_000_000, "area_mu": 20}
    fact = score_page(gold, graph)["project fact"]
    assert (fact.tp, fact.fp, fact.fn) == (1, 2, 1)
    assert "青禾粮油加工项目 area_mu invented 20" in fact.errors
