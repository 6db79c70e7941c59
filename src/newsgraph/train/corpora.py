"""The corpora of ``shared/data`` as samples of one shape, each with the labels that it marks."""

from __future__ import annotations

import gzip
import json
import lzma
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

LABELS = ("PERSON", "POST", "ORG", "PLACE", "PROJECT", "EVENT")
"""What the shipped recogniser predicts."""

RAW_FILES = "rmrb-2023.jsonl.xz", "xwlb-2012-2026.jsonl.xz"
"""Unlabelled news of ``shared/data/raw``: a daily, and the evening news."""

Entity = tuple[int, int, str]
"""Start, end (code points, half-open) and label."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with flat, sorted entities."""

    text: str
    ents: tuple[Entity, ...]


def _open(path: Path) -> IO[str]:
    opener = {".gz": gzip.open, ".xz": lzma.open}.get(path.suffix, open)
    return opener(path, "rt", encoding="utf-8")  # type: ignore[operator, no-any-return]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSON Lines file, plain, ``.gz`` or ``.xz``."""
    with _open(path) as lines:
        for line in lines:
            yield json.loads(line)


def flatten(ents: Iterable[Iterable[Any]]) -> tuple[Entity, ...]:
    """Return the outermost entities, sorted; of two that cross, the earlier.

    A flat recogniser cannot learn the few mentions inside a long event's name (under 1 in 100).

    Examples
    --------
    >>> flatten([[2, 4, "ORG"], [0, 9, "EVENT"], [9, 11, "PLACE"]])
    ((0, 9, 'EVENT'), (9, 11, 'PLACE'))
    """
    kept: list[Entity] = []
    for start, end, label in sorted(((s, e, t) for s, e, t, *_ in ents), key=lambda x: (x[0], -x[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, label))
    return tuple(kept)


def read_samples(path: Path, key: str = "ents") -> list[Sample]:
    """Return a corpus of this project's guidelines: articles with nested `ents`, made flat."""
    return [Sample(row["text"], flatten(row[key])) for row in read_rows(path)]


def read_standoff(path: Path, folder: Path) -> list[Sample]:
    """Return the news of `folder` (``raw``) that the file `path` labels without repeating their texts.

    Each row has the item's ``id``, how many characters of its text were read (``chars``), and ``ents``.

    Raises
    ------
    ValueError
        If an item is not in `folder`, or is shorter there.
    """
    rows = {row["id"]: row for row in read_rows(path)}
    found = []
    for item in (item for file in RAW_FILES for item in read_rows(folder / file) if item["id"] in rows):
        row = rows.pop(item["id"])
        if len(item["text"]) < row["chars"]:
            raise ValueError(
                f"{folder}: item {item['id']} has {len(item['text'])} characters, {path} labels {row['chars']}; "
                "take the corpus that the labels were made on"
            )
        found.append(Sample(item["text"][: row["chars"]], flatten(row["ents"])))
    if rows:
        raise ValueError(
            f"{folder}: no item {min(rows)}, which {path} labels; take the corpus that they were made on"
        )
    return found


def _nfkc(row: dict[str, Any]) -> str:
    text: str = row["text"]
    folded = unicodedata.normalize("NFKC", text)
    return folded if len(folded) == len(text) else text


def _join(samples: Iterable[Sample], size: int) -> Iterator[Sample]:
    """Join neighbouring sentences to texts of about `size` characters, so that updates cost the same."""
    text, ents = "", []
    for sample in samples:
        ents += [(s + len(text), e + len(text), t) for s, e, t in sample.ents]
        text += sample.text + "\n"
        if len(text) >= size:
            yield Sample(text, tuple(ents))
            text, ents = "", []
    if text:
        yield Sample(text, tuple(ents))


def read_foreign(path: Path, *, skip: str | None = None, size: int = 200) -> list[Sample]:
    """Return a corpus with its own labels, in NFKC if that keeps offsets, in texts of `size` characters.

    `skip` names a flag of the rows to leave out (``has_cluener_dev``).
    """
    rows = (row for row in read_rows(path) if not (skip and row.get(skip)))
    return list(_join((Sample(_nfkc(row), flatten(row["ents"])) for row in rows), size))


def raw_texts(folder: Path, *, every: int, held_out: frozenset[str]) -> Iterator[str]:
    """Yield unlabelled news without `held_out` ids: all of the daily, one in `every` of the evening news."""
    daily, evening = RAW_FILES
    for row in read_rows(folder / daily):
        yield f"{row['title']}\n{row['text']}"
    for i, row in enumerate(read_rows(folder / evening)):
        if i % every == 0 and row["id"] not in held_out:
            yield f"{row['title']}\n{row['text']}"


def held_out_ids(shared: Path) -> frozenset[str]:
    """Return the ids of the items that scores are measured on."""
    paths = [shared / "data/real/dev.jsonl", shared / "gold/xwlb-dev.jsonl"]
    return frozenset(row["id"] for path in paths for row in read_rows(path))
