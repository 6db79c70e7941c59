"""One run of `build`: from the settings to the files, whole or not at all."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version as version_of
from pathlib import Path

from newsgraph import __version__
from newsgraph.config import Config, OnError
from newsgraph.errors import ExportError, InputError
from newsgraph.export import write_outputs
from newsgraph.graph import build_graph
from newsgraph.lexicon.divisions import find_all
from newsgraph.model import Source
from newsgraph.pipeline import build_records
from newsgraph.read import Rejection, read_sources
from newsgraph.records import Records, Row
from newsgraph.segment import Overrides
from newsgraph.tag import load

LEAST_HAN = 0.2
"""Share of Chinese characters below which a text is taken for another language's; pages have 0.7 and more."""

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")

REJECTED = "rejected.jsonl"

LIBRARIES = ("spacy", "networkx", "pyvis", "pandas")
"""Whose versions ``run.json`` names."""

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, the steps done in it since the last call, and the steps of the whole run."""

STAGES = ("segment", "tag", "resolve", "link")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a build gave: its records, the files written, what was rejected, warnings, and seconds by part."""

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
    MissingModelError, ConfigError
        If the tagger cannot be had.
    ExportError
        If the folder cannot be written.
    """
    report = progress or (lambda stage, done, total: None)
    seconds: dict[str, float] = {}
    with _staging(config.out) as stage:
        with _clock(seconds, "read"):
            sources, rejected = _read(config)
        total = len(sources) * len(STAGES) + 2
        report("load", 0, total)
        with _clock(seconds, "load"):
            nlp = load(config.engine)
        report("load", 1, total)
        with _clock(seconds, "build"):
            records = build_records(
                sources,
                nlp,
                overrides=Overrides(place=config.place, date=config.date, paper=config.paper),
                progress=lambda name, done: report(name, done, total),
            )
        with _clock(seconds, "write"):
            write_outputs(records, build_graph(records), stage)
            _write_run(stage / "run.json", config, records)
            _write_rejected(stage / REJECTED, rejected)
            files = _publish(stage, config.out)
        report("write", 1, total)
    warnings = (*_place_warnings(config), *_language_warnings(sources), *_page_warnings(records))
    return Run(records=records, files=files, rejected=rejected, warnings=warnings, seconds=seconds)


def _read(config: Config) -> tuple[list[Source], tuple[Rejection, ...]]:
    """Return what can be read, and what cannot.

    Raises
    ------
    InputError
        See `run_build`.
    """
    sources: list[Source] = []
    rejected: list[Rejection] = []
    for item in read_sources(config.paths):
        if isinstance(item, Source):
            sources.append(item)
        elif config.on_error is OnError.STOP:
            raise InputError(f"{item.name}: {item.reason}; nothing was built (--on-error stop)")
        else:
            rejected.append(item)
    if not sources:
        reasons = "; ".join(f"{item.name}: {item.reason}" for item in rejected[:5])
        more = f"; and {len(rejected) - 5} more" if len(rejected) > 5 else ""
        raise InputError(f"nothing to build: {reasons or 'no readable file'}{more}")
    return sources, tuple(rejected)


@contextmanager
def _clock(seconds: dict[str, float], part: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[part] = time.perf_counter() - start


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """Give a hidden folder inside `out` to write into; afterwards it is gone, and an `out` left empty too.

    Made before anything is read: a folder that cannot be written is known in the first second.
    """
    made = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".building-", dir=out))
    except OSError as err:
        raise ExportError(
            f"output folder {out}: cannot be written ({err.strerror}); choose another with -o"
        ) from err
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        if made and not any(out.iterdir()):
            out.rmdir()


def _publish(stage: Path, out: Path) -> tuple[Path, ...]:
    """Move the finished files over those of an earlier run; each is replaced in one step."""
    names = sorted(path.name for path in stage.iterdir())
    try:
        for name in names:
            os.replace(stage / name, out / name)
        if REJECTED not in names:
            (out / REJECTED).unlink(missing_ok=True)
    except OSError as err:
        raise ExportError(
            f"output folder {out}: {err.strerror} at {err.filename}; free it and build again"
        ) from err
    return tuple(out / name for name in names)


def _write_run(path: Path, config: Config, records: Records) -> None:
    """Write settings, versions and hashes of the sources; no times: equal runs give equal bytes."""
    run: Row = {
        "config": config.to_dict(),
        "versions": {
            "newsgraph": __version__,
            "python": platform.python_version(),
            **{name: version_of(name) for name in LIBRARIES},
        },
        "tagger": records.meta["tagger"],
        "sources": [{"name": row["name"], "sha256": row["sha256"]} for row in records.meta["sources"]],
    }
    path.write_text(json.dumps(run, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _write_rejected(path: Path, rejected: tuple[Rejection, ...]) -> None:
    if rejected:
        rows = ({"name": item.name, "line": item.line, "reason": item.reason} for item in rejected)
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        path.write_text(text, encoding="utf-8")


def _place_warnings(config: Config) -> Iterator[str]:
    if config.place and not find_all(config.place):
        yield f"place {config.place}: no division of that name is known; 市委 and 我市 stay unresolved"


def _language_warnings(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        n_han = len(_HAN.findall(source.text))
        if n_han < len(source.text) * LEAST_HAN:
            yield (
                f"{source.name}: {n_han} of {len(source.text)} characters are Chinese; newsgraph reads"
                " Chinese only, so little or nothing was found in it"
            )


def _page_warnings(records: Records) -> Iterator[str]:
    for source in records.meta["sources"]:
        for warning in source["warnings"]:
            yield warning if warning.startswith(source["name"]) else f"{source['name']}: {warning}"
