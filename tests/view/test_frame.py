"""The page in the frame that a notebook shows: packed, sandboxed, alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsgraph as ng

pytestmark = pytest.mark.browser

NOTEBOOK = Path(__file__).resolve().parents[2] / "notebooks" / "who_meets_whom.ipynb"


@pytest.fixture
def open_file(browser):
    """Return a function that opens a file with one frame, and gives that, the requests and the troubles."""
    pages = []

    def open_(path):
        page = browser.new_page()
        pages.append(page)
        requests, troubles = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.route("http*://**", lambda route: route.abort())
        page.goto(path.as_uri())
        frame = page.frames[1]
        for _ in range(400):
            if frame.evaluate("Boolean(window.newsgraph?.ready)"):
                break
            page.wait_for_timeout(50)
        frame.evaluate("window.newsgraph.ready")
        return frame, requests, troubles

    yield open_
    for page in pages:
        page.close()


@pytest.fixture
def framed(open_file, tmp_path):
    """Return a function that opens a notebook's cell with the graph of records."""

    def open_cell(records):
        path = tmp_path / "cell.html"
        path.write_text(f"<!doctype html><p>cell</p>{ng.Graph(records)._repr_html_()}", encoding="utf-8")
        return open_file(path)

    return open_cell


def test_frame_shows_the_page_and_asks_for_nothing(city, framed):
    frame, requests, troubles = framed(city)
    assert "沈望舒" in frame.inner_text("#panel")
    assert [url for url in requests if not url.startswith(("file:", "about:", "data:"))] == []
    assert troubles == []


def test_frame_keeps_the_policy_of_the_page(city, framed):
    frame, _, troubles = framed(city)
    frame.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.run = 1'}))"
    )
    assert frame.evaluate("window.run") is None
    assert "Content Security Policy" in troubles[0]


def test_frame_cannot_reach_the_notebook(city, framed):
    frame, _, _ = framed(city)
    with pytest.raises(Exception, match="Blocked a frame with origin"):
        frame.evaluate("window.parent.document.title")


def test_frame_of_hostile_names_runs_nothing(hostile, framed):
    frame, _, troubles = framed(hostile)
    assert frame.evaluate("window.pwned") is None
    assert frame.parent_frame.evaluate("window.pwned") is None
    assert troubles == []


def test_frame_of_a_stored_notebook_draws_in_what_nbconvert_exports(open_file, tmp_path):
    """nbconvert's own template asks a network for its scripts; the frame does not need them."""
    nbconvert = pytest.importorskip("nbconvert", reason="needs nbconvert")
    body, _ = nbconvert.HTMLExporter().from_filename(str(NOTEBOOK))
    (tmp_path / "notebook.html").write_text(body, encoding="utf-8")
    frame, _, _ = open_file(tmp_path / "notebook.html")
    assert "傅景山" in frame.inner_text("body")
    assert frame.evaluate("newsgraph.store.nodes.label.length") > 5
