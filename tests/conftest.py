"""Records made by hand: a small invented city, a large generated one, and one full of hostile values.

Every name, body and sentence here is invented.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest

from newsgraph.graph import build_graph
from newsgraph.ids import make_id
from newsgraph.model import Span
from newsgraph.records import Records, Row
from newsgraph.text import sentence_at


class RecordsBuilder:
    """Collects the rows of a ``graph.json`` by names instead of ids; evidence is found by its words."""

    def __init__(self, paper: str, date: str | None, place: str | None) -> None:
        self.source = make_id("s", paper, date)
        self.paper, self.date, self.place = paper, date, place
        self.articles: list[Row] = []
        self.texts: dict[str, str] = {}
        self.mentions: list[Row] = []
        self.entities: dict[str, Row] = {}
        self.events: list[Row] = []
        self.relations: list[Row] = []

    def article(self, title: str, text: str, *, kind: str = "news", reporter: str = "闻一") -> str:
        article_id = make_id("a", self.source, title)
        start = sum(len(t) + 1 for t in self.texts.values())
        self.texts[article_id] = text
        self.articles.append(
            {
                "id": article_id,
                "source": self.source,
                "kind": kind,
                "title": title,
                "kicker": "",
                "subtitle": "",
                "bylines": [{"name": reporter, "role": "记者"}],
                "date": self.date,
                "place": None,
                "spans": [[start, start + len(text)]],
            }
        )
        return article_id

    def says(self, article: str, words: str) -> Row:
        """Return the evidence row of the first place of `article` that prints `words`."""
        text = self.texts[article]
        start = text.index(words)
        span = Span(start, start + len(words))
        sentence = sentence_at(text, span)
        offset = next(row["spans"][0][0] for row in self.articles if row["id"] == article)
        return {
            "article": article,
            "start": offset + span.start,
            "end": offset + span.end,
            "text": text[sentence.start : sentence.end],
            "mark": [span.start - sentence.start, span.end - sentence.start],
        }

    def entity(
        self, kind: str, name: str, *, aliases: Sequence[str] = (), key: str = "", **attrs: Any
    ) -> str:
        post, organization = attrs.pop("post", None), attrs.pop("organization", None)
        entity_id = make_id(kind[:2].lower(), name, key)
        row: Row = {
            "id": entity_id,
            "type": kind,
            "name": name,
            "aliases": list(aliases),
            "attrs": attrs,
            "first_seen": self.date,
            "last_seen": self.date,
        }
        if kind == "Office":
            row |= {"post": post, "organization": organization}
        self.entities[entity_id] = row
        for form in (name, *aliases):
            for article, text in self.texts.items():
                start = text.find(form) if form else -1
                if start >= 0:
                    self._mention(article, start, form, kind, entity_id)
        return entity_id

    def _mention(self, article: str, start: int, text: str, kind: str, entity_id: str) -> None:
        types = {"Person": "PERSON", "Office": "POST", "Organization": "ORG"}
        offset = next(row["spans"][0][0] for row in self.articles if row["id"] == article)
        self.mentions.append(
            {
                "id": make_id("m", article, start, text),
                "source": self.source,
                "article": article,
                "start": offset + start,
                "end": offset + start + len(text),
                "text": text,
                "type": types.get(kind, kind.upper()),
                "entity": entity_id,
                "score": 1.0,
                "by": "hand",
            }
        )

    def fact(self, entity: str, name: str, value: float, *evidence: Row) -> None:
        """Add a figure and who says so; `attrs` must have the first of a name."""
        row = {"name": name, "value": value, "currency": None}
        row |= {"first_seen": self.date, "last_seen": self.date, "evidence": list(evidence)}
        self.entities[entity].setdefault("facts", []).append(row)

    def relation(self, source: str, kind: str, target: str, *evidence: Row, **attrs: Any) -> str:
        relation_id = make_id("r", source, kind, target)
        self.relations.append(
            {
                "id": relation_id,
                "source": source,
                "target": target,
                "type": kind,
                "attrs": attrs,
                "first_seen": self.date,
                "last_seen": self.date,
                "evidence": list(evidence),
            }
        )
        return relation_id

    def office(self, holder: str, post: str, body: str, evidence: Row, **attrs: Any) -> str:
        """Add the office of `post` at `body` with its holder; return the office's id."""
        name = f"{self.entities[body]['name']}{post}"
        office = self.entity("Office", name, post=post, organization=body)
        self.relation(office, "OFFICE_OF", body, evidence)
        self.relation(holder, "HOLDS_OFFICE", office, evidence, **attrs)
        return office

    def event(
        self,
        kind: str,
        name: str,
        evidence: Row,
        *,
        date: tuple[str, str, str] | None = None,
        place: str | None = None,
        status: str = "held",
        participants: Sequence[tuple[str, str, int | None]] = (),
        projects: Sequence[str] = (),
        **attrs: Any,
    ) -> str:
        event_id = make_id("e", kind, name, date)
        self.events.append(
            {
                "id": event_id,
                "type": kind,
                "name": name,
                "date": date and dict(zip(("start", "end", "text"), date, strict=True)),
                "place": place,
                "status": status,
                "articles": [evidence["article"]],
                "participants": [
                    {"entity": entity, "role": role, "order": order, "evidence": [evidence]}
                    for entity, role, order in participants
                ],
                "projects": list(projects),
                "attrs": attrs,
                "evidence": [evidence],
            }
        )
        return event_id

    def records(self) -> Records:
        return Records(
            meta={
                "schema": 1,
                "newsgraph": "0.1.0",
                "tagger": "hand",
                "sources": [
                    {
                        "id": self.source,
                        "name": "page.txt",
                        "sha256": "0" * 64,
                        "encoding": "utf_8",
                        "chars": sum(len(t) + 1 for t in self.texts.values()),
                        "paper": self.paper,
                        "date": self.date,
                        "place": self.place,
                        "serial": None,
                        "number": 1204,
                        "pages": 8,
                    }
                ],
            },
            articles=self.articles,
            mentions=sorted(self.mentions, key=lambda row: (row["article"], row["start"], row["id"])),
            entities=sorted(self.entities.values(), key=lambda row: (row["type"], row["name"], row["id"])),
            events=self.events,
            relations=self.relations,
        )


