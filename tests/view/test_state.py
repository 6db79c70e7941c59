"""The state of a page in its address, its language and theme, and the page where it has no address."""

from __future__ import annotations

import pytest

from newsgraph.api import Graph
from newsgraph.graph import build_graph

pytestmark = pytest.mark.browser


def test_a_link_opens_the_same_view_of_a_graph_built_anew(city, visit):
    seen = visit(city)
    seen.page.evaluate(
        """async (ids) => {
            const { state } = newsgraph;
            const kinds = new Set(["Person", "Event", "Office"]);
            const compare = [["2023-05-01", "2023-05-17"], ["2023-05-18", "2023-06-30"]];
            state.set({ selection: [ids[0]], focus: 1, hidden: [ids[1]], pinned: { [ids[2]]: [40, -60] } });
            state.set({ filter: { ...NO_FILTER, kinds, since: "2023-05-02" } });
            state.set({ compare, language: "en", theme: "dark" });
            await newsgraph.done;
        }""",
        [seen.id(label) for label in ("陆景行", "青石镇", "沈望舒")],
    )
    address = seen.wait("location.hash")
    assert "focus=1" in address
    assert "since=2023-05-02" in address
    again = visit(city, build_graph(city), state=address)
    read = "JSON.stringify(newsgraph.state.value, (_, item) => (item instanceof Set ? [...item] : item))"
    assert again.page.evaluate(read) == seen.page.evaluate(read)
    assert again.page.evaluate("newsgraph.state.toHash()") == address
    assert again.selected() == ["陆景行"]
    assert "Events" in again.text()


def test_a_path_and_a_view_travel_too(city, visit):
    seen = visit(city)
    ids = [seen.id("霍青原"), seen.id("韩知远")]
    seen.page.evaluate("async (ids) => { newsgraph.go.path(...ids); await newsgraph.done; }", ids)
    address = seen.wait("location.hash")
    again = visit(city, state=address.replace("#", "#view=timeline&"))
    assert again.page.evaluate("newsgraph.state.value.path") == ids
    assert again.page.evaluate("newsgraph.state.value.view") == "timeline"
    assert "4 步" in again.text()


@pytest.mark.parametrize(
    "address",
    [
        "#",
        "#view=cellar&theme=&language=xx&focus=7",
        "#select=%E0%A4%A,%00,nobody&focus=1&path=a,b&hide=,,&add=%",
        "#since=2023-02-30&until=tomorrow&kinds=constructor,__proto__&roles=",
        "#pin=a:b:c,,x:1:2:3&compare=2023-05-01..2023-04-01,x&projection=2",
        "#<img src=x onerror=alert(1)>&select=<script>alert(1)</script>",
        "#" + "&select=" * 5000,
    ],
)
def test_nonsense_in_an_address_is_ignored(city_page, address):
    city_page.page.evaluate(
        "async (hash) => { newsgraph.state.fromHash(hash); await newsgraph.done; }", address
    )
    assert city_page.page.evaluate("newsgraph.state.toHash()") == ""
    assert city_page.page.evaluate("newsgraph.state.value.filter.kinds") is None


def test_following_a_link_within_the_page_changes_the_view(city, visit):
    seen = visit(city)
    key = seen.page.evaluate("(id) => newsgraph.store.keyOf(id)", seen.id("沈望舒"))
    seen.page.evaluate("(key) => { location.hash = `#select=${key}`; }", key)
    seen.page.wait_for_selector("h2:text('沈望舒')")


def test_undo_leaves_language_and_theme_and_takes_a_slide_as_one_step(city_page):
    steps = city_page.page.evaluate(
        """() => {
            const { state } = newsgraph;
            state.fromHash("");
            state.set({ selection: [1] });
            for (const since of ["2023-05-02", "2023-05-03"]) state.set({ filter: { ...NO_FILTER, since } }, "slide");
            state.set({ language: "en", theme: "dark" });
            const seen = [];
            for (let i = 0; i < 3; i += 1) {
                state.undo();
                const { selection, filter, language, theme } = state.value;
                seen.push([selection, filter.since, language, theme]);
            }
            state.fromHash("");
            return seen;
        }"""
    )
    assert steps == [[[1], None, "en", "dark"], [[], None, "en", "dark"], [[], None, "en", "dark"]]


def test_language_and_theme_change_the_whole_page(city, visit):
    seen = visit(city)
    seen.page.click("[data-act=language]")
    seen.page.wait_for_selector("h3:text('Most connected people')")
    assert seen.page.inner_text("[data-name='kinds Person']").split() == ["Person", "16"]
    assert seen.page.get_attribute("#search", "placeholder") == "Names, posts, pinyin…"
    assert seen.page.get_attribute("html", "lang") == "en"
    for theme, ground in (("light", "rgb(250, 248, 244)"), ("dark", "rgb(28, 27, 25)")):
        seen.page.click("[data-act=theme]")
        assert seen.page.evaluate("newsgraph.state.value.theme") == theme
        assert seen.page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
        seen.page.evaluate("newsgraph.done")
    assert seen.page.evaluate("newsgraph.drawing.scene().paper") == "#1c1b19"


def test_every_text_of_the_interface_is_said_in_both_languages(city_page):
    missing = city_page.page.evaluate(
        "Object.keys(WORDS).filter((key) => WORDS[key].length !== 2 || WORDS[key].some((word) => !word))"
    )
    assert missing == []


def test_the_page_works_inside_a_sandboxed_frame(city, browser):
    page = browser.new_page()
    troubles = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.set_content(Graph(city)._repr_html_())
    frame = page.frame_locator("iframe")
    frame.locator("[data-name='kinds Person']").click()
    frame.locator("text=清除筛选").click()
    frame.locator("[data-act='view table']").click()
    frame.locator("#beside table").wait_for()
    page.wait_for_timeout(400)
    assert troubles == []
    page.close()
