"""The data of a page: packed small, and nothing lost on the way."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.graph import build_graph
from newsgraph.view.payload import make_payload, pack


def unpack(column, length):
    """Return the values of a column, as columns.js does."""
    if isinstance(column, list):
        return column
    if "codes" in column:
        return [None if code < 0 else column["of"][code] for code in column["codes"]]
    values = [None] * length
    for row, value in zip(column["rows"], column["values"], strict=True):
        values[row] = value
    return values


@given(
    st.lists(
        st.one_of(st.none(), st.sampled_from("甲乙丙"), st.integers(), st.booleans(), st.lists(st.text()))
    )
)
def test_pack_loses_nothing(values):
    packed = json.loads(json.dumps(pack(values)))
    assert unpack(packed, len(values)) == values


@pytest.fixture(scope="module")
def payload(city):
    G = build_graph(city)
    return G, json.loads(json.dumps(make_payload(city, G, shown=[0, 1])))


def test_make_payload_keeps_every_attribute_of_a_node(payload):
    G, data = payload
    nodes = data["nodes"]
    port = nodes["label"].index("云泽内河港物流园项目")
    facts = {name: unpack(column, len(G))[port] for name, column in nodes["facts"].items()}
    assert {name: value for name, value in facts.items() if value is not None} == {
        "investment_cny": 3_650_000_000,
        "area_mu": 1200.0,
        "first_seen": "2023-05-20",
        "last_seen": "2023-05-20",
    }
    told = unpack(nodes["told"], len(G))
    assert [(fact["name"], fact["value"], fact["day"]) for fact in told[port]] == [
        ("investment_cny", 3_650_000_000, "2023-05-20"),
        ("area_mu", 1200.0, "2023-05-20"),
    ]
    text, _, start, end = data["evidence"][told[port][0]["evidence"]]
    assert data["texts"][text][start:end] == "总投资36.5亿元"
    assert [node for node, facts in zip(G, told, strict=True) if facts] == [list(G)[port]]
    assert unpack(nodes["kind"], len(G)) == [attrs["kind"] for attrs in G.nodes.values()]
    assert unpack(nodes["aliases"], len(G))[nodes["label"].index("中共云泽市委员会")] == ["市委"]
    assert nodes["pinyin"][nodes["label"].index("沈望舒")] == "shen wang shu"
    assert nodes["id"] == list(G)


def test_make_payload_keeps_links_with_role_order_dates_and_evidence(payload):
    data = payload[1]
    links, labels = data["links"], data["nodes"]["label"]
    n = len(links["source"])
    columns = {name: unpack(links[name], n) for name in ("relation", "role", "order")}
    rows = {
        (labels[links["source"][i]], labels[links["target"][i]], *(columns[name][i] for name in columns)): i
        for i in range(n)
    }
    i = rows["霍青原", "陆景行东岭县调研", "PARTICIPATES", "companion", 1]
    text, article, start, end = data["evidence"][links["evidence"][i]]
    assert data["texts"][text][start:end] == "市长陆景行到东岭县调研"
    assert data["articles"][article][1:] == ["陆景行到东岭县调研", "2023-05-20"]
    tenure = rows["陆景行", "云泽市人民政府市长", "HOLDS_OFFICE", None, None]
    assert unpack(links["facts"]["since"], n)[tenure] == "2021-01"
    assert unpack(links["facts"]["first_seen"], n)[i] is None, (
        "an edge of an event repeats what the event says"
    )


def test_make_payload_labels_are_in_chinese_and_english(payload):
    words = payload[1]["words"]
    assert words["kinds"]["Person"] == ["人物", "Person"]
    assert words["relations"]["HOLDS_OFFICE"] == ["任职", "holds office"]
    assert words["attributes"]["area_m2"] == ["面积（平方米）", "Area (m²)"]
    assert all(all(pair) and len(pair) == 2 for table in words.values() for pair in table.values())
