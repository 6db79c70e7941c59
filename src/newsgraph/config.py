"""The effective settings of one `build`, checked once and saved beside what was built."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum
from pathlib import Path

from newsgraph.errors import ConfigError, MissingModelError
from newsgraph.lexicon.seats import is_usable, names_near

ENGINES = {"spacy": "spacy[:FOLDER]", "hanlp": "hanlp[:NAME-OR-FOLDER]", "grammar": "grammar"}
"""How each engine is asked for; without a name behind it, it reads with the shipped model."""
SHIPPED = "newsgraph_zh"
"""The one shipped model for spaCy."""


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
        See `check_engine`.
    place, date, paper : str, optional
        Go before the masthead: seat in full (衡阳市, 吉林省长春市朝阳区), ISO 8601 day, name of the paper. Of
        several pages the day is only that of those which print none.
    judgements : Path, optional
        A reader's table of who is who; see `newsgraph.judgements`.
    on_error : OnError, default ``skip``

    Raises
    ------
    ConfigError
        If there is no path, the engine or the place is unknown, or the date is no day of the calendar.
    MissingModelError
        If the engine's folder is missing.
    """

    paths: tuple[Path, ...]
    out: Path = Path("output")
    engine: str = "spacy"
    place: str | None = None
    date: str | None = None
    paper: str | None = None
    judgements: Path | None = None
    on_error: OnError = OnError.SKIP

    def __post_init__(self) -> None:
        if not self.paths:
            raise ConfigError("no input: give at least one file or folder")
        check_engine(self.engine)
        if self.date is not None:
            check_day(self.date)
        if self.place is not None:
            check_place(self.place)
        if self.paper is not None:
            _check_blank("paper", self.paper)

    def to_dict(self) -> dict[str, object]:
        """Return the settings as plain values, for JSON."""
        return {
            "paths": [str(path) for path in self.paths],
            "out": str(self.out),
            "engine": self.engine,
            "place": self.place,
            "date": self.date,
            "paper": self.paper,
            "judgements": None if self.judgements is None else str(self.judgements),
            "on_error": str(self.on_error),
        }


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


def check_engine(engine: str) -> str:
    """Return `engine` if it is ``spacy``, ``spacy:FOLDER``, ``hanlp``, ``hanlp:NAME-OR-FOLDER`` or ``grammar``.

    What HanLP knows by a name is not asked here, nor what lies in a folder.

    Raises
    ------
    ConfigError
        If it is none of these.
    MissingModelError
        If there is no such folder behind ``spacy:``.

    Examples
    --------
    >>> check_engine("grammar")
    'grammar'
    """
    kind, colon, where = engine.partition(":")
    if kind not in ENGINES:
        *others, last = ENGINES.values()
        raise ConfigError(f"engine {engine!r}: want {', '.join(others)} or {last}")
    if colon and ENGINES[kind] == kind:
        raise ConfigError(f"engine {engine!r}: {kind} has no model and takes no name; want {kind} alone")
    if colon and not where:
        raise ConfigError(f"engine {engine!r}: nothing stands behind the colon; want {ENGINES[kind]}")
    if where and kind == "spacy" and not Path(where).is_dir():
        raise MissingModelError(
            f"engine {engine!r}: there is no folder {where}, nor a shipped model of that name; want spacy:FOLDER with a"
            f" folder that spaCy saved, or spacy alone for the one shipped model, {SHIPPED}"
        )
    return engine


def check_place(value: str) -> str:
    """Return `value` if a paper can have its seat there: a division, a zone, or a county of former days.

    Raises
    ------
    ConfigError
        Otherwise, with names that are near.

    Examples
    --------
    >>> check_place("长春市朝阳区")
    '长春市朝阳区'
    """
    _check_blank("place", value)
    if not is_usable(value):
        near = ", ".join(names_near(value))
        known = f" (near it are {near})" if near else ""
        raise ConfigError(
            f"place {value!r}: no division of that name is known; want one of China in full, as 衡阳市 or"
            f" 湖南省衡阳市衡南县{known}; leave it out to use what the masthead says"
        )
    return value


def _check_blank(name: str, value: str) -> None:
    if not value.strip():
        raise ConfigError(f"{name} is empty; leave it out to use what the masthead says")
