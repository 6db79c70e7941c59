"""Files of the selection, saved from the page and read back by other programs."""

from __future__ import annotations

import csv
import io
import struct
from xml.etree import ElementTree as ET

import igraph
import networkx as nx
import pandas as pd
import pytest

from newsgraph.export.columns import EDGE_COLUMNS, NODE_COLUMNS

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def city_page(city, visit):
    """The city's page opened anew: Chromium without a window stops taking files from one page at some point."""
    return visit(city)


def save(seen, tmp_path, name):
    """Save by the menu, as a reader does; return the path, named as the page would have it."""
    if not seen.page.locator(".save[open]").count():
        seen.page.locator(".save summary").click()
    with seen.page.expect_download(timeout=60_000) as waiting:
        seen.page.locator(f"[data-save={name}]").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_csv_of_the_canvas_holds_every_node_and_edge(city, city_page, tmp_path):
    seen = city_page.open("")
    nodes = pd.read_csv(save(seen, tmp_path, "nodes"))
    edges = pd.read_csv(save(seen, tmp_path, "edges"))
    known = {row["id"]: row["name"] for row in city.entities}
    drawn = nodes[nodes.kind != "Event"]
    assert dict(zip(drawn.id, drawn.label, strict=True)).items() <= known.items()
    assert (
        len(nodes) == len(city.entities) + len(city.events) - 1
    )  # one project stands alone and is not drawn
    assert list(nodes.columns[:4]) == ["id", "label", "kind", "aliases"]
    assert list(nodes.columns[-6:]) == ["x", "y", "size", "r", "g", "b"]
    port = nodes.set_index("label").loc["云泽内河港物流园项目"]
    assert (port.investment_cny, port.area_mu) == (3_650_000_000, 1200)
    relations = {(row["source"], row["type"], row["target"]) for row in city.relations}
    assert relations <= set(zip(edges.source, edges.relation, edges.target, strict=True))
    assert len(edges) == len(set(edges.id))
    row = edges[(edges.source_label == "陆景行") & (edges.target_label == "云泽市人民政府市长")].iloc[0]
    assert (row.relation, row.label, row.since) == ("HOLDS_OFFICE", "任职", "2021-01")
    assert {*NODE_COLUMNS} - {"rank"} <= set(nodes) and set(EDGE_COLUMNS) <= set(edges)
    assert row.evidence.startswith("市委书记沈望舒、市委副书记、市长陆景行")
    assert row.article == "云泽市与远帆集团签约"


def test_csv_is_rfc_4180_with_a_mark_for_excel(city_page, tmp_path):
    raw = save(city_page.open(""), tmp_path, "edges").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,source,target,relation,")
    text = raw.decode("utf-8-sig")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert len({len(row) for row in csv.reader(text.splitlines())}) == 1


@pytest.mark.parametrize(("focus", "more"), [(0, False), (1, False), (2, True)])
def test_selection_is_saved_with_its_focus(city_page, tmp_path, focus, more):
    seen = city_page.open("")
    seen.set(selection=[seen.id("霍青原")], focus=focus)
    labels = set(pd.read_csv(save(seen, tmp_path, "nodes")).label)
    near = {"霍青原", "中共东岭县委员会书记", "陆景行东岭县调研"}
    assert near < labels if more else near == labels
    assert "霍青原" in next(tmp_path.glob("*.csv")).name


def test_filter_leaves_its_edges_out_of_what_is_saved(city_page, tmp_path):
    seen = city_page.open("")
    seen.filter(roles=["chair"])
    edges = pd.read_csv(save(seen, tmp_path, "edges"))
    assert set(edges.role.dropna()) == {"chair"}


def test_graphml_is_read_by_networkx_and_igraph(city, city_page, tmp_path):
    seen = city_page.open("")
    path = save(seen, tmp_path, "graphml")
    G = nx.read_graphml(path)
    table = pd.read_csv(save(seen, tmp_path, "nodes")).set_index("id")
    assert (
        not G.is_multigraph()
        or len({(u, v, d["relation"]) for u, v, d in G.edges(data=True)}) == G.number_of_edges()
    )
    assert {node: attrs["label"] for node, attrs in G.nodes(data=True)} == table.label.to_dict()
    for column in ("x", "y", "size", "n_mentions"):
        assert {node: attrs[column] for node, attrs in G.nodes(data=True)} == pytest.approx(
            table[column].to_dict()
        )
    events = [attrs for _, attrs in G.nodes(data=True) if attrs["kind"] == "Event"]
    assert {attrs["event_type"] for attrs in events} == {row["type"] for row in city.events}
    graph = igraph.Graph.Read_GraphML(str(path))
    assert (graph.vcount(), graph.ecount()) == (G.number_of_nodes(), G.number_of_edges())
    assert graph.vs["label"] == [attrs["label"] for _, attrs in G.nodes(data=True)]
    assert min(graph.es["weight"]) >= 1


def test_graphml_has_one_edge_for_source_relation_and_target(city_page, tmp_path):
    root = ET.parse(save(city_page.open(""), tmp_path, "graphml")).getroot()
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {key.get("id"): key.get("attr.name") for key in root.iter(f"{space}key")}
    assert len(keys) == len(list(root.iter(f"{space}key")))
    edges = [
        (
            edge.get("source"),
            next(d.text for d in edge if keys[d.get("key")] == "relation"),
            edge.get("target"),
        )
        for edge in root.iter(f"{space}edge")
    ]
    assert len(edges) == len(set(edges))
    assert len({edge.get("id") for edge in root.iter(f"{space}edge")}) == len(edges)
    roles = [d.text for edge in root.iter(f"{space}edge") for d in edge if keys[d.get("key")] == "role"]
    assert "attendee；speaker" in roles or "speaker；attendee" in roles


