"""Where print puts names: behind posts, in bylines and lists, behind occupations and verbs, at a clause.

How likely a reading must be depends on the place: behind 市长 a name is expected, behind 的 it is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from newsgraph.lexicon.persons import name_table, words
from newsgraph.tag.known_names import JOINTS
from newsgraph.tag.names import ADDRESS, Name, read_chinese, read_name


class Place(StrEnum):
    """What stands before a name."""

    POST = "post"
    BYLINE = "byline"
    APPOINTED = "appointed"
    TITLED_LIST = "titled list"
    LIST = "list"
    OCCUPATION = "occupation"
    VERB = "verb"
    CLAUSE = "clause"
    WORD = "word"
    FORM = "form"


_LEVELS = {
    Place.POST: (1.0, 1.5, 3.5),
    Place.BYLINE: (2.0, 2.0, 3.0),
    Place.APPOINTED: (0.5, 2.0, 4.0),
    Place.TITLED_LIST: (-1.0, 2.0, 4.0),
    Place.LIST: (3.0, 5.5, 7.5),
    Place.OCCUPATION: (3.0, 4.5, 6.0),
    Place.VERB: (4.0, 6.0, 9.0),
    Place.CLAUSE: (4.0, 7.0, 9.5),
    Place.WORD: (6.0, 8.0, 11.0),
    Place.FORM: (0.0, 0.0, 0.0),
}
"""Log-odds from which 70, 90 and 97 names of a hundred were right in each place, on annotated news.

`Place.FORM`: the form itself says that it is a name (a ·, names run together, 以…同志为核心).
"""

_VOUCHED = (Place.POST, Place.BYLINE, Place.APPOINTED, Place.TITLED_LIST)
"""Places where what stands before says that a name follows."""

_PATTERNS = tuple(
    (re.compile(pattern), place)
    for pattern, place in (
        (rf"(?:{'|'.join(words('bylines'))})(?!师)[：: 　|｜丨]{{0,3}}", Place.BYLINE),
        (rf"(?:{'|'.join(words('appoints'))})(?:[：:]\s*)?", Place.APPOINTED),
        (rf"(?:{'|'.join(words('occupations'))})(?!(?<=秘书)长)", Place.OCCUPATION),
        (rf"(?:{'|'.join(words('verbs'))})", Place.VERB),
        (r"(?<=[，。；：！？“”\n、（(　 ])|^", Place.CLAUSE),
        (r"[的对由让与和叫是给把跟向以]", Place.WORD),
    )
)
_LIST_JOINT = re.compile(r"(?:（[^（）\n]{1,10}）)?(?:、|以及|和|及|与|暨|[ 　]{1,2})")
_NOT_NAMES = frozenset((*words("occupations"), *words("bylines"), *words("deeds"), "简历", "检索", "搜索"))
_NOT_FIRST, _NOT_FIRST_OF_FOREIGN = "是兼对赴的其一等在将", "和对同给向与"
_RARE_FLOOR, _LONGEST_BODY, _SHORTEST_FOREIGN = 3.0, 14, 3


@dataclass(frozen=True, slots=True)
class Found:
    """A name and the place it was read in."""

    name: Name
    place: Place

    @property
    def probability(self) -> float:
        """How often a name of that log-odds in that place is one."""
        _, likely, sure = _LEVELS[self.place]
        if self.name.foreign and self.place in (Place.CLAUSE, Place.WORD):
            return 0.7
        return 0.97 if self.name.score >= sure else 0.9 if self.name.score >= likely else 0.7

    @property
    def vouched(self) -> bool:
        """Whether the place speaks for a name against a body that crosses it."""
        return self.place in (Place.POST, Place.BYLINE, Place.FORM)


def read_names(text: str, posts: Sequence[tuple[int, int]]) -> list[Found]:
    """Return the names of `text` at the places where names stand, by start; the surest place reads each.

    `posts` are the spans of the posts, in order.
    """
    found: dict[int, Found] = {}
    titled = [start for start, _ in posts]
    for start, place in _starts(text, posts):
        _read_list(text, start, place, found, titled)
    return [found[start] for start in sorted(found)]


def _starts(text: str, posts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, Place]]:
    """Yield where a name may begin, surest places first."""
    for _, end in posts:
        at = end
        while at < len(text) and text[at] in " 　：:由":
            at += 1
        yield at, Place.POST
    for pattern, place in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.end(), place


def _read_list(text: str, start: int, place: Place, found: dict[int, Found], titled: Sequence[int]) -> None:
    """Read the names that begin at `start` and are joined by 、, 和, 及 or a space, into `found`."""
    while start not in found:
        name = _read(text, start, place)
        if name is None:
            return
        found[start] = Found(name, place)
        joint = _LIST_JOINT.match(text, name.end)
        if joint is None:
            return
        start = joint.end()
        vouched = place in _VOUCHED and not _leads_to_post(text, start, titled)
        place = Place.TITLED_LIST if vouched else Place.LIST


def _leads_to_post(text: str, start: int, titled: Sequence[int]) -> bool:
    """Whether an item of a list is a body with its post (…、某某局局长), and so no name."""
    index = bisect_left(titled, start)
    if index == len(titled) or titled[index] - start > _LONGEST_BODY:
        return False
    return not re.search("[，。；、\n]", text[start : titled[index]])


def _read(text: str, start: int, place: Place) -> Name | None:
    """Return the name that begins at `start` if it is likely enough in that place."""
    first = text[start : start + 1]
    if place not in (*_VOUCHED, Place.VERB) and first not in _initials():
        return None
    if (place is Place.POST and first in _NOT_FIRST) or ADDRESS.match(text, start):
        return None
    if any(
        ADDRESS.match(text, start + n) for n in (1, 2) if text[start : start + n] in name_table("surname")
    ):
        return None
    name = read_name(text, start)
    if name is not None and name.foreign and first in _NOT_FIRST_OF_FOREIGN:
        return None
    floor = _LEVELS[place][0]
    if (name is None or name.score < floor) and place in (Place.POST, Place.APPOINTED):
        floor, name = _RARE_FLOOR, read_chinese(text, start, rare_surname=0.0)
    if name is None or name.score < floor or JOINTS.match(text, name.end):
        return None
    if text[start : name.end] in _NOT_NAMES:
        return None
    short = name.foreign and name.end - name.start < _SHORTEST_FOREIGN
    return None if short and place not in _VOUCHED else name


@cache
def _initials() -> frozenset[str]:
    """Return the characters that a name may begin with."""
    surnames = {surname[0] for surname in name_table("surname")}
    return frozenset(surnames | {c for c, value in name_table("foreign").items() if value > 0.2})
