"""From the two files to the printed score."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newsgraph.errors import InputError
from newsgraph.evaluate.graph import Row
from newsgraph.evaluate.items import score_items
from newsgraph.evaluate.page import score_page
from newsgraph.evaluate.tally import Tally
from newsgraph.records import read_records


def evaluate_files(gold: Path, out: Path) -> dict[str, Tally]:
    """Score `out` against `gold`.

    Parameters
    ----------
    gold : Path
        A gold page (``.json``), or an archive of gold items (``.jsonl``).
    out : Path
        A folder that `build` wrote, or a ``graph.json``.

    Returns
    -------
    dict
        Row name -> `Tally`, in printing order.

    Raises
    ------
    InputError
        If one of the two is missing, is no JSON, or lacks a table that the score needs.
    """
    graph = read_records(out).to_dict()
    text = _read(gold)
    try:
        if gold.suffix == ".jsonl":
            items = [_parse(gold, line) for line in text.split("\n") if line.strip()]
            return score_items(items, graph)
        return score_page(_parse(gold, text), graph)
    except (KeyError, TypeError, ValueError) as err:
        raise InputError(
            f"{gold} against {out}: {type(err).__name__} {err}; want a gold page (.json) or gold items"
            " (.jsonl), and a graph.json that this version of `newsgraph build` wrote"
        ) from err


def format_table(rows: Mapping[str, Tally], *, errors: bool = False) -> Iterator[str]:
    """Yield the lines of the score; with `errors`, each row's errors under it, indented."""
    for name, tally in rows.items():
        if tally.is_empty:
            continue
        row = tally.to_dict()
        yield (
            f"{name:20s} P {row['p']:.3f}  R {row['r']:.3f}  F1 {row['f1']:.3f}"
            f"   tp {tally.tp} fp {tally.fp} fn {tally.fn}"
        )
        if errors:
            yield from (f"       {error}" for error in tally.errors)


def format_json(rows: Mapping[str, Tally]) -> str:
    """Return the rows that are not empty as one JSON object."""
    return json.dumps(
        {name: tally.to_dict() for name, tally in rows.items() if not tally.is_empty}, ensure_ascii=False
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as err:
        raise InputError(f"{path}: cannot be read ({err.strerror})") from err
    except UnicodeDecodeError as err:
        raise InputError(f"{path}: is not UTF-8 (byte {err.start}); want JSON in UTF-8") from err


def _parse(path: Path, text: str) -> Row:
    try:
        parsed: Any = json.loads(text)
    except json.JSONDecodeError as err:
        raise InputError(f"{path}, line {err.lineno}: is not JSON ({err.msg})") from err
    if not isinstance(parsed, dict):
        raise InputError(f"{path}: holds a {type(parsed).__name__}; want a JSON object")
    return parsed
