"""What one paragraph of a page looks like by itself: its marks, its stops, its length."""

from __future__ import annotations

import re
from enum import StrEnum

from newsgraph.lexicon.persons import LIFE_STEP
from newsgraph.segment.bylines import ends_in_credit, is_byline_line, is_credit_line

_EDGE = (
    160  # characters at each end of a paragraph that are looked at, so that a line of any length costs little
)
_HEAD_MAX = 45
_NOTICE_HEAD_MAX = 90
_TAIL_MAX = 160
_ORPHAN_MAX = 5
_BRACKET_MAX = 20

_PAGE_NO = (
    r"(?:第?\s*[A-Z]?\s*\d{1,3}|第?[一二三四五六七八九十]{1,3}|[A-Z]\d{1,2})\s*[—\-、至到\dA-Z]{0,8}\s*版"
)
_BOX_JUMP = re.compile(
    r"^[【\[（(]?(?:第?[A-Z]?\d{1,2}|第?[一二三四五六七八九十]{1,2})\s*版[】\]）)]?[\s　:：]+\S"
)
_GUIDE = re.compile(r"^[^，。\d][^，。]{4,30}[ 　]+(?:第?[A-Z]?\d{1,2}|第?[一二三四五六七八九十]{1,2})版$")
"""A line of what is to be read inside: the headline and its page."""
JUMP_AWAY = re.compile(
    rf"[（(【\[［]?\s*[>＞》→▶►☞◆·…\s]*(?:(?:全文|报道|文章|内容|相关报道|更多报道)?(?:详见|刊|见)|(?:紧)?下?转|请看|导读)"
    rf"\s*[:：]?\s*(?:今日|本报|今天)?\s*{_PAGE_NO}[^，。]{{0,8}}$"
    rf"|[>＞》→▶►☞…]+\s*{_PAGE_NO}\s*[>＞》）)】]*$|[（(【\[]\s*{_PAGE_NO}\s*[）)】\]]$|^[A-Z]\d{{1,2}}版?$"
)
JUMP_HERE = re.compile(rf"^[（(【\[]?\s*(?:紧?上接|接上?)\s*{_PAGE_NO}")
_TURNED = re.compile(rf"[（(【\[]\s*(?:紧?下转|转)\s*{_PAGE_NO}[^，。]{{0,8}}$")

AGENCY = r"据?(?:新华社|中新社|新华网|中新网|央视网?|本报)|人民网|中央社|本台|本刊"
LEAD = re.compile(
    rf"^[◆●■★▲]?[【\[]?(?:{AGENCY}|[\u4e00-\u9fff]{{2,8}}(?:报|网|台(?![湾商胞资企属州山风])|社(?![会区保])|融媒|客户端))"
    r"[^，。；！？\s（(]{0,14}?(?:综合消息|消息|专?电(?![力视话子商站动气脑梯缆器网机影信])|讯)(?=[\s（(：:】\]]|$|[“\u4e00-\u9fff\d])"
    r"|^[【\[]?(?:综合)?(?:据)?(?:新华社|中新社|新华网|中新网)[^，。]{0,16}?(?:消息|报道|电)"
    r"|^[（(【\[]?\s*(?:本报|本刊|全媒体|融媒体)?(?:记者|通讯员)[^，。从获]{1,24}(?:报道|[）)】\]])"
    r"|^央视网消息"
)
_TAIL = re.compile(
    r"^[（(](?!.{0,3}广告|[一二三四五六七八九十\d]{1,3}[）)])[^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)]$|^—{1,2}\s*(?:编\s*者$|据|摘自|原载|选自|来源)"
)
_ENUMERATED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)"
    r"|第[一二三四五六七八九十]{1,3}[章节条]|[●■◆▶◎★☆□○▌])"
)
_FINAL = re.compile(
    r"[。！？!?…；;：:]+[”’」』）)》】\]\"']*$|[.]$|[）)】\]]$|[。！？!?][^。！？，\u4e00-\u9fff]{0,3}$"
)
_STEP = re.compile(LIFE_STEP)
_CLAUSE = re.compile(r"[，,；;。]")

