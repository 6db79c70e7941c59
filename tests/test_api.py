"""newsgraph from Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import newsgraph as ng
from newsgraph.errors import InputError
from newsgraph.graph import FRAMES

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


@pytest.fixture(scope="module")
def graph(city):
    return ng.Graph(city)


def test_import_newsgraph_is_cheap():
    heavy = ("spacy", "networkx", "pandas", "pyvis")
    code = f"import sys, newsgraph; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_newsgraph_has_no_other_names():
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        ng.nothing  # noqa: B018


@pytest.mark.parametrize("table", FRAMES)
def test_graph_has_every_frame(graph, table):
    assert list(getattr(graph, table).columns[: len(FRAMES[table])]) == list(FRAMES[table])


def test_graph_ego_is_a_graph_of_the_neighbourhood(graph):
    part = graph.ego("江若水", hops=2)
    assert set(part.people["name"]) == {"江若水", "沈望舒", "苏文澜", "孟怀瑾"}
    assert list(part.events["name"]) == ["省委宣讲团报告会"]
    assert repr(part).startswith("<Graph: ")


def test_graph_ego_says_when_nobody_is_named_so(graph):
    with pytest.raises(LookupError, match="no node of this graph is named '张三'"):
        graph.ego("张三")


def test_graph_to_networkx_is_a_copy_of_a_plain_graph(graph):
    G = graph.to_networkx()
    assert type(G) is nx.MultiDiGraph
    G.clear()
    assert graph.to_networkx().number_of_nodes() == 61


def test_graph_draws_itself_in_a_sandboxed_frame(graph):
    html = graph._repr_html_()
    assert html.startswith('<iframe sandbox="allow-scripts" srcdoc="&lt;!doctype html&gt;')
    assert html.count("<") == 2


def test_graph_write_writes_all_files(graph, tmp_path):
    assert "graph.html" in graph.write(tmp_path / "out")


def test_build_says_what_cannot_be_read(tmp_path):
    with pytest.raises(InputError, match="nothing"):
        ng.build(tmp_path / "missing.txt", engine="grammar")


def test_build_gives_the_graph_of_a_page():
    graph = ng.build(SAMPLES / "hanzhong-2019-05-17.txt", engine="grammar")
    assert len(graph.people) > 3
    assert len(graph.events) > 0
