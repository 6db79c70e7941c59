"""POST candidates: the head of one office with what modifies it, without its body (常务副市长, 党委书记, 组织部长)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.lexicon.posts import COMMITTEES, DEPARTMENTS, HEADS, RANKS, UNITS
from newsgraph.tag.candidates import Candidate, candidates_of

BY = "grammar.post"
SURE, LIKELY, GUESS = 0.95, 0.88, 0.55


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_POST = re.compile(
    rf"(?:(?:{_any(COMMITTEES)})(?:执行|常务|第[一二三])?(?:副书记|书记|副主席|主席|常委|委员|(?<=党组)成员)"
    rf"|(?:{_any(RANKS)}){{0,3}}"
    rf"(?P<head>(?:{_any(DEPARTMENTS)})(?:部长|局长|厅长|大臣)|{_any((*HEADS, *(f'{unit}长' for unit in UNITS)))})"
    r"(?:助理(?!工程|研究|巡))?)"
)
_COLLECTIVE = re.compile(
    r"(?:(?:(?<![我全各该])[省市县区州旗盟乡镇]|自治区)?(?:几|[四五六])(?:大|套)(?:家)?班子|(?<![医全])[省市县区州旗盟校院镇厅局]级?|县处级|厅局级|"
    r"副[省市县]级|省部级)领导(?:同志)?"
    r"(?!班子|干部|小组|机构|核心|下|人员|人选|集体|力|岗位|职务|体制|权|机关|工作|科学|责任|的重视)"
)
_MEETING = re.compile(
    r"会议|办公会|碰头会|联席会|例会|论坛|热线|信箱|接待日|级|制[度的，。、]|岗|们|杯|奖[励项]?|联合办公"
)
_AFTER_LONG = re.compile(
    r"期(?!间)|远|足|效|久|达|大[了的]|跑|者|假|廊|途|短|度|出|势|成[长为立]|青|夜|辈|篇|龙[头]|征[途程]|三角|株潭|春[市经轨]|"
    r"沙[市县区经湾]|安[区街镇汽路大]|寿[区]|汀[县]|治[市]|丰[县]|垣|海县|乐[市区]|白[山]|葛市|兴[县]|宁[区县]|清区|武县|顺县|"
    r"泰[区县]|江[大流经沿上中下三路干]|城[汽国内外站]|河|红|津湖|势头|眠|鸣|叹|椅"
)
_GUARDS: dict[str, tuple[str, str]] = {
    "书记": (r"", r"处|员|官"),
    "主任": (r"班", r"医师|播音|护师|药师|技师|记者|编辑|检察官|法官|科(?!员)"),
    "主席": (r"", r"台|团|令|国"),
    "委员": (r"[\d一二三四五六七八九十名位的，。；有些]|[^国省市县区州届驻会]政协", r"会|们|视察团|\d|共"),
    "常委": (r"[\d名]", r"会|扩大|班子"),
    "代表": (r"", r"大会|团|资格|联络|之家|议案|建议"),
    "经理": (r"采购|职业", r"人"),
    "大使": (r"形象|推广|招商|公益|爱心|旅游|文化|宣传|友好|环保", r"馆|级|衔"),
    "公使": (r"", r"馆|衔"),
    "领事": (r"", r"馆|处|保护|服务|业务|司"),
    "总统": (r"", r"府|制|选举|大选|候选|宝座|就职"),
    "总理": (r"", r"府|事|念|论"),
    "首相": (r"", r"府"),
    "国王": (r"", r"杯|大道"),
    "司令": (r"", r"部|台|员"),
    "秘书": (r"", r"长|处|科|局|一处|们"),
    "顾问": (r"", r"委员会|团|公司|单位|有限"),
    "董事": (r"", r"会|长|局"),
    "监事": (r"", r"会|长"),
    "理事": (r"", r"会|长|国|单位|大会"),
    "成员": (r"", r"国|单位|企业|方"),
    "专员": (r"[^署区副代、，。记\n原任]", r"公署|们|办"),
    "总监": (r"", r"制"),
    "总工": (r"", r"会|作"),
    "总编": (r"", r"审|室"),
    "教授": (r"", r"级|们|团队|委员会"),
    "研究员": (r"", r"级|们"),
    "院士": (r"", r"工作站|专家|团队|们|行"),
    "博士生导师": (r"", r""),
    "支书": (r"", r"记"),
    "首席科学家": (r"", r"团队"),
    "所长": (r"[有之无其一]", r""),
    "会长": (r"机", r""),
    "部长": (r"", r"通道"),
    "市长": (r"", r"质量奖|国际|接访"),
    "区长": (r"", r""),
    "村长": (r"", r""),
    "工会主席": (r"", r""),
}
"""What may not stand right before and right behind a head, where it is another word then."""

_WEAK = (
    "委员", "常委", "教授", "院士", "研究员", "博士生导师", "秘书", "顾问", "成员", "代表", "董事", "监事", "理事", "议员", "参事", "指导员",
    "司令", "专员", "执委", "馆员", "发言人", "经理", "领队", "班长", "店长", "室长", "段长",
)  # fmt: skip
_BODY_BEFORE = re.compile(
    r"(?:[省市县区州旗盟镇乡地]委|党委|纪委|监委|政协|人大|大学|学院|[院所校局部厅处办司科系队团社行厂矿站中心会组府署]|公司|集团|"
    r"政治局|中央|班子|常委会|委员会|学部)$"
)
_ACADEMIC = ("教授", "院士", "研究员", "博士生导师")
_PLACES_COMMITTEE = re.compile(r"(?:[镇乡州市县省旗盟村]|(?<!军)区|公社|街道|苏木|嘎查|(?<![高学党])校)$")


def find_posts(text: str, candidates: Iterable[Candidate] = ()) -> Iterator[Candidate]:
    """Yield the POST candidates of `text`, in order, none overlapping another.

    `candidates` are those that stand already; a weak head (委员, 教授, 成员) is sure only right behind a body or behind a
    post that it is coordinated with.

    Examples
    --------
    >>> text = "县委副书记、代县长某某，市招商集团党委书记、董事长某某"
    >>> [text[c.start : c.end] for c in find_posts(text)]
    ['副书记', '代县长', '党委书记', '董事长']
    """
    bodies = {c.end for c in candidates if c.label in ("ORG", "PLACE")}
    last = 0
    for match in _COLLECTIVE.finditer(text):
        yield Candidate(match.start(), match.end(), "POST", SURE, BY)
    for match in _POST.finditer(text):
        start, end = _trimmed(text, match)
        score = _score(text, start, end, match["head"] or "", bodies, last)
        if score:
            yield Candidate(start, end, "POST", score, BY)
            last = end


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the span without the committee of a place (镇党委 is a body), with 自治区 of 自治区主席."""
    start, end = match.span()
    post = match.group()
    for committee in COMMITTEES:
        if post.startswith(committee):
            at_place = _PLACES_COMMITTEE.search(text[max(0, start - 4) : start])
            return (start + len(committee) if _is_body(text, start, committee) else start), end
    if post in ("主席", "副主席", "常务副主席") and re.search(
        r"(?<![族古藏疆尔])自治区$", text[max(0, start - 4) : start]
    ):
        return start - 3, end
    if "人大代表" in post:
        return end - 2, end
    return start, end


