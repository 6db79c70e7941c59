"""The data frames: columns, names beside ids, one row a record."""

from __future__ import annotations

import pytest

from newsgraph.graph import FRAMES, build_graph, make_frame, select_part
from newsgraph.records import Records

EMPTY = Records(meta={}, articles=[], mentions=[], entities=[], events=[], relations=[])


@pytest.fixture(scope="module")
def frame(city):
    G = build_graph(city)
    return lambda table: make_frame(table, city, G)


@pytest.mark.parametrize("table", FRAMES)
def test_make_frame_has_the_documented_columns_even_without_rows(table, frame):
    for made in (frame(table), make_frame(table, EMPTY, build_graph(EMPTY))):
        assert tuple(made.columns[: len(FRAMES[table])]) == FRAMES[table]


def test_make_frame_has_a_row_for_every_record(frame, city):
    kinds = ("people", "offices", "organizations", "places", "projects")
    assert sum(len(frame(table)) for table in kinds) == len(city.entities)
    assert len(frame("events")) == len(city.events)
    assert len(frame("relations")) == len(city.relations)
    assert len(frame("participations")) == sum(len(event["participants"]) for event in city.events)


def test_make_frame_people_lists_offices_and_counts_events(frame):
    people = frame("people").set_index("name")
    assert people.loc["陆景行", "offices"] == ["中共云泽市委员会副书记", "云泽市人民政府市长"]
    assert people.loc["陆景行", "n_events"] == 3


def test_make_frame_offices_name_body_and_holders(frame):
    office = frame("offices").set_index("name").loc["云泽市人民政府市长"]
    assert (office["post"], office["organization"], office["holders"]) == (
        "市长",
        "云泽市人民政府",
        ["陆景行"],
    )


def test_make_frame_keeps_whole_numbers_whole(frame):
    projects = frame("projects").set_index("name")
    assert projects.loc["云泽内河港物流园项目", "investment_cny"] == 3_650_000_000
    assert str(projects["investment_cny"].dtype) == "Int64"
    assert str(frame("participations")["order"].dtype) == "Int64"


def test_make_frame_participations_carry_the_sentence(frame):
    rows = frame("participations").query("entity == '江若水'")
    assert list(rows["role"]) == ["speaker"]
    assert rows["sentence"].iloc[0].startswith("5月19日下午")


def test_make_frame_of_a_part_without_tenures_can_still_be_asked_for_their_time(city):
    part = select_part(city, build_graph(city), types="Person,Place")
    assert not [row for row in part.relations if row["attrs"]]
    relations = make_frame("relations", part, build_graph(part))
    assert relations[["since", "until"]].isna().all(axis=None)
    assert len(relations[relations["former"]]) == 0  # of type boolean, so that it chooses rows


@pytest.mark.parametrize("table", FRAMES)
def test_make_frame_knows_every_attribute_before_a_row_has_one(table, frame):
    assert tuple(frame(table).columns) == FRAMES[table] + ("level",) * (table == "places")


def test_make_frame_facts_are_the_figures_with_their_sentences(frame):
    (row, area) = frame("facts").to_dict("records")
    assert (row["project"], row["fact"], row["value"]) == (
        "云泽内河港物流园项目",
        "investment_cny",
        3_650_000_000,
    )
    assert "总投资36.5亿元" in row["sentence"] and area["fact"] == "area_mu"
    assert str(frame("facts")["currency"].dtype) == "string"  # though no figure here has one
