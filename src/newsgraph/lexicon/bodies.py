"""Organs of party and state: what they are called in short, in full, and which post implies which body."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsgraph.lexicon.tables import alternatives, table, words

LEVELS = [
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "省",
    "市",
    "县",
    "区",
    "州",
    "旗",
    "盟",
    "镇",
    "乡",
    "街道",
    "苏木",
]
"""Words for levels of division as they stand before an organ (市委, 自治区政府), longest first."""

ADMINISTRATION_WORDS = words("bodies", "fields")
"""Fields of administration, of which the names of bureaux are composed (住房和城乡建设, 文化广电和旅游)."""

_FIELD = f"(?:{'|'.join(sorted(ADMINISTRATION_WORDS, key=len, reverse=True))})"

BUREAU = (
    rf"(?:{_FIELD}(?:{_FIELD}|[和与及、](?={_FIELD})){{0,7}}"
    r"(?:总局|分局|局|厅|委员会|委(?!员|托|派|屈|婉)|办公室|"
    r"(?:(?<!体育)(?<!文化)(?<!会展)(?<!会议)(?<!艺术)(?<!活动)中心|总队|支队|大队|"
    r"中队)(?![长学小医商]))|(?:外事侨务|外事|外|侨|台港澳|港澳台|台|人防|法制|信访|扶贫|金融|"
    r"港澳|文明|网信|编|农|财|改革|安全生产|安|禁毒|治水|应急|防汛)办(?!法|理|好|学|事|公|成|起|"
    r"得|案|了|园|校|厂|报|班|展|医)(?:公室)?)"
)
"""Regular expression of a bureau's own name, without the division before it."""

ASSEMBLY = (
    r"(?:第?[一二三四五六七八九十〇零]{1,4}届)?(?:人大常委会|人民代表大会常务委员会|人大(?!会|会议|"
    r"选|议|常委|政协两会|[一二三四五六七八九十]|有关|代表大会)|政协(?!委员会|第|"
    r"[一二三四五六七八九十]届|章程|提案)|政协委员会|政协常委会)"
)

CENTRAL: Mapping[str, str] = table("bodies")["central"]
"""Central bodies in full, by their customary short forms."""

BANKS: Mapping[str, str] = table("bodies")["banks"]
"""The banks of the whole country in full, by the short names that their branches bear."""

PARTY = alternatives("bodies", "party")
"""Departments of a party committee, as they follow 市委."""

GOVERNMENT = (
    r"(?:人民政府|政府)(?:办公厅|办公室|党组(?!书记|副书记|成员)|研究室|发展研究中心|新闻办公室|"
    r"新闻办|法制办公室|督查室|金融工作办公室|金融办|国资委|外事办公室|外事办|驻[\u4e00-\u9fff]{1,6}"
    r"?办事处|口岸办|应急办)?(?!工作报告|采购|网|补贴|令|奖|性|投资|主导|引导|债)"
)

MASS = alternatives("bodies", "mass")

JUSTICE = (
    r"(?:(?:第[一二三四五六])?(?:高级|中级)?人民法院|人民检察院|高级法院|中级法院|高院|中院|法院|"
    r"检察院|检察分院)(?:[\u4e00-\u9fff]{1,4}(?:人民法庭|法庭)|第[一二三四]分院|[\u4e00-\u9fff]{2,6}"
    r"审判庭|第[一二三]审判庭)?"
)

SECURITY = (
    r"(?:公安局|公安分局|公安厅)?(?:交通警察|交通管理|交警|刑事侦查|刑侦|刑警|禁毒|特警|治安管理|"
    r"治安|巡警|巡特警|网安|经侦|消防救援|森林消防|公安消防|武警|边防|消防|海警)(?:总队|支队|大队|"
    r"中队|局)(?:(?:(?![和与及])[\u4e00-\u9fff0-9]){1,5}(?:大队|中队))?|公安局[\u4e00-\u9fff]{1,6}?(?:分局|派出所|"
    r"支队|大队)|(?:省)?军区(?:某[\u4e00-\u9fff]{0,6}?(?:部|团|旅|师))?|军分区(?:某[\u4e00-\u9fff]{0,4}?(?:部|团|旅|师))?|人武部|人民武装部|"
    r"警备区|预备役师"
)

OTHERS = alternatives("bodies", "others")

NATIONAL = words("bodies", "national")
"""Bodies known by one name all over the country."""

_GOVERNMENT_POSTS = {
    "自治区主席": "", "省长": "省", "州长": "州", "知州": "", "市长": "市", "县长": "县", "区长": "区",
    "旗长": "旗", "镇长": "镇",
    "乡长": "乡", "盟长": "盟", "专员": "地区", "街道办主任": "街道",
}  # fmt: skip
_MODIFIERS = re.compile(r"^(?:常务副|第一副|副|代理|代|原|前|老)|助理$")

