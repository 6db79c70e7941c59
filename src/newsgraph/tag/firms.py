"""Short forms of firms that the same text introduces by their full names (绿岭集团 for
江苏绿岭竹业集团有限公司)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import Candidate
from newsgraph.tag.gazetteer import place_names
from newsgraph.tag.head_nouns import is_body_kind

_FULL = re.compile(
    r"(?:[（(][\u4e00-\u9fff]{2,4}[）)])?(?:集团|控股|实业|股份)?(?:集团)?(?:股份)?有限(?:责任)?公司|集团(?:公司)?|公司"
)
_HEADS = (
    r"(?:集团|公司|股份|控股|实业|药业|科技|银行|纺织|服饰|食品|能源|重工|汽车|电子|化工|建设|置业|"
    r"文旅|农业|物流|智能|生物)"
)
_LEVELS = tuple("省市县区州")
_INTRODUCED = re.compile(
    r"[（(](?:以下简称|以下称|下称|简称|以下)[:：]?[“\"]?([\u4e00-\u9fffA-Za-z0-9]{2,10})[”\"]?[）)]"
)


def find_short_firms(text: str) -> Iterator[Candidate]:
    """Yield later short forms of the firms and bodies that `text` names in full.

    Examples
    --------
    >>> text = "江苏绿岭竹业集团有限公司投资建厂。绿岭集团表示满意。"
    >>> [text[c.start : c.end] for c in find_short_firms(text)]
    ['绿岭集团']
    """
    yield from _from_full_names(text)
    yield from _brands(text)
    for match in _INTRODUCED.finditer(text):
        short = match[1]
        if is_body_kind(short):  # 以下简称“公司”, as contracts and announcements put it
            continue
        for again in re.finditer(re.escape(short), text):
            yield Candidate(*again.span(), "ORG", 0.85, "grammar.firm")


_LONG_NAME, _LONGEST_BEGINNING = 8, 4
_GUESS = 0.79
_ACTS = re.compile("[来在将已的与和，。：]|表示|说|下定|决定|计划|选择|投资|签约|落户")
_BRANDED = re.compile(
    r"([\u4e00-\u9fff]{3,4}?)(?:食品|科技|生物|农业|实业|药业|新能源|新材料|材料|电子|机械|装备|智能|文化|服饰|纺织|汽车|环保|建设|建筑|物流|商贸|"
    r"贸易|生态|能源|茶业|酒业|乳业|化工|橡胶|照明|家居|数字|信息|网络|教育|旅游|文旅)[\u4e00-\u9fff（）()]{0,8}公司"
)


def _brands(text: str) -> Iterator[Candidate]:
    """Yield the brand of a firm's full name where it stands alone (鲜果坊 of 某市鲜果坊食品有限公司)."""
    names, bounds = place_names(text), boundaries(text)
    for full in _BRANDED.finditer(text):
        start = bounds.before(full.end(1) - 2)
        while (place := names.starting_at(start)) is not None:
            start = place.end
        brand = text[start : full.end(1)]
        if 3 <= len(brand) <= 4:
            for again in re.finditer(re.escape(brand) + r"(?=的|[，。、将已在与和]|现|今)", text):
                yield Candidate(*again.span(), "ORG", 0.84, "grammar.firm")


def _from_full_names(text: str) -> Iterator[Candidate]:
    names = place_names(text)
    bounds = boundaries(text)
    seen: set[str] = set()
    for head in _FULL.finditer(text):
        start = bounds.before(head.start())
        while (place := names.starting_at(start)) is not None:
            start = place.end
        start += text[start] in _LEVELS
        core = text[start : head.end()]
        stem = core[:2]
        if head.start() - start < 2 or stem in seen or not re.fullmatch(r"[\u4e00-\u9fff]{2}", stem):
            continue
        seen.add(stem)
        yield from _beginnings(text, core, start)
        inner = "".join(sorted(set(re.escape(c) for c in core[2:])))
        pattern = rf"{stem}[{inner}]{{0,5}}{_HEADS}(?!{_HEADS}|有限|总公司)"
        for match in re.finditer(pattern, text):
            inside = start <= match.start() and match.end() <= head.end()
            bare = text[match.start() - 1 : match.start()] not in _LEVELS and not names.ending_at(
                match.start()
            )
            if bare and not inside and _is_subsequence(match[0], core):
                yield Candidate(*match.span(), "ORG", 0.86, "grammar.firm")


def _beginnings(text: str, core: str, at: int) -> Iterator[Candidate]:
    """Yield the beginning of a firm's full name `core`, printed at `at`, where it alone acts: a guess that stands
    where a recogniser reads a name too."""
    if not core.endswith("有限公司") or len(core) < _LONG_NAME:
        return
    for again in re.finditer(re.escape(core[:2]), text):
        length = next(
            i
            for i in range(2, len(core))
            if i + 1 == len(core) or not text.startswith(core[i], again.start() + i)
        )
        end = again.start() + length
        if again.start() != at and length <= _LONGEST_BEGINNING and _ACTS.match(text, end):
            yield Candidate(again.start(), end, "ORG", _GUESS, "grammar.firm")


def _is_subsequence(short: str, full: str) -> bool:
    rest = iter(full)
    return all(c in rest for c in short)
