"""Facts about projects: what they cost, how large they are, where they lie, who builds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from newsgraph.link.arguments import EntityOf, projects_in
from newsgraph.link.clauses import Clause
from newsgraph.link.drafts import similar_names
from newsgraph.link.numerals import ABOUT, AMOUNT, MONEY, UNIT, read_amount, read_money
from newsgraph.link.skeleton import BODY, EVENT, PLACE, PROJECT, Element
from newsgraph.model import Attr, Evidence, Fact, Mention, MentionType, Span

_CHANGED = "(?:调整|增加|追加|提高|上调|扩大|压缩|核减|调减|核增|减少|下调|缩减|增|降|减)(?:为|到|至)"
_MORE = "(?<!追加)(?<!新增)(?<!增加)(?<!首期)"
"""Words before which a figure is not the whole: what is added, or the first part."""
_WHOLE = f"(?<!完成)(?<!资产){_MORE}"
"""The same of a sum, which may also be what was spent so far, or invested in shares."""


def _former(unit: str) -> str:
    """Return the pattern of the figure that a new one takes the place of (由原来的20亿元追加至)."""
    return rf"(?:(?:[由从原]|原来的?)*(?:{AMOUNT}){unit}{_CHANGED})?"


_INVESTED = re.compile(
    rf"(?:{_WHOLE}(?:计划|预计|规划|项目|合同|协议|估算|概算)?总?{_WHOLE}投资(?:总?额|概算|估算|规模)?|投资总额|总造价|造价|引资|斥资|耗资)"
    rf"{_former(f'(?:{UNIT})?(?:人民币)?')}{ABOUT}{MONEY}"
    rf"(?:[（(]\s*(?:约|折)?合?(?:人民币)?约?(?P<cny>{AMOUNT})元(?:人民币)?\s*[）)])?"
)
_AREA_UNIT = "余?亩|平方米|公顷|平方公里|㎡"
_AREA = re.compile(
    rf"(?P<what>{_MORE}(?:总|规划|计划|项目|拟|净)*(?:占地|用地|征地|建设用地|规划用地|占地总|总用地)(?:总?面积)?|(?:规划|总)?面积|(?:总)?建筑面积|(?:总)?建设面积)"
    rf"{_former(f'(?:{_AREA_UNIT})')}{ABOUT}(?P<amount>{AMOUNT})(?P<unit>{_AREA_UNIT})"
)
_FOREIGN, _CURRENCY = "investment_amount", "investment_currency"
_SQUARE_METRES = {"平方米": 1.0, "㎡": 1.0, "公顷": 1e4, "平方公里": 1e6}
_SITED = re.compile(
    rf"(?:位于|选址(?:于|在|定于)?|落户(?:于|在|到)?|落地(?:于|在)?|坐落于?在?|[厂选地]址(?:就|选)?在|建在|建于|地处|设在|落子|布局在|布局于|起于|起自|止于|涉及)(?P<at>{PLACE}+(?:[、和]{PLACE}+)*)"
)
_SITED_VERB = re.compile(
    rf"在(?P<at>{PLACE}+)[^，。]{{0,8}}(?:开工|奠基|动工|建设|落地|兴建|兴办|投资|启动|投产|开业|竣工|落成)"
)
_ALL_SITED = re.compile(
    rf"(?P<count>[两二三四五六七八九十]|\d+)个(?:重点|重大|合作|签约)*项目(?:均|都|全部)(?:位于|选址(?:于|在)?|落户(?:于|在)?|落地(?:于|在)?|建在)(?P<at>{PLACE}+)"
)
"""Where all the works lie that the next words name one by one."""
_OPENED = re.compile(rf"[{EVENT}{PROJECT}][^，。{PLACE}]{{0,8}}在(?P<at>{PLACE}+)(?:隆重|正式)?(?:举行|举办)")
_OPENING = re.compile("(?:开工|奠基|动工|破土|竣工|落成|投产|通车)(?:仪式|典礼|活动)?")
"""What a work is opened by, which is held where it lies."""
_SCENE = re.compile(
    rf"(?:[在到]|来到|走进|赶到|赶赴|前往|深入|抵达)(?P<at>{PLACE}+)(?:，|(?=[^，。]{{0,4}}(?:[察查]看|视察|考察|调研|了解|检查|督导|参观)))"
)
"""Where somebody is who is then told to look at a project, or where the next words show it."""
_SHARES = re.compile(
    rf"(?:总?(?:投资|造价)(?:总?额)?分别|分别(?:计划|预计)?总?投资)(?:约|达|为)*(?P<sums>(?:{AMOUNT})元?(?:[、和及](?:{AMOUNT})元?)+)"
)
"""What each of the projects named last or in the same words costs, in their order."""
_BUILDS = re.compile(
    rf"由(?P<by>(?:[^，。{BODY}]{{0,8}}{BODY}[、和与及]?)+)(?:共同|联合|独资|控股|总|全额|负责)*(?:投资|建设|开发|出资|兴建)"
)
_BUILDS_ACTIVE = re.compile(
    rf"(?P<by>{BODY})(?:计划|拟|将|共同|总)*投资(?:[^，。]{{0,20}}?(?:(?:建设|兴建|打造|开发|新建)(?:的)?|的)(?=[^，。]{{0,6}}{PROJECT})|建设$)"
)
_SEVERAL = re.compile(r"[两二三四五六七八九十百\d]+(?:个|大|批)[^，。；]{0,8}(?:项目|工程)")
_UNTAGGED = re.compile(
    r"^(?:其中|据悉|据了解|据介绍)?(?![该此这本]|项目|工程|园区|基地)(?P<name>[^，]{2,40}?(?:项目|工程|[园港区]|基地|中心|电站|大桥|公路))"
    r"(?=位于|选址|落户|坐落|由|计划|预计|总投资|投资|占地|用地)"
)
_IT = re.compile("[该此这][个座条]?(?:项目|工程|园区|产业园|基地|中心|研究院|大桥|公路|医院|学校|工厂)")
_HEAD = re.compile("(?:建设)?(?:项目|工程)$")
_TOTAL = re.compile(r"合计|总计|共计|项目\d+个|这批|上述")
_SUM = re.compile(r"全市|全县|全省|全区|累计|合计|[一二三四五]期")
_SUM_BEFORE = re.compile(rf"投资(?:总?额)?{ABOUT}{MONEY}(?:建设|兴建|新建)?的[^，。；、]{{0,12}}$")
_SUM_BEHIND = re.compile(rf"[（(](?:计划|项目)?总?投资(?:总?额)?{ABOUT}{MONEY}[）)]")
_OTHER = re.compile(
    r"(?<![该此这本两])[\u4e00-\u9fff]{3,}(?<!宣布)(?<!参加)(?<!出席)(?:项目|工程)(?:也|同时|同日|正式)?(?:开工|奠基|动工|竣工|投产|签约|启动|落户)(?!仪式|典礼|活动|大会)"
)
"""A work by a name that is tagged as none, which the words behind it (该项目) go on with."""
_COUNTED_AMONG = re.compile("(?:作为|属于|列入|纳入)[^，。；]*的|实施")
"""What stands straight before the project of which the clause speaks, though it opens like an aside."""
_PHASE = re.compile("[一二三四五六]期")
_PAYS = re.compile(rf"(?:{BODY}|集团|公司|企业)[^，。]{{0,20}}?(?<!总)投资|^(?:计划|拟|将)投资")
_BUILT = re.compile(rf"^[^，。]{{0,16}}?(?:建设|兴建|打造|新建|建立|开发)[^，。]{{0,8}}?{PROJECT}")
_IS_ONE = re.compile(rf"{PROJECT}[^，{PROJECT}]{{0,4}}(?:是|系|为|属)")
_ASIDE = re.compile(
    r"作为|属于|列入|纳入|依托|围绕|相邻|毗邻|邻近|附近|结合|对接|推进|实施(?!的)|借助|类似|除"
)


@dataclass(slots=True)
class ProjectFacts:
    """What was read of one project: figures, and ties (place or body), each with its evidence.

    An article tells one figure of a kind, its first; another article may tell another.
    """

    told: list[tuple[str, Attr, Evidence]] = field(default_factory=list)
    places: list[tuple[str, Evidence]] = field(default_factory=list)
    investors: list[tuple[str, Evidence]] = field(default_factory=list)

    def tell(self, figures: Iterable[tuple[str, Attr]], evidence: Evidence) -> None:
        """Add figures that the article of `evidence` gives, but for kinds that it gave before."""
        known = {name for name, _, said in self.told if said.article == evidence.article}
        self.told += [(name, value, evidence) for name, value in figures if name not in known]

    def add(self, other: ProjectFacts) -> None:
        """Add what another article tells."""
        self.told += other.told
        self.places += [item for item in other.places if item not in self.places]
        self.investors += [item for item in other.investors if item not in self.investors]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The figures in the order told, each value once with all passages that give it."""
        currencies = {said: str(value) for name, value, said in self.told if name == _CURRENCY}
        given: dict[tuple[str, float, str | None], list[Evidence]] = {}
        for name, value, evidence in self.told:
            if isinstance(value, float):
                currency = currencies.get(evidence) if name == _FOREIGN else None
                given.setdefault((name, value, currency), []).append(evidence)
        return tuple(
            Fact(name=name, value=value, evidence=tuple(dict.fromkeys(said)), currency=currency)
            for (name, value, currency), said in given.items()
        )

    @property
    def attrs(self) -> dict[str, Attr]:
        """The first value of each kind."""
        return {name: value for name, value, _ in reversed(self.told)}