_FULL: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), template)
    for pattern, template in (
        (r"(?:自治区|自治州|[省市县区州旗盟镇乡])?(?:党)?委", "中共{place}委员会"),
        (r"地委", "中共{place}委员会"),
        (r"行署", "{place}行政公署"),
        (r"(?:自治区|自治州|[省市县区州旗镇乡])(?:人民)?政府", "{place}人民政府"),
        (r"盟(?:行政公署|行署)", "{place}行政公署"),
        (r"(?:自治区|自治州|[省市县区州旗])人大", "{place}人民代表大会"),
        (r"(?:自治区|自治州|[省市县区州旗])人大常委会", "{place}人民代表大会常务委员会"),
        (r"(?:自治区|自治州|[省市县区州旗])政协", "中国人民政治协商会议{place}委员会"),
        (r"(?:自治区|自治州|[省市县区州旗])纪委", "中共{place}纪律检查委员会"),
        (r"(?:自治区|自治州|[省市县区州旗])监委", "{place}监察委员会"),
        (r"(?:自治区|自治州|[省市县区州旗盟])(?:党)?委政法委(?:员会)?", "中共{place}委员会政法委员会"),
        (r"(?:自治区|自治州|[省市县区州旗盟])(?:党)?委(?P<rest>\S+)", "中共{place}委员会{rest}"),
        (r"(?:自治区|自治州|[省市县区州旗])政府(?P<rest>办公[厅室]|党组)", "{place}人民政府{rest}"),
        (r"省高院|自治区高院|省高级法院", "{place}高级人民法院"),
        (r"(?:市|州)(?:中院|中级法院)", "{place}中级人民法院"),
        (r"(?:县|区|市|旗)法院", "{place}人民法院"),
        (r"(?:自治区|自治州|[省市县区州旗])检察院", "{place}人民检察院"),
        (r"(?:[省市县区州旗])妇联", "{place}妇女联合会"),
        (r"(?:[省市县区州旗])残联", "{place}残疾人联合会"),
        (r"(?:[省市县区州旗])科协", "{place}科学技术协会"),
        (r"(?:[省市县区州旗])文联", "{place}文学艺术界联合会"),
        (r"(?:[省市县区州旗])社科联", "{place}社会科学界联合会"),
        (r"(?:[省市县区州旗])侨联", "{place}归国华侨联合会"),
        (r"(?:[省市县区州旗])工商联", "{place}工商业联合会"),
        (r"团[省市县区州旗]委", "共青团{place}委员会"),
        (r"(?:[省市县区州旗])(?:发改委|发展改革委)", "{place}发展和改革委员会"),
        (r"(?:[省市县区州旗])发改局", "{place}发展和改革局"),
        (r"(?:[省市县区州旗])住建(?P<rest>[局厅委])", "{place}住房和城乡建设{rest}"),
        (r"(?:[省市县区州旗])工信(?P<rest>[局厅委])", "{place}工业和信息化{rest}"),
        (r"(?:[省市县区州旗])经信(?P<rest>[局厅委])", "{place}经济和信息化{rest}"),
        (r"(?:[省市县区州旗])人社(?P<rest>[局厅])", "{place}人力资源和社会保障{rest}"),
        (r"(?:[省市县区州旗])市场监管局", "{place}市场监督管理局"),
        (r"(?:[省市县区州旗])卫健委", "{place}卫生健康委员会"),
        (r"(?:[省市县区州旗])卫健局", "{place}卫生健康局"),
        (r"(?:[省市县区州旗])医保局", "{place}医疗保障局"),
        (r"(?:[省市县区州旗])文旅(?P<rest>[局厅])", "{place}文化和旅游{rest}"),
        (r"(?:[省市县区州旗])教体局", "{place}教育体育局"),
        (r"(?:[省市县区州旗])城管局", "{place}城市管理局"),
        (r"(?:[省市县区州旗])国资委", "{place}国有资产监督管理委员会"),
        (r"(?:[省市县区州旗])林草局", "{place}林业和草原局"),
        (r"(?:[省市县区州旗])科技(?P<rest>[局厅])", "{place}科学技术{rest}"),
        (r"(?:[省市县区州旗])安委会", "{place}安全生产委员会"),
        (r"(?:[省市县区州旗])安委办", "{place}安全生产委员会办公室"),
        (r"(?:[省市县区州旗])疾控中心", "{place}疾病预防控制中心"),
        (r"(?:[省市县区州旗])应急(?P<rest>[局厅])", "{place}应急管理{rest}"),
        (r"(?:[省市县区州旗])退役军人(?P<rest>[局厅])", "{place}退役军人事务{rest}"),
        (r"(?:[省市县区州旗])市监局", "{place}市场监督管理局"),
        (r"(?:[省市县区州旗])广电局", "{place}广播电视局"),
        (r"(?:[省市县区州旗])民宗局", "{place}民族宗教事务局"),
        (r"(?:[省市县区州旗])民宗委", "{place}民族宗教事务委员会"),
        (r"(?:[省市县区州旗])卫计局", "{place}卫生和计划生育局"),
        (r"(?:[省市县区州旗])卫计委", "{place}卫生和计划生育委员会"),
        (r"(?:[省市县区州旗])安监局", "{place}安全生产监督管理局"),
        (r"(?:[省市县区州旗])环保(?P<rest>[局厅])", "{place}环境保护{rest}"),
        (r"(?:[省市县区州旗])国土(?P<rest>[局厅])", "{place}国土资源{rest}"),
        (r"(?:[省市县区州旗])质监局", "{place}质量技术监督局"),
        (r"(?:[省市县区州旗])工商局", "{place}工商行政管理局"),
        (r"(?:[省市县区州旗])食药监局", "{place}食品药品监督管理局"),
        (r"(?:[省市县区州旗])人防办", "{place}人民防空办公室"),
        (r"(?:[省市县区州旗])外办", "{place}外事办公室"),
        (r"(?:[省市县区州旗])(?:外侨办|外事侨务办)", "{place}外事侨务办公室"),
        (r"(?:[省市县区州旗])侨办", "{place}侨务办公室"),
        (r"(?:[省市县区州旗])法制办", "{place}法制办公室"),
        (r"(?:[省市县区州旗])文广新局", "{place}文化广电新闻出版局"),
        (r"(?:[省市县区州旗])旅发委", "{place}旅游发展委员会"),
        (r"(?:[省市县区州旗])药监局", "{place}药品监督管理局"),
        (r"(?:[省市县区州旗])(?:自规|资规)局", "{place}自然资源和规划局"),
        (r"(?:[省市县区州旗])经贸委", "{place}经济贸易委员会"),
        (r"(?:[省市县区州旗])体改委", "{place}经济体制改革委员会"),
        (r"(?:[省市县区州旗])科委", "{place}科学技术委员会"),
        (r"(?:[省市县区州旗])民委", "{place}民族事务委员会"),
        (r"(?:[省市县区州旗])新闻办", "{place}新闻办公室"),
        (r"(?:[省市县区州旗])公积金中心", "{place}住房公积金管理中心"),
        (r"(?:[省市县区州旗])关工委", "{place}关心下一代工作委员会"),
        (r"(?:[省市县区州旗])交警(?P<rest>支队|大队)", "{place}公安局交通警察{rest}"),
        (r"(?:[省市县区州旗])人武部", "{place}人民武装部"),
        (r"(?:自治区|自治州|[省市县区州旗])(?P<rest>\S+)", "{place}{rest}"),
    )
)