_NOTICE_WORD = (
    r"(?:通告|公告|公示|启事|启示|预告|讣告|名单|一览表|倡议书|公开信|征稿|征文|招聘|招标|拍卖|更正|致歉|告示|须知|天气预报"
    r"|(?:同志)?简历|(?:人物|个人|同志)简介|温馨提示|便民信息|停水通知|停电通知|遗失声明|注销声明|寻人启事|公约)"
)
_ACT_WORD = r"(?:通知|声明|公报|命令|决定|决议|办法|条例|规定|意见|提示|提醒)"
_TAG = r"(?:\s*[（(〔\[][^（()）]{1,24}[）)〕\]])?$"
_NOTICE_HEAD = re.compile(
    rf"{_NOTICE_WORD}{_TAG}|^{_ACT_WORD}{_TAG}|^[^，。：]{{0,24}}关于[^，。]*的?{_ACT_WORD}{_TAG}"
    r"|^(?:遗失声明|注销公告|拍卖公告|招聘启事|停电|停水|征集)|^本报[\u4e00-\u9fff]{0,6}热线$|^(?:今日|明日|本市|市区|城区)?天气$"
)
NOTICE_LINE = re.compile(
    r"^(?:活动|报名|演出|讲座|展览|举办|办理|受理|公示|停电|停水|联系|施工|管制|起止|主[办讲持]|承办|协办|参加|招聘|工作|咨询|监督|举报)?"
    r"(?:时间|日期|地点|地址|地段|路段|范围|线路|主题|内容|对象|嘉宾|主讲人?|主持人|主办|承办|协办|单位|票价|费用|价格|原因|方式|电话|热线|网址|邮箱|邮编"
    r"|传真|联系人|截止|要求|条件|人数|名额|附件|注)(?:单位|方)?\s*[：:]\s*\S"
    r"|(?:热线|电话|咨询|手机|传真|邮编|邮箱|地址|网址|微信|QQ|联系人|报名)[\u4e00-\u9fff]{0,6}\s*[：:]?\s*[（(]?\d"
    r"|[^，。：:]{1,8}[：:]\s*(?:www\.|https?:)|[^，。：:]{1,8}[：:]\s*[（(]?\d[\d\-—]{4,}|免费|先到先得|欢迎(?:光临|参加|报名|广大|社会|各界|来电|选购|订阅)|敬请|特此(?:公告|通告|公示|通知|声明)|截止"
    r"|^[（(]?\s*(?:公益)?广告\s*[）)]?$|(?<=[\s委办局会团院府]) ?宣$"
)
_ORGAN = (
    r"(?:委员会|常委会|政府|办公室|[市县区州省]委|[委办]|局|厅|法院|检察院|学院|医院|研究院|[本支总]部|宣传部|组织部|统战部|指挥部|俱乐部|项目部"
    r"|协会|联合会|学会|商会|理事会|董事会|基金会|工会|研究会|筹委会|组委会|联会|处|中心|公司|集团|支队|大队|总队|银行|领导小组|报社|出版社|合作社|派出所|研究所|事务所"
    r"|学校|中学|小学|大学|街道|镇|乡)"
)
_SIGNATURE = re.compile(rf"^(?:[^，。；！？：\s]{{2,30}}{_ORGAN}[\s　、]*){{1,4}}$")
_NO_OFFICE = re.compile(
    r"(?:么办|何办|[举主承协兴创筹开]办|[去好难]处|[新破开布结大格全]局)$"
    r"|走进|落户|进驻|落地|来到|访问|调研|慰问|召开|举行|签约|会见|牵手|携手|捐赠|助力|成立|揭牌|授予|支援|启用|新建"
)
SIGNED_DATE = re.compile(
    r"^(?:(?:[12]\d{3}|[一二][\u3007〇零○Oo0一二三四五六七八九]{3})\s*年\s*)?[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日(?:于\S{2,6})?$"
)
CAPTION_START = re.compile(
    r"^(?:[▲▼△▽◀◁►▷◢◣]|[（(]?[上下左右]?图(?:为|[①-⑩]|[一二三四1-9]?[：:])|[①-⑩].{0,3}图)"
)
BULLETS = frozenset("▲▼△▽◀◁►▷◢◣")
_ADVERT = re.compile(r"[（(·【\[]\s*(?:公益)?广告\s*[）)·】\]]|^广告$", re.MULTILINE)
_SALES = re.compile(
    r"优惠|特价|抢购|开盘|热销|售楼|钜惠|折扣|\d折|元起|起价|均价|订购|团购|招租|出租|转让|加盟|旺铺|豪宅|现房|样板|接待中心|特惠|大酬宾|清仓"
)
_SMALL_AD = re.compile(
    r"^[^，。；]{2,24}(?:公司|厂|店|行|超市|酒店|宾馆|饭店|医院|学校|中心|部|因[^，。]{1,12}|现有[^，。]{1,12}|本人)"
    r"[，,]?(?:[^，。]{0,8})(?:招聘|诚聘|急聘|聘请|招租|出租|出售|转让|求购|求租|承接|招收|招生)"
)
_CONTACT = re.compile(
    r"(?:热线|电话|专线|咨询|手机)[\u4e00-\u9fff]{0,4}\s*[：:]?\s*[（(]?\d|^地址\s*[：:]", re.MULTILINE
)


_ROUND_UP = re.compile(
    r"^[◆●■★▲]?\s*(?:[\u4e00-\u9fff]{0,6}(?:简讯|短讯|短波|快讯|简报|简明新闻|一句话新闻|新闻集纳|短新闻|短消息|集锦|速览|一瞥|动态|传真)(?:[两\d一二三四五六七八九十]{1,2}则)?)\s*[◆●■★▲]?$"
)


class Shape(StrEnum):
    """What a paragraph is by its looks alone."""

    HEAD = "head"
    LEAD = "lead"
    BODY = "body"
    BYLINE = "byline"
    CREDIT = "credit"
    JUMP = "jump"
    RESUMED = "resumed"
    TAIL = "tail"


