"""Label unlabelled news with an earlier recogniser and the grammar, for the next recogniser to learn from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language

from newsgraph.train.corpora import LABELS

SIZE = 600
"""Longest text, in characters, cut at a line's end: longer news adds more of the same."""


def label_raw(nlp: Language, texts: Iterable[str], path: Path, *, total_chars: int) -> int:
    """Write texts with the mentions that `nlp` (all of the tagger) finds to `path`; return their length.

    Stops after about `total_chars`. Times and money, which grammar finds alone, are left out.
    """
    done = 0
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as out:
        for text in texts:
            cut = text if len(text) <= SIZE else text[: text.rfind("\n", 0, SIZE) + 1 or SIZE]
            doc = nlp(cut)
            ents = [[e.start, e.end, e.label_] for e in doc.ents if e.label_ in LABELS]
            out.write(json.dumps({"text": cut, "ents": ents}, ensure_ascii=False) + "\n")
            done += len(cut)
            if done >= total_chars:
                break
    fresh.replace(path)
    return done