def test_projection_is_saved_as_pairs_of_people(city_page, tmp_path):
    seen = city_page.open("#projection=1")
    edges = pd.read_csv(save(seen, tmp_path, "edges"))
    nodes = pd.read_csv(save(seen, tmp_path, "nodes"))
    assert set(nodes.kind) == {"Person"}
    pair = edges[
        (edges.source_label.isin(["沈望舒", "陆景行"])) & (edges.target_label.isin(["沈望舒", "陆景行"]))
    ]
    assert pair.relation.to_list() == ["TOGETHER"]
    assert pair.weight.to_list() == [2]
    assert set(pair.events.iloc[0].split("；")) == {"云泽内河港物流园项目签约仪式", "市委常委会会议"}


def test_svg_holds_shapes_and_text_as_text(city_page, tmp_path):
    seen = city_page.open("")
    root = ET.parse(save(seen, tmp_path, "svg")).getroot()
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert "陆景行" in texts
    assert "云泽晚报 2023-05-20" in texts
    assert "人物 16" in texts
    drawn = seen.page.evaluate("newsgraph.drawing.vertices.size")
    titles = [
        group.find(f"{SVG}title").text
        for group in root.iter(f"{SVG}g")
        if group.find(f"{SVG}title") is not None
    ]
    assert len(titles) == drawn
    assert "云泽市人民政府市长" in titles
    assert len(list(root.iter(f"{SVG}line"))) == seen.page.evaluate("newsgraph.drawing.picture.lines.length")
    width, height = float(root.get("width")), float(root.get("height"))
    for element in root.iter(f"{SVG}text"):
        half = 0.45 * sum(ord(letter) > 0x2E7F for letter in element.text) * float(element.get("font-size"))
        assert half <= float(element.get("x")) <= width - half
        assert 0 <= float(element.get("y")) <= height


def test_picture_is_whole_from_another_view_too(city, visit, tmp_path):
    seen = visit(city, state="#view=timeline")
    root = ET.parse(save(seen, tmp_path, "svg")).getroot()
    assert {"陆景行", "市委常委会会议"} <= {element.text for element in root.iter(f"{SVG}text")}


def test_png_is_the_same_picture_at_twice_its_size(city_page, tmp_path):
    seen = city_page.open("")
    seen.set(selection=[seen.id("陆景行")])
    svg = ET.parse(save(seen, tmp_path, "svg")).getroot()
    raw = save(seen, tmp_path, "png").read_bytes()
    assert raw[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", raw[16:24]) == (2 * int(svg.get("width")), 2 * int(svg.get("height")))
    texts = [element.text for element in svg.iter(f"{SVG}text")]
    assert {"陆景行", "市长", "副书记"} <= set(texts)
    assert "韩知远" not in texts


def test_menu_tells_how_much_will_be_saved_and_closes_by_escape(city_page):
    seen = city_page.open("#language=en")
    seen.set(selection=[seen.id("霍青原")])
    seen.page.locator(".save summary").click()
    seen.wait("document.querySelectorAll('.save-menu .note')[1].textContent !== ''")
    assert names_of(seen, ".save-menu .note") == [
        "What stands out on the canvas: 3 nodes",
        "The selection with its focus: 3 nodes",
    ]
    seen.page.keyboard.press("Escape")
    assert seen.page.locator(".save[open]").count() == 0
    assert seen.selected() == ["霍青原"]


def names_of(seen, selector):
    return seen.page.locator(selector).all_inner_texts()


@pytest.mark.parametrize("name", ["nodes", "edges", "graphml", "svg", "png"])
def test_hostile_names_break_no_file(hostile, visit, tmp_path, name):
    seen = visit(hostile)
    path = save(seen, tmp_path, name)
    drawn = seen.page.evaluate("newsgraph.drawing.vertices.size")
    assert drawn > 30
    if name == "nodes":
        rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
        assert len(rows) == drawn
        assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@", "\t"))]
        assert '\'=HYPERLINK("http://example.invalid")' in {row["label"] for row in rows}
        assert max(len(row["label"]) for row in rows) == 32_000
    elif name == "edges":
        rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
        assert {row["relation"] for row in rows} == {"HOLDS_OFFICE", "OFFICE_OF", "PARTICIPATES"}
    elif name == "graphml":
        G = nx.read_graphml(path)
        assert G.number_of_nodes() == drawn == igraph.Graph.Read_GraphML(str(path)).vcount()
        labels = {attrs["label"] for _, attrs in G.nodes(data=True)}
        assert {
            "</script><script>window.pwned=1</script>",
            "]]>&amp;\"'`${window.pwned=1}",
            "半\ufffd代\ufffd理\ufffd",
        } <= labels
    elif name == "svg":
        root = ET.parse(path).getroot()
        assert not list(root.iter(f"{SVG}script"))
        assert {element.tag for element in root.iter()} <= {
            f"{SVG}{tag}" for tag in ("svg", "title", "rect", "g", "line", "path", "circle", "text")
        }
        assert "<img src=x onerror=window.pwned=1>" in {element.text for element in root.iter(f"{SVG}title")}
    else:
        assert path.read_bytes()[:4] == b"\x89PNG"
    assert not set(path.name) & set('\\/:*?"<>|')
    assert seen.page.evaluate("window.pwned") is None
