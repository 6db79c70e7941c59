"""What a character looks like to the recogniser: rows of vector tables, and small facts from lexicons.

Everything that the features need travels inside the trained model (`FeatureTables.to_bytes`), so that a
lexicon edited later cannot drift away from weights that were trained on an older one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import repeat
from operator import add

import numpy as np
import srsly

from newsgraph.tag.folding import fold_chars

N_VECTOR_COLUMNS = 5
"""Rows of: the character, the bigram that ends here, the bigram that begins here, the word around, and the character
as the lexical encoder knows it."""
LEXICAL = 4
"""Which of them the lexical encoder reads."""
BEGIN, INSIDE, END, SINGLE = 1, 2, 3, 4
_TABLES = ("chars", "bigrams", "words", "lexical")
_PUNCTUATION = {"、": 1, ",": 2, "。": 3, ";": 3, "!": 3, "?": 3, ":": 4, "·": 5, "-": 6, "—": 6}
_OPEN = {"《": 1, "〈": 1, "“": 2, "‘": 2, "「": 2, "『": 2, "(": 3, "〔": 3, "【": 3}
_CLOSE = {"》": 1, "〉": 1, "”": 2, "’": 2, "」": 2, "』": 2, ")": 3, "〕": 3, "】": 3}

VERSION = 2
"""Of what the columns mean. A network reads only those that it was trained on: count it up when they change."""

N_SHAPES = 14
N_SEGMENTS = 10
N_LEXICON = 4 * 7 + 1
N_SURNAME = 6
N_FRAMES = 8
CARDINALITIES = (N_SHAPES, N_SEGMENTS, N_LEXICON, N_LEXICON, N_SURNAME, N_FRAMES)
"""How many values each small column takes: shape, word position, two lexicons, surname, frame."""
OFFSETS = np.cumsum((0, *CARDINALITIES[:-1]))
"""Where the values of each small column begin in one table of all of them."""
FULL_KINDS = ("province", "city", "county", "town", "country", "other place")
"""Values of the first lexicon; the second holds the short forms of the first three."""


@dataclass(frozen=True, slots=True)
class VectorTable:
    """`keys` and `vectors`: row 0 stands for every unknown key, row ``i + 1`` for key ``i``."""

    keys: Sequence[str]
    vectors: np.ndarray

    def look_up(self, rows: np.ndarray) -> np.ndarray:
        """Return the vectors of `rows`, ``(len(rows), width)``."""
        found: np.ndarray = self.vectors[rows]
        return found

    def rounded(self) -> tuple[np.ndarray, np.ndarray]:
        """Return a scale for each row (float16, ``(rows, 1)``) and whole steps of it (int8, of the vectors' shape).

        Half the size of float16; no number is off by more than a 200th of the greatest of its row. What was rounded
        before comes out the same.
        """
        scales = (np.abs(self.vectors).max(1, keepdims=True, initial=1e-3) / 127).astype("float16")
        return scales, np.rint(self.vectors / scales.astype("float32")).clip(-127, 127).astype("int8")


def _segment(text: str, logp: Mapping[str, float], longest: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return the words of the likeliest segmentation under a unigram model, as (start, end)."""
    n = len(text)
    unknown = logp[""]
    best = [0.0] + [-1e18] * n
    back = [0] * (n + 1)
    for i in range(n):
        here = best[i]
        if here + unknown > best[i + 1]:
            best[i + 1], back[i + 1] = here + unknown, i
        length = longest.get(text[i : i + 2])
        if length is None:
            continue
        for j in range(i + 2, min(i + length, n) + 1):
            p = logp.get(text[i:j])
            if p is not None and here + p > best[j]:
                best[j], back[j] = here + p, i
    spans = []
    while n:
        spans.append((back[n], n))
        n = back[n]
    spans.reverse()
    return spans


def _longest(names: Iterable[str], most: int) -> dict[str, int]:
    """Return how long the longest of `names` is that begins with each pair of characters, at most `most`."""
    longest: dict[str, int] = {}
    for name in names:
        if len(name) > 1:
            longest[name[:2]] = min(max(len(name), longest.get(name[:2], 0)), most)
    return longest


@dataclass(slots=False)
class FeatureTables:
    """Vector tables and lexicons, and the columns that they give a text.

    Attributes
    ----------
    chars, bigrams, words : VectorTable
        Of folded text (`newsgraph.tag.folding.fold_chars`); unknown ones are zeros.
    lexical : VectorTable
        The lexical encoder's characters, of text as it is printed.
    word_counts : Sequence[int]
        How often each word occurs in the text that the vectors were trained on.
    full, short : Mapping[str, int]
        Names in full (``FULL_KINDS``) and short forms of divisions (衡阳 for 衡阳市): name -> kind from 0.
    surnames : Sequence[str]
        Most frequent first.
    """

    chars: VectorTable = field(default_factory=lambda: VectorTable((), np.zeros((0, 1), "f")))
    bigrams: VectorTable = field(default_factory=lambda: VectorTable((), np.zeros((0, 1), "f")))
    words: VectorTable = field(default_factory=lambda: VectorTable((), np.zeros((0, 1), "f")))
    lexical: VectorTable = field(default_factory=lambda: VectorTable((), np.zeros((0, 1), "f")))
    word_counts: Sequence[int] = ()
    full: Mapping[str, int] = field(default_factory=dict)
    short: Mapping[str, int] = field(default_factory=dict)
    surnames: Sequence[str] = ()

    def __bool__(self) -> bool:
        return len(self.chars.keys) > 0

    @cached_property
    def _rows(self) -> list[dict[str, int]]:
        tables = (self.chars, self.bigrams, self.words, self.lexical)
        return [{key: i + 1 for i, key in enumerate(table.keys)} for table in tables]

    @cached_property
    def _logp(self) -> dict[str, float]:
        total = math.log(sum(self.word_counts) * 2 + 1)
        logp = {w: math.log(c) - total for w, c in zip(self.words.keys, self.word_counts, strict=True)}
        logp[""] = -10.0
        return logp

    @cached_property
    def _longest(self) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        return _longest(self.words.keys, 8), _longest(self.full, 14), _longest(self.short, 14)

    @cached_property
    def _surname_bands(self) -> dict[str, int]:
        return {s: 1 if i < 30 else 2 if i < 120 else 3 for i, s in enumerate(self.surnames) if len(s) == 1}

    @cached_property
    def _compounds(self) -> frozenset[str]:
        return frozenset(s for s in self.surnames if len(s) == 2)

    def fixed(self, rows: np.ndarray) -> np.ndarray:
        """Return the vectors of the rows that `columns` gives, but the lexical ones, side by side.

        ``(n, sum of widths)``.
        """
        parts = [
            self.chars.look_up(rows[:, 0]),
            self.bigrams.look_up(rows[:, 1]),
            self.bigrams.look_up(rows[:, 2]),
            self.words.look_up(rows[:, 3]),
        ]
        joined: np.ndarray = np.concatenate(parts, axis=1, dtype=np.float32)
        return joined

    def columns(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """Return vector rows ``(n, N_VECTOR_COLUMNS)`` and small columns ``(n, len(CARDINALITIES))``.

        Cost: about 2 µs a character.
        """
        folded = fold_chars(text)
        chars, bigrams, words, lexical = self._rows
        pairs = list(map(add, folded, folded[1:]))
        of_words, of_full, of_short = self._longest
        spans = _segment(folded, self._logp, of_words)
        lengths = [end - start for start, end in spans]
        vector_rows = np.zeros((len(folded), N_VECTOR_COLUMNS), dtype="int32")
        vector_rows[:, 0] = list(map(chars.get, folded, repeat(0)))
        vector_rows[1:, 1] = vector_rows[:-1, 2] = list(map(bigrams.get, pairs, repeat(0)))
        vector_rows[:, 3] = np.repeat([words.get(folded[start:end], 0) for start, end in spans], lengths)
        vector_rows[:, LEXICAL] = list(map(lexical.get, text, repeat(0)))
        small = np.zeros((len(folded), len(CARDINALITIES)), dtype="int32")
        small[:, 0] = list(map(_SHAPES.get, folded, repeat(0)))
        small[:, 1] = [position for length in lengths for position in _word_positions(length)]
        small[:, 2] = _match(folded, pairs, self.full, of_full)
        small[:, 3] = _match(folded, pairs, self.short, of_short)
        small[:, 4] = self._surname_column(folded, pairs)
        small[:, 5] = _frames(text)
        return vector_rows, small

    def _surname_column(self, text: str, pairs: Sequence[str]) -> list[int]:
        column = list(map(self._surname_bands.get, text, repeat(0)))
        for i, pair in enumerate(pairs):
            if pair in self._compounds:
                column[i], column[i + 1] = 4, 5
        return column

    def to_bytes(self) -> bytes:
        """Return everything as msgpack; vectors as bytes with a float16 scale a row (`VectorTable.rounded`)."""
        tables = {}
        for name in _TABLES:
            table: VectorTable = getattr(self, name)
            scales, steps = table.rounded()
            tables[name] = {"keys": "\n".join(table.keys), "scales": scales, "steps": steps}
        rest = {"word_counts": list(self.word_counts), "full": dict(self.full), "short": dict(self.short)}
        raw: bytes = srsly.msgpack_dumps({**tables, **rest, "surnames": list(self.surnames)})
        return raw

    @classmethod
    def from_bytes(cls, raw: bytes) -> FeatureTables:
        """Return what `to_bytes` wrote."""
        held = srsly.msgpack_loads(raw)
        for name in _TABLES:
            table = held[name]
            vectors = table["steps"] * table["scales"].astype("float32")
            held[name] = VectorTable(table["keys"].split("\n"), vectors)
        return cls(**held)


@cache
def _word_positions(length: int) -> tuple[int, ...]:
    """Return a word's column: 0 for one character, else begin, inside, end for lengths 2, 3, 4 and more."""
    if length == 1:
        return (0,)
    base = 3 * (min(length, 4) - 2)
    return (base + 1, *[base + 2] * (length - 2), base + 3)


def _match(
    text: str, pairs: Sequence[str], lexicon: Mapping[str, int], longest: Mapping[str, int]
) -> np.ndarray:
    """Return a column that marks the longest names of `lexicon` from the left: 0, or 4 x kind + position."""
    column = np.zeros(len(text), dtype="int32")
    done = 0
    for i, pair in enumerate(pairs):
        if pair not in longest or i < done:
            continue
        far = min(len(text), i + longest[pair])
        end = next((j for j in range(far, i + 1, -1) if text[i:j] in lexicon), i)
        if end > i:
            base = 4 * lexicon[text[i:end]]
            column[i:end] = base + INSIDE
            column[i], column[end - 1] = base + BEGIN, base + END
            done = end
    return column


_SHAPES = (
    {"0": 11, "a": 12, " ": 13}
    | _PUNCTUATION
    | {c: 6 + kind for c, kind in _OPEN.items()}
    | dict.fromkeys(_CLOSE, 10)
)
"""Of folded characters; all others are 0."""


def _frames(text: str) -> np.ndarray:
    """Return a column: the bracket around (none, 《》, “”, （）) as 0-3, plus 4 in a line without 。."""
    column = np.zeros(len(text), dtype="int32")
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if "。" not in line:
            column[start:end] = 4
        inside, since = 0, start
        for mark in _BRACKET.finditer(text, start, end):
            column[since : mark.start()] += inside
            inside, since = _OPENED.get(mark[0], 0), mark.start()
        column[since:end] += inside
        start = end + 1
    return column


_OPENED = _OPEN | {"（": 3}
_BRACKET = re.compile(f"[{re.escape(''.join((*_OPENED, *_CLOSE, '）')))}]")
