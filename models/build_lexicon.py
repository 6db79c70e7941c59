"""Build the data files of ``newsgraph.lexicon`` from the gazetteers and corpora: ``build_lexicon.py DATA``.

DATA is the folder of the corpora (``gazetteer/``, ``ner/``, ``newsgraph-zh/``). Only names are kept, and
counts decide which
of them are ambiguous; no sentence goes into the lexicon. Needs Babel (CLDR's Chinese names).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from ahocorasick_rs import AhoCorasick
from babel import Locale

OUT = Path(__file__).resolve().parents[1] / "src/newsgraph/lexicon/data"
PSEUDO = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
MADE_CODES = {"香港特别行政区": "81", "澳门特别行政区": "82", "台湾省": "71"}
PLACE_LABELS = {"PLACE", "LOC", "ns"}
BODY_LABELS = {"ORG", "EVENT", "PROJECT", "nt", "nz"}


def write(name: str, lines: list[str]) -> None:
    """Write `lines` gzipped without a time stamp, so that equal input gives equal bytes."""
    (OUT / name).write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))
    print(name, len(lines), (OUT / name).stat().st_size)


def read(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a gzipped table."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def build_divisions(folder: Path) -> None:
    """Write ``divisions.tsv.gz`` (levels 1-3) and ``towns.tsv.gz`` (level 4, by county)."""
    rows = list(read(folder / "admin_divisions.tsv.gz"))
    pseudo = {code: parent for code, _, name, parent in rows if name in PSEUDO}
    names = {code: name for code, _, name, _ in rows}
    lines, towns = [], defaultdict(list)
    for code, level, name, parent in rows:
        parent = pseudo.get(parent, parent)
        if code in pseudo:
            continue
        if level == "4":
            towns[parent].append(code[6:9] + re.sub(r"\s|办事处$", "", name))
        elif not (level == "3" and name == names.get(parent)):
            lines.append("\t".join((code, level, name, parent)))
    known = {line.split("\t")[0] for line in lines}
    made: dict[tuple[str, str], str] = {}
    for province, middle, name in read(folder / "hk_mo_tw.tsv.gz"):
        top = MADE_CODES[province]
        if top not in known:
            known.add(top)
            lines.append(f"{top}\t1\t{province}\t")
        if (top, middle) not in made:
            made[top, middle] = f"{top}{len(made) + 1:02d}"
            lines.append(f"{made[top, middle]}\t2\t{middle}\t{top}")
        parent = made[top, middle]
        count = sum(line.startswith(parent) for line in lines)
        lines.append(f"{parent}{count:02d}\t3\t{name}\t{parent}")
    write("divisions.tsv.gz", sorted(lines))
    known = {line.split("\t")[0] for line in lines}
    write(
        "towns.tsv.gz",
        [
            f"{code if code in known else code[:4]}\t{' '.join(sorted(listed))}"
            for code, listed in sorted(towns.items())
        ],
    )


def corpora(folder: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Yield text and entities of every training set that marks places everywhere."""
    for name in (
        "newsgraph-zh/train.jsonl",
        "real/train.jsonl",
        "ner/msra_train.jsonl.gz",
        "ner/pfr1998_head1000_nested.jsonl.gz",
    ):
        path = folder / name
        with (gzip.open if name.endswith("gz") else open)(path, "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                yield row["text"], [tuple(e[:3]) for e in row["ents"]]


def occurrences(folder: Path, forms: list[str]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each form is printed, and how often as (the beginning of, or inside) a named thing."""
    matcher = AhoCorasick(forms)
    printed: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for text, ents in corpora(folder):
        kinds = {}
        for start, end, label in ents:
            if label in PLACE_LABELS | BODY_LABELS:
                kinds.update(dict.fromkeys(range(start, end), label))
        for index, start, end in matcher.find_matches_as_indexes(text, overlapping=True):
            form = forms[index]
            printed[form] += 1
            named[form] += start in kinds and end - 1 in kinds
    return printed, named


def build_ambiguous(folder: Path) -> None:
    """Write the short forms of divisions that mean something else in a third of their uses."""
    from newsgraph.lexicon.divisions import _table, short_forms

    forms = sorted({f for d in _table().values() for f in short_forms(d.name, d.level) if d.level > 1})
    printed, named = occurrences(folder, forms)
    bad = {f for f in forms if printed[f] >= 2 and named[f] < 0.67 * printed[f]}
    write("ambiguous.txt.gz", sorted(bad))
    print(" ".join(sorted(bad, key=lambda f: -printed[f])[:400]))


def build_world() -> None:
    """Write countries (with one-word names) and large foreign cities from CLDR's Chinese names."""
    zh = Locale("zh")
    lines = []
    for code, name in zh.territories.items():
        if len(code) == 2 and code not in {
            "CN",
            "HK",
            "MO",
            "TW",
            "EU",
            "EZ",
            "UN",
            "ZZ",
            "XA",
            "XB",
            "QO",
            "AN",
        }:
            bare = re.sub(r"（.*?）|共和国$", "", name)
            lines += [
                f"{n}\tcountry\t{code}"
                for n in dict.fromkeys((name, bare, bare.replace("沙特阿拉伯", "沙特")))
                if len(n) > 1
            ]
    for zone, names in zh.time_zones.items():
        city = dict(names).get("city")
        if city and not zone.startswith(
            ("Etc", "Asia/Shanghai", "Asia/Urumqi", "Asia/Hong", "Asia/Mac", "Asia/Taipei")
        ):
            bare = re.sub(r"（.*?）|，.*$", "", city)
            if 2 <= len(bare) <= 8 and not bare.endswith(("研究站", "科考站")):
                lines.append(f"{bare}\tcity\t{zone}")
    write("world.tsv.gz", sorted(dict.fromkeys(lines)))


def build_places(folder: Path) -> None:
    """Write the other places (natural features, foreign places, venues) that the corpora name three times
    and mean so."""
    from newsgraph.lexicon.divisions import find_all

    counts: Counter[str] = Counter()
    for text, ents in corpora(folder):
        counts.update(text[s:e] for s, e, label in ents if label in PLACE_LABELS and e - s > 1)
    local = re.compile(
        r".*([馆院星宫场殿堂楼村城厅系球舍室店厂路家庄]|军区|中心|太阳|地区|铁路|公司|剧组|号)|"
        r"[\u4e00-\u9fff][山市岛城方]|.*[^\u4e00-\u9fff·].*|中华|中原.*|.{13,}|."
    )
    forms = sorted(n for n, c in counts.items() if c >= 3 and not find_all(n) and not local.fullmatch(n))
    printed, named = occurrences(folder, forms)
    write(
        "places.txt.gz", [f for f in forms if named[f] >= 0.8 * printed[f] and counts[f] >= 0.3 * printed[f]]
    )


def main(data: str) -> None:
    """Build every file."""
    folder = Path(data)
    OUT.mkdir(parents=True, exist_ok=True)
    build_divisions(folder / "gazetteer")
    build_world()
    build_ambiguous(folder)
    build_places(folder)


if __name__ == "__main__":
    main(sys.argv[1])
