"""GraphML as Gephi, igraph, Cytoscape and networkx read it.

Not networkx's own writer: its keys repeat an id for nodes and edges, its booleans are ``True``, and of a
multigraph its edge ids repeat, of which Gephi keeps one edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from newsgraph.export.columns import TERM, Row, Tables, column_type, merge_edges
from newsgraph.export.xml_text import to_bytes, xml_value

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def graphml_bytes(tables: Tables) -> bytes:
    """Return the graph as GraphML 1.0 in UTF-8: one edge per source, relation and target, of a
    tenure one per term; all ids unique.

    Lists are joined by ``；``. Gephi takes ``label``, ``weight``, ``r`` ``g`` ``b``, ``x`` ``y`` and
    ``size`` for its own.
    """
    edges = merge_edges(tables.edges, ("source", "relation", "target", *TERM))
    root = ET.Element("graphml", {"xmlns": NAMESPACE})
    node_columns = _keys(root, "node", tables.nodes, tables.node_columns, skip=("id",))
    edge_columns = _keys(
        root,
        "edge",
        edges,
        tables.edge_columns,
        skip=("id", "source", "target", "source_label", "target_label"),
    )
    graph = ET.SubElement(root, "graph", {"id": "newsgraph", "edgedefault": "directed"})
    for row in tables.nodes:
        _values(ET.SubElement(graph, "node", {"id": row["id"]}), "node", row, node_columns)
    for row in edges:
        ends = {name: row[name] for name in ("id", "source", "target")}
        _values(ET.SubElement(graph, "edge", ends), "edge", row, edge_columns)
    return to_bytes(root)


def _keys(
    root: ET.Element, scope: str, rows: Sequence[Row], columns: Sequence[str], *, skip: Sequence[str]
) -> dict[str, str]:
    """Declare the columns that hold anything, and return the key's id of each."""
    ids: dict[str, str] = {}
    for name in columns:
        if name in skip or all(row.get(name) is None for row in rows):
            continue
        # Gephi takes the ids d3 and d7 for labels, whatever the name: so ids are not numbers alone.
        ids[name] = f"{scope}-{len(ids)}"
        kind = column_type(rows, name)
        attrs = {"id": ids[name], "for": scope, "attr.name": name}
        ET.SubElement(root, "key", attrs | {"attr.type": "string" if kind == "liststring" else kind})
    return ids


def _values(element: ET.Element, scope: str, row: Row, columns: dict[str, str]) -> None:
    for name, key in columns.items():
        value = row.get(name)
        if value is not None and value != []:
            ET.SubElement(element, "data", {"key": key}).text = xml_value(value)
