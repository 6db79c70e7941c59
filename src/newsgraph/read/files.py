"""Paths to sources: single files, archives, and folders of both."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from newsgraph.errors import InputError
from newsgraph.ids import make_id
from newsgraph.model import Source
from newsgraph.read.days import day_of_path
from newsgraph.read.decode import decode
from newsgraph.read.html import is_html
from newsgraph.read.items import read_items
from newsgraph.read.limits import check_lines, check_size
from newsgraph.read.rejection import REJECTED, Rejection

PAGES = (".txt", ".md")
ARCHIVES = (".jsonl", ".jsonl.gz")
NOT_YET = {".html": "HTML", ".htm": "HTML", ".pdf": "PDF"}
_WANTED = ", ".join((*PAGES, *ARCHIVES))
FEW = 3
"""Strays that a warning names; ``rejected.jsonl`` has all."""
_TO_TEXT = {
    "HTML": "open it in a browser and save or copy its text",
    "PDF": "pdftotext does it for a PDF with a text",
}


def read_sources(paths: Iterable[Path]) -> Iterator[Source | Rejection]:
    """Yield the sources of files and folders, and a `Rejection` for whatever is none.

    A page (``.txt``, ``.md``) is one source, with the day that its name or folders say (see `day_of_path`), a
    line of an archive (``.jsonl``, ``.jsonl.gz``) one each, read as a stream. Folders are walked in order of
    their names, with the folders in them; what has a name that begins with a dot, or was written by a build, is
    passed over, and a file of another kind is a `Rejection` with `is_stray`. A page is called by its path within
    the folder given. A file given twice is read once; a page of the same bare name and text as one before, or a
    record of the same id and text, is rejected.

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
    texts: dict[str, str] = {}  # names by id, which is made of bare name and text
    names: set[str] = set()
    for path in map(Path, paths):
        for file, item in _read_path(path, files):
            if isinstance(item, Rejection):
                yield item
            elif item.id in texts:
                yield Rejection(str(file), None, _told_before(item, texts[item.id]))
            else:
                source = _apart(item, file) if item.name in names else item
                texts[item.id] = source.name
                names.add(source.name)
                yield source


def _told_before(source: Source, first: str) -> str:
    if source.is_item:
        return f"{first} was read before with the same text; give it once"
    return f"the same text was read before, as {first}; give it once"


def _apart(source: Source, file: Path) -> Source:
    """Return a source whose name another one has: a record with a warning, a page called by its path as given."""
    if not source.is_item:
        return replace(source, name=file.as_posix())
    warning = (
        f"its id was read before with another text; both were read: give each its own id (in {file.name})"
    )
    return replace(source, warnings=(*source.warnings, warning))


def read_all(
    paths: Iterable[Path], *, stop: bool, table: Path | None = None
) -> tuple[list[Source], tuple[Rejection, ...]]:
    """Return what can be read of `paths`, and what cannot, strays included; see `read_sources`.

    Parameters
    ----------
    paths : Iterable[Path]
    stop : bool
        Whether what cannot be read ends the reading; a stray does not.
    table : Path, optional
        The reader's judgements, which are no stray in a folder of `paths`.

    Raises
    ------
    InputError
        If nothing can be read; with `stop`, if anything but a stray cannot.
    """
    sources: list[Source] = []
    rejected: list[Rejection] = []
    own = table and table.resolve()
    for item in read_sources(paths):
        if isinstance(item, Source):
            sources.append(item)
        elif stop and not item.is_stray:
            raise InputError(f"{item.name}: {item.reason}; nothing was built, for on-error is stop")
        elif own is None or not item.is_stray or Path(item.name).resolve() != own:
            rejected.append(item)
    if not sources:
        failed = [item for item in rejected if not item.is_stray]
        reasons = "\n".join(f"{item.name}: {item.reason}" for item in failed[:5])
        more = f"\nand {len(failed) - 5} more" if len(failed) > 5 else ""
        raise InputError(f"nothing to build. {reasons or 'No path was given'}{more}")
    return sources, tuple(rejected)


def warn_of_strays(rejected: Iterable[Rejection]) -> Iterator[str]:
    """Yield one warning that counts the strays among `rejected` by kind and names the first; none for none."""
    strays = [Path(item.name) for item in rejected if item.is_stray]
    if strays:
        names = ", ".join(map(str, strays[:FEW])) + (" …" if len(strays) > FEW else "")
        yield (
            f"not read, for no page or archive ends so: {_count_kinds(strays)} ({names});"
            " what holds a page, save as .txt"
        )


