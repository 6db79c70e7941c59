"""followthemoney entities, validated by the followthemoney package and counted against the records."""

from __future__ import annotations

import json
from collections import Counter, defaultdict

import pytest

from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import make_tables
from newsgraph.export.ftm import REFERENCES, SCHEMATA, ftm_bytes
from newsgraph.graph import build_graph


def entities_of(records):
    tables = make_tables(build_graph(records), {}, Cleaner())
    return [json.loads(line) for line in ftm_bytes(tables, records).decode().splitlines()]


@pytest.fixture(scope="module", params=("city", "hostile", "terms"))
def world(request):
    records = request.getfixturevalue(request.param)
    return records, entities_of(records)


@pytest.fixture(scope="module")
def named(city):
    by_name = defaultdict(list)
    for entity in entities_of(city):
        for name in entity["properties"].get("name", ()):
            by_name[entity["schema"], name].append(entity)
    return {key: entities[0] for key, entities in by_name.items()}


def test_every_entity_is_valid_by_the_package(world):
    model = pytest.importorskip("followthemoney", reason="needs pip install 'newsgraph[ftm]' (and ICU)").model
    _, entities = world
    schemata = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    for entity in entities:
        schema = schemata[entity["id"]]
        assert not schema.abstract
        schema.validate(entity)
        assert all(entity["properties"].get(name) for name in schema.required)
        for name, values in entity["properties"].items():
            check_property(schema.get(name), values, schemata)


def check_property(prop, values, schemata):
    assert not prop.deprecated
    for value in values:
        assert prop.type.clean(value) == value
        assert prop.max_length is None or len(value) <= prop.max_length
        if prop.name in REFERENCES:
            assert prop.type.name == "entity"
            assert schemata[value].is_a(prop.range)
        else:
            assert prop.type.name != "entity"


def test_every_record_is_there(world):
    records, entities = world
    n = Counter(entity["schema"] for entity in entities)
    types = Counter(row["type"] for row in records.entities)
    assert n["Person"] == types["Person"]
    assert n["Position"] == types["Office"]
    assert n["Company"] + n["PublicBody"] + n["Organization"] == types["Organization"]
    assert (n["Address"], n["Project"], n["Event"]) == (types["Place"], types["Project"], len(records.events))
    relations = Counter(row["type"] for row in records.relations)
    assert n["Occupancy"] == relations["HOLDS_OFFICE"]
    assert (n["Membership"], n["ProjectParticipant"]) == (relations["PART_OF"], relations["INVESTS_IN"])
    told = sum(len(row["participants"]) + len(row["projects"]) for row in records.events)
    assert n["UnknownLink"] == told + relations["OFFICE_OF"] + relations["LOCATED_IN"]
    assert n["Mention"] == sum(row["type"] in SCHEMATA for row in records.mentions)
    assert (n["Article"], n["Document"]) == (len(records.articles), len(records.meta["sources"]))


def test_bodies_are_told_apart_by_their_names(named):
    assert ("Company", "远帆港航集团有限公司") in named
    assert ("PublicBody", "云泽市发展和改革委员会") in named
    assert ("PublicBody", "云泽市人民政府") in named


def test_a_position_has_its_body_and_an_occupancy_its_sentence(city, named):
    mayor = named["Position", "云泽市人民政府市长"]
    person = named["Person", "陆景行"]
    assert mayor["properties"]["organization"] == [named["PublicBody", "云泽市人民政府"]["id"]]
    assert person["properties"]["position"] == ["中共云泽市委员会副书记", "云泽市人民政府市长"]
    held = next(
        entity["properties"]
        for entity in entities_of(city)
        if entity["schema"] == "Occupancy" and entity["properties"]["post"] == [mayor["id"]]
    )
    assert held["holder"] == [person["id"]]
    assert held["startDate"] == ["2021-01"]
    assert held["date"] == ["2023-05-20"]
    assert "市长陆景行" in held["description"][0]
    assert held["proof"] == [city.articles[0]["id"]]


def test_an_event_has_its_people_place_days_and_proof(city, named):
    event = named["Event", "云泽内河港物流园项目签约仪式"]["properties"]
    assert event["startDate"] == event["endDate"] == ["2023-05-16"]
    assert event["location"] == ["云泽会展中心"]
    assert event["summary"] == ["签约 · 已举行 · 5月16日上午"]
    assert len(event["involved"]) == 11
    assert event["proof"] == [city.articles[0]["id"]]
    links = [
        entity["properties"]
        for entity in entities_of(city)
        if entity["schema"] == "UnknownLink"
        and entity["properties"]["subject"] == [named["Person", "陆景行"]["id"]]
        and entity["properties"]["object"] == [named["Event", "云泽内河港物流园项目签约仪式"]["id"]]
    ]
    assert [(link["role"], link["summary"]) for link in links] == [(["见证"], ["名单第 2 位"])]


def test_a_place_is_called_by_the_places_around_it_and_a_project_has_its_money(named):
    assert named["Address", "青石镇"]["properties"]["full"] == ["云泽市东岭县青石镇"]
    project = named["Project", "云泽内河港物流园项目"]["properties"]
    assert (project["amount"], project["currency"], project["summary"]) == (
        ["3650000000"],
        ["CNY"],
        ["1200 亩"],
    )