SIGNING = (
    "云泽市与远帆集团签约\n"
    "5月16日上午，云泽市人民政府与远帆港航集团有限公司在云泽会展中心举行"
    "云泽内河港物流园项目签约仪式。市委书记沈望舒、市委副书记、市长陆景行，远帆港航集团有限公司董事长韩知远、"
    "总经理白若溪见证签约。副市长顾长宁主持仪式。\n"
    "云泽内河港物流园项目位于临溪区，占地1200亩，总投资36.5亿元，由远帆港航集团有限公司投资建设。"
    "市发展和改革委员会主任程一诺、临溪区委书记方知夏、临溪区区长唐既白、市交通运输局局长陶行远参加签约仪式。"
)
COUNCIL = (
    "市委常委会召开会议\n"
    "5月17日，市委书记沈望舒主持召开市委常委会会议。市领导陆景行、苏文澜、孟怀瑾、顾长宁、叶听澜出席会议。"
    "会议决定，6月2日召开云泽市生态环境保护大会。市委宣传部部长叶听澜传达上级精神。"
)
INSPECTION = (
    "陆景行到东岭县调研\n"
    "5月18日至19日，市长陆景行到东岭县调研“千塘百渠”水利工程建设。东岭县委书记霍青原、县长柳如松陪同。"
    "在青石镇，陆景行要求加快进度。“千塘百渠”水利工程总投资4.2亿元。市水利局局长邵云起汇报了工程进展。"
)
LECTURE = (
    "省委宣讲团来云泽宣讲\n"
    "5月19日下午，省委宣讲团报告会在云泽大剧院举行。省委宣讲团成员江若水作宣讲报告，沈望舒主持报告会，"
    "苏文澜、孟怀瑾聆听报告。"
)


