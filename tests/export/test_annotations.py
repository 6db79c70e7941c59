"""Web Annotations: offsets and quotes that find the words again in the source, terms that the W3C's context knows."""

from __future__ import annotations

import json

import pytest

from newsgraph.export.annotations import AROUND, CONTEXT, annotation_bytes, entity_iri, source_iri
from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import make_tables
from newsgraph.graph import build_graph
from tests.conftest import COUNCIL, INSPECTION, LECTURE, SIGNING, RecordsBuilder

SOURCE = "\n".join((SIGNING, COUNCIL, INSPECTION, LECTURE))
"""The text that the city's offsets point into."""
TERMS = {
    *(
        "@context",
        "id",
        "type",
        "partOf",
        "items",
        "total",
        "startIndex",
        "motivation",
        "body",
        "target",
        "source",
    ),
    *(
        "selector",
        "purpose",
        "value",
        "language",
        "format",
        "label",
        "start",
        "end",
        "exact",
        "prefix",
        "suffix",
    ),
}
"""Those terms of the Web Annotation context that are written."""


def page_of(records):
    return json.loads(annotation_bytes(make_tables(build_graph(records), {}, Cleaner()), records))


@pytest.fixture(scope="module")
def page(city):
    return page_of(city)


def selectors(annotation):
    position, words = annotation["target"]["selector"]
    assert (position["type"], words["type"]) == ("TextPositionSelector", "TextQuoteSelector")
    return position, words


def test_page_holds_one_annotation_per_mention_and_passage(page, city):
    assert (page["@context"], page["type"]) == (CONTEXT, "AnnotationPage")
    passages = sum(len(row["evidence"]) for row in (*city.relations, *city.events))
    passages += sum(len(p["evidence"]) for row in city.events for p in row["participants"])
    passages += sum(len(fact["evidence"]) for row in city.entities for fact in row.get("facts", ()))
    assert len(page["items"]) == page["partOf"]["total"] == len(city.mentions) + passages
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


def test_selectors_find_the_words_in_the_source(page):
    for annotation in page["items"]:
        position, words = selectors(annotation)
        start, end = position["start"], position["end"]
        before, after = words.get("prefix", ""), words.get("suffix", "")
        assert SOURCE[start:end] == words["exact"]
        assert SOURCE[start - len(before) : start] == before
        assert SOURCE[end : end + len(after)] == after
        assert max(len(before), len(after)) <= AROUND


def test_mentions_in_a_sentence_of_evidence_have_words_around_them(page):
    mention = next(item for item in page["items"] if selectors(item)[1]["exact"] == "霍青原")
    assert selectors(mention)[1] == {
        "type": "TextQuoteSelector",
        "exact": "霍青原",
        "prefix": "东岭县委书记",
        "suffix": "、县长柳如松陪同。",
    }


def test_positions_count_code_points_not_code_units():
    build = RecordsBuilder("报", "2020-01-02", None)
    build.article("题", "𠮷林𠀀街，沈望舒到场。")
    build.entity("Person", "沈望舒")
    (annotation,) = page_of(build.records())["items"]
    assert selectors(annotation)[0] == {"type": "TextPositionSelector", "start": 5, "end": 8}


def test_bodies_name_the_entity_and_say_what_is_proved(page, city):
    mention = next(item for item in page["items"] if selectors(item)[1]["exact"] == "市委")
    party = next(row for row in city.entities if row["name"] == "中共云泽市委员会")
    assert mention["motivation"] == "identifying"
    assert mention["body"][0] == {"type": "TextualBody", "purpose": "tagging", "value": "ORG"}
    assert mention["body"][1]["source"] == {"id": entity_iri(party["id"]), "label": "中共云泽市委员会"}
    says = {body.get("value") for item in page["items"] for body in item["body"]}
    assert {"云泽市水利局 隶属 云泽市人民政府", "顾长宁 主持 云泽内河港物流园项目签约仪式"} <= says


def test_source_is_named_by_its_hash(page, city):
    source = city.meta["sources"][0]
    for annotation in page["items"]:
        target = annotation["target"]["source"]
        assert (target["id"], target["label"]) == (source_iri(source["sha256"]), source["name"])


def test_only_terms_of_the_context_are_used(page, hostile):
    def check(value):
        if isinstance(value, dict):
            assert set(value) <= TERMS
            assert "type" in value or set(value) <= {"id", "label"}
            for inner in value.values():
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)

    check(page)
    check(page_of(hostile))


def test_ids_are_iris_whatever_they_hold():
    assert entity_iri("甲 <\ud800>") == "urn:newsgraph:%E7%94%B2%20%3C%ED%A0%80%3E"
