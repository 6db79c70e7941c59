"""How quick the HTML viewer is, beside its targets and beside a plain pyvis page of the same graph in the same run.

usage: python benchmarks/bench_viewer.py [--cities N] [--repeat N]

An invented archive (see invented.py) of about 260 nodes and 670 edges a city, with a sentence behind every edge,
is opened from disk in headless Chromium without a graphics card. Nothing is asserted: machines differ. Each figure
is the median of `repeat` openings or of the moves in them; "of it CPU" is what the page's main thread computed, the
rest is waiting for a busy machine. The plain page has physics off, positions given, and no sentences. Needs
playwright and a Chromium.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from types import MappingProxyType

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does

import networkx as nx
from invented import make_archive
from playwright.sync_api import Browser, sync_playwright

from newsgraph.graph import build_graph
from newsgraph.view import render_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TABLE = "{:<46}{:>10}{:>11}{:>8}{:>13}{:>8}"
TARGETS = {"opened": 1500, "camera, a frame": 60, "search": 20, "filter": 30, "focus": 20, "path": 30}
Times = dict[str, tuple[list[float], float]]
SETTLE = "async () => { await newsgraph.ready; await new Promise(requestAnimationFrame); return performance.now(); }"
PLAIN_SETTLE = """async () => {
    await new Promise(requestAnimationFrame);
    network.redraw();
    return performance.now();
}"""
CAMERA = """async ([network, frames]) => {
    const times = [];
    network = network.split(".").reduce((whole, part) => whole[part], globalThis);
    network.moveTo({ scale: network.getScale() * 1.2 });
    for (let i = 0; i < frames; i += 1) {
        const { x, y } = network.getViewPosition();
        const before = performance.now();
        network.moveTo({ position: { x: x + (i % 8 < 4 ? 60 : -60), y: y + (i % 8 < 4 ? 30 : -30) } });
        await new Promise(requestAnimationFrame);
        times.push(performance.now() - before);
    }
    return times;
}"""
TIMED = """async () => {
    const { state, store, go, search } = newsgraph;
    const times = [];
    const time = async (deed) => {
        const before = performance.now();
        await deed();
        await newsgraph.done;
        times.push(performance.now() - before);
        await new Promise((resume) => setTimeout(resume, 30));
    };
    %s
    return times;
}"""
MOVES = {
    "search": """
    for (const text of ["z", "ze", "zen", "zeng", "云", "云泽", "市长", "书记", "sw", "qgw", "项目", "lj"]) {
        await time(() => { search.input.value = text; return search.search(); });
    }
    search.close();""",
    "filter": """
    const limit = (limits) => time(() => state.set({ filter: { ...NO_FILTER, ...limits } }));
    const kinds = ["Person", "Event", "Project", "Organization"];
    for (const kind of kinds) await limit({ kinds: new Set(kinds.filter((one) => one !== kind)) });
    for (const year of [2010, 2012, 2014, 2016]) await limit({ since: `${year}-01-01`, until: `${year + 3}-12-31` });
    await limit({});""",
    "focus": """
    const people = (await store.rows("Person", { limit: 14 })).rows;
    for (const { id } of people.slice(10)) {
        state.set({ selection: [id] });
        await newsgraph.done;
        for (const steps of [1, 2, 1, 0]) await time(() => go.focus(steps));
    }
    state.fromHash("");
    await newsgraph.done;""",
    "path": """
    const people = (await store.rows("Person", { limit: 60 })).rows;
    for (let k = 0; k < 10; k += 1) await time(() => go.path(people[k].id, people[59 - k].id));""",
}


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
    print(TABLE.format("", "ours", "of it CPU", "target", "plain pyvis", "ratio"))
    print(
        TABLE.format(
            "size of the file, MB", f"{size(pages['ours']):.1f}", "", 6, f"{size(pages['plain']):.1f}", ""
        )
    )
    for name, target in TARGETS.items():
        line(f"{name}, ms", name, target, ours, plain)
    for name, target in (("opened", 1000), ("camera, a frame", 60)):
        line(f"1,000 nodes on the canvas: {name}, ms", name, target, thousand)


def visit(
    browser: Browser,
    path: Path,
    settle: str,
    network: str,
    *,
    frames: int = 24,
    moves: Mapping[str, str] = MappingProxyType({}),
) -> Times:
    """Return for each figure the times of a page, and the processor's time of its main thread, in ms."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        metrics = {row["name"]: row["value"] for row in session.send("Performance.getMetrics")["metrics"]}
        return float(metrics["TaskDuration"]) * 1000

    def timed(script: str, argument: object = None) -> tuple[list[float], float]:
        before = busy()
        found = page.evaluate(script, argument)
        walls = found if isinstance(found, list) else [found]
        return walls, (busy() - before) / len(walls)

    start = busy()
    page.goto(path.as_uri())
    times = {"opened": ([page.evaluate(settle)], busy() - start)}
    times["camera, a frame"] = timed(CAMERA, [network, frames])
    times |= {name: timed(TIMED % script) for name, script in moves.items()}
    page.close()
    return times


def line(name: str, key: str, target: float, ours: list[Times], plain: Sequence[Times] = ()) -> None:
    wall = median(value for one in ours for value in one[key][0])
    cpu = median(one[key][1] for one in ours)
    peers = [value for one in plain if key in one for value in one[key][0]]
    peer, ratio = (f"{median(peers):.0f}", f"{wall / median(peers):.2f}") if peers else ("", "")
    print(TABLE.format(name, f"{wall:.1f}", f"{cpu:.1f}", target, peer, ratio))


def size(path: Path) -> float:
    return path.stat().st_size / 1e6


if __name__ == "__main__":
    main()
