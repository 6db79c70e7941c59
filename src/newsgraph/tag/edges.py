"""Where a recognised name really begins and ends: pairs of marks made whole, what is no part of a name cut off."""

from __future__ import annotations

import re
from dataclasses import replace

from newsgraph.lexicon.persons import is_surname
from newsgraph.tag.candidates import Candidate
from newsgraph.tag.gazetteer import place_names
from newsgraph.tag.names import ADDRESS, COMES, ends_in_verb

_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))
_REACH = 16
"""How far before a name, in characters, the opening mark of what its closing mark ends is looked for."""

_BEFORE = re.compile(r"(?:(?![“《（(’'])\W)+")
_BEHIND = re.compile(r"(?:(?![”》）)])\W)+$")
_ACCOUNT = re.compile(r"(?:官方)?(?:微信)?(?:公众号|微博账号|客户端)$|机关报$")
"""What a body publishes in and is no part of its name."""
_WATER = re.compile(
    "(?<![河江湖海溪渠港湾岛市县区镇乡村州省国])(?:河(?![东西南北两畔道湟网湾流内段口谷])|江(?![东西南北两边畔上中下段口])|渠(?![道系])|溪(?=水|边)|垸(?!老|区))"
)
"""A water whose kind the recogniser has left off (叶河 for 叶)."""
_SITE = re.compile(
    r"(?:工业功能区|工业集聚区|新港区|换装场|边民互市点|互市贸易区|古?遗址|老街(?![上道区])|古街|客运站|收费站|服务区|"
    r"(?<=[\d楼])会议室)"
)
"""What a place's name goes on with, and the recogniser has left off."""
_HELD = re.compile("(?<=会议)(?:闭会|闭幕|开幕|召开|举行)$")
_NEWLY = re.compile("[新现时曾]任(?=[省市县区州旗])")
"""Since when somebody holds a post of the body."""
_GACHA = re.compile("(?<=[镇木])(?![的在和与])[\u4e00-\u9fff]{2,5}嘎查")
"""A Mongolian village behind its town."""
_DOOR = re.compile("(?<=[路街道巷弄])[0-9０-９]{1,5}号(?![楼院线文])")
"""The number of a house in a road."""
_PART = re.compile("[东西南北中]{1,2}部(?:地区|山区|海域)|[干公江大]堤")
"""What names a part of a place and belongs to it, or the dike along a water."""
_AT = ("在", "于", "到", "赴", "落户")
_PLANNED = re.compile("(?<=工程|项目)(?:计划|预计|拟)(?=$)")
"""What is planned of a work (某工程计划投资…)."""
_INTERVIEW = re.compile("—[访记]$")
"""Before whom a feature's title says it is of (——访某局局长)."""
_OWN_QUOTED = re.compile("(?:[我本][省市县区州旗]|[\u4e00-\u9fff]{2,8}[局委部办厅])(?=“)")
"""Whose campaign it is, before its name in quotation marks (我市“菜篮子”工程)."""
_CALLED_ON = re.compile(
    "[\u4e00-\u9fff]{2,6}?(?:拜会|拜访|会见|走访|看望慰问)了?(?=[国省市县区州]|[\u4e00-\u9fff]{2,}(?:省|市|县|区))"
)
"""Where somebody went to call on a body (赴长沙拜会省交通厅)."""
_BUILT = re.compile("(?:投资|规划)?(?:建设|兴建|新建|投建|打造|建(?!筑|材|行))")
_LOOKED_AT = re.compile("(?:实地)?(?:调研|考察|视察|检查|督导|督查|察看|查看|参观)了?")
_SPEECH = re.compile(
    r"作(?!作)[\u4e00-\u9fff]{0,6}?(?:报告|讲话|发言|致辞|说明|点评|宣讲|汇报|辅导|演讲|表态|部署|总结)"
)
"""What somebody gives who is named before the verb: 作 is the end of few names."""
_BY = re.compile(r"经(?=[省市县区州盟旗地][委府])")
"""By whose leave something is done (经县委同意)."""
_OWN_COMMITTEE = re.compile("(?<=..[矿厂场院行司所])(?:党委|党总支|党支部)$")
_TAKEN = re.compile("(?:解放|进攻|攻打|攻占|攻克|收复|占领|转战)了?")
"""What an army does to a place, and no part of its name."""
_ROOM = re.compile(
    r"(?<=公司)[\u4e00-\u9fff]{0,4}(?:车间|生产线|展厅|厂区|库房|仓库|食堂|门口|工地|现场|会议室|调度室|控制室)$"
)
"""A room or a yard of a firm, which is where somebody is and no part of its name."""
_SECRETARY = re.compile("副?书记")
"""A unit's committee and its secretary: the post is 党委书记, of the unit."""
_TERM = re.compile("第[一二三四五六七八九十百]+[届任](?=.)")
"""Of which term somebody holds the post (第四届会长)."""
_APPOINTED = re.compile("成为[^，。；\n“”]{2,40}[；。\n]")
_APPOINTS = re.compile("任命")
"""In a list of appointments nobody 成为 something: he is appointed 为, and 成 ends his name."""
_LIST_REACH = 400
_CHAIRS = ("讲座", "讲席", "特聘", "客座", "荣誉", "兼职")
"""What kind of professor somebody is."""
_BOARDS = ("管委", "组委", "居委")
"""Boards that are called 会."""
_WITH = re.compile("(?<=[^管组居村常执理]委)会(?=同)")
"""A committee that does something together with another body (市经贸委会同市财政局)."""
_ORPHAN = re.compile(
    r"[，。；：、\n](?![在对将把由与和及等该此为从到而但却也则若如虽向于因经使让给是有以按据凭就并还又再])[\u4e00-\u9fff]"
)
"""One character between a mark and a project's name, which belongs to that."""
_SPIRIT = re.compile(r"[^，。“”]*?(?:全会|二十大|十[一二三四五六七八九]大|会议|讲话)精神(?=.)")
"""What a group of lecturers is sent to explain (某全会精神中央宣讲团)."""
_JOINT = re.compile(r"[与和及]$")
_JOINED = frozenset({"ORG", "PLACE", "PROJECT", "EVENT"})
_NO_PART = re.compile(
    r"(?:[两三四五六七八九十](?:[省县州]|省?市|省?区|地)|[干支]流|上游|沿[线岸]|[两东西南北]岸|以[东西南北]|境内|一带|周边|源头|河?畔|(?<=[路街道桥])段|(?<=^[\u4e00-\u9fff])籍)$"
)
"""What follows a place and is no part of it; of 78 such behind places of the training texts 78 are outside."""