def read_projects(
    clauses: list[Clause], entity_of: EntityOf, names: Mapping[str, str]
) -> dict[str, ProjectFacts]:
    """Return the facts that an article gives of its projects, by project entity.

    A clause speaks of the project it names, else of the one named last (该项目总投资…); sums over several
    projects belong to none. A project that no mention covers here is found by `names`, the projects by name,
    or its facts are nobody's. The first figure of a kind is kept.
    """
    reader = _Reader(entity_of, names)
    for clause, follow in zip(clauses, [*clauses[1:], None], strict=True):
        reader.read(clause, follow)
    return {
        project: fact for project, fact in reader.facts.items() if fact.told or fact.places or fact.investors
    }


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where the clause of a sentence has come to."""

    sentence: int
    place: str
    clause: Clause


@dataclass(frozen=True, slots=True)
class _Sited:
    """Where all of some works lie, and how many of them are still to be named."""

    place: str
    left: int
    clause: Clause


class _Reader:
    """What an article's clauses say so far: `topic` is spoken of, `builders` are bodies named with one project."""

    def __init__(self, entity_of: EntityOf, names: Mapping[str, str]) -> None:
        self.facts: dict[str, ProjectFacts] = {}
        self._entity_of = entity_of
        self._names = names
        self._topic: list[str] = []
        self._waiting: list[Clause] = []
        self._builders: dict[str, set[str]] = {}
        self._scene: _Scene | None = None
        self._mentioned: list[str] = []
        self._sited: _Sited | None = None

    def read(self, clause: Clause, follow: Clause | None) -> None:
        named = _named(clause, self._entity_of)
        self._look(named, clause)
        self._open(clause)
        self._site(named, clause)
        if shares := _SHARES.search(clause.printed_text):
            self._share(named or self._topic, shares["sums"], clause)
        if follow is not None and not named and _PAYS.search(clause.text) and _BUILT.match(follow.text):
            if len(built := _named(follow, self._entity_of)) == 1:
                self._tell(built[0], clause)
            return
        self._mentioned = list(projects_in(clause, self._entity_of)) or self._mentioned
        self._waiting = [c for c in self._waiting if c.sentence == clause.sentence]
        if len(named) > 1:
            self._price(clause)
        if named:
            self._name(named, clause)
        elif _SEVERAL.search(clause.text) or _TOTAL.search(clause.text):
            self._topic = []
        elif not self._topic and _IT.match(clause.text):
            self._topic = self._mentioned
        elif untagged := _UNTAGGED.match(clause.printed_text):
            self._topic = _called(untagged["name"], self._names)
        elif _OTHER.search(clause.printed_text):
            self._topic = self._mentioned = []
        elif builds := self._of_builder(clause):
            self._topic = [builds]
        if not self._topic and not named:
            self._waiting.append(clause)
        if len(self._topic) == 1 and (project := self._meant(clause, named)) is not None:
            self._tell(project, clause)

    def _look(self, named: list[str], clause: Clause) -> None:
        """Place the one project that is shown first where its sentence has just come to (在某镇，某工程进展顺利)."""
        skeleton = clause.line.skeleton
        if self._scene is not None and self._scene.sentence != clause.sentence:
            self._scene = None
        first = skeleton.text.find(PROJECT, clause.start, clause.end) if named else clause.end
        for match in _SCENE.finditer(skeleton.text, clause.start, min(first + 1, len(skeleton.text))):
            where = list(_entities_in(clause, match.start("at"), match.end("at"), PLACE, self._entity_of))
            self._scene = _Scene(clause.sentence, where[0], clause) if len(where) == 1 else None
        if named and self._scene is not None:
            if len(named) == 1:
                fact = self.facts.setdefault(named[0], ProjectFacts())
                if not fact.places:
                    fact.places.append((self._scene.place, _evidence(clause, since=self._scene.clause)))
            self._scene = None

    def _open(self, clause: Clause) -> None:
        """Place the one project whose opening is held somewhere (某项目开工仪式在某镇举行)."""
        skeleton, text = clause.line.skeleton, clause.line.article.text
        for match in _OPENED.finditer(skeleton.text, clause.start, clause.end):
            opened = skeleton.elements[match.start()]
            works = [m for m in (*opened.mentions, *opened.nested) if m.type is MentionType.PROJECT]
            ids = list(dict.fromkeys(i for m in works if (i := self._entity_of.get(m.id)) is not None))
            if len(ids) != 1 or not _OPENING.search(
                text, works[0].span.end, skeleton.starts[match.start("at")]
            ):
                continue
            evidence = Evidence(article=clause.line.article.id, span=clause.span(*match.span()))
            fact = self.facts.setdefault(ids[0], ProjectFacts())
            for place in _entities_in(clause, match.start("at"), match.end("at"), PLACE, self._entity_of):
                if not fact.places:
                    fact.places.append((place, evidence))

    def _site(self, named: list[str], clause: Clause) -> None:
        """Place the works that are named one by one behind where all lie (三个项目均落户某园。其中，甲…；乙…)."""
        if self._sited is not None and self._sited.clause.line is not clause.line:
            self._sited = None
        if self._sited is not None and len(named) == 1 and self._sited.left > 0:
            fact = self.facts.setdefault(named[0], ProjectFacts())
            if not fact.places:
                fact.places.append((self._sited.place, _evidence(clause, since=self._sited.clause)))
                self._sited = replace(self._sited, left=self._sited.left - 1)
        if match := _ALL_SITED.search(clause.line.skeleton.text, clause.start, clause.end):
            where = list(_entities_in(clause, match.start("at"), match.end("at"), PLACE, self._entity_of))
            left = int(read_amount(match["count"].replace("两", "二")))
            self._sited = _Sited(where[0], left, clause) if len(where) == 1 else None

    def _share(self, works: Sequence[str], sums: str, clause: Clause) -> None:
        """Give each of several projects its sum, in their order, if there are as many."""
        amounts = [match["amount"] for match in re.finditer(MONEY, sums)]
        if len(amounts) != len(works):
            return
        for project, amount in zip(works, amounts, strict=True):
            fact = self.facts.setdefault(project, ProjectFacts())
            fact.tell([("investment_cny", read_amount(amount))], _evidence(clause))

    def _price(self, clause: Clause) -> None:
        """Give each of several projects the sum that stands with its name (投资1亿元的甲项目, 乙项目（投资2亿元）)."""
        text, span = clause.line.article.text, clause.span(clause.start, clause.end)
        works = [m for e in clause.line.skeleton.pick(PROJECT, clause.start, clause.end) for m in e.mentions]
        low = span.start
        for work in works:
            behind = _SUM_BEHIND.match(text, work.span.end)
            money = _SUM_BEFORE.search(text[low : work.span.start]) or behind
            low = behind.end() if behind else work.span.end
            if money and (project := self._entity_of.get(work.id)) is not None:
                fact = self.facts.setdefault(project, ProjectFacts())
                fact.tell(
                    read_money(money, "investment"), Evidence(article=clause.line.article.id, span=span)
                )

    def _name(self, named: list[str], clause: Clause) -> None:
        """Turn to the projects named; of one, what its sentence said right before (总投资…的某工程) is told too.

        What stands before a semicolon is of another, be it named or not.
        """
        self._topic, waiting, self._waiting = named, self._waiting, []
        if len(named) != 1:
            return
        text = clause.line.skeleton.text
        for earlier in waiting:
            if earlier.line is not clause.line or not re.search("[；;]", text[earlier.end : clause.start]):
                self._tell(named[0], earlier)
        for body in self._bodies(clause):
            self._builders.setdefault(body, set()).add(named[0])

    def _of_builder(self, clause: Clause) -> str | None:
        """The one project of the body whose officer speaks of it (某公司董事长说，项目…)."""
        if clause.subject is None or not clause.printed or not clause.subject.titles:
            return None
        bodies = [self._entity_of.get(mention.id, "") for mention in clause.subject.titles]
        built = set().union(*(self._builders.get(body, set()) for body in bodies))
        return built.pop() if len(built) == 1 else None

    def _bodies(self, clause: Clause) -> Iterator[str]:
        for element in clause.line.skeleton.pick(BODY, clause.start, clause.end):
            for mention in element.mentions:
                if (entity := self._entity_of.get(mention.id)) is not None:
                    yield entity

    def _meant(self, clause: Clause, named: list[str]) -> str | None:
        """The topic, or that phase of it of which the clause speaks (其中一期总投资…); sums are of none."""
        if named:
            return self._topic[0]
        if phase := _PHASE.search(clause.text):
            wholes = [name for name, id in self._names.items() if id == self._topic[0]]
            phases = {
                id
                for name, id in self._names.items()
                for whole in wholes
                if name.startswith(whole + phase[0])
            }
            if len(phases) == 1:
                return phases.pop()
        return None if _SUM.search(clause.text) else self._topic[0]

    def _tell(self, project: str, clause: Clause) -> None:
        _read_clause(clause, self.facts.setdefault(project, ProjectFacts()), self._entity_of)


