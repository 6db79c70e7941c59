"""Draw the pictures of the viewer in docs/: pages of samples/, and an invented archive (see benchmarks/invented.py).

usage: python docs/draw_viewer.py [NAME...]

NAME is one of `PICTURES`; by default all are drawn. Needs playwright, a Chromium and pillow, which makes the pictures
small. Look at each before it is committed.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

import newsgraph as ng
from newsgraph.graph import build_graph
from newsgraph.view import render_html

DOCS = Path(__file__).resolve().parent
SAMPLES = DOCS.parent / "samples"
sys.path.append(str(DOCS.parent / "benchmarks"))
from invented import make_archive  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = ["--no-sandbox", "--disable-gpu"]
WIDE, PHONE = (1280, 800), (390, 780)
CAMERA = 900
"""Milliseconds in which a moving camera comes to rest."""

EVENT = """async () => {
    const { store, go } = newsgraph;
    const [event] = (await store.rows("Event", { sort: "degree", limit: 1 })).rows;
    await go.node(event.id, true);
}"""
PERSON = """async () => {
    const { store, go } = newsgraph;
    const [person] = (await store.rows("Person", { limit: 1 })).rows;
    await go.node(person.id, true);
}"""
FOCUS = """async () => {
    const { store, state, go } = newsgraph;
    state.set({ theme: "dark" });
    const [project] = (await store.rows("Project", { limit: 1 })).rows;
    await go.node(project.id, true);
    await newsgraph.done;
    await go.focus(2);
}"""
PATH = """async () => {
    const { store, go, drawing } = newsgraph;
    const people = (await store.rows("Person", { limit: 60 })).rows;
    for (const other of people.slice(20)) {
        const hops = await store.path(people[9].id, other.id);
        if (hops?.length !== 5) continue;
        go.path(people[9].id, other.id);
        break;
    }
    await newsgraph.done;
    drawing.fit(false);
}"""
TOGETHER = """async () => {
    newsgraph.state.set({ projection: true });
    await newsgraph.done;
    const { bins } = newsgraph.slider;
    newsgraph.slider.choose(Math.round(bins.length * 0.3), Math.round(bins.length * 0.62));
}"""
TIMELINE = "async () => newsgraph.state.set({ view: 'timeline', language: 'en' })"


def sample_page() -> str:
    return ng.build(SAMPLES / "hanzhong-2019-05-17.txt").to_html()


@cache
def archive_page(cities: int) -> str:
    records = make_archive(cities)
    return render_html(records, build_graph(records))


PICTURES: Mapping[str, tuple[Callable[[], str], tuple[int, int], str | None]] = {
    "graph.png": (sample_page, WIDE, EVENT),
    "viewer-archive.webp": (lambda: archive_page(12), WIDE, None),
    "viewer-focus-dark.webp": (lambda: archive_page(12), WIDE, FOCUS),
    "viewer-path.webp": (lambda: archive_page(12), WIDE, PATH),
    "viewer-together.webp": (lambda: archive_page(2), WIDE, TOGETHER),
    "viewer-timeline.webp": (sample_page, WIDE, TIMELINE),
    "viewer-phone.webp": (sample_page, PHONE, PERSON),
}
"""Of each picture the page, its width and height in pixels, and what is done there before it is taken."""


def main(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        for name in names or PICTURES:
            make, (width, height), deed = PICTURES[name]
            path = (Path(folder) / name).with_suffix(".html")
            path.write_text(make(), encoding="utf-8")
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(path.as_uri())
            draw(page, deed, DOCS / name)
            page.close()
        browser.close()


def draw(page: Page, deed: str | None, picture: Path) -> None:
    page.evaluate("newsgraph.ready")
    if deed:
        page.evaluate(deed)
        page.evaluate("newsgraph.done")
    page.wait_for_timeout(CAMERA)
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    if picture.suffix == ".png":
        image = image.quantize(256, kmeans=3, dither=Image.Dither.NONE)
    image.save(picture, optimize=True, quality=80, method=6)


if __name__ == "__main__":
    main(sys.argv[1:])
