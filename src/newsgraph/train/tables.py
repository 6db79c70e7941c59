"""Assemble the feature tables: vectors from unlabelled news, the lexical encoder's, divisions, countries, surnames."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newsgraph.lexicon import divisions, world
from newsgraph.lexicon.persons import ABSENT, name_table
from newsgraph.tag.feature_tables import FULL_KINDS, FeatureTables, VectorTable
from newsgraph.train.corpora import held_out_ids, raw_texts, read_rows
from newsgraph.train.lexical import lexical_chars
from newsgraph.train.vectors import Table, load_table, save_table, train_table, write_tokens

_TABLES = (("chars", 64, 6000), ("bigrams", 48, 40000), ("words", 48, 30000))
_LABELLED = (
    "newsgraph-zh/train.jsonl", "real/train.jsonl", "ner/msra_train.jsonl.gz", "ner/bdci2020_train.jsonl.gz",
    "ner/cluener_train.jsonl.gz", "ner/resume_train.jsonl.gz",
)  # fmt: skip
_AMBIGUOUS = 3
_NAME_PARTS = ("surname", "only", "first", "second", "foreign", "after1")


def _all_texts(shared: Path) -> Iterator[str]:
    yield from raw_texts(shared / "data/raw", every=2, held_out=held_out_ids(shared))
    for name in _LABELLED:
        yield from (row["text"] for row in read_rows(shared / "data" / name))


def ensure_vectors(shared: Path, work: Path) -> dict[str, Table]:
    """Return the vector tables, trained into `work` where missing (15 minutes on one core)."""
    if not all((work / f"{name}.txt").exists() for name, *_ in _TABLES):
        write_tokens(_all_texts(shared), work)
    tables = {}
    for name, width, n_rows in _TABLES:
        path = work / f"{name}.msgpack"
        if not path.exists():
            table = train_table(work / f"{name}.txt", width=width, n_rows=n_rows, words_only=name == "words")
            save_table(table, path)
        tables[name] = load_table(path)
    return tables


def division_names() -> tuple[dict[str, int], dict[str, int]]:
    """Return full names by kind (``FULL_KINDS``), and short forms of divisions: 0-2 by level, 3 ambiguous."""
    full: dict[str, int] = {}
    short: dict[str, int] = {}
    ambiguous = divisions.ambiguous_forms()
    for name in divisions.iter_names():
        division = divisions.find(name)
        if division is not None and name == division.name:
            full[name] = division.level - 1
        elif division is not None:
            short[name] = _AMBIGUOUS if name in ambiguous else division.level - 1
    for names, kind in ((world.countries(), "country"), (world.other_places(), "other place")):
        for name in names:
            if len(name) > 1:
                full.setdefault(name, FULL_KINDS.index(kind))
    return full, short


def read_surnames(shared: Path) -> list[str]:
    """Return surnames, most frequent first."""
    rows = (line.split("\t") for line in _lines(shared / "data/gazetteer/surnames.tsv.gz"))
    return [name for name, count in sorted(((n, float(c)) for n, c in rows), key=lambda x: -x[1])]


def _lines(path: Path) -> list[str]:
    import gzip

    with gzip.open(path, "rt", encoding="utf-8") as file:
        return file.read().splitlines()[1:]


def _with_name_odds(chars: VectorTable) -> VectorTable:
    """Return `chars` with six more numbers each: how likely it stands in each part of a person's name."""
    odds = [[name_table(part).get(char, ABSENT) / 2 for part in _NAME_PARTS] for char in chars.keys]
    more = np.array([[0.0] * len(_NAME_PARTS), *odds], dtype="float32")
    return VectorTable(chars.keys, np.hstack([chars.vectors, more]))


def build_tables(shared: Path, work: Path) -> FeatureTables:
    """Return the tables that the recogniser carries."""
    vectors = ensure_vectors(shared, work)
    full, short = division_names()

    def table(name: str) -> VectorTable:
        rows = vectors[name].rows.astype("float32")
        return VectorTable(vectors[name].keys, np.vstack([np.zeros_like(rows[:1]), rows]))

    in_names = {char for part in _NAME_PARTS for char in name_table(part)}
    return FeatureTables(
        lexical=lexical_chars(frozenset("".join([*vectors["chars"].keys, *full, *in_names]))),
        chars=_with_name_odds(table("chars")),
        bigrams=table("bigrams"),
        words=table("words"),
        word_counts=vectors["words"].counts,
        full=full,
        short=short,
        surnames=read_surnames(shared),
    )
