"""Text that every format can hold, and a list of what had to be changed for it."""

from __future__ import annotations

import math
import re
from typing import Any

from newsgraph.errors import ExportError

LIMIT = 32_000
"""Characters of one value: a cell of a spreadsheet holds 32,767."""
LONGS = range(-(2**63), 2**63)
"""Whole numbers that every reader holds."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Cleaner:
    """Makes values fit for XML, CSV and UTF-8, and remembers which it had to change.

    Control characters, lone surrogates and U+FFFE/U+FFFF, which no XML document may hold, become U+FFFD;
    CR LF and CR become LF; text over `LIMIT` is cut there and ends in ``…``; a whole number over 64 bits becomes
    the nearest double. ``graph.json`` is not cleaned and holds everything as it was.
    """

    def __init__(self) -> None:
        self._changed: dict[tuple[str, str, str], None] = {}

    def text(self, value: str, *, where: str, column: str) -> str:
        """Return `value` as it can be written; `where` is the id of its node or edge."""
        plain = re.sub("\r\n?", "\n", value)
        legal = _ILLEGAL.sub("\ufffd", plain)
        if legal != plain:
            self._note(where, column, "characters that XML forbids replaced by U+FFFD")
        if len(legal) > LIMIT:
            self._note(where, column, f"cut to {LIMIT} of {len(legal)} characters")
            legal = legal[: LIMIT - 1] + "…"
        return legal

    def value(self, value: Any, *, where: str, column: str) -> Any:
        """Return a number, bool or ``None`` as it is, text cleaned, and a list as a list of cleaned texts.

        Raises
        ------
        ExportError
            If a number is infinite, not a number, or greater than a double holds.
        """
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, (int, float)):
            return self._number(value, where, column)
        if isinstance(value, (list, tuple)):
            return [self.text(str(item), where=where, column=column) for item in value]
        return self.text(str(value), where=where, column=column)

    @property
    def changed(self) -> list[dict[str, str]]:
        """What was changed: ``{id, column, change}`` in the order met, each once."""
        return [{"id": where, "column": column, "change": change} for where, column, change in self._changed]

    def _number(self, value: int | float, where: str, column: str) -> int | float:
        if isinstance(value, int) and value in LONGS:
            return value
        try:
            double = float(value)
        except OverflowError:
            double = math.inf
        if not math.isfinite(double):
            shown = value if isinstance(value, float) else f"a whole number of {value.bit_length()} bits"
            raise ExportError(
                f"{where!r}, {column}: {shown} is no number that files can hold; "
                f"want a finite one below 1.8e308, or text"
            )
        if isinstance(value, int):
            self._note(where, column, "whole number over 64 bits written as the nearest double")
        return double

    def _note(self, where: str, column: str, change: str) -> None:
        self._changed.setdefault((_ILLEGAL.sub("\ufffd", where), column, change))
