"""Where an article speaks from, and so which division 市, 我县 or 镇 means at one point of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsgraph.lexicon import world
from newsgraph.lexicon.divisions import Division
from newsgraph.model import Article, Mention, MentionType
from newsgraph.resolve.addresses import Named, lineage, lowest_division, read_divisions, short_zone

LEVEL_WORDS = (
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "街道",
    "地区",
    "省",
    "市",
    "县",
    "区",
    "州",
    "盟",
    "旗",
    "镇",
    "乡",
    "地",
)
"""Words that name a division by its kind alone, longest first."""

_BREAK = re.compile(r"[，,。；;！？：:\n]")
_DELEGATION = re.compile(r"(?:代表|考察|访问|参访|交流|慰问|招商)团$|考察组$")
_LED = re.compile(
    r"(?:[，。；;\n由以与同]|[会接]见了?|会晤|陪同|欢迎)(?P<leaders>[^，。；;\n由以与同]{2,50})(?:率领?|带领|带队|为团长|任团长)的?$"
)
_LED_BEHIND = re.compile(r"[^，。；;\n]{0,20}?在(?P<leaders>[^，。；;\n]{2,40})(?:率领|带领)下")
"""Who leads the delegation whose name stands behind, or before."""
_LEVEL_COURT = re.compile(r"[省市县区州盟旗](?:中级|高级|基层)?人民|[市州盟]中级")
_ORGAN = re.compile(
    r"(?:党?委|党组|人民政府|政府|行署|行政公署|人民代表大会|人大|政协|纪委|监委|法院|检察院|"
    r".{1,12}[局厅办院部会]$)"
)
_KINDS = {
    "自治区": re.compile(r"自治区$"),
    "自治州": re.compile(r"州$"),
    "自治县": re.compile(r"自治县$"),
    "自治旗": re.compile(r"自治旗$"),
    "街道": re.compile(r"街道"),
    "地区": re.compile(r"地区$"),
    "地": re.compile(r"地区$"),
    "区": re.compile(r"(?<!自治)(?<!行政)(?<!地)区$"),
    "乡": re.compile(r"乡$|苏木$"),
}

_SESSION_OF = re.compile("^(?:中国共产党|中共|中国人民政治协商会议|政协)")
_TERM = re.compile("(?:党?委员会|党?委|人大|人民代表大会|政协)?第?[一二三四五六七八九十]{1,3}(?:届|次)")
"""Of a plenary session's or a congress's name, what stands behind its division (某县第十八届委员会第九次全体会议)."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A division that the article names: where, and the division itself with those above it."""

    start: int
    end: int
    chain: tuple[Division, ...]


def is_kind(division: Division, word: str) -> bool:
    """Whether a level word (省, 市, 县, 镇 …) can mean this division.

    Examples
    --------
    >>> from newsgraph.lexicon.divisions import find
    >>> is_kind(find("湖南省"), "省"), is_kind(find("广西"), "区")
    (True, False)
    """
    pattern = _KINDS.get(word)
    return bool(pattern.search(division.name)) if pattern else division.name.endswith(word)


def _holds(whole: Division, part: Division) -> bool:
    return part.code.startswith(whole.code) or whole in lineage(part)


def _fit(chain: Iterable[Division], word: str) -> Division | None:
    return next((division for division in chain if is_kind(division, word)), None)


def explicit_anchor(mention: Mention, near: Division | None) -> Anchor | None:
    """Return the division that a PLACE's or an organ's name or its session's says; ``None`` for firms, venues and
    the like."""
    if mention.type is MentionType.EVENT:
        return _session_anchor(mention, near)
    if mention.type not in (MentionType.PLACE, MentionType.ORG) or len(mention.text) < 2:
        return None
    text = mention.text.removeprefix("中共").removeprefix("政协")
    if _LEVEL_COURT.match(text):
        return None
    chain, rest = read_divisions(text, near)
    if not chain or (mention.type is MentionType.ORG and not _ORGAN.match(rest)):
        return None
    if rest and _is_borrowed(chain[-1], near):
        return None
    return Anchor(mention.span.start, mention.span.end, lineage(chain[-1].division))


def _session_anchor(mention: Mention, near: Division | None) -> Anchor | None:
    chain, rest = read_divisions(_SESSION_OF.sub("", mention.text), near)
    if not chain or not _TERM.match(rest) or _is_borrowed(chain[-1], near):
        return None
    return Anchor(mention.span.start, mention.span.end, lineage(chain[-1].division))


def _county_of(body: Mention, near: Division | None) -> Division | None:
    """Return the county whose full name a school or house begins with (衡南县第一中学)."""
    chain, rest = read_divisions(body.text, near)
    if not chain or not rest:
        return None
    county = chain[-1]
    return county.division if county.division.is_county and county.form == county.division.name else None


def _delegation_led(text: str, body: Mention, near: Division | None) -> Anchor | None:
    """Return where a delegation's leaders are printed and the division from which they come
    (由市委书记甲、市长乙率领的某市党政代表团)."""
    if not _DELEGATION.search(body.text):
        return None
    chain, _ = read_divisions(body.text, near)
    start, end = body.span.start, body.span.end
    led = _LED.search(text, max(0, start - 60), start) or _LED_BEHIND.match(text, end)
    return Anchor(*led.span("leaders"), lineage(chain[-1].division)) if chain and led else None


def _is_borrowed(named: Named, near: Division | None) -> bool:
    """Whether a short form far from home only names something else (解放 in 解放西路)."""
    if named.form == named.division.name:
        return False
    return near is None or named.division.code[:2] != near.code[:2]


