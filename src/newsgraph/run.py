"""One run of `build`: from the settings to the files, whole or not at all."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsgraph.config import Config, OnError
from newsgraph.errors import ExportError
from newsgraph.export import write_outputs
from newsgraph.export.whole import write_whole
from newsgraph.graph import build_graph
from newsgraph.judgements import warn_of_judgements
from newsgraph.lexicon.seats import warn_of_place
from newsgraph.model import Source
from newsgraph.pipeline import build_records
from newsgraph.read import REJECTED, Rejection, read_all, read_judgements, warn_of_strays
from newsgraph.records import Records
from newsgraph.segment import Overrides
from newsgraph.summary import gather_warnings
from newsgraph.tag import load
from newsgraph.view import render_html

LEAST_HAN = 0.2
"""Share of Chinese characters below which a text is taken for another language's; pages have 0.8."""

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, the steps done in it since the last call, and the steps of the whole run."""

PER_SOURCE = ("segment", "tag", "resolve", "link")
"""Stages of which `build_records` reports one step a source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a build gave: its records, the files written, what was rejected (but for strays, of which a warning
    tells), warnings, and seconds by part."""

    records: Records
    files: tuple[Path, ...]
    rejected: tuple[Rejection, ...]
    warnings: tuple[str, ...]
    seconds: Mapping[str, float]


def run_build(config: Config, *, progress: Progress | None = None) -> Run:
    """Read, build and write; see DESIGN.md section 2.

    The files appear in ``config.out`` together, after all of them were made; a build that fails leaves the
    folder as it was.

    Parameters
    ----------
    config : Config
    progress : callable, optional

    Raises
    ------
    InputError
        If nothing can be read; with ``on_error`` ``stop``, if anything cannot.
    MissingModelError
        If the tagger cannot be had.
    ConfigError
        If the tagger cannot be had, or the table of judgements is unusable.
    ExportError
        If the folder cannot be written.
    """
    report = progress or (lambda stage, done, total: None)
    seconds: dict[str, float] = {}
    check_folder(config.out)
    with _clock(seconds, "read"):
        rulings = () if config.judgements is None else read_judgements(config.judgements)
        sources, rejected = read_all(
            config.paths, stop=config.on_error is OnError.STOP, table=config.judgements
        )
    total = len(sources) * len(PER_SOURCE) + 2
    report("load", 0, total)
    with _clock(seconds, "load"):
        nlp = load(config.engine)
    report("load", 1, total)
    with _clock(seconds, "build"):
        records = build_records(
            sources,
            nlp,
            overrides=Overrides(place=config.place, date=config.date, paper=config.paper),
            rulings=rulings,
            progress=lambda stage, done: report(stage, done, total),
        )
    with _clock(seconds, "write"):
        files = _write(config, records, rejected)
    report("write", 1, total)
    told = (*_language_warnings(sources), *_page_warnings(records))
    return Run(
        records=records,
        files=files,
        rejected=tuple(item for item in rejected if not item.is_stray),
        warnings=(
            *warn_of_strays(rejected),
            *warn_of_place(config.place),
            *warn_of_judgements(records),
            *gather_warnings(told),
        ),
        seconds=seconds,
    )


def check_folder(out: Path) -> None:
    """Check that `out` is, or can become, a folder to write into, before any work is done.

    Raises
    ------
    ExportError
        If it, or the nearest folder above it that exists, is a file or may not be written.
    """
    nearest = next(path for path in (out, *out.absolute().parents) if path.exists())
    if not nearest.is_dir():
        raise ExportError(f"output folder {out}: {nearest} is a file; choose another folder with -o")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise ExportError(f"output folder {out}: {nearest} may not be written; choose another folder with -o")


@contextmanager
def _clock(seconds: dict[str, float], part: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[part] = time.perf_counter() - start


def _write(config: Config, records: Records, rejected: tuple[Rejection, ...]) -> tuple[Path, ...]:
    G = build_graph(records)
    html = render_html(records, G)
    files = write_outputs(records, G, config.out, html=html, settings=config.to_dict())
    if rejected:
        files |= write_whole(config.out, {REJECTED: _rejected_bytes(rejected)})
    else:
        (config.out / REJECTED).unlink(missing_ok=True)
    return tuple(files.values())


def _rejected_bytes(rejected: Iterable[Rejection]) -> bytes:
    rows = ({"name": item.name, "line": item.line, "reason": item.reason} for item in rejected)
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return text.encode("utf-8", "backslashreplace")


def _language_warnings(sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
    for source in sources:
        n_han = len(_HAN.findall(source.text))
        if n_han < len(source.text) * LEAST_HAN:
            found = f"{n_han} of {len(source.text)} characters are Chinese"
            yield source.name, f"little or nothing was found, for newsgraph reads Chinese only ({found})"


def _page_warnings(records: Records) -> Iterator[tuple[str, str]]:
    return ((source["name"], warning) for source in records.meta["sources"] for warning in source["warnings"])
