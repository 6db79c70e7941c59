"""An invented archive: the records of a province's papers over thirteen years, as large as one likes.

Every name, body and sentence is made up. What follows real papers is the shape: few people at many events and
many people at few, a printed order by rank, offices that change hands every few years.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from newsgraph.ids import make_id
from newsgraph.records import Records

Row = dict[str, Any]

SURNAMES = (
    "沈陆韩白顾程方唐陶苏孟叶霍柳邵江曾单仇解查覃区翟任华卢尹秦贺龚汤殷罗毕郝安常乐于时傅皮卞齐康伍余元卜"
)
GIVEN = "望景知若长一既行文怀听青如云舒远溪宁诺夏瑾澜原松起水和明志立春秋月山川石林泉安平康健学思敏达"
SYLLABLES = "云泽临溪东岭青石远帆长汀白沙南浦清源平川澜永丰高塘柏舟金谷西陵明湖怀宁丹阳新桥望江"
BUREAUS = (
    "发展和改革委员会",
    "教育局",
    "财政局",
    "交通运输局",
    "水利局",
    "农业农村局",
    "生态环境局",
    "审计局",
)
FIRMS = ("港航集团有限公司", "建工集团有限公司", "能源股份有限公司")
WORKS = ("物流园", "水库", "大桥", "产业园", "污水处理厂", "快速路", "医院新院区", "灌区", "文化中心")
TOPICS = ("经济工作", "安全生产", "防汛抗旱", "生态环境保护", "招商引资", "乡村振兴", "项目建设", "信访工作")
EVENT_NAMES = {"meeting": "{city}{topic}会议", "signing": "{work}签约仪式", "ceremony": "{work}开工仪式"}
FIRST_DAY, N_DAYS, TERM = date(2009, 1, 5), 4700, 1400
COUNTIES, PEOPLE, EVENTS, PROJECTS = 6, 110, 75, 14
"""Of each city, which with its bodies and offices makes about 260 nodes and 670 edges."""


@dataclass
class City:
    """What a city's events draw from; people and posts by rank."""

    name: str
    places: list[str]
    posts: list[tuple[str, str]] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)
    projects: list[tuple[str, str]] = field(default_factory=list)


def make_archive(cities: int, *, seed: int = 3) -> Records:
    """Return the records of `cities` cities of one province, the same for the same seed."""
    return Archive(random.Random(seed)).build(cities)


