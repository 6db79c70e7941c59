"""Names, titles, sentences and addresses that try to run something."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
CALM = "window.pwned === undefined"
FOREIGN = ", ".join(
    f"#{part} :is(img, script, a, svg[onload])" for part in ("panel", "legend", "results", "beside")
)


def test_hostile_data_runs_nothing_and_is_shown_as_text(hostile, visit):
    seen = visit(hostile)
    opened = seen.page.evaluate(
        """async () => {
            const { go, store } = newsgraph;
            let opened = 0;
            for (let id = 0; id < store.size; id += 1) {
                await go.node(id, id % 8 === 0);
                await newsgraph.done;
                for (const details of document.querySelectorAll("#panel details")) {
                    details.open = true;
                    opened += 1;
                }
                const [other] = await store.neighbours(id);
                go.link(id, other);
                await newsgraph.done;
            }
            go.path(0, store.size - 1);
            await newsgraph.done;
            return opened;
        }"""
    )
    assert opened > len(hostile.entities)
    seen.page.fill("#search", "<img")
    seen.page.wait_for_selector("#results li")
    assert "<img src=x onerror=window.pwned=1>" in seen.text("#results")
    assert seen.page.evaluate(CALM)
    assert seen.page.locator(FOREIGN).count() == 0


def test_hostile_data_runs_nothing_in_any_view_or_language(hostile, visit):
    seen = visit(hostile)
    for view in ("timeline", "offices", "attendance", "table", "compare", "graph"):
        for language in ("zh", "en"):
            seen.set(view=view, language=language, selection=[3], focus=1)
    seen.set(view="graph", projection=True)
    assert seen.page.evaluate(CALM)
    assert seen.page.locator(FOREIGN).count() == 0


def test_hostile_ids_travel_in_the_address(hostile, visit):
    seen = visit(hostile)
    people = seen.page.evaluate(
        "newsgraph.store.nodes.kind.flatMap((kind, id) => (kind === 'Person' ? [id] : []))"
    )
    for person in people:
        seen.set(selection=[person], focus=1)
        back = seen.page.evaluate(
            """async () => {
                newsgraph.state.fromHash(newsgraph.state.toHash());
                await newsgraph.done;
                return newsgraph.state.value.selection;
            }"""
        )
        lone = seen.page.evaluate("(id) => !escapePart(newsgraph.store.keyOf(id))", person)
        assert back == ([] if lone else [person])
    assert seen.page.evaluate(CALM)
