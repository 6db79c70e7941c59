"""GraphML, GEXF and CSV read back by programs that are not ours, every node, edge and attribute counted."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import igraph
import networkx as nx
import pandas as pd
import pytest

from newsgraph.export import write_outputs
from newsgraph.graph import build_graph

JS = Path(__file__).parents[1] / "js"
WORLDS = ("city", "hostile")
VIZ = {"x", "y", "z", "size", "color", "shape", "r", "g", "b"}

needs_graphology = pytest.mark.skipif(
    shutil.which("node") is None or not (JS / "node_modules").is_dir(),
    reason="needs node and: npm install --prefix tests/js",
)


@pytest.fixture(scope="module", params=WORLDS)
def world(request, tmp_path_factory):
    records = request.getfixturevalue(request.param)
    G = build_graph(records)
    return G, write_outputs(records, G, tmp_path_factory.mktemp(request.param) / "out")


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def merged(G, *names):
    return {(u, v, *(attrs.get(name) for name in names)) for u, v, attrs in G.edges(data=True)}


def cells(table):
    """Count the filled cells of each column."""
    return Counter(name for row in table for name, value in row.items() if value not in (None, ""))


def test_graphml_is_read_by_igraph(world):
    G, paths = world
    graph = igraph.Graph.Read_GraphML(str(paths["graph.graphml"]))
    assert graph.is_directed()
    assert graph.vcount() == len(G)
    assert graph.ecount() == len(merged(G, "relation"))
    assert sum(graph.es["weight"]) == sum(attrs["weight"] for *_, attrs in G.edges(data=True))
    assert Counter(graph.vs["kind"]) == Counter(attrs["kind"] for attrs in G.nodes.values())


def test_graphml_is_read_by_networkx_with_types(city, tmp_path):
    G = build_graph(city)
    paths = write_outputs(city, G, tmp_path / "out")
    read = nx.read_graphml(paths["graph.graphml"], force_multigraph=True)
    assert set(read) == set(G)
    port = next(attrs for attrs in read.nodes.values() if attrs["label"] == "云泽内河港物流园项目")
    assert (port["investment_cny"], port["area_mu"]) == (3_650_000_000, 1200.0)
    assert (port["r"], port["g"], port["b"]) == (0xD1, 0x9A, 0x2E)
    congress = next(a for a in read.nodes.values() if a["label"].endswith("人民代表大会常务委员会"))
    assert congress["inferred"] is True
    speaker = next(a for *_, a in read.edges(data=True) if a["label"] == "出席；讲话")
    assert speaker["role"] == "attendee；speaker"


def test_graphml_keys_have_ids_of_their_own_that_gephi_does_not_take_for_labels(world):
    keys = [key.get("id") for key in ET.parse(world[1]["graph.graphml"]).getroot() if key.tag.endswith("key")]
    assert len(set(keys)) == len(keys)
    assert not {"d3", "d7"} & set(keys)


def test_gexf_is_read_by_networkx(world):
    G, paths = world
    read = nx.read_gexf(paths["graph.gexf"], version="1.3")
    assert len(read) == len(G)
    assert read.number_of_edges() == len(merged(G, "relation", "role"))


def test_gexf_keeps_parallel_edges_apart_and_has_whole_days_only(world):
    root = ET.parse(world[1]["graph.gexf"]).getroot()
    edges = list(root.iter("{http://gexf.net/1.3}edge"))
    apart = {(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges}
    assert len(apart) == len(edges)
    nodes = {node.get("id"): node for node in root.iter("{http://gexf.net/1.3}node")}
    for element in (*edges, *nodes.values()):
        for name in ("start", "end"):
            assert len(element.get(name, "0000-00-00")) == 10
        assert element.get("start", "") <= element.get("end", "9")
    for edge in edges:
        for end in (nodes[edge.get("source")], nodes[edge.get("target")]):
            assert end.get("start") <= edge.get("start")
            assert end.get("end") >= edge.get("end")


def test_gexf_spreads_a_month_over_its_days(city, tmp_path):
    paths = write_outputs(city, build_graph(city), tmp_path / "out")
    root = ET.parse(paths["graph.gexf"]).getroot()
    lecture = next(n for n in root.iter("{http://gexf.net/1.3}node") if n.get("label") == "省委宣讲团报告会")
    assert (lecture.get("start"), lecture.get("end")) == ("2023-05-01", "2023-05-31")


@needs_graphology
@pytest.mark.parametrize("name", ["graph.gexf", "graph.graphml"])
def test_graphology_reads_every_node_edge_and_attribute(world, name):
    G, paths = world
    done = subprocess.run(
        ["node", str(JS / "read_graph.js"), str(paths[name])], capture_output=True, check=True, timeout=60
    )
    read = json.loads(done.stdout)
    by = ("relation", "role") if name.endswith("gexf") else ("relation",)
    assert len(read["nodes"]) == len(G)
    assert len(read["edges"]) == len(merged(G, *by))
    assert len({edge["key"] for edge in read["edges"]}) == len(read["edges"])
    table = cells(rows(paths["nodes.csv"]))
    got = cells(node["attributes"] for node in read["nodes"])
    assert {n: c for n, c in got.items() if n not in VIZ} == {
        n: c for n, c in table.items() if n not in VIZ | {"id"}
    }
    assert all(VIZ & set(node["attributes"]) >= {"x", "y", "size", "color"} for node in read["nodes"])


def test_csv_is_read_by_pandas_and_holds_every_node_and_edge(world):
    G, paths = world
    nodes, edges = (pd.read_csv(paths[name]) for name in ("nodes.csv", "edges.csv"))
    assert len(nodes) == len(G)
    assert len(edges) == G.number_of_edges()
    assert list(nodes.columns[:3]) == ["id", "label", "kind"]
    assert list(edges.columns[:4]) == ["id", "source", "target", "relation"]
    assert set(edges["source"]) | set(edges["target"]) <= set(nodes["id"].fillna(""))


def test_csv_begins_with_a_byte_order_mark_and_runs_no_formula(hostile, tmp_path):
    paths = write_outputs(hostile, build_graph(hostile), tmp_path / "out")
    assert paths["nodes.csv"].read_bytes().startswith(b"\xef\xbb\xbf")
    labels = {row["label"] for row in rows(paths["nodes.csv"])}
    assert '\'=HYPERLINK("http://example.invalid")' in labels
    assert not any(label.startswith("=") for label in labels)
