"""Which person a PERSON mention names: full names, surnames with titles, short forms of foreign names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsgraph.model import Article, Mention, MentionType, Tagged, Title, TitleForm
from newsgraph.resolve.ranks import Standing
from newsgraph.text import fold

_NICKNAME = re.compile(r"[老小阿](.)$")
_ADDRESS = re.compile(
    r"(?:阿婆|阿姨|阿伯|大爷|大妈|大娘|大叔|奶奶|爷爷|婆婆|伯伯|先生|女士|小姐|老师|医生|师傅|老人|老汉|教授)"
)
_OCCUPATIONS = (
    "村民|居民|市民|农民|菜农|果农|茶农|花农|渔民|牧民|农户|贫困户|脱贫户|种植户|养殖户|种粮大户|大户|工人|职工|员工|女工|民工|农民工|"
    "司机|驾驶员|个体户|老板|店主|摊主|业主|店员|商户|学生|同学|大学生|研究生|考生|老人|老汉|大爷|大妈|演员|歌手|选手|队员|运动员|"
    "教练|志愿者|护士|医生|民警|辅警|战士|老兵|退役军人|退伍军人|保安|保洁员|快递员|骑手|环卫工人?|护林员|网格员|技术员|讲解员|"
    "导游|主播|画家|作家|诗人|书法家|摄影师|艺术家|艺人|传承人|游客|旅客|乘客|家长|患者|消费者|读者|网友|学员|群众|党员|"
    "犯罪嫌疑人|嫌疑人|被告人?|受害人|伤者|教师|老师|厨师|裁缝|木匠|铁匠|石匠|瓦匠|农技员|返乡青年|青年|小伙|姑娘|妇女|男子|女子|"
    "企业家|创业者|经营者|负责人的?|法人|工程师|专家|学者|博士|设计师|程序员|律师"
)
_QUALITIES = (
    "下岗|退休|退役|返乡|留守|残疾|贫困|外来|援疆|援藏|年轻|年过[五六七八九]旬的?|老|小|女|男|大[一二三四]|高[一二三]|初[一二三]|"
    "本地|当地|普通|参赛|获奖|种粮|种茶|种菜|养猪|养牛|养羊|少年|青年|个体"
)
_DESCRIPTION = re.compile(
    rf"((?:\d{{1,3}}岁的?)?(?:{_QUALITIES}){{0,3}}(?:{_OCCUPATIONS})|\d{{1,3}}岁的?)(?:（[^）]*）)?$"
)
_AGE_BEHIND = re.compile(r"[（(，,]\s*(?:男|女)?[，、]?(?:今年)?(\d{1,3}岁)")


@dataclass(slots=True)
class Occurrence:
    """One person of one article: his mentions there, and what the article says of him.

    `scope` is the code of the `seat`; of an item of an archive without a seat, which speaks to the whole country,
    ``""``, and of a page without one its source's id. `offices`
    maps the office's id to where it stands; `taking` and `leaving` are those that he takes up and leaves.
    `description` is an ordinary person's (56岁的下岗女工). `byline`: he wrote or photographed the article.
    `report` is the same for him in every copy of the article's text.
    `namesake` tells from 1 on the people of one name apart whom a list of the article names, else 0.
    `company` are the ids of the bodies that the article mentions.
    """

    article: str
    page: str
    scope: str
    name: str
    date: str | None
    byline: bool = False
    namesake: int = 0
    report: str = ""
    seat: str = ""
    mentions: list[Mention] = field(default_factory=list)
    offices: dict[str, Standing] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    taking: set[str] = field(default_factory=set)
    leaving: set[str] = field(default_factory=set)
    bench: Standing | None = None
    description: str | None = None
    company: frozenset[str] = frozenset()


def surname_mentions(tagged: Tagged) -> dict[str, Title]:
    """Return the titles of surnames with a post (章市长), by the id of the surname's mention."""
    return {t.holder: t for t in tagged.titles if t.holder and t.form is TitleForm.SURNAME}


def is_byline(article: Article, mention: Mention) -> bool:
    """Whether a mention stands in the article's byline."""
    return any(byline.span.overlaps(mention.span) for byline in article.bylines)


