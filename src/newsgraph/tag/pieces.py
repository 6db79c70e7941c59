"""Texts cut to the pieces that a recogniser reads at once: sentences, long ones at their commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.text import sentences

_STOP = re.compile(r"[，、；：,;]")


def pieces_of(text: str, max_length: int) -> Iterator[tuple[int, str]]:
    """Yield the sentences of `text` with offsets, longer ones cut behind a comma or, without one, anywhere.

    Examples
    --------
    >>> list(pieces_of("甲乙，丙丁戊。己庚", 4))
    [(0, '甲乙，'), (3, '丙丁戊。'), (7, '己庚')]
    """
    for sentence in sentences(text):
        start = sentence.start
        while sentence.end - start > max_length:
            stops = [match.end() for match in _STOP.finditer(text, start, start + max_length)]
            cut = stops[-1] if stops else start + max_length
            yield start, text[start:cut]
            start = cut
        yield start, text[start : sentence.end]
