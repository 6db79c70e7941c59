"""What GraphML and GEXF share: values as XML text, documents as bytes."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from newsgraph.export.clean import JOINT


def xml_value(value: Any) -> str:
    """Return a number, bool, text or list as XML Schema writes it; a list is joined by `JOINT`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return JOINT.join(map(str, value))
    return str(value)


def to_bytes(root: ET.Element) -> bytes:
    """Return the document of `root`, one element a line, in UTF-8 with its declaration."""
    ET.indent(root, space=" ")
    body: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()
