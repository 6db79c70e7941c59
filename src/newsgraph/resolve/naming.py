"""The full names of the bodies, places and projects of one article, mention by mention."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsgraph.lexicon.divisions import Division
from newsgraph.model import Mention, MentionType, Tagged
from newsgraph.resolve.bodies import BodyName, name_body
from newsgraph.resolve.places import PlaceName, name_place
from newsgraph.resolve.setting import Setting
from newsgraph.text import sentence_at

_BESIDE = re.compile(r"[、和及与]")


@dataclass(slots=True)
class ArticleNames:
    """What the bodies and places of an article are called, by mention id; what cannot be known is missing."""

    tagged: Tagged
    setting: Setting
    bodies: dict[str, BodyName] = field(default_factory=dict)
    places: dict[str, PlaceName] = field(default_factory=dict)


def name_article(tagged: Tagged, seat: Division | None) -> ArticleNames:
    """Name the bodies and places of an article of a paper with this seat."""
    names = ArticleNames(tagged, Setting(tagged.article, tagged.mentions, seat))
    carriers = _printed_carriers(tagged)
    before: Mention | None = None
    listed: Mention | None = None
    for mention in tagged.mentions:
        if mention.type is MentionType.ORG:
            _add_body(names, mention, carriers, before)
            before = mention
        elif mention.type is MentionType.PLACE:
            _add_place(names, mention, listed)
            listed = mention
    return names


def _printed_carriers(tagged: Tagged) -> Mapping[str, str]:
    """Return the anchors that titles give to bodies without their place (市委 of 统战部), by mention id."""
    return {title.body: title.anchor for title in tagged.titles if title.body and title.anchor}


def _add_body(
    names: ArticleNames, mention: Mention, carriers: Mapping[str, str], before: Mention | None
) -> None:
    carrier = names.bodies.get(carriers.get(mention.id, ""))
    if carrier is None and before is not None and before.id in names.bodies:
        sentence = sentence_at(names.tagged.article.text, mention.span)
        if sentence.start <= before.span.start:
            carrier = names.bodies[before.id]
    body = name_body(mention.text, mention.span.start, names.setting, carrier=carrier)
    if body is not None:
        names.bodies[mention.id] = body


def _add_place(names: ArticleNames, mention: Mention, before: Mention | None) -> None:
    text = names.tagged.article.text
    beside = None
    if before is not None and _BESIDE.fullmatch(text[before.span.end : mention.span.start]):
        beside = names.places.get(before.id)
    place = name_place(mention.text, mention.span.start, names.setting, beside=beside)
    if place is not None:
        names.places[mention.id] = place
