"""The effective settings of one `build`, checked once and saved beside what was built."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum
from pathlib import Path

from newsgraph.errors import ConfigError
from newsgraph.lexicon.divisions import find_all

ENGINES = ("spacy", "hanlp", "grammar")


class OnError(StrEnum):
    """What a rejected input does: ``skip`` builds all else and lists it, ``stop`` ends the build."""

    STOP = "stop"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings of one build.

    Parameters
    ----------
    paths : tuple of Path
        Files and folders to read, at least one.
    out : Path, default ``output``
        Folder that the files go to; made where it is missing.
    engine : str, default ``"spacy"``
        ``spacy``, ``hanlp`` or ``grammar``, with ``:NAME-OR-FOLDER`` behind it for another model.
    place, date, paper : str, optional
        Go before the masthead: seat in full (衡阳市), ISO 8601 day, name of the paper. Of several pages
        the day is only that of those which print none.
    on_error : OnError, default ``skip``

    Raises
    ------
    ConfigError
        If there is no path, the engine is unknown, or the date is no day of the calendar.
    """

    paths: tuple[Path, ...]
    out: Path = Path("output")
    engine: str = "spacy"
    place: str | None = None
    date: str | None = None
    paper: str | None = None
    on_error: OnError = OnError.SKIP

    def __post_init__(self) -> None:
        if not self.paths:
            raise ConfigError("no input: give at least one file or folder")
        if self.engine.partition(":")[0] not in ENGINES:
            raise ConfigError(
                f"engine {self.engine!r}: want one of {', '.join(ENGINES)},"
                " with :NAME-OR-FOLDER behind it for another model"
            )
        if self.date is not None:
            check_day(self.date)
        for name in ("place", "paper"):
            if getattr(self, name) is not None and not getattr(self, name).strip():
                raise ConfigError(f"{name} is empty; leave it out to use what the masthead says")

    def to_dict(self) -> dict[str, object]:
        """Return the settings as plain values, for JSON."""
        return {
            "paths": [str(path) for path in self.paths],
            "out": str(self.out),
            "engine": self.engine,
            "place": self.place,
            "date": self.date,
            "paper": self.paper,
            "on_error": str(self.on_error),
        }


def doubt_place(place: str) -> str | None:
    """Return the warning that no division is called `place`, ``None`` where one is.

    Examples
    --------
    >>> doubt_place("衡阳市") is None
    True
    """
    if find_all(place):
        return None
    return (
        f"place {place}: no division of that name is known; want one in full, like 衡阳市;"
        " 市委 and 我市 stay unresolved"
    )


def check_day(value: str) -> str:
    """Return `value` if it is a day of the calendar in ISO 8601's extended form.

    Raises
    ------
    ConfigError
        Otherwise, naming the value and the form wanted.

    Examples
    --------
    >>> check_day("2021-12-09")
    '2021-12-09'
    """
    try:
        day = Date.fromisoformat(value).isoformat()
    except ValueError as err:
        raise ConfigError(f"date {value!r}: {err}; want a real day as YYYY-MM-DD, like 2021-12-09") from err
    if day != value:
        raise ConfigError(f"date {value!r}: want YYYY-MM-DD, like {day}")
    return day
