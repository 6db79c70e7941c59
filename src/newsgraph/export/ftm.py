"""The records as entities of followthemoney, the data model of Aleph and OpenSanctions, one a line.

Written by the rules of its schemata and without the package, which the tests use to validate what is written.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsgraph.export.clean import Cleaner
from newsgraph.export.columns import Row, Tables
from newsgraph.ids import make_id
from newsgraph.lexicon.labels import EVENT_TYPES, RELATIONS, ROLES, STATUSES
from newsgraph.records import Records

COMPANY = re.compile(
    r"(?:公司|集团|银行|药业|控股|股份|实业|地产|置业|酒店|宾馆|商场|超市|商行|厂|矿|合作社|事务所)$"
)
PUBLIC_BODY = re.compile(
    r"(?:委员会|委|政府|公署|办事处|人民代表大会|法院|检察院|局|厅|(?<!项目)(?<!俱乐)部|办公室|指挥部|领导小组"
    r"|(?:总|支|大|中)队|分局|派出所|海关|军区|军分区|政协|人大|国务院)$"
)
"""How names of firms, and of organs of party and state, end. All other bodies are an ``Organization``."""

SCHEMATA: Mapping[str, str] = {
    "PERSON": "Person",
    "POST": "Position",
    "ORG": "Organization",
    "PLACE": "Address",
    "PROJECT": "Project",
    "EVENT": "Event",
}
"""Schema by label of a mention; amounts and times are no entities."""

LIMITS = {"name": 384, "alias": 384, "full": 250, "location": 250, "summary": 32_000, "description": 32_000}
"""Most characters of a property's value by the model; `LIMIT` where it is not named here."""
LIMIT = 1024

REFERENCES = frozenset(
    {
        *("proof", "addressEntity", "organization", "holder", "post", "member", "subject", "object"),
        *("project", "participant", "organizer", "involved", "document", "resolved"),
    }
)
"""Properties whose values are ids of entities."""

_UNSEEN = re.compile("[\x7f-\x9f]")
_ID = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.-]{0,198}[0-9a-zA-Z])?")


def ftm_bytes(tables: Tables, records: Records) -> bytes:
    """Return the records as followthemoney entities, JSON lines in UTF-8.

    ``Person``, ``Company``/``PublicBody``/``Organization``, ``Position``, ``Address``, ``Project`` and ``Event`` with
    their names and the articles that prove them; ``Occupancy`` (holds an office), ``Membership`` (body of a body),
    ``ProjectParticipant`` (invests) and ``UnknownLink`` (participants of events with their role, and all else) with
    sentences and proof; ``Document``, ``Article`` and ``Mention``. Values longer than the model allows are cut.
    """
    lines = (json.dumps(entity, ensure_ascii=False) for entity in _Exporter(tables, records).entities())
    return "".join(f"{line}\n" for line in lines).encode()


def body_schema(name: str) -> str:
    """Return the schema of a body by the end of its name.

    Examples
    --------
    >>> body_schema("远帆港航集团有限公司"), body_schema("云泽市水利局"), body_schema("云泽大学")
    ('Company', 'PublicBody', 'Organization')
    """
    if COMPANY.search(name):
        return "Company"
    return "PublicBody" if PUBLIC_BODY.search(name) else "Organization"


def ftm_id(own_id: str) -> str:
    """Return `own_id` where the model allows it as an id, and else one derived from it.

    Examples
    --------
    >>> ftm_id("pe-0123456789ab"), ftm_id("甲 1")
    ('pe-0123456789ab', 'ftm-87e6b46a2ef7')
    """
    return own_id if _ID.fullmatch(own_id) else make_id("ftm", own_id)


def join_places(names: Iterable[str]) -> str:
    """Return the names of places as one address; what a name repeats of those before it stands once.

    Examples
    --------
    >>> join_places(["云泽市", "东岭县", "东岭县青石镇", "青石镇溪口村"]), join_places(["云泽市", "市北区"])
    ('云泽市东岭县青石镇溪口村', '云泽市市北区')
    """
    full = ""
    for name in names:
        repeated = next((n for n in range(len(name), 1, -1) if full.endswith(name[:n])), 0)
        full += name[repeated:]
    return full


