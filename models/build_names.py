"""Count what Chinese personal names are made of, for ``newsgraph.lexicon.persons``.

usage: build_names.py SHARED OUT

Reads the annotated corpora under SHARED/data and writes OUT/names.tsv.gz: how much more likely than in
running text a character is as a surname, as the only, first or second character of a given name, or in a
transliterated name; and a character or pair of characters right behind a name. Natural log-odds, rounded to a
tenth. No name is kept, only common words that look like one.
"""

from __future__ import annotations

import collections
import gzip
import json
import lzma
import math
import sys
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

FULL_WIDTH = str.maketrans(",:;!?()", "，：；！？（）")
N_BACKGROUND = 12_000_000
COMMON = 2e-5
"""Share of running text above which a character is judged even where no name has it."""
PRIOR = 0.5
WORD_COUNT, LIKE_A_NAME = 12, 1.0
RARE_SURNAME = 1.0
"""Log-odds given to a surname of the gazetteer that no corpus shows and that is rare in running text."""


def read_surnames(folder: Path) -> dict[str, float]:
    """Return surnames with the gazetteer's frequency (per 100,000 persons)."""
    rows = (
        gzip.decompress((folder / "gazetteer/surnames.tsv.gz").read_bytes()).decode("utf-8").split("\n")[1:]
    )
    return {name: float(weight) for name, _, weight in (row.partition("\t") for row in rows if row)}


