"""Parquet: the graph and the records as eight typed tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from newsgraph.errors import ExportError
from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import Row, Tables, column_type
from newsgraph.export.days import first_day, last_day, with_days
from newsgraph.export.xml_text import xml_value
from newsgraph.records import EDGE_FACTS, MOVE_FACTS, NODE_FACTS, Records

if TYPE_CHECKING:
    import pyarrow as pa

Schema = Mapping[str, str]
"""Type by column: string, long, double, boolean, date or liststring."""

_KINDS = {bool: "boolean", float: "double", str: "string"}

FIXED: Schema = {
    "aliases": "liststring",
    "n_mentions": "long",
    "rank": "long",
    "order": "long",
    "weight": "long",
    "n_evidence": "long",
    "x": "double",
    "y": "double",
    "size": "double",
    "r": "long",
    "g": "long",
    "b": "long",
    "first_day": "date",
    "last_day": "date",
    **{name: _KINDS[kind] for name, kind in {**NODE_FACTS, **EDGE_FACTS, **MOVE_FACTS}.items()},
}
"""Types of the columns of nodes and edges that do not depend on the values; those of `NODE_COLUMNS` and `EDGE_COLUMNS`
that are not here are strings."""

RECORD_TABLES: Mapping[str, Schema] = {
    "events": {
        "id": "string",
        "type": "string",
        "name": "string",
        "status": "string",
        "date_start": "string",
        "date_end": "string",
        "date_text": "string",
        "first_day": "date",
        "last_day": "date",
        "place": "string",
        "projects": "liststring",
        "articles": "liststring",
        "n_participants": "long",
    },
    "participants": {
        "event": "string",
        "entity": "string",
        "role": "string",
        "order": "long",
        "n_evidence": "long",
    },
    "evidence": {
        "owner": "string",
        "owner_table": "string",
        "entity": "string",
        "role": "string",
        "article": "string",
        "start": "long",
        "end": "long",
        "text": "string",
        "mark_start": "long",
        "mark_end": "long",
    },
    "mentions": {
        "id": "string",
        "source": "string",
        "article": "string",
        "start": "long",
        "end": "long",
        "text": "string",
        "type": "string",
        "entity": "string",
        "score": "double",
        "by": "string",
    },
    "articles": {
        "id": "string",
        "source": "string",
        "kind": "string",
        "title": "string",
        "kicker": "string",
        "subtitle": "string",
        "bylines": "liststring",
        "date": "date",
        "place": "string",
        "start": "long",
        "end": "long",
    },
    "sources": {
        "id": "string",
        "name": "string",
        "sha256": "string",
        "encoding": "string",
        "chars": "long",
        "paper": "string",
        "date": "date",
        "place": "string",
        "serial": "string",
        "number": "long",
        "pages": "long",
    },
}
"""The tables made from the records, beside ``nodes`` and ``edges``, which have the columns of the CSV files."""


def parquet_files(tables: Tables, records: Records) -> dict[str, bytes]:
    """Return one Parquet file per table, content by name: the same bytes for the same input and pyarrow.

    Days are ``date32``, numbers 64 bits, lists lists of strings; what is unknown is null. Text is cleaned as in the
    other tables, so that ids agree with theirs.

    Raises
    ------
    ExportError
        If pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError as err:
        raise ExportError(
            "format parquet needs pyarrow, which is not installed; install it with: pip install 'newsgraph[parquet]'"
        ) from err
    files = {}
    for name, rows, columns in (
        ("nodes", *with_days(tables.nodes, tables.node_columns, "node")),
        ("edges", *with_days(tables.edges, tables.edge_columns, "edge")),
    ):
        own = {column: column_type(rows, column) for column in columns}
        files[f"{name}.parquet"] = _file(rows, {c: FIXED.get(c, own[c]) for c in columns})
    cleaner = Cleaner()
    for name, schema in RECORD_TABLES.items():
        rows = [
            {c: cleaner.value(row.get(c), where=name, column=c) for c in schema}
            for row in _ROWS[name](records)
        ]
        files[f"{name}.parquet"] = _file(rows, schema)
    return files


def _file(rows: Sequence[Row], schema: Schema) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {
        "string": pa.string(),
        "long": pa.int64(),
        "double": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "liststring": pa.list_(pa.string()),
    }
    arrays = [
        pa.array([_as(kind, row.get(name)) for row in rows], types[kind]) for name, kind in schema.items()
    ]
    table: pa.Table = pa.table(
        arrays, schema=pa.schema([(name, types[kind]) for name, kind in schema.items()])
    )
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _as(kind: str, value: Any) -> Any:
    """Return `value` as pyarrow wants it for a column of type `kind`; see `column_type` for mixed columns."""
    if value is None:
        return None
    if kind == "date":
        return date.fromisoformat(value)
    if kind == "double":
        return float(value)
    return xml_value(value) if kind == "string" else value


def _events(records: Records) -> Iterator[Row]:
    for row in records.events:
        when = row["date"] or {"start": None, "end": None, "text": None}
        yield row | {
            "date_start": when["start"],
            "date_end": when["end"],
            "date_text": when["text"],
            "first_day": first_day(when["start"]),
            "last_day": last_day(when["end"] or when["start"]),
            "n_participants": len(row["participants"]),
        }


def _participants(records: Records) -> Iterator[Row]:
    for event in records.events:
        for row in event["participants"]:
            yield row | {"event": event["id"], "n_evidence": len(row["evidence"])}


def _evidence(records: Records) -> Iterator[Row]:
    for relation in records.relations:
        yield from _passages(relation["evidence"], {"owner": relation["id"], "owner_table": "edges"})
    for event in records.events:
        about = {"owner": event["id"], "owner_table": "events"}
        yield from _passages(event["evidence"], about)
        for row in event["participants"]:
            yield from _passages(row["evidence"], about | {"entity": row["entity"], "role": row["role"]})


def _passages(evidence: Iterable[Row], about: Row) -> Iterator[Row]:
    for row in evidence:
        yield row | about | {"mark_start": row["mark"][0], "mark_end": row["mark"][1]}


def _articles(records: Records) -> Iterator[Row]:
    for row in records.articles:
        yield row | {
            "bylines": [f"{byline['role']} {byline['name']}" for byline in row["bylines"]],
            "date": first_day(row["date"]),
            "start": row["spans"][0][0],
            "end": row["spans"][-1][1],
        }


def _sources(records: Records) -> Iterator[Row]:
    for row in records.meta["sources"]:
        yield row | {"date": first_day(row["date"])}


_ROWS = {
    "events": _events,
    "participants": _participants,
    "evidence": _evidence,
    "mentions": lambda records: records.mentions,
    "articles": _articles,
    "sources": _sources,
}
