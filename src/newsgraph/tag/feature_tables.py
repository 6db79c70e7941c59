"""What a character looks like to the recogniser: rows of vector tables, and small facts from lexicons.

Everything that the features need travels inside the trained model (`FeatureTables.to_bytes`), so that a
lexicon edited later cannot drift away from weights that were trained on an older one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import srsly

from newsgraph.tag.folding import fold_chars

N_VECTOR_COLUMNS = 4
"""Rows of: the character, the bigram that ends here, the bigram that begins here, the word around."""
BEGIN, INSIDE, END, SINGLE = 1, 2, 3, 4
_PUNCTUATION = {"、": 1, ",": 2, "。": 3, ";": 3, "!": 3, "?": 3, ":": 4, "·": 5, "-": 6, "—": 6}
_OPEN = {"《": 1, "〈": 1, "“": 2, "‘": 2, "「": 2, "『": 2, "(": 3, "〔": 3, "【": 3}
_CLOSE = {"》": 1, "〉": 1, "”": 2, "’": 2, "」": 2, "』": 2, ")": 3, "〕": 3, "】": 3}

N_SHAPES = 14
N_SEGMENTS = 10
N_LEXICON = 4 * 7 + 1
N_SURNAME = 6
N_FRAMES = 8
CARDINALITIES = (N_SHAPES, N_SEGMENTS, N_LEXICON, N_LEXICON, N_SURNAME, N_FRAMES)
"""How many values each small column takes: shape, word position, two lexicons, surname, frame."""
FULL_KINDS = ("province", "city", "county", "town", "country", "other place")
"""Values of the first lexicon; the second holds the short forms of the first three."""


@dataclass(frozen=True, slots=True)
class VectorTable:
    """`keys` and `vectors`: row 0 is zeros and stands for every unknown key, row ``i + 1`` for key ``i``."""

    keys: Sequence[str]
    vectors: np.ndarray

    def look_up(self, rows: np.ndarray) -> np.ndarray:
        """Return the vectors of `rows`, ``(len(rows), width)``."""
        found: np.ndarray = self.vectors[rows]
        return found


def _segment(text: str, logp: Mapping[str, float], prefixes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the words of the likeliest segmentation under a unigram model, as (start, end)."""
    n = len(text)
    best = [0.0] + [-1e18] * n
    back = [0] * (n + 1)
    for i in range(n):
        here = best[i]
        if here + logp[""] > best[i + 1]:
            best[i + 1], back[i + 1] = here + logp[""], i
        if text[i : i + 2] not in prefixes:
            continue
        for j in range(i + 2, min(i + 8, n) + 1):
            p = logp.get(text[i:j])
            if p is not None and here + p > best[j]:
                best[j], back[j] = here + p, i
    spans = []
    while n:
        spans.append((back[n], n))
        n = back[n]
    return reversed(spans)


