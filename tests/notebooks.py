"""The notebooks: where they are, how they are run, and what their outputs say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbclient
import nbformat

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))
PATIENCE = 600
"""Seconds that a cell may take on a busy machine."""


def run(path: Path) -> Any:
    """Return the notebook of `path` with the outputs that it gives now."""
    notebook = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": path.parent}}
    client = nbclient.NotebookClient(notebook, timeout=PATIENCE, resources=where, record_timing=False)
    client.coalesce_streams = True  # on a busy machine what a cell prints comes in several pieces
    return client.execute()


def outputs(notebook: Any) -> list[Any]:
    """Return the outputs of all cells in order."""
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def says(notebook: Any) -> list[list[str]]:
    """Return what the outputs say: words and figures of each, without their layout, pictures and drawings."""
    return [re.findall(r"[^\W\d_]+|\d[\d,.-]*\d|\d", text) for text in map(_text, outputs(notebook)) if text]


def _text(output: Any) -> str:
    if output.output_type == "stream":
        return str(output.text)
    data = output.get("data", {})
    if "image/png" in data or "<iframe" in data.get("text/html", ""):
        return ""
    table = re.sub(r"(?s)<style.*?</style>|<[^>]+>", " ", data.get("text/html", ""))
    return table or str(data.get("text/plain", ""))
