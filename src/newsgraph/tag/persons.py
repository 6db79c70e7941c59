"""PERSON candidates: names where the grammar of the press puts them, and where the text repeats them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.lexicon.persons import surname_of
from newsgraph.tag.candidates import VETO, Candidate, candidates_of, text_of
from newsgraph.tag.known_names import JOINTS, find_names, names_thing, printed_forms
from newsgraph.tag.name_places import Found, Place, read_names
from newsgraph.tag.names import Name, joint_start, read_foreign, read_run, readings
from newsgraph.tag.surnames import find_surnames, stands_free

BY = "grammar.person"

_DOCTRINE = re.compile(
    r"[\u4e00-\u9fff]{3}(?:同志|总书记)?"
    r"(?:新时代中国特色社会主义思想|(?:新时代)?(?:强军|外交|经济|法治|生态文明|文化)思想)"
)
_YEAR = re.compile("[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年")
_MANNER = re.compile(r"(?<=天)刚?蒙蒙亮|[\u4e00-\u9fff]([呵眯嘻滋冲匆盈哈融洋腾])\1地?(?=[说笑讲告回迎走拉])")
"""How somebody speaks or comes, behind a name (某某乐呵呵地说)."""
_REDUPLICATED = re.compile(r"([\u4e00-\u9fff])\1([\u4e00-\u9fff])\2")
"""A word doubled syllable by syllable (平平安安), whose second half may look like a name."""
_BY_THE_PAPER = re.compile(r"特约(?=记者|通讯员|评论员|撰稿|摄影)|(?<=“)[^“”\n]{2,12}(?=”号)")
"""What a paper calls a writer who is not its own, and the name of a ship."""
_SAYING = re.compile("舍小家(?=[，、为顾])")
"""A phrase of the press whose first character is a surname."""
_REMOVES = re.compile("免去|罢免|撤销|免除")
_LEADER = re.compile(r"(?=([\u4e00-\u9fff]{2,3})(?:总书记|国家主席|同志为(?:核心|主要代表)))")
_REMOVED = 0.97
_SURE, _LEADER_FLOOR, _JOINED_FLOOR = 0.9, -3.0, 4.0
_LONGEST_HEADLINE, _LONGEST_PART, _REACH = 32, 7, 9
_LONGEST_BODY = 60


def find_persons(text: str, candidates: Sequence[Candidate] = ()) -> Iterator[Candidate]:
    """Yield the PERSON candidates of `text`, and vetoes over what only looks like one (doctrines, 辛丑年).

    `candidates` are those that stand already: the posts among them tell where names begin, and a name gives
    way to a body that is sure. Names found where the text leaves no doubt are found again wherever else they
    stand, in headlines run together too.

    Notes
    -----
    O(n) in the text, times the number of different names for the repetitions.
    """
    for match in (
        *_DOCTRINE.finditer(text),
        *_YEAR.finditer(text),
        *_SAYING.finditer(text),
        *_BY_THE_PAPER.finditer(text),
        *_MANNER.finditer(text),
        *_REDUPLICATED.finditer(text),
    ):
        yield Candidate(match.start(), match.end(), VETO, 0.97, BY)
    posts = sorted((c.start, c.end) for c in candidates if c.label == "POST")
    found = {item.name.start: item for item in read_names(text, posts)}
    known = {text[item.name.start : item.name.end] for item in found.values() if item.vouched}
    joined = _told_apart(text, list(_joined(text, candidates)))
    for name in (*joined, *_runs(text, known), *_leaders(text)):
        found[name.start] = Found(name, Place.FORM)
    removed = {name.start: name for name in _removed(text, candidates)}
    names = _standing(text, (item for at, item in found.items() if at not in removed), candidates)
    names += [Candidate(name.start, name.end, "PERSON", _REMOVED, BY) for name in removed.values()]
    yield from names
    certain = [name for name in names if name.score >= _SURE]
    forms = printed_forms(text[name.start : name.end] for name in certain)
    for start, end, short in find_names(text, forms, taken=[(name.start, name.end) for name in certain]):
        yield Candidate(start, end, "PERSON", 0.85 if short else 0.96, BY)
    yield from find_surnames(text, posts, known={surname_of(form) for form in forms})


def _standing(text: str, found: Iterable[Found], candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the names as candidates, without what is part of a body, a post or the name of a thing."""
    rivals = sorted(
        (c for c in candidates if c.score >= _SURE and c.label in ("POST", "ORG", "PLACE")),
        key=lambda c: (c.start, c.end),
    )
    starts = [c.start for c in rivals]
    standing = []
    for item in found:
        name = item.name
        near = rivals[bisect_left(starts, name.start - _LONGEST_BODY) : bisect_left(starts, name.end)]
        if not any(_yields(item, c) for c in near) and not names_thing(text, name.end):
            standing.append(Candidate(name.start, name.end, "PERSON", item.probability, BY))
    return standing