def _called(name: str, names: Mapping[str, str]) -> list[str]:
    """The projects that a name tagged as none may be."""
    bare = _HEAD.sub("", name)
    return list(dict.fromkeys(id for known, id in names.items() if similar_names(bare, _HEAD.sub("", known))))


def _named(clause: Clause, entity_of: EntityOf) -> list[str]:
    skeleton = clause.line.skeleton
    first = skeleton.text.find(PROJECT, clause.start, clause.end)
    aside = _ASIDE.search(skeleton.text, clause.start, max(first, clause.start))
    if first < 0 or (aside and not _COUNTED_AMONG.fullmatch(skeleton.text, aside.start(), first)):
        return []
    found = _projects_in(clause, entity_of)
    return found[:1] if _IS_ONE.match(skeleton.text, first, clause.end) else found


def _evidence(clause: Clause, *, since: Clause | None = None) -> Evidence:
    """Return the words of the clause, or all from the beginning of the one before it that tells the rest."""
    first = since or clause
    begun, told = first.span(first.start, first.end), clause.span(clause.start, clause.end)
    return Evidence(article=clause.line.article.id, span=Span(begun.start, told.end))


def _projects_in(clause: Clause, entity_of: EntityOf) -> list[str]:
    elements = clause.line.skeleton.pick(PROJECT, clause.start, clause.end)
    ids = [entity_of.get(mention.id) for element in elements for mention in element.mentions]
    return list(dict.fromkeys(i for i in ids if i))


