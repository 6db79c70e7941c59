"""Places that no known division stands before: venues, roads, villages in lists, datelines, provinces abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.tag.address_parts import NATURE_HEAD, OF_FEATURE, VENUE_HEAD
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import BEYOND_READING, Candidate
from newsgraph.tag.gazetteer import place_names

_BY = "grammar.place"
_BEFORE_PLACE = (
    r"(?:位于|选址于?|地处|坐落于|坐落在|来到|走进|抵达|前往|赶到|落户|选址|深入|步入|赶赴|登上|到|在|至|从|沿|于|"
    r"经|抵|游|登|考察|察看|走访|参观|游览)"
)
_FREE_HEAD = re.compile(
    rf"{_BEFORE_PLACE}((?P<stem>(?:(?![的在和与及等是了将我他她你各这那该本全某每一两三几多])[\u4e00-\u9fff]){{1,8}}?)"
    rf"(?:{VENUE_HEAD}|(?:{NATURE_HEAD}){OF_FEATURE}|大道|大街|工业园区|工业园|开发区|高新区|经开区|新区|投资区|工业城|科创城|科技城|产业城|"
    r"景区|风景区|口岸|度假区|保税区|社区|村(?!民|里|干|口|头|落)))(?![\u4e00-\u9fff]?(?:公司|"
    r"集团|管委会|管理|项目|工程|局|委|党))"
)
_REGIMENT_TOWN = re.compile(r"[一二三四五六七八九〇零]{2,3}团[\u4e00-\u9fff]{1,4}镇")
"""Towns of the regiments of the Xinjiang corps."""

_SEATS = re.compile(r"(?<=[在于])(?:克里姆林宫|白宫|五角大楼|爱丽舍宫)")
"""Buildings that elsewhere stand for who sits in them."""

_BORDER_ZONE = re.compile(
    r"中[俄朝越老缅哈蒙巴尼吉塔][\u4e00-\u9fff（）]{0,8}?(?:互市贸易区|互贸区|跨境经济合作区|边境合作中心|边民互市点)"
)
"""Zones that China has together with a neighbour."""

_DATELINE = re.compile(
    r"(?<=本报)(?![记讯特北综])[\u4e00-\u9fff]{2,4}?(?=讯（|讯\(|讯[ 　\n]|[0-9]{1,2}月[0-9]{1,2}日[讯电])"
)
"""Where an article is dated from (本报某地讯)."""

_LEVEL_VENUE = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在到于进往至从为])|(?<=来到|位于|走进|前往|抵达))[省市县区州旗盟镇乡]"
    r"(?:政务|行政|会议|会展|博览|体育|奥体|文体|文化|文化活动|全民健身|市民|青少年活动)中心(?!医院|小学|[主党书医])|"
    r"(?<=[在到于进往至从])[省市县区州旗盟镇乡](?:人民|工人|职工|文化|市民|体育)?(?:文化宫|少年宫|青少年宫|体育[馆场]|广场|公园|大?剧院|影剧院|大?礼堂|会堂|宾馆)|"
    r"(?<=[在到于校])(?![该本])[\u4e00-\u9fff]{1,4}校区(?:[\u4e00-\u9fff]{0,2}体育[馆场]|(?:学术|图书馆)?报告厅|图书馆|大?礼堂|[\u4e00-\u9fff]{0,2}广场|会议中心)"
)
"""Venues of a division named by its level alone (县政务中心)."""

_NATIONAL_ROAD = re.compile(
    r"[0-9]{3}[国省]道|[国省县]道[0-9]{2,3}线|(?:京|沪|渝|川|湘|粤|桂|滇|黔|陕|甘|青|新|藏|蒙|辽|吉|黑|鲁|豫|鄂|皖|苏|"
    r"浙|闽|赣|琼|津|冀|晋|宁|连|绥|包|兰|昆|蓉|杭|瑞|深|岑|大|银|荣|乌){2,3}高速(?!铁路)公?路?"
)
_ROADS = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=县城|城区|市区|影响)|(?<=[因对]))(?!影响|[因对])(?:(?![各条道街公铁线出思套一两的在])[\u4e00-\u9fff]){1,5}(?:大道|"
    r"大街|[东西南北中]路|路(?=[0-9]+号|至|、[\u4e00-\u9fff]{1,4}路))(?:[0-9]+号)?"
)
_IN_LIST = re.compile(
    r"(?<=[村镇乡区县市道路山湖江河岛]、)(?:(?![各多等的和与及全该本一两三])[\u4e00-\u9fff]){2,4}"
    r"(?:村|镇|乡|街道|社区|路|山|湖|岛)(?=[、，。；等和及（]|$)|"
    r"(?<![\u4e00-\u9fff])(?:(?![各多等的和与及全该本一两三山农乡渔城新古小老驻进行自贫示返回下]"
    r")[\u4e00-\u9fff]){2,3}(?:村|镇|乡|街道|社区)(?=、(?:(?![各多等])[\u4e00-\u9fff]){2,4}(?:村|"
    r"镇|乡|街道|社区))"
)
_FOREIGN = re.compile(
    r"[阿埃艾安奥巴班贝本比彼波伯博布查达戴丹德迪丁杜多恩尔法菲费芬弗福富盖甘戈格根古圭哈汉豪赫"
    r"胡华怀霍基吉加杰金卡凯坎康考科克肯库夸拉莱兰"
    r"朗劳勒雷里利列林隆卢鲁路吕伦罗洛马玛迈曼毛梅门蒙米密摩莫墨姆穆纳内尼涅努诺欧帕派潘庞佩皮普"
    r"奇齐恰乔切茄丘萨塞赛桑森沙莎珊圣施什史舒斯松苏"
    r"索塔泰坦汤陶特滕提廷通图托瓦万旺威韦维温翁沃乌希锡谢辛雅亚延扬耶伊以因印英尤约赞扎泽詹芝佐"
    r"]{3,7}(?:州|省|地区|海峡|半岛|群岛|岛|市)(?![长场民委])"
)


_SECTION = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{1,7}?(?:大道|大街|路|街|桥))(?:路?口)?[至到]"
    r"([\u4e00-\u9fff]{1,8}?(?:大道|大街|路|街|桥|市场|广场|车站))(?:路?口)?路?段"
)
"""A stretch of a road between two others, as notices of traffic print it (甲路至乙路段)."""


_LONG_THING = re.compile(
    r"(?:[\u4e00-\u9fff]{2}公路|[国省]道[0-9]{2,3}线|[0-9]{3}[国省]道|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}[江河])$"
)
"""A road or a river before the place at which a stretch of it lies (成渝公路内江段)."""


def _stretches(text: str) -> Iterator[Candidate]:
    """Yield the stretches of roads and rivers that are named by a place at them (黄河鄂尔多斯段)."""
    names = place_names(text)
    for at in (m.start() for m in re.finditer("段", text)):
        start = names.chain_start(at)
        first = names.starting_at(start)
        if first is None:
            continue
        road = _LONG_THING.search(text, boundaries(text).before(start - 1), start)
        if road is not None or (text[first.end - 1] in "江河" and first.end < at):
            yield Candidate(road.start() if road else start, at + 1, "PLACE", BEYOND_READING, _BY)


_COUNTED_TOWNS = re.compile(
    r"(?:等[0-9一二三四五六七八九十]*个?|[0-9两三四五六七八九十]+个?)(?:乡镇|镇乡|镇(?!长)|乡(?![村长])|街道|县[市区]?|区县)"
)
_TOWN_OF_LIST = re.compile(r"(?:、|(?<=[\u4e00-\u9fff])[和及与])([\u4e00-\u9fff]{2,4}?)$")


def _listed_towns(text: str) -> Iterator[Candidate]:
    """Yield the divisions of a list that says their kind once behind it (甲、乙和丙等八个乡镇), but for the first."""
    for kind in _COUNTED_TOWNS.finditer(text):
        end = kind.start()
        while item := _TOWN_OF_LIST.search(text, max(0, end - 5), end):
            yield Candidate(item.start(1), end, "PLACE", 0.97, _BY)
            end = item.start()


def find_free_places(text: str) -> Iterator[Candidate]:
    """Yield venues, features, roads and villages behind a preposition or verb of place, without a division
    before them."""
    names = place_names(text)
    for match in _FREE_HEAD.finditer(text):
        inside = names.within(match.start(1), match.end(1))
        if not inside and not boundaries(text).since(match.start(1) + 1, match.end("stem")):
            yield Candidate(*match.span(1), "PLACE", 0.68, _BY)
    for match in (*_SEATS.finditer(text), *_REGIMENT_TOWN.finditer(text), *_BORDER_ZONE.finditer(text)):
        yield Candidate(*match.span(), "PLACE", 0.97, _BY)
    for match in _DATELINE.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.96, _BY)
    for match in _LEVEL_VENUE.finditer(text):
        yield Candidate(names.chain_start(match.start()), match.end(), "PLACE", 0.95, _BY)
    for match in _ROADS.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.75, _BY)
    for match in _IN_LIST.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.75, _BY)
    yield from _listed_towns(text)
    yield from _stretches(text)
    for match in _FOREIGN.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.75, _BY)
    for match in _SECTION.finditer(text):
        yield Candidate(*match.span(1), "PLACE", BEYOND_READING, _BY)
        yield Candidate(*match.span(2), "PLACE", BEYOND_READING, _BY)
    for match in _NATIONAL_ROAD.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.9, _BY)