def _yields(item: Found, other: Candidate) -> bool:
    """Whether a name gives way to a body or post: inside it always, across its edge where nothing vouches."""
    name = item.name
    if other.end <= name.start:
        return False
    inside = other.start <= name.start and name.end <= other.end
    return inside or other.label == "POST" or not item.vouched


def _joined(text: str, candidates: Iterable[Candidate]) -> Iterator[Name]:
    """Yield the transliterated names that hold a ·, wherever they stand."""
    posts = {c.end for c in candidates if c.label == "POST"}
    ends = sorted(posts | {c.end for c in candidates if c.label in ("ORG", "PLACE")})
    last = 0
    for match in JOINTS.finditer(text):
        joint = match.start()
        if joint < last:
            continue
        before = ends[: bisect_left(ends, joint)][-1:]
        floor = before[0] if before and before[0] >= joint - _REACH else 0
        start = joint_start(text, joint, max(last, floor))
        if floor in posts and joint - floor <= _LONGEST_PART:
            start = floor
        name = read_foreign(text, start) if start < joint else None
        if name is not None and name.end > match.end() and name.score > _JOINED_FLOOR:
            last = name.end
            yield name


def _removed(text: str, candidates: Iterable[Candidate]) -> Iterator[Name]:
    """Yield the names between a verb of removal and a body that begins behind them (免去甲市教育局局长职务).

    A name that runs on into a body's has no edge for the recogniser; the grammar's sure body gives it one. A body that
    begins with the name is that of a place (免去石门县委书记).
    """
    bodies = {c.start for c in candidates if c.label in ("ORG", "PLACE") and c.score >= _SURE}
    for match in _REMOVES.finditer(text):
        if match.end() not in bodies:
            fits = [name for name in readings(text, match.end()) if name.end in bodies]
            yield from [max(fits, key=lambda name: name.score)] if fits else []


def _told_apart(text: str, joined: Sequence[Name]) -> Iterator[Name]:
    """Yield names that hold a ·, without a Chinese name run into the first part where the text has it alone too.

    In 顾海明阿依江·马合木提致辞 the start of the second name cannot be told by its characters.
    """
    printed = {text[name.start : name.end] for name in joined}
    for name in joined:
        whole = text[name.start : name.end]
        tails = [other for other in printed if other != whole and whole.endswith(other)]
        yield replace(name, start=name.end - len(min(tails, key=len))) if tails else name


def _runs(text: str, known: Set[str]) -> Iterator[Name]:
    """Yield names run together at the start of a headline or after a space in it; `known` are printed with posts."""
    for line in re.finditer(r"[^\n]+", text):
        if line.end() - line.start() <= _LONGEST_HEADLINE and not re.search("[，。；]", line.group()):
            for match in re.finditer(r"(?:^|[ 　])(?=.)", line.group()):
                yield from read_run(text, line.start() + match.end(), line.end(), known=known)


def _leaders(text: str) -> Iterator[Name]:
    """Yield the names before 总书记 and 同志为核心, where grammar is surer of a name than characters are."""
    for match in _LEADER.finditer(text):
        at, end = match.span(1)
        names = [name for name in readings(text, at) if name.end == end and name.score > _LEADER_FLOOR]
        if names and (end - at == 3 or stands_free(text, at)):
            yield names[0]


@Language.component("newsgraph_persons")
def tag_persons(doc: Doc) -> Doc:
    """Append the PERSON candidates of `doc`."""
    candidates = candidates_of(doc)
    candidates.extend(list(find_persons(text_of(doc), candidates)))
    return doc
