"""Paths to sources: single files, archives, and folders of both."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsgraph.errors import InputError
from newsgraph.ids import make_id
from newsgraph.model import Source
from newsgraph.read.days import day_of_path
from newsgraph.read.decode import decode
from newsgraph.read.items import read_items
from newsgraph.read.limits import check_lines, check_size
from newsgraph.read.rejection import Rejection

PAGES = (".txt", ".md")
ARCHIVES = (".jsonl", ".jsonl.gz")
NOT_YET = (".html", ".htm", ".pdf")
_WANTED = ", ".join((*PAGES, *ARCHIVES))


def read_sources(paths: Iterable[Path]) -> Iterator[Source | Rejection]:
    """Yield the sources of files and folders, and a `Rejection` for whatever is none.

    A page (``.txt``, ``.md``) is one source, with the day that its name or folders say (see `day_of_path`), a
    line of an archive (``.jsonl``, ``.jsonl.gz``) one each, read as a stream. Folders are
    walked in order of their names, with the folders in them; of a folder's files those of other kinds are no
    input and are passed over. A file given twice is read once; a source of the same name and text as one
    before is rejected.

    Parameters
    ----------
    paths : Iterable[Path]
        Read in the order given.

    Yields
    ------
    Source or Rejection
        Never raises for what a file holds: the caller decides whether to go on.
    """
    files: set[Path] = set()
    seen: set[str] = set()
    for path in map(Path, paths):
        for item in _read_path(path, files):
            if isinstance(item, Source) and item.id in seen:
                yield Rejection(
                    str(path), None, f"{item.name} was read before with the same text; give it once"
                )
                continue
            if isinstance(item, Source):
                seen.add(item.id)
            yield item


def read_all(paths: Iterable[Path], *, stop: bool) -> tuple[list[Source], tuple[Rejection, ...]]:
    """Return what can be read of `paths`, and what cannot; see `read_sources`.

    Parameters
    ----------
    paths : Iterable[Path]
    stop : bool
        Whether what cannot be read ends the reading.

    Raises
    ------
    InputError
        If nothing can be read; with `stop`, if anything cannot.
    """
    sources: list[Source] = []
    rejected: list[Rejection] = []
    for item in read_sources(paths):
        if isinstance(item, Source):
            sources.append(item)
        elif stop:
            raise InputError(f"{item.name}: {item.reason}; nothing was built, for on-error is stop")
        else:
            rejected.append(item)
    if not sources:
        reasons = "\n".join(f"{item.name}: {item.reason}" for item in rejected[:5])
        more = f"\nand {len(rejected) - 5} more" if len(rejected) > 5 else ""
        raise InputError(f"nothing to build. {reasons or 'No path was given'}{more}")
    return sources, tuple(rejected)


def _read_path(path: Path, files: set[Path]) -> Iterator[Source | Rejection]:
    try:
        found = _walk(path)
    except OSError as err:
        yield Rejection(str(path), None, _denied(err))
        return
    if isinstance(found, Rejection):
        yield found
        return
    for file in found:
        if file.resolve() not in files:
            files.add(file.resolve())
            yield from _read_file(file)


def _walk(path: Path) -> list[Path] | Rejection:
    """Return the input files under `path`, sorted; the path itself where it is a file."""
    if not path.exists():
        return Rejection(str(path), None, "there is no such file or folder; check the path")
    if not path.is_dir():
        return [path]
    inside = sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
    wanted = [file for file in inside if file.name.lower().endswith((*PAGES, *ARCHIVES, *NOT_YET))]
    if wanted:
        return wanted
    kinds = Counter(file.suffix or "no suffix" for file in inside)
    held = ", ".join(f"{n} {kind}" for kind, n in kinds.most_common(5))
    found = f"the folder holds no readable file but {held}" if held else "the folder is empty"
    return Rejection(str(path), None, f"{found}; want {_WANTED}")


def _read_file(path: Path) -> Iterator[Source | Rejection]:
    name = path.name.lower()
    try:
        if name.endswith(ARCHIVES):
            yield from _or_empty(path, read_items(path))
        elif name.endswith(PAGES):
            yield _read_page(path)
        else:
            yield Rejection(str(path), None, _unknown(path))
    except InputError as err:
        yield Rejection(str(path), None, str(err))
    except OSError as err:
        yield Rejection(str(path), None, _denied(err))


def _read_page(path: Path) -> Source:
    check_size(path)
    raw = path.read_bytes()
    if not raw:
        raise InputError("the file is empty; want the text of a page")
    decoded = decode(raw)
    if not decoded.text.strip():
        raise InputError("the file holds white space only; want the text of a page")
    check_lines(decoded.text)
    return Source(
        id=make_id("s", path.name, decoded.text),
        name=path.name,
        sha256=hashlib.sha256(raw).hexdigest(),
        encoding=decoded.encoding,
        text=decoded.text,
        date=day_of_path(path),
        warnings=decoded.warnings,
    )


def _or_empty(path: Path, items: Iterator[Source | Rejection]) -> Iterator[Source | Rejection]:
    first = next(items, None)
    if first is None:
        yield Rejection(str(path), None, "the archive is empty; want one JSON object a line")
        return
    yield first
    yield from items


def _unknown(path: Path) -> str:
    kind = f"{path.suffix} file" if path.suffix else "file without a suffix"
    if path.name.lower().endswith(NOT_YET):
        return f"a {kind} cannot be read yet; save the text as .txt (pdftotext does it for a PDF with a text)"
    return f"a {kind} cannot be read; want {_WANTED} or a folder of these"


def _denied(err: OSError) -> str:
    return f"cannot be opened ({err.strerror or err}); check its rights and its name"
