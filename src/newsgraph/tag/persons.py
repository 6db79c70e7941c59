"""PERSON candidates: names where the grammar of the press puts one (behind posts, in lists, in bylines, before verbs)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.lexicon.persons import ABSENT, COMPOUND_SURNAMES, name_table, surname_of, words
from newsgraph.tag.candidates import VETO, Candidate, candidates_of
from newsgraph.tag.known_names import JOINTS, find_names, printed_forms
from newsgraph.tag.names import (
    ADDRESS,
    Name,
    after_score,
    joint_start,
    read_chinese,
    read_foreign,
    read_name,
    read_run,
    readings,
)

BY = "grammar.person"

_BYLINE = re.compile(rf"(?:{'|'.join(words('bylines'))})(?!师)[：: 　|｜丨]{{0,3}}")
_OCCUPATION = re.compile(rf"(?:{'|'.join(words('occupations'))})(?!(?<=秘书)长)")
_APPOINTS = re.compile(r"任命|免去|选举|推选|补选|增选|罢免|推举|增补|提名|聘任|聘请")
_VERB_BEFORE = re.compile(
    r"(?:祝贺|会见|看望|慰问|会晤|接见|邀请|缅怀|接受|同意|采访|追授|追悼|悼念|批准|选出|接替|叮嘱|致电|访问|授予|撤销|陪同|随)"
)
_WORD_BEFORE = re.compile(r"[的对由让与和叫是给把跟向以]")
_LIST_JOINT = re.compile(r"(?:（[^（）\n]{1,10}）)?(?:、|以及|和|及|与|暨|[ 　]{1,2})")
_CLAUSE = re.compile(r"(?<=[，。；：！？“”\n、（(　 ])|^")
_ADDRESS = re.compile(ADDRESS.pattern + r"|教授|警官|法官|律师|老板|总(?=说|告诉|介绍|表示|，)")
_CERTAIN_SURNAME = 3.0
_FREE = re.compile(r"[，。；：！？“”‘’\s（、—…对向给和与见问叫找当说的请跟是]")
_THING_AFTER_MOU = re.compile(r"[种些个天年月日地处市县省镇村区校局部国人项]|公司|企业|单位")
_LEADER = re.compile(r"(?=([\u4e00-\u9fff]{2,3})(?:总书记|国家主席|同志为(?:核心|主要代表)))")
_DOCTRINE = re.compile(
    r"习近平(?:同志)?新时代中国特色社会主义思想|习近平(?:总书记)?(?:新时代)?(?:强军|外交|经济|法治|生态文明|文化)思想|"
    r"毛泽东(?:同志)?思想|邓小平(?:同志)?(?:建设有中国特色社会主义)?理论"
)
AFTER_POST, IN_BYLINE, IN_TITLED_LIST, IN_LIST = "post", "byline", "titled list", "list"
AFTER_OCCUPATION = "occupation"
AFTER_VERB, APPOINTED, AFTER_WORD, AT_CLAUSE, JOINED = "verb", "appointed", "word", "clause", "joined"
_FLOOR = {
    AFTER_POST: 0.0, IN_BYLINE: -2.0, IN_TITLED_LIST: -1.0, IN_LIST: 3.0, AFTER_OCCUPATION: 3.0, APPOINTED: 0.5, AFTER_VERB: 4.0, AFTER_WORD: 6.0,
    AT_CLAUSE: 4.0, JOINED: 0.0,
}  # fmt: skip
"""Least log-odds of a name in each place."""

_STEPS = {
    AFTER_POST: (3.5, 1.5), IN_BYLINE: (3.0, 1.0), IN_TITLED_LIST: (4.0, 2.0), IN_LIST: (7.5, 5.5), AFTER_OCCUPATION: (6.0, 4.5), AFTER_VERB: (9.0, 6.0),
    APPOINTED: (4.0, 2.0), AFTER_WORD: (11.0, 8.0), AT_CLAUSE: (9.5, 7.0), JOINED: (0.0, 0.0),
}  # fmt: skip
"""Log-odds from which 97 and 90 names of a hundred were right in each place, on annotated news."""

_VOUCHED = (AFTER_POST, IN_BYLINE, APPOINTED, IN_TITLED_LIST)
"""Places where what stands before a name says that one follows."""

_NOT_FIRST, _NOT_FIRST_OF_FOREIGN = "是兼对赴的其一等在将", "和对同给向与"
_RARE_FLOOR, _LONGEST_BODY = 3.0, 14
_SURE, _LEADER_FLOOR = 0.9, -3.0
_LONGEST_HEADLINE, _SHORTEST_FOREIGN, _LONGEST_PART = 32, 3, 7


def find_persons(text: str, candidates: Sequence[Candidate] = ()) -> Iterator[Candidate]:
    """Yield the PERSON candidates of `text`.

    `candidates` are those that stand already; the posts among them tell where names begin. Names found where the text
    leaves no doubt are found again wherever else they stand, in headlines run together too.
    """
    for match in _DOCTRINE.finditer(text):
        yield Candidate(match.start(), match.end(), VETO, 0.97, BY)
    posts = [c for c in candidates if c.label == "POST"]
    found: dict[int, tuple[Name, str]] = {}
    titled = sorted(post.start for post in posts)
    for start, place in _places(text, posts):
        _read_list(text, start, place, found, titled)
    for name in (*_joined_names(text, candidates), *_runs(text), *_leaders(text)):
        found[name.start] = (name, JOINED)
    names = [
        Candidate(n.start, n.end, "PERSON", probability(n, place), BY)
        for n, place in found.values()
        if not any(_yields(n, place, c) for c in candidates)
    ]
    yield from names
    certain = [name for name in names if name.score >= _SURE]
    forms = printed_forms(text[name.start : name.end] for name in certain)
    for start, end, short in find_names(text, forms, taken=[(name.start, name.end) for name in certain]):
        yield Candidate(start, end, "PERSON", 0.85 if short else 0.93, BY)
    yield from _surnames(text, posts, {surname_of(form) for form in forms})


def _yields(name: Name, place: str, other: Candidate) -> bool:
    """Whether a name gives way to a sure body or post: inside it always, across its edge where nothing vouches."""
    if other.score < _SURE or other.start >= name.end or name.start >= other.end:
        return False
    if other.label == "POST" or (other.start <= name.start and name.end <= other.end):
        return other.label in ("POST", "ORG", "PLACE")
    return other.label in ("ORG", "PLACE") and place not in (AFTER_POST, IN_BYLINE, JOINED)


def probability(name: Name, place: str) -> float:
    """Return how often a name of that log-odds in that place is one, as counted on annotated news."""
    if name.foreign and place in (AT_CLAUSE, AFTER_WORD):
        return 0.7
    sure, likely = _STEPS[place]
    return 0.97 if name.score >= sure else 0.9 if name.score >= likely else 0.7


def _leaders(text: str) -> Iterator[Name]:
    """Yield the names right before 总书记, and in 以…同志为核心, of which grammar is surer than their characters are."""
    for match in _LEADER.finditer(text):
        at, end = match.span(1)
        names = [name for name in readings(text, at) if name.end == end and name.score > _LEADER_FLOOR]
        if names and (end - at == 3 or not readings(text, at - 1) or _stands_free(text, at)):
            yield names[0]


def _runs(text: str) -> Iterator[Name]:
    """Yield names run together at the start of a headline or after a space in it."""
    for line in re.finditer(r"[^\n]+", text):
        if line.end() - line.start() > _LONGEST_HEADLINE or re.search("[，。；]", line.group()):
            continue
        for match in re.finditer(r"(?:^|[ 　])(?=.)", line.group()):
            yield from read_run(text, line.start() + match.end(), line.end())


_PATTERNS = (
    (_BYLINE, IN_BYLINE),
    (_APPOINTS, APPOINTED),
    (_OCCUPATION, AFTER_OCCUPATION),
    (_VERB_BEFORE, AFTER_VERB),
    (_CLAUSE, AT_CLAUSE),
    (_WORD_BEFORE, AFTER_WORD),
)


def _places(text: str, posts: Iterable[Candidate]) -> Iterator[tuple[int, str]]:
    """Yield where a name may begin, surest places first."""
    for post in posts:
        at = post.end
        while text[at : at + 1] and text[at] in " 　：:由":
            at += 1
        yield at, AFTER_POST
    for pattern, place in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.end(), place


def _read_list(
    text: str, start: int, place: str, found: dict[int, tuple[Name, str]], titled: Sequence[int]
) -> None:
    """Read the names that begin at `start` and are joined by 、, 和, 及 or a space, into `found`.

    `titled` are the starts of posts: an item of a list that comes to a post is a body, not a name.
    """
    while start not in found:
        name = _read(text, start, place)
        if name is None or _is_unlikely(text, name, place):
            return
        found[start] = (name, place)
        joint = _LIST_JOINT.match(text, name.end)
        if joint is None:
            return
        start = joint.end()
        following = titled[bisect_left(titled, start) :][:1]
        to_post = text[start : following[0]] if following else "，"
        vouched = place in _VOUCHED and (len(to_post) > _LONGEST_BODY or re.search("[，。；、\n]", to_post))
        place = IN_TITLED_LIST if vouched else IN_LIST


def _read(text: str, start: int, place: str) -> Name | None:
    """Return the name that begins at `start` if it is likely enough in that place."""
    if place not in _VOUCHED and place != AFTER_VERB and text[start : start + 1] not in _initials():
        return None
    first = text[start : start + 1]
    if place == AFTER_POST and first in _NOT_FIRST:
        return None
    name = read_name(text, start)
    if name is not None and name.foreign and first in _NOT_FIRST_OF_FOREIGN:
        return None
    if (name is None or name.score < _FLOOR[place]) and place in (AFTER_POST, APPOINTED):
        rare = read_chinese(text, start, rare_surname=0.0)
        return rare if rare and rare.score >= _RARE_FLOOR else None
    return name if name is not None and name.score >= _FLOOR[place] else None


def _is_unlikely(text: str, name: Name, place: str) -> bool:
    """Whether a name is the first part of one with a ·, or a short transliteration where no post vouches for it."""
    if JOINTS.match(text, name.end):
        return True
    return name.foreign and place not in _VOUCHED and name.end - name.start < _SHORTEST_FOREIGN


@cache
def _initials() -> frozenset[str]:
    """Return the characters that a name may begin with."""
    surnames = {surname[0] for surname in name_table("surname")}
    return frozenset(surnames | {c for c, value in name_table("foreign").items() if value > 0.2})


def _joined_names(text: str, candidates: Iterable[Candidate]) -> Iterator[Name]:
    """Yield the transliterated names that hold a ·, wherever they stand."""
    ends = sorted(c.end for c in candidates if c.label in ("POST", "ORG", "PLACE"))
    posts = {c.end for c in candidates if c.label == "POST"}
    last = 0
    for match in JOINTS.finditer(text):
        if match.start() < last:
            continue
        before = [end for end in ends if match.start() - 9 <= end < match.start()]
        start = joint_start(text, match.start(), max(last, before[-1] if before else 0))
        if before and before[-1] in posts and match.start() - before[-1] <= _LONGEST_PART:
            start = before[-1]
        name = read_foreign(text, start) if start < match.start() else None
        if name is not None and name.end > match.end() and name.score > 4.0:
            last = name.end
            yield name


def _surnames(text: str, posts: Iterable[Candidate], known: Collection[str]) -> Iterator[Candidate]:
    """Yield surnames before a form of address or a post (王先生, 司徒市长), 王某 and 薛某华 whole."""
    for match in re.finditer("某+", text):
        start, end = match.start() - 1, match.end()
        if start >= 0 and text[start] in name_table("surname") and not _THING_AFTER_MOU.match(text, end):
            yield Candidate(start, _end_of_masked(text, end), "PERSON", 0.93, BY)
    for match in _ADDRESS.finditer(text):
        if (start := _surname_before(text, match.start(), known)) is not None:
            yield Candidate(start, match.start(), "PERSON", 0.85, BY)
    for post in posts:
        if (start := _surname_before(text, post.start, known)) is not None:
            yield Candidate(
                start, post.start, "PERSON", 0.95 if text[start : post.start] in known else 0.6, BY
            )


def _end_of_masked(text: str, end: int) -> int:
    """Return the end of a name masked by 某: behind one more character where that can be a given name (薛某华)."""
    given = name_table("second").get(text[end : end + 1], ABSENT)
    return (
        end + 1 if given > 0.0 and given - 0.5 + after_score(text, end + 1) > after_score(text, end) else end
    )


def _surname_before(text: str, end: int, known: Collection[str]) -> int | None:
    """Return where a surname that stands alone before `end` begins."""
    for length in (2, 1):
        start = end - length
        surname = text[max(0, start) : end]
        if length == 2 and surname not in COMPOUND_SURNAMES:
            continue
        certain = surname in known or name_table("surname").get(surname, 0.0) >= _CERTAIN_SURNAME
        if certain and _stands_free(text, start):
            return start
    return None


def _stands_free(text: str, start: int) -> bool:
    """Whether nothing before `start` can belong to a longer word."""
    if start == 0 or _FREE.match(text[start - 1]):
        return True
    surnames = name_table("surname")
    return text[start - 1] not in surnames and text[max(0, start - 2) : start - 1] not in surnames


@Language.component("newsgraph_persons")
def tag_persons(doc: Doc) -> Doc:
    """Append the PERSON candidates of `doc`."""
    candidates = candidates_of(doc)
    candidates.extend(list(find_persons(doc.text, candidates)))
    return doc
