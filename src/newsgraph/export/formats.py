"""One format at a time, from records that were built before."""

from __future__ import annotations

from enum import StrEnum

import networkx as nx

from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import make_tables
from newsgraph.export.gexf import gexf_bytes
from newsgraph.export.graph_json import json_bytes
from newsgraph.export.graphml import graphml_bytes
from newsgraph.export.tables_csv import csv_bytes
from newsgraph.records import Records


class Format(StrEnum):
    """What `export_files` writes: one file, or, for ``csv``, two."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    JSON = "json"
    CSV = "csv"


def export_files(records: Records, G: nx.MultiDiGraph[str], form: Format) -> dict[str, bytes]:
    """Return the files of one format, content by name: the same bytes as `write_outputs` writes.

    Raises
    ------
    ExportError
        If the graph has what the format cannot hold.
    """
    if form is Format.JSON:
        return {"graph.json": json_bytes(records)}
    tables = make_tables(G, {row["id"]: row["title"] for row in records.articles}, Cleaner())
    if form is Format.CSV:
        return {
            "nodes.csv": csv_bytes(tables.nodes, tables.node_columns),
            "edges.csv": csv_bytes(tables.edges, tables.edge_columns),
        }
    write = graphml_bytes if form is Format.GRAPHML else gexf_bytes
    return {f"graph.{form}": write(tables)}
