"""How long a page and its lines may be, so that memory and time stay bounded whatever is given."""

from __future__ import annotations

from pathlib import Path

from newsgraph.errors import InputError

LONGEST_LINE = 100_000
"""Characters of one line. A whole broadsheet page has about 20,000; a line is a paragraph."""

LARGEST_PAGE = 64 * 2**20
"""Bytes of one page file: a year of a daily's front pages."""


def check_size(path: Path) -> None:
    """Refuse a page file of more than `LARGEST_PAGE` bytes before it is read.

    Raises
    ------
    InputError
        With the size and the limit.
    """
    size = path.stat().st_size
    if size > LARGEST_PAGE:
        raise InputError(
            f"the file has {size:,} bytes, a page at most {LARGEST_PAGE:,}; split it into pages,"
            " or give an archive as .jsonl with one item a line"
        )


def check_lines(text: str) -> None:
    """Refuse a text with a line of more than `LONGEST_LINE` characters.

    Raises
    ------
    InputError
        With the line's number, its length and the limit.
    """
    if len(text) <= LONGEST_LINE:
        return
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE:
            raise InputError(
                f"line {number} of the text has {len(line):,} characters, at most {LONGEST_LINE:,} are read;"
                " break it into paragraphs"
            )
