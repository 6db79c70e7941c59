"""A small gold page about invented people, and the graph that says just the same."""

from __future__ import annotations

import pytest

from tests.evaluate.perturb import Row, graph_of_gold


@pytest.fixture
def gold() -> Row:
    """One news article and one caption; two events, one tenure, one project with money and a place."""
    return {
        "source": "page.txt",
        "articles": [
            {
                "id": "a1",
                "kind": "news",
                "start": 10,
                "end": 400,
                "title": "甲",
                "bylines": [["方可", "记者"]],
            },
            {"id": "a2", "kind": "caption", "start": 410, "end": 450, "title": ""},
        ],
        "mentions": [
            [20, 22, "PERSON", "方远"],
            [30, 32, "PERSON", "石磊"],
            [40, 42, "POST", "市长"],
            [50, 56, "ORG", "云湖市政府"],
            [60, 63, "PLACE", "云湖市"],
            [70, 78, "PROJECT", "青禾粮油加工项目"],
            [80, 90, "EVENT", "青禾项目签约仪式"],
        ],
        "entities": [
            {"type": "Person", "names": ["方远"]},
            {"type": "Person", "names": ["石磊"]},
            {"type": "Organization", "names": ["云湖市人民政府", "云湖市政府"]},
            {"type": "Place", "names": ["云湖市"]},
            {"type": "Place", "names": ["柳岸镇"]},
            {"type": "Project", "names": ["青禾粮油加工项目"]},
        ],
        "tenures": [["方远", "市长", ["云湖市人民政府"]]],
        "events": [
            {
                "id": "e1",
                "type": "signing",
                "articles": ["a1"],
                "names": ["青禾项目签约仪式"],
                "start": "2019-03-05",
                "end": "2019-03-05",
                "place": ["云湖市"],
                "status": "held",
                "participants": [["方远", "witness"], ["石磊", "witness"]],
                "organizations": [[["云湖市人民政府"], "party"]],
                "projects": [["青禾粮油加工项目"]],
            },
            {
                "id": "e2",
                "type": "meeting",
                "articles": ["a1"],
                "names": [],
                "start": "",
                "end": "",
                "place": [],
                "status": "planned",
                "participants": [["石磊", "chair"]],
            },
        ],
        "project_facts": [
            {"project": ["青禾粮油加工项目"], "investment_cny": 50_000_000, "places": [["柳岸镇"]]}
        ],
    }


@pytest.fixture
def graph(gold: Row) -> Row:
    """The graph that agrees with `gold` in everything."""
    return graph_of_gold(gold)
