"""Places of one character: 湘鄂渝黔, 在衡举行, 中冰两国, 冰方, 驻华."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.lexicon import divisions, world
from newsgraph.tag.candidates import NESTED, Candidate
from newsgraph.tag.gazetteer import Kind, place_names

_BY = "grammar.place"
_PROVINCES = "".join(divisions.ABBREVIATIONS)
_CITIES = "".join(divisions.CITY_ABBREVIATIONS)
_STATES = "".join(world.COUNTRY_CHARACTERS)
_HELD = (
    r"(?:举行|召开|举办|开幕|闭幕|开赛|开馆|成立|揭牌|启动|签约|签署|发布|会见|会谈|出席|调研|考察|"
    r"视察|检查|督导|宣讲|访问|落户|投资|演出|表演|比赛|献艺|巡演|开工|指导|工作|实地|学习|座谈|开讲|落幕|上演|首演|拉开|"
    r"亮相|揭晓|开播|揭幕|收官|打响|参加|逝世|去世|病逝|高校|企业|央企|闽商|就医|务工|经商|创业|招商|"
    r"推介|开业|投产|参观|参访|旅游|交流|对接|展开|隆重|圆满|正式|顺利|授课|讲学|讲课|采访|采风|支教|义诊|"
    r"发展(?=[，。；、])|兴业|置业|作(?:专题|辅导|报告|宣讲|讲座|学术))"
)
_AT_PLACE = re.compile(
    r"(?:(?<=[在来赴抵访离驻返入进援])|(?<=莅)|(?<=飞往)|"
    rf"(?<=前往))([{_PROVINCES}{_CITIES}])(?={_HELD}|[，。；、\s（]|大使|总领事|部队|办事处|"
    r"全国政协|全国人大)"
)
_RUN = re.compile(
    rf"(?<![{_PROVINCES}\u4e00-\u9fff])?[{_PROVINCES}]{{2,6}}(?=[等边地]|[两三四五六]省|"
    r"[两三四]地|交界|毗邻|客|沿海|边区|边界|两地)"
)
_LISTED = re.compile(
    rf"(?<![\u4e00-\u9fff])[{_PROVINCES}](?:、[{_PROVINCES}]){{1,8}}(?=[等，。；两三四五六七八九十）]|\s)"
)
_SIDE = re.compile(
    r"[中美俄英法德日韩朝印越泰缅柬菲澳加墨巴沙伊埃以叙乌波匈塞希意葡荷瑞挪芬冰哈吉塔蒙尼孟智秘"
    r"厄委新斯罗保卢]"
    r"(?=方(?![面向式法针案便位正可言才圆程块桌兴志始略寸]))"
)
_BILATERAL = re.compile(
    rf"(?<![其当集])中([{_STATES}])(?=(?:两国|双方|关系|建交|友好|合作|元首|领导人|企业|贸易|经贸|"
    r"双边|友谊|人民|战略|互利|外交|边境|全面|传统|高层|经济|青年|文化|政府|两党|携手|共建|务实|"
    r"各领域|命运|三国|地方|高级别|联合|博览会|投资|民间|人文|产能|军|政党|立法|媒体|科技|教育|"
    rf"农业|旅游|能源|铁路|自由|自贸))|([{_STATES}])中(?=两国|双方|关系|建交|友好|贸易|经贸|双边)"
)
_OWNED = re.compile(
    r"(?<![\u4e00-\u9fff])[台港澳中美日韩德法英俄](?=[资媒](?:企业|体|$|[，、。]))|[台港澳](?=资企业|资项目|企(?!业)|媒(?!体))|"
    r"(?<![其当集国高外])[中美日韩德](?=资企业|资机构|资银行|企(?!业))|"
    rf"(?<![\u4e00-\u9fff])[{_PROVINCES}](?=籍)|(?<=[各同与])(?:中|欧)(?=资企业)"
)
_EUROPE = re.compile(
    r"(?<![其当集])中[欧非](?=关系|双方|发展战略|领导人|建交|合作(?!论坛)|经贸(?!博览)|贸易|开展|人文|命运|友好|友谊|人民|投资(?!协定)|[是，。、])(?!合作基金)"
)
_ENVOY = re.compile(
    rf"(?<=驻)[{_STATES}](?=大使|使馆|使领馆|总领事|公使|参赞|代表|军|美军)|"
    r"(?<=[访来赴对在驻援侵旅])华(?![东北南中山侨夏尔盛润阳亭县能电银联硕清蓥池宁坪安西丰容])|"
    rf"(?<=[访对])[{_STATES}](?=[，。；]|期间)|(?<=[在离进返抵晋赴])京(?![剧九广沪东津郊都城])|"
    r"(?<=[在旅])[港澳](?![口珠])|(?<=驻)(?![军外本地该各某])[\u4e00-\u9fff](?=部队)"
)
_TREATY = re.compile(r"[^，。；]{0,6}(?:协定|条约|协议|公报|宣言)")
_AIDED = re.compile(r"(?<=援)[疆藏青](?!年)")
_HONGKONG_MACAU = re.compile(r"(?<!粤)港澳(?!办|台?事务|台?办|大桥|大湾区)|港台(?!办)")
_HEADLINE_STATE = re.compile(
    r"(?<![^\n 　：—])[俄美乌日韩英法德以伊朝](?=称|总统|总理|外长|防长|外交部|议会)"
)


def find_place_characters(text: str) -> Iterator[Candidate]:
    """Yield one-character names of provinces, cities and countries where their context makes them names.

    Examples
    --------
    >>> text = "湘鄂渝黔四省市在京签约，中冰两国代表出席，冰方致辞"
    >>> "".join(text[i] for i in sorted({c.start for c in find_place_characters(text)}))
    '湘鄂渝黔京中冰冰'
    """
    for pattern, score in (
        (_AT_PLACE, 0.9),
        (_SIDE, 0.92),
        (_ENVOY, 0.93),
        (_HEADLINE_STATE, 0.85),
        (_OWNED, 0.92),
    ):
        for match in pattern.finditer(text):
            yield Candidate(*match.span(match.lastindex or 0), "PLACE", score, _BY)
    for match in _AIDED.finditer(text):
        yield Candidate(*match.span(), "PLACE", 0.62, _BY)
    for pattern in (_RUN, _LISTED, _HONGKONG_MACAU, _EUROPE):
        for match in pattern.finditer(text):
            for at in range(match.start(), match.end()):
                if text[at] != "、":
                    yield Candidate(at, at + 1, "PLACE", 0.9, _BY)
    for match in _BILATERAL.finditer(text):
        for at in (match.start(), match.start() + 1):
            if _TREATY.match(text, match.end()):
                continue
            yield Candidate(at, at + 1, "PLACE", 0.93, _BY)
            if text.startswith("建交", match.end()):
                yield Candidate(at, at + 1, "PLACE", 0.93, _BY + NESTED)


def find_known_characters(text: str, seat: str | None = None) -> Iterator[Candidate]:
    """Yield one-character names of the seat and of places that the text itself names in full (来衡投资, 驻衡部队,
    湘衡合作, 中X关系), where their context makes them names.

    Parameters
    ----------
    text : str
    seat : str, optional
        The seat's full name, as the masthead or the user says (衡阳市).

    Examples
    --------
    >>> text = "客商来郴考察，湘郴合作再添新篇"
    >>> [text[c.start : c.end] for c in find_known_characters(text, "郴州市")]
    ['郴', '湘', '郴']
    """
    own = _stem(seat) + _province_of(seat) if seat else ""
    states = _states_of(text)
    named = "".join(c for c in own + _divisions_of(text) if c in own or c not in _WORDLIKE)
    for pattern in (_arrival(named), _from_state(states)):
        for match in pattern.finditer(text) if pattern else ():
            yield Candidate(*match.span(), "PLACE", 0.93, _BY)
    for name in place_names(text):
        if (
            name.kind is Kind.COUNTRY
            and _CHINA_AND.match(text, name.start - 1)
            and _TIED.match(text, name.end)
        ):
            yield Candidate(name.start - 1, name.start, "PLACE", 0.93, _BY)
    for pattern in (_joined(named), _bilateral(states)):
        for match in pattern.finditer(text) if pattern else ():
            for at in range(*match.span()):
                yield Candidate(at, at + 1, "PLACE", 0.93, _BY)
                if text.startswith("建交", match.end()):
                    yield Candidate(at, at + 1, "PLACE", 0.93, _BY + NESTED)


_CHINA_AND = re.compile(r"(?<![其当集之围程高初家])中(?![国共])")
_TIED = re.compile(r"(?:全面|战略|经贸|关系|两国|双边|友好|合作|共建|命运|工人|企业|青年|建交|携手|正|元首)")
"""What makes 中 before the full name of a state (中X关系) the name of China."""

_WORDLIKE = frozenset("上下中东西南北前后左右大小新老山水江河湖海口门城港市县区州平安和天地长高金石开道头沙")
"""Characters of names that are words of their own too often, unless the paper's own seat has them."""