def with_edges(text: str, name: Candidate) -> Candidate | None:
    """Return a recognised name with its edges mended, or ``None`` where nothing is left of it.

    Examples
    --------
    >>> text = "在“云台书香”读书节上，川陕甘三省"
    >>> mended = with_edges(text, Candidate(2, 10, "EVENT", 0.8, "ner"))
    >>> text[mended.start : mended.end]
    '“云台书香”读书节'
    """
    start, end = _paired(text, name.start, name.end)
    if lead := _BEFORE.match(text, start, end):
        start = lead.end()
    if tail := _BEHIND.search(text[start:end]):
        end = start + tail.start()
    if name.label == "ORG" and _INTERVIEW.search(text, max(0, start - 2), start + 1):
        start += 1
    if name.label == "ORG" and (call := _CALLED_ON.match(text, start)) and call.end() < end:
        start = call.end()
    if name.label == "ORG" and (leave := _BY.match(text, start) or _SPIRIT.match(text, start, end)):
        start = leave.end()
    if name.label == "ORG" and (newly := _NEWLY.match(text, start, end)) and newly.end() < end:
        start = newly.end()
    if name.label == "ORG" and (tail := _ACCOUNT.search(text[start:end])):
        end = start + tail.start()
    if (
        name.label == "ORG"
        and _SECRETARY.match(text, end)
        and (own := _OWN_COMMITTEE.search(text[start:end]))
    ):
        end = start + own.start()
    if name.label == "ORG" and (room := _ROOM.search(text[start:end])):
        end = start + room.start()
    if name.label == "ORG" and text.startswith("会", end) and text.endswith(_BOARDS, start, end):
        end += 1
    if name.label == "ORG" and _WITH.match(text, end - 1):
        end -= 1
    if name.label in _JOINED and _JOINT.search(text[start:end]) and not place_names(text).ending_at(end):
        end -= 1
    if name.label == "POST" and text[start:end] == "教授" and text.endswith(_CHAIRS, 0, start):
        start -= 2
    if name.label == "POST" and (term := _TERM.match(text, start, end)):
        start = term.end()
    if name.label == "PERSON":
        start, end = _without_company(text, start, end)
        end = _before_address(text, start, end)
        if (
            end - start == 2
            and _APPOINTED.match(text, end)
            and _APPOINTS.search(text, max(0, start - _LIST_REACH), start)
        ):
            end += 1
        if text.startswith("提高兴", end):  # not 提高
            end += 1
        if end - start > 3 and COMES.match(text, end - 2):
            end -= 2
        if end - start > 2 and (_SPEECH.match(text, end - 1) or ends_in_verb(text, start, end)):
            end -= 1
    if name.label == "EVENT" and (held := _HELD.search(text, start, end)):
        end = held.start()
    if name.label == "PROJECT":
        start = _behind_building(text, start)
        if whose := _OWN_QUOTED.match(text, start, end):
            start = whose.end()
        start = _behind_list(text, start)
        if planned := _PLANNED.search(text, start, end):
            end = planned.start()
        start -= _ORPHAN.fullmatch(text, max(0, start - 2), start) is not None
    if name.label == "PLACE" and (taken := _TAKEN.match(text, start, end)) and taken.end() < end:
        town = text[end - 1] in "省市县州镇" and end - taken.end() > 1
        start = taken.end() if town or place_names(text).starting_at(taken.end()) else start
    for left_off in (_PART, _GACHA, _SITE, _DOOR, _WATER) if name.label == "PLACE" else ():
        if tail := left_off.match(text, end):
            end = tail.end()
    if name.label == "ORG" and text.startswith("“", start) and text.endswith("”", start, end):
        start, end = start + 1, end - 1
    if name.label == "PLACE" and (tail := _NO_PART.search(text[start:end])) and tail.start() > 0:
        end = start + tail.start()
    return replace(name, start=start, end=end) if start < end else None


