"""Places: everything that names one, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.lexicon import divisions, world
from newsgraph.tag.addresses import end_of_own_part, find_addresses, find_again
from newsgraph.tag.candidates import BEYOND_READING, VETO, Candidate, candidates_of, text_of
from newsgraph.tag.free_places import find_free_places
from newsgraph.tag.gazetteer import Kind, place_names
from newsgraph.tag.place_characters import find_known_characters, find_place_characters

_BY = "grammar.place"
_DOCTRINE = re.compile(
    r"中国(?:特色社会主义|梦|式现代化)|发展中国家|南南(?:合作|(?=与三方))|和美乡村|中欧班列|黄梅[戏调声]|北京时间|[桐皖]城派|(?:山东|河南|陕州|苏州|京韵|西河|河北|山西|陕北|凤阳|江南)(?:快书|坠子|梆子|大鼓|评弹|花鼓|丝竹|道情)|西湖龙井|共和国|四海(?=宾朋|宾客|客|朋友|为家|之内)|全[疆藏](?=[^区]|$)|惠农(?=政策|资金|补贴|项目|工程|贷)|临港(?=工业|产业|经济|物流|石化)|[\u4e00-\u9fff]?新出准印|[共畅再重欢倾]叙(?=[\u4e00-\u9fff])|苏木乡镇?"
)
"""Where a country or a place is named and not meant, or only seems to be named."""
_TREATY = re.compile(
    rf"[{''.join(world.COUNTRY_CHARACTERS)}欧非盟]{{2,3}}(?:自由贸易|自贸|双边|全面|投资|经济|伙伴|关系|合作|引渡|边界|渔业|航空|领事|"
    r"友好|和平|税收|贸易|睦邻){0,5}(?:协定|条约|公约|议定书)"
)
"""A treaty by the characters of its parties (中欧投资协定): they are no places there."""
_PERMIT = re.compile(rf"[{''.join(divisions.ABBREVIATIONS)}](?=[A-Z]{{1,3}}(?![A-Za-z]))")
"""The province in the number of a permit or on a number plate (湘KX14)."""

_PEOPLES = re.compile(rf"(?:{'|'.join(divisions.PEOPLES)})族(?!自治|乡)")
_OF_PEOPLE = re.compile(
    r"族(?!自治|乡)|语(?!言|文)|话(?=[念说讲唱喊问，。”])|[象国]棋|菜(?=[、，。馆])|(?:速度|模式|经验|精神|样板)”|[戏剧](?=[、，。《])|时间"
)
"""What makes a people's, a tongue's or a custom's name of a place's name before it."""

_OURS = re.compile(
    r"(?<![自资根基成版样标脚])(?:我国|我地区|我省|我市|我县|我区(?!委|政|人大|政协|[长域块])|我州|我旗|我盟|我镇|我乡|"
    r"本市|本省|本县|本港)(?![长委])"
)

_OF_STATE = re.compile("(?:警|检|军|官)方|当局|政府军")
_ONE_CHINA = re.compile("一个中国(?=政策|原则|立场|承诺)")


def find_places(text: str) -> Iterator[Candidate]:
    """Yield places with scores; address chains whole, one-character names only where a context makes them
    names.

    Examples
    --------
    >>> text = "在长沙市岳麓区望城坡街道新田村，湘鄂渝黔四省市与我市签约"
    >>> [text[c.start : c.end] for c in find_places(text) if c.score >= 0.9]
    ['长沙市岳麓区望城坡街道新田村', '我市', '湘', '鄂', '渝', '黔']
    >>> {c.label for c in find_places("商签中欧投资协定，支持发展中国家")} == {VETO}
    True
    """
    for pattern in (_DOCTRINE, _TREATY, _PERMIT):
        for match in pattern.finditer(text):
            yield Candidate(*match.span(), VETO, 0.99, _BY)
    yield from _of_peoples(text)
    yield from _of_states(text)
    named = list(find_addresses(text))
    yield from named
    yield from find_again(text, named)
    yield from find_free_places(text)
    for match in _OURS.finditer(text):
        yield Candidate(match.start(), end_of_own_part(text, match.end()), "PLACE", 0.96, _BY)
    yield from find_place_characters(text)


def _of_states(text: str) -> Iterator[Candidate]:
    """Yield states where what stands beside them is only ever a state's (荷兰检方, 一个中国政策)."""
    for name in place_names(text):
        acts = name.kind is Kind.COUNTRY and _OF_STATE.match(text, name.end)
        if acts or _ONE_CHINA.match(text, name.start - 2):
            yield Candidate(name.start, name.end, "PLACE", BEYOND_READING, _BY)


def _of_peoples(text: str) -> Iterator[Candidate]:
    """Yield vetoes over what names a people, a tongue or a newcomer by a place (哈萨克语, 新上海人)."""
    for people in _PEOPLES.finditer(text):
        yield Candidate(*people.span(), VETO, 0.99, _BY)
    for name in place_names(text):
        newcomer = text[name.start - 1 : name.start] == "新" and text.startswith("人", name.end)
        if newcomer or _OF_PEOPLE.match(text, name.end):
            yield Candidate(name.start - newcomer, name.end + 1, VETO, 0.99, _BY)


_BEFORE_SEAT = tuple("在到来赴是为让使爱游对")


def find_own(text: str, seat: str) -> Iterator[Candidate]:
    """Yield the seat by a short name that elsewhere may be a word, and the towns of a county that its paper names
    without 镇 or 乡.

    Examples
    --------
    >>> text = "安亭：新路通车。江桥、马陆等镇"
    >>> [text[c.start : c.end] for c in find_own(text, "嘉定区")]
    ['安亭', '江桥', '马陆']
    """
    county = divisions.find(seat)
    if county is None:
        return
    for name in place_names(text):
        if name.kind is Kind.AMBIGUOUS and county in divisions.find_all(text[name.start : name.end]):
            sure = text[name.start - 1 : name.start] in _BEFORE_SEAT
            yield Candidate(name.start, name.end, "PLACE", BEYOND_READING if sure else 0.85, _BY)
    if not county.is_county:
        return
    names = "|".join(map(re.escape, divisions.towns_of(county)))
    for match in re.finditer(
        rf"(?:(?<![\u4e00-\u9fff])|(?<=[在到赴来与和]))(?:{names})(?=[：、，]|等[镇乡地]|镇|乡|举行|召开)",
        text,
    ):
        yield Candidate(*match.span(), "PLACE", BEYOND_READING, _BY)


@Language.component("newsgraph_places", assigns=["doc._.candidates"])
def places(doc: Doc) -> Doc:
    """Append what `find_places` finds, and one-character names of the seat in ``doc.user_data["seat"]`` and of
    places that the text names."""
    found = candidates_of(doc)
    found.extend(find_places(text_of(doc)))
    seat = doc.user_data.get("seat")
    found.extend(find_known_characters(text_of(doc), seat))
    if seat:
        found.extend(find_own(text_of(doc), seat))
    return doc