def _read_clause(clause: Clause, fact: ProjectFacts, entity_of: EntityOf) -> None:
    span = clause.span(clause.start, clause.end)
    evidence = Evidence(article=clause.line.article.id, span=span)
    text = clause.line.article.text
    tail = _closing(text, span)
    figures = _figures(text[span.start : tail])
    fact.tell(figures, Evidence(article=evidence.article, span=Span(span.start, tail)))
    for pattern in (_SITED, _SITED_VERB):
        for match in pattern.finditer(clause.line.skeleton.text, clause.start, clause.end):
            for entity in _entities_in(clause, match.start("at"), match.end("at"), PLACE, entity_of):
                if entity not in [known for known, _ in fact.places]:
                    fact.places.append((entity, evidence))
    for pattern in (_BUILDS, _BUILDS_ACTIVE):
        for match in pattern.finditer(clause.line.skeleton.text, clause.start, clause.end):
            for entity in _entities_in(clause, match.start("by"), match.end("by"), BODY, entity_of):
                if entity not in [known for known, _ in fact.investors]:
                    fact.investors.append((entity, evidence))


def _closing(text: str, span: Span) -> int:
    """The clause's end with the parenthesis that follows it, which may give yuan."""
    match = re.match(r"[（(][^（()）\n]*[）)]", text[span.end :])
    return span.end + match.end() if match else span.end