def _behind_list(text: str, start: int) -> int:
    """Return where a project in quotation marks begins before which several places are listed (甲县、乙县“某”工程)."""
    names = place_names(text)
    last = names.starting_at(start)
    listed = last is not None and text.startswith("“", last.end) and names.is_listed(text, start)
    return last.end if last is not None and listed else start


def _behind_building(text: str, start: int) -> int:
    """Return where a project begins whose place is only said to be where it is built or looked at (到甲地调研乙园)."""
    place = place_names(text).starting_at(start)
    if place is None or text[start - 1 : start] not in _AT:
        return start
    seen = _BUILT.match(text, place.end) or _LOOKED_AT.match(text, place.end)
    return seen.end() if seen else start


def _without_company(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a person without 夫人 before (甲和夫人乙) or 等 behind (甲、乙等)."""
    if text.startswith("夫人", start) and end - start > 3:
        start += 2
    if text.endswith("等", start, end) and end - start > 2:
        end -= 1
    return start, end


def _before_address(text: str, start: int, end: int) -> int:
    """Return the end of the surname where a form of address begins behind it (徐 in 徐阿婆), else `end`."""
    for length in (2, 1):
        surname = text[start : start + length]
        if is_surname(surname) and (address := ADDRESS.match(text, start + length)) and address.end() >= end:
            return start + length
    return end


def _paired(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with the other half of a quotation mark or bracket of which it holds one, or without it."""
    for left, right in _PAIRS:
        surplus = text.count(left, start, end) - text.count(right, start, end)
        if surplus == 1 and text.startswith(right, end):
            end += 1
        elif surplus == 1 and text.startswith(left, start):
            start += 1
        elif surplus == -1 and text.endswith(right, start, end):
            end -= 1
        elif surplus == -1 and left == "“":
            at = text.rfind(left, max(0, start - _REACH), start)
            whole = at >= 0 and not re.search(rf"[{right}\n。，；]", text[at:start])
            start = at if whole else start
    return start, end
