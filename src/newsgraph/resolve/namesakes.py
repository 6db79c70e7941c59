"""Namesakes of one article: people whose common name stands several times in one list of names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from newsgraph.model import Mention, MentionType, Tagged, TitleForm
from newsgraph.resolve.occurrences import is_byline
from newsgraph.text import fold

_OF_TITLE = (MentionType.POST, MentionType.ORG, MentionType.PLACE)
_WORD = "■"
"""What stands for a post or a body between two names."""
_JOINT = re.compile(
    rf"(?:同志|先生|女士)?(?:[（(][^（）()\n]{{0,24}}[）)])?[ 　]?(?:[、，,]|以及|[和及与暨])"
    rf"(?:[^，,。；;：:！!？?\n{_WORD}]{{0,4}}{_WORD}[、兼]?)*[ 　]?"
)
_Titles = frozenset[tuple[str, str]]
"""The posts of somebody with the bodies printed before them, ``""`` where none is."""


def number_namesakes(tagged: Tagged, called: Mapping[str, str]) -> dict[str, int]:
    """Return who of several people of one name a mention means, from 1 on, by mention id; other names are left out.

    Nobody lists one man twice: a name that a list of names in one sentence gives several times, each time with a
    title of its own, is of as many people. Elsewhere in the article a title says who is meant, else who was last
    meant by one, else the first.
    """
    people = [m for m in tagged.mentions if m.id in called and not is_byline(tagged.article, m)]
    titles = _titles(tagged)
    known: defaultdict[str, list[_Titles]] = defaultdict(list)
    numbers: dict[str, int] = {}
    for row in _rows(tagged, people):
        for name, listed in _repeated(row, called, titles).items():
            taken: set[int] = set()
            for mention in listed:
                number = _best(titles[mention.id], known[name], taken)
                if number is None:
                    known[name].append(titles[mention.id])
                    number = len(known[name])
                taken.add(number)
                numbers[mention.id] = number
    last: dict[str, int] = {}
    for mention in people:
        name = called[mention.id]
        if name in known and mention.id not in numbers:
            own = titles.get(mention.id)
            number = _best(own, known[name]) if own else last.get(name)
            if own and number:
                last[name] = number
            numbers[mention.id] = number or 1
    return numbers


def _titles(tagged: Tagged) -> dict[str, _Titles]:
    """Return the titles of each holder by mention id, collective ones (市领导) left out."""
    text = {mention.id: fold(mention.text) for mention in tagged.mentions}
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for title in tagged.titles:
        if title.holder and title.form is not TitleForm.LIST:
            found[title.holder].add((text[title.post], text.get(title.body or "", "")))
    return {holder: frozenset(titles) for holder, titles in found.items()}


def _rows(tagged: Tagged, people: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the lists of names: persons between whom stands but a comma or 和, and the next one's title."""
    words = [m for m in tagged.mentions if m.type in _OF_TITLE]
    row = list(people[:1])
    for before, mention in pairwise(people):
        gap = _folded(tagged.article.text, words, before.span.end, mention.span.start)
        if not _JOINT.fullmatch(gap):
            yield row
            row = []
        row.append(mention)
    yield row


def _folded(text: str, words: Sequence[Mention], start: int, end: int) -> str:
    """Return ``text[start:end]`` with a sign for each post and body in it, of such as overlap the longest."""
    parts = []
    for word in words:
        if start <= word.span.start and word.span.end <= end:
            parts += [text[start : word.span.start], _WORD]
            start = word.span.end
    return "".join((*parts, text[start:end]))


def _repeated(
    row: Sequence[Mention], called: Mapping[str, str], titles: Mapping[str, _Titles]
) -> dict[str, list[Mention]]:
    """Return the mentions of each name that a list gives several times, with another title each time."""
    found: defaultdict[str, dict[_Titles, Mention]] = defaultdict(dict)
    for mention in row:
        if mention.id in titles:
            found[called[mention.id]].setdefault(titles[mention.id], mention)
    return {name: list(listed.values()) for name, listed in found.items() if len(listed) > 1}


def _best(own: _Titles, known: Sequence[_Titles], taken: Set[int] = frozenset()) -> int | None:
    """Return the number of the namesake whose posts and bodies agree best; ``None`` where nobody's do."""
    scores = {n: _agreement(own, titles) for n, titles in enumerate(known, 1) if n not in taken}
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] else None


def _agreement(own: _Titles, other: _Titles) -> int:
    posts = {post for post, _ in own} & {post for post, _ in other}
    bodies = {body for _, body in own if body} & {body for _, body in other if body}
    return len(posts) + len(bodies)