def _read_path(path: Path, files: set[Path]) -> Iterator[tuple[Path, Source | Rejection]]:
    """Yield what the files at or under `path` give, each with its file; those in `files` were read before."""
    if not path.exists():
        yield path, Rejection(str(path), None, "there is no such file or folder; check the path")
        return
    try:
        inside = _walk(path) if path.is_dir() else [path]
        nothing = (
            None if any(file == path or _is_wanted(file) for file in inside) else _nothing_in(path, inside)
        )
    except OSError as err:
        nothing = _denied(err)
    if nothing is not None:
        yield path, Rejection(str(path), None, nothing)
        return
    for file in inside:
        if file.resolve() in files:
            continue
        files.add(file.resolve())
        if file != path and not _is_wanted(file):
            yield file, Rejection(str(file), None, _unknown(file), is_stray=True)
            continue
        name = file.name if file == path else file.relative_to(path).as_posix()
        for item in _read_file(file, name):
            yield file, item


def _walk(folder: Path) -> list[Path]:
    """Return the files under `folder`, sorted, but for what is hidden, or in a hidden folder, or a build's output."""
    written = cache(_written)
    found = (
        file
        for file in folder.rglob("*")
        if not any(part.startswith(".") for part in file.relative_to(folder).parts) and file.is_file()
    )
    return sorted(file for file in found if not _is_output(file, folder, written))


def _is_output(file: Path, root: Path, written: Callable[[Path], frozenset[str]]) -> bool:
    """Whether a build wrote `file`, or it lies in its folder below `root` and is no input: an export, say."""
    if file.name in written(file.parent):
        return True
    if file.name.lower().endswith((*PAGES, *ARCHIVES)):
        return False
    return any(written(above) for above in file.parents if root in above.parents)


def _written(folder: Path) -> frozenset[str]:
    """Return the names of the files that a build wrote into `folder`, as its ``run.json`` says; none of another."""
    try:
        files = json.loads((folder / "run.json").read_bytes())["files"]
        return frozenset(("run.json", REJECTED, *files)) if "graph.json" in files else frozenset()
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return frozenset()


def _is_wanted(file: Path) -> bool:
    """Whether a folder's file is input, be it of a kind that cannot be read yet."""
    return file.name.lower().endswith((*PAGES, *ARCHIVES, *NOT_YET))


def _nothing_in(folder: Path, files: list[Path]) -> str:
    if not files:
        what = "holds no file but hidden ones and a build's" if any(folder.iterdir()) else "is empty"
        return f"the folder {what}; want {_WANTED}"
    return f"the folder holds no readable file but {_count_kinds(files)}; want {_WANTED}"


def _count_kinds(files: list[Path]) -> str:
    """Return how many files there are of each suffix, the five most frequent first and by name."""
    kinds = Counter(file.suffix or "without a suffix" for file in files).most_common()
    more = sum(n for _, n in kinds[5:])
    return ", ".join([*(f"{n} {kind}" for kind, n in kinds[:5]), *([f"{more} others"] if more else [])])


def _read_file(path: Path, name: str) -> Iterator[Source | Rejection]:
    kind = path.name.lower()
    try:
        if kind.endswith(ARCHIVES):
            yield from _or_empty(path, read_items(path))
        elif kind.endswith(PAGES):
            yield _read_page(path, name)
        else:
            yield Rejection(str(path), None, _unknown(path))
    except InputError as err:
        yield Rejection(str(path), None, str(err))
    except OSError as err:
        yield Rejection(str(path), None, _denied(err))


def _read_page(path: Path, name: str) -> Source:
    check_size(path)
    raw = path.read_bytes()
    if not raw:
        raise InputError("the file is empty; want the text of a page")
    decoded = decode(raw)
    if not decoded.text.strip():
        raise InputError("the file holds white space only; want the text of a page")
    if is_html(decoded.text):
        raise InputError(f"the file holds HTML, which {_not_yet('HTML')}")
    check_lines(decoded.text)
    return Source(
        # Of the bare name: the same page has the same id whichever folder above it is given.
        id=make_id("s", path.name, decoded.text),
        name=name,
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
    if (form := NOT_YET.get(path.suffix.lower())) is not None:
        return f"a {kind} {_not_yet(form)}"
    return f"a {kind} cannot be read; want {_WANTED} or a folder of these"


def _not_yet(form: str) -> str:
    return f"cannot be read yet; save the text as .txt ({_TO_TEXT[form]})"


def _denied(err: OSError) -> str:
    return f"cannot be opened ({err.strerror or err}); check its rights and its name"