def _entities_in(clause: Clause, start: int, end: int, kind: str, entity_of: EntityOf) -> Iterator[str]:
    skeleton = clause.line.skeleton
    elements: list[Element] = skeleton.pick(kind, start, end)
    adjacent = {i for i in range(start, end - 1) if skeleton.text[i] == kind == skeleton.text[i + 1]}
    for at in range(start, end):
        element = skeleton.elements.get(at)
        if element is None or element not in elements or at in adjacent:
            continue
        for mention in element.mentions:
            entity = _entity(mention, entity_of)
            if entity is not None:
                yield entity


def _entity(mention: Mention, entity_of: EntityOf) -> str | None:
    return entity_of.get(mention.id) if mention.type in (MentionType.PLACE, MentionType.ORG) else None


def _figures(text: str) -> Iterator[tuple[str, Attr]]:
    """Yield the attributes that the words of one clause give.

    Examples
    --------
    >>> dict(_figures("总投资12亿港元（约合人民币11.2亿元）"))["investment_cny"]
    1120000000.0
    >>> dict(_figures("占地320亩"))
    {'area_mu': 320.0}
    """
    if money := _INVESTED.search(text):
        yield from read_money(money, "investment")
        if money["cny"]:
            yield "investment_cny", read_amount(money["cny"])
    for area in _AREA.finditer(text):
        value = read_amount(area["amount"])
        if area["unit"].endswith("亩"):
            yield "area_mu", value
        else:
            yield "area_m2", round(value * _SQUARE_METRES[area["unit"]], 6)
