"""Colours and sizes of nodes, the same in every output."""

from __future__ import annotations

from math import sqrt

COLOURS = {
    "Person": "#2f6db5",
    "Office": "#7fa8d6",
    "Organization": "#c4553b",
    "Place": "#4c9a6a",
    "Project": "#d19a2e",
    "Event": "#7b52a8",
}
"""One colour a kind, told apart under the common colour blindnesses with the help of lightness."""


def node_size(degree: int) -> float:
    """Return the radius of a node with `degree` edges, in layout units: its area grows with its degree."""
    return round(min(6.0 + 3.0 * sqrt(degree), 40.0), 1)
