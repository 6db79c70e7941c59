"""`render_html` without a browser: one file, nothing loaded, nothing that data could break out of."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from newsgraph.graph import build_graph
from newsgraph.records import Records
from newsgraph.view import render_html
from newsgraph.view.page import _scripts, choose_nodes


class Parts(HTMLParser):
    """Collects elements and the text of scripts and styles, as a browser's parser finds them."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.texts = [], []
        self._open = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self._open = [tag, dict(attrs).get("type"), ""]

    def handle_data(self, data):
        if self._open:
            self._open[2] += data

    def handle_endtag(self, tag):
        if self._open and tag == self._open[0]:
            self.texts.append(tuple(self._open))
            self._open = None


@pytest.fixture(scope="module", params=["city", "hostile"])
def world(request):
    records = request.getfixturevalue(request.param)
    G = build_graph(records)
    return records, G, render_html(records, G)


def data_of(html):
    return json.loads(next(text for _, kind, text in Parts(html).texts if kind == "application/json"))


def test_render_html_loads_nothing(world):
    for tag, attrs in Parts(world[2]).elements:
        assert tag not in ("link", "iframe", "img", "object", "base", "form")
        assert not {"src", "href", "style"} & set(attrs)
        assert not [name for name in attrs if name.startswith("on")]


def test_render_html_allows_its_own_scripts_and_style_by_hash_and_no_other(world):
    parts = Parts(world[2])
    policy = next(
        a["content"] for tag, a in parts.elements if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    hashes = {
        f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for _, kind, text in parts.texts
        if kind is None
    }
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashes
    assert [kind for tag, kind, _ in parts.texts if tag == "script"] == ["application/json", None, None]


def test_render_html_holds_every_node_and_edge(world):
    records, G, html = world
    facts = data_of(html)["facts"]
    assert facts["nodes"]["label"] == [attrs["label"] for attrs in G.nodes.values()]
    assert len(facts["links"]["source"]) == G.number_of_edges()
    quotes = {(row["text"], *row["mark"]) for r in records.relations for row in r["evidence"]}
    assert quotes <= {(facts["texts"][text], *mark) for text, _, *mark in facts["evidence"]}


def test_render_html_runs_every_script_of_the_package_once_and_the_one_that_wires_all_last():
    folder = files("newsgraph.view") / "assets"
    texts = {path.name: path.read_text(encoding="utf-8") for path in Path(str(folder)).rglob("*.js")}
    together = "\n".join(_scripts())
    assert all(together.count(text) == 1 for text in texts.values())
    assert together.endswith(texts["page.js"])
    names = re.findall(r"^(?:async )?(?:function|class|const|let) (\w+)", together, flags=re.MULTILINE)
    assert [name for name in set(names) if names.count(name) > 1] == []
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|new Function|fetch\(|XMLHttp", together
    )


def test_render_html_is_the_same_twice_and_utf8(world):
    records, G, html = world
    assert render_html(records, G) == html
    html.encode("utf-8")


def test_render_html_is_titled_by_paper_and_date(city):
    G = build_graph(city)
    assert "<title>云泽晚报 2023-05-20</title>" in render_html(city, G)
    assert "<h1>甲 &amp; 乙 &lt;b&gt;</h1>" in render_html(city, G, title="甲 & 乙 <b>")


def test_render_html_of_nothing_is_a_page():
    nothing = Records(meta={}, articles=[], mentions=[], entities=[], events=[], relations=[])
    assert "<title>newsgraph</title>" in render_html(nothing, build_graph(nothing))


def test_choose_nodes_takes_a_small_graph_whole_but_none_that_stands_alone(city):
    small = build_graph(city)
    assert len(choose_nodes(small, 300)) == len(small) - 1


def test_choose_nodes_of_a_large_graph_takes_actors_and_what_ties_two_of_them(many_graph):
    chosen = [list(many_graph)[i] for i in choose_nodes(many_graph, 300)]
    kinds = Counter(many_graph.nodes[node]["kind"] for node in chosen)
    assert 200 < len(chosen) <= 300
    assert kinds["Office"] + kinds["Place"] < 80
    assert {"Person", "Organization", "Project", "Event"} <= set(kinds)
    near = {node: {*many_graph.succ[node], *many_graph.pred[node]} & set(chosen) for node in chosen}
    assert all(near.values())
    assert all(
        len(near[node]) > 1 for node in chosen if many_graph.nodes[node]["kind"] in ("Office", "Place")
    )


def test_render_html_keeps_each_sentence_once(many, many_graph):
    html = render_html(many, many_graph)
    assert len(html.encode("utf-8")) < 1_400_000
