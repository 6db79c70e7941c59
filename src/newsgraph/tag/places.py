"""Places: divisions and countries, address chains, venues, roads, natural features, and one-character names
in context."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.lexicon import divisions
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import VETO, Candidate, candidates_of
from newsgraph.tag.gazetteer import Kind, PlaceName, place_names
from newsgraph.tag.place_characters import find_known_characters, find_place_characters

_BY = "grammar.place"
_C = r"[\u4e00-\u9fff]"
_VILLAGE = (
    rf"(?:(?![各乡城贫农渔全示试几多数每某该本的等和与及在]){_C}){{1,6}}?(?:行政村|自然村|村(?!民|里|"
    r"级|干|医|镇|委|支|组|务|口|庄|头|落|规|集体|党|两委|史|歌|史馆|卫生|主任)|社区(?!居|党|卫|干|"
    rf"书|医|工|服|矫|治|群|文|教|老|民|主)|嘎查|居委会|农场|林场|牧场)(?:{_C}{{1,4}}(?:屯|湾|"
    rf"坪)(?={_C}))?(?:第?[一二三四五六七八九十0-9]+(?:村民小)?组)?"
)
_ZONE = (
    rf"{_C}{{0,10}}?(?:经济技术开发区|高新技术产业开发区|经济开发区|科技园区|旅游度假区|开发区|高新区|经开区|"
    r"工业园区|工业园|工业区|产业区|工业集中区|产业园区|新区|保税区|综保区|度假区|风景名胜区|风景区|景区|"
    r"口岸|自然保护区|保护区|试验区|自贸港|自由贸易港|矿区|灌区|林区|库区|片区|商圈|街区)"
)
_ROAD = (
    rf"(?:(?![省县乡国在和与的各等]){_C}){{1,6}}?(?:大道|大街|中路|东路|西路|南路|北路|"
    r"路(?![线径口演基程过网面长桥段])|街(?![道区舞头坊])|巷|胡同)(?:[东西南北中]段)?(?:[0-9]+号)?"
)
_VENUE_HEAD = (
    "体育中心|体育馆|体育场|奥体中心|会议中心|会展中心|博览中心|展览中心|国际会展中心|文化中心|"
    "活动中心|文化广场|会堂|大会堂|大剧院|影剧院|剧院|音乐厅|礼堂|宾馆|大酒店|酒店|饭店|大厦|"
    "公园|广场|植物园|动物园|国际机场|机场|火车站|高铁站|汽车站|东站|西站|南站|北站|收费站|"
    "服务区|码头|大桥|水库|水电站|古城|古镇|古街|遗址|陵园|墓园|湿地|"
    "花园小区|家园小区|渔港|佳苑|花苑|花园|家园|小区|公寓|新村|文化宫|少年宫|体育公园|森林公园|湿地公园|博物院|故居|[寺塔](?![公广大山路街村镇乡社])|长城"
)
_NATURE_HEAD = "山脉|高原|盆地|平原|草原|沙漠|海峡|半岛|群岛|大峡谷|峡谷|流域|海域|水域|湖|河|江|岛|海湾|湾"
_OF_FEATURE = "(?!公园|广场|大桥|水库|大道|路|村|镇|社区|新区|风景|景区|湿地|码头|站|机场|宾馆|酒店|校区)"
_VENUE = rf"(?:(?![的在和与及等是了]){_C}){{0,8}}?(?:{_VENUE_HEAD})"
_TOWN = (
    rf"(?:(?![各乡城贫农全示试几多数每某该本的等和与及在市县区省]){_C}){{1,5}}?(?:镇|乡|街道|"
    r"苏木|公社(?:(?:(?![和与的])[\u4e00-\u9fff]){1,4}?大队(?![长部]))?)(?<![返下家故还城入离他异同老思]乡)(?![镇乡党政长委村亲民土下音里工企办贤情愁])"
)
_DOCTRINE = re.compile(r"中国(?:特色社会主义|梦|式现代化)|中欧班列|黄梅[戏调声]|北京时间|[桐皖]城派|西湖龙井")
"""Where a country or a place is named and not meant."""

_PEOPLES = re.compile(rf"(?:{'|'.join(divisions.PEOPLES)})族(?!自治|乡)")
_OF_PEOPLE = re.compile(
    r"族(?!自治|乡)|语(?!言|文)|话(?=[念说讲唱喊问，。”])|[象国]棋|菜(?=[、，。馆])|[戏剧](?=[、，。《])|时间"
)
"""What makes a people's, a tongue's or a custom's name of a place's name before it."""

_TOWN_HERE = re.compile(_TOWN)
_AFTER_DIVISION = re.compile(
    rf"(?!一[家个座处条名位])(?:{_ZONE}(?:[东西南北中]?(?:工业园区|园区|片区|新区))?(?:{_VILLAGE}|{_ROAD})?|{_TOWN}(?:{_VILLAGE}|{_ROAD})?|{_VILLAGE}|"
    rf"{_ROAD}(?:{_VENUE})?|{_VENUE})"
)
_FEATURE = re.compile(
    r"[一二三四五六七]桥|(?:特)?大桥|桥(?![镇乡街村头西东南北段])|流域|海域|水域|中下游|地区(?!生产总值)|河(?![北南西东内口源流])|山(?![东西区水村林脉体地城])|"
    r"湖(?![北南])|江(?![西苏口])|群岛|半岛|岛(?![屿上])|湾(?![区仔])|"
    r"[东西南北]?站(?![在着点位起岗])|港(?![口澳资商人珠务])|(?:国际)?机场|水库|古城|古镇|新区|"
    r"门(?=[，。、方启])|关(?=[，。、])"
)
"""What makes another place of a short name before it (清涧河, 昆明南站, 长江流域)."""

_SURE_TAIL = re.compile(
    r"(?:省|州|村|社区|嘎查|组|佳苑|花苑|小区|渔港|开发区|科技园区|[东西南北中]园区|工业园区?|产业园区|工业区|产业区|工业集中区|度假区|风景区|保护区|试验区|新区|高新区|经开区|号|大道|景区|口岸|镇|乡|街道|苏木|流域|[海水]域|[^天]桥|"
    r"中下游|地区|[湖河江岛站港]|群岛|半岛|机场|水库|公园|广场|体育馆|体育中心)$"
)

_BEFORE_PLACE = (
    r"(?:位于|地处|坐落于|坐落在|来到|走进|抵达|前往|赶到|落户|选址|深入|步入|赶赴|登上|到|在|至|从|沿|于|"
    r"经|抵|游|登|考察|察看|走访|参观|游览)"
)
_FREE_HEAD = re.compile(
    rf"{_BEFORE_PLACE}((?:(?![的在和与及等是了将我他她你各这那该本全某每一两三几多]){_C}){{1,8}}"
    rf"?(?:{_VENUE_HEAD}|(?:{_NATURE_HEAD}){_OF_FEATURE}|大道|大街|工业园区|工业园|开发区|高新区|经开区|新区|"
    r"景区|风景区|口岸|度假区|保税区|社区|村(?!民|里|干|口|头|落)))(?![\u4e00-\u9fff]?(?:公司|"
    r"集团|管委会|管理|项目|工程|局|委|党))"
)
_SEATS = re.compile(r"(?<=[在于])(?:克里姆林宫|白宫|五角大楼|爱丽舍宫)")
"""Buildings that elsewhere stand for who sits in them."""

_DATELINE = re.compile(
    r"(?<=本报)(?![记讯特北综])[\u4e00-\u9fff]{2,4}?(?=讯（|讯\(|讯[ 　\n]|[0-9]{1,2}月[0-9]{1,2}日[讯电])"
)
"""Where an article is dated from (本报某地讯)."""

_LEVEL_VENUE = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在到于进往至从为])|(?<=来到|位于|走进|前往|抵达))[省市县区州旗盟镇乡]"
    r"(?:政务|行政|会议|会展|博览|体育|奥体|文体|文化|文化活动|全民健身|市民|青少年活动)中心(?!医院|小学|[主党书医])|"
    r"(?<=[在到于进往至从])[省市县区州旗盟镇乡](?:人民|文化|市民|体育)?(?:体育[馆场]|广场|公园|大?剧院|影剧院|大?礼堂|会堂|宾馆)"
)
"""Venues of a division named by its level alone (县政务中心)."""

_OURS = re.compile(
    r"(?<![自资根基成版样标脚])(?:我国|我省|我市|我县|我区(?!委|政|人大|政协|[长域块])|我州|我旗|我盟|我镇|我乡|"
    r"本市|本省|本县|本港)(?![长委])"
)
_NATIONAL_ROAD = re.compile(
    r"[0-9]{3}[国省]道|(?:京|沪|渝|川|湘|粤|桂|滇|黔|陕|甘|青|新|藏|蒙|辽|吉|黑|鲁|豫|鄂|皖|苏|"
    r"浙|闽|赣|琼|津|冀|晋|宁|连|绥|包|兰|昆|蓉|杭|瑞|深|岑|大|银|荣|乌){2,3}高速(?!铁路)公?路?"
)

_ROADS = re.compile(
    r"(?<![\u4e00-\u9fff])(?:(?![各条道街公铁线出思套一两的在])[\u4e00-\u9fff]){1,5}(?:大道|"
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
_CHAIN = 0.93
_PART = re.compile(r"(?<=[省市县区州旗镇乡])[\u4e00-\u9fff]{2,5}?(?:镇|乡|村|社区|苏木|嘎查|街道)")
_FOREIGN_PART = re.compile(
    r"(?:(?![的与和及等在首多各几两三全驻国]|中国)[\u4e00-\u9fff]){2,6}?(?:省|州(?!立|长))"
)
_WEAK_CONTEXT = re.compile(r"[、和与及]")
_PEOPLE_AFTER = re.compile(r"[语式币族裔]|文(?![化明旅艺体物联广庙昌])|元(?![旦宵素])|人民币|海关总署")


def find_places(text: str) -> Iterator[Candidate]:
    """Yield places with scores; address chains whole, one-character names only where a context makes them
    names.

    Examples
    --------
    >>> text = "在长沙市岳麓区望城坡街道新田村，湘鄂渝黔四省市与我市签约"
    >>> [text[c.start : c.end] for c in find_places(text) if c.score >= 0.9]
    ['长沙市岳麓区望城坡街道新田村', '我市', '湘', '鄂', '渝', '黔']
    """
    for match in _DOCTRINE.finditer(text):
        yield Candidate(*match.span(), VETO, 0.99, _BY)
    yield from _of_peoples(text)
    named = list(_named(text))
    yield from named
    yield from _named_again(text, [c for c in named if c.score >= _CHAIN])
    yield from _free(text)
    for match in _OURS.finditer(text):
        yield Candidate(match.start(), _with_own_part(text, match.end()), "PLACE", 0.96, _BY)
    yield from find_place_characters(text)


def _named_again(text: str, chains: list[Candidate]) -> Iterator[Candidate]:
    """Yield towns and villages where the text names them again without the divisions above them."""
    parts = {
        part[0]
        for chain in chains
        for part in _PART.finditer(text, chain.start, chain.end)
        if part.start() > chain.start and len(part[0]) > 2
    }
    for part in sorted(parts):
        for match in re.finditer(re.escape(part) + r"(?![委党政村医])", text):
            if not any(c.start <= match.start() < c.end for c in chains):
                yield Candidate(*match.span(), "PLACE", 0.9, _BY)


def _of_peoples(text: str) -> Iterator[Candidate]:
    """Yield vetoes over what names a people, a tongue or a newcomer by a place (哈萨克语, 新上海人)."""
    for people in _PEOPLES.finditer(text):
        yield Candidate(*people.span(), VETO, 0.99, _BY)
    for name in place_names(text):
        newcomer = text[name.start - 1 : name.start] == "新" and text.startswith("人", name.end)
        if newcomer or _OF_PEOPLE.match(text, name.end):
            yield Candidate(name.start - newcomer, name.end + 1, VETO, 0.99, _BY)


def _with_own_part(text: str, end: int) -> int:
    """Return the end of 我国, 我县 … at `end` with the part of it that is printed straight behind (我国东北)."""
    part = place_names(text).starting_at(end)
    if part is None or part.kind in (Kind.COUNTRY, Kind.AMBIGUOUS):
        return end
    run = _run(text, part)
    return _longest_tail(text, run) or run[-1].end


def _named(text: str) -> Iterator[Candidate]:
    """Yield runs of known names, with and without the village, zone, street or venue behind them."""
    done = -1
    for name in place_names(text):
        if name.start < done:
            continue
        run = _run(text, name)
        end = done = run[-1].end
        tail = _foreign_part(text, run) or _longest_tail(text, run)
        if tail is not None:
            certain = _certain(text[end - 1 : tail])
            if certain or any(n.kind is not Kind.AMBIGUOUS for n in run):
                yield Candidate(name.start, tail, "PLACE", 0.93 if certain else 0.66, _BY)
                if certain:
                    done = tail
                    continue
        score = _run_score(text, name.start, end, [n.kind for n in run])
        if score:
            yield Candidate(name.start, end, "PLACE", score, _BY)


def _run(text: str, name: PlaceName) -> list[PlaceName]:
    """Return the unbroken run of names that starts with `name`."""
    names = place_names(text)
    run = [name]
    while (following := names.starting_at(run[-1].end)) is not None and _continues(text, run[0], following):
        run.append(following)
    return run


def _longest_tail(text: str, run: list[PlaceName]) -> int | None:
    """Return the end of what follows the run as part of the address, beyond the run's own end.

    A village may bear the name of a county (某街道新田村), so every name of the run may be the last division.
    """
    end = run[-1].end
    for name in run:
        tail = _AFTER_DIVISION.match(text, name.end)
        if tail and tail.end() > end:
            above = name.kind is Kind.FULL and text[name.end - 1] in "市县区州旗盟"
            town = above and _TOWN_HERE.match(text, name.end)
            if town or boundaries(text).before(tail.end() - 1) <= end:
                return tail.end()
    feature = _FEATURE.match(text, end)
    if feature is None or (feature[0] == "地区" and run[-1].kind is Kind.AMBIGUOUS):
        return None
    return feature.end()


def _foreign_part(text: str, run: list[PlaceName]) -> int | None:
    """Return the end of the province or state abroad behind its country (X国某某省), or ``None``."""
    if run[-1].kind is not Kind.COUNTRY:
        return None
    part = _FOREIGN_PART.match(text, run[-1].end)
    return part.end() if part else None


def _continues(text: str, first: PlaceName, following: PlaceName) -> bool:
    """Whether `following`, printed straight behind, belongs to the same address."""
    if Kind.AMBIGUOUS in (first.kind, following.kind):
        inside = divisions.find_chain(text[first.start : following.end])
        return len(inside) > 1
    if following.kind is Kind.COUNTRY:
        return False
    if following.kind is Kind.SHORT and first.kind is Kind.FULL:
        return len(divisions.find_chain(text[first.start : following.end])) > 1
    if first.kind is Kind.COUNTRY:
        return text[first.start : first.end] != "中国"
    return True


def _certain(tail: str) -> bool:
    return bool(_SURE_TAIL.search(tail))


def _run_score(text: str, start: int, end: int, kinds: list[Kind]) -> float:
    if _PEOPLE_AFTER.match(text, end):
        return 0.0
    if len(kinds) > 1 or kinds[0] is Kind.FULL:
        return 0.97
    if kinds[0] is Kind.AMBIGUOUS:
        return 0.55 if _beside_names(text, start, end) else 0.0
    return {Kind.COUNTRY: 0.95, Kind.SHORT: 0.92, Kind.OTHER: 0.88}[kinds[0]]


def _beside_names(text: str, start: int, end: int) -> bool:
    """Whether a sure name stands in the same list (雁峰、石鼓、珠晖三区)."""
    names = place_names(text)
    before = start > 1 and _WEAK_CONTEXT.match(text, start - 1) and names.ending_at(start - 1)
    after = _WEAK_CONTEXT.match(text, end) and names.starting_at(end + 1)
    return bool(before or after)


def _free(text: str) -> Iterator[Candidate]:
    """Yield venues, features, roads and villages behind a preposition or verb of place, without a division
    before them."""
    names = place_names(text)
    for match in _FREE_HEAD.finditer(text):
        inside = names.within(match.start(1), match.end(1))
        if not inside and not boundaries(text).since(match.start(1) + 1, match.end(1) - 1):
            yield Candidate(*match.span(1), "PLACE", 0.68, _BY)
    for match in _SEATS.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.97, _BY)
    for match in _DATELINE.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.96, _BY)
    for match in _LEVEL_VENUE.finditer(text):
        yield Candidate(names.chain_start(match.start()), match.end(), "PLACE", 0.95, _BY)
    for match in _ROADS.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.75, _BY)
    for match in _IN_LIST.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.75, _BY)
    for match in _FOREIGN.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.75, _BY)
    for match in _NATIONAL_ROAD.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.9, _BY)


def find_towns(text: str, seat: str) -> Iterator[Candidate]:
    """Yield towns of the county `seat` that its paper names without 镇 or 乡.

    Examples
    --------
    >>> text = "安亭：新路通车。江桥、马陆等镇"
    >>> [text[c.start : c.end] for c in find_towns(text, "嘉定区")]
    ['安亭', '江桥', '马陆']
    """
    county = divisions.find(seat)
    if county is None or not county.is_county:
        return
    names = "|".join(map(re.escape, divisions.towns_of(county)))
    for match in re.finditer(
        rf"(?:(?<![\u4e00-\u9fff])|(?<=[在到赴来与和]))(?:{names})(?=[：、，]|等[镇乡地]|镇|乡|举行|召开)",
        text,
    ):
        yield Candidate(*match.span(), "PLACE", 0.93, _BY)


@Language.component("newsgraph_places", assigns=["doc._.candidates"])
def places(doc: Doc) -> Doc:
    """Append what `find_places` finds, and one-character names of the seat in ``doc.user_data["seat"]`` and of
    places that the text names."""
    found = candidates_of(doc)
    found.extend(find_places(doc.text))
    seat = doc.user_data.get("seat")
    found.extend(find_known_characters(doc.text, seat))
    if seat:
        found.extend(find_towns(doc.text, seat))
    return doc
