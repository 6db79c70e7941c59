"""Vectors of characters, character bigrams and words from unlabelled news (word2vec, skip-gram)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import srsly

from newsgraph.tag.folding import fold_chars

BLANK = "▁"
"""Stands for a space inside a token, since word2vec's files are split at spaces."""
_WORD = re.compile(r"[一-鿿]{2,8}$")


@dataclass(frozen=True, slots=True)
class Table:
    """`keys` in order of frequency, their `counts`, and one row of `rows` (float16) for each."""

    keys: list[str]
    counts: list[int]
    rows: np.ndarray


def write_tokens(texts: Iterable[str], folder: Path) -> None:
    """Write three files of one text line a line: its characters, its bigrams, its words (jieba)."""
    import jieba

    jieba.setLogLevel("ERROR")
    with (
        (folder / "chars.txt").open("w", encoding="utf-8") as chars,
        (folder / "bigrams.txt").open("w", encoding="utf-8") as bigrams,
        (folder / "words.txt").open("w", encoding="utf-8") as words,
    ):
        for text in texts:
            for line in text.split("\n"):
                folded = fold_chars(line).replace(" ", BLANK)
                if len(folded) < 4:
                    continue
                chars.write(" ".join(folded) + "\n")
                bigrams.write(" ".join(map("".join, pairwise(folded))) + "\n")
                words.write(" ".join(jieba.cut(folded)) + "\n")


def train_table(
    path: Path, *, width: int, n_rows: int, words_only: bool = False, epochs: int = 2, seed: int = 0
) -> Table:
    """Return vectors of the `n_rows` most frequent tokens of `path`, unit variance over the table.

    `words_only` keeps runs of 2 to 8 Chinese characters.
    """
    from gensim.models import Word2Vec

    model = Word2Vec(
        corpus_file=str(path), vector_size=width, window=5, sg=1, negative=5, min_count=8, sample=1e-4,
        epochs=epochs, workers=1, seed=seed, max_final_vocab=n_rows * 3,
    )  # fmt: skip
    counts = Counter({key: model.wv.get_vecattr(key, "count") for key in model.wv.index_to_key})
    keys = [k for k, _ in counts.most_common() if not words_only or _WORD.match(k)][:n_rows]
    rows = np.stack([model.wv[key] for key in keys])
    rows = (rows - rows.mean(0)) / rows.std()
    return Table([k.replace(BLANK, " ") for k in keys], [counts[k] for k in keys], rows.astype("float16"))


def save_table(table: Table, path: Path) -> None:
    """Write `table` as one msgpack file."""
    srsly.write_msgpack(path, {"keys": table.keys, "counts": table.counts, "rows": table.rows})


def load_table(path: Path) -> Table:
    """Read what `save_table` wrote."""
    return Table(**srsly.read_msgpack(path))
