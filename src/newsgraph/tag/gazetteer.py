"""Where a text prints a name that the lexicon of places knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from newsgraph.lexicon import divisions, world
from newsgraph.lexicon.tables import alternatives


class Kind(IntEnum):
    """How sure a printed form is a place: the lower the surer."""

    FULL = 0
    COUNTRY = 1
    SHORT = 2
    OTHER = 3
    AMBIGUOUS = 4


class PlaceName(NamedTuple):
    """``text[start:end]`` is a known form."""

    start: int
    end: int
    kind: Kind


class PlaceNames:
    """The known names in one text, none overlapping another; longest first where they compete."""

    def __init__(self, names: list[PlaceName]) -> None:
        self.names = names
        self._by_end = {name.end: name for name in names}
        self._by_start = {name.start: name for name in names}
        self._starts = [name.start for name in names]

    def __iter__(self) -> Iterator[PlaceName]:
        return iter(self.names)

    def ending_at(self, end: int) -> PlaceName | None:
        """Return the name that ends at `end`."""
        return self._by_end.get(end)

    def starting_at(self, start: int) -> PlaceName | None:
        """Return the name that starts at `start`."""
        return self._by_start.get(start)

    def is_listed(self, text: str, start: int) -> bool:
        """Whether what starts at `start` in the `text` is listed behind another place (甲县、乙县)."""
        return text[start - 1 : start] == "、" and self.ending_at(start - 1) is not None

    def within(self, start: int, end: int) -> list[PlaceName]:
        """Return the names that start in ``[start, end)``."""
        low = bisect_left(self._starts, start)
        return self.names[low : bisect_left(self._starts, end, low)]

    def chain_start(self, end: int) -> int:
        """Return where the unbroken run of names that ends at `end` starts (`end` itself where there is
        none).

        An ambiguous form may stand in the run, but does not begin one.
        """
        start = end
        sure = end
        while (name := self._by_end.get(start)) is not None:
            start = name.start
            if name.kind is not Kind.AMBIGUOUS:
                sure = start
        return sure


@cache
def _lexicon() -> tuple[AhoCorasick, list[Kind]]:
    """Return the matcher of all names, and the kind of each."""
    kinds: dict[str, Kind] = dict.fromkeys(world.other_places(), Kind.OTHER)
    weak = divisions.ambiguous_forms()
    upper = set(divisions.iter_names(towns=False))
    for name in divisions.iter_names():
        if len(name) == 2 and (name[-1] in "市区" or name in _WORDS or name not in upper):
            continue
        full = name[-1] in "省市县区州旗盟镇乡" or name.endswith(("自治区", "街道", "苏木"))
        kinds[name] = Kind.AMBIGUOUS if name in weak else Kind.FULL if full else Kind.SHORT
    kinds.update(dict.fromkeys(world.countries(), Kind.COUNTRY))
    return AhoCorasick(list(kinds)), list(kinds.values())


@lru_cache(maxsize=16)
def place_names(text: str) -> PlaceNames:
    """Return the known place names of `text`; of two that overlap the longer stands, then the surer, then
    the first."""
    matcher, kinds = _lexicon()
    found = matcher.find_matches_as_indexes(text, overlapping=True)
    whole_state = means_whole_prefecture(text)
    hits = [
        _as_printed(text, PlaceName(s, e, kinds[i]))
        for i, s, e in found
        if not (_NO_PLACE.match(text, s) or _CROSSING.match(text, s))
        and not (whole_state and text.startswith(WHOLE_PREFECTURE, s))
    ]
    hits.sort(key=lambda n: (n.start - n.end + (n.kind is Kind.AMBIGUOUS), n.start, n.kind))
    taken: set[int] = set()
    kept = []
    for hit in hits:
        cells = range(hit.start, hit.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(hit)
    return PlaceNames(sorted(kept))


_LANDMARKS = frozenset("山岭河江湖海")


def are_landmarks(text: str, *names: PlaceName) -> bool:
    """Return whether all names are those of mountains or waters, which lie in no other."""
    return all(name.kind is Kind.OTHER and text[name.end - 1] in _LANDMARKS for name in names)


_WORDS = frozenset({"和县", "应县", "成县", "故县"})
"""Names of one character and 县 that read as two words too often."""

WHOLE_PREFECTURE = "全州"
"""A county's name, which in what an autonomous prefecture prints means all of that."""
_OF_PREFECTURE = re.compile("州委|州政府|州人民政府|州长|自治州")


