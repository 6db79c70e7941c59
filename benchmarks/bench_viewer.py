"""How quick the HTML viewer is, beside its targets and beside a plain pyvis page of the same graph in the same run.

usage: python benchmarks/bench_viewer.py [--cities N] [--repeat N]

An invented archive (see invented.py) of about 260 nodes and 670 edges a city, with a sentence behind every edge,
is opened from disk in headless Chromium without a graphics card. Nothing is asserted: machines differ. Each figure
is the median of `repeat` openings or of the moves in one; the plain page has physics off, positions given, and no
sentences. Needs playwright and a Chromium.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does

import networkx as nx
from invented import make_archive
from playwright.sync_api import Browser, sync_playwright

from newsgraph.graph import build_graph
from newsgraph.view import render_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TABLE = "{:<46}{:>12}{:>12}{:>14}{:>8}"
SETTLE = "async () => { await newsgraph.ready; await new Promise(requestAnimationFrame); return performance.now(); }"
PLAIN_SETTLE = """async () => {
    await new Promise(requestAnimationFrame);
    network.redraw();
    return performance.now();
}"""
CAMERA = """async (network, frames) => {
    const times = [];
    network.moveTo({ scale: network.getScale() * 1.2 });
    for (let i = 0; i < frames; i += 1) {
        const { x, y } = network.getViewPosition();
        const before = performance.now();
        network.moveTo({ position: { x: x + (i % 8 < 4 ? 60 : -60), y: y + (i % 8 < 4 ? 30 : -30) } });
        network.redraw();
        await new Promise(requestAnimationFrame);
        times.push(performance.now() - before);
    }
    return times;
}"""
MOVES = """async () => {
    const { state, store, go, search } = newsgraph;
    const times = { search: [], filter: [], focus: [], path: [] };
    const time = async (name, deed) => {
        const before = performance.now();
        await deed();
        await newsgraph.done;
        times[name].push(performance.now() - before);
        await new Promise((resume) => setTimeout(resume, 30));
    };
    const type = (text) => time("search", async () => {
        search.input.value = text;
        await search.search();
    });
    const texts = ["z", "ze", "zen", "zeng", "云", "云泽", "市长", "书记", "sw", "qgw", "项目", "lj"];
    for (const text of texts) await type(text);
    search.close();
    const limit = (limits) => time("filter", () => state.set({ filter: { ...NO_FILTER, ...limits } }));
    const kinds = ["Person", "Event", "Project", "Organization"];
    for (const kind of kinds) await limit({ kinds: new Set(kinds.filter((one) => one !== kind)) });
    for (const year of [2010, 2012, 2014, 2016]) await limit({ since: `${year}-01-01`, until: `${year + 3}-12-31` });
    await limit({});
    const people = (await store.rows("Person", { limit: 60 })).rows.map((row) => row.id);
    for (const id of people.slice(10, 20)) {
        await go.node(id);
        await newsgraph.done;
        await time("focus", () => go.focus(1));
    }
    state.fromHash("");
    await newsgraph.done;
    for (let k = 0; k < 10; k += 1) await time("path", () => go.path(people[k], people[59 - k]));
    return times;
}"""


def main() -> None:
    """Build the graph, open both pages, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cities", type=int, default=39, help="39 make 10,000 nodes and 26,000 edges")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        pages = write_pages(Path(folder), options.cities)
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        report(browser, pages, options.repeat)
        browser.close()


def write_pages(folder: Path, cities: int) -> dict[str, Path]:
    records = make_archive(cities)
    G = build_graph(records)
    print(f"{len(G):,} nodes, {G.number_of_edges():,} edges, {len(records.articles):,} articles")
    part = make_archive(4)
    paths = {name: folder / f"{name}.html" for name in ("ours", "plain", "thousand")}
    paths["ours"].write_text(render_html(records, G), encoding="utf-8")
    paths["plain"].write_text(plain_page(G), encoding="utf-8")
    paths["thousand"].write_text(render_html(part, build_graph(part), n_shown=1000), encoding="utf-8")
    return paths


def plain_page(G: nx.MultiDiGraph[str]) -> str:
    """Return the page that pyvis makes of `G` by itself."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", width="1400px", height="900px")
    network.toggle_physics(False)
    for node, attrs in G.nodes.items():
        network.add_node(
            node, label=attrs["label"], color=attrs["colour"], size=attrs["size"], x=attrs["x"], y=attrs["y"]
        )
    for source, target, attrs in G.edges(data=True):
        network.add_edge(source, target, title=attrs["relation"])
    network.set_edge_smooth("continuous")
    return str(network.generate_html())


def report(browser: Browser, pages: dict[str, Path], repeat: int) -> None:
    ours = [
        visit(browser, pages["ours"], SETTLE, "newsgraph.drawing.network", moves=MOVES) for _ in range(repeat)
    ]
    plain = [visit(browser, pages["plain"], PLAIN_SETTLE, "network", frames=4) for _ in range(repeat)]
    thousand = [visit(browser, pages["thousand"], SETTLE, "newsgraph.drawing.network") for _ in range(repeat)]

    def typical(visits: list[dict[str, Any]], name: str) -> float:
        return median(value for one in visits for value in one[name])

    print(TABLE.format("", "ours", "target", "plain pyvis", "ratio"))
    line("size of the file, MB", size(pages["ours"]), 6, size(pages["plain"]))
    line("opened, ms", typical(ours, "open"), 1500, typical(plain, "open"))
    line("camera moves, ms a frame", typical(ours, "camera"), 60, typical(plain, "camera"))
    for name, target in (("search", 20), ("filter", 30), ("focus", 20), ("path", 30)):
        line(f"{name}, ms", typical(ours, name), target)
    line("1,000 nodes on the canvas: opened, ms", typical(thousand, "open"), 1000)
    line("1,000 nodes on the canvas: camera, ms a frame", typical(thousand, "camera"), 60)


def visit(
    browser: Browser, path: Path, settle: str, network: str, *, frames: int = 24, moves: str | None = None
) -> dict[str, list[float]]:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    page.goto(path.as_uri())
    times: dict[str, list[float]] = {"open": [page.evaluate(settle)]}
    times["camera"] = page.evaluate(f"() => ({CAMERA})({network}, {frames})")
    if moves:
        times |= page.evaluate(moves)
    page.close()
    return times


def size(path: Path) -> float:
    return path.stat().st_size / 1e6


def line(name: str, ours: float, target: float, plain: float | None = None) -> None:
    peer, ratio = ("", "") if plain is None else (f"{plain:.1f}", f"{ours / plain:.2f}")
    print(TABLE.format(name, f"{ours:.1f}", target, peer, ratio))


if __name__ == "__main__":
    main()
