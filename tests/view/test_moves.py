"""What a reader does with the graph: focus, expand, hide, pin, undo, paths, time, projection, keys."""

from __future__ import annotations

import pytest

from tests.conftest import RecordsBuilder
from tests.view.test_canvas import click, shown, spot

pytestmark = pytest.mark.browser


def labels(seen, script):
    """Return the labels of the ids that `script` gives."""
    return set(seen.page.evaluate(f"[...({script})].map((id) => newsgraph.store.nodes.label[id])"))


def do(seen, key, label=None):
    """Press a button of the panel, of the node named `label` if one is given; wait until the page shows it."""
    if label:
        seen.page.evaluate(
            "async (id) => { await newsgraph.go.node(id); await newsgraph.done; }", seen.id(label)
        )
    turn = seen.page.evaluate("newsgraph.turn")
    seen.page.click(f"#panel [data-act={key}]")
    seen.wait("async (turn) => { await newsgraph.done; return newsgraph.turn > turn; }", turn)


def undo(seen):
    seen.page.evaluate("async () => { newsgraph.state.undo(); await newsgraph.done; }")


def test_focus_leaves_one_or_two_steps_unfaded(city, visit):
    seen = visit(city)
    do(seen, "focus1", "邵云起")
    near = {"邵云起", "云泽市水利局局长", "陆景行东岭县调研"}
    assert labels(seen, "newsgraph.drawing.picture.near") == near
    do(seen, "focus2")
    wider = labels(seen, "newsgraph.drawing.picture.near")
    assert near | {"云泽市水利局", "陆景行", "“千塘百渠”水利工程"} <= wider
    assert "沈望舒" not in wider
    faded = seen.page.evaluate("newsgraph.drawing.scene().nodes.filter((node) => node.opacity < 0.2).length")
    assert faded == shown(seen) - len(wider)
    undo(seen)
    assert labels(seen, "newsgraph.drawing.picture.near") == near


def test_fold_hide_expand_and_undo(city, visit):
    seen = visit(city)
    before = labels(seen, "newsgraph.drawing.vertices.keys()")
    do(seen, "foldIn", "市委常委会会议")
    folded = labels(seen, "newsgraph.drawing.vertices.keys()")
    assert before - folded == {"沈望舒", "陆景行", "苏文澜", "孟怀瑾", "顾长宁", "叶听澜", "云泽市"}
    do(seen, "expand")
    assert labels(seen, "newsgraph.drawing.vertices.keys()") == before
    do(seen, "hide")
    assert before - labels(seen, "newsgraph.drawing.vertices.keys()") == {"市委常委会会议"}
    for state in (before, folded, before):
        undo(seen)
        assert labels(seen, "newsgraph.drawing.vertices.keys()") == state


def test_dragging_a_node_pins_it_and_undo_takes_it_back(city, visit):
    seen = visit(city)
    start = spot(seen, "霍青原")
    seen.page.mouse.move(start["x"], start["y"])
    seen.page.mouse.down()
    seen.page.mouse.move(start["x"] + 60, start["y"] + 40, steps=4)
    seen.page.mouse.up()
    seen.wait("Object.keys(newsgraph.state.value.pinned).length === 1")
    seen.page.evaluate("newsgraph.done")
    moved = spot(seen, "霍青原")
    assert (moved["x"] - start["x"], moved["y"] - start["y"]) == pytest.approx((60, 40), abs=8)
    undo(seen)
    assert spot(seen, "霍青原") == pytest.approx(start, abs=1)
    do(seen, "pin", "霍青原")
    assert seen.page.evaluate("(id) => id in newsgraph.state.value.pinned", seen.id("霍青原"))
    do(seen, "unpin")
    assert seen.page.evaluate("newsgraph.state.value.pinned") == {}


def test_path_shows_every_hop_with_its_sentences(city, visit):
    seen = visit(city)
    do(seen, "pathFrom", "霍青原")
    seen.page.keyboard.type("hzy")
    seen.page.wait_for_selector("#panel .results li")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector("#panel .step")
    text = seen.text()
    assert "4 步" in text
    at = 0
    for word in (
        "霍青原",
        "陪同（第 1 位）",
        "陆景行东岭县调研",
        "调研（第 1 位）",
        "陆景行",
        "云泽内河港物流园项目签约仪式",
        "韩知远",
    ):
        at = text.index(word, at) + len(word)
    assert seen.page.locator("#panel .hop blockquote mark").count() >= 4
    touched = "newsgraph.drawing.picture.lines.filter((line) => line.state === 'touched').length"
    assert seen.page.evaluate(touched) == 4
    seen.filter(eventTypes=["meeting"])
    assert "没有路径" in seen.text()
    seen.page.keyboard.press("Escape")
    seen.page.wait_for_selector("h3:text('联系最多的人')")


