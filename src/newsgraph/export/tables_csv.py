"""``nodes.csv``, ``edges.csv`` and ``judgements.csv``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import Row
from newsgraph.judgements import COLUMNS, JUDGEMENTS, list_judgements
from newsgraph.records import JOINT, Records


def csv_bytes(rows: Iterable[Row], columns: Sequence[str]) -> bytes:
    """Return `rows` as CSV (RFC 4180) in UTF-8 with a byte order mark, a line of column names first.

    Without the mark, Excel reads Chinese text in the system's code page; pandas, R, Gephi and Neo4j skip
    it. Lists are joined by ``；``. Text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break,
    which a spreadsheet would run as a formula, gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def judgements_bytes(records: Records) -> bytes:
    """Return the table of `list_judgements` as CSV; a reader fills in the column ``verdict``."""
    cleaner = Cleaner()
    rows = [
        {name: cleaner.value(value, where=JUDGEMENTS, column=name) for name, value in row.items()}
        for row in list_judgements(records)
    ]
    return csv_bytes(rows, COLUMNS)


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        value = JOINT.join(value)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\n")):
        return f"'{value}"
    return value
