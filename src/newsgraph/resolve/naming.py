"""The full names of the bodies, places and projects of one article, mention by mention."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsgraph.lexicon.divisions import Division
from newsgraph.model import Mention, MentionType, Tagged
from newsgraph.resolve.bodies import BodyName, is_bureau, name_body, name_organ
from newsgraph.resolve.corps import name_unit
from newsgraph.resolve.organs import full_core
from newsgraph.resolve.places import PlaceName, name_place
from newsgraph.resolve.setting import Setting
from newsgraph.text import sentence_at

_VILLAGE_BODY = re.compile("(村|社区|嘎查)(党委|党总支|党支部|委会|民委员会|妇联|团支部|团总支)")
_VILLAGE = re.compile("[^省市县区旗镇乡道木]+(?:村|社区|嘎查)$")
_SCHOOL_BODY = re.compile("[校院](党委|团委|纪委)")
_SCHOOL = re.compile("(?:大学|学院|学校|中学|小学|[高职]校)$")
_GROUP = re.compile(
    "(?:督[察导]|巡[视察]|工作|调研|检查|考察|考核)组|(?:考察|代表|访问|调研)团|指挥部|领导小组|工作专班"
)
"""A group by its kind alone, which is the one named before."""
_CORPS = re.compile("兵团|团场")
"""What tells that the regiments of a text are farms of the Xinjiang corps."""
_ZONE_ORGAN = re.compile("(新区|开发区|高新区|经开区|园区|示范区|度假区|景区)?((?:党工委|管委会)(?:办公室)?)")
_OF_ZONE = re.compile("(?:中共)?(.{2,}?[^省市县][区城园])(?:党工委|管委会|管理委员会|工作委员会)")
_INTRODUCED = re.compile(
    r"[（(](?:以下|下文)?(?:简称|下称)(?:为)?[:：]?[“\"]?([\u4e00-\u9fffA-Za-z0-9]{2,10})[”\"]?[）)]"
)
_BESIDE = re.compile(r"[、和及与]")


@dataclass(slots=True)
class ArticleNames:
    """What the bodies and places of an article are called, by mention id; what cannot be known is missing.

    `introduced`: by the key of a short form that the article says it uses (以下简称), that of the body.
    """

    tagged: Tagged
    setting: Setting
    bodies: dict[str, BodyName] = field(default_factory=dict)
    places: dict[str, PlaceName] = field(default_factory=dict)
    introduced: dict[str, str] = field(default_factory=dict)


def name_article(tagged: Tagged, seat: Division | None, zone: str = "") -> ArticleNames:
    """Name the bodies and places of an article of a paper with this seat; `zone` is the zone whose paper it is."""
    names = ArticleNames(tagged, Setting(tagged.article, tagged.mentions, seat, zone))
    anchors = {title.body: title.anchor for title in tagged.titles if title.body and title.anchor}
    governed = {title.body for title in tagged.titles}
    carrier: _Carrier | None = None
    listed: Mention | None = None
    for mention in tagged.mentions:
        if mention.type is MentionType.ORG:
            body = _body(names, mention, anchors.get(mention.id), carrier)
            if body is not None:
                _introduce(names, mention, body)
            carrier = _Carrier(mention, body) if body else carrier
        elif mention.type is MentionType.PLACE:
            _add_place(names, mention, listed)
            listed = mention
            if mention.id in governed and (government := _government(names, mention)):
                carrier = _Carrier(mention, government)
    return names


@dataclass(frozen=True, slots=True)
class _Carrier:
    """The body printed last, whose place a bare bureau takes over; of 某县县长 it is the government."""

    mention: Mention
    body: BodyName


def _government(names: ArticleNames, mention: Mention) -> BodyName | None:
    place = names.places.get(mention.id)
    division = place.own_division if place else None
    return name_organ("人民政府", division) if division else None


def _body(
    names: ArticleNames, mention: Mention, anchor: str | None, carrier: _Carrier | None
) -> BodyName | None:
    """Name a body; its carrier is the anchor of its title (市委 of 统战部), or the last of the sentence."""
    given = names.bodies.get(anchor or "")
    if given is None and carrier is not None:
        sentence = sentence_at(names.tagged.article.text, mention.span)
        given = carrier.body if sentence.start <= carrier.mention.span.start else None
    if given is None and is_bureau(mention.text):
        given = _namesake(names, mention.text)
    body = _of_village(names, mention) or _of_school(names, mention) or _of_zone(names, mention)
    if body is None and _CORPS.search(names.tagged.article.text):
        body = name_unit(re.sub(r"\s", "", mention.text), reversed(names.bodies.values()))
    if body is None and _GROUP.fullmatch(mention.text):
        body = _namesake(names, mention.text)
    body = body or name_body(mention.text, mention.span.start, names.setting, carrier=given)
    if body is not None:
        names.bodies[mention.id] = body
    return body


def _introduce(names: ArticleNames, mention: Mention, body: BodyName) -> None:
    """Keep the short form that a parenthesis behind `mention` introduces."""
    short = _INTRODUCED.match(names.tagged.article.text, mention.span.end)
    called = name_body(short[1], mention.span.end, names.setting) if short else None
    if called is not None and called.key != body.key and not called.organ:
        names.introduced[called.key] = body.key


def _of_village(names: ArticleNames, mention: Mention) -> BodyName | None:
    """Return the body of the village or community printed last (村党支部, 社区党委)."""
    match = _VILLAGE_BODY.fullmatch(mention.text)
    if match is None:
        return None
    core = "村民委员会" if match[2] in ("委会", "民委员会") and match[1] == "村" else match[2]
    named = (p for p in reversed(names.places.values()) if p.name.endswith(match[1]) and p.name != match[1])
    place = next(named, None)
    village = _VILLAGE.search(place.name) if place is not None else None
    if place is None or village is None:
        return next((b for b in reversed(names.bodies.values()) if b.name.endswith(match[1] + core)), None)
    return BodyName(village[0] + core, place.name + core, place=place.division)


def _of_school(names: ArticleNames, mention: Mention) -> BodyName | None:
    """Return the committee of the school printed last (校党委)."""
    match = _SCHOOL_BODY.fullmatch(mention.text)
    school = match and next((b for b in reversed(names.bodies.values()) if _SCHOOL.search(b.name)), None)
    if match is None or school is None:
        return None
    return BodyName(school.name + match[1], school.key + match[1], place=school.place, parent=school.name)


def _of_zone(names: ArticleNames, mention: Mention) -> BodyName | None:
    """Return the board or committee of the zone whose other organ was printed last (管委会), or, if it says what kind
    of zone it is of (新区管委会), of the last such zone; of the paper's own zone `name_body` knows."""
    organ = _ZONE_ORGAN.fullmatch(mention.text)
    if names.setting.zone or organ is None:
        return None
    told = (match[1] for body in reversed(names.bodies.values()) if (match := _OF_ZONE.match(body.name)))
    zone = next((name for name in told if name.endswith(organ[1] or "")), None)
    if zone is None and organ[1]:
        places = (place.name for place in reversed(names.places.values()))
        zone = next((name for name in places if name.endswith(organ[1]) and name != organ[1]), None)
    if zone is None:
        return None
    printed = (body for body in names.bodies.values() if body.name == zone + organ[2])
    return next(printed, BodyName(zone + organ[2], zone + organ[2]))


def _namesake(names: ArticleNames, text: str) -> BodyName | None:
    """Return the body that the article calls `text` once it was printed with its place (教育局)."""
    core = full_core(text)
    return next((body for body in reversed(names.bodies.values()) if body.key.endswith(core)), None)


def _add_place(names: ArticleNames, mention: Mention, before: Mention | None) -> None:
    text = names.tagged.article.text
    beside = None
    if before is not None and _BESIDE.fullmatch(text[before.span.end : mention.span.start]):
        beside = names.places.get(before.id)
    place = name_place(mention.text, mention.span.start, names.setting, beside=beside)
    if place is not None:
        names.places[mention.id] = place