def person_names(
    tagged: Tagged,
    *,
    page_names: Sequence[str],
    posts_of: Mapping[str, frozenset[str]],
) -> dict[str, str]:
    """Return the full name of each PERSON mention of an article, by mention id.

    Parameters
    ----------
    page_names : Sequence[str]
        Full names of the page, for what the article itself leaves open.
    posts_of : Mapping[str, frozenset[str]]
        The posts that each full name of the page holds, by which 章市长 finds 章.
    """
    article = tagged.article
    people = [m for m in tagged.mentions if m.type is MentionType.PERSON]
    surnames = surname_mentions(tagged)
    posts = {m.id: fold(m.text) for m in tagged.mentions if m.type is MentionType.POST}
    post_at = {m.span.start: posts[m.id] for m in tagged.mentions if m.id in posts}
    full = [m for m in people if m.id not in surnames and len(fold(m.text)) > 1 and not is_byline(article, m)]
    names: dict[str, str] = {}
    for mention in people:
        own = fold(mention.text)
        before = [fold(m.text) for m in full if m.span.start < mention.span.start]
        behind = [fold(m.text) for m in full if m.span.start > mention.span.start]
        nearest = [*reversed(before), *behind]
        if is_byline(article, mention):
            names[mention.id] = own
        elif mention.id in surnames or len(own) == 1:
            title = surnames.get(mention.id)
            post = posts.get(title.post) if title else None
            names[mention.id] = _of_surname(own, post, nearest, page_names, posts_of) or own + _address(
                article, mention
            )
        elif nickname := _NICKNAME.fullmatch(own):
            names[mention.id] = _only([n for n in before if n.startswith(nickname[1]) and n != own]) or own
        else:
            post = post_at.get(mention.span.end)
            names[mention.id] = (
                _of_part(own, nearest)
                or _of_part(own, page_names)
                or _only([n for n in nearest if post in posts_of.get(n, ()) and _is_half(own, n)])
                or own
            )
    return names


def full_names(tagged: Tagged) -> list[str]:
    """Return the names printed in full in an article, bylines left out, in order."""
    surnames = surname_mentions(tagged)
    return [
        fold(m.text)
        for m in tagged.mentions
        if m.type is MentionType.PERSON
        and m.id not in surnames
        and len(fold(m.text)) > 1
        and not is_byline(tagged.article, m)
    ]


def _of_surname(
    surname: str,
    post: str | None,
    nearest: Sequence[str],
    page_names: Sequence[str],
    posts_of: Mapping[str, frozenset[str]],
) -> str | None:
    """Return the nearest person of this surname, those with the post first; the article before the page."""
    for names in (nearest, page_names):
        fits = [name for name in names if name.startswith(surname) and len(name) > len(surname)]
        held = [name for name in fits if post and post in posts_of.get(name, ())]
        if held:
            return held[0]
        if fits and names is nearest:
            return fits[0]
    return None


def _address(article: Article, mention: Mention) -> str:
    """Return the form of address behind a surname (阿婆 in 姚阿婆), or ``""``."""
    match = _ADDRESS.match(article.text, mention.span.end)
    return match.group() if match else ""


def _is_half(own: str, name: str) -> bool:
    """Whether `own` begins or ends a name without surname, as a post behind it may leave it (才旦州长 of 某某才旦)."""
    return 1 < len(own) < len(name) and (name.startswith(own) or name.endswith(own))


def _of_part(own: str, names: Sequence[str]) -> str | None:
    """Return the one full name of which `own` is a part: 索洛金 of 伊戈尔·索洛金."""
    if "·" in own:
        return None
    return _only([name for name in names if "·" in name and own in name.split("·")])


def _only(names: Sequence[str]) -> str | None:
    distinct = dict.fromkeys(names)
    return next(iter(distinct)) if len(distinct) == 1 else None


def describe(article: Article, mention: Mention) -> str | None:
    """Return how the text introduces an ordinary person (村民, 56岁的下岗女工), or ``None``.

    Examples
    --------
    >>> from newsgraph.model import ArticleKind, Piece, Span
    >>> text = "68岁的村民周大有说"
    >>> a = Article(id="a", source="s", kind=ArticleKind.NEWS, text=text, start=0, end=9, pieces=())
    >>> describe(a, Mention(id="m", article="a", span=Span(6, 9), text="周大有", type=MentionType.PERSON))
    '68岁的村民'
    """
    match = _DESCRIPTION.search(article.text, max(0, mention.span.start - 20), mention.span.start)
    if match:
        return match[1].removesuffix("的")
    age = _AGE_BEHIND.match(article.text, mention.span.end)
    return age[1] if age else None