def test_path_without_an_end_leaves_the_focus_to_a_button_outside_the_panel(city, visit):
    seen = visit(city)
    do(seen, "pathFrom", "霍青原")
    assert seen.page.evaluate("document.activeElement.dataset.end") == "pathEnd"
    seen.page.click("[data-act=language]")
    seen.page.wait_for_selector("#panel h2:text('Path')")
    assert seen.page.evaluate("document.activeElement.dataset.act") == "language"


def test_time_slider_limits_the_days_and_plays_forward(city, visit):
    seen = visit(city)
    assert seen.text("#slider .when") == "2023-05-01 — 2023-06-02 · 事件 5"
    before = shown(seen)
    seen.page.focus("#slider [data-end=from]")
    for _ in range(15):
        seen.page.keyboard.press("ArrowRight")
    seen.page.evaluate("newsgraph.done")
    assert seen.page.evaluate("newsgraph.state.value.filter.since") == "2023-05-16"
    assert shown(seen) < before
    undo(seen)
    assert seen.page.evaluate("newsgraph.state.value.filter.since") is None
    seen.page.clock.install()
    seen.page.click("#slider .play")
    seen.page.clock.run_for(3000)
    seen.page.evaluate("newsgraph.done")
    assert seen.page.evaluate("newsgraph.state.value.filter.until") == "2023-05-04"
    seen.page.clock.run_for(40_000)
    assert seen.page.evaluate("newsgraph.state.value.filter.until") is None
    assert seen.page.evaluate("newsgraph.slider.timer") is None


def test_projection_ties_people_by_common_events_and_closeness_in_print(city, visit):
    seen = visit(city)
    seen.page.click("[data-act=projection]")
    seen.wait("newsgraph.drawing.vertices.size === 16")
    pairs = seen.page.evaluate("newsgraph.store.together()")
    name = {seen.id(label): label for label in ("苏文澜", "孟怀瑾", "沈望舒", "陆景行")}
    first = next(pair for pair in pairs if {pair["a"], pair["b"]} == {seen.id("苏文澜"), seen.id("孟怀瑾")})
    assert (first["weight"], first["rank"], len(first["events"])) == (2, 1, 2)
    chair = next(pair for pair in pairs if {name.get(pair["a"]), name.get(pair["b"])} == {"沈望舒", "陆景行"})
    assert (chair["weight"], chair["rank"]) == (2, 1)
    click(seen, "苏文澜", "孟怀瑾")
    seen.page.wait_for_selector("h3:text('2 次同场')")
    text = seen.text()
    assert "名单中平均相隔 1 位" in text
    assert text.index("省委宣讲团报告会") < text.index("市委常委会会议")


def test_projection_leaves_out_who_is_only_named_together(visit):
    build = RecordsBuilder("云泽晚报", "2023-05-20", "云泽市")
    article = build.article("任免", "任命甲乙为市长，丙丁为县长。丙丁、戊己出席会议。")
    one, two, three = (build.entity("Person", name) for name in ("甲乙", "丙丁", "戊己"))
    say = build.says(article, "任命")
    for kind, a, b in (("appointment", one, two), ("message", one, two), ("meeting", two, three)):
        build.event(kind, kind, say, participants=[(a, "appointee", 1), (b, "appointee", 2)])
    seen = visit(build.records(), state="#projection=1")
    names = "newsgraph.store.nodes.label"
    pairs = f"newsgraph.store.together().then((all) => all.map((p) => [{names}[p.a], {names}[p.b]].sort()))"
    assert seen.page.evaluate(pairs) == [["丙丁", "戊己"]]
    click(seen, "丙丁")
    seen.page.wait_for_selector("h3:has-text('同场人物')")
    assert "戊己" in seen.text().split("同场人物")[1].split("原文")[0]
    assert "甲乙" not in seen.text().split("同场人物")[1].split("原文")[0]


def test_keys_walk_focus_and_change_the_view(city, visit):
    seen = visit(city)
    click(seen, "陆景行")
    seen.page.wait_for_selector("h2:text('陆景行')")
    seen.page.keyboard.press("f")
    seen.wait("newsgraph.state.value.focus === 1")
    seen.page.keyboard.press("p")
    seen.wait("Object.keys(newsgraph.state.value.pinned).length === 1")
    start = spot(seen, "陆景行")
    seen.page.keyboard.press("ArrowRight")
    seen.wait("newsgraph.store.nodes.label[newsgraph.state.value.selection[0]] !== '陆景行'")
    seen.page.wait_for_timeout(450)
    assert spot(seen, *seen.selected())["x"] > spot(seen, "陆景行")["x"]
    assert start["x"] > 0
    for key, view in (("2", "timeline"), ("5", "table"), ("1", "graph")):
        seen.page.keyboard.press(key)
        seen.wait("(view) => newsgraph.state.value.view === view", view)
    seen.page.keyboard.press("z")
    seen.wait("newsgraph.state.value.view === 'table'")
