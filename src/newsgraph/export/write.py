"""`write_outputs`: everything that ``newsgraph build`` leaves in its folder."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import make_tables
from newsgraph.export.formats import EXPORTERS, Format
from newsgraph.export.whole import write_whole
from newsgraph.records import Records

if TYPE_CHECKING:
    import networkx as nx

BUILT = (Format.JSON, Format.GRAPHML, Format.GEXF, Format.CSV)
"""Formats that every build writes; the others are for ``newsgraph export``."""

LIBRARIES = ("spacy", "networkx", "igraph", "pyvis", "pandas")


def write_outputs(
    records: Records,
    G: nx.MultiDiGraph[str],
    folder: str | Path,
    *,
    html: str | None = None,
    settings: Mapping[str, Any] | None = None,
) -> dict[str, Path]:
    """Write the files of one build into `folder` and return their paths by name.

    ``graph.json``, ``graph.graphml``, ``graph.gexf``, ``nodes.csv``, ``edges.csv``, ``run.json``, and
    ``graph.html`` where `html` is given. They appear whole or not at all; see `write_whole`.

    Parameters
    ----------
    records : Records
        Written to ``graph.json`` as they are.
    G : networkx.MultiDiGraph
        What `build_graph` made of `records`.
    folder : str or Path
        Made if missing; files of these names in it are replaced.
    html : str, optional
        The page that `render_html` gives.
    settings : Mapping, optional
        What the build was asked for; goes to ``run.json``.

    Raises
    ------
    ExportError
        If the folder cannot be written, or the graph has what no file can hold; nothing was written then.

    Notes
    -----
    The same input gives the same bytes: no file holds the time or the name of the machine. ``run.json``
    lists under ``cleaned`` every value that had to be changed for XML and CSV, by the rules of `Cleaner`.
    """
    cleaner = Cleaner()
    titles = {row["id"]: row["title"] for row in records.articles}
    tables = make_tables(G, titles, cleaner)
    files: dict[str, bytes] = {}
    for form in BUILT:
        files |= EXPORTERS[form].write(tables, records)
    if html is not None:
        files["graph.html"] = html.encode("utf-8", "replace")
    files["run.json"] = _run_bytes(records, files, settings or {}, cleaner)
    return write_whole(Path(folder), files)


def _run_bytes(
    records: Records, files: Mapping[str, bytes], settings: Mapping[str, Any], cleaner: Cleaner
) -> bytes:
    run = {
        "newsgraph": records.meta.get("newsgraph"),
        "tagger": records.meta.get("tagger"),
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "settings": dict(settings),
        "sources": [
            {name: row.get(name) for name in ("id", "name", "sha256", "encoding", "chars")}
            for row in records.meta.get("sources", ())
        ],
        "files": {
            name: {"bytes": len(raw), "sha256": sha256(raw).hexdigest()} for name, raw in files.items()
        },
        "cleaned": cleaner.changed,
    }
    text = json.dumps(run, ensure_ascii=False, indent=2, default=str)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def _version(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return None
