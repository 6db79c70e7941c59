"""GraphML, GEXF and CSV read back by programs that are not ours: every node, edge and attribute compared."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import igraph
import networkx as nx
import pandas as pd
import pytest

from newsgraph.export import write_outputs
from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import Row, Tables, make_tables, merge_edges
from newsgraph.export.gexf import SHAPES
from newsgraph.export.xml_text import xml_value
from newsgraph.graph import build_graph

JS = Path(__file__).parents[1] / "js"
ENDS = {"source", "target", "source_label", "target_label"}

needs_graphology = pytest.mark.skipif(
    shutil.which("node") is None or not (JS / "node_modules" / "graphology").is_dir(),
    reason="needs node and: npm install --prefix tests/js",
)


class World(NamedTuple):
    """The files of one build, and what must stand in them."""

    graph: nx.MultiDiGraph
    paths: dict[str, Path]
    tables: Tables
    graphml_edges: list[Row]
    gexf_edges: list[Row]


@pytest.fixture(scope="module", params=("city", "hostile", "terms"))
def world(request, tmp_path_factory):
    records = request.getfixturevalue(request.param)
    G = build_graph(records)
    tables = make_tables(G, {row["id"]: row["title"] for row in records.articles}, Cleaner())
    return World(
        G,
        write_outputs(records, G, tmp_path_factory.mktemp(request.param) / "out"),
        tables,
        merge_edges(tables.edges, ("source", "relation", "target", "since", "until")),
        merge_edges(tables.edges, ("source", "relation", "target", "role", "since", "until")),
    )


def held(row: Row, *, without=(), lists: bool = False) -> Row:
    """Return what a reader must find of a row: the known values, lists joined unless the format has `lists`."""
    return {
        name: value if lists or not isinstance(value, list) else xml_value(value)
        for name, value in row.items()
        if value is not None and value != [] and name not in without
    }


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_graphml_is_read_by_igraph(world):
    graph = igraph.Graph.Read_GraphML(str(world.paths["graph.graphml"]))
    assert graph.is_directed()
    assert graph.vcount() == len(world.tables.nodes)
    assert graph.ecount() == len(world.graphml_edges)
    # igraph has no missing texts and booleans, reads an edge's source as its id, and keeps &#38; in ids.
    for vertex, row in zip(graph.vs, world.tables.nodes, strict=True):
        assert known(vertex.attributes()) == known(held(row, without={"id"}))
        assert vertex["id"].replace("&#38;", "&") == row["id"]
    for edge, row in zip(graph.es, world.graphml_edges, strict=True):
        assert known(edge.attributes()) == known(held(row, without={*ENDS, "id"}))
        ends = [graph.vs[end]["id"].replace("&#38;", "&") for end in edge.tuple]
        assert ends == [row["source"], row["target"]]


def known(attributes):
    return {
        name: value
        for name, value in attributes.items()
        if name != "id" and value not in (None, "") and value is not False and value == value
    }


def test_graphml_is_read_by_networkx(world):
    read = nx.read_graphml(world.paths["graph.graphml"], force_multigraph=True)
    assert dict(read.nodes) == {row["id"]: held(row, without={"id"}) for row in world.tables.nodes}
    assert {(u, v, key): attrs for u, v, key, attrs in read.edges(keys=True, data=True)} == {
        (row["source"], row["target"], row["id"]): held(row, without={*ENDS, "id"})
        for row in world.graphml_edges
    }


def test_graphml_holds_types_colours_and_chinese(city, tmp_path):
    paths = write_outputs(city, build_graph(city), tmp_path / "out")
    read = nx.read_graphml(paths["graph.graphml"], force_multigraph=True)
    port = next(attrs for attrs in read.nodes.values() if attrs["label"] == "云泽内河港物流园项目")
    assert (port["investment_cny"], port["area_mu"]) == (3_650_000_000, 1200.0)
    assert (port["r"], port["g"], port["b"]) == (0xD1, 0x9A, 0x2E)
    congress = next(a for a in read.nodes.values() if a["label"].endswith("人民代表大会常务委员会"))
    assert congress["inferred"] is True
    speaker = next(a for *_, a in read.edges(data=True) if a["label"] == "出席；讲话")
    assert speaker["role"] == "attendee；speaker"


def test_graphml_keys_have_ids_of_their_own_that_gephi_does_not_take_for_labels(world):
    root = ET.parse(world.paths["graph.graphml"]).getroot()
    keys = [key.get("id") for key in root if key.tag.endswith("key")]
    assert len(set(keys)) == len(keys)
    assert not {"d3", "d7"} & set(keys)


def test_graphml_has_one_edge_per_source_relation_target_and_term(world):
    names = ("source", "relation", "target", "since")
    ends = [tuple(row.get(name) for name in names) for row in world.graphml_edges]
    assert len(set(ends)) == len(ends)
    assert len({row["id"] for row in world.graphml_edges}) == len(ends)
    assert sum(row["weight"] for row in world.graphml_edges) == sum(
        attrs["weight"] for *_, attrs in world.graph.edges(data=True)
    )


def test_gexf_is_read_by_networkx(world):
    read = nx.read_gexf(world.paths["graph.gexf"], version="1.3")
    assert set(read) == {row["id"] for row in world.tables.nodes}
    got = {attrs["id"]: (u, v, attrs["relation"], attrs["weight"]) for u, v, attrs in read.edges(data=True)}
    assert got == {
        row["id"]: (row["source"], row["target"], row["relation"], row["weight"]) for row in world.gexf_edges
    }
    for row in world.tables.nodes:
        node = read.nodes[row["id"]]
        assert node["label"] == row["label"]
        assert node["viz"]["position"] == {"x": row["x"], "y": row["y"], "z": 0.0}
        assert [node["viz"]["color"][name] for name in "rgb"] == [row[name] for name in "rgb"]
        assert node["viz"]["size"] == row["size"]


@pytest.fixture(scope="module")
def by_graphology(world):
    """Both files of a world as graphology has them, by name."""
    names = ("graph.graphml", "graph.gexf")
    done = subprocess.run(
        ["node", str(JS / "read_graph.js"), *(str(world.paths[name]) for name in names)],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return dict(zip(names, json.loads(done.stdout), strict=True))


@needs_graphology
def test_graphology_reads_every_node_edge_and_attribute_of_graphml(world, by_graphology):
    read = by_graphology["graph.graphml"]
    assert {node["key"]: node["attributes"] for node in read["nodes"]} == {
        row["id"]: held(row, without={"id", *"rgb"}) | {"color": "#{r:02x}{g:02x}{b:02x}".format(**row)}
        for row in world.tables.nodes
    }
    assert edges_of(read) == {
        row["id"]: (row["source"], row["target"], held(row, without={*ENDS, "id"}))
        for row in world.graphml_edges
    }


@needs_graphology
def test_graphology_reads_every_node_edge_and_attribute_of_gexf(world, by_graphology):
    read = by_graphology["graph.gexf"]
    viz = {
        row["id"]: {"color": "rgb({r},{g},{b})".format(**row), "z": 0, "shape": SHAPES[row["kind"]]}
        for row in world.tables.nodes
    }
    assert {node["key"]: node["attributes"] for node in read["nodes"]} == {
        row["id"]: held(row, without={"id", *"rgb"}, lists=True) | viz[row["id"]]
        for row in world.tables.nodes
    }
    of_gexf = {
        row["id"]: {"kind": kind_of(row, world.gexf_edges), "label": xml_value(row["label"])}
        for row in world.gexf_edges
    }
    assert edges_of(read) == {
        row["id"]: (
            row["source"],
            row["target"],
            held(row, without={*ENDS, "id"}, lists=True) | of_gexf[row["id"]],
        )
        for row in world.gexf_edges
    }


def kind_of(row, edges):
    kind = f"{row['relation']}/{row['role']}" if row.get("role") else row["relation"]
    names = ("source", "relation", "target", "role")
    alike = [other for other in edges if all(other.get(name) == row.get(name) for name in names)]
    return kind if row is alike[0] else f"{kind}/{alike.index(row) + 1}"


def edges_of(read):
    return {edge["key"]: (edge["source"], edge["target"], edge["attributes"]) for edge in read["edges"]}


def test_csv_is_read_by_pandas_and_holds_every_node_and_edge(world):
    nodes, edges = (pd.read_csv(world.paths[name]) for name in ("nodes.csv", "edges.csv"))
    assert len(nodes) == len(world.tables.nodes)
    assert len(edges) == world.graph.number_of_edges()
    assert list(nodes.columns[:3]) == ["id", "label", "kind"]
    assert list(edges.columns[:4]) == ["id", "source", "target", "relation"]
    assert set(edges["source"]) | set(edges["target"]) <= set(nodes["id"].fillna(""))


def test_csv_begins_with_a_byte_order_mark_and_runs_no_formula(hostile, tmp_path):
    paths = write_outputs(hostile, build_graph(hostile), tmp_path / "out")
    assert paths["nodes.csv"].read_bytes().startswith(b"\xef\xbb\xbf")
    labels = {row["label"] for row in rows(paths["nodes.csv"])}
    assert '\'=HYPERLINK("http://example.invalid")' in labels
    assert not any(label.startswith("=") for label in labels)
