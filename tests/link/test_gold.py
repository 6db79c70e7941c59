"""The gold pages that rules are developed on, from gold mentions through resolve and link."""

import pytest

from newsgraph.evaluate import score_page
from newsgraph.link import link_events
from newsgraph.model import Source, Tagged
from newsgraph.records import make_records
from newsgraph.resolve import resolve_pages
from newsgraph.segment import Overrides, segment_source
from newsgraph.tag.titles import find_titles
from tests.gold import SHARED, TUNED, gold_mentions, load_gold, page_path

FLOORS = {
    "event": 0.92,
    "event role": 0.90,
    "event date": 0.95,
    "event place": 0.90,
    "event status": 0.97,
    "event order": 0.98,
    "project fact": 0.95,
    "evidence": 1.0,
}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the corpora of ../shared are not here"),
]


@pytest.mark.parametrize("name", TUNED)
def test_link_events_meets_the_floors_on_gold_mentions(name: str) -> None:
    path = page_path(name)
    text = path.read_text(encoding="utf-8")
    page = segment_source(
        Source(id="s", name=path.name, sha256="", encoding="utf-8", text=text), overrides=Overrides()
    )
    gold = load_gold(name)
    tagged = [
        Tagged(article=article, mentions=mentions, titles=tuple(find_titles(article, mentions)))
        for article, mentions in gold_mentions(page, gold)
    ]
    resolution = resolve_pages([page], tagged)
    linked = link_events([page], tagged, resolution)
    records = make_records([page], tagged, resolution, linked, version="0", tagger="gold")
    rows = score_page(gold, records.to_dict())
    low = {
        row: rows[row].f1 for row, floor in FLOORS.items() if not rows[row].is_empty and rows[row].f1 < floor
    }
    assert low == {}
