"""GEXF 1.3 with drawing and time, as Gephi reads it.

Not networkx's own writer: it has no ``kind``, which keeps parallel edges apart, and it dates
the file with today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from newsgraph.export.columns import DRAWING, TERM, Row, Tables, column_type, merge_edges
from newsgraph.export.days import Days, days_of_edge, days_of_node, hull
from newsgraph.export.xml_text import list_literal, to_bytes, xml_value

NAMESPACE = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
SHAPES = {
    "Person": "disc",
    "Office": "triangle",
    "Organization": "square",
    "Place": "triangle",
    "Project": "square",
    "Event": "diamond",
}
"""GEXF knows four shapes; the colour tells the six kinds apart."""
NODE_SKIP = ("id", "label", *DRAWING)
EDGE_SKIP = ("id", "source", "target", "label", "weight", "source_label", "target_label")


def gexf_bytes(tables: Tables) -> bytes:
    """Return the graph as GEXF 1.3 in UTF-8, directed and dynamic in full days.

    One edge per source, target, relation and role, of a tenure one per term; its ``kind`` is the relation
    (``PARTICIPATES/chair`` for a role, ``HOLDS_OFFICE/2`` for a second term), so that Gephi keeps parallel
    edges. A node or edge lives from its first to its last known day: an event and its edges on the event's
    days, a tenure from ``since`` to ``until`` where known, all else while it is seen in print; a node lives
    as long as its edges. What has no date lives always.
    ``aliases`` is a list.
    """
    edges = merge_edges(tables.edges, ("source", "relation", "target", "role", *TERM))
    days = {row["id"]: days_of_node(row) for row in tables.nodes}
    for row in edges:
        for end in (row["source"], row["target"]):
            days[end] = hull(days[end], days_of_edge(row))
    root = ET.Element("gexf", {"xmlns": NAMESPACE, "xmlns:viz": VIZ, "version": "1.3"})
    ET.SubElement(ET.SubElement(root, "meta"), "creator").text = "newsgraph"
    graph = ET.SubElement(
        root,
        "graph",
        {
            "mode": "dynamic",
            "defaultedgetype": "directed",
            "timeformat": "date",
            "timerepresentation": "interval",
        },
    )
    node_columns = _declare(graph, "node", tables.nodes, tables.node_columns, NODE_SKIP)
    edge_columns = _declare(graph, "edge", edges, tables.edge_columns, EDGE_SKIP)
    nodes_element = ET.SubElement(graph, "nodes", {"count": str(len(tables.nodes))})
    for row in tables.nodes:
        attrs = {"id": row["id"], "label": row["label"]} | _lifetime(days[row["id"]])
        element = ET.SubElement(nodes_element, "node", attrs)
        _values(element, row, node_columns)
        _draw(element, row)
    edges_element = ET.SubElement(graph, "edges", {"count": str(len(edges))})
    for row, kind in zip(edges, _kinds(edges), strict=True):
        element = ET.SubElement(edges_element, "edge", _edge_attrs(row, kind))
        _values(element, row, edge_columns)
    return to_bytes(root)


def _kinds(edges: Iterable[Row]) -> Iterator[str]:
    """Yield the kind of each edge; a second term in an office has another than the first (HOLDS_OFFICE/2)."""
    told: Counter[tuple[str, str, str]] = Counter()
    for row in edges:
        kind = f"{row['relation']}/{row['role']}" if row.get("role") else row["relation"]
        key = (row["source"], row["target"], kind)
        told[key] += 1
        yield kind if told[key] == 1 else f"{kind}/{told[key]}"


def _edge_attrs(row: Row, kind: str) -> dict[str, str]:
    attrs = {name: str(row[name]) for name in ("id", "source", "target", "weight")}
    return attrs | {"label": xml_value(row["label"]), "kind": kind} | _lifetime(days_of_edge(row))


def _lifetime(days: Days) -> dict[str, str]:
    return {name: day for name, day in zip(("start", "end"), days, strict=True) if day}


def _declare(
    graph: ET.Element, scope: str, rows: Sequence[Row], columns: Sequence[str], skip: Sequence[str]
) -> dict[str, str]:
    element = ET.SubElement(graph, "attributes", {"class": scope})
    held = [n for n in columns if n not in skip and any(row.get(n) is not None for row in rows)]
    for name in held:
        attrs = {"id": name, "title": name, "type": column_type(rows, name)}
        ET.SubElement(element, "attribute", attrs)
    return {name: column_type(rows, name) for name in held}


def _values(element: ET.Element, row: Row, columns: dict[str, str]) -> None:
    values = ET.SubElement(element, "attvalues")
    for name, kind in columns.items():
        value = row.get(name)
        if value is None or value == []:
            continue
        text = list_literal(value) if kind == "liststring" else xml_value(value)
        ET.SubElement(values, "attvalue", {"for": name, "value": text})


def _draw(element: ET.Element, row: Row) -> None:
    ET.SubElement(element, "viz:color", {name: str(row[name]) for name in ("r", "g", "b")})
    ET.SubElement(element, "viz:position", {"x": str(row["x"]), "y": str(row["y"]), "z": "0.0"})
    ET.SubElement(element, "viz:size", {"value": str(row["size"])})
    ET.SubElement(element, "viz:shape", {"value": SHAPES[row["kind"]]})
