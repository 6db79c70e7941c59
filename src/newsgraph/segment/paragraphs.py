"""Printed lines of a source, and paragraphs: lines that belong together though a break runs through them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from newsgraph.lexicon.persons import is_surname
from newsgraph.model import Piece
from newsgraph.segment.han import simplified

# What no reader sees at a line's edge: white space, control characters, zero-width marks, the BOM.
_INVISIBLE = "".join(
    chr(code)
    for code in [*range(0x3001), 0xFEFF]
    if chr(code).isspace() or unicodedata.category(chr(code)) in ("Cc", "Cf")
)
_MIN_SPREAD = 4
_MIN_WRAPPED_LINES = 5
_MIN_WRAP_WIDTH = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it; `start` is its offset in the source.

    `gap` counts the blank lines before it, `indent` the columns of white space at its head, `width` the
    columns up to its last character (a Chinese character takes two).
    """

    start: int
    text: str
    gap: int
    indent: int
    width: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Paragraph:
    """One or more lines read as one; `text` joins them without the breaks."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def gap(self) -> int:
        return self.lines[0].gap

    @cached_property
    def text(self) -> str:
        parts = [self.lines[0].text]
        for before, line in zip(self.lines, self.lines[1:], strict=False):
            parts += [joint(before, line), line.text]
        return "".join(parts)

    @cached_property
    def key(self) -> str:
        """The text with traditional characters simplified, of the same length: what patterns are tried on."""
        return simplified(self.text)

    def pieces(self, at: int) -> Iterator[Piece]:
        """Yield where the printed characters lie when the paragraph starts at `at` in ``Article.text``."""
        before = None
        for line in self.lines:
            if before is not None:
                at += len(joint(before, line))
            yield Piece(start=at, source_start=line.start, length=len(line.text))
            at += len(line.text)
            before = line

    def __add__(self, other: Paragraph) -> Paragraph:
        return Paragraph(self.lines + other.lines)


def joint(before: Line, after: Line) -> str:
    """Return what a break between two lines reads as: a space between two Latin words, else nothing."""
    latin = before.text[-1].isascii() and before.text[-1].isalpha() and after.text[0].isascii()
    return " " if latin and after.text[0].isalpha() else ""


def split_lines(text: str) -> Iterator[Line]:
    r"""Yield the lines of `text` that hold something; every line end of Unicode counts (``\r``, ``\f`` …).

    Examples
    --------
    >>> [(line.start, line.text, line.gap) for line in split_lines("甲\r\n\r\n　　乙")]
    [(0, '甲', 0), (7, '乙', 1)]
    """
    at = gap = 0
    for raw in text.splitlines(keepends=True):
        body = raw.strip(_INVISIBLE)
        if body:
            lead = len(raw) - len(raw.lstrip(_INVISIBLE))
            indent = columns(raw[:lead])
            yield Line(at + lead, body, gap, indent, indent + columns(body))
            gap = 0
        else:
            gap += 1
        at += len(raw)


def columns(text: str) -> int:
    """Return the width of `text` on a terminal: two columns for what is not ASCII."""
    return 2 * len(text) - len(re.findall(r"[\x00-\x7f]", text)) if not text.isascii() else len(text)


def unwrap(lines: Iterable[Line]) -> list[Paragraph]:
    """Return the paragraphs of lines that a program wrapped at a fixed width, else each line as one.

    Cost: linear in the number of lines.
    """
    lines = list(lines)
    width = _wrap_width(lines)
    margin = min((line.indent for line in lines), default=0)
    groups: list[list[Line]] = []
    for line in lines:
        full = groups and width is not None and groups[-1][-1].width >= width - 3
        if full and line.gap == 0 and line.indent <= margin:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(part for line in group for part in _close_up(line))) for group in groups]


def _close_up(line: Line) -> Iterator[Line]:
    """Yield the parts of a line without the blanks between them, where it is letter-spaced (市　委　召　开　会　议).

    Blanks wider than the others stay as one: they part two halves of a headline.
    """
    signs = list(re.finditer(r"\S+", line.text))
    blanks = [columns(line.text[a.end() : b.start()]) for a, b in pairwise(signs)]
    words = any(len(sign[0]) > 1 and not sign[0].isascii() for sign in signs) or line.text.isascii()
    if words or len(signs) < _MIN_SPREAD or all(is_surname(sign[0]) for sign in signs[::2]):
        yield line  # words, or a row of names of two characters
        return
    usual = min(blanks)
    for sign, blank in zip(signs, [usual, *blanks], strict=True):
        first = sign.start() - (blank > usual)
        yield replace(line, start=line.start + first, text=line.text[first : sign.end()])


def _wrap_width(lines: list[Line]) -> int | None:
    """Return the columns at which most lines with a line right below them end, or ``None``."""
    above = [a.width for a, b in pairwise(lines) if b.gap == 0 and a.width >= _MIN_WRAP_WIDTH]
    if len(above) < _MIN_WRAPPED_LINES:
        return None
    near: Counter[int] = Counter()
    for width in above:
        near.update(
            range(width, width + 4)
        )  # 禁则: a line gives up one character rather than start with a stop
    width, n = max(near.items(), key=lambda item: (item[1], -item[0]))
    wider = sum(line.width > width for line in lines)
    wrapped = n >= max(0.6 * len(above), _MIN_WRAPPED_LINES) and wider <= 0.1 * len(lines)
    return width if wrapped else None
