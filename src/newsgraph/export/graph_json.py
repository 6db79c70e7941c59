"""``graph.json``: the records themselves."""

from __future__ import annotations

import json
from typing import Any

from newsgraph.errors import ExportError
from newsgraph.records import Records


def json_bytes(records: Records) -> bytes:
    """Return the records as JSON in UTF-8, one row a line, the same bytes for the same records.

    Nothing is cleaned: control characters and lone surrogates are escaped, and come back as they were.

    Raises
    ------
    ExportError
        If a row holds what JSON cannot (a date object, NaN, a set …).
    """
    parts = []
    for name, table in records.to_dict().items():
        if isinstance(table, list):
            rows = ",\n".join(_dump(row, f"{name}, row {i}") for i, row in enumerate(table))
            parts.append(f'"{name}": [\n{rows}\n]' if rows else f'"{name}": []')
        else:
            parts.append(f'"{name}": {_dump(table, name)}')
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    # For what UTF-8 refuses, that is a lone surrogate, Python's escape is JSON's escape: \ud800.
    return text.encode("utf-8", "backslashreplace")


def _dump(row: Any, where: str) -> str:
    try:
        return json.dumps(row, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as err:
        raise ExportError(
            f"graph.json, {where} ({str(row)[:80]}): {err}; "
            "values are text, numbers, booleans, lists and null"
        ) from err