class Setting:
    """The seat of the paper, the dateline and the divisions named in one article.

    Parameters
    ----------
    article : Article
        With `place` as printed in the dateline, where there is one.
    mentions : Sequence[Mention]
        The article's, in order of the text.
    seat : Division or None
        Where the paper is published; ``None`` where its masthead does not say.
    zone : str, default ""
        The zone, which is no division, whose paper it is.
    """

    def __init__(
        self, article: Article, mentions: Sequence[Mention], seat: Division | None, zone: str = ""
    ) -> None:
        self.article = article
        self.seat = seat
        self.zone = zone
        self.short_zone = short_zone(zone)
        self.dateline = self._find_dateline()
        self.near = self.dateline if self.dateline is not None and self.dateline.code else seat
        places = (m.text for m in mentions if m.type is MentionType.PLACE)
        self.states = frozenset(text for text in places if text in world.countries())
        found = (explicit_anchor(mention, self.near) for mention in mentions)
        self.anchors = [anchor for anchor in found if anchor is not None]
        self._bodies = [m for m in mentions if m.type is MentionType.ORG]
        led = (_delegation_led(article.text, body, self.near) for body in self._bodies)
        self._led = [anchor for anchor in led if anchor is not None]
        stem = self.dateline.name[:-1] if self.dateline else None
        self._of_dateline = {
            m.text.removeprefix(stem) for m in self._bodies if stem and m.text.startswith(stem)
        }
        self._names = [m for m in mentions if m.type in (MentionType.POST, MentionType.PERSON)]
        self._name_starts = [m.span.start for m in self._names]
        self._ends = sorted(anchor.end for anchor in self.anchors)
        self.anchors.sort(key=lambda anchor: anchor.end)

    def _find_dateline(self) -> Division | None:
        return lowest_division(self.article.place or "", self.seat)

    def deictic(self, word: str, at: int) -> Division | None:
        """Return the division that 我市, 我县, 本省 at offset `at` means: the paper's own before any other.

        我区 is said in districts, prefectures (地区) and autonomous regions alike.
        """
        own = lineage(self.seat)
        if word == "区":
            seat = next((division for division in own if division.name.endswith("区")), None)
        else:
            seat = _fit(own, word)
        return seat or _fit(lineage(self.dateline), word) or self._nearest(word, at)

    def organ_place(self, word: str, at: int) -> Division | None:
        """Return the division whose organ 市委, 县政府, 镇党委 at offset `at` is.

        In this order: that of the delegation which its officers lead (市长甲率领的某市代表团); one named just before in
        the same breath (江苏省委、省政府); the dateline's, but where that lies outside the seat, or the article also
        prints it with its name (市人大常委会 beside 柳城市人大常委会); the seat's; the dateline's after all; the
        nearest named before `at` (县 in a city's paper), or else the first named behind it.
        """
        return (
            self._led_from(word, at)
            or self._coordinated(word, at)
            or (None if self._is_contrasted(at) or self._is_abroad() else _fit(lineage(self.dateline), word))
            or _fit(lineage(self.seat), word)
            or _fit(lineage(self.dateline), word)
            or self._nearest(word, at)
        )

    def _led_from(self, word: str, at: int) -> Division | None:
        chains = (led.chain for led in self._led if led.start <= at < led.end)
        return next((place for chain in chains if (place := _fit(chain[:1], word)) is not None), None)

    def _is_abroad(self) -> bool:
        """Whether the dateline lies outside the seat's division, from where the paper reports on its own officers."""
        return self.seat is not None and self.dateline is not None and not _holds(self.seat, self.dateline)

    def _is_contrasted(self, at: int) -> bool:
        """Whether the organ at `at` is printed elsewhere with the dateline's name, and so is here another's."""
        return any(self.article.text.startswith(organ, at) for organ in self._of_dateline)

    def _before(self, at: int) -> Sequence[Anchor]:
        return self.anchors[: bisect_right(self._ends, at)]

    def _coordinated(self, word: str, at: int) -> Division | None:
        for anchor in reversed(self._before(at)):
            own = _fit(anchor.chain[:1], word)
            if own is not None and self._is_next_of_list(anchor.end, at):
                return own
            if _BREAK.search(self.article.text, anchor.end, at) or at - anchor.end > 30:
                return None
            if own is not None and self._is_list(anchor.end, at):
                return own
        return None

    def _is_next_of_list(self, start: int, end: int) -> bool:
        """Whether only a post, its holder and a comma stand between, another post behind (甲区委书记乙，区委副书记)."""
        at = bisect_left(self._name_starts, start)
        inside, behind = self._names[at : at + 2], self._names[at + 2 : at + 3]
        if [m.type for m in inside] != [MentionType.POST, MentionType.PERSON] or not behind:
            return False
        post, holder = inside
        joined = post.span.start == start and holder.span.start == post.span.end
        return joined and self.article.text[holder.span.end : end] == "，" and behind[0].text != post.text

    def _is_list(self, start: int, end: int) -> bool:
        """Whether only a post and its holder, and a list mark, stand between a body and the next."""
        return bool(re.search(r"[、和及与]|^$", self.article.text[start:end]))

    def _nearest(self, word: str, at: int) -> Division | None:
        before = self._before(at)
        behind = self.anchors[len(before) :]
        for anchor in (*reversed(before), *behind):
            found = _fit(anchor.chain, word)
            if found is not None:
                return found
        return next((county for county in self._counties if is_kind(county, word)), None)

    @cached_property
    def _counties(self) -> list[Division]:
        return [county for body in self._bodies if (county := _county_of(body, self.near)) is not None]
