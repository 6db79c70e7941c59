"""Names of meetings, ceremonies, congresses, forums, contests and anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.tag.arbitrate import NESTED
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import Candidate, candidates_of
from newsgraph.tag.gazetteer import place_names

_BY = "grammar.event"
_O = r"[一二三四五六七八九十百零〇○0-9]{1,4}"
_LEVEL = r"(?:省|市|县|区|州|旗|盟|自治区|镇|乡|全国|地区)"

_CONGRESS = re.compile(
    r"党的[一二三四五六七八九十]{1,3}(?:届[一二三四五六七八九]中全会|大(?!以?[报部小力型]))|"
    r"(?:中共)?[一二三四五六七八九十]{1,3}届[一二三四五六七八九]中全会|(?<![第\u4e00-\u9fff])(?:中共)?(?:十[一二三四五六七八九]|二十|二十一)大(?=[报精召胜以代后前，。、])|"
    rf"(?:{_LEVEL}、)?{_LEVEL}第?{_O}次党代会|{_LEVEL}(?:、{_LEVEL})?党代会|(?:全国|{_LEVEL}(?:、{_LEVEL})?)两会|"
    rf"(?:十[一二三四五六七八九]|二十)届中央(?:纪委[一二三四五六七八九十]次全会)|[一二三四五六七八九十]{{1,3}}届{_LEVEL}(?:纪?委){_O}次全会|"
    rf"{_LEVEL}(?:纪?委)?{_O}届{_O}次全(?:体)?会议?|{_LEVEL}委(?:{_O}届)?{_O}次全(?:体)?会议?|{_LEVEL}委全会|"
    rf"{_LEVEL}委(?:经济|农村|政法|组织|宣传|统战|人大|民族|人才|城市|金融|全面依法治[市省县区])[\u4e00-\u9fff]{{0,4}}工作会议|"
    rf"(?:第?{_O}届)?(?:纪律检查委员会|委员会|纪委)第?{_O}次全体(?:[（(]扩大[)）])?会议|第{_O}次(?:党员)?代表大会|第{_O}次[\u4e00-\u9fff]{{3,8}}代表大会|(?<![市省县省全国、])两会(?=期间|时间|上|前夕|召开|后|，|”)|"
    r"中央[\u4e00-\u9fff]{2,6}工作会议|中央政治局(?:常委会)?会议|国务院常务会议|中央政治局第?[一二三四五六七八九十]*次?集体学习"
)
_SESSION = re.compile(
    rf"(?:第?{_O}届)?(?:全国|{_LEVEL}(?:第?{_O}届)?)?(?:人大常委会|人民代表大会常务委员会|政协常委会|人民代表大会|人大|政协|政协委员会|委员会)(?:党组)?(?:第?{_O}届)?(?:委员会|常委会|常务委员会)?(?:第?{_O}次)(?:全体|常委|常务委员|主席|主任|常务)?(?:\(扩大\)|（扩大）|扩大)?(?:会议|全会)(?:第{_O}次全体会议|预备会议|开幕会|闭幕会)?|"
    rf"(?:{_LEVEL})(?:人民)?(?:政府|委)(?:党组)?(?:第?{_O}[次届])?(?:常委会|常务|党组|专题|全体|理论学习中心组)?(?:第?{_O}次)?(?:\(扩大\)|（扩大）|扩大)?(?:会议)|"
    rf"{_LEVEL}(?:人大常委会|政协)(?:党组|主任|主席)(?:扩大|（扩大）)?会议|[省市县区州旗乡镇]长(?:办公会议?|碰头会)|第{_O}次(?:全体会议|主席团会议|常务会议|党组会议|联席会议)"
)

_BODY_FIRST = re.compile(r"委员会|理事会|常委会|人大|第[一二三四五六七八九十百0-9]+次(?:全体|联席|代表)")
_SESSION_BEFORE = re.compile(r"第?[一二三四五六七八九十]{1,3}届$")
_PARTIES = ("中国共产党", "中共", "中国人民政治协商会议", "政协", "共青团", "中国少年先锋队", "民革", "民盟", "民建", "民进")

_HEAD = re.compile(
    r"会议(?:[（(]扩大[)）])?(?![室中大议精]|精神.{0,2}会)|(?:交办|会商|务虚|攻坚|沟通|询问|对话|边|庙|灯|笔|书|演唱|座谈|报告|推进|调度|碰头|动员|部署|现场|发布|推介|洽谈|博览|交易|展览|展销|研讨|交流(?!会商)|听证|联席|恳谈|对接|工作|汇报|通报|反馈|总结|表彰|表扬|宣讲|培训|调研|评议|评审|论证|协商|咨询|"
    r"民主生活|组织生活|专题学习|学习|理论学习|演唱|音乐|联欢|文艺晚|茶话|团拜|招待|欢迎宴|见面|通气|记者|吹风|纪念|追思|追悼|公祭|成立|筹备|运动|招聘|双选|分析|会商|视频|电视电话|观摩|点评|述职|述责|约谈|誓师|冲刺|分享|读书|订货|拍卖|"
    r"碰头|磋商|早餐|鉴赏|颁奖|首发|发展|分列|开放|预备|开幕|闭幕|欢送|欢迎|致敬|悼念)会(?![员议场展址堂友馆])|大会(?!堂|主席团(?!举行|第)|发言|秘书|选举|议程|宣布|通过了|以来|共)|全会(?!精神)|年会|例会|晚会|"
    r"论坛(?!秘书)|峰会|仪式|典礼|庆典|盛典|开幕式|闭幕式|开班式|启动式|首映式|结业式|毕业式|升旗式|[0-9一二三四五六七八九十]{1,4}周年|"
    r"(?:锦标|擂台|联(?=赛)|邀请|公开|对抗|友谊|挑战|争霸|争夺|热身|决|预选|大奖|大师|选拔|巡回|马拉松|竞|技能大|创业大|创新大|设计大|票友大|演讲|知识竞|接力|定向|越野|自行车|足球|篮球|排球|龙舟|划龙舟)赛|大赛(?!组委)|大奖赛|马拉松(?!赛|式|项目|选手|爱好|运动员|比赛)|世界杯|亚洲杯|欧冠|"
    r"(?:艺术|文化|旅游|电影|美食|采摘|音乐|读书|服装|丰收|购物|啤酒|荷花|桃花|梨花|油菜花|风筝|龙虾|科技|诗歌|戏剧|动漫|摄影|体育|冰雪|民俗|庙会|花卉|茶文化|灯会|观鸟|开渔|电商|消费|赛装|火把|泼水|那达慕|国际天马国际旅游|赛马|风情|生态文化)节|"
    r"(?:活动|宣传|文化|科技|读书|安全|时装|电影|体育|服务|走访|创业|艺术|人才)(?:周|月|日)(?![前后内底起])|(?:纪念|志愿者|记者|植树|教师|环境|读书|国际|无烟|宪法|旅游|地球|粮食|博物馆|助残)日|教师节|记者节|植树节|(?:世界|国际|全国|中国)[\u4e00-\u9fff]{1,8}?(?:日(?![常均报本期前内益]))|[\u4e00-\u9fff]博会|[\u4e00-\u9fff]交会(?!易)|[\u4e00-\u9fff]运会|"
    r"展(?=在|举行|开幕|亮相)|博览会|世博会|进博会|广交会|服贸会|消博会|高交会|文博会|奥运会|冬奥会|残奥会|亚运会|全运会|省运会|市运会|大运会|青运会|少代会|职代会|团代会|妇代会|文代会|工代会|"
    r"研修班|培训班|研讨班|夏令营|冬令营|党课|比武|汇演|展演|竞演|展播|(?:专题)?讲座|集体学习|嘉年华|健步走|巡讲|(?:安全|战略|经济|人权|高级别)对话|(?:政府|政治)磋商|(?:特|影|摄影|艺术|书画|文物|成果|巡|图片|工艺|非遗|作品|美术)展(?!览|示|会|播|开)|演练|演习|讲坛|讲堂(?=”?第)|活动(?!家|力|室|中心|日|周|月|板|轨|区|站|房|空间|平台|量|方案|基地|组委)"
)
_CUT = re.compile(
    r"精神[和、]|被|至少|召集|进行(?!曲)|(?<!交)通过(?!率)|讲话|通报(?!会)|涌进|愿以|还要|要(?=严|在)|搞(?=迷|好)|干预|违规|(?<!接)受(?=可能)|担任|报(?=[市县省])|记录了|参与|缺席|列入|决战决胜|召开|举行(?!的)|举办|出席|参加|主持|列席|收看|收听|承办|主办|协办|迎接|迎来|筹备|参与|组织(?!部|委|法|工作|生活|振兴|化)|启动(?!仪式|大会|会|活动|式|暨)|开展(?!以)|观看|观摩(?!会|活动)|安排|举行的|举办的|召开的|(?<!党)的|了|将|由|是|(?<!作|行|成|因|认|廉|有|无|人)为(?!民|主题|农)|"
    r"(?<![内外存潜])在(?!线|职|外|校)|正式|本届|宣布|揭幕|拉开|获得|荣获|夺得|亮相|走进|恰逢|适逢|正值|今天是|就是|连续|期间|之后|前往|赴(?!会)|以及|并|同期|随后|接着|昨(?=[天日晚])|作为|关于|开好|开了|一场|首场|推出|来到|即将|刚刚|已经|经过|根据"
)
_SPIRIT_CUT = re.compile(
    r"贯彻落实|学习贯彻|贯彻|传达学习|传达|学习|落实|按照|对照|和|及|与|深入|认真|全面|结合"
)
_GENERIC = re.compile(
    r"(?:[这此该本各某首上下一二两三几多每有那整]?[次个届场项种类系列]*|[0-9]+[余多]?[次场个名]|上述|你们|我们|干部|临时|股东|领导班子|扩大|第一阶段|宴请|暴力|迷信|创建示范|创建|示范|游行示威|游行|宣誓|告别|欢迎|欢送|迎宾|送行|公祭|签字|外事|全区性|司法|执法司法|配套|公开|推介|发布|动员部署|动员|部署|女子|男子|男单|女单|总|半|决|四分之一|上|的|和|、|堂|家政|帮扶|脱贫攻坚|免费|直播|有关|相关|重要|紧急|专题|专门|大型|各类|一系列|系列|全体|全部|主题|工作|集中|现场|项目|签约|开工|启动|奠基|揭牌|颁奖|捐赠|开幕|闭幕|通车|竣工|合作|授牌|文艺|"
    r"新闻|记者|文化|文体|群众|公益|志愿服务|志愿|教育|宣传|体育|经济|社会|商务|商业|生产|经营|生活|户外|线上|线下|实践|党建|党员|主题党日|学习|培训|慰问|走访|庆祝|纪念|开展|举办|参加|组织|随后|国际|国内|全国|全省|全市|全县|年度|定期|常务|党组|常委会|"
    r"促销|营销|犯罪|违法|健身|娱乐|业务|科研|创新|交流|日常|各项|许多|所有|大规模|丰富多彩|[的、])*"
)
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·“”《》（）()—\-\n、+]+")
_WITH = frozenset("与和同、")
_GROUPS = ("宣讲团", "巡视组", "巡察组", "督察组", "督导组", "领导小组")
_COVER = re.compile(r"“[^“”\n]{1,30}”|《[^《》\n]{1,40}》|（[\u4e00-\u9fff]{1,6}）|\([\u4e00-\u9fff]{1,6}\)|（[0-9+]{1,6}）")
_STOP = re.compile(r"[\s，。；：！？、,;:!?（）()《》【】\[\]…■▲●○◆□△|/>＞“](?![^“]*”[^“]{0,12}$)|[\s，。；：！？、,;:!?（）()【】…■▲●○◆□△|/>＞]")
_DATES = re.compile(r"(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:[上下]午|晚)?|[0-9]{1,2}日(?:[上下]午|晚)?|[昨今明当次][日天晚](?:[上下]午|晚)?|[上下本]周[一二三四五六日]?(?:[上下]午|晚)?|近日|日前|[上下]午|目前")
_YEAR = re.compile(r"[0-9]{4}年?")
_KNOWN = re.compile(r"[\u4e00-\u9fff](?:博|交|运)会|服贸会|奥运会|冬奥会|残奥会|世界杯|(?:世界|国际|全国|中国)[\u4e00-\u9fff]{1,8}日")
_SERIES = re.compile(r"“[^“”\n]{2,14}(?:讲坛|讲堂|论坛|沙龙|书会|夜校)”(?:第[0-9一二三四五六七八九十]+[期讲场])?")
_PREFIX_NOISE = re.compile(
    r"^(?:同时|当天|当日|今年|明年|目前|其中|此外|据悉|会后|会前|近日|日前|昨日|今日|上午|下午|晚上|上周[一二三四五六日]|我[市县省区州国]|一年一度|为期[一二三四五六七八九十两0-9]+天|首届的|这次|此次|本次|该|等|和|与|及|热烈|祝贺|隆重|热烈祝贺|年|月|日|是)+"
)


def find_events(text: str, candidates: Iterable[Candidate] = ()) -> Iterator[Candidate]:
    """Yield names of events with scores; congresses and numbered sessions near 0.93, others by their head at 0.6–0.8.

    Examples
    --------
    >>> text = "市十五届人大常委会第二十一次会议昨日举行，学习党的十九届六中全会精神"
    >>> [text[c.start : c.end] for c in find_events(text) if c.score > 0.9]
    ['党的十九届六中全会', '市十五届人大常委会第二十一次会议']
    """
    for match in _CONGRESS.finditer(text):
        yield Candidate(_with_place(text, match), match.end(), "EVENT", 0.93, _BY)
    for match in _SESSION.finditer(text):
        yield Candidate(_with_place(text, match), match.end(), "EVENT", 0.92, _BY)
    found = [event for head in _HEAD.finditer(text) for event in _headed(text, head)]
    yield from found
    yield from _acting_bodies(text, found, [c for c in candidates if c.label == "ORG"])
    for match in _SERIES.finditer(text):
        yield Candidate(*match.span(), "EVENT", 0.85, _BY)


def _acting_bodies(text: str, events: list[Candidate], bodies: list[Candidate]) -> Iterator[Candidate]:
    """Yield the bodies that act inside an event's name (parties of a signing, a group that inspects or preaches).

    A body that merely names the meeting (市委常委会 in 市委常委会会议) is not one.
    """
    for event in events:
        for body in bodies:
            if event.start <= body.start and body.end < event.end and body.score >= 0.75:
                name, after, before = text[body.start : body.end], text[body.end : body.end + 1], text[body.start - 1 : body.start]
                party = (after in _WITH or (before in _WITH and body.start > event.start)) and "签" in text[body.end : event.end]
                if party or name.endswith(_GROUPS):
                    yield replace(body, by=body.by + NESTED)


def _with_place(text: str, match: re.Match[str]) -> int:
    """Return the start of `match` with the division and the party or body before it (中国共产党X市第N次代表大会)."""
    names = place_names(text)
    start = match.start()
    for end in (match.start() + 1, match.start()):
        if names.chain_start(end) < end:
            start = min(start, names.chain_start(end))
            break
    else:
        if _BODY_FIRST.match(text, start):
            start = max(boundaries(text).before(start), start - 16)
    session = _SESSION_BEFORE.search(text, max(0, start - 6), start)
    if session:
        start = session.start()
    for party in _PARTIES:
        if text.endswith(party, 0, start):
            start -= len(party)
    return start


def _headed(text: str, head: re.Match[str]) -> Iterator[Candidate]:
    """Yield the event that ends in `head`, from the last word that cannot stand inside its name."""
    low = _clause_start(text, head.start())
    spirit = text.startswith("精神", head.end())
    start = low
    for cut in _CUT.finditer(text, low, head.start()):
        if not _quoted(text, low, cut.start()):
            start = cut.end()
    if spirit:
        for cut in _SPIRIT_CUT.finditer(text, start, head.start()):
            start = cut.end()
    noise = _PREFIX_NOISE.match(text[start : head.start()])
    if noise:
        start += noise.end()
    stem = text[start : head.start()]
    if (
        not stem
        or not _PLAIN.fullmatch(stem)
        or _GENERIC.fullmatch(stem)
        or stem.count("“") != stem.count("”")
    ):
        return
    if len(stem) < 2 and len(head[0]) < 3:
        return
    yield Candidate(start, head.end(), "EVENT", _score(text, start, head), _BY)
    quote = stem.find("“")
    if quote > 0 and stem.endswith("”"):
        yield Candidate(start + quote, head.end(), "EVENT", _score(text, start, head), _BY)


def _score(text: str, start: int, head: re.Match[str]) -> float:
    """Return a score by how the name is framed: held or attended, at the line's start, long enough."""
    score = 0.62
    before = text[max(0, start - 3) : start]
    after = text[head.end() : head.end() + 8]
    score += 0.1 * bool(re.search(r"(?:召开|举行|举办|出席|参加|主持|列席|在)$", before))
    score += 0.08 * bool(
        re.match(
            r"[”》]?(?:昨|今|近|在|于|[0-9]+月|[0-9]+日|隆重|圆满|顺利|召开|举行|开幕|闭幕|落幕|举办|启动)",
            after,
        )
    )
    score += 0.05 * (head.end() - start >= 8)
    score -= 0.1 * (head[0] == "活动")
    return round(min(score, 0.85), 2)


def _clause_start(text: str, at: int) -> int:
    """Return where the clause that ends at `at` starts: behind punctuation outside quotation marks, 《》 and short brackets.

    A date before the name ends the clause too, a year alone does not (X市2023年一季度项目集中开工活动).
    """
    low = max(0, at - 48)
    window = text[low:at]
    covered: set[int] = set()
    for match in _COVER.finditer(window):
        covered.update(range(match.start(), match.end()))
    start = 0
    for match in _STOP.finditer(window):
        if match.start() not in covered:
            start = match.end()
    for match in _DATES.finditer(window, start):
        if not _YEAR.fullmatch(match[0]) and match.end() not in covered:
            start = match.end()
    return low + start


def _quoted(text: str, low: int, at: int) -> bool:
    part = text[low:at]
    return part.count("“") > part.count("”") or part.count("《") > part.count("》")


@Language.component("newsgraph_events", assigns=["doc._.candidates"])
def events(doc: Doc) -> Doc:
    """Append what `find_events` finds."""
    found = candidates_of(doc)
    found.extend(list(find_events(doc.text, found)))
    return doc
