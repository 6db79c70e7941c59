"""Parquet read back by pyarrow and pandas: types, counts, values."""

from __future__ import annotations

import io
import sys
from datetime import date

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsgraph.errors import ExportError
from newsgraph.export.formats import Format, export_files
from newsgraph.export.parquet import RECORD_TABLES
from newsgraph.graph import build_graph


@pytest.fixture(scope="module")
def G(city):
    return build_graph(city)


@pytest.fixture(scope="module")
def tables(city, G):
    files = export_files(city, G, Format.PARQUET)
    return {name.removesuffix(".parquet"): pq.read_table(io.BytesIO(raw)) for name, raw in files.items()}


def test_parquet_has_a_table_for_the_graph_and_for_every_kind_of_record(tables):
    assert list(tables) == ["nodes", "edges", *RECORD_TABLES]


def test_parquet_holds_every_row(tables, city, G):
    passages = sum(len(row["evidence"]) for row in (*city.relations, *city.events))
    passages += sum(len(p["evidence"]) for row in city.events for p in row["participants"])
    assert {name: table.num_rows for name, table in tables.items()} == {
        "nodes": len(G),
        "edges": G.number_of_edges(),
        "events": len(city.events),
        "participants": sum(len(row["participants"]) for row in city.events),
        "evidence": passages,
        "mentions": len(city.mentions),
        "articles": len(city.articles),
        "sources": 1,
    }


def test_parquet_columns_have_types(tables):
    def types(table, *names):
        return [tables[table].schema.field(name).type for name in names]

    texts = pa.list_(pa.string())
    assert types("nodes", "label", "aliases", "n_mentions", "x") == [
        pa.string(),
        texts,
        pa.int64(),
        pa.float64(),
    ]
    assert types("nodes", "inferred", "area_mu") == [pa.bool_(), pa.float64()]
    assert types("edges", "order", "first_day") == [pa.int64(), pa.date32()]
    assert types("edges", "until", "former") == [pa.string(), pa.bool_()]  # though no edge has one
    assert types("events", "projects", "last_day") == [texts, pa.date32()]
    assert types("mentions", "start", "score") == [pa.int64(), pa.float64()]
    assert types("sources", "date", "chars") == [pa.date32(), pa.int64()]


def test_parquet_keeps_a_month_and_gives_its_days(tables):
    lecture = next(row for row in tables["events"].to_pylist() if row["name"] == "省委宣讲团报告会")
    assert (lecture["date_start"], lecture["date_text"]) == ("2023-05", "5月")
    assert (lecture["first_day"], lecture["last_day"]) == (date(2023, 5, 1), date(2023, 5, 31))


def test_parquet_answers_who_was_where_with_the_sentence(tables):
    frames = {name: table.to_pandas() for name, table in tables.items()}
    evidence = frames["evidence"].merge(
        frames["nodes"], left_on="entity", right_on="id", suffixes=("", "_node")
    )
    chairs = evidence[(evidence["role"] == "chair") & (evidence["label"] == "顾长宁")]
    assert list(chairs["owner"]) == list(frames["events"].query("type == 'signing'")["id"])
    row = chairs.iloc[0]
    assert row["text"][row["mark_start"] : row["mark_end"]] == "云泽内河港物流园项目签约仪式"
    assert set(frames["evidence"]["article"]) <= set(frames["articles"]["id"])
    relations = frames["evidence"].query("owner_table == 'edges'")["owner"]
    assert set(relations) <= set(frames["edges"]["id"])


def test_parquet_is_read_by_pandas(city, G, tmp_path):
    path = tmp_path / "nodes.parquet"
    path.write_bytes(export_files(city, G, Format.PARQUET)[path.name])
    frame = pd.read_parquet(path)
    assert set(frame["kind"]) == {"Person", "Office", "Organization", "Place", "Project", "Event"}
    assert list(frame.loc[frame["label"] == "中共云泽市委员会", "aliases"].iloc[0]) == ["市委"]


def test_parquet_without_pyarrow_says_how_to_install_it(city, G, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"needs pyarrow, .*: pip install 'newsgraph\[parquet\]'"):
        export_files(city, G, Format.PARQUET)
