"""What was not read, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rejection:
    """One file, or one line of an archive, that gives no source.

    `name` is the path as given; `line` counts from 1 and is ``None`` for a whole file; `reason` says what is
    wrong and what is allowed, the line's number included.
    """

    name: str
    line: int | None
    reason: str
