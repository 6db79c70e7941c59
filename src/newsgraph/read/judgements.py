"""A reader's table of judgements about who is who, from a CSV file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from newsgraph.errors import ConfigError, InputError
from newsgraph.judgements import NEEDED, parse_judgements
from newsgraph.model import Ruling
from newsgraph.read.decode import decode
from newsgraph.read.limits import check_size


def read_judgements(path: Path) -> tuple[Ruling, ...]:
    """Return the judgements of `path`; see `newsgraph.judgements.parse_judgements`.

    It is CSV in UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs, as spreadsheets write it.

    Raises
    ------
    ConfigError
        If the file cannot be read, lacks a column, or has a row that says nothing sensible.
    """
    try:
        check_size(path)
        text = decode(path.read_bytes()).text
    except OSError as err:
        raise ConfigError(f"judgements {path}: cannot be read ({err.strerror}); want a CSV file") from err
    except InputError as err:
        raise ConfigError(f"judgements {path}: {err}") from err
    head = text.split("\n", 1)[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    missing = [name for name in NEEDED if name not in (rows.fieldnames or ())]
    if missing:
        raise ConfigError(
            f"judgements {path}: the first line has no {', no '.join(missing)}; want the columns of the judgements.csv"
            " that a build writes"
        )
    return parse_judgements(rows, f"judgements {path}", first=2)
