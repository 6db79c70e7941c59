"""Named construction and investment projects, works being built, programmes and campaigns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import Candidate, candidates_of
from newsgraph.tag.gazetteer import place_names

_BY = "grammar.project"
_PHASE = r"(?:[（(]?(?:第?[一二三四五六])期[）)]?)?"

_QUOTED = re.compile(
    r"“(?!十[一二三四五]五”|(?:一号|头号|书记|民心|民生|面子|形象|政绩)工程)[^“”\n。？！，]{1,24}”(?:(?![的和与在是、])[\u4e00-\u9fff0-9A-Za-z+]){0,12}?(?:项目|工程|计划|专项行动|行动(?!力|派|上|自觉|方案|纲领|起来)|专项整治|(?<=”)(?:驻村|志愿服务|专项|帮扶|创建)?工作(?!会|站|室|队|者|组|报告|机制|方案|人员|的|法|中|体系|部署|思路|要求|经验|格局|制度)|整治|教育(?!局|部|厅)|攻坚战|试点|(?:综合体|产业园|示范园|公园|中心|基地|小镇|卫星|样板房)(?:项目|工程)?)"
    + _PHASE
    + r"|“(?!(?:一号|头号|书记|民心|民生|面子|形象|政绩|利剑)工程)[^“”\n。？！，]{1,14}(?:计划|行动|工程)”"
)
_LAUNCH = re.compile(r"发射|卫星|飞船|探测器|升空|在轨|火箭|下潜|深潜|对接|航天|空间站|科考|采样|平台|投产|气田")
_PRICED = re.compile(
    r"(?:[0-9.]+|[一二三四五六七八九十]+)(?:亿|万)?多?(?:美|港|欧)?元(?:的)?((?:(?![的和与等]|人民币)[\u4e00-\u9fffA-Za-z0-9（）“”]){4,20}?(?:项目|基地|产业园|产业园区|智造园|加工园|科技园|[\u4e00-\u9fff]园|工厂|中心|厂|生产线|产线|母港|码头|枢纽|库|仓|装置|平台|电站|风电场|小镇|学校|医院|[一二三]期))(?=[，。；、）\s（])"
)
_PHASED = re.compile(r"(?<=[\u4e00-\u9fff])[一二三四五]期(?:工程|项目)?(?![间待限刊货望盼末中])")
_MANY = re.compile(r"[0-9几多数余]+[个项座条家栋户套份批]|[一二两三四五六七八九十百]+[个项座栋份批]")
_COUNTED = re.compile(r"[0-9一二三四五六七八九十百多]+[个条座家项处]|区(?!域)")
_CRAFT = re.compile(
    r"“[\u4e00-\u9fff]{1,6}[一二三四五六七八九十0-9]*号”(?![\u4e00-\u9fff]{0,3}(?:文件|台风|列车|楼))|(?:神舟|天舟|嫦娥|天问|长征|实践|高分|遥感|北斗|风云|海洋|试验|天链|亚太|中星)[一二三四五六七八九十0-9]+[号组]?(?:[0-9一二三四五六七八九十]+[号星])?(?:卫星|载人飞船|飞船|货运飞船|运载火箭|遥.*?运载火箭)?|天宫空间站|中国空间站"
)

_HEAD = re.compile(
    r"(?:建设|改造|改扩建|扩建|扩能|技改|新建|整治|治理|修复|提升|保护|加固|配套|安置|示范|产业化|搬迁|续建)?(?:工程|项目)(?![\u4e00-\u9fff]{0,2}(?:部|局|院|师|处|学院|公司|集团|经理|法人|组|指挥部|管理|机械|技术|研究|款|办|质量|资金|专业|负责|招标|前期|清单|库|单位|申报|施工|总|进度|用地|落地|方|投资))"
    + _PHASE
    + r"(?:[\u4e00-\u9fff]{1,4}段)?|"
    r"(?:产业园|产业园区|示范园|科技园|工业园|物流园|创业园|加工园|物流港|综合体|智造城|智造园|文旅城|科学城|智造谷|创业谷|孵化园|田园综合体|特色小镇|产业基地|生产基地|制造基地|加工基地|仓储基地|示范基地|养殖基地|研发基地|海洋牧场|冷链中心|物流中心|数据中心|配送中心|交易中心|污水处理厂|垃圾焚烧发电厂|发电厂|"
    r"抽水蓄能电站|水电站|核电站|变电站|光伏电站|电站|风电场|高速公路|快速路|高速铁路|客运专线|城际铁路|铁路|高铁|专用线|地铁[0-9一二三四五六七八九十]+号线|轨道交通[0-9一二三四五六七八九十]+号线|[0-9]+号线|特大桥|跨海大桥|长江大桥|大桥|二桥|隧道|隧洞|航道|船闸|水利枢纽|航电枢纽|枢纽|水库|灌区|引水|新机场|机场|码头|航站楼|跨海通道|过江通道|通道|管廊|管网|棚户区|安置区|安置点|安置房|"
    r"体育馆|博物馆|科技馆|文化馆|图书馆|医院|学校|校区|院区|厂房|生产线|车间|工厂)(?:[\u4e00-\u9fff]{1,4}段)?"
    r"(?:[一二三四五六]期)?(?:改造|扩建|改扩建)?(?:工程|项目)?|"
    r"[一二三四五六]期(?:工程|项目)|"
    r"(?:专项|攻坚|三年|百日|集中|护航|提升|帮扶|援助|志愿|整治|治理|清零|净化|联合)(?:整治|治理)?行动(?!力|方案|计划|上|自觉|纲领)|行动计划|(?:扶持|资助|振兴|培养|援助|建设|照明|培育|引才|人才|研究|合作|普查|试点)计划(?![生书单经])|专项整治(?:行动|工作)?|主题教育(?!领导|办|活动|工作)|攻坚战"
)
_STANDING = re.compile(r"高速公路|快速路|高速铁路|客运专线|城际铁路|铁路|高铁|专用线|特大桥|跨海大桥|长江大桥|大桥|二桥|隧道|隧洞|水利枢纽|航电枢纽|枢纽|水库|灌区|机场|码头|航站楼|电站|水电站|核电站|抽水蓄能电站|风电场|船闸|航道|跨海通道|过江通道|体育馆")
_SURE = re.compile(
    r"(?:工程|项目|产业园区?|示范园|加工园|物流港|综合体|[一二三四五六]期)(?:[一二三四五六]期)?$"
)
_WORKS_NEWS = re.compile(
    r"开工|竣工|通车|投产|总投资|投资|动工|奠基|贯通|合龙|投运|封顶|投用|启用|落成|在建|试运行|铺轨|验收|施工|建成|建设|开通|改扩建|兴建|新建|修建|建起|落户|选址|签约|占地|工期|招标|启动|试运营|蓄水|进展|征地|完工|交付"
)
_GENERIC = re.compile(
    r"(?:[0-9０-９.]+(?:个|项|亿|万|余|多|元|公里|千瓦|亩)*|重点|重大|重要|产业|投资|建设|工业|农业|农村|民生|招商引资|招商|签约|扶贫|试点|示范|合作|基础设施|基础|设施|该|此|本|各|两个|三个|几个|一批|一系列|系列|多个|首个|首批|相关|有关|国家级|省级|市级|县级|国家|全国|全省|全市|"
    r"配套|公共|服务|水利|交通|能源|环保|生态|文化|旅游|文旅|教育|医疗|卫生|体育|科技|科研|技术|技改|改造|新建|续建|在建|大型|中型|小型|标志性|系统|民心|惠民|民生实事|实事|亿元|十大|世纪|政府|企业|外资|内资|社会|市场|前期|后期|主体|附属|隐蔽|土建|开工|竣工|入库|储备|优质|龙头|骨干|支柱|"
    r"发展|一户一|一村一|首期|二期|综合|综合性|大型|物流|冷链|仓储|商贸|加工|特色|工程|项目|抽水蓄能|光伏|风电|房地产|安居|保障性住房|棚户区|老旧小区|饮水|高标准农田|公路|铁路|高速|桥梁|隧道|水库|电站|高铁|地铁|学校|医院|小学|中学|工厂|车间|现代|传统|新型|绿色|智能|数字|高端|先进|专项|集中|全面|整治|治理|行动|联合|三年|百日|攻坚|[的、“”])*"
)
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9０-９·“”（）()—\-\n±.+]+")
_NOISE = re.compile(
    r"^(?:[0-9.]+(?:亿|万)?(?:港|美|欧)?元的?|(?:总|计划)?投资(?:约|达)?[0-9.]+亿元的?|[一二两三四五六七八九十0-9]+[个项大条座家]|一批|以|对|将|把|加快|推进|实施|开展|启动|建设(?=.{4})|谋划|新增|全力|大力|深入|扎实|全长[0-9.]+公里的|抓好|总投资|当天|目前|据悉|其中|位于|为|该市|我[市县省区州]|全[市县省]|高质量|做好|推动)+"
)


def find_projects(text: str) -> Iterator[Candidate]:
    """Yield projects with scores: quoted names with their head 0.85, bounded names by head and context at 0.5–0.78.

    Examples
    --------
    >>> text = "“见山居”文旅综合体项目落户，开展“大走访”专项行动，上马58亿元抽水蓄能项目"
    >>> [text[c.start : c.end] for c in find_projects(text) if c.score > 0.8]
    ['“见山居”文旅综合体项目', '“大走访”专项行动']
    """
    for match in _QUOTED.finditer(text):
        yield Candidate(_with_place(text, match.start()), match.end(), "PROJECT", 0.84, _BY)
    for match in _CRAFT.finditer(text):
        around = text[max(0, match.start() - 25) : match.end() + 25]
        yield Candidate(*match.span(), "PROJECT", 0.84 if _LAUNCH.search(around) else 0.6, _BY)
    for match in _PRICED.finditer(text):
        if not _MANY.search(match[1]) and not _GENERIC.fullmatch(match[1]):
            yield Candidate(*match.span(1), "PROJECT", 0.8, _BY)
    for match in _PHASED.finditer(text):
        yield from _bounded(text, match.start(), match.end(), 0.74)
    for head in _HEAD.finditer(text):
        yield from _headed(text, head)


def _with_place(text: str, start: int) -> int:
    return place_names(text).chain_start(start)


def _headed(text: str, head: re.Match[str]) -> Iterator[Candidate]:
    """Yield the work that ends in `head`: a project where its building is the news, else a place."""
    score = _score(text, head)
    if score >= 0.55:
        yield from _bounded(text, head.start(), head.end(), score)
    elif _STANDING.fullmatch(head[0]):
        for work in _bounded(text, head.start(), head.end(), 0.58):
            yield replace(work, label="PLACE")


def _bounded(text: str, at: int, end: int, score: float) -> Iterator[Candidate]:
    """Yield ``text[start:end]`` where `start` is the last boundary before the head at `at`, if what it bounds is a name."""
    bounds = boundaries(text)
    low = max(bounds.hard_before(at), at - 30)
    start = next(iter(bounds.since(low, at)), low)
    if text[start - 1 : start] == "至" and _STANDING.search(text[at:end]):
        start = max(bounds.before(start - 2), start - 7)
    if text[start:at].count("”") > text[start:at].count("“"):
        start = text.rfind("“", low, start) if "“" in text[low:start] else start
    noise = _NOISE.match(text[start:at])
    if noise:
        start += noise.end()
    stem = text[start:at]
    if len(stem) < 2 or not _PLAIN.fullmatch(stem) or stem.count("“") != stem.count("”"):
        return
    if _GENERIC.fullmatch(stem) or _GENERIC.fullmatch(text[start:end]) or _MANY.search(stem):
        return
    if not _COUNTED.match(text, end):
        bonus = 0.04 * (end - start >= 7) + 0.04 * (place_names(text).starting_at(start) is not None)
        yield Candidate(start, end, "PROJECT", round(score + bonus, 2), _BY)


def _score(text: str, head: re.Match[str]) -> float:
    """Return a score by the head and by whether building is the news around it."""
    sure = bool(_SURE.search(head[0]))
    around = text[max(0, head.start() - 25) : head.start()] + "｜" + text[head.end() : head.end() + 12]
    return (0.6 if sure else 0.46) + 0.12 * bool(_WORKS_NEWS.search(around))


@Language.component("newsgraph_projects", assigns=["doc._.candidates"])
def projects(doc: Doc) -> Doc:
    """Append what `find_projects` finds."""
    candidates_of(doc).extend(find_projects(doc.text))
    return doc
