"""Names found with certainty once are found wherever they stand: in headlines, run together, in short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsgraph.lexicon.persons import name_table, surname_of, words
from newsgraph.tag.names import after_score, is_han, read_chinese

JOINTS = re.compile("[·•‧・∙⋅]")
_THING = re.compile(rf"(?:同志)?(?:{'|'.join(words('things'))})")
_SHORTEST_PART = 3
_MARGIN = 1.5
"""How much likelier a longer reading must be for a known name to be its beginning only (陈某 in 陈某仪)."""


def printed_forms(names: Iterable[str]) -> dict[str, bool]:
    """Return the forms under which `names` may stand elsewhere, with whether the form is a short one.

    A name of two characters also stands with a space inside; of a transliterated name the first and the last
    part stand alone.

    Examples
    --------
    >>> printed_forms(["伊戈尔·索洛金"])
    {'伊戈尔·索洛金': False, '伊戈尔': True, '索洛金': True}
    """
    forms: dict[str, bool] = {}
    for name in names:
        bare = "".join(name.split())
        forms[bare] = False
        if len(bare) == 2:
            forms[f"{bare[0]}　{bare[1]}"] = False
    for name in list(forms):
        parts = JOINTS.split(name)
        for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
            if len(part) >= _SHORTEST_PART and all(map(is_han, part)):
                forms.setdefault(part, True)
    return forms


def find_names(
    text: str, forms: dict[str, bool], *, taken: Iterable[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, short) wherever one of `forms` stands, longer forms first, none over `taken`.

    A form inside a longer name, or before a word that makes it the name of a thing (路, 奖), is left out.
    """
    full = tuple(form for form in forms if not forms[form])
    covered = set[int]()
    for start, end in taken:
        covered.update(range(start, end))
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            free = at not in covered and end - 1 not in covered
            if free and _stands(text, at, end, short=forms[form], full=full):
                covered.update(range(at, end))
                yield at, end, forms[form]
            at = text.find(form, at + 1)


def names_thing(text: str, end: int) -> bool:
    """Whether what stands at `end` makes a name before it the name of a thing: 路, 奖, 思想, 中学."""
    return _THING.match(text, end) is not None


def _stands(text: str, start: int, end: int, *, short: bool, full: tuple[str, ...]) -> bool:
    """Whether the form in ``text[start:end]`` is the whole of a name there, behind which a `full` one may stand."""
    if names_thing(text, end) or JOINTS.match(text, end):
        return False
    if short:
        foreign = name_table("foreign").get(text[end : end + 1], 0.0)
        runs_on = foreign > 1.0 and after_score(text, end) < 0.5 and not text.startswith(full, end)
        return not runs_on and not (start and JOINTS.match(text, start - 1))
    if end - start == 2 and surname_of(text[start:end]):
        longer = read_chinese(text, start)
        return longer is None or longer.end <= end or longer.score < _score(text, start, end) + _MARGIN
    return True


def _score(text: str, start: int, end: int) -> float:
    """Return the log-odds of a name of two characters in its place."""
    surname = name_table("surname").get(text[start], 0.0)
    return surname + name_table("only").get(text[start + 1], 0.0) + after_score(text, end)
