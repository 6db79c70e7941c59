"""Every format of ``newsgraph export``, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsgraph.export.annotations import annotation_bytes
from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import Tables, make_tables
from newsgraph.export.ftm import ftm_bytes
from newsgraph.export.gexf import gexf_bytes
from newsgraph.export.graph_json import json_bytes
from newsgraph.export.graphml import graphml_bytes
from newsgraph.export.neo4j import neo4j_files
from newsgraph.export.parquet import parquet_files
from newsgraph.export.references import check_references
from newsgraph.export.tables_csv import csv_bytes, judgements_bytes
from newsgraph.judgements import JUDGEMENTS
from newsgraph.records import Records

if TYPE_CHECKING:
    import networkx as nx

Files = dict[str, bytes]
"""Content by file name."""


class Format(StrEnum):
    """What `export_files` writes."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    JSON = "json"
    CSV = "csv"
    CYPHER = "cypher"
    PARQUET = "parquet"
    FTM = "ftm"
    ANNOTATIONS = "annotations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """How one format is written from the cleaned tables and the records, and who reads it."""

    readers: str
    write: Callable[[Tables, Records], Files]


EXPORTERS: Mapping[Format, Exporter] = {
    Format.GRAPHML: Exporter(
        readers="Gephi, Cytoscape, igraph, networkx",
        write=lambda tables, records: {"graph.graphml": graphml_bytes(tables)},
    ),
    Format.GEXF: Exporter(
        readers="Gephi, with its timeline",
        write=lambda tables, records: {"graph.gexf": gexf_bytes(tables)},
    ),
    Format.JSON: Exporter(
        readers="programs: all records, as build writes them",
        write=lambda tables, records: {"graph.json": json_bytes(records)},
    ),
    Format.CSV: Exporter(
        readers="spreadsheets, R, pandas",
        write=lambda tables, records: {
            "nodes.csv": csv_bytes(tables.nodes, tables.node_columns),
            "edges.csv": csv_bytes(tables.edges, tables.edge_columns),
            JUDGEMENTS: judgements_bytes(records),
        },
    ),
    Format.CYPHER: Exporter(
        readers="Neo4j: CSV files and a load script",
        write=lambda tables, records: neo4j_files(tables),
    ),
    Format.PARQUET: Exporter(
        readers="pandas, DuckDB, Polars, Spark; needs newsgraph[parquet]",
        write=parquet_files,
    ),
    Format.FTM: Exporter(
        readers="followthemoney, Aleph, OpenSanctions' tools",
        write=lambda tables, records: {"entities.ftm.json": ftm_bytes(tables, records)},
    ),
    Format.ANNOTATIONS: Exporter(
        readers="Web Annotation tools: every mention and passage by offset and quote",
        write=lambda tables, records: {"annotations.jsonld": annotation_bytes(tables, records)},
    ),
}


def export_files(records: Records, G: nx.MultiDiGraph[str], form: Format) -> Files:
    """Return the files of one format, content by name; `write_outputs` writes the same bytes.

    Raises
    ------
    ExportError
        If the records are not whole, the graph has what the format cannot hold, or the format needs a package that
        is not installed.
    """
    check_references(records)
    titles = {row["id"]: row["title"] for row in records.articles}
    return EXPORTERS[form].write(make_tables(G, titles, Cleaner()), records)
