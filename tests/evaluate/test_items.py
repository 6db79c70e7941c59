"""The score of an archive of items: sums over items, errors named by item."""

from __future__ import annotations

from newsgraph.evaluate import score_items


def make_item(key: str, participants: list[list[str]]) -> dict:
    return {
        "id": key,
        "date": "2020-05-06",
        "title": "题",
        "text": "字" * 60,
        "mentions": [[3, 5, "PERSON", "方远"]],
        "events": [
            {
                "type": "visit",
                "name": "",
                "start": "2020-05-06",
                "end": "2020-05-06",
                "place": "云湖市",
                "status": "held",
                "participants": participants,
                "organizations": [],
            }
        ],
    }


def make_graph() -> dict:
    here = {"article": "a-1", "start": 3, "end": 5}
    there = {"article": "a-2", "start": 3, "end": 5}
    person = {"id": "p", "type": "Person", "name": "方远航", "aliases": ["方远"], "attrs": {}}
    event = {
        "id": "v",
        "type": "visit",
        "name": "",
        "status": "held",
        "articles": ["a-1", "a-2"],
        "date": {"start": "2020-05-06", "end": "2020-05-06"},
        "place": None,
        "participants": [{"entity": "p", "role": "inspector", "order": 1, "evidence": [here]}],
        "projects": [],
        "evidence": [here, there],
    }
    return {
        "meta": {"sources": [{"id": "s-1", "name": "n1"}, {"id": "s-2", "name": "n2"}]},
        "articles": [
            {"id": f"a-{i}", "source": f"s-{i}", "kind": "news", "title": "题", "spans": [[0, 60]]}
            for i in (1, 2)
        ],
        "mentions": [
            {"source": f"s-{i}", "start": 3, "end": 5, "type": "PERSON", "text": "方远", "entity": "p"}
            for i in (1, 2)
        ],
        "entities": [person],
        "events": [event],
        "relations": [],
    }


def test_score_items_sums_over_items_and_takes_aliases():
    who = [["方远", "inspector"]]
    rows = score_items([make_item("n1", who), make_item("n2", who)], make_graph())
    assert (rows["mention PERSON"].tp, rows["mention PERSON"].fn) == (2, 0)
    assert (rows["event role"].tp, rows["event role"].fn) == (1, 1)
    assert (rows["event"].tp, rows["event"].fn) == (1, 1)


def test_score_items_counts_a_participation_only_where_its_evidence_lies():
    rows = score_items([make_item("n2", [["方远", "inspector"]])], make_graph())
    assert "n2 missed n2/0 ['方远', 'inspector']" in rows["event role"].errors


def test_score_items_scores_only_rows_that_items_have_gold_for():
    rows = score_items([make_item("n1", [])], make_graph())
    assert {name.split()[0] for name in rows} == {"mention", "event", "evidence"}


def test_score_items_misses_all_of_an_item_that_was_not_built():
    rows = score_items([make_item("n3", [["方远", "inspector"]])], make_graph())
    assert rows["mention PERSON"].fn == 1
    assert rows["event"].fn == 1
