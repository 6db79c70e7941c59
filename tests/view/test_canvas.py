"""The graph as a reader sees it: what is drawn, what a click tells, what the legend and a search do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.view.conftest import PHONE

pytestmark = pytest.mark.browser


def spot(seen, *labels):
    """Return the place on the screen of a node, or of the middle between two."""
    return seen.page.evaluate(
        """(labels) => {
            const { drawing, store } = newsgraph;
            const ends = labels.map((label) => drawing.vertices.get(store.nodes.label.indexOf(label)));
            const mean = (name) => ends.reduce((sum, end) => sum + end[name], 0) / ends.length;
            return drawing.network.canvasToDOM({ x: mean("x"), y: mean("y") });
        }""",
        list(labels),
    )


def click(seen, *labels):
    at = spot(seen, *labels)
    seen.page.mouse.click(at["x"], at["y"])


def shown(seen):
    return seen.page.evaluate("newsgraph.drawing.vertices.size")


def test_page_opens_on_counts_people_and_events_in_time_order(city, visit):
    text = visit(city).text()
    assert "云泽晚报 · 2023-05-20 · 云泽市" in text
    assert text.index("云泽内河港物流园项目签约仪式") < text.index("市委常委会会议") < text.index("计划中")
    assert "陆景行\n5 个联系" in text


@pytest.mark.parametrize("n", [5, 8])
def test_page_lists_few_sources_and_more_on_demand(city, visit, n):
    source = city.meta["sources"][0]
    sources = [source | {"id": f"s-{i}", "paper": f"云泽第{i}报"} for i in range(n)]
    seen = visit(replace(city, meta=city.meta | {"sources": sources}), state="#language=en")
    shown = seen.page.locator("#panel .aliases")
    assert shown.count() == 5
    if n > 5:
        assert shown.first.inner_text() == "云泽第0报 · 1 issue · 2023-05-20"
        seen.page.click("#panel .more:text('3 more')")
        assert shown.count() == n
    assert seen.page.locator("#panel .more:text('3 more')").count() == 0


def test_folded_panel_leaves_its_room_to_the_graph_and_comes_back(city, visit):
    seen = visit(city)
    width = "document.querySelector('#canvas canvas').clientWidth"
    before = seen.page.evaluate(width)
    seen.page.click("#fold-panel")
    seen.wait(f"{width} === innerWidth")
    assert seen.page.locator("#panel").is_hidden()
    seen.page.click("#fold-panel")
    seen.wait(f"{width} === {before}")
    assert seen.page.locator("#panel").is_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_bar_is_one_row_and_the_search_says_all_it_takes(city, visit, language):
    seen = visit(city, state=f"#language={language}")
    assert seen.page.evaluate("document.getElementById('bar').offsetHeight") < 40
    room, needed = seen.page.evaluate(
        """() => {
            const input = document.getElementById("search");
            const pen = document.createElement("canvas").getContext("2d");
            pen.font = getComputedStyle(input).font;
            return [input.clientWidth, pen.measureText(input.placeholder).width];
        }"""
    )
    assert needed <= room


def test_click_on_a_person_shows_offices_events_companions_and_marked_evidence(city, visit):
    seen = visit(city)
    click(seen, "陆景行")
    seen.page.wait_for_selector("h2:text('陆景行')")
    text = seen.text()
    assert "云泽市人民政府市长" in text
    assert "2021-01 —" in text
    assert text.index("云泽内河港物流园项目签约仪式") < text.index("市委常委会会议")
    assert "沈望舒\n2 次" in text[text.index("同场人物") :]
    marks = seen.page.locator("#panel blockquote mark").all_inner_texts()
    assert "市委副书记、市长陆景行" in marks
    assert "云泽晚报 · 2023-05-20 · 云泽市与远帆集团签约" in text


def test_click_on_an_event_shows_participants_by_role_in_printed_order(city, visit):
    seen = visit(city)
    click(seen, "市委常委会会议")
    seen.page.wait_for_selector("h2:text('市委常委会会议')")
    text = seen.text()
    order = ["主持", "沈望舒", "讲话", "叶听澜", "出席", "陆景行", "苏文澜", "孟怀瑾", "顾长宁"]
    at = [text.index(word, text.index("参与者", text.index("见报"))) for word in order]
    assert at == sorted(at)


def test_click_on_a_project_shows_its_figures_once_with_the_sentences(city, visit):
    seen = visit(city, state="#language=zh")
    seen.page.fill("#search", "云泽内河港物流园项目")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector("h2:text('云泽内河港物流园项目')")
    text = seen.text()
    assert text.count("36.5 亿元") == 1 and "金额与面积" in text
    seen.page.click("#panel summary:has-text('投资额')")
    quote = seen.page.locator("#panel details:has-text('投资额') blockquote")
    quote.wait_for()
    assert quote.locator("mark").inner_text() == "总投资36.5亿元"


def test_click_on_an_appointment_shows_what_it_is_to(city, visit):
    council = next(row for row in city.events if row["name"] == "市委常委会会议")
    offices = {row["name"]: row["id"] for row in city.entities if row["type"] == "Office"}
    moves = {"takes": [offices["中共云泽市委宣传部部长"]], "leaves": [offices["云泽市水利局局长"]]}
    listed = [council["participants"][0] | {"role": "appointee"} | moves]
    appointment = council | {"id": "e-x", "type": "appointment", "name": "云泽市任免", "participants": listed}
    seen = visit(replace(city, events=[*city.events, appointment]))
    seen.page.fill("#search", "云泽市任免")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector("h2:text('云泽市任免')")
    line = seen.page.locator("#panel summary:has-text('沈望舒')").inner_text()
    assert "任中共云泽市委宣传部部长" in line and "免云泽市水利局局长" in line
    seen.page.fill("#search", "沈望舒")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector("h2:text('沈望舒')")
    row = seen.page.locator("#panel summary:has-text('云泽市任免')")
    name, panel = row.locator("button").bounding_box(), seen.page.locator("#panel").bounding_box()
    moved = row.locator(".moves").bounding_box()
    assert name["height"] < 2 * 16 * 1.6, "the event's name stands on one line"
    assert moved["y"] >= name["y"] + name["height"] - 2, "what it is to stands beneath"
    assert moved["x"] + moved["width"] <= panel["x"] + panel["width"]


def test_search_tells_people_of_one_name_apart_by_what_they_hold(city, visit):
    person = next(row for row in city.entities if row["name"] == "沈望舒")
    seen = visit(replace(city, entities=[*city.entities, person | {"id": "p-x"}]))
    seen.page.fill("#search", "沈望舒")
    rows = seen.page.locator("#results li:has(.name:text-is('沈望舒'))")
    rows.nth(1).wait_for()
    held = [row.locator(".why").count() for row in rows.all()]
    assert sorted(held) == [0, 1], "one has an office, the other none"


def test_click_on_an_edge_shows_its_relations_and_evidence(city, visit):
    seen = visit(city)
    click(seen, "中共东岭县委员会书记", "霍青原")
    seen.page.wait_for_selector(".ends")
    assert seen.text(".ends") == "霍青原 —任职→ 中共东岭县委员会书记"
    assert seen.page.inner_text("#panel mark") == "东岭县委书记霍青原"
    assert seen.selected() == ["中共东岭县委员会书记", "霍青原"]


def test_evidence_of_a_row_opens_in_place(city, visit):
    seen = visit(city)
    click(seen, "江若水")
    seen.page.wait_for_selector("h2:text('江若水')")
    seen.page.locator("#panel details summary").first.click()
    seen.page.wait_for_selector("#panel details blockquote mark")
    assert seen.page.inner_text("#panel details blockquote mark") == "成员江若水"


def test_legend_counts_and_filters_by_kind_event_type_and_role(city, visit):
    seen = visit(city)
    before = shown(seen)
    button = seen.page.locator("[data-name='kinds Office']")
    assert button.inner_text().split() == ["职务", "17"]
    button.click()
    seen.wait("newsgraph.drawing.vertices.size === " + str(before - 17))
    assert seen.page.get_attribute("[data-name='kinds Office']", "aria-pressed") == "false"
    seen.page.click("text=清除筛选")
    seen.wait(f"newsgraph.drawing.vertices.size === {before}")

    seen.page.click("#legend summary:has-text('事件类型')")
    seen.page.hover("[data-name='eventTypes lecture']")
    seen.page.click("[data-name='only eventTypes lecture']")
    seen.wait("newsgraph.drawing.vertices.size < 20")
    labels = seen.page.evaluate("[...newsgraph.drawing.vertices.values()].map((vertex) => vertex.label)")
    assert {"省委宣讲团报告会", "江若水", "云泽大剧院", "省委宣讲团成员"} <= set(labels)
    assert not {"市委常委会会议", "陆景行", "青石镇"} & set(labels)

    seen.filter(eventTypes=None, roles=["inspector", "companion"])
    lines = seen.page.evaluate(
        """newsgraph.drawing.picture.lines.map((line) =>
            [line.from, line.to].map((id) => newsgraph.store.nodes.label[id]))"""
    )
    tied = {name for line in lines if "陆景行东岭县调研" in line for name in line}
    assert {"陆景行", "霍青原", "柳如松"} <= tied
    assert "邵云起" not in tied


def test_search_is_by_keyboard_and_brings_in_what_is_not_drawn(city, visit):
    seen = visit(city)
    count = shown(seen)
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("净水")
    seen.page.wait_for_selector("#results li")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector("h2:text('净水')")
    assert shown(seen) == count + 1
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("ljx")
    seen.page.wait_for_selector("#results li .why:text('lu jing xing')")
    seen.page.keyboard.press("ArrowDown")
    assert seen.page.get_attribute("#search", "aria-activedescendant") == "results-0"
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector("h2:text-is('陆景行')")
    seen.page.keyboard.press("Escape")
    seen.page.wait_for_selector("h3:text('联系最多的人')")


@pytest.mark.parametrize(
    ("query", "first", "why"),
    [
        ("远帆集团", "远帆港航集团有限公司", "远帆集团"),
        ("shenwangshu", "沈望舒", "shen wang shu"),
        ("shen wang", "沈望舒", "shen wang shu"),
        ("sws", "沈望舒", "shen wang shu"),
        ("市水利局局长", "云泽市水利局局长", None),
    ],
)
def test_search_knows_aliases_pinyin_initials_and_posts(city_page, query, first, why):
    found = city_page.page.evaluate("(query) => newsgraph.store.search(query, 5)", query)
    assert (found[0]["label"], found[0]["why"]) == (first, why)


def test_search_for_a_post_also_finds_who_holds_it(city_page):
    found = city_page.page.evaluate("newsgraph.store.search('云泽市水利局局长', 5)")
    assert [(one["label"], one["why"]) for one in found][1] == ("邵云起", "云泽市水利局局长")


def test_labels_on_the_canvas_do_not_touch_each_other_or_the_cards(city_page):
    boxes, cards = city_page.page.evaluate(
        """() => {
            const { drawing } = newsgraph;
            const { labels } = drawing.scene();
            return [labels.map(({ text, x, y }) => [x, y, widths.get(text) / 2]), drawing.cardBoxes()];
        }"""
    )
    assert len(boxes) > 30
    for i, (x, y, w) in enumerate(boxes):
        assert not any(abs(x - u) < w + t and abs(y - v) < 12.5 for u, v, t in boxes[i + 1 :])
        assert not any(abs(x - c["x"]) < w + c["w"] and abs(y - c["y"]) < 6 + c["h"] for c in cards)


def test_a_large_graph_opens_on_a_part_of_it(many, many_graph, visit):
    seen = visit(many, many_graph)
    assert 200 < shown(seen) <= 300
    assert f"图上 {shown(seen)} / 共 3001 个节点" in seen.text("#legend")
    before = shown(seen)
    absent = seen.page.evaluate(
        "newsgraph.store.nodes.label.find((_, id) => !newsgraph.drawing.vertices.has(id))"
    )
    seen.page.fill("#search", absent)
    seen.page.press("#search", "Enter")
    seen.page.wait_for_selector(f"h2:text-is('{absent}')")
    assert shown(seen) > before


def test_a_phone_shows_all_within_its_width_and_opens_legend_and_time(city, visit):
    seen = visit(city, viewport=PHONE)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert not seen.page.is_visible("#legend")
    seen.page.click("#show-legend")
    assert seen.page.is_visible("#legend [data-name='kinds Person']")
    seen.page.click("#show-legend")
    seen.page.click("#show-slider")
    assert seen.page.is_visible("#slider .histogram")
    seen.page.click("#fold-panel")
    assert seen.page.locator("#canvas").bounding_box()["height"] > 700
    outside = seen.page.evaluate(
        """(width) => [...document.querySelectorAll("button, input, h1, h2")].filter((element) => {
            const { left, right, height } = element.getBoundingClientRect();
            return height > 0 && !element.closest("#bar") && (left < 0 || right > width);
        }).map((element) => element.outerHTML)""",
        PHONE["width"],
    )
    assert outside == []