@dataclass(slots=False)
class FeatureTables:
    """Vector tables and lexicons, and the columns that they give a text.

    Attributes
    ----------
    chars, bigrams, words : VectorTable
        Of folded text (`newsgraph.tag.folding.fold_chars`).
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
    word_counts: Sequence[int] = ()
    full: Mapping[str, int] = field(default_factory=dict)
    short: Mapping[str, int] = field(default_factory=dict)
    surnames: Sequence[str] = ()

    def __bool__(self) -> bool:
        return len(self.chars.keys) > 0

    @cached_property
    def _rows(self) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        tables = (self.chars, self.bigrams, self.words)
        chars, bigrams, words = ({key: i + 1 for i, key in enumerate(table.keys)} for table in tables)
        return chars, bigrams, words

    @cached_property
    def _logp(self) -> dict[str, float]:
        total = math.log(sum(self.word_counts) * 2 + 1)
        logp = {w: math.log(c) - total for w, c in zip(self.words.keys, self.word_counts, strict=True)}
        logp[""] = -10.0
        return logp

    @cached_property
    def _prefixes(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        words, full, short = (frozenset(w[:2] for w in ws) for ws in (self.words.keys, self.full, self.short))
        return words, full, short

    @cached_property
    def _surname_bands(self) -> dict[str, int]:
        return {
            s: 5 if len(s) > 1 else 1 if i < 30 else 2 if i < 120 else 3 for i, s in enumerate(self.surnames)
        }

    def columns(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """Return vector rows ``(n, N_VECTOR_COLUMNS)`` and small columns ``(n, len(CARDINALITIES))``.

        Cost: about 10 µs a character.
        """
        folded = fold_chars(text)
        n = len(folded)
        chars, bigrams, words = self._rows
        pairs = [bigrams.get(folded[i : i + 2], 0) for i in range(n - 1)]
        vector_rows = np.zeros((n, N_VECTOR_COLUMNS), dtype="int32")
        vector_rows[:, 0] = [chars.get(c, 0) for c in folded]
        vector_rows[1:, 1] = pairs
        vector_rows[:-1, 2] = pairs
        small = np.zeros((n, len(CARDINALITIES)), dtype="int32")
        for start, end in _segment(folded, self._logp, self._prefixes[0]):
            vector_rows[start:end, 3] = words.get(folded[start:end], 0)
            small[start:end, 1] = _word_positions(end - start)
        small[:, 0] = [_shape(c) for c in folded]
        small[:, 2] = _match(folded, self.full, self._prefixes[1])
        small[:, 3] = _match(folded, self.short, self._prefixes[2])
        small[:, 4] = self._surname_column(folded)
        small[:, 5] = _frames(text)
        return vector_rows, small

    def _surname_column(self, text: str) -> list[int]:
        bands = self._surname_bands
        column = [bands.get(c, 0) for c in text]
        for i in range(len(text) - 1):
            if bands.get(text[i : i + 2]) == 5:
                column[i], column[i + 1] = 4, 5
        return column

    def to_bytes(self) -> bytes:
        """Return everything as msgpack; vectors as float16."""
        tables = {
            name: {"keys": "\n".join(table.keys), "vectors": table.vectors.astype("float16")}
            for name, table in (("chars", self.chars), ("bigrams", self.bigrams), ("words", self.words))
        }
        rest = {"word_counts": list(self.word_counts), "full": dict(self.full), "short": dict(self.short)}
        raw: bytes = srsly.msgpack_dumps({**tables, **rest, "surnames": list(self.surnames)})
        return raw

    @classmethod
    def from_bytes(cls, raw: bytes) -> FeatureTables:
        """Return what `to_bytes` wrote."""
        held = srsly.msgpack_loads(raw)
        for name in ("chars", "bigrams", "words"):
            table = held[name]
            held[name] = VectorTable(table["keys"].split("\n"), table["vectors"].astype("float32"))
        return cls(**held)


def _word_positions(length: int) -> list[int] | int:
    """Return a word's column: 0 for one character, else begin, inside, end for lengths 2, 3, 4 and more."""
    if length == 1:
        return 0
    base = 3 * (min(length, 4) - 2)
    return [base + 1] + [base + 2] * (length - 2) + [base + 3]


def _match(text: str, lexicon: Mapping[str, int], prefixes: frozenset[str]) -> np.ndarray:
    """Return a column that marks the longest names of `lexicon` from the left: 0, or 4 x kind + position."""
    column = np.zeros(len(text), dtype="int32")
    i, n = 0, len(text)
    while i < n - 1:
        end = i
        if text[i : i + 2] in prefixes:
            end = next((j for j in range(min(n, i + 14), i + 1, -1) if text[i:j] in lexicon), i)
        if end == i:
            i += 1
            continue
        base = 4 * lexicon[text[i:end]]
        column[i:end] = base + INSIDE
        column[i], column[end - 1] = base + BEGIN, base + END
        i = end
    return column


def _shape(char: str) -> int:
    if "一" <= char <= "鿿":
        return 0
    if char in _PUNCTUATION:
        return _PUNCTUATION[char]
    if char in _OPEN:
        return 6 + _OPEN[char]
    if char in _CLOSE:
        return 10
    return {"0": 11, "a": 12, " ": 13}.get(char, 0)


def _frames(text: str) -> np.ndarray:
    """Return a column: the bracket around (none, 《》, “”, （）) as 0-3, plus 4 in a line without 。."""
    column = np.zeros(len(text), dtype="int32")
    start = 0
    for line in text.split("\n"):
        inside = 0
        headline = 0 if "。" in line else 4
        for i, char in enumerate(line, start):
            if char in _OPEN or char == "（":
                inside = _OPEN.get(char, 3)
            elif char in _CLOSE or char == "）":
                inside = 0
            column[i] = headline + inside
        start += len(line) + 1
    return column
