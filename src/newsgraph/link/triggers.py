"""The words of the press that report events: data, and nothing else.

Patterns are regular expressions over folded text (`skeleton`). Nouns say what kind of event a name is, verbs what
its subject and its objects do there, role words what a person does at an event already spoken of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsgraph.link.skeleton import BODY, DATE, EVENT, PERSON, PLACE, POST, PROJECT, QUOTE, WORK
from newsgraph.model import EventType, Role

NOUNS: tuple[tuple[EventType, str], ...] = (
    (EventType.SIGNING, r"(?:集中)?签约(?:暨.{0,6})?(?:仪式|活动|大会|会)|签字仪式|签署仪式|集中签约"),
    (
        EventType.LECTURE,
        r"报告会|宣讲会|宣讲活动|宣讲|党课|讲座|大?讲堂|讲坛|培训班|培训会|公开课|读书班|辅导会|辅导报告",
    ),
    (
        EventType.CEREMONY,
        r"(?:开工|奠基|揭牌|启动|通车|颁奖|授牌|开园|开馆|升旗|竣工|投产|发车|公祭)(?:系列)?活动|"
        r"开工动员(?:大?会)|仪式|典礼|开幕式|闭幕式|首发式|开班式|授旗|首映式|启动会|启动活动|开学式|结业式|发车式",
    ),
    (EventType.TALKS, r"会晤|会谈"),
    (
        EventType.MEETING,
        r"(?:常委|办公|碰头|调度|推进|动员|部署|现场|座谈|工作|专题|联席|协调|扩大|全体|常务|代表|表彰|总结|交流|研讨|协商|分析|述职|测评|"
        r"汇报|通报|听证|发布|记者|恳谈|洽谈|推介|对接|说明|咨询|论证|评审|民主生活|学习|学习中心组|茶话|团拜|视频|电视电话|例|年|"
        r"董事|理事|股东|党员|职工|新闻|吹风|经验交流|培训|筹备|通气|誓师|动员部署|工作部署|专题学习|招商|促进|务虚|组织生活|恳亲|碰头|庆祝|纪念)+"
        r"(?:大)?会(?:议)?(?![见员长谈晤场组委主党])|会议(?!室|中心|精神|纪要|厅)|(?<![举开])大会(?!堂)|全会(?!精神)|党代会|人代会|例会|年会|论坛|峰会|集体学习|理论学习中心组学习|"
        r"座谈会|追思会|追悼会|首脑会议|"
        rf"(?<![协商学工议委妇联社基])会(?=(?:昨|今|近日|日前|{DATE})?(?:在[^，。]{{1,16}})?(?:隆重|正式|顺利|胜利)?(?:举行|召开|闭幕))",
    ),
    (
        EventType.ACTIVITY,
        r"锦标赛|联赛|大赛|决赛|半决赛|挑战赛|邀请赛|公开赛|巡回赛|选拔赛|友谊赛|竞赛|比赛|[球棋舟车舞歌跑泳]赛|赛事|马拉松|运动会|奥运会|残运会|亚运会|"
        r"艺术节|文化节|旅游节|电影节|音乐节|美食节|采摘节|[花果茶鱼虾蟹酒桃梨橘柚稻麦]节|[博展]会|博览会|展览会|广交会|服贸会|高交会|糖酒会|展示会|展销会|交易会|世博会|展会|特展|画展|书画展|摄影展|"
        r"展览|展演|展播|巡展|音乐会|演唱会|晚会|联欢会|文艺演出|演出|汇演|会演|专场|公演|庙会|灯会|歌会|赛歌|招聘会|相亲会|运动周|"
        r"文化周|宣传周|活动周|宣传月|活动月|活动日|宣传日|嘉年华|义诊|义卖|志愿服务|演练|活动|节|行动日",
    ),
)
"""Head nouns of event names, by type; the longest that ends a name decides, the first type among equals."""

HOLDING = (
    r"(?:隆重|正式|胜利|顺利|圆满|如期|成功|联合|共同|同时|继续|先后)?"
    r"(?:举行|召开|举办|开幕|闭幕|落幕|(?:完成|圆满完成)(?:了)?(?:全部|各项|既定)?议程|开赛|收官|开讲|开锣|开启|上演|精彩上演|落下帷幕|拉开帷幕|拉开序幕|"
    r"拉开战幕|进行(?!了?(?:审议|讨论|研究|部署|交流))|走进|开到|开进|开始|鸣枪|起跑|开跑|开演|收看|启幕|揭幕|结束|成功举行|由[^，。]{1,40}(?:主办|承办|举办))"
)
"""Verbs by which an event takes place."""
HELD = re.compile(HOLDING)

TO_COME = re.compile(
    r"定于|拟于|拟定于|将于|将在|即将|拟在|计划于|预计于|将(?=举行|召开|举办|开幕|开赛|启动|访问|对|出席|列席|参加|赴|率)|"
    r"同意于|同意.{0,8}召开|(?:精心|积极|加快|正在)筹[备办]|筹备(?!会|组|工作|委)|预告|准备召开|将.{0,16}(?:举行|召开|举办|开幕|启动|开赛|上演)|在即|前夕"
)
"""Words that make an event one to come."""

PAST = re.compile(
    r"去年|前年|此前|早前|当年|曾(?!经理)|上届|往年|历届|历次|历年|上个?月|多年来|每年|每逢|年初|上一|已连续|"
    r"\d+年前|自\d{4}年|上午刚|刚刚结束"
)
"""Words that make a clause background."""
NO_EVENTS = re.compile(
    r"(?:示威|游行|抗议|罢工|军事|搜救|救援|救灾|搜寻|犯罪|违法|恐怖|经济|生产|商业|交易|执法|间谍|情报|火山|地震|投资|经营|诈骗|公开|所有|其他)活动$|"
    r"^(?:的|了|过)?(?:相关|有关|重要|一次|一场|这次|本次|上述|此次)(?:会议|活动|座谈会)$|(?:情|环|季|细|调|关|章|礼|时|春|佳|过)节$"
)
"""Names with an event's head that are none of the types, or no names at all."""
CALLED_OFF = re.compile(r"推迟|取消|延期|暂停举[行办]|改期")
BACKGROUND = re.compile(rf"^[^，{PERSON}]{{0,14}}(?:去年|前年|此前|早前|多年来|以来|\d+年前|往年|上个?月)")
"""Words at the head of a sentence that put all of it before the event told."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """What the arguments of an event's verb are there: its subject, the names behind 与, the objects.

    `needs_subject`: without a named subject the verb reports no event (检查 is also a noun).
    """

    type: EventType
    pattern: re.Pattern[str]
    subject: Role | None = None
    partner: Role | None = None
    object: Role | None = None
    needs_subject: bool = True


def _verb(type: EventType, pattern: str, **roles: Role | None) -> Verb:
    return Verb(type=type, pattern=re.compile(pattern), **roles)  # type: ignore[arg-type]


_NOT_NOUN = r"(?!后|前|中|时|期间|结束|活动|仪式|组|员|团|报告|座谈|工作|情况|结果|站|点|会|的)"

VERBS: tuple[Verb, ...] = (
    _verb(
        EventType.TALKS,
        rf"(?<!参加)(?<!出席)(?<!陪同)(?:会见|接见|约见)了?{_NOT_NOUN}",
        subject=Role.HOST,
        partner=Role.GUEST,
        object=Role.GUEST,
    ),
    _verb(EventType.TALKS, rf"(?:拜会|拜访)了?{_NOT_NOUN}", subject=Role.GUEST, object=Role.HOST),
    _verb(
        EventType.TALKS,
        r"(?<!参加)(?<!出席)(?:(?:举行|进行)了?.{0,6}?(?:会谈|会晤|座谈)|(?:会谈|会晤|座谈)(?!会|后|前|中|时|期间|上|的|纪要)|通了?电?话(?!系)|"
        r"(?:举行|进行)了?.{0,4}?通话)",
        subject=Role.HOST,
        partner=Role.GUEST,
    ),
    _verb(
        EventType.VISIT,
        rf"(?<!参加)(?<!陪同)(?<!邀请)(?<!报告)(?<!开展)(?<!一同)(?<!一道)(?<!一起)(?:(?:专题|实地|深入|集中|调研)?(?:调研|考察|视察|督导|督查|督办|检查|暗访|巡查|巡河|巡林|踏勘|走访|慰问|看望|探望)"
        rf"(?:检查|慰问|调研|督导|指导|走访|看望|考察|督查)?)(?!组|团|员|报告|座谈|结果|站|督导组|情况|发现|整改|工作)",
        subject=Role.INSPECTOR,
    ),
    _verb(
        EventType.VISIT,
        rf"(?:(?:正式|国事|工作|友好|正式友好|巡回)?访问|访(?={PLACE}))(?!团|学者|量|交流)|出访",
        subject=Role.VISITOR,
    ),
    _verb(
        EventType.SIGNING,
        rf"(?<!见证)(?<!待)(?:签署|签订|签约(?!仪式|项目|会|活动|额|的|后|双方|方|各方|企业)|签字(?!仪式)|签下)了?(?![^，。]{{0,12}}(?:令|命令))",
        subject=Role.PARTY,
        partner=Role.PARTY,
        object=Role.PARTY,
    ),
    _verb(
        EventType.MESSAGE,
        r"互致(?:贺电|贺信|慰问|唁电|新年贺[电信卡]|节日问候|信函)|互[致发](?:电|信)",
        subject=Role.SENDER,
        partner=Role.RECIPIENT,
    ),
    _verb(
        EventType.MESSAGE,
        r"(?:致|发|致以|发来|发去|发出|致发)了?(?:贺电|贺信|唁电|慰问电|慰问信|感谢信|贺函|口信|亲署函|电报|书面致辞)|(?<![以行])致(?:电|信|函)(?!息|号)|复信|回信(?!息)|来信祝贺|电唁|"
        r"向[^，。]{1,30}(?:致|发)贺",
        subject=Role.SENDER,
        object=Role.RECIPIENT,
    ),
    _verb(
        EventType.LECTURE,
        r"讲授?(?:了一堂|了一场|一堂|一场|了)?(?:专题|主题|廉政|专题廉政|纪律教育|警示教育)?党课|(?:作|做)了?[^，。]{0,24}?(?:宣讲|宣讲报告|专题讲座|辅导报告|辅导讲座|学术报告|专题辅导)|"
        r"(?<!省委)宣讲(?!团|会|活动|员|报告|工作|队)|授课(?!内容)|开讲",
        subject=Role.SPEAKER,
    ),
    _verb(
        EventType.CEREMONY,
        r"为[^，。]{1,30}?(?:揭牌|剪彩|揭幕|授牌|揭碑|奠基)|(?:揭牌|剪彩|培土奠基|奠基培土|培土|铲土|推杆|启动[^，。]{0,6}按钮|按下[^，。]{0,6}键)(?!仪式)",
        subject=Role.ATTENDEE,
        partner=Role.ATTENDEE,
    ),
)
"""Verbs that report an event of their own."""

OPENINGS = re.compile(
    r"(?:集中|正式|全线|全面|顺利|同时|胜利|举行)?(?:开工(?!率|建设)|开工建设(?=[，。]|$)|奠基|揭牌|挂牌(?=成立|[，。]|$)|挂牌成立|通车|通航|首航|投产|投运|竣工|落成|"
    r"开园|开馆|开业|启用|封顶|合龙|贯通|试运行|建成开放|启动(?=[，。\s]|$)|首发|(?<!公)开通(?!报)|升旗|入列|交付使用)(?!仪式|典礼|的|后|时|前|以来|率|者|人员|条件)"
)
"""What happens to a work, a firm or a place that opens: a ceremony where the day is said."""

ROLE_VERBS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.CHAIR,
        re.compile(r"主持(?!人|词|下|公道|正义|制定|修|日常|全面|.{0,4}工作(?!会|部署|推进|座谈|例|汇报))"),
    ),
    (
        Role.SPEAKER,
        re.compile(
            r"讲了?话(?!精神)|致了?(?:开幕|闭幕|欢迎|答谢|主旨|贺|开场|祝酒|献|悼|感谢|告别|祝)?[词辞]|恭读|诵读|领誓|"
            r"(?:发表|作了?|做了?|就)[^，。；]{0,26}?(?:讲话|演讲|致辞|报告|发言|部署|点评|总结|汇报|说明|介绍|动员|解读|表态|辅导|讲座|讲授|强调|要求|推介|通报|宣讲)|"
            r"(?<!听)(?:强调|指出|提出|要求(?!，由|下|的)|宣布|宣读|传达|通报|汇报|叮嘱|嘱咐|寄语|勉励|承诺|讲述|阐述|阐释|回顾|解读|点评|发言|陈述|主张|坦言|直言|提议|建议(?!书|稿|案)|答复|介绍(?!信))(?!的)|"
            r"(?<!据)(?<!听)(?<![演传游学解劝小])说(?![明法服道])|(?<!听)表示|认为|(?<!代表)(?<!欢迎)(?<!荣誉)(?<=["
            + PERSON
            + r"他她日])称(?![赞为])|呼吁|谈到|"
            r"讲授?[^，。]{0,8}党课|希望|致以[^，。]{0,8}(?:问候|祝贺|感谢|敬意|慰问)|表达[^，。]{0,10}(?:感谢|敬意)|授课|主讲|开讲"
        ),
    ),
    (Role.ATTENDEE, re.compile(r"(?<![未没])(?:出席|参加)(?!工作|过)|(?<!未)列席|与会|到会|莅临|参会")),
    (Role.AUDIENCE, re.compile(r"聆听|收听|收看|听课|听取了?[^，。；]{0,6}(?:报告|讲座|宣讲|党课)(?!情况)")),
    (Role.WITNESS, re.compile(r"见证")),
    (
        Role.COMPANION,
        re.compile(r"(?<!在)陪同|随同|随行|陪伴|(?:一同|一道|一起)(?:调研|考察|检查|看望|慰问|走访|督导)"),
    ),
    (
        Role.PERFORMER,
        re.compile(
            r"表演|演唱|演奏|献上|献唱|献演|献艺|领衔|夺得|夺冠|折桂|摘得|摘取|问鼎|"
            r"(?:获得|荣获|获(?!奖))[^，。]{0,12}(?:奖|冠军|亚军|季军|金牌|银牌|铜牌|第[一二三]名)|登台演|同台演"
        ),
    ),
)
"""What a person does at an event, by the verb of a clause."""

ORGANIZING = re.compile(r"(?:共同|联合)?(?:主办|承办|协办|举办|组织举办|组织开展|发起)")

SAYING = re.compile(
    r"(?:说|表示|指出|强调|要求|认为|希望|提出|称|介绍说|告诉|透露|坦言|呼吁|叮嘱|寄语|勉励|感慨|道)(?:，|：|:|$|"
    + QUOTE
    + r")|宣布(?:：|:)"
)
"""Verbs behind which the rest of the sentence is what was said."""

COLLECTIVE_SPEAKER = re.compile(
    r"^(?:会议|全会|大会|论坛|与会[^，]{0,6}|大家|双方|各方|报告|决议|通知|意见)(?:一致|普遍)?(?:还|同时|并)?"
    r"(?:强调|指出|要求|认为|提出|号召|明确)"
)
"""会议强调 and its kind: what follows was said, by nobody in particular."""

TO_REPORTER = re.compile(
    r"告诉.{0,4}记者|对记者|向记者|接受[^，。]{0,12}采访|记者问|在采访中|告诉《|笑着对|记者看到|记者了解"
)
"""What is told to the reporter is not said at the event."""

GOVERNED_ADJACENT = re.compile(
    rf"(?:在|由|以|和|及|对|向|与|同|给|为|致|让|请|被|听|经|邀请|代表|随)"
    rf"(?:(?:了|来访的|前来|到访的|率团|正在)[^，。；]{{0,16}})?[{POST}{BODY}{PLACE}]*$"
)
GOVERNING = re.compile(
    r"会见|接见|看望|慰问|拜会|任命|免去|免职|接受|选举|当选|祝贺|致电|致信|授予|听取|走访|悼念|陪同|参观|采访|"
    r"推举|聘请|聘任|见到|遇到|带领|围绕|感谢|欢迎|由(?=[^，]{0,12}$)|通过(?=[^，]{0,4}$)|访问|互致|邀请|支持|追授|纪念|传达|贯彻|落实|学习(?!会|班)|缅怀|专访"
)
"""Words before a name that make it an object: straight before it, or anywhere before it in its clause."""

CUES: tuple[tuple[re.Pattern[str], tuple[EventType, ...]], ...] = (
    (re.compile(rf"^在[与同和]{PERSON}[^，。]{{0,8}}(?:会见|会谈|会晤|座谈)时"), (EventType.TALKS,)),
    (re.compile(r"^(?:在)?(?:会见|会谈|座谈|通话|会晤)(?:中|时|期间|过程中)"), (EventType.TALKS,)),
    (re.compile(r"^在?(?:签约|签字)仪式(?:上|现场)"), (EventType.SIGNING,)),
    (
        re.compile(r"^在?(?:[^，]{0,8})?(?:仪式|典礼|开幕式)(?:上|现场)"),
        (EventType.CEREMONY, EventType.SIGNING),
    ),
    (re.compile(r"^在?(?:报告会|宣讲会|讲座|党课|宣讲)(?:上|中|现场)"), (EventType.LECTURE,)),
    (
        re.compile(r"^在?(?:座谈会|[^，]{0,6}会|会议)上"),
        (EventType.MEETING, EventType.LECTURE, EventType.SIGNING),
    ),
    (re.compile(r"^在?(?:调研|检查|考察|慰问|走访|督导|视察)(?:中|时|期间|过程中)"), (EventType.VISIT,)),
    (
        re.compile(r"^在?(?:活动|比赛|演出|大赛|决赛)(?:中|上|现场|期间)"),
        (EventType.ACTIVITY, EventType.LECTURE),
    ),
)
"""How a clause says at which of the article's events it is."""