def full_form(short: str, place_name: str) -> str | None:
    """Return the official name of the organ that `short` means in the division `place_name`.

    `short` starts with a word for a level (市, 省, 县, 自治区 …) that stands for the division; ``None`` if
    it does not.

    Parameters
    ----------
    short : str
        The organ as printed: 市委, 省委宣传部, 州党委, 地委, 市住建局.
    place_name : str
        The division's own full name without its parents: 衡阳市, 伊犁哈萨克自治州.

    Examples
    --------
    >>> full_form("市委", "衡阳市"), full_form("市人大常委会", "衡阳市")
    ('中共衡阳市委员会', '衡阳市人民代表大会常务委员会')
    >>> full_form("省委宣传部", "湖南省"), full_form("县住建局", "衡南县")
    ('中共湖南省委员会宣传部', '衡南县住房和城乡建设局')
    >>> full_form("国务院", "湖南省") is None
    True
    """
    for pattern, template in _FULL:
        match = pattern.fullmatch(short)
        if match:
            return template.format(place=place_name, rest=match.groupdict().get("rest") or "")
    return None


def implied_body(post: str, place_name: str) -> str | None:
    """Return the government that a bare post implies in the division `place_name`, or ``None`` where it
    implies none.

    A league or prefecture (盟, 地区) has an administrative office (行政公署).

    Examples
    --------
    >>> implied_body("副市长", "衡阳市"), implied_body("专员", "大兴安岭地区")
    ('衡阳市人民政府', '大兴安岭地区行政公署')
    >>> implied_body("书记", "衡阳市") is None
    True
    """
    bare = post
    while (cut := _MODIFIERS.sub("", bare)) != bare:
        bare = cut
    if bare == "主席" and place_name.endswith("自治区"):
        bare = "自治区主席"
    if bare not in _GOVERNMENT_POSTS:
        return None
    if place_name.endswith(("盟", "地区")):
        return f"{place_name}行政公署"
    if place_name.endswith("街道"):
        return f"{place_name}办事处"
    return f"{place_name}人民政府"
