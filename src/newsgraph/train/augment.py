"""The same sentences with other names in them: what is learned is then the context and the kind of name."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from newsgraph.train.corpora import Entity, Sample


def rewrite(sample: Sample, edits: Iterable[tuple[int, int, str]]) -> Sample:
    """Return `sample` with stretches of its text replaced; entities move and grow along.

    Each edit ``(start, end, text)`` lies inside one entity or outside all; edits do not overlap.

    Examples
    --------
    >>> rewrite(Sample("甲市长到乙县", ((0, 1, "PERSON"), (4, 6, "PLACE"))), [(0, 1, "欧阳"), (4, 5, "丙丁")])
    Sample(text='欧阳市长到丙丁县', ents=((0, 2, 'PERSON'), (5, 8, 'PLACE')))
    """
    pieces, moved, at, shift = [], list(range(len(sample.text) + 1)), 0, 0
    for start, end, new in sorted(edits):
        for i in range(at, start + 1):
            moved[i] += shift
        pieces += [sample.text[at:start], new]
        shift += len(new) - (end - start)
        at = end
        for i in range(start + 1, end):
            moved[i] = moved[start]
    for i in range(at, len(moved)):
        moved[i] += shift
    pieces.append(sample.text[at:])
    return Sample("".join(pieces), tuple((moved[s], moved[e], t) for s, e, t in sample.ents))


@dataclass(frozen=True, slots=True)
class NamePools:
    """What names are swapped for: `surnames` (most frequent first), `given` names, `foreign` names, and
    divisions: `kind_of` each name, names `by_kind`.
    """

    surnames: Sequence[str]
    given: Sequence[str]
    foreign: Sequence[str]
    kind_of: Mapping[str, int]
    by_kind: Mapping[int, Sequence[str]]

    def surname(self, rng: random.Random) -> str:
        """Return a surname, frequent ones more often."""
        return self.surnames[int(len(self.surnames) * rng.random() ** 4)]

    def person(self, old: str, rng: random.Random) -> str:
        """Return another name of the same sort: a surname, a Chinese name, a name in transcription."""
        if len(old) == 1:
            return self.surname(rng)
        if "·" in old or len(old) > 4:
            return rng.choice(self.foreign)
        return self.surname(rng) + rng.choice(self.given)


def make_pools(names: Iterable[str], *, surnames: Sequence[str], divisions: Mapping[str, int]) -> NamePools:
    """Return pools from person names seen in training text and the division lexicon (name -> kind)."""
    known = set(surnames)
    given, foreign = [], []
    for name in names:
        if "·" in name or (len(name) > 4 and name[:1] not in known):
            foreign.append(name)
        elif 2 <= len(name) <= 3 and name[0] in known:
            given.append(name[1:])
    by_kind = defaultdict(list)
    for name, kind in divisions.items():
        by_kind[kind].append(name)
    return NamePools(surnames, sorted(given), sorted(foreign), divisions, dict(by_kind))


def swap_names(sample: Sample, pools: NamePools, rng: random.Random, *, share: float) -> Sample:
    """Return `sample` with a `share` of its persons and divisions renamed, each the same way throughout."""
    renamed: dict[str, str] = {}
    edits = []

    def new_name(old: str, label: str) -> str:
        if old not in renamed:
            swap = rng.random() < share
            other = (
                pools.person(old, rng) if label == "PERSON" else rng.choice(pools.by_kind[pools.kind_of[old]])
            )
            renamed[old] = other if swap else old
        return renamed[old]

    for start, end, label in sample.ents:
        old_end = end if label == "PERSON" else _division_end(sample, (start, end, label), pools)
        if old_end > start and label != "POST":
            edits.append((start, old_end, new_name(sample.text[start:old_end], label)))
    return rewrite(sample, edits)


def swap_alike(
    sample: Sample, by_label: Mapping[str, Sequence[str]], rng: random.Random, *, share: float
) -> Sample:
    """Return `sample` with a `share` of its entities replaced by others of their label.

    References
    ----------
    Dai and Adel 2020, An Analysis of Simple Data Augmentation for Named Entity Recognition (mention replacement).
    """
    swapped = (ent for ent in sample.ents if rng.random() < share)
    return rewrite(sample, [(start, end, rng.choice(by_label[label])) for start, end, label in swapped])


def add_row(sample: Sample, pools: NamePools, rng: random.Random) -> Sample:
    """Return `sample` with up to thirty more persons right behind one of its own, as lists print them run together.

    Short rows are frequent, long ones rare.
    """
    at = [i for i, (s, e, label) in enumerate(sample.ents) if label == "PERSON" and 2 <= e - s <= 4]
    if not at:
        return sample
    i = rng.choice(at)
    end = sample.ents[i][1]
    names = [pools.surname(rng) + rng.choice(pools.given) for _ in range(int(2 * 15 ** rng.random()))]
    row, ends = "".join(names), list(accumulate(map(len, names), initial=end))
    added = tuple((s, e, "PERSON") for s, e in pairwise(ends))
    behind = tuple((s + len(row), e + len(row), label) for s, e, label in sample.ents[i + 1 :])
    return Sample(sample.text[:end] + row + sample.text[end:], (*sample.ents[: i + 1], *added, *behind))


def _division_end(sample: Sample, ent: Entity, pools: NamePools) -> int:
    """Return the end of the longest division name at the head of `ent`, or its start."""
    start, end, _ = ent
    return next(
        (j for j in range(min(end, start + 12), start + 1, -1) if sample.text[start:j] in pools.kind_of),
        start,
    )


def add_headline(sample: Sample, rng: random.Random) -> Sample:
    """Return `sample` with one of its sentences again on top, as headlines print: blanks for punctuation."""
    stops = [i for i, char in enumerate(sample.text) if char in "。\n"]
    starts = [0, *(i + 1 for i in stops)]
    candidates = [(s, e) for s, e in zip(starts, stops, strict=False) if 12 < e - s < 60]
    if not candidates:
        return sample
    start, end = rng.choice(candidates)
    if any(s < start < e or s < end < e for s, e, _ in sample.ents):
        return sample
    blank = rng.choice((" ", "　", ""))
    inner = tuple((s - start, e - start, t) for s, e, t in sample.ents if start <= s and e <= end)
    line = Sample(sample.text[start:end], inner)
    commas = [i for i, c in enumerate(line.text) if c in "，；" and not any(s <= i < e for s, e, _ in inner)]
    line = rewrite(line, [(i, i + 1, blank) for i in commas])
    shift = len(line.text) + 1
    return Sample(
        f"{line.text}\n{sample.text}", line.ents + tuple((s + shift, e + shift, t) for s, e, t in sample.ents)
    )
