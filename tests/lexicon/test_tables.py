"""The tables of words and patterns."""

from __future__ import annotations

import re

import pytest

from newsgraph.lexicon import tables, world


@pytest.mark.parametrize(("table", "key"), [("bodies", "mass"), ("events", "heads"), ("projects", "generic")])
def test_alternatives_compile(table: str, key: str) -> None:
    assert re.compile(tables.alternatives(table, key)).search("") is None or key == "generic"


def test_words_of_a_missing_list_fail() -> None:
    with pytest.raises(KeyError, match="nothing"):
        tables.words("bodies", "nothing")


def test_countries_know_short_and_full_names() -> None:
    assert world.countries()["冰岛"] == "IS"
    assert {"德国", "中国", "苏联"} <= world.countries().keys()


def test_other_places_hold_regions_and_cities() -> None:
    assert {"长三角", "中亚", "东京", "长江"} <= world.other_places()