def shape_of(text: str) -> Shape:
    """Return the shape of one paragraph; what its neighbours say is for `regions`.

    Examples
    --------
    >>> [str(shape_of(t)) for t in ("防汛工作会议召开", "本报讯（记者 王小明）会议召开。", "详见第三版")]
    ['head', 'lead', 'jump']
    """
    head, tail = text[:_EDGE], text[-_EDGE:]
    if JUMP_HERE.match(head):
        return Shape.RESUMED
    if len(text) < 60 and is_credit_line(text):
        return Shape.CREDIT
    if LEAD.match(head):
        alone = len(text) < 40 and not has_open_bracket(text) and is_byline_line(text)
        return Shape.BYLINE if alone else Shape.LEAD
    if len(text) < 60:
        if is_byline_line(text):
            return Shape.BYLINE
        if (
            _BOX_JUMP.match(text)
            or _GUIDE.match(text)
            or (JUMP_AWAY.search(tail) and not _CLAUSE.search(text[:-12]))
        ):
            return Shape.JUMP
    if len(text) < _TAIL_MAX and _TAIL.match(text):
        return Shape.TAIL
    return Shape.HEAD if _looks_like_head(text, tail) else Shape.BODY


def _looks_like_head(text: str, tail: str) -> bool:
    limit = _NOTICE_HEAD_MAX if is_notice_head(tail) else _HEAD_MAX
    if len(text) > limit or "。" in text or text[-1] in "，,、；;：:" or _STEP.match(text):
        return False
    return not (is_final(text) and "，" in text and len(text) > 30 and text[-1] not in "）)")


def is_notice_head(text: str) -> bool:
    """Whether a headline line announces a notice: 停水公告, 关于…的决定, 通　告."""
    return bool(_NOTICE_HEAD.search(_closed_up(text[-_EDGE:])))


def is_round_up(text: str) -> bool:
    """Whether a line heads a column of short items: 简讯, 一周要闻简报."""
    return bool(_ROUND_UP.match(_closed_up(text))) and len(text) <= 16


def _closed_up(text: str) -> str:
    """Return `text` without the white space that sets the characters of a word apart: 简　讯."""
    return re.sub(r"(?<![^\s　])(\S)[\s　]+(?=\S(?:[\s　]|$))", r"\1", text)


def has_open_bracket(text: str) -> bool:
    """Whether a bracket near the end of `text` is still open: a column break cut it."""
    tail = text[-_EDGE:]
    return tail.count("（") > tail.count("）")


def closes_bracket(text: str, below: str) -> bool:
    """Whether `below` starts with the rest of the bracket that `text` breaks off in: （柳小 | 满）."""
    return has_open_bracket(text) and "）" in below[:_BRACKET_MAX] and "（" not in below[:_BRACKET_MAX]


def goes_on_from(text: str) -> bool:
    """Whether a paragraph can only be the rest of one: it starts with a stop or a closing mark."""
    return text[0] in "，。、；：！？）”’》」』】,;"


def is_orphan(text: str) -> bool:
    """Whether a paragraph is so short that it can only be a sentence's last word: 利。"""
    return len(text) <= _ORPHAN_MAX and bool(re.search(r"[\u4e00-\u9fff][。！？]$", text))


def is_final(text: str) -> bool:
    """Whether a paragraph that ends like this ended where its writer ended it."""
    return bool(_FINAL.search(text[-8:])) or bool(ends_in_credit(text)) or is_turned(text)


def is_turned(text: str) -> bool:
    """Whether the text goes on on another page: （下转第三版）."""
    return bool(_TURNED.search(text[-30:]))


def is_enumerated(text: str) -> bool:
    """Whether a line starts with a numeral or a bullet of a list."""
    return bool(_ENUMERATED.match(text[:8]))


def is_advert(texts: list[str]) -> bool:
    """Whether short lines are an advertisement: marked as one, or with an offer and a telephone."""
    edges = [text[:_EDGE] + "\n" + text[-_EDGE:] for text in texts]
    if any(_ADVERT.search(edge) for edge in edges):
        return True
    return any(_CONTACT.search(edge) for edge in edges) and any(_SALES.search(edge) for edge in edges)


def is_small_ad(text: str) -> bool:
    """Whether one paragraph is a classified advertisement: who offers, what, and a telephone."""
    return len(text) <= _EDGE and bool(_SMALL_AD.match(text) and _CONTACT.search(text))


def is_signature(text: str) -> bool:
    """Whether a line is the name of an office, as under what it issues, and no headline that ends like one."""
    return bool(_SIGNATURE.match(text)) and not _NO_OFFICE.search(text)


def is_contact(text: str) -> bool:
    """Whether a line gives a telephone or an address."""
    return bool(_CONTACT.search(text[:_EDGE]))


def is_box_line(text: str) -> bool:
    """Whether a short line is of a notice or an advert: 时间：…, 热线…, 免费…, the issuer's date."""
    return bool(NOTICE_LINE.search(text) or SIGNED_DATE.match(text) or _ADVERT.search(text))
