"""What was not read, and why."""

from __future__ import annotations

from dataclasses import dataclass

REJECTED = "rejected.jsonl"
"""File of a build's output that lists what was not read."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """One file, or one line of an archive, that gives no source.

    `name` is the path as given, or of a folder's file that path with the file's behind it; `line` counts from 1
    and is ``None`` for a whole file; `reason` says what is wrong and what is allowed, the line's number
    included. `is_stray`: a folder's file of a kind that is no input, which is reported and fails nothing.
    """

    name: str
    line: int | None
    reason: str
    is_stray: bool = False