_TIES = (
    r"(?=产业合作|[东西]*部?协作|扶贫协作|山海协作|劳务协作|对口|合作|两地|两市|两县|两省|三地|携手|客商|经贸|结对|联动|一家亲|"
    r"同心|人才交流|文化交流)"
)
_BEFORE_TIE = r"(?:(?<![\u4e00-\u9fff])|(?<=[化进强动展了的与和以为在对]))"


def _stem(name: str) -> str:
    """Return a division's name without its ending, where short enough for one of its characters to stand for it."""
    stem = re.sub(r"(?:[^区]族)*自治[州县旗]$|地区$|[省市县区州旗盟]$", "", name)
    return stem if len(stem) < 4 else stem[0]


def _province_of(seat: str) -> str:
    """Return the character that stands for the province of a seat, or ``""``."""
    division = divisions.find(seat)
    return next(
        (c for c, code in divisions.ABBREVIATIONS.items() if division and division.code[:2] == code), ""
    )


def _divisions_of(text: str) -> str:
    sure = (Kind.FULL, Kind.SHORT)
    return "".join(
        sorted({c for n in place_names(text) if n.kind in sure for c in _stem(text[n.start : n.end])})
    )


def _states_of(text: str) -> str:
    """Return the first characters of the states that `text` names, China aside."""
    names = {text[n.start : n.end] for n in place_names(text) if n.kind is Kind.COUNTRY}
    return "".join(sorted({name[0] for name in names} - {"中"}))


