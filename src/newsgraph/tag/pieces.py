"""Texts cut to the pieces that a recogniser reads at once: sentences, long ones at their commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.text import sentences

_STOP = re.compile(r"[，、；：,;]")


def pieces_of(text: str, max_length: int, overlap: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the sentences of `text` with offsets, longer ones cut behind a comma or, without one, anywhere.

    Who cuts anywhere may cut a name (rows of persons and tables have no commas): the next piece then begins
    `overlap` characters, less than `max_length`, before the cut.

    Examples
    --------
    >>> list(pieces_of("甲乙，丙丁戊。己庚", 4))
    [(0, '甲乙，'), (3, '丙丁戊。'), (7, '己庚')]
    >>> list(pieces_of("甲乙丙丁戊己庚", 4, 2))
    [(0, '甲乙丙丁'), (2, '丙丁戊己'), (4, '戊己庚')]
    """
    for sentence in sentences(text):
        start = sentence.start
        while sentence.end - start > max_length:
            stops = [match.end() for match in _STOP.finditer(text, start, start + max_length)]
            cut = stops[-1] if stops else start + max_length
            yield start, text[start:cut]
            start = cut if stops else cut - overlap
        yield start, text[start : sentence.end]
