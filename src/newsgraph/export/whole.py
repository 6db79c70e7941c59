"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from newsgraph.errors import ExportError


def write_whole(folder: Path, files: Mapping[str, bytes]) -> dict[str, Path]:
    """Write `files` (content by name) into `folder`, made if missing; return their paths.

    All are written to a hidden folder on the same disk first and then renamed, so a full disk or a crash
    leaves what was there before. Other files in `folder` stay.

    Raises
    ------
    ExportError
        If the folder or a file cannot be written; nothing has changed then.
    """
    try:
        _check(folder)
        beside = folder if folder.exists() else folder.parent
        beside.mkdir(parents=True, exist_ok=True)
        waiting = beside / f".{uuid.uuid4().hex[:8]}.partial"
        waiting.mkdir()
        try:
            for name, content in files.items():
                (waiting / name).write_bytes(content)
            _move(waiting, folder, files)
        finally:
            with suppress(OSError):
                shutil.rmtree(waiting)
    except OSError as err:
        reason = err.strerror or str(err)
        raise ExportError(
            f"output folder {str(folder)!r} cannot be written: {reason}; nothing was changed there; choose "
            "a folder that you may write to, on a disk with room (-o FOLDER)"
        ) from err
    return {name: folder / name for name in files}


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"output folder {str(folder)!r} is a file; choose another name (-o FOLDER)")
    if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(13, "Permission denied", str(folder))


def _move(waiting: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    if not folder.exists():
        waiting.rename(folder)
        return
    blocked = [name for name in files if (folder / name).is_dir()]
    if blocked:
        raise ExportError(f"output folder {str(folder)!r} has a folder named {blocked[0]!r}; move it away")
    for name in files:
        os.replace(waiting / name, folder / name)