def _arrival(named: str) -> re.Pattern[str] | None:
    if not named:
        return None
    return re.compile(
        rf"(?<=[来在赴抵访离])[{named}](?={_HELD}|[，。；、]|走访|慰问|采访|期间)|(?<![\u4e00-\u9fff])[{named}](?=籍)|(?<=[更多众各家数名批])[{named}](?=[籍企](?!业))|(?<=驻)[{named}](?=部队|官兵|单位|军警|[，。、])"
    )


def _joined(named: str) -> re.Pattern[str] | None:
    if not named:
        return None
    run = rf"[{named}{_PROVINCES}{_CITIES}]"
    return re.compile(
        rf"{_BEFORE_TIE}(?={run}{{0,3}}[{named}])(?!中国|北京|上海|天津|重庆){run}{{2,4}}{_TIES}"
    )


def _from_state(states: str) -> re.Pattern[str] | None:
    if not states:
        return None
    return re.compile(
        rf"(?<=[的名位])[{states}](?=籍)|(?<=[在访赴抵驻])[{states}](?=[，。；、]|期间|企业|投资|工作|中资|华人|华侨)"
    )


def _bilateral(states: str) -> re.Pattern[str] | None:
    """Return the pattern of pairs of states, one of them China or both named in the text (中X关系, XY两国)."""
    if not states:
        return None
    near = rf"[{states}]"
    return re.compile(
        rf"(?<![其当集])(?:中{near}|{near}中|{near}{{2}})(?=关系|两国|双边|建交|友好)(?![^，。；]{{0,6}}(?:协定|条约|公报))"
    )