class Archive:
    """Collects rows as it invents them."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.articles: dict[str, Row] = {}
        self.entities: list[Row] = []
        self.events: list[Row] = []
        self.relations: dict[str, Row] = {}
        self.mentions: list[Row] = []

    def build(self, cities: int) -> Records:
        province = self.entity("Place", "云川省", level="province")
        leaders = [(self.entity("Person", name), name) for name in (self.person_name() for _ in range(8))]
        for i in range(cities):
            city = self.city(f"{self.two(SYLLABLES)}{'' if i < 400 else i}市", province)
            for _ in range(EVENTS):
                self.event(city, leaders)
        days = sorted({row["date"] for row in self.articles.values()})
        sources = [
            {"id": day, "name": f"{day}.txt", "paper": "云川日报", "date": day, "place": "云川省"}
            for day in days
        ]
        return Records(
            meta={"schema": 1, "newsgraph": "0", "tagger": "invented", "sources": sources},
            articles=list(self.articles.values()),
            mentions=self.mentions,
            entities=self.entities,
            events=sorted(self.events, key=lambda row: (row["date"]["start"], row["id"])),
            relations=list(self.relations.values()),
        )

    def city(self, name: str, province: str) -> City:
        place = self.entity("Place", name, level="prefecture")
        counties = [f"{self.two(SYLLABLES)}县" for _ in range(COUNTIES)]
        city = City(
            name, [place, *(self.entity("Place", county, level="county", key=name) for county in counties)]
        )
        text = f"{name}各县区、各部门负责人名单公布。"
        say = self.evidence(self.article(f"{name}公布负责人名单", text, FIRST_DAY), text, name)
        for county in city.places[1:]:
            self.relation(county, "LOCATED_IN", place, say)
        self.relation(place, "LOCATED_IN", province, say)
        heads = [
            (f"中共{name}委员会", "书记"),
            (f"{name}人民政府", "市长"),
            (f"{name}人民代表大会常务委员会", "主任"),
        ]
        heads += [(f"{name}{bureau}", "主任" if bureau.endswith("会") else "局长") for bureau in BUREAUS]
        heads += [(f"中共{county}委员会", "书记") for county in counties]
        heads += [(f"{county}人民政府", "县长") for county in counties]
        heads += [(f"{self.two(SYLLABLES)}{firm}", "董事长") for firm in FIRMS]
        for body_name, post in heads:
            body = self.entity("Organization", body_name, key=name)
            self.relation(body, "LOCATED_IN", place, say)
            office = self.entity("Office", f"{body_name}{post}", key=name, post=post, organization=body)
            self.relation(office, "OFFICE_OF", body, say)
            city.posts.append((office, post))
        for k in range(PROJECTS):
            work = f"{name}{self.two(SYLLABLES)}{self.draw.choice(WORKS)}项目"
            project = self.entity(
                "Project", work, key=str(k), investment_cny=self.draw.randint(2, 900) * 10_000_000
            )
            self.relation(project, "LOCATED_IN", self.draw.choice(city.places[1:]), say)
            self.relation(body, "INVESTS_IN", project, say)
            city.projects.append((project, work))
        city.people = [
            (self.entity("Person", own, key=f"{name}{k}"), own)
            for k, own in enumerate(self.person_name() for _ in range(PEOPLE))
        ]
        return city

    def event(self, city: City, leaders: list[tuple[str, str]]) -> None:
        days = self.draw.randrange(N_DAYS)
        day = FIRST_DAY + timedelta(days=days)
        ranks = sorted(
            {
                min(int(self.draw.expovariate(1 / 11)), len(city.posts) - 1)
                for _ in range(self.draw.randint(3, 9))
            }
        )
        # Every term the posts are held by the next in line.
        present = [(*city.people[(rank + 23 * (days // TERM)) % PEOPLE], *city.posts[rank]) for rank in ranks]
        kind = self.draw.choice(("meeting", "meeting", "visit", "visit", "signing", "ceremony", "talks"))
        project, work = self.draw.choice(city.projects)
        topic = self.draw.choice(TOPICS)
        name = EVENT_NAMES.get(kind, "").format(city=city.name, topic=topic, work=work)
        lead, others = (
            f"{present[0][3]}{present[0][1]}",
            "、".join(f"{post}{own}" for _, own, _, post in present[1:]),
        )
        what = {"visit": f"到基层调研{topic}", "talks": f"会见来访客商，就{topic}交换意见"}.get(
            kind, f"出席{name}并讲话"
        )
        text = (
            f"{day.month}月{day.day}日，{lead}{what}。{others or '有关部门负责人'}参加。"
            f"会议强调，要压实责任，抓好{topic}，推动{work}早日建成。"
        )
        article = self.article(f"{lead}{what}"[:24], text, day + timedelta(days=1))
        first = {"visit": "inspector", "talks": "host"}.get(kind, "chair")
        other = "companion" if kind == "visit" else "attendee"
        participants = [
            (who, first if k == 0 else other, max(k, 1), own) for k, (who, own, _, _) in enumerate(present)
        ]
        if self.draw.random() < 0.1:
            participants.append((self.draw.choice(leaders)[0], "guest", 1, lead))
        self.events.append(
            {
                "id": make_id("e", article),
                "type": kind,
                "name": name,
                "date": {
                    "start": day.isoformat(),
                    "end": day.isoformat(),
                    "text": f"{day.month}月{day.day}日",
                },
                "place": self.draw.choice(city.places),
                "status": "held",
                "articles": [article],
                "participants": [
                    {
                        "entity": who,
                        "role": role,
                        "order": order,
                        "evidence": [self.evidence(article, text, words)],
                    }
                    for who, role, order, words in participants
                ],
                "projects": [project] if kind in ("signing", "ceremony") else [],
                "attrs": {},
                "evidence": [self.evidence(article, text, what)],
            }
        )
        for who, own, office, post in present:
            self.relation(who, "HOLDS_OFFICE", office, self.evidence(article, text, f"{post}{own}"), day)
            self.mention(who, article, text.index(own), own)

    def entity(self, kind: str, name: str, *, key: str = "", **attrs: Any) -> str:
        ident = make_id(kind[:2].lower(), name, key, len(self.entities))
        row: Row = {
            "id": ident,
            "type": kind,
            "name": name,
            "aliases": [],
            "first_seen": None,
            "last_seen": None,
        }
        row |= {field: attrs.pop(field) for field in ("post", "organization") if field in attrs}
        self.entities.append(row | {"attrs": attrs})
        return ident

    def relation(self, source: str, kind: str, target: str, say: Row, day: date = FIRST_DAY) -> None:
        key, seen = f"{source} {kind} {target}", day.isoformat()
        if key not in self.relations:
            ends: Row = {
                "id": make_id("r", key),
                "source": source,
                "target": target,
                "type": kind,
                "attrs": {},
            }
            self.relations[key] = ends | {"first_seen": seen, "last_seen": seen, "evidence": []}
        row = self.relations[key]
        row["first_seen"], row["last_seen"] = min(row["first_seen"], seen), max(row["last_seen"], seen)
        row["evidence"] = [*row["evidence"], say][:3]

    def mention(self, entity: str, article: str, start: int, text: str) -> None:
        ident = make_id("m", article, start)
        row: Row = {
            "id": ident,
            "source": self.articles[article]["source"],
            "article": article,
            "start": start,
        }
        row |= {
            "end": start + len(text),
            "text": text,
            "type": "PERSON",
            "entity": entity,
            "score": 1.0,
            "by": "hand",
        }
        self.mentions.append(row)

    def article(self, title: str, text: str, day: date) -> str:
        ident = make_id("a", title, day, len(self.articles))
        self.articles[ident] = {
            "id": ident, "source": day.isoformat(), "kind": "news", "title": title, "kicker": "", "subtitle": "",
            "bylines": [], "date": day.isoformat(), "place": None, "spans": [[0, len(text)]],
        }  # fmt: skip
        return ident

    def evidence(self, article: str, text: str, words: str) -> Row:
        start = text.index(words)
        end = text.find("。", start) + 1 or len(text)
        begin = text.rfind("。", 0, start) + 1
        end = max(end, start + len(words))
        return {
            "article": article,
            "start": start,
            "end": start + len(words),
            "text": text[begin:end],
            "mark": [start - begin, start - begin + len(words)],
        }

    def person_name(self) -> str:
        return self.draw.choice(SURNAMES) + "".join(self.draw.sample(GIVEN, self.draw.choice((1, 2, 2, 2))))

    def two(self, letters: str) -> str:
        return "".join(self.draw.sample(letters, 2))
