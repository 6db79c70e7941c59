"""All formats at once: the same bytes twice, and any text, number or list written readably or refused by name."""

from __future__ import annotations

import io
import json

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from newsgraph.errors import ExportError
from newsgraph.export.clean import Cleaner
from newsgraph.export.formats import EXPORTERS, Format, export_files
from newsgraph.graph import build_graph
from newsgraph.records import Records
from tests.conftest import RecordsBuilder

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=20)
ANY_VALUE = st.one_of(ANY_TEXT, st.booleans(), st.integers(), st.floats(), st.lists(ANY_TEXT, max_size=3))
SOME = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_every_format_has_an_exporter():
    assert list(EXPORTERS) == list(Format)
    assert all(exporter.readers for exporter in EXPORTERS.values())


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("world", ["city", "hostile"])
def test_export_files_gives_the_same_bytes_twice(form, world, request):
    records = request.getfixturevalue(world)
    first, second = (export_files(records, build_graph(records), form) for _ in range(2))
    assert first == second
    assert all(content for content in first.values())


@pytest.mark.parametrize("form", list(Format))
def test_export_files_of_an_empty_build_can_be_read(form):
    nothing = Records(meta={"sources": []}, articles=[], mentions=[], entities=[], events=[], relations=[])
    check(form, export_files(nothing, build_graph(nothing), form))


def check(form, files):
    """Read the files back and return all texts in them that are values."""
    texts = set()
    for name, content in files.items():
        if name.endswith((".graphml", ".gexf")):
            root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
            texts |= {text for element in root.iter("*") for text in (element.text, *element.attrib.values())}
        elif name.endswith(".parquet"):
            for row in pq.read_table(io.BytesIO(content)).to_pylist():
                texts |= {value for value in row.values() if isinstance(value, str)}
        elif name.endswith((".json", ".jsonld")) and form is not Format.FTM:
            assert isinstance(json.loads(content), dict)
        elif form is Format.FTM:
            for line in content.decode().splitlines():
                texts |= {text for values in json.loads(line)["properties"].values() for text in values}
        else:
            content.decode("utf-8")
    return texts


def small_world(name, value):
    build = RecordsBuilder("报", "2020-01-02", None)
    article = build.article(name, f"开头{name}结尾")
    say = build.says(article, name or "开头")
    person = build.entity("Person", name, aliases=[name], key="p", note=value)
    body = build.entity("Organization", name, key="o")
    build.office(person, name, body, say, since=name)
    build.event(
        "meeting", name, say, date=(name, name, name), participants=[(person, "chair", 1)], remark=value
    )
    return build.records()


@pytest.mark.parametrize("form", [Format.GRAPHML, Format.GEXF, Format.PARQUET, Format.FTM])
@SOME
@given(name=ANY_TEXT)
def test_any_name_is_written_cleaned_and_reads_back(form, name):
    records = small_world(name, None)
    texts = check(form, export_files(records, build_graph(records), form))
    shown = Cleaner().text(name, where="", column="")
    if form is Format.FTM:
        shown = " ".join(shown.translate(dict.fromkeys(range(0x7F, 0xA0))).split())
    assert shown in texts or not shown


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.JSON])
@SOME
@given(value=ANY_VALUE)
def test_any_value_is_written_or_refused_by_name(form, value):
    records = small_world("甲", value)
    G = build_graph(records)
    try:
        files = export_files(records, G, form)
    except ExportError as err:
        assert isinstance(value, int | float)
        assert any(f"'{row['id']}', {column}" in str(err) for row, column in notes(records))
    else:
        check(form, files)


def notes(records):
    return [*((row, "note") for row in records.entities), *((row, "remark") for row in records.events)]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (float("nan"), "nan is no number that files can hold"),
        (float("-inf"), "-inf is no number"),
        (10**400, "a whole number of 1329 bits is no number"),
    ],
)
def test_a_number_that_no_file_holds_is_refused_with_its_place(value, says):
    records = small_world("甲", value)
    with pytest.raises(ExportError, match=f"note: {says}.*; want a finite one below 1.8e308, or text"):
        export_files(records, build_graph(records), Format.CSV)


def test_a_whole_number_over_64_bits_becomes_a_double_and_is_reported():
    cleaner = Cleaner()
    assert cleaner.value(2**63, where="n", column="c") == 2.0**63
    assert cleaner.value(2**63 - 1, where="n", column="c") == 2**63 - 1
    assert [row["change"] for row in cleaner.changed] == [
        "whole number over 64 bits written as the nearest double"
    ]


@pytest.mark.parametrize(
    ("table", "change", "says"),
    [
        ("articles", {"source": "s-0"}, "article 'a-.*': its source 's-0' is not in meta.sources"),
        ("mentions", {"source": "s-0"}, "mention 'm-.*': its source 's-0' is not in meta.sources"),
        ("mentions", {"article": "a-0"}, "mention 'm-.*': its article 'a-0' is not in articles"),
        (
            "relations",
            {"evidence": [{"article": "a-0"}]},
            "evidence of 'r-.*': its article 'a-0' is not in articles",
        ),
    ],
)
def test_records_that_are_not_whole_are_refused(city, table, change, says):
    rows = city.to_dict()[table]
    bad = Records.from_dict(city.to_dict() | {table: [rows[0] | change, *rows[1:]]})
    with pytest.raises(ExportError, match=f"{says}; give the records of one build, whole"):
        export_files(bad, build_graph(city), Format.FTM)


@pytest.mark.parametrize("name", ["a:b", "1st", "面 积", "x\x00"])
def test_an_attribute_that_can_be_no_column_is_refused(city, name):
    G = build_graph(city)
    next(iter(G.nodes.values()))[name] = "value"
    with pytest.raises(ExportError, match=r"attribute '.*': no column can be called so; want letters"):
        export_files(city, G, Format.GRAPHML)
