"""Labels of events without a name."""

from __future__ import annotations

import pytest

from newsgraph.graph.naming import event_label

NAMES = {"a": "陆景行", "b": "霍青原", "p": "东岭县", "j": "内河港物流园项目", "k": "水库工程"}


def event(kind, *participants, place=None, name="", projects=()):
    rows = [{"entity": entity, "role": role, "order": order} for entity, role, order in participants]
    return {"type": kind, "name": name, "place": place, "participants": rows, "projects": projects}


@pytest.mark.parametrize(
    ("row", "label"),
    [
        (event("visit", ("a", "inspector", 1), ("b", "companion", 1), place="p"), "陆景行东岭县调研"),
        (event("appointment", ("b", "appointee", 2), ("a", "appointee", 1)), "陆景行等任免"),
        (event("message", ("b", "recipient", 1), ("a", "sender", None)), "陆景行致电"),
        (event("meeting", ("b", "attendee", 1)), "会议"),
        (event("meeting", ("b", "chair", 1), name="常委会会议"), "常委会会议"),
        (event("parade"), "parade"),
        (event("signing", ("a", "witness", 1), place="p", projects=("j", "k")), "内河港物流园项目等签约"),
        (event("visit", ("a", "inspector", 1), projects=("k",)), "陆景行调研"),
        (event("visit", ("a", "visitor", 1), place="p"), "陆景行东岭县访问"),
    ],
)
def test_event_label_says_who_where_and_what(row, label):
    assert event_label(row, NAMES) == label