@lru_cache(maxsize=16)
def means_whole_prefecture(text: str) -> bool:
    """Return whether `WHOLE_PREFECTURE` is no county in `text`."""
    return _OF_PREFECTURE.search(text) is not None and f"{WHOLE_PREFECTURE}县" not in text


_NO_PLACE = re.compile(
    r"(?<=[该本全我])市[南北中]区|(?<=沿)海地|(?<=示)范县|(?<=[出入河])海口(?!市)|街道|西岸|龙门[刨铣吊架]|阿里郎|开封后|"
    r"(?<=[特超])大城市|中国(?:特色|梦|式现代化|式|化|结)|中欧班列|黄梅[戏调]|长江学者|"
    r"珠江[片台]|中共和|黄河路|中山装|金华火腿|朝阳产业|阿里巴巴|东方红|海南黄花|太阳|"
    r"中华(?:民族|文化|文明|人民|大地|儿女|优秀|传统)|三亚湾|友谊|美国队长|日本脑炎|西藏路|"
    r"南京路|北京路|长安街|北京时间|城中村|[巴东](?=中关系|中两国|中友好)|巴中(?=关系|两国|友[好谊])|合作(?!市)|(?<=发展)中国(?=家)|中非(?!共和国)|东至(?=[\u4e00-\u9fff]{2,8}[路桥街村镇山河])|(?<![省市州南阳])商城(?!县)|(?<=趵)突泉|中欧|(?:中东|[东西][北南])(?=部)"
)
"""What begins like a place and is none."""

_CROSSING = re.compile(alternatives("places", "crossings"))

_FORMER = re.compile(
    r"县(?![县长领])|市(?![市长场民值区委领])|区(?![区长域别分间块位委领])|州(?![州长委领])|盟(?=盟委|行署|盟行|、|，|。)"
)
_STATE = re.compile(r"(?:人民|民主|联邦|合众)?共和国|(?<=蒙古)国(?![家际内务民人王土都])|联邦(?![政总])")
_AFTER_CITY = re.compile(
    r"区(?![域划县间块委政人长])|场(?![馆地所])|民(?![政族宗主营办生革建进盟警兵航间用委俗事企商])"
)
"""What makes a word of the level of the city before it (北京市区, 北京市场, 上海市民)."""
_OF_ITS_HEAD = re.compile(
    r"长(?![江安沙春治葛乐兴岭城白征期远达久途线效足跑假大三])|领导(?!小组|班子|下|人)|会(?:城市)?(?![议展员计见谈场上])"
)


def _as_printed(text: str, name: PlaceName) -> PlaceName:
    """Return `name` without the level that begins the next word (南昌市长, 江苏省会), or with its former
    level (鄞县, 斗门县)."""
    short = name.kind in (Kind.SHORT, Kind.AMBIGUOUS)
    if name.kind is Kind.FULL and name.end - name.start > 2 and _OF_ITS_HEAD.match(text, name.end):
        if text[name.end - 1] == "省" or (text[name.end] in "长领" and text[name.end - 1] in "市县区州"):
            return PlaceName(name.start, name.end - 1, Kind.SHORT)
    elif name.kind is Kind.FULL and text[name.end - 1] == "市" and _AFTER_CITY.match(text, name.end):
        return PlaceName(name.start, name.end - 1, Kind.SHORT)
    elif name.kind is Kind.COUNTRY and (state := _STATE.match(text, name.end)):
        return PlaceName(name.start, state.end(), Kind.COUNTRY)
    elif (
        short
        and (
            name.kind is Kind.SHORT or text[name.end : name.end + 1] == "县"
        )  # no city of 会同 in 会同市教育局
        and text[name.end - 1] != "城"
        and _FORMER.match(text, name.end)
        and divisions.find_all(text[name.start : name.end + 1])
    ):
        return PlaceName(name.start, name.end + 1, Kind.FULL)
    elif short and text.startswith("地区", name.end) and divisions.find_all(text[name.start : name.end + 2]):
        return PlaceName(name.start, name.end + 2, Kind.FULL)
    return name
