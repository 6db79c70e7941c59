"""What GraphML and GEXF share: values as XML text, documents as bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree as ET

from newsgraph.records import JOINT


def xml_value(value: Any) -> str:
    """Return a number, bool, text or list as XML Schema writes it; a list is joined by `JOINT`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return JOINT.join(map(str, value))
    return str(value)


def list_literal(values: Sequence[str]) -> str:
    r"""Return a GEXF list: texts in double quotes, with a backslash before a quote or backslash in them.

    Not JSON: of JSON's ``\n`` Gephi makes an ``n``, so that line breaks stand as they are.

    Examples
    --------
    >>> print(list_literal(["市委", '“甲”"乙"', "a\\b"]))
    ["市委", "“甲”\"乙\"", "a\\b"]
    """
    escaped = (value.replace("\\", r"\\").replace('"', r"\"") for value in values)
    return "[" + ", ".join(f'"{value}"' for value in escaped) + "]"


def to_bytes(root: ET.Element) -> bytes:
    """Return the document of `root`, one element a line, in UTF-8 with its declaration."""
    ET.indent(root, space=" ")
    body: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()
