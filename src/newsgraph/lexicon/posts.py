"""Posts of party, state, firms, schools and societies: their heads, and how a printed post is composed.

A post is ``modifiers + head``: 常务副市长 is 常务 + 副 + 市长. What the head is says what kind of body it belongs to.

References
----------
Heads were collected from the rules of the offices themselves (constitution, organic laws, company law, civil service
ranks) and checked against what occurs in annotated news.
"""

from __future__ import annotations

import re
from functools import lru_cache

MODIFIERS = (
    "常务副", "第一副", "专职副", "高级副", "执行副", "代理", "执行", "常务", "名誉", "荣誉", "永远", "创会", "轮值",
    "首席", "联席", "候任", "第一", "第二", "署理", "总", "副", "代",
)  # fmt: skip
"""What may stand before a head without changing what body it belongs to; longest first."""

GOVERNMENT_HEADS = (
    "省长", "市长", "县长", "区长", "州长", "盟长", "旗长", "专员", "镇长", "乡长", "自治区主席",
)  # fmt: skip
"""Heads of a government of some level: a bare one implies 某某人民政府."""

VILLAGE_HEADS = ("村主任", "村长", "村支书", "村书记", "村副书记", "社区书记", "社区主任")

_OF_STATE = re.compile(r"(?:国家副?主席|国务委员|国家元首|人大代表|政协委员|国王|总统)$")
_COLLECTIVE = re.compile(r"领导(同志|人)?$")
_GOVERNMENT = re.compile(
    rf"(?:常务副|第一副|代理|副|代)?(?:{'|'.join(GOVERNMENT_HEADS)})(?:助理)?$|自治区(?:常务)?副?主席$|副?知州$"
)
_DEPARTMENT = re.compile(r"[^副常代总第一二三]{2,6}(?:部长|局长|厅长|大臣)$|[外财防]长$")
_PLURAL_HEAD = re.compile(
    r"(?:委员|常委|成员|代表|审判员|检察员|董事|监事|理事|院士|教授|巡视员|调研员|顾问|议员|参事|助理|研究员|陪审员|工程师|领队)$"
)
_PARTY_POST = re.compile(r"^(?:党委|党组|党总支|党支部|党工委|机关党委|纪委|纪检组|纪检监察组|工会|团委)")

_BODY_ENDINGS = {
    "校长": r"学|中|小|校|学院|[一二三四五六七八九十]中",
    "院长": r"院",
    "园长": r"园",
    "检察长": r"检察院",
    "检察员": r"检察院",
    "审判员": r"法院|法庭",
    "审判长": r"法院|法庭",
    "庭长": r"庭|法院",
    "会长": r"会|联盟|总会",
    "理事长": r"会|社|联盟|中心|联社",
    "监事长": r"公司|集团|银行|联社",
    "社长": r"社|报",
    "总编辑": r"社|报|台",
    "行长": r"行",
    "关长": r"海关",
    "董事长": r"公司|集团|银行|厂|药业|科技|股份|控股|实业",
    "总经理": r"公司|集团|银行|厂|药业|科技|股份|控股|实业|酒店",
    "总裁": r"公司|集团|银行|药业|科技|股份|控股|实业",
    "经理": r"公司|集团|项目部|厂|店",
    "总工程师": r"公司|集团|局|厂|院|矿",
    "厂长": r"厂",
    "矿长": r"矿",
    "总指挥": r"指挥部",
    "指挥长": r"指挥部",
    "团长": r"(?<!集)团",
    "组长": r"组",
    "镇长": r"镇",
    "乡长": r"乡|苏木",
    "村主任": r"村",
    "村长": r"村",
    "村支书": r"村",
    "村书记": r"村",
    "村副书记": r"村",
    "社区书记": r"社区",
    "社区主任": r"社区",
    "政委": r"支队|总队|大队|军区|军分区|部|旅|团|公安局|监狱",
    "主委": r"民革.*|民盟.*|民建.*|民进.*|农工党.*|致公党.*|九三学社.*|台盟.*",
}  # fmt: skip
"""Endings of the bodies that a head fits where 'X长 of a body that ends with X' does not say it."""

_NEEDS_PRINTED_BODY = (
    "市长",
    "县长",
    "区长",
    "州长",
    "省长",
    "部长",
    "首长",
    "家长",
    "酋长",
    "议长",
    "财长",
    "外长",
)


@lru_cache(maxsize=4096)
def head_of(post: str) -> str:
    """Return the head of a post, without what modifies it.

    Examples
    --------
    >>> head_of("常务副市长"), head_of("副局长"), head_of("永远名誉会长"), head_of("总经理")
    ('市长', '局长', '会长', '总经理')
    """
    head = post
    while True:
        for modifier in MODIFIERS:
            rest = head.removeprefix(modifier)
            if rest != head and len(rest) >= 2 and not (modifier == "总" and rest in _AFTER_TOTAL):
                head = rest
                break
        else:
            return head


_AFTER_TOTAL = (
    "经理",
    "工程师",
    "会计师",
    "经济师",
    "编辑",
    "书记",
    "指挥",
    "设计师",
    "统",
    "理",
    "干事",
    "监",
)


@lru_cache(maxsize=4096)
def is_collective(post: str) -> bool:
    """Whether a post names a whole bench and no office: 市领导, 校领导, 县四套班子领导."""
    return _COLLECTIVE.search(post) is not None


@lru_cache(maxsize=4096)
def is_government_head(post: str) -> bool:
    """Whether a post by itself belongs to a place's government: 市长, 常务副县长, 代州长, 市长助理."""
    return _GOVERNMENT.fullmatch(post) is not None


@lru_cache(maxsize=4096)
def belongs_to_state(post: str) -> bool:
    """Whether a post names its own body, whatever stands before it in a list: 国家主席, 国务委员."""
    return _OF_STATE.match(post) is not None


@lru_cache(maxsize=4096)
def names_department(post: str) -> bool:
    """Whether a post holds its department's name: 外交部长, 公安局长, 外长."""
    return _DEPARTMENT.fullmatch(post) is not None


@lru_cache(maxsize=4096)
def takes_list(post: str) -> bool:
    """Whether several persons hold a post at once, so that it may stand before a list: 副主任, 委员, 市领导."""
    return "副" in post or is_collective(post) or _PLURAL_HEAD.search(post) is not None


@lru_cache(maxsize=4096)
def is_party_post(post: str) -> bool:
    """Whether a post names its committee inside a body: 党委书记, 党组成员, 纪委书记, 工会主席."""
    return _PARTY_POST.match(post) is not None


@lru_cache(maxsize=4096)
def body_pattern(post: str) -> re.Pattern[str] | None:
    """Return what the names of bodies that have such a post end with; ``None`` where that says too little.

    Examples
    --------
    >>> bool(body_pattern("副校长").search("第二中学")), bool(body_pattern("局长").search("第二中学"))
    (True, False)
    >>> body_pattern("书记") is None
    True
    """
    head = head_of(post)
    if head in _BODY_ENDINGS:
        return re.compile(rf"(?:{_BODY_ENDINGS[head]})$")
    if (
        head.endswith("长")
        and len(head) >= 2
        and head not in _NEEDS_PRINTED_BODY
        and not names_department(head)
    ):
        return re.compile(rf"{re.escape(head[:-1])}$")
    return None