def iter_annotated(folder: Path) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield texts with the spans of their persons."""
    labels = {"PERSON", "PER", "NAME", "name"}
    paths = [folder / "newsgraph-zh/train.jsonl", folder / "real/train.jsonl"]
    paths += [folder / f"ner/{name}.jsonl.gz" for name in ("msra_train", "cluener_train", "resume_train")]
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                text = unicodedata.normalize("NFKC", row["text"]) if "msra" in path.name else row["text"]
                spans = []
                for ent in row["ents"]:
                    start, end, label = (
                        (ent["start"], ent["end"], ent["label"]) if isinstance(ent, dict) else ent[:3]
                    )
                    if label in labels and len(text) == len(row["text"]):
                        spans.append((start, end))
                yield text, spans


def count_background(folder: Path) -> tuple[collections.Counter[str], collections.Counter[str]]:
    """Return how often characters and pairs of them occur in unannotated news."""
    single: collections.Counter[str] = collections.Counter()
    pairs: collections.Counter[str] = collections.Counter()
    for text in iter_news(folder):
        single.update(text)
        pairs.update(map("".join, pairwise(text)))
    return single, pairs


def split_name(name: str, surnames: dict[str, float]) -> tuple[str, str] | None:
    """Return surname and given name of a Chinese name of two to four characters."""
    if len(name) >= 3 and name[:2] in surnames and len(name) <= 4:
        return name[:2], name[2:]
    if name[:1] in surnames and 2 <= len(name) <= 3:
        return name[0], name[1:]
    return None


def log_odds(counts: collections.Counter[str], base: collections.Counter[str]) -> dict[str, float]:
    """Return ln P(x in `counts`) - ln P(x in `base`), shrunk towards zero where little was counted."""
    total, base_total = sum(counts.values()), sum(base.values())
    common = {item for item, count in base.items() if count / base_total > COMMON}
    result = {}
    for item in counts.keys() | common:
        expected = (base[item] + 1) / base_total
        if base[item] / base_total > COMMON or counts[item] > 1:
            result[item] = math.log((counts[item] + PRIOR) / (total * expected + PRIOR))
    return result


def iter_news(folder: Path) -> Iterator[str]:
    """Yield unannotated news up to about N_BACKGROUND characters, spread over the years."""
    n_read = 0
    with lzma.open(folder / "raw/xwlb-2012-2026.jsonl.xz", "rt", encoding="utf-8") as lines:
        for i, line in enumerate(lines):
            if i % 3 == 0:
                text = json.loads(line)["text"]
                n_read += len(text)
                yield text
            if n_read > N_BACKGROUND:
                return


def find_words(
    folder: Path, tables: dict[str, dict[str, float]], names: set[str]
) -> list[tuple[str, str, float]]:
    """Return the common strings that read like a name and are none, by what follows them in news."""
    count: collections.Counter[str] = collections.Counter()
    after: dict[str, float] = collections.defaultdict(float)
    for text in iter_news(folder):
        for i in range(len(text) - 4):
            surname = tables["surname"].get(text[i])
            if surname is None:
                continue
            two = surname + tables["only"].get(text[i + 1], -0.5)
            three = surname + tables["first"].get(text[i + 1], -0.5) + tables["second"].get(text[i + 2], -0.5)
            for length, value in ((2, two), (3, three)):
                if value > LIKE_A_NAME and all("\u4e00" <= c <= "\u9fff" for c in text[i : i + length]):
                    word, end = text[i : i + length], i + length
                    count[word] += 1
                    single = tables["after1"].get(text[end].translate(FULL_WIDTH), -1.0)
                    if text[end] != "、":
                        after[word] += tables["after2"].get(text[end : end + 2], min(single, 1.0))
    return [
        ("word", word, after[word] / n)
        for word, n in count.items()
        if n >= WORD_COUNT and word not in names and after[word] / n < 0.3
    ]


def main() -> None:
    """Read the corpora and write the table."""
    shared, out = Path(sys.argv[1]) / "data", Path(sys.argv[2])
    surnames = read_surnames(shared)
    single, pairs = count_background(shared)
    parts: dict[str, collections.Counter[str]] = {
        key: collections.Counter() for key in ("surname", "only", "first", "second", "foreign")
    }
    after1: collections.Counter[str] = collections.Counter()
    after2: collections.Counter[str] = collections.Counter()
    seen: set[str] = set()
    for text, spans in iter_annotated(shared):
        for start, end in spans:
            name = "".join(text[start:end].split())
            after1[text[end : end + 1].translate(FULL_WIDTH)] += 1
            after2[text[end : end + 2]] += 1
            if name in seen or not name:
                continue
            seen.add(name)
            parsed = split_name(name, surnames)
            if parsed is None or "·" in name:
                if len(name) > 3:
                    parts["foreign"].update(c for c in name if "\u4e00" <= c <= "\u9fff")
                continue
            parts["surname"][parsed[0]] += 1
            keys = ("only",) if len(parsed[1]) == 1 else ("first", "second")
            for key, character in zip(keys, parsed[1], strict=True):
                parts[key][character] += 1
    han = collections.Counter({c: count for c, count in single.items() if "\u4e00" <= c <= "\u9fff"})
    compound = collections.Counter({pair: pairs[pair] for pair in parts["surname"] if len(pair) == 2})
    rows = [
        (key, item, value)
        for key, counts in parts.items()
        for item, value in log_odds(counts, han + compound if key == "surname" else han).items()
        if key != "surname" or counts[item]
    ]
    total = sum(han.values())
    rows += [
        ("surname", item, RARE_SURNAME)
        for item in surnames
        if len(item) == 1 and not parts["surname"][item] and han[item] / total < COMMON * 5
    ]
    rows += [("after1", item, value) for item, value in log_odds(after1, single).items() if item]
    for item, value in log_odds(after2, pairs).items():
        if after2[item] > 4 and all("\u4e00" <= c <= "\u9fff" for c in item) and value > 0.5:
            rows.append(("after2", item, value))
    tables: dict[str, dict[str, float]] = collections.defaultdict(dict)
    for key, item, value in rows:
        tables[key][item] = value
    rows += find_words(shared, tables, seen)
    with gzip.GzipFile(out / "names.tsv.gz", "wb", mtime=0) as file:
        for key, item, value in sorted(rows):
            if not item.isspace():
                file.write(f"{key}\t{item}\t{value:.1f}\n".encode())


if __name__ == "__main__":
    main()