def _is_body(text: str, start: int, committee: str) -> bool:
    """Whether the committee printed at `start` is a place's, and so a body of its own, and not a firm's or school's."""
    lead = text[max(0, start - 4) : start]
    if committee == "工会":
        return lead.endswith("总")
    if committee == "纪委":
        return re.search(r"(?:[省市县区州旗盟]|中央|常委、)$", lead) is not None
    return committee in ("党委", "党支部", "党总支") and _PLACES_COMMITTEE.search(lead) is not None


def _score(text: str, start: int, end: int, head: str, bodies: set[int], last: int) -> float:
    """Return how sure the post is; 0 where it is another word."""
    if _MEETING.match(text, end) or (text[end - 1] == "长" and _AFTER_LONG.match(text, end)):
        return 0.0
    post = text[start:end]
    for guarded, (before, after) in _GUARDS.items():
        if post.endswith(guarded):
            at = end - len(guarded)
            if before and re.search(rf"(?:{before})$", text[max(0, at - 4) : at]):
                return 0.0
            if after and re.match(after, text[end : end + 4]):
                return 0.0
    weak = next((w for w in _WEAK if head == w and post == w or head.endswith(w) and w in _ACADEMIC), None)
    if weak is None:
        return SURE
    coordinated = last and re.fullmatch(r"[、兼和]", text[last:start])
    if start in bodies or coordinated:
        return SURE
    if _BODY_BEFORE.search(text[max(0, start - 4) : start]):
        return LIKELY if weak in ("成员", "代表", "秘书") else SURE
    return 0.0 if weak in (*_ACADEMIC, "代表", "成员") else GUESS


@Language.component("newsgraph_posts")
def tag_posts(doc: Doc) -> Doc:
    """Append the POST candidates of `doc`."""
    candidates = candidates_of(doc)
    candidates.extend(list(find_posts(doc.text, candidates)))
    return doc