def make_city() -> Records:
    """Return about 45 nodes: four articles of one invented page."""
    build = RecordsBuilder("云泽晚报", "2023-05-20", "云泽市")
    a1 = build.article("云泽市与远帆集团签约", SIGNING)
    a2 = build.article("市委常委会召开会议", COUNCIL)
    a3 = build.article("陆景行到东岭县调研", INSPECTION, reporter="闻二")
    a4 = build.article("省委宣讲团来云泽宣讲", LECTURE)
    say = build.says

    city = build.entity("Place", "云泽市", level="prefecture")
    district = build.entity("Place", "临溪区", level="county")
    county = build.entity("Place", "东岭县", level="county")
    town = build.entity("Place", "青石镇", level="township")
    hall = build.entity("Place", "云泽会展中心")
    theatre = build.entity("Place", "云泽大剧院")
    build.relation(district, "LOCATED_IN", city, say(a1, "临溪区"))
    build.relation(county, "LOCATED_IN", city, say(a3, "东岭县"))
    build.relation(town, "LOCATED_IN", county, say(a3, "青石镇"))
    build.relation(hall, "LOCATED_IN", city, say(a1, "云泽会展中心"))
    build.relation(theatre, "LOCATED_IN", city, say(a4, "云泽大剧院"))

    party = build.entity("Organization", "中共云泽市委员会", aliases=("市委",))
    government = build.entity("Organization", "云泽市人民政府")
    congress = build.entity("Organization", "云泽市人民代表大会常务委员会", inferred=True)
    consultative = build.entity("Organization", "中国人民政治协商会议云泽市委员会", inferred=True)
    firm = build.entity("Organization", "远帆港航集团有限公司", aliases=("远帆集团",))
    planning = build.entity("Organization", "云泽市发展和改革委员会", aliases=("市发展和改革委员会",))
    transport = build.entity("Organization", "云泽市交通运输局", aliases=("市交通运输局",))
    water = build.entity("Organization", "云泽市水利局", aliases=("市水利局",))
    publicity = build.entity("Organization", "中共云泽市委宣传部", aliases=("市委宣传部",))
    district_party = build.entity("Organization", "中共临溪区委员会", aliases=("临溪区委",))
    district_government = build.entity("Organization", "临溪区人民政府", inferred=True)
    county_party = build.entity("Organization", "中共东岭县委员会", aliases=("东岭县委",))
    county_government = build.entity("Organization", "东岭县人民政府", inferred=True)
    lecturers = build.entity("Organization", "省委宣讲团")
    build.relation(planning, "PART_OF", government, say(a1, "市发展和改革委员会"))
    build.relation(transport, "PART_OF", government, say(a1, "市交通运输局"))
    build.relation(water, "PART_OF", government, say(a3, "市水利局"))
    build.relation(publicity, "PART_OF", party, say(a2, "市委宣传部"))
    for body, place, words, article in (
        (party, city, "市委", a1),
        (government, city, "云泽市人民政府", a1),
        (district_party, district, "临溪区委", a1),
        (county_party, county, "东岭县委", a3),
    ):
        build.relation(body, "LOCATED_IN", place, say(article, words))

    names = (
        "沈望舒 陆景行 韩知远 白若溪 顾长宁 程一诺 方知夏 唐既白 陶行远 苏文澜 孟怀瑾 叶听澜 霍青原 柳如松 "
        "邵云起 江若水"
    )
    person = {name: build.entity("Person", name) for name in names.split()}
    build.office(person["沈望舒"], "书记", party, say(a1, "市委书记沈望舒"))
    build.office(person["陆景行"], "副书记", party, say(a1, "市委副书记、市长陆景行"))
    build.office(person["陆景行"], "市长", government, say(a1, "市长陆景行"), since="2021-01")
    build.office(person["顾长宁"], "副市长", government, say(a1, "副市长顾长宁"))
    build.office(person["韩知远"], "董事长", firm, say(a1, "董事长韩知远"))
    build.office(person["白若溪"], "总经理", firm, say(a1, "总经理白若溪"))
    build.office(person["程一诺"], "主任", planning, say(a1, "主任程一诺"))
    build.office(person["方知夏"], "书记", district_party, say(a1, "临溪区委书记方知夏"))
    build.office(person["唐既白"], "区长", district_government, say(a1, "区长唐既白"))
    build.office(person["陶行远"], "局长", transport, say(a1, "局长陶行远"))
    build.office(person["苏文澜"], "主任", congress, say(a2, "苏文澜"))
    build.office(person["孟怀瑾"], "主席", consultative, say(a2, "孟怀瑾"))
    build.office(person["叶听澜"], "部长", publicity, say(a2, "市委宣传部部长叶听澜"))
    build.office(person["霍青原"], "书记", county_party, say(a3, "东岭县委书记霍青原"))
    build.office(person["柳如松"], "县长", county_government, say(a3, "县长柳如松"))
    build.office(person["邵云起"], "局长", water, say(a3, "局长邵云起"))
    build.office(person["江若水"], "成员", lecturers, say(a4, "成员江若水"))

    port = build.entity("Project", "云泽内河港物流园项目", investment_cny=3_650_000_000, area_mu=1200.0)
    build.fact(port, "investment_cny", 3_650_000_000, say(a1, "总投资36.5亿元"))
    build.fact(port, "area_mu", 1200.0, say(a1, "占地1200亩"))
    canals = build.entity("Project", "“千塘百渠”水利工程", investment_cny=420_000_000)
    build.entity("Project", "云泽市生态环境保护“净水”行动", inferred=True)
    build.relation(port, "LOCATED_IN", district, say(a1, "位于临溪区"))
    build.relation(canals, "LOCATED_IN", county, say(a3, "东岭县"))
    build.relation(firm, "INVESTS_IN", port, say(a1, "由远帆港航集团有限公司投资建设"))

    build.event(
        "signing",
        "云泽内河港物流园项目签约仪式",
        say(a1, "云泽内河港物流园项目签约仪式"),
        date=("2023-05-16", "2023-05-16", "5月16日上午"),
        place=hall,
        participants=[
            *((person[name], "witness", i) for i, name in enumerate(names.split()[:4], 1)),
            (person["顾长宁"], "chair", 1),
            *((person[name], "attendee", i) for i, name in enumerate(names.split()[5:9], 1)),
            (government, "party", 1),
            (firm, "party", 2),
        ],
        projects=[port],
    )
    build.event(
        "meeting",
        "市委常委会会议",
        say(a2, "市委常委会会议"),
        date=("2023-05-17", "2023-05-17", "5月17日"),
        place=city,
        participants=[
            (person["沈望舒"], "chair", 1),
            *(
                (person[name], "attendee", i)
                for i, name in enumerate(["陆景行", "苏文澜", "孟怀瑾", "顾长宁", "叶听澜"], 1)
            ),
            (person["叶听澜"], "speaker", None),
        ],
    )
    build.event(
        "meeting",
        "云泽市生态环境保护大会",
        say(a2, "6月2日召开云泽市生态环境保护大会"),
        date=("2023-06-02", "2023-06-02", "6月2日"),
        place=city,
        status="planned",
    )
    build.event(
        "visit",
        "",
        say(a3, "市长陆景行到东岭县调研"),
        date=("2023-05-18", "2023-05-19", "5月18日至19日"),
        place=county,
        participants=[
            (person["陆景行"], "inspector", 1),
            (person["陆景行"], "speaker", None),
            (person["霍青原"], "companion", 1),
            (person["柳如松"], "companion", 2),
            (person["邵云起"], "speaker", None),
        ],
        projects=[canals],
    )
    build.event(
        "lecture",
        "省委宣讲团报告会",
        say(a4, "省委宣讲团报告会"),
        date=("2023-05", "2023-05", "5月"),
        place=theatre,
        participants=[
            (person["江若水"], "speaker", 1),
            (person["沈望舒"], "chair", 1),
            (person["苏文澜"], "audience", 1),
            (person["孟怀瑾"], "audience", 2),
            (lecturers, "organizer", None),
        ],
    )
    return build.records()