def _project_facts(attrs: Mapping[str, Any]) -> dict[str, Any]:
    areas = ((attrs.get("area_mu"), "亩"), (attrs.get("area_m2"), "平方米"))
    facts = {"summary": [f"{area:.12g} {unit}" for area, unit in areas if isinstance(area, (int, float))]}
    money = attrs.get("investment_cny")
    return facts if money is None else facts | {"amount": money, "currency": "CNY"}


class _Exporter:
    """Holds what several kinds of entities need to know of each other."""

    def __init__(self, tables: Tables, records: Records) -> None:
        self.records = records
        self.cleaner = Cleaner()
        self.types = {row["id"]: row["type"] for row in records.entities}
        labels = {row["id"]: row["label"] for row in tables.nodes}
        everything = (*records.entities, *records.events)
        self.names = {row["id"]: labels[self._clean(row["id"], "id")] for row in everything}
        self.seen: defaultdict[str, list[str]] = defaultdict(list)
        for row in records.mentions:
            if row["entity"] and row["article"]:
                self.seen[row["entity"]].append(row["article"])
        self.related: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for row in records.relations:
            self.related[row["type"], row["source"]].append(row["target"])

    def entities(self) -> Iterator[Row]:
        yield from self._documents()
        for row in self.records.entities:
            yield self._thing(row)
        for row in self.records.relations:
            yield self._relation(row)
        for row in self.records.events:
            yield from self._event(row)
        yield from self._mentions()

    def _entity(self, schema: str, own_id: str, **properties: Any) -> Row:
        clean = {name: self._values(name, value) for name, value in properties.items()}
        return {
            "id": ftm_id(own_id),
            "schema": schema,
            "properties": {name: values for name, values in clean.items() if values},
        }

    def _values(self, name: str, value: Any) -> list[str]:
        several = value if isinstance(value, (list, tuple)) else [value]
        known = [item for item in several if item not in (None, "")]
        if name in REFERENCES:
            return list(dict.fromkeys(ftm_id(item) for item in known))
        texts = (" ".join(_UNSEEN.sub("", self._clean(str(item), name)).split()) for item in known)
        most = LIMITS.get(name, LIMIT)
        cut = (text if len(text) <= most else f"{text[: most - 1]}…" for text in texts)
        return list(dict.fromkeys(text for text in cut if text))

    def _clean(self, text: str, column: str) -> str:
        return self.cleaner.text(text, where="ftm", column=column)

    def _documents(self) -> Iterator[Row]:
        sources = {row["id"]: row for row in self.records.meta["sources"]}
        for row in sources.values():
            yield self._entity(
                "Document",
                row["id"],
                fileName=row["name"],
                title=" ".join(part for part in (row["paper"], row["date"]) if part),
                publisher=row["paper"],
                publishedAt=row["date"],
                language="zho",
            )
        for row in self.records.articles:
            source = sources[row["source"]]
            yield self._entity(
                "Article",
                row["id"],
                title=row["title"] or row["kind"],
                summary=[row["kicker"], row["subtitle"]],
                author=[byline["name"] for byline in row["bylines"]],
                fileName=source["name"],
                publisher=source["paper"],
                publishedAt=row["date"],
                language="zho",
            )

    def _thing(self, row: Row) -> Row:
        own_id = row["id"]
        common = {"name": self.names[own_id], "alias": row["aliases"], "proof": self.seen[own_id]}
        places = self.related["LOCATED_IN", own_id]
        match row["type"]:
            case "Person":
                offices = self.related["HOLDS_OFFICE", own_id]
                return self._entity(
                    "Person",
                    own_id,
                    **common,
                    position=[self.names[office] for office in dict.fromkeys(offices)],
                )
            case "Office":
                bodies = [b for b in self.related["OFFICE_OF", own_id] if self.types[b] == "Organization"]
                return self._entity("Position", own_id, **common, organization=bodies)
            case "Organization":
                return self._entity(body_schema(row["name"]), own_id, **common, addressEntity=places)
            case "Place":
                return self._entity("Address", own_id, **common, full=self._full_name(own_id))
            case _:
                return self._entity(
                    "Project", own_id, **common, **_project_facts(row["attrs"]), addressEntity=places
                )

    def _full_name(self, place: str) -> str:
        """Return the name of a place after those of the places it lies in, the widest first."""
        chain = [place]
        while (wider := self.related["LOCATED_IN", chain[-1]]) and wider[0] not in chain:
            chain.append(wider[0])
        return join_places([self.names[member] for member in reversed(chain)])

    def _relation(self, row: Row) -> Row:
        source, target = row["source"], row["target"]
        told = self._told(row["evidence"])
        link = told | {"startDate": row["attrs"].get("since"), "endDate": row["attrs"].get("until")}
        link["date"] = [row["first_seen"], row["last_seen"]]
        role = RELATIONS.get(row["type"], row["type"])
        match row["type"], self.types[source], self.types[target]:
            case "HOLDS_OFFICE", "Person", "Office":
                return self._entity("Occupancy", row["id"], holder=source, post=target, **link)
            case "PART_OF", "Organization", "Organization":
                return self._entity(
                    "Membership", row["id"], member=source, organization=target, role=role, **link
                )
            case "INVESTS_IN", "Organization", "Project":
                return self._entity(
                    "ProjectParticipant", row["id"], participant=source, project=target, role=role, **link
                )
            case _:
                return self._entity(
                    "UnknownLink", row["id"], subject=source, object=target, role=role, **link
                )

    def _event(self, row: Row) -> Iterator[Row]:
        own_id, place = row["id"], row["place"]
        date = row["date"] or {"start": None, "end": None, "text": None}
        when = {"startDate": date["start"], "endDate": date["end"]}
        kind = EVENT_TYPES.get(row["type"], row["type"])
        acting = [p for p in row["participants"] if self.types[p["entity"]] in ("Person", "Organization")]
        yield self._entity(
            "Event",
            own_id,
            name=self.names[own_id],
            summary=" · ".join(part for part in (kind, STATUSES.get(row["status"]), date["text"]) if part),
            keywords=[row["type"], row["status"]],
            location=self.names.get(place),
            addressEntity=place,
            organizer=[p["entity"] for p in acting if p["role"] == "organizer"],
            involved=[p["entity"] for p in acting],
            **when,
            **self._told(row["evidence"], row["articles"]),
        )
        for n, participant in enumerate(row["participants"]):
            yield self._participation(row, n, participant, when)
        for project in row["projects"]:
            yield self._entity(
                "UnknownLink",
                make_id("l", own_id, project),
                subject=own_id,
                object=project,
                role=RELATIONS["CONCERNS"],
                **when,
                **self._told(row["evidence"]),
            )

    def _participation(self, event: Row, n: int, participant: Row, when: Mapping[str, Any]) -> Row:
        entity, role, order = participant["entity"], participant["role"], participant["order"]
        return self._entity(
            "UnknownLink",
            make_id("l", event["id"], n, entity, role),
            subject=entity,
            object=event["id"],
            role=ROLES.get(role, role),
            summary=None if order is None else f"名单第 {order} 位",
            **when,
            **self._told(participant["evidence"] or event["evidence"]),
        )

    def _told(self, evidence: Iterable[Row], articles: Iterable[str] = ()) -> dict[str, Any]:
        passages = list(evidence)
        return {
            "description": [passage["text"] for passage in passages],
            "proof": [*articles, *(p["article"] for p in passages if p["article"])],
        }

    def _mentions(self) -> Iterator[Row]:
        for row in self.records.mentions:
            if row["type"] not in SCHEMATA:
                continue
            entity = row["entity"] if self.types.get(row["entity"]) in ("Person", "Organization") else None
            yield self._entity(
                "Mention",
                row["id"],
                document=row["article"] or row["source"],
                name=row["text"],
                detectedSchema=SCHEMATA[row["type"]],
                resolved=entity,
            )
