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

UNITS = (
    "省 市 县 区 州 盟 旗 镇 乡 村 部 局 厅 司 处 科 股 署 院 校 园 所 站 支队 大队 中队 总队 分队 小队 队 庭 室 馆 社 台 团 组 班 "
    "排 连 营 旅 师 军 舰 关 行 厂 矿 场 店 段 会 理事 监事 董事 秘书 检察 委员 议 护士 参谋 审判 指挥 督察 航海 机电 炉 总河"
).split()
"""What a post in 长 leads: 局 in 局长."""

HEADS = (
    "总书记", "书记", "主任委员", "主任科员", "主任", "主席", "专员", "常委", "候补中央委员", "候补委员", "常务委员", "政治委员",
    "国务委员", "部务委员", "学部委员", "委员", "政委", "指导员", "教导员", "司令员", "司令", "总经理", "经理", "总裁", "总监",
    "首席执行官", "首席运营官", "首席财务官", "首席技术官", "首席战略官", "首席科学家", "首席经济学家", "首席代表", "特别代表",
    "人大代表", "总工程师", "总工", "总会计师", "总经济师", "总设计师", "总规划师", "总农艺师", "总地质师", "总审计师", "总督学",
    "总编辑", "总编", "总法律顾问", "国家安全事务顾问", "国家安全事务助理", "总指挥", "总干事", "巡视员", "调研员", "审判员",
    "检察员", "执行董事", "非独立董事", "独立董事", "外部董事", "专职董事", "职工董事", "董事总经理", "董事会秘书", "董秘", "董事", "监事",
    "理事", "合伙人", "法定代表人", "主委", "执委", "村支书", "支书", "国家主席", "国家副主席", "国家元首", "总统", "总理",
    "首相", "国王", "女王", "王储", "国务卿", "参议员", "众议员", "议员", "大臣", "行政长官", "总领事", "大使", "公使", "参赞",
    "特使", "新闻发言人", "发言人", "主教练", "领队", "主帅", "知州", "督学", "参事", "知事", "府尹", "教皇", "党首", "党主席",
    "财长", "外长", "防长", "院士", "博士生导师", "教授", "研究员", "成员", "秘书", "顾问", "CEO", "CFO", "CTO", "COO",
)  # fmt: skip
"""Heads that do not lead a unit in 长, or would be cut short by one that does."""

DEPARTMENTS = (
    "外交", "国防", "财政", "商务", "教育", "卫生", "内政", "铁道", "经济", "司法", "公安", "交通", "文化", "农业", "环境", "能源",
    "组织", "宣传", "统战", "武装", "建设", "民政", "审计", "税务", "林业", "水利", "人事", "劳动", "工业", "贸易", "旅游", "国土",
    "计划投资", "新闻", "体育", "科技", "内务", "安全", "移民", "劳工", "邮电",
)  # fmt: skip
"""What stands before 部长, 局长, 厅长, 大臣 in a post that names its department: 外交部长, 公安局长."""

COMMITTEES = (
    "机关党委",
    "党总支",
    "党支部",
    "党委",
    "党组",
    "纪委",
    "工会",
    "董事会",
    "董事局",
    "监事会",
    "理事会",
)
"""What may stand before 书记, 副书记, 委员, 成员, 主席 inside a post, where a body other than a place's is meant."""

RANKS = (
    "常务", "第一", "第二", "第三", "第四", "第五", "专职", "执行", "非执行", "独立非执行", "高级", "名誉", "荣誉", "永远", "创会",
    "轮值", "值班", "联席", "候任", "首席", "署理", "代理", "特命全权", "全球", "联邦", "亚太区", "中国区", "大中华区",
    "亚洲区", "项目", "技术", "财务", "人力资源", "研发", "运营", "生产", "盾构", "行政", "特别", "营", "连", "系", "车间", "一级",
    "二级", "三级", "四级", "终身", "特聘", "总", "副", "代",
)  # fmt: skip
"""What may stand before a head as part of the post, several in a row: 常务 + 副 in 常务副市长."""

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