OBJECT_TYPES: tuple[tuple[re.Pattern[str], tuple[EventType, ...]], ...] = (
    (re.compile(r"会见|会谈|座谈(?!会)|会晤"), (EventType.TALKS,)),
    (re.compile(r"签约|签字|签署"), (EventType.SIGNING,)),
    (re.compile(r"报告会|宣讲|讲座|党课|报告"), (EventType.LECTURE, EventType.MEETING)),
    (re.compile(r"仪式|典礼|开幕式|闭幕式|开工|奠基|揭牌|剪彩"), (EventType.CEREMONY, EventType.SIGNING)),
    (re.compile(r"调研|考察|视察|检查|督导|慰问|走访|看望"), (EventType.VISIT,)),
    (re.compile(r"座谈会|会议|大会|全会|论坛|会$"), (EventType.MEETING, EventType.LECTURE)),
    (re.compile(r"活动|比赛|演出|大赛"), (EventType.ACTIVITY, EventType.CEREMONY)),
)
"""Which event the object of a role verb means (主持签约仪式, 参加会见)."""

ROLELESS = (EventType.MESSAGE, EventType.APPOINTMENT)
"""Events at which nobody speaks, chairs or attends: only what their own verbs say."""

_HEADS = tuple((type, re.compile(rf"(?:{pattern})")) for type, pattern in NOUNS)
EVENT_NOUN = re.compile("|".join(f"(?:{pattern})" for _, pattern in NOUNS))


def type_of_name(name: str) -> EventType | None:
    """Return the type of an event by the head noun of its name, ``None`` where no head is known.

    Examples
    --------
    >>> type_of_name("全市项目集中签约仪式"), type_of_name("市委常委会会议"), type_of_name("第三届荷花文化节")
    (<EventType.SIGNING: 'signing'>, <EventType.MEETING: 'meeting'>, <EventType.ACTIVITY: 'activity'>)
    """
    best: tuple[int, int] | None = None
    chosen: EventType | None = None
    for type, pattern in _HEADS:
        for match in pattern.finditer(name):
            key = (match.end(), match.end() - match.start())
            if best is None or key > best:
                best, chosen = key, type
    return chosen


__all__ = [name for name in dir() if name.isupper()] + ["Verb", "type_of_name", "EVENT", "PROJECT"]