def make_many(n: int, seed: int = 7) -> Records:
    """Return about `n` nodes, generated: people with offices in bodies of places, and crowded events."""
    draw = random.Random(seed)
    build = RecordsBuilder("云泽晚报", "2023-05-20", "云泽市")
    surnames, given = (
        "沈陆韩白顾程方唐陶苏孟叶霍柳邵江",
        "望景知若长一既行文怀听青如云舒远溪宁诺夏瑾澜原松起水",
    )
    articles = []
    for i in range(max(n // 40, 1)):
        body = "、".join(draw.choice(surnames) + draw.choice(given) + draw.choice(given) for _ in range(12))
        articles.append(
            build.article(f"第{i}则消息", f"第{i}则消息说，云泽市昨日举行会议。市领导{body}出席会议。")
        )
    say = [build.says(article, "出席会议") for article in articles]
    root = build.entity("Place", "云泽市")
    places = [build.entity("Place", f"云泽市第{i}镇", key=str(i)) for i in range(n // 20)]
    bodies = [build.entity("Organization", f"云泽市第{i}镇人民政府") for i in range(n // 10)]
    people = [
        build.entity("Person", draw.choice(surnames) + draw.choice(given) + draw.choice(given), key=str(i))
        for i in range(n * 9 // 20)
    ]
    projects = [build.entity("Project", f"第{i}号水库扩建工程", investment_cny=i) for i in range(n // 20)]
    for place in places:
        build.relation(place, "LOCATED_IN", root, draw.choice(say))
    for body in bodies:
        build.relation(body, "LOCATED_IN", draw.choice(places), draw.choice(say))
    for i, holder in enumerate(people[: n // 4]):
        build.office(
            holder,
            f"第{i}科科长",
            bodies[min(int(draw.expovariate(9 / n)), len(bodies) - 1)],
            draw.choice(say),
        )
    for i in range(n // 10):
        crowd = {people[min(int(draw.expovariate(8 / n)), len(people) - 1)] for _ in range(12)}
        build.event(
            draw.choice(("meeting", "visit", "signing")),
            f"第{i}次工作会议",
            draw.choice(say),
            date=(f"2023-{1 + i % 12:02}-11",) * 2 + ("11日",),
            place=draw.choice(places),
            participants=[(person, "attendee", k) for k, person in enumerate(sorted(crowd), 1)],
            projects=[draw.choice(projects)] if i % 3 == 0 else [],
        )
    return build.records()


HOSTILE = (
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "javascript:window.pwned=1",
    'href="javascript:window.pwned=1" \'><svg onload=window.pwned=1>',
    "{{ 7*7 }}{% for x in y %}<!--",
    "甲\u2028乙\u2029丙",
    '=HYPERLINK("http://example.invalid")',
    "]]>&amp;\"'`${window.pwned=1}",
    "\x00\x0b控\x1f制\x7f",
    "半\ud800代\udfff理\ufffe",
    "",
    "长" * 40_000,
)


def make_hostile() -> Records:
    """Return people, bodies and events named by every string of `HOSTILE`, with evidence that quotes them."""
    build = RecordsBuilder(HOSTILE[1], "2023-05-20", HOSTILE[0])
    events = []
    for i, name in enumerate(HOSTILE):
        article = build.article(name or "无题", f"开头{name}结尾")
        say = build.says(article, name or "开头")
        person = build.entity("Person", name, aliases=HOSTILE[:3], key=str(i), note=name)
        body = build.entity("Organization", name, key=str(i))
        build.entities[person]["id"] = raw = f"{name[:60]}{i}"
        build.entities[raw] = build.entities.pop(person)
        build.office(raw, name or "主任", body, say)
        events.append(
            build.event(
                "meeting",
                name,
                say,
                date=("2023", "2023", name),
                participants=[(raw, "chair", 1), (body, "party", 2)],
            )
        )
    return build.records()


@pytest.fixture(scope="session")
def city() -> Records:
    return make_city()


@pytest.fixture(scope="session")
def terms(city: Records) -> Records:
    """The city, whose first tenure ended, and its holder in the same office again."""
    first = next(row for row in city.relations if row["type"] == "HOLDS_OFFICE")
    ended = first | {"attrs": {"until": "2010-03-01", "former": True}}
    again = first | {"id": make_id("r", first["id"], "2014-03-01"), "attrs": {"since": "2014-03-01"}}
    rest = [row for row in city.relations if row is not first]
    return replace(city, relations=[ended, again, *rest])


@pytest.fixture(scope="session")
def many() -> Records:
    return make_many(3000)


@pytest.fixture(scope="session")
def many_graph(many: Records) -> nx.MultiDiGraph:
    return build_graph(many)


@pytest.fixture(scope="session")
def hostile() -> Records:
    return make_hostile()
