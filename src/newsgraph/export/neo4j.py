"""CSV files for Neo4j, with a Cypher script that loads them.

One set of files for both ways in: ``LOAD CSV`` by the script, into a database that runs, and ``neo4j-admin database
import``, which reads the types from the headers (``:ID``, ``:LABEL``, ``n_mentions:long``, ``aliases:string[]``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsgraph.errors import ExportError
from newsgraph.export.columns import Row, Tables, column_type
from newsgraph.export.days import with_days

LABEL = "Newsgraph"
"""Label that all nodes have beside their kind: ids are unique under it."""
BETWEEN = "\x1f"
"""Between the members of a list: the unit separator, which no cleaned text holds."""

TYPES: Mapping[str, tuple[str, str]] = {
    "boolean": ("boolean", "toBoolean({})"),
    "long": ("long", "toInteger({})"),
    "double": ("double", "toFloat({})"),
    "date": ("date", "date({})"),
    "liststring": ("string[]", r"split({}, '\u001F')"),
    "string": ("", "{}"),
}
"""Of each type of column: its name in a header, and the Cypher that makes a value of a cell."""

NODE_KEYS = {"id": "id:ID", "labels": ":LABEL", "kind": None}
EDGE_KEYS = {
    "source": ":START_ID",
    "target": ":END_ID",
    "relation": ":TYPE",
    "source_label": None,
    "target_label": None,
}
"""Headers of the columns that are no properties; ``None``: not written, since the node or the label has it."""

HEAD = """\
// The graph of newsgraph for Neo4j 5 (Community or Enterprise) and later.
//
// 1. Copy the .csv files that lie beside this script into the database's import folder
//    (Debian: /var/lib/neo4j/import; Docker: /var/lib/neo4j/import or what is mounted there;
//    Neo4j Desktop: the instance's menu opens it).
// 2. Run the script: cypher-shell -u neo4j -f load.cypher
//    or paste all of it into Neo4j Browser or the Query tab.
//
// Every node has the label Newsgraph beside its kind. Running the script again updates and doubles nothing;
// MATCH (n:Newsgraph) DETACH DELETE n takes everything out again.
"""

_LINE = ",\n    "


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as it stands in a file: `name` in the graph, `header` in the file, `cypher` to make a value of it."""

    name: str
    header: str
    cypher: str


def neo4j_files(tables: Tables) -> dict[str, bytes]:
    """Return one CSV file per kind of node and per relation, and ``load.cypher``, content by name.

    The columns are those of the tables, without those that hold nothing; two dates, ``first_day`` and ``last_day``,
    are added (see `with_days`). Nodes are merged by ``id`` under the label `LABEL`, edges by their ends and ``id``.

    Raises
    ------
    ExportError
        If a relation's name can be no relationship type.
    """
    nodes, node_columns = with_days(tables.nodes, tables.node_columns, "node")
    edges, edge_columns = with_days(tables.edges, tables.edge_columns, "edge")
    files: dict[str, bytes] = {}
    script = [HEAD, *_SCHEMA]
    for kind, rows in _group(nodes, "kind"):
        name, columns = f"nodes-{kind}.csv", _columns(rows, node_columns, NODE_KEYS)
        labelled = [row | {"labels": [LABEL, kind]} for row in rows]
        files[name] = _csv((*_keys(NODE_KEYS), *columns), labelled)
        script.append(_node_clause(name, kind, columns))
    for relation, rows in _group(edges, "relation"):
        name, columns = f"edges-{relation}.csv", _columns(rows, edge_columns, EDGE_KEYS)
        files[name] = _csv((*_keys(EDGE_KEYS), *columns), rows)
        script.append(_edge_clause(name, relation, columns))
    files["load.cypher"] = "\n".join(script).encode()
    return files


_SCHEMA = (
    f"CREATE CONSTRAINT newsgraph_id IF NOT EXISTS FOR (n:{LABEL}) REQUIRE n.id IS UNIQUE;\n",
    f"CREATE INDEX newsgraph_label IF NOT EXISTS FOR (n:{LABEL}) ON (n.label);\n",
)


def _group(rows: Iterable[Row], by: str) -> list[tuple[str, list[Row]]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[by]].append(row)
    for name in groups:
        if not name.isidentifier():
            raise ExportError(f"{by} {name!r}: Neo4j takes letters, digits and _, not a digit first")
    return sorted(groups.items())


def _keys(headers: Mapping[str, str | None]) -> list[_Column]:
    return [_Column(name, header, "") for name, header in headers.items() if header]


def _columns(rows: Sequence[Row], names: Sequence[str], keys: Mapping[str, str | None]) -> list[_Column]:
    columns = []
    for name in names:
        if name in keys or all(row.get(name) in (None, []) for row in rows):
            continue
        kind, cypher = TYPES["date" if name in ("first_day", "last_day") else column_type(rows, name)]
        header = f"{name}:{kind}" if kind else name
        columns.append(_Column(name, header, cypher.format(f"row.`{header}`" if kind else f"row.{name}")))
    return columns


def _csv(columns: Sequence[_Column], rows: Iterable[Row]) -> bytes:
    lines = [",".join(column.header for column in columns)]
    lines += [",".join(_cell(row.get(column.name)) for column in columns) for row in rows]
    return "\n".join((*lines, "")).encode()


def _cell(value: Any) -> str:
    r"""Return a cell; texts in quotes, since Neo4j takes an unquoted empty cell for null.

    Inside quotes ``LOAD CSV`` reads ``\\`` as one backslash, unless told otherwise by the server's settings.
    """
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    text = BETWEEN.join(value) if isinstance(value, list) else str(value)
    return '"' + text.replace("\\", r"\\").replace('"', '""') + '"'


def _node_clause(file: str, kind: str, columns: Sequence[_Column]) -> str:
    sets = [f"n:{kind}", *(f"n.{column.name} = {column.cypher}" for column in columns)]
    return f"""\
LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row
MERGE (n:{LABEL} {{id: row.`id:ID`}})
SET {_LINE.join(sets)};
"""


def _edge_clause(file: str, relation: str, columns: Sequence[_Column]) -> str:
    sets = [f"r.{column.name} = {column.cypher}" for column in columns if column.name != "id"]
    return f"""\
LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row
MATCH (a:{LABEL} {{id: row.`:START_ID`}})
MATCH (b:{LABEL} {{id: row.`:END_ID`}})
MERGE (a)-[r:{relation} {{id: row.id}}]->(b)
SET {_LINE.join(sets)};
"""
