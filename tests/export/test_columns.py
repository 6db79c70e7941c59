"""Flat tables: cleaning, ids, merging."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsgraph.errors import ExportError
from newsgraph.export.clean import LIMIT, Cleaner
from newsgraph.export.columns import column_type, make_tables, merge_edges
from newsgraph.export.graphml import graphml_bytes
from newsgraph.graph import build_graph
from newsgraph.records import Records


def person(node, name):
    row = {"id": node, "type": "Person", "name": name, "aliases": [name], "attrs": {"note": name}}
    return row | {"first_seen": None, "last_seen": None}


def graph(*entities):
    return build_graph(
        Records(meta={}, articles=[], mentions=[], entities=list(entities), events=[], relations=[])
    )


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=30))
def test_graphml_of_any_text_is_read_by_lxml(name):
    G = graph(person("p", name))
    root = etree.fromstring(graphml_bytes(make_tables(G, {}, Cleaner())))
    texts = [element.text or "" for element in root.iter("{*}data")]
    assert Cleaner().text(name or "p", where="p", column="label") in texts


@given(st.text(max_size=40))
def test_cleaner_leaves_what_it_cleaned_alone(text):
    cleaner = Cleaner()
    once = cleaner.text(text, where="n", column="label")
    assert Cleaner().text(once, where="n", column="label") == once


def test_cleaner_cuts_enormous_text_and_says_so():
    cleaner = Cleaner()
    assert len(cleaner.text("长" * (LIMIT + 1), where="n", column="label")) == LIMIT
    assert cleaner.changed == [{"id": "n", "column": "label", "change": "cut to 32000 of 32001 characters"}]


@pytest.mark.parametrize("ids", [("a\x01", "a\x02"), ("",)])
def test_make_tables_refuses_ids_that_cannot_be_told_apart(ids):
    G = graph(*(person(node, "甲") for node in ids))
    with pytest.raises(
        ExportError, match=r"node '.*' \('甲'\): its id would be written as .*; give every node"
    ):
        make_tables(G, {}, Cleaner())


def test_merge_edges_sums_weights_and_joins_texts():
    edges = [
        {
            "id": "1",
            "source": "a",
            "target": "b",
            "weight": 2,
            "role": "chair",
            "order": 3,
            "last_seen": "2020",
        },
        {"id": "2", "source": "a", "target": "b", "weight": 1, "role": "speaker", "order": None},
        {"id": "3", "source": "a", "target": "c", "weight": 1, "role": "chair", "last_seen": "2021"},
    ]
    merged = merge_edges(edges, ("source", "target"))
    assert [row["id"] for row in merged] == ["1", "3"]
    assert (merged[0]["weight"], merged[0]["role"], merged[0]["order"]) == (3, ["chair", "speaker"], 3)
    assert merged[0]["last_seen"] == "2020"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ((True, None), "boolean"),
        ((1, 2), "long"),
        ((1, 2.5), "double"),
        ((["甲"], []), "liststring"),
        ((["甲"], "乙"), "string"),
        ((True, 1), "string"),
        ((), "string"),
    ],
)
def test_column_type_fits_every_value(values, kind):
    assert column_type([{"c": value} for value in values], "c") == kind


def test_make_tables_shows_names_where_the_graph_has_ids(city):
    G = build_graph(city)
    assert isinstance(G, nx.MultiDiGraph)
    tables = make_tables(G, {row["id"]: row["title"] for row in city.articles}, Cleaner())
    office = next(row for row in tables.nodes if row["label"] == "云泽市人民政府市长")
    assert office["organization"] == "云泽市人民政府"
    edge = next(row for row in tables.edges if row["relation"] == "INVESTS_IN")
    assert (edge["source_label"], edge["target_label"]) == ("远帆港航集团有限公司", "云泽内河港物流园项目")
    assert edge["article"] == "云泽市与远帆集团签约"
    assert edge["label"] == "投资"
