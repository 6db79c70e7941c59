"""The day of an issue as its file is named by it, or the folders that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

FIRST = date(1949, 1, 1)
"""No day before it, nor after today, is taken for that of an issue: other numbers look like days too."""

_NAMED = re.compile(
    r"(?<!\d)(\d{4})(?:([-_.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d\d)(\d\d))(?!\d)"
)
_FOLDERS = re.compile(r"/(\d{4})(?:年?/|[-_.年]|(?=\d\d月?/))(\d{1,2})月?/(\d{1,2})日?$")


def day_of_path(path: Path) -> str | None:
    """Return the one day that the name of a file prints, else that of the folders right above it, as ISO 8601.

    ``None`` where there is none, or where a name prints several.

    Examples
    --------
    >>> day_of_path(Path("岳阳日报_2008-03-12_1.txt")), day_of_path(Path("2008/03/12/1.txt"))
    ('2008-03-12', '2008-03-12')
    >>> day_of_path(Path("2008-03-12至2008-03-14.txt")), day_of_path(Path("2008-02-30.txt"))
    (None, None)
    """
    folder = path.absolute().parent
    above = _FOLDERS.search(folder.as_posix())
    for days in (
        set(_days(path.stem)),
        set(_days(folder.name)),
        set(_real(*above.groups())) if above else set(),
    ):
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _days(name: str) -> Iterator[str]:
    for match in _NAMED.finditer(name):
        year, month, day = (part for part in match.group(1, 3, 4, 5, 6, 7, 8) if part is not None)
        yield from _real(year, month, day)


def _real(year: str, month: str, day: str) -> Iterator[str]:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return
    if FIRST <= found <= date.today():
        yield found.isoformat()
