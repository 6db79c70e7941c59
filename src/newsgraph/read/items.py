"""Archives: one JSON object a line, one source an object."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, cast

from newsgraph.errors import InputError
from newsgraph.ids import make_id
from newsgraph.lexicon.seats import warn_of_place
from newsgraph.model import Source
from newsgraph.read.limits import check_lines
from newsgraph.read.rejection import Rejection

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_DAY = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ].*)?")
_BOM = b"\xef\xbb\xbf"
MOST_KEYS = 12
"""Keys of a record that a message names."""


def read_items(path: Path) -> Iterator[Source | Rejection]:
    """Yield the records of a ``.jsonl`` or ``.jsonl.gz`` file as sources, line by line.

    A record has ``id`` and ``text``, and may have ``date``, ``title``, ``place`` (the seat of its paper) and ``paper``;
    anything else in it is left alone. A place or paper that is none is left out, with a warning.
    A line that is none is a `Rejection` with its number. Blank lines count but are passed over. Lone
    surrogates, which JSON can escape and UTF-8 cannot hold, become U+FFFD one for one; the source's warnings
    say so.

    Raises
    ------
    OSError
        If the file cannot be opened.
    """
    number = 0
    with _open(path) as file:
        try:
            for number, raw in enumerate(file, 1):
                if raw.strip():
                    yield _read_line(raw.removeprefix(_BOM) if number == 1 else raw, path, number)
        except (EOFError, gzip.BadGzipFile, zlib.error) as err:
            yield Rejection(
                str(path),
                number + 1,
                f"line {number + 1}: the compressed file is damaged ({err}); fetch it again",
            )


def _open(path: Path) -> BinaryIO:
    if path.suffix.lower() == ".gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
    return path.open("rb")


def _read_line(raw: bytes, path: Path, number: int) -> Source | Rejection:
    try:
        return _to_source(_parse(raw))
    except InputError as err:
        return Rejection(str(path), number, f"line {number}: {err}")


def _parse(raw: bytes) -> dict[str, Any]:
    try:
        record = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as err:
        raise InputError(f"byte {err.start} is no UTF-8; an archive is UTF-8") from err
    except (ValueError, RecursionError) as err:
        raise InputError(f"is no JSON ({err})") from err
    if not isinstance(record, dict):
        raise InputError(f"is a JSON {_json_name(record)}; want an object with id and text")
    return record


def _to_source(record: dict[str, Any]) -> Source:
    name = record.get("id")
    if isinstance(name, bool) or not isinstance(name, (str, int)) or name == "":
        raise InputError(
            f"'id' is {_shown(record, 'id')}; want a string or a whole number{_keys(record, 'id')}"
        )
    text, n_text = _printable(_string(record, "text"))
    title, n_title = _printable(_string(record, "title")) if record.get("title") is not None else (None, 0)
    name, n_name = _printable(str(name))
    if not text.strip():
        raise InputError("'text' is empty; want the item's text")
    check_lines(text)
    place, paper = _said(record, "place"), _said(record, "paper")
    n = n_text + n_title + n_name
    return Source(
        id=make_id("s", name, text),
        name=name,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        encoding="utf-8",
        text=text,
        date=_day(record),
        title=title,
        place=place,
        paper=paper,
        is_item=True,
        warnings=(
            *((f"lone surrogates were replaced by \ufffd ({n} of them)",) if n else ()),
            *_warnings(record, place, paper),
        ),
    )


def _said(record: dict[str, Any], key: str) -> str | None:
    """Return what a record says under a key that it need not have; ``None`` where that is no text."""
    value = record.get(key)
    return (_printable(value.strip())[0] or None) if isinstance(value, str) else None


def _warnings(record: dict[str, Any], place: str | None, paper: str | None) -> Iterator[str]:
    for key, said, wanted in (
        ("place", place, "a division's name in full, like 衡阳市"),
        ("paper", paper, "the paper's name"),
    ):
        if said is None and record.get(key) not in (None, ""):
            yield f"'{key}' is no name and was left out; want {wanted} (it is {_shown(record, key)})"
    yield from warn_of_place(place)


def _string(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str):
        raise InputError(f"'{key}' is {_shown(record, key)}; want a string{_keys(record, key)}")
    return value


def _printable(text: str) -> tuple[str, int]:
    return _SURROGATE.subn("\ufffd", text)


def _day(record: dict[str, Any]) -> str | None:
    value = record.get("date")
    if value is None or value == "":
        return None
    match = _DAY.fullmatch(str(value).strip())
    try:
        if match is not None:
            return date(*map(int, match.groups())).isoformat()
    except ValueError:
        pass
    raise InputError(f"'date' is {_shown(record, 'date')}; want a day as YYYY-MM-DD")


def _shown(record: dict[str, Any], key: str) -> str:
    if key not in record:
        return "missing"
    text = json.dumps(record[key], ensure_ascii=True)
    return text if len(text) <= 40 else f"{text[:40]}…"


def _keys(record: dict[str, Any], key: str) -> str:
    """Return which keys the record has instead of a missing one: the text may stand under another name."""
    if key in record:
        return ""
    names = [json.dumps(name, ensure_ascii=False)[1:-1][:30] for name in record]
    more = f" and {len(names) - MOST_KEYS} more" if len(names) > MOST_KEYS else ""
    return f"; the record has {', '.join(names[:MOST_KEYS]) or 'no key'}{more}"


def _json_name(value: object) -> str:
    names = {list: "array", str: "string", bool: "truth value", int: "number", float: "number"}
    return names.get(type(value), "null")
