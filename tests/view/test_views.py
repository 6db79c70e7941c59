"""The views beside the graph: what they show of a state, and how they change it."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from tests.conftest import RecordsBuilder
from tests.view.conftest import PHONE

VIEWS = ("timeline", "offices", "attendance", "table", "compare")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def years():
    """Three mayors one after the other, one of them of unprinted dates, and meetings of 2010 and 2016."""
    build = RecordsBuilder("云泽晚报", "2010-03-01", "云泽市")
    article = build.article("三任市长", "云泽市市长安若谷、白见山、常在川先后出席全市农业会议。")
    say = build.says(article, "市长")
    government = build.entity("Organization", "云泽市人民政府")
    hall = build.entity("Place", "云泽市会堂")
    works = build.entity("Project", "云泽东渠工程")
    people = [build.entity("Person", name) for name in ("安若谷", "白见山", "常在川", "杜远村")]
    office = build.office(people[0], "市长", government, say, since="2008-02", until="2012-01")
    build.relation(people[1], "HOLDS_OFFICE", office, say, since="2012-02")
    build.relation(people[2], "HOLDS_OFFICE", office, say)
    for row, first, last in zip(
        build.relations[1:],
        ("2010-03-01", "2012-05-01", "2016-02-01"),
        ("2011", "2014", "2018-06"),
        strict=True,
    ):
        row |= {"first_seen": first, "last_seen": last}
    for day, members in (
        ("2010-03-05", people[:2]),
        ("2010-06-05", people[:1]),
        ("2016-04-05", [people[2], people[0]]),
        ("2016-05-05", people[2:]),
    ):
        build.event(
            "meeting",
            f"{day[:7]}农业会议",
            say,
            date=(day, day, day),
            place=hall,
            projects=[works] if day > "2016" else [],
            participants=[(person, "attendee", i) for i, person in enumerate(members, 1)],
        )
    return build.records()


def names(seen, selector):
    return seen.page.locator(selector).all_inner_texts()


def marked(seen):
    return seen.page.evaluate(
        """[...document.querySelectorAll("#beside > section:not([hidden]) .view-body [aria-current]")]
            .map((element) => (element.querySelector(".link, th span") || element).innerText)"""
    )


def wait_selected(seen, *labels):
    seen.wait(
        """(labels) => JSON.stringify(newsgraph.state.value.selection.map((id) => newsgraph.store.nodes.label[id]))
            === JSON.stringify(labels)""",
        list(labels),
    )


def test_timeline_lists_events_by_day_in_order_and_marks_what_is_planned(city_page):
    seen = city_page.open("#view=timeline")
    assert names(seen, ".unit time") == ["2023-05", "2023-05-16", "2023-05-17", "2023-05-18", "2023-06-02"]
    assert names(seen, ".happening > .link")[1:3] == ["云泽内河港物流园项目签约仪式", "市委常委会会议"]
    assert names(seen, ".planned > .link") == ["云泽市生态环境保护大会"]
    assert "调研 · 2023-05-18 – 2023-05-19 · 东岭县" in seen.text("#beside")
    types = seen.page.evaluate("[...document.querySelectorAll('.happening')].map((one) => one.dataset.type)")
    assert types == ["lecture", "signing", "meeting", "visit", "meeting"]


def test_timeline_shows_participants_on_demand_in_printed_order(city_page):
    seen = city_page.open("#view=timeline")
    assert seen.page.locator(".cast").count() == 0
    seen.page.locator(".happening summary").nth(2).click()
    seen.page.wait_for_selector(".cast")
    text = seen.text("details[open]")
    order = ["主持", "沈望舒", "讲话", "叶听澜", "出席", "陆景行", "苏文澜", "孟怀瑾", "顾长宁"]
    assert [text.index(word) for word in order] == sorted(text.index(word) for word in order)


def test_timeline_groups_by_month_or_year_as_the_span_demands(many, many_graph, years, visit):
    months = visit(many, many_graph, state="#view=timeline")
    assert names(months, ".unit time")[:2] == ["2023-01", "2023-02"]
    assert months.page.locator(".strip .bars button").count() == 12
    far = visit(years, state="#view=timeline")
    assert names(far, ".unit time") == ["2010", "2016"]
    assert far.page.locator(".strip .bars button:disabled").count() == 5


def test_timeline_shows_where_somebody_selected_was(city_page):
    seen = city_page.open("#view=timeline")
    seen.set(selection=[seen.id("叶听澜")])
    assert names(seen, ".touched > .link") == ["市委常委会会议"]
    seen.set(selection=[seen.id("云泽市")])
    assert names(seen, ".touched > .link") == ["市委常委会会议", "云泽市生态环境保护大会"]


def test_timeline_strip_jumps_to_a_time_not_listed_yet(many, many_graph, visit):
    seen = visit(many, many_graph, state="#view=timeline")
    listed = seen.page.locator(".happening").count()
    seen.page.locator(".strip .bars button").last.click()
    seen.page.wait_for_selector('[data-unit="2023-12"] .happening')
    assert seen.page.locator(".happening").count() > listed
    assert seen.page.evaluate("document.activeElement.closest('[data-unit]').dataset.unit") == "2023-12"


def test_timeline_lengthens_to_show_what_is_selected_elsewhere(many, many_graph, visit):
    seen = visit(many, many_graph, state="#view=timeline")
    seen.set(selection=[seen.id("第299次工作会议")])
    seen.page.wait_for_selector(".happening[aria-current]")
    assert marked(seen) == ["第299次工作会议"]
    assert (
        seen.page.evaluate("document.querySelector('.happening[aria-current]').getBoundingClientRect().top")
        < 900
    )


def test_click_and_arrow_keys_select_from_a_view(city_page):
    seen = city_page.open("#view=timeline")
    seen.page.locator(".happening > .link").first.focus()
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Enter")
    wait_selected(seen, "市委常委会会议")
    seen.page.wait_for_selector("#panel h2:text('市委常委会会议')")
    assert marked(seen) == ["市委常委会会议"]
    assert seen.page.evaluate("document.activeElement.innerText") == "市委常委会会议"
    seen.page.keyboard.press("End")
    assert seen.page.evaluate("document.activeElement.innerText") == "云泽市生态环境保护大会"


@pytest.mark.parametrize("view", VIEWS)
def test_view_marks_what_the_graph_selects(city_page, view):
    seen = city_page.open(f"#view={view}")
    label = "市委常委会会议" if view == "timeline" else "陆景行"
    seen.set(selection=[seen.id(label)])
    assert label in marked(seen)
    seen.set(selection=[])
    assert marked(seen) == []


@pytest.mark.parametrize("view", VIEWS)
def test_view_follows_the_filter_and_the_focus(city_page, view):
    rows = {
        "timeline": ".happening",
        "offices": ".office",
        "attendance": ".matrix tbody tr",
        "table": ".rows tbody tr",
        "compare": ".compared li",
    }[view]
    seen = city_page.open(f"#view={view}")
    whole = seen.page.locator(rows).count()
    seen.filter(eventTypes=["signing"])
    some = seen.page.locator(rows).count()
    assert 0 < some < whole
    seen.filter(eventTypes=None)
    assert seen.page.locator(rows).count() == whole
    if view != "table":
        seen.set(selection=[seen.id("霍青原")], focus=1)
        assert 0 < seen.page.locator(rows).count() < whole
        assert "霍青原" in seen.text("#beside") or view == "timeline"


def test_offices_tell_printed_dates_from_seen_ones(years, visit):
    seen = visit(years, state="#view=offices")
    bars = seen.page.locator(".bar").evaluate_all(
        "(bars) => bars.map((bar) => [bar.ariaLabel, bar.dataset.since, bar.dataset.until])"
    )
    assert sorted(bars) == [
        ["安若谷 · 2008-02 – 2012-01 · 见报 2010-03-01 – 2011 · 证据", "printed", "printed"],
        ["常在川 · 见报 2016-02-01 – 2018-06 · 证据", "seen", "seen"],
        ["白见山 · 2012-02 – ? · 见报 2012-05-01 – 2014 · 证据", "printed", "seen"],
    ]
    assert sorted(names(seen, ".holder")) == ["安若谷", "常在川", "白见山"]


def test_offices_stand_in_time_and_holders_that_follow_each_other_in_one_lane(years, visit):
    seen = visit(years, state="#view=offices")
    assert seen.page.locator(".lane").count() < 3
    boxes = [
        seen.page.locator(f".bar[aria-label^={name}]").bounding_box()
        for name in ("安若谷", "白见山", "常在川")
    ]
    lefts = [box["x"] for box in boxes]
    assert lefts == sorted(lefts)
    axis = {mark.inner_text(): mark.bounding_box()["x"] for mark in seen.page.locator(".axis i").all()}
    assert lefts[0] < axis["2010"] < boxes[0]["x"] + boxes[0]["width"] < axis["2014"] < lefts[2]


def test_offices_leave_the_end_of_a_former_tenure_open_and_draw_no_more_of_it_than_is_known(visit):
    build = RecordsBuilder("云泽晚报", "2010-03-01", "云泽市")
    say = build.says(build.article("简历", "安若谷2003年任云泽市副市长，2008年任市长。"), "安若谷")
    body, person = build.entity("Organization", "云泽市人民政府"), build.entity("Person", "安若谷")
    build.office(person, "副市长", body, say, since="2003", former=True)
    build.office(person, "市长", body, say, since="2008")
    seen = visit(build.records(), state="#view=offices")
    bars = {
        bar.get_attribute("aria-label").split(" · ")[1]: bar.bounding_box()["width"]
        for bar in seen.page.locator(".bar").all()
    }
    assert set(bars) == {"2003 – ?", "2008 – ?"}
    assert bars["2003 – ?"] < bars["2008 – ?"]
    seen.page.locator(".holder").first.click()
    wait_selected(seen, "安若谷")
    seen.page.wait_for_selector("#panel .note")
    assert "2003 — ?" in seen.text("#panel")


def test_offices_open_the_evidence_of_a_tenure(years, visit):
    seen = visit(years, state="#view=offices")
    seen.page.locator(".bar[aria-label^=白见山]").click()
    wait_selected(seen, "白见山", "云泽市人民政府市长")
    seen.page.wait_for_selector("#panel blockquote mark")
    seen.page.locator(".office > .link").click()
    wait_selected(seen, "云泽市人民政府市长")


def test_offices_are_sorted_by_choice(city, visit):
    seen = visit(city, state="#view=offices")
    seen.page.select_option(".view-head select", "start")
    seen.wait("document.querySelector('.office .link').innerText === '市长'")


def test_attendance_cells_hold_role_and_printed_order(city_page):
    seen = city_page.open("#view=attendance")
    row = seen.page.locator(".matrix tbody tr", has_text="叶听澜")
    assert row.locator("td[data-go]").all_inner_texts() == ["出席5讲话"]
    assert row.locator("td[data-go]").get_attribute("title") == "叶听澜 · 出席 5, 讲话"
    counts = [int(text) for text in names(seen, ".matrix tbody output")]
    assert counts == sorted(counts, reverse=True)
    assert names(seen, ".matrix thead small") == ["2023-05", "2023-05-16", "2023-05-17", "2023-05-18"]


def test_attendance_is_walked_by_arrow_keys(city_page):
    seen = city_page.open("#view=attendance")
    seen.page.locator(".matrix [tabindex='0']").focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "Enter"):
        seen.page.keyboard.press(key)
    wait_selected(seen, "沈望舒", "云泽内河港物流园项目签约仪式")
    seen.page.keyboard.press("ArrowUp")
    seen.page.keyboard.press("Enter")
    wait_selected(seen, "云泽内河港物流园项目签约仪式")


def test_attendance_shows_more_on_demand_and_whoever_is_selected(many, many_graph, visit):
    seen = visit(many, many_graph, state="#view=attendance")
    rows = seen.page.locator(".matrix tbody tr")
    assert rows.count() == 20
    seen.page.locator("[data-at=people]").click()
    seen.wait("document.querySelectorAll('.matrix tbody tr').length === 40")
    other = seen.page.evaluate(
        """() => {
            const rows = document.querySelectorAll(".matrix tr[data-node]");
            const shown = new Set([...rows].map((row) => +row.dataset.node));
            const { links } = newsgraph.store;
            return links.source.find((id, i) => links.relation[i] === "PARTICIPATES" && !shown.has(id));
        }"""
    )
    seen.set(selection=[other])
    assert rows.count() == 41
    seen.page.select_option("[data-at=peopleBy]", "name")
    seen.wait(
        """() => {
            const names = [...document.querySelectorAll(".matrix tbody th span")].map((one) => one.innerText);
            return names.length > 39 && names.every((name, i) => !i || names[i - 1].localeCompare(name, "zh") <= 0);
        }"""
    )


def test_table_has_every_node_of_every_kind(city, city_page):
    seen = city_page.open("#view=table")
    kinds = Counter(row["type"] for row in city.entities) + Counter(Event=len(city.events))
    for kind, count in kinds.items():
        tab = f'section:not([hidden]) [data-at="kind {kind}"]'
        seen.page.locator(tab).click()
        seen.page.wait_for_selector(f"{tab}[aria-pressed=true]")
        assert seen.page.locator(".rows tbody tr").count() == count


@pytest.mark.parametrize("language", ["zh", "en"])
def test_table_of_people_and_bodies_needs_no_sideways_scrolling(many, many_graph, visit, language):
    seen = visit(many, many_graph, state=f"#view=table&language={language}")
    body = "document.querySelector('section:not([hidden]) .view-body')"
    for kind in ("Person", "Office", "Organization", "Place"):
        tab = f'section:not([hidden]) [data-at="kind {kind}"]'
        seen.page.locator(tab).click()
        seen.page.wait_for_selector(f"{tab}[aria-pressed=true]")
        assert seen.page.evaluate(f"{body}.scrollWidth - {body}.clientWidth") == 0, kind
    seen.page.locator('[data-at="kind Event"]').click()
    seen.page.click("#fold-panel")
    seen.wait(f"{body}.scrollWidth === {body}.clientWidth")


def test_table_leaves_out_columns_without_a_value(city, city_page):
    seen = city_page.open("#view=table")
    tab = 'section:not([hidden]) [data-at="kind Project"]'
    seen.page.locator(tab).click()
    seen.page.wait_for_selector(f"{tab}[aria-pressed=true]")
    had = {name for row in city.entities if row["type"] == "Project" for name in row["attrs"]}
    assert "investment_cny" in had and "area_m2" not in had
    heads = names(seen, "section:not([hidden]) .rows thead th")
    assert "投资额（元）" in heads and "面积（平方米）" not in heads


def test_table_sorts_filters_and_pages(many, many_graph, visit):
    seen = visit(many, many_graph, state="#view=table&language=en")
    ties = [int(row.split("\t")[-4]) for row in names(seen, ".rows tbody tr")]
    assert ties == sorted(ties, reverse=True)
    assert len(ties) == 50
    seen.page.get_by_role("button", name="Name").click()
    seen.page.wait_for_selector('th[aria-sort=ascending]:has-text("Name")')
    first = names(seen, ".rows tbody th")
    seen.page.get_by_role("button", name="Next page").click()
    seen.wait("document.querySelector('.pages output').innerText.startsWith('51–100')")
    assert not set(first) & set(names(seen, ".rows tbody th"))
    seen.filter(since="1950-01-01", until="1950-01-02")
    seen.filter(since=None, until=None, eventTypes=["signing"])
    assert seen.text(".pages output").startswith("1–")
    seen.filter(eventTypes=None)
    seen.page.locator('[data-at="kind Event"]').click()
    seen.page.locator(".query").press_sequentially("第29次")
    seen.wait("document.querySelectorAll('.rows tbody tr').length === 1")
    assert seen.page.evaluate("document.activeElement.value") == "第29次"


def test_compare_says_who_is_in_one_period_who_in_both_and_which_post_changed_hands(years, visit):
    seen = visit(years, state="#view=compare&compare=2010-01-01..2010-12-31,2016-01-01..2016-12-31")
    columns = seen.page.locator(".compared section")
    assert [column.locator("li .link").all_inner_texts() for column in columns.all()] == [
        ["白见山"],
        ["安若谷"],
        ["常在川", "杜远村"],
    ]
    assert columns.nth(1).locator("li output").inner_text() == "2 → 1 −1"
    assert names(seen, ".posts tbody tr")[0].split("\t") == ["云泽市人民政府市长", "安若谷", "常在川"]
    seen.page.locator('[data-at="kind Project"]').click()
    seen.page.wait_for_selector("[data-at='kind Project'][aria-pressed=true]")
    assert columns.nth(2).locator("li").all_inner_texts() == ["云泽东渠工程\n2"]


def test_compare_begins_with_half_of_the_events_in_each_period_and_takes_other_days(years, visit):
    seen = visit(years, state="#view=compare")
    days = seen.page.locator(".period input")
    assert days.evaluate_all("(inputs) => inputs.map((input) => input.value)") == [
        "2010-03-05",
        "2016-04-04",
        "2016-04-05",
        "2016-05-05",
    ]
    days.nth(1).fill("2010-04-01")
    seen.wait("newsgraph.state.value.compare?.[0][1] === '2010-04-01'")
    assert seen.page.evaluate("document.activeElement.value") == "2010-04-01"
    days.nth(0).fill("2011-01-01")
    seen.wait("newsgraph.state.value.compare[0].join() === '2011-01-01,2011-01-01'")
    seen.wait("location.hash.includes('compare=2011-01-01..2011-01-01')")


def test_views_speak_english_and_fit_a_phone(city, visit):
    seen = visit(city, viewport=PHONE)
    for view in VIEWS:
        seen.set(view=view, language="zh", theme="light")
        title = "#beside > section:not([hidden]) .view-title"
        assert re.match("[一-鿿]{2,3}", seen.text(title))
        seen.set(language="en", theme="dark")
        assert re.match("[A-Z][a-z]+", seen.text(title))
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        said = seen.page.evaluate(
            """[...document.querySelectorAll("#beside > :not([hidden]) .view-head :is(button, option, .note, span)")]
                .map((one) => one.textContent)"""
        )
        assert said
        assert not [words for words in said if re.search("[一-鿿]", words)]


def test_views_show_hostile_names_as_text(hostile, visit):
    seen = visit(hostile)
    for view in VIEWS:
        seen.set(view=view)
        shown = "#beside > section:not([hidden])"
        assert "<img src=x onerror=window.pwned=1>" in seen.text(shown)
        for details in seen.page.locator(f"{shown} details").all():
            details.evaluate("(details) => { details.open = true; }")
        seen.set(selection=[5])
        seen.page.wait_for_timeout(50)
    assert seen.page.evaluate("window.pwned") is None
    assert seen.page.locator("#beside :is(img, script, a, iframe, svg[onload])").count() == 0


@pytest.mark.parametrize("view", VIEWS)
def test_view_of_nothing_says_so(city_page, view):
    seen = city_page.open(f"#view={view}")
    seen.filter(since="1950-01-01", until="1950-12-31")
    assert re.search("没有|无", seen.text("#beside"))


def test_view_shows_what_was_asked_for_last_and_keeps_its_fields(city_page):
    seen = city_page.open("#view=compare")
    seen.page.evaluate(
        """async () => {
            for (const type of ["visit", "meeting", "signing", "lecture"]) {
                newsgraph.state.set({ filter: { ...newsgraph.state.value.filter, eventTypes: new Set([type]) } });
            }
            await newsgraph.done;
        }"""
    )
    shown = "section:not([hidden])"
    seen.page.locator(f"{shown} [data-at='kind Event']").click()
    seen.wait(
        "document.querySelector('section:not([hidden]) .compared .link')?.innerText === '省委宣讲团报告会'"
    )
    assert seen.page.locator(f"{shown} .period input").count() == 4


def test_scripts_of_the_page_share_no_name():
    folder = files("newsgraph.view") / "assets"
    scripts = [
        path for path in (*folder.iterdir(), *(folder / "views").iterdir(), *(folder / "save").iterdir())
    ]
    told = Counter(
        name
        for path in scripts
        if path.name.endswith(".js")
        for name in re.findall(
            r"^(?:async function|function|class|const|let) (\w+)", path.read_text("utf-8"), re.MULTILINE
        )
    )
    assert [name for name, count in told.items() if count > 1] == []
