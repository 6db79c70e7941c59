"""GEXF 1.3: what its schema allows, lifetimes that Gephi's timeline takes, lists that Gephi parses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import make_tables
from newsgraph.export.days import days_of_edge, days_of_node
from newsgraph.export.gexf import gexf_bytes
from newsgraph.export.xml_text import list_literal
from newsgraph.graph import build_graph

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("gexf13.rng")))
NAMES = {"g": "http://gexf.net/1.3"}


@pytest.fixture(scope="module", params=("city", "hostile", "terms"))
def root(request):
    G = build_graph(request.getfixturevalue(request.param))
    return etree.fromstring(gexf_bytes(make_tables(G, {}, Cleaner())), etree.XMLParser(huge_tree=True))


def test_gexf_holds_what_the_schema_allows(root):
    SCHEMA.assertValid(root)


def test_gexf_values_fit_the_types_of_their_columns(root):
    read = {"boolean": {"true": True, "false": False}.__getitem__, "long": int, "double": float}
    for scope in ("node", "edge"):
        columns = root.xpath("//g:attributes[@class=$scope]/g:attribute", namespaces=NAMES, scope=scope)
        types = {column.get("id"): column.get("type") for column in columns}
        assert len(types) == len(columns)
        for value in root.iterfind(f".//g:{scope}/g:attvalues/g:attvalue", NAMES):
            kind = types[value.get("for")]
            if kind == "liststring":
                assert value.get("value")[:2] + value.get("value")[-2:] == '[""]'
            elif kind != "string":
                read[kind](value.get("value"))


def test_gexf_keeps_parallel_edges_apart_by_kind(root):
    edges = root.findall(".//g:edge", NAMES)
    assert len({(e.get("source"), e.get("target"), e.get("kind")) for e in edges}) == len(edges)
    assert len({e.get("id") for e in edges}) == len(edges)


def test_gexf_lifetimes_are_whole_days_and_nodes_live_as_long_as_their_edges(root):
    nodes = {node.get("id"): node for node in root.iterfind(".//g:node", NAMES)}
    edges = root.findall(".//g:edge", NAMES)
    for element in (*edges, *nodes.values()):
        assert all(len(element.get(name, "0000-00-00")) == 10 for name in ("start", "end"))
        assert element.get("start", "") <= element.get("end", "9")
    for edge in edges:
        for end in (nodes[edge.get("source")], nodes[edge.get("target")]):
            assert end.get("start") <= edge.get("start")
            assert end.get("end") >= edge.get("end")


def test_gexf_spreads_a_month_over_its_days(city):
    root = etree.fromstring(gexf_bytes(make_tables(build_graph(city), {}, Cleaner())))
    lecture = root.find(".//g:node[@label='省委宣讲团报告会']", NAMES)
    assert (lecture.get("start"), lecture.get("end")) == ("2023-05-01", "2023-05-31")


PARTIAL = st.none() | st.builds(
    lambda day, length: day.isoformat()[:length], st.dates(), st.sampled_from((4, 7, 10))
)
DATED = ("date_start", "date_end", "since", "until", "first_seen", "last_seen")


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(DATED, PARTIAL)))
def test_days_are_whole_and_in_order(row):
    for first, last in (days_of_node(row), days_of_edge(row)):
        assert all(day is None or len(day) == 10 for day in (first, last))
        assert first is None or last is None or first <= last


def test_a_former_tenure_without_an_end_lasts_no_longer_than_its_begin_is_known():
    row = {"since": "2003", "first_seen": "2010-03-01", "last_seen": "2010-03-01"}
    assert days_of_edge(row) == ("2003-01-01", "2010-03-01")
    assert days_of_edge({**row, "former": True}) == ("2003-01-01", "2003-12-31")


def parsed_as_gephi_does(text):
    """Return the members of a list by the rules of Gephi's graphstore: a backslash only escapes what follows."""
    members, rest = [], iter(text)
    for character in rest:
        if character == '"':
            member = ""
            for inner in rest:
                if inner == '"':
                    break
                member += next(rest) if inner == "\\" else inner
            members.append(member)
        else:
            assert character in "[], "
    return members


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_list_literal_is_parsed_by_gephis_rules(values):
    assert parsed_as_gephi_does(list_literal(values)) == values
