"""Draw docs/graph.png, the picture of the README: the page of a sample, one event chosen.

    python docs/draw_picture.py [PAGE [NAME]]

Needs playwright and a Chromium; by default the Hanzhong sample, and the event with the most ties.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import newsgraph as ng

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "samples" / "hanzhong-2019-05-17.txt"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CHOOSE = """async (name) => {
    const { store, go } = window.newsgraph;
    const events = (await store.overview()).events.map((event) => store.brief(event.id));
    events.sort((a, b) => b.degree - a.degree);
    const [found] = name ? await store.search(name, 1) : events;
    await go.node(found.id);
}"""


def draw(page_file: Path, name: str | None, picture: Path) -> None:
    """Build `page_file`, open its graph in a browser of 1400 x 900 pixels, choose `name`, and save `picture`."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        html = Path(folder) / "graph.html"
        html.write_text(ng.build(page_file).to_html(), encoding="utf-8")
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(html.as_uri())
        page.wait_for_function("window.newsgraph && document.querySelector('#panel').childElementCount")
        page.evaluate(CHOOSE, name)
        page.wait_for_timeout(2000)  # the camera moves for 350 ms
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    draw(
        Path(arguments[0]) if arguments else PAGE,
        arguments[1] if len(arguments) > 1 else None,
        ROOT / "docs" / "graph.png",
    )
