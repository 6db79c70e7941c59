"""The page in a browser: what a reader sees, and what hostile data cannot do."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_page_opens_on_counts_and_events_in_time_order(city, visit):
    text = visit(city).text()
    assert "云泽晚报 · 2023-05-20 · 云泽市" in text
    assert text.index("云泽内河港物流园项目签约仪式") < text.index("市委常委会会议") < text.index("计划中")


def test_click_on_a_node_shows_facts_and_marked_evidence(city, visit):
    seen = visit(city)
    seen.click("陆景行")
    seen.page.wait_for_selector("h2:text('陆景行')")
    assert "云泽市人民政府市长" in seen.text()
    assert "2021-01 —" in seen.text()
    marks = seen.page.locator("#panel blockquote mark").all_inner_texts()
    assert "市委副书记、市长陆景行" in marks
    assert "云泽晚报 · 2023-05-20 · 云泽市与远帆集团签约" in seen.text()


def test_click_on_an_event_shows_participants_by_role_in_printed_order(city, visit):
    seen = visit(city)
    seen.click("市委常委会会议")
    seen.page.wait_for_selector("h2:text('市委常委会会议')")
    text = seen.text()
    order = ["主持", "沈望舒", "讲话", "叶听澜", "出席", "陆景行", "苏文澜", "孟怀瑾", "顾长宁"]
    at = [text.index(word, text.index("参与者")) for word in order]
    assert at == sorted(at)


def test_click_on_an_edge_shows_its_relations_and_evidence(city, visit):
    seen = visit(city)
    spot = seen.page.evaluate(
        """() => {
            const { drawing, store } = window.newsgraph;
            const find = (label) => store.facts.nodes.findIndex((node) => node.label === label);
            const a = drawing.network.getPosition(find("中共东岭县委员会书记"));
            const b = drawing.network.getPosition(find("霍青原"));
            return drawing.network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
        }"""
    )
    seen.page.mouse.click(spot["x"], spot["y"])
    seen.page.wait_for_selector(".ends")
    assert "霍青原 —任职→ 中共东岭县委员会书记" in seen.text(".ends")
    assert seen.page.inner_text("#panel mark") == "东岭县委书记霍青原"


def test_evidence_of_a_row_opens_in_place(city, visit):
    seen = visit(city)
    seen.click("江若水")
    seen.page.wait_for_selector("h2:text('江若水')")
    seen.page.locator("#panel details summary").first.click()
    seen.page.wait_for_selector("#panel details blockquote mark")
    assert seen.page.inner_text("#panel details blockquote mark") == "成员江若水"


def test_legend_counts_and_filters_by_kind(city, visit):
    seen = visit(city)
    before = seen.shown()
    button = seen.page.locator("#legend [data-kind=Office]")
    assert button.inner_text().split() == ["职务", "Office", "17"]
    button.click()
    assert seen.shown() == before - 17
    assert seen.page.get_attribute("#legend [data-kind=Office]", "aria-pressed") == "false"
    seen.page.locator("#legend [data-kind=Office]").click()
    assert seen.shown() == before


def test_search_finds_aliases_and_brings_in_what_is_not_drawn(city, visit):
    seen = visit(city)
    seen.page.fill("#search", "净水")
    seen.page.press("#search", "Enter")
    seen.page.wait_for_selector("h2:text('净水')")
    assert seen.shown() == len(city.entities) + len(city.events)
    seen.page.fill("#search", "远帆集团")
    seen.page.wait_for_selector("#results li")
    assert seen.page.inner_text("#results .name") == "远帆港航集团有限公司"


def test_escape_goes_back_to_the_overview(city, visit):
    seen = visit(city)
    seen.click("陆景行")
    seen.page.wait_for_selector("h2:text('陆景行')")
    seen.page.keyboard.press("Escape")
    seen.page.wait_for_selector("h3:text('联系最多的人')")


def test_labels_on_the_canvas_do_not_touch(city, visit):
    overlaps = visit(city).page.evaluate(
        """() => {
            const boxes = [];
            const context = new Proxy(document.createElement("canvas").getContext("2d"), {
                get: (target, name) => name === "fillText"
                    ? (text, x, y) => { boxes.push([x, y, target.measureText(text).width / 2]); }
                    : typeof target[name] === "function" ? target[name].bind(target) : target[name],
                set: (target, name, value) => { target[name] = value; return true; },
            });
            window.newsgraph.drawing.drawLabels(context);
            const scale = window.newsgraph.drawing.network.getScale();
            let n = 0;
            boxes.forEach(([x, y, w], i) => boxes.slice(i + 1).forEach(([u, v, t]) => {
                if (Math.abs(x - u) < w + t && Math.abs(y - v) * scale < 12.5) n += 1;
            }));
            return [boxes.length, n];
        }"""
    )
    assert overlaps[0] > 30
    assert overlaps[1] == 0


def test_hostile_data_runs_nothing_and_is_shown_as_text(hostile, visit):
    seen = visit(hostile)
    opened = seen.page.evaluate(
        """async () => {
            const { go, panel, store } = window.newsgraph;
            let opened = 0;
            for (const id of store.facts.nodes.keys()) {
                await (id % 8 === 0 ? go.node(id) : panel.node(id));
                for (const details of document.querySelectorAll("#panel details")) {
                    details.open = true;
                    opened += 1;
                }
                await new Promise((resume) => setTimeout(resume));
            }
            return opened;
        }"""
    )
    assert opened > len(hostile.entities)
    seen.page.fill("#search", "<img")
    seen.page.wait_for_selector("#results li")
    assert "<img src=x onerror=window.pwned=1>" in seen.text("#results")
    assert seen.page.evaluate("window.pwned") is None
    assert seen.page.locator("#panel img, #panel script, #panel svg[onload], #panel a").count() == 0


def test_three_thousand_nodes_open_and_filter_quickly(many, many_graph, visit):
    seen = visit(many, many_graph)
    assert 200 < seen.shown() <= 300
    assert "共 3001 个节点" in seen.text("#legend")
    seen.page.fill("#search", "第298次工作会议")
    seen.page.press("#search", "Enter")
    seen.page.wait_for_selector("h2:text('第298次工作会议')")


def test_page_works_inside_a_sandboxed_frame(city, browser):
    from newsgraph.api import Graph

    page = browser.new_page()
    troubles = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.set_content(Graph(city)._repr_html_())
    frame = page.frame_locator("iframe")
    frame.locator("#legend [data-kind=Person]").wait_for()
    assert troubles == []
    page.close()
