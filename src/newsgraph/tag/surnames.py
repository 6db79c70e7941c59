"""Surnames that stand alone (王先生, 司徒市长), and masked names (王某, 薛某华)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from newsgraph.lexicon.persons import ABSENT, COMPOUND_SURNAMES, name_table
from newsgraph.tag.candidates import Candidate
from newsgraph.tag.names import ADDRESS, after_score

BY = "grammar.surname"

_ADDRESS = re.compile(ADDRESS.pattern + "|教授|警官|法官|律师|老板|总(?=说|告诉|介绍|表示|，)")
_BEFORE_SURNAME = re.compile(r"[，。；：！？“”‘’\s（、—…对向给和与见问叫找当说的请跟是]")
_FAMILIAR = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[喊叫找问和跟把让见请对给]))[老小]([\u4e00-\u9fff])(?=[，。！？”、：说的就是在把对和给跟]|一边|告诉)"
)
"""How colleagues call somebody (老高, 小李), where the text has a person of that surname."""
_THING_MASKED = re.compile(
    "[种些个天年月日地处市县省镇村乡区校局部国人项营连团军师厂路]|公司|企业|单位|街道|小区|大学|银行|医院"
)
_CERTAIN = 3.0
"""Log-odds from which a surname is taken for one though nobody of that name is known."""


def find_surnames(
    text: str, posts: Iterable[tuple[int, int]], *, known: Collection[str] = ()
) -> Iterator[Candidate]:
    """Yield surnames before a form of address or a post, and masked names whole.

    Parameters
    ----------
    posts : Iterable[tuple[int, int]]
        Spans of the posts.
    known : Collection[str]
        Surnames of the persons whom the text names in full; before a post only these are sure.

    Examples
    --------
    >>> text = "对欧阳女士说，王某已到"
    >>> [text[c.start : c.end] for c in find_surnames(text, [])]
    ['王某', '欧阳']
    """
    for match in re.finditer("某+", text):
        start, end = match.start() - 1, match.end()
        if start >= 0 and text[start] in name_table("surname") and not _THING_MASKED.match(text, end):
            yield Candidate(start, _end_of_masked(text, end), "PERSON", 0.93, BY)
    posts = list(posts)
    titled = {end for _, end in posts}
    for match in _ADDRESS.finditer(text):
        surname = _surname_before(text, match.start(), known, titled)
        if surname:
            yield Candidate(match.start() - len(surname), match.start(), "PERSON", 0.85, BY)
    for match in _FAMILIAR.finditer(text):
        if match[1] in known:
            yield Candidate(*match.span(), "PERSON", 0.85, BY)
    for post, _ in posts:
        surname = _surname_before(text, post, known, titled)
        if surname:
            score = 0.95 if surname in known else 0.6
            yield Candidate(post - len(surname), post, "PERSON", score, BY)


def _end_of_masked(text: str, end: int) -> int:
    """Return the end of a masked name: behind one more character where that can be a given name (薛某华)."""
    given = name_table("second").get(text[end : end + 1], ABSENT)
    longer = given - 0.5 + after_score(text, end + 1)
    return end + 1 if given > 0.0 and longer > after_score(text, end) else end


def _surname_before(text: str, end: int, known: Collection[str], titled: Collection[int]) -> str:
    """Return the surname that stands alone before `end`, behind a post that ends in `titled` too, or ``""``."""
    for length in (2, 1):
        surname = text[max(0, end - length) : end]
        if length == 2 and surname not in COMPOUND_SURNAMES:
            continue
        certain = surname in known or name_table("surname").get(surname, 0.0) >= _CERTAIN
        if certain and (end - length in titled or stands_free(text, end - length)):
            return surname
    return ""


def stands_free(text: str, start: int) -> bool:
    """Whether nothing before `start` can belong to a longer name."""
    if start == 0 or _BEFORE_SURNAME.match(text[start - 1]):
        return True
    surnames = name_table("surname")
    return text[start - 1] not in surnames and text[max(0, start - 2) : start - 1] not in surnames
