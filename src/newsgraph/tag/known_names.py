"""Names found with certainty once are found wherever they stand: in headlines, run together, in short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsgraph.lexicon.persons import name_table, surname_of
from newsgraph.tag.names import after_score, is_han, read_chinese

JOINTS = re.compile("[·•‧・∙⋅]")
_NOT_A_PERSON = re.compile(
    r"(?:同志)?(?:思想|理论|精神|新时代|奖|杯|路|大道|广场|中学|小学|学校|学院|大学|医院|故居|纪念馆|陵园|公园|基金会|工作室|镇|乡|村|县|市)"
)
_MARGIN = 1.5
"""How much likelier a longer reading must be for a known name to be the beginning of another (陈某 in 陈某仪)."""


def printed_forms(names: Iterable[str]) -> dict[str, bool]:
    """Return the forms under which `names` may stand elsewhere, with whether the form is a short one.

    A name of two characters also stands with and without a space inside; of a transliterated name the first and last
    part stand alone.

    Examples
    --------
    >>> printed_forms(["谢尔盖·库兹明"])
    {'谢尔盖·库兹明': False, '谢尔盖': True, '库兹明': True}
    """
    forms: dict[str, bool] = {}
    for name in names:
        bare = re.sub(r"[\s　]", "", name)
        forms[bare] = False
        if len(bare) == 2:
            forms[f"{bare[0]}　{bare[1]}"] = False
    for name in list(forms):
        parts = JOINTS.split(name)
        for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
            if len(part) >= _SHORTEST_PART and all(map(is_han, part)):
                forms.setdefault(part, True)
    return forms


_SHORTEST_PART = 3


def find_names(
    text: str, forms: dict[str, bool], *, taken: Iterable[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, short) of every place where one of `forms` stands, longer forms first, none over `taken`.

    A form inside a longer name, or before a word that makes it the name of a thing (路, 奖, 思想), is left out.
    """
    spans = sorted(taken)
    covered = set[int]()
    for start, end in spans:
        covered.update(range(start, end))
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not covered.intersection((at, end - 1)) and _stands(text, at, end, forms[form]):
                covered.update(range(at, end))
                yield at, end, forms[form]
            at = text.find(form, at + 1)


def _stands(text: str, start: int, end: int, short: bool) -> bool:
    """Whether the form in ``text[start:end]`` is the whole of a name there."""
    if _NOT_A_PERSON.match(text, end):
        return False
    if short:
        joined = JOINTS.match(text, end) or JOINTS.match(text, start - 1 if start else 0)
        foreign = name_table("foreign")
        runs_on = end < len(text) and foreign.get(text[end], 0.0) > 1.0 and after_score(text, end) < 0.5
        return not joined and not runs_on
    if JOINTS.match(text, end):
        return False
    if end - start == 2 and surname_of(text[start:end]):
        longer = read_chinese(text, start)
        return (
            longer is None
            or longer.end <= end
            or longer.score < after_score(text, end) + _score_alone(text, start) + _MARGIN
        )
    return True


def _score_alone(text: str, start: int) -> float:
    return name_table("surname").get(text[start], 0.0) + name_table("only").get(text[start + 1], 0.0)
