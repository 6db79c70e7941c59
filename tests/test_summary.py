"""The figures and lines that a person reads after a build."""

from __future__ import annotations

from newsgraph.records import Records
from newsgraph.summary import count_found, list_events


def test_count_found_names_everything_in_order(city: Records):
    found = count_found(city)
    assert list(found) == [
        "articles", "people", "offices", "organisations", "places", "projects", "events", "relations"
    ]  # fmt: skip
    assert found["articles"] == len(city.articles)
    assert found["people"] == sum(row["type"] == "Person" for row in city.entities)


def test_list_events_sorts_by_date_and_joins_roles(city: Records):
    lines = list_events(city)
    assert [line.date for line in lines if line.date] == sorted(line.date for line in lines if line.date)
    council = next(line for line in lines if line.what == "市委常委会会议")
    assert council.who.startswith("沈望舒 (chair); 陆景行 (attendee)")
    assert council.who.endswith("; +2 more")


def test_list_events_shows_a_range_and_what_is_planned(city: Records):
    lines = list_events(city)
    assert "2023-05-18 – 2023-05-19" in {line.date for line in lines}
    assert [line.what for line in lines if line.is_planned] == ["云泽市生态环境保护大会"]


def test_list_events_names_a_nameless_event_by_its_place(city: Records):
    assert any(line.type == "visit" and line.what == "东岭县" for line in list_events(city))


def test_list_events_puts_undated_events_last(city: Records):
    events = [{**city.events[0], "date": None}, *city.events[1:]]
    undated = Records.from_dict({**city.to_dict(), "events": events})
    assert list_events(undated)[-1].date == ""
