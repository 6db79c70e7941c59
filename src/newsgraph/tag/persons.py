"""PERSON candidates: names where the grammar of the press puts one (behind posts, in lists, in bylines, before verbs)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.lexicon.persons import COMPOUND_SURNAMES, name_table, surname_of
from newsgraph.tag.candidates import VETO, Candidate, candidates_of
from newsgraph.tag.known_names import find_names, printed_forms
from newsgraph.tag.names import Name, joint_start, read_foreign, read_name, read_run

BY = "grammar.person"

_BYLINE = re.compile(
    r"(?:记者|通讯员|实习生|摄影报道|摄影|撰稿|撰文|作者|整理|文/图|图/文|文／图|[文图摄]\s?[/／]|主讲人|主持人|报道员|特派员)[：: 　]{0,3}"
)
_OCCUPATION = re.compile(
    r"(?:村民|居民|市民|农民|牧民|渔民|股民|网民|业主|户主|店主|车主|船主|老板|老板娘|职工|员工|工人|女工|民工|矿工|教师|老师|学生|同学|"
    r"医生|大夫|护士|司机|的哥|演员|歌手|画家|书法家|作家|诗人|导演|企业家|艺术家|科学家|专家|学者|选手|运动员|队员|名将|教练|裁判|民警|"
    r"交警|辅警|干警|战士|律师|工程师|技师|研究员|博士|硕士|院士|教授|劳模|模范|英雄|烈士|儿子|女儿|妻子|丈夫|母亲|父亲|老人|志愿者|"
    r"网格员|贫困户|脱贫户|低保户|养殖户|种植户|大户|群众|党员|书记员|主播|同志|代表|委员|冠军|得主|获得者|被告人|嫌疑人|原告|被告|男子|"
    r"女子|女孩|男孩|名叫|社员|会员|创始人|传承人|艺人|匠人|负责人|大妈|大爷|大娘|经理人|读者|游客|顾客|旅客|乘客|患者|球员|前锋|后卫|"
    r"门将|主帅|新秀|老将|小将|干部|村官|队友|搭档|妹妹|弟弟|哥哥|姐姐|夫人|分析师|理发师|摄影师|设计师|飞行员|航天员|检察官|法官|法医|"
    r"播音员|推销员|售货员|营业员|保安|保洁员|护林员|饲养员|厨师|师傅|班主任|辅导员|指战员|团员|组员|助手|秘书|保姆|导游|讲解员|"
    r"少将|中将|上将|大校|上校|中校|少校|公公|婆婆|女婿|儿媳)"
)
_VERB_BEFORE = re.compile(
    r"(?:任命|免去|选举|推选|祝贺|会见|看望|慰问|会晤|接见|聘请|邀请|缅怀|接受|同意|提名|补选|增选|采访|追授|追悼|悼念|批准|选出|接替|"
    r"叮嘱|致电|访问|罢免|授予|推举|增补|撤销|陪同|由|随)"
)
_LIST_JOINT = re.compile(r"(?:（[^（）\n]{1,10}）)?(?:、|以及|和|及|与|暨|[ 　]{1,2})")
_CLAUSE = re.compile(r"(?<=[，。；：！？“”\n、（(　 ])|^")
_ADDRESS = re.compile(
    r"先生|女士|小姐|老师|师傅|阿姨|大爷|大妈|大娘|大叔|大哥|大姐|奶奶|爷爷|婆婆|阿婆|阿公|阿伯|大伯|伯伯|叔叔|医生|大夫|教授|同志|老汉|老人家|"
    r"警官|法官|律师|经理|老板|老先生|总(?=说|告诉|介绍|表示|，)"
)
_CERTAIN_SURNAME = 3.0
_MOU = re.compile(r"某(?:某|[\u4e00-\u9fff](?=[，。；、）“”说的涉因在等到于])|)(?!种|些|个|天|年|月|日|地|处|市|县|省|镇|村|区|校|公司|企业|单位|局|部|国|人|项)")
_DOCTRINE = re.compile(
    r"习近平(?:同志)?新时代中国特色社会主义思想|习近平(?:总书记)?(?:新时代)?(?:强军|外交|经济|法治|生态文明|文化)思想|"
    r"毛泽东(?:同志)?思想|邓小平(?:同志)?(?:建设有中国特色社会主义)?理论"
)
AFTER_POST, IN_BYLINE, IN_LIST, AFTER_OCCUPATION = "post", "byline", "list", "occupation"
AFTER_VERB, AT_CLAUSE, JOINED = "verb", "clause", "joined"
_FLOOR = {AFTER_POST: 0.0, IN_BYLINE: -2.0, IN_LIST: 3.0, AFTER_OCCUPATION: 3.0, AFTER_VERB: 4.0, AT_CLAUSE: 4.0}
"""Least log-odds of a name in each place."""

_STEPS = {
    AFTER_POST: (3.5, 1.5), IN_BYLINE: (3.0, 1.0), IN_LIST: (7.5, 5.5), AFTER_OCCUPATION: (6.0, 4.5), AFTER_VERB: (9.0, 6.0),
    AT_CLAUSE: (9.5, 7.0), JOINED: (0.0, 0.0),
}  # fmt: skip
"""Log-odds from which 97 and 90 names of a hundred were right in each place, on annotated news."""

_SURE = 0.9
_LONGEST_HEADLINE = 32




def find_persons(text: str, candidates: Sequence[Candidate] = ()) -> Iterator[Candidate]:
    """Yield the PERSON candidates of `text`.

    `candidates` are those that stand already; the posts among them tell where names begin. Names found where the text
    leaves no doubt are found again wherever else they stand, in headlines run together too.
    """
    for match in _DOCTRINE.finditer(text):
        yield Candidate(match.start(), match.end(), VETO, 0.97, BY)
    posts = [c for c in candidates if c.label == "POST"]
    found: dict[int, tuple[Name, str]] = {}
    for start, place in _places(text, posts):
        _read_list(text, start, place, found)
    for name in (*_joined_names(text, candidates), *_runs(text)):
        found[name.start] = (name, JOINED)
    bodies = [(c.start, c.end) for c in candidates if c.label in ("ORG", "PLACE") and c.score >= _SURE]
    names = [
        Candidate(n.start, n.end, "PERSON", probability(n.score, place), BY)
        for n, place in found.values()
        if place in (AFTER_POST, IN_BYLINE, JOINED) or not any(s < n.end and n.start < e for s, e in bodies)
    ]
    yield from names
    certain = [name for name in names if name.score >= _SURE]
    forms = printed_forms(text[name.start : name.end] for name in certain)
    for start, end, short in find_names(text, forms, taken=[(name.start, name.end) for name in certain]):
        yield Candidate(start, end, "PERSON", 0.85 if short else 0.93, BY)
    yield from _surnames(text, posts, {surname_of(form) for form in forms})


def probability(score: float, place: str) -> float:
    """Return how often a name of that log-odds in that place is one, as counted on annotated news."""
    sure, likely = _STEPS[place]
    return 0.97 if score >= sure else 0.9 if score >= likely else 0.7


def _runs(text: str) -> Iterator[Name]:
    """Yield names run together at the start of a headline or after a space in it."""
    for line in re.finditer(r"[^\n]+", text):
        if line.end() - line.start() > _LONGEST_HEADLINE or re.search("[，。；]", line.group()):
            continue
        for match in re.finditer(r"(?:^|[ 　])(?=.)", line.group()):
            yield from read_run(text, line.start() + match.end(), line.end())


def _places(text: str, posts: Iterable[Candidate]) -> Iterator[tuple[int, str]]:
    """Yield where a name may begin, surest places first."""
    for post in posts:
        at = post.end
        while text[at : at + 1] and text[at] in " 　：:":
            at += 1
        yield at, AFTER_POST
    for pattern, place in ((_BYLINE, IN_BYLINE), (_OCCUPATION, AFTER_OCCUPATION), (_VERB_BEFORE, AFTER_VERB)):
        for match in pattern.finditer(text):
            yield match.end(), place
    for match in _CLAUSE.finditer(text):
        yield match.end(), AT_CLAUSE


def _read_list(text: str, start: int, place: str, found: dict[int, tuple[Name, str]]) -> None:
    """Read the names that begin at `start` and are joined by 、, 和, 及 or a space, into `found`."""
    while start not in found:
        name = read_name(text, start) if text[start : start + 1] in _initials() else None
        if name is None or name.score < _FLOOR[place]:
            return
        found[start] = (name, place)
        joint = _LIST_JOINT.match(text, name.end)
        if joint is None:
            return
        start, place = joint.end(), IN_LIST


@cache
def _initials() -> frozenset[str]:
    """Return the characters that a name may begin with."""
    surnames = {surname[0] for surname in name_table("surname")}
    return frozenset(surnames | {c for c, value in name_table("foreign").items() if value > 0.5})


def _joined_names(text: str, candidates: Iterable[Candidate]) -> Iterator[Name]:
    """Yield the transliterated names that hold a ·, wherever they stand."""
    ends = sorted(c.end for c in candidates if c.label in ("POST", "ORG", "PLACE"))
    last = 0
    for match in re.finditer("[·•‧・∙⋅]", text):
        if match.start() < last:
            continue
        before = [end for end in ends if match.start() - 9 <= end < match.start()]
        start = joint_start(text, match.start(), max(last, before[-1] if before else 0))
        name = read_foreign(text, start) if start < match.start() else None
        if name is not None and name.end > match.end() and name.score > 4.0:
            last = name.end
            yield name


def _surnames(text: str, posts: Iterable[Candidate], known: Collection[str]) -> Iterator[Candidate]:
    """Yield surnames before a form of address or a post (王先生, 司徒市长), 王某 and 薛某华 whole."""
    for match in re.finditer("某", text):
        if text[match.start() - 1 : match.start()] in name_table("surname") and (tail := _MOU.match(text, match.start())):
            yield Candidate(match.start() - 1, tail.end(), "PERSON", 0.9, BY)
    for match in _ADDRESS.finditer(text):
        if (start := _surname_before(text, match.start())) is not None:
            yield Candidate(start, match.start(), "PERSON", 0.85, BY)
    for post in posts:
        if (start := _surname_before(text, post.start)) is not None:
            yield Candidate(start, post.start, "PERSON", 0.95 if text[start : post.start] in known else 0.6, BY)


def _surname_before(text: str, end: int) -> int | None:
    """Return where a surname that stands alone before `end` begins."""
    for length in (2, 1):
        start = end - length
        surname = text[max(0, start) : end]
        if length == 2 and surname not in COMPOUND_SURNAMES:
            continue
        if name_table("surname").get(surname, 0.0) >= _CERTAIN_SURNAME and _stands_free(text, start):
            return start
    return None


def _stands_free(text: str, start: int) -> bool:
    """Whether nothing before `start` can belong to a longer word."""
    return start == 0 or re.match(r"[，。；：！？“”‘’\s（、—…]|[对向给和与见问叫找当说的请跟是]", text[start - 1]) is not None


@Language.component("newsgraph_persons")
def tag_persons(doc: Doc) -> Doc:
    """Append the PERSON candidates of `doc`."""
    candidates = candidates_of(doc)
    candidates.extend(list(find_persons(doc.text, candidates)))
    return doc
