"""The official names that a body or an office may have which somebody calls by a short form: 岳阳市委书记."""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.lexicon.bodies import LEVELS, full_form, implied_body
from newsgraph.lexicon.divisions import TOWN, find_all, official_name, short_forms

LONGEST = 40
"""Characters of a name; what is longer is no short form."""
_STANDING = ("人民代表大会", "人民代表大会常务委员会")


def long_forms(name: str) -> frozenset[str]:
    """Return every official name that `name`, which begins with its place, can stand for.

    Most of them no body bears: they are to be compared with those that are known.

    Parameters
    ----------
    name : str
        Place and organ, with a post behind it or not, 中共 or 政协 before it or not. The place in full
        (岳阳市, 林亭口镇) or short (岳阳, 湘西州).

    Examples
    --------
    >>> "中共岳阳市委员会书记" in long_forms("岳阳市委书记"), "岳阳市人民政府市长" in long_forms("岳阳市长")
    (True, True)
    >>> "湘西土家族苗族自治州人民政府" in long_forms("湘西州政府"), "中共岳阳市委宣传部" in long_forms("岳阳市委宣传部")
    (True, True)
    >>> long_forms("市委书记")
    frozenset()
    """
    core = name.removeprefix("中共")
    if len(core) > LONGEST:
        return frozenset()
    if name.startswith("政协"):
        return frozenset({"中国人民政治协商会议" + name.removeprefix("政协")})
    return frozenset(
        form
        for at in range(2, len(core))
        for place, level in _places(core[:at])
        for form in _forms(place, level, core[at:])
    )


def _places(printed: str) -> Iterator[tuple[str, str]]:
    """Yield the full names of the divisions that `printed` is a name of, and the words for their levels."""
    names = [printed]
    for division in find_all(printed):
        if division.level == TOWN:
            names.append(official_name(division))
        elif printed in short_forms(division.name, division.level):
            names.append(division.name)
    for name in dict.fromkeys(names):
        level = next((level for level in LEVELS if name.endswith(level) and name != level), None)
        if level is not None:
            yield name, level


def _forms(place: str, level: str, rest: str) -> Iterator[str]:
    """Yield what `rest` behind `place` stands for: 委书记 or 市委书记 behind 岳阳市."""
    short = rest if rest.startswith(level) else level + rest
    for post in (rest, short):
        if (body := implied_body(post, place)) is not None:
            yield body + post
    for at in range(len(level) + 1, len(short) + 1):
        body = full_form(short[:at], place)
        if body is not None:
            yield body + short[at:]
            if body.endswith(_STANDING[0]):
                yield body.replace(*_STANDING) + short[at:]
    # Departments of a committee keep its short form in their names: 中共岳阳市委宣传部.
    yield f"中共{place}{short.removeprefix(level)}"
