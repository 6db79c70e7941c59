"""A browser, and the page of a graph opened in it from disk."""

from __future__ import annotations

import shutil
from time import monotonic

import pytest

from newsgraph.graph import build_graph
from newsgraph.view import render_html

CHROMIUM = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1400, "height": 900}
PHONE = {"width": 390, "height": 780}
PATIENCE = 20
"""Seconds that a machine with much else to do may take."""


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if CHROMIUM is None:
        pytest.skip("needs chromium")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


class Visit:
    """A page opened from disk, with all that it asked for, said, and raised."""

    def __init__(self, browser, path, *, state="", viewport=WIDE):
        self.page = browser.new_page(viewport=viewport)
        self.requests, self.troubles = [], []
        self.page.on("request", lambda request: self.requests.append(request.url.split("#")[0]))
        self.page.on("console", lambda message: self.troubles.append(message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.troubles.append(dialog.message), dialog.dismiss()))
        self.url = path.as_uri()
        self.page.goto(self.url + state)
        self.wait("Boolean(window.newsgraph?.ready)")
        self.page.evaluate("window.newsgraph.ready")

    def text(self, selector="#panel"):
        return self.page.inner_text(selector)

    def wait(self, expression, arg=None):
        """Return when `expression` holds; the page's policy forbids what playwright's own waiting does."""
        end = monotonic() + PATIENCE
        while not (value := self.page.evaluate(expression, arg)):
            assert monotonic() < end, f"after {PATIENCE} s not yet true: {expression}, {arg}"
            self.page.wait_for_timeout(20)
        return value

    def id(self, label):
        """Return the number of the node named `label`."""
        return self.page.evaluate("(label) => window.newsgraph.store.nodes.label.indexOf(label)", label)

    def open(self, state):
        """Show what an address says, and forget what was shown before; return the visit."""
        self.page.evaluate(
            "async (state) => { newsgraph.state.fromHash(state); await newsgraph.done; }", state
        )
        return self

    def set(self, **patch):
        """Change the state, and wait until the page shows it."""
        self.page.evaluate(
            "async (patch) => { newsgraph.state.set(patch); await newsgraph.done; }",
            patch,
        )

    def filter(self, **limits):
        """Limit what is shown: lists become sets of names, the rest are days."""
        self.page.evaluate(
            """async (limits) => {
                const filter = { ...newsgraph.state.value.filter };
                for (const [name, value] of Object.entries(limits)) {
                    filter[name] = Array.isArray(value) ? new Set(value) : value;
                }
                newsgraph.state.set({ filter });
                await newsgraph.done;
            }""",
            limits,
        )

    def selected(self):
        """Return the labels of what is selected."""
        return self.page.evaluate(
            "newsgraph.state.value.selection.map((id) => newsgraph.store.nodes.label[id])"
        )


@pytest.fixture
def visit(browser, tmp_path):
    opened = []

    def open_page(records, G=None, **options):
        path = tmp_path / "graph.html"
        path.write_text(render_html(records, build_graph(records) if G is None else G), encoding="utf-8")
        opened.append(Visit(browser, path, **options))
        return opened[-1]

    yield open_page
    for one in opened:
        assert one.requests == [one.url]
        assert one.troubles == []
        one.page.close()


@pytest.fixture(scope="module")
def city_page(browser, city, tmp_path_factory):
    """The page of the city, opened once for the tests that only ask."""
    path = tmp_path_factory.mktemp("city") / "graph.html"
    path.write_text(render_html(city, build_graph(city)), encoding="utf-8")
    seen = Visit(browser, path)
    yield seen
    assert seen.requests == [seen.url]
    assert seen.troubles == []
    seen.page.close()
