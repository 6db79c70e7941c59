"""Which longer name a short form stands for: 华绫集团 for 华绫纺织集团有限公司, 物流港项目 for 高速物流港.

Only names of one kind are compared, within one scope: the pages of one seat, or one item of an archive.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from newsgraph.text import fold

_HEAD_NOUN = re.compile(r"(?:建设|工程)?项目$|(?:等)$")
_NUMBER = re.compile(r"[\d一二三四五六七八九十]+(?=期|号|标段|中学?$|小学?$|厂|院|医院)")
_FIRM = re.compile(
    r"(?:公司|集团|药业|银行|控股|股份|实业|科技|厂|矿业|矿|电力|水泥|钢铁|汽车|能源|电子|食品|酒业|地产|置业|建设|建工|纺织)$"
)
_SCHOOL = re.compile(r"(?:大学|学院|[师农工医交科财林政民电矿][大院])$")
_SCHOOL_SHORT = re.compile(r"[师农工医交科财林政民电矿][大院]$")
_BRANCH = re.compile(r"分公司|子公司|分行|支行|分院|分校|分局|分会|分社|党委|工会|分厂|项目部|研究院")


def core_of(name: str, place: str = "") -> str:
    """Return what of a name is compared: folded, without `place` (as printed) before and 项目 behind.

    Examples
    --------
    >>> core_of("“云上”综合体项目"), core_of("东河高速物流港", "东河")
    ('云上综合体', '高速物流港')
    """
    core = fold(name)
    core = core.removeprefix(place) if place and len(core) > len(place) else core
    shorter = _HEAD_NOUN.sub("", core)
    return shorter if len(shorter) >= 2 else core


def stands_for(short: str, long: str) -> bool:
    """Whether `short` can be a shortened print of `long`, both as `core_of` gives them.

    Its first two characters begin the long form, or end it all; the rest follow in order; numbers agree.

    Examples
    --------
    >>> stands_for("华绫集团", "华绫纺织集团有限公司"), stands_for("华工集团", "华绫纺织集团有限公司")
    (True, False)
    """
    if len(short) >= len(long) or len(short) < 2 or _NUMBER.findall(short) != _NUMBER.findall(long):
        return False
    if len(short) >= 4 and long.endswith(short):
        return True
    return long.startswith(short[:2]) and _in_order(short, long)


def _in_order(short: str, long: str) -> bool:
    at = 0
    for char in short:
        at = long.find(char, at) + 1
        if not at:
            return False
    return True


def same_project(short: str, long: str) -> bool:
    """Whether two project cores are one work: a short form, or one with a word left out that ends alike.

    Examples
    --------
    >>> same_project("物流港", "高速物流港"), same_project("5号线", "3号线南延")
    (True, False)
    """
    if _NUMBER.findall(short) != _NUMBER.findall(long) or len(short) >= len(long) or len(short) < 3:
        return False
    if long.endswith(short) or (len(short) >= 4 and long.startswith(short)):
        return True
    return short[:2] == long[:2] and short[-2:] == long[-2:] and _in_order(short, long)


def same_kind(short: str, long: str) -> bool:
    """Whether the longer is a firm and no branch, or both end alike (a college is not its hospital)."""
    if _BRANCH.search(long) and not _BRANCH.search(short):
        return False
    if _FIRM.search(long):
        return bool(_FIRM.search(short)) or long.startswith(short)
    return short[-2:] == long[-2:]


def same_school(short: str, long: str) -> bool:
    """Whether `short` is the customary short form of a university: 某某师院 of 某某师范学院, or of three characters.

    Examples
    --------
    >>> same_school("江南师大", "江南师范大学"), same_school("江师大", "江南师范大学")
    (True, True)
    >>> same_school("江南师大", "江南农业大学")
    False
    """
    if len(short) >= len(long) or not (_SCHOOL_SHORT.search(short) and _SCHOOL.search(long)):
        return False
    ending = "学院" if short.endswith("院") else "大学"
    head = 1 if len(short) == 3 else 2
    return short[:head] == long[:head] and long.endswith(ending) and _in_order(short, long)


def longest_forms(
    cores: Mapping[str, str], *, project: bool = False, rivals: Callable[[str, str], bool] | None = None
) -> dict[str, str]:
    """Return the longest form of each name that is a short form of others, if these are one.

    Parameters
    ----------
    cores : Mapping[str, str]
        Core of every name of the scope, by name.
    project : bool, default False
        Compare as projects, not as bodies.
    rivals : callable, optional
        Whether two names are known to be of different bearers.

    Notes
    -----
    Names are compared only with those that share a pair of characters with their head or tail: near-linear.
    """
    index: defaultdict[str, list[str]] = defaultdict(list)
    for name, core in cores.items():
        for key in _index_keys(name, core):
            index[key].append(name)
    found: dict[str, str] = {}
    for name, core in cores.items():
        candidates = {other for key in _index_keys(name, core) for other in index[key] if other != name}
        fits = [
            other
            for other in candidates
            if not (rivals and rivals(name, other))
            and (
                _fits(core, cores[other], project=project)
                or same_school(name, other)
                or _without_place(name, core, other)
                or (not project and len(name) < len(other) and core == cores[other])
            )
        ]
        best = _single(fits, cores)
        if best is not None:
            found[name] = best
    return found


def _index_keys(name: str, core: str) -> set[str]:
    keys = {core[:2], core[-2:]}
    return keys | {f"school {name[0]}"} if _SCHOOL.search(name) else keys


def _fits(short: str, long: str, *, project: bool) -> bool:
    if project:
        return same_project(short, long)
    return stands_for(short, long) and same_kind(short, long)


def _without_place(short: str, core: str, long: str) -> bool:
    """Whether `long` is `short` with a place before it: 略阳县横江热源厂, 横江热源厂."""
    return len(core) >= 4 and len(short) < len(long) and long.endswith(short)


def _single(names: Iterable[str], cores: Mapping[str, str]) -> str | None:
    """Return the longest, where the others are short forms of it too; ``None`` for rivals."""
    ranked = sorted(names, key=lambda name: (-len(cores[name]), name))
    if not ranked:
        return None
    best = ranked[0]
    rivals = [
        name for name in ranked[1:] if cores[name] != cores[best] and not _in_order(cores[name], cores[best])
    ]
    return None if rivals else best
