"""Entities of the bodies, places and projects of one scope: short forms joined, parents and seats tied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newsgraph.lexicon import divisions
from newsgraph.lexicon.divisions import Division
from newsgraph.model import EntityType, Evidence, Mention, MentionType
from newsgraph.resolve.addresses import read_divisions
from newsgraph.resolve.bodies import BodyName, plain_body
from newsgraph.resolve.naming import ArticleNames
from newsgraph.resolve.places import PlaceName, of_division, state_at
from newsgraph.resolve.register import Draft, Register
from newsgraph.resolve.shortforms import core_of, longest_forms
from newsgraph.text import fold

_TOWN_KIND = re.compile(r"(?<=..)(?:街道|[镇乡村])$")


class Things:
    """Bodies, places and projects of the articles of one scope, and the way from a name to its entity.

    Parameters
    ----------
    register : Register
        Where the entities are kept; shared by all scopes.
    articles : Sequence[ArticleNames]
        The named articles of the scope, in order.
    """

    def __init__(self, register: Register, articles: Sequence[ArticleNames]) -> None:
        self._register = register
        self._long_bodies = _join_bodies(articles)
        self._long_places = _join_places(place for names in articles for place in names.places.values())
        self._long_projects = _join_projects(_projects(articles), articles)
        for names in articles:
            for mention in names.tagged.mentions:
                self._resolve(names, mention)

    def _resolve(self, names: ArticleNames, mention: Mention) -> None:
        printed = re.sub(r"\s", "", mention.text)
        draft: Draft | None = None
        if mention.id in names.bodies:
            draft = self.body(names.bodies[mention.id], Evidence(article=mention.article, span=mention.span))
        elif mention.id in names.places:
            draft = self.place(names.places[mention.id], Evidence(article=mention.article, span=mention.span))
        elif mention.type is MentionType.PROJECT:
            key = project_key(printed)
            key = self._long_projects.get(key, key)
            draft = self._register.draft(EntityType.PROJECT, key, article=mention.article)
        if draft is not None:
            self._register.resolve(mention, draft, printed=printed)

    def body(self, body: BodyName, evidence: Evidence) -> Draft:
        """Return the entity of a named body; its seat and its whole are tied at its first evidence."""
        key = self._long_bodies.get(body.key, body.key)
        draft = self._register.draft(EntityType.ORGANIZATION, key, article=evidence.article)
        if key == body.key:
            draft.official[body.name] = None
        draft.place = draft.place or body.place
        if body.place is not None and (body.organ or not body.printed_place):
            seat = self.place(of_division(body.place), evidence)
            self._register.located_in.setdefault((draft.id, seat.id), evidence)
        if body.parent is not None:
            whole = replace(plain_body(body.parent), place=body.place)
            self._register.part_of.setdefault((draft.id, self.body(whole, evidence).id), evidence)
        return draft

    def place(self, place: PlaceName, evidence: Evidence, *, above: bool = False) -> Draft:
        """Return the entity of a named place, inside its division, inside that one's parents; what is only `above`
        another is called as today until the text names it (襄樊市)."""
        full = self._long_places.get(place.key, place)
        draft = self._register.draft(EntityType.PLACE, *full.key, article=evidence.article)
        if not above and draft.assumed:
            draft.official.clear()
        if not above or not draft.official:
            draft.official[full.name] = None
            draft.assumed = above
        division = full.division
        if division is not None:
            draft.place = division
            above_it = of_division(division) if full.rest else _above(division)
            if above_it is not None:
                whole = self.place(above_it, evidence, above=True)
                self._register.located_in.setdefault((draft.id, whole.id), evidence)
        return draft


def _above(division: Division) -> PlaceName | None:
    parents = divisions.parents(division)
    return of_division(parents[0]) if parents else None


def project_key(name: str) -> str:
    """Return what two prints of one project share: quotes, blanks and a closing 项目 do not count."""
    return core_of(name)


def _projects(articles: Iterable[ArticleNames]) -> set[str]:
    return {
        re.sub(r"\s", "", mention.text)
        for names in articles
        for mention in names.tagged.mentions
        if mention.type is MentionType.PROJECT
    }


def _join_bodies(articles: Sequence[ArticleNames]) -> Mapping[str, str]:
    """Return the key of the longer form for each key of a short form; organs are known by their key alone."""
    bodies = (body for names in articles for body in names.bodies.values())
    found = {body.key: body for body in bodies if not body.organ}
    cores = {key: core_of(body.name, body.printed_place) for key, body in found.items()}
    longer = longest_forms(cores, rivals=lambda a, b: _lie_apart(found[a], found[b]))
    return _ends(longer | {short: full for names in articles for short, full in names.introduced.items()})


def _lie_apart(one: BodyName, other: BodyName) -> bool:
    """Whether both names print a place, and neither of these is the other or lies in it."""
    if not (one.printed_place and other.printed_place and one.place and other.place):
        return False
    if one.name.endswith(other.name) or other.name.endswith(one.name):
        return False  # a namesake of a county: 富源水电公司 of 青禾县富源水电公司
    inner, outer = sorted((one.place.code, other.place.code), key=len, reverse=True)
    return not inner.startswith(outer) if outer else one.place.name != other.place.name


def _join_projects(printed: Iterable[str], articles: Sequence[ArticleNames]) -> Mapping[str, str]:
    near = articles[0].setting.near if articles else None
    cores = {}
    for name in sorted(printed):
        key = project_key(name)
        cores[key] = core_of(key, _printed_head(key, near))
    return _ends(longest_forms(cores, project=True))


def _printed_head(name: str, near: Division | None) -> str:
    """Return the divisions at the head of a project's name; short forms only in the own province."""
    chain, rest = read_divisions(name, near)
    head = ""
    for named in chain:
        at_home = near is not None and named.division.code[:2] == near.code[:2]
        if not (at_home or named.form == named.division.name):
            return head
        head += named.form
    return head if rest else ""


def _join_places(places: Iterable[PlaceName]) -> Mapping[tuple[str, str], PlaceName]:
    """Return the place in its division or state for each that the scope also prints bare (朝阳村, 柳河 of 柳河镇)."""
    located: dict[str, dict[tuple[str, str], PlaceName]] = {}
    bare = set()
    for place in places:
        rest = place.rest if place.division else place.name.removeprefix(state_at(place.name))
        if place.division is None and rest == place.name:
            bare.add(place.key)
            continue
        rest = rest or (place.division.name if place.division else "")
        for form in {rest, _TOWN_KIND.sub("", rest)} if rest else ():
            located.setdefault(fold(form), {})[place.key] = place
    found = {key: list(located.get(fold(key[1]), {}).values()) for key in bare}
    return {key: full[0] for key, full in found.items() if len(full) == 1}


def _ends(longer: Mapping[str, str]) -> dict[str, str]:
    """Follow every chain of longer forms to its end."""
    ends = {}
    for name in longer:
        last = longer[name]
        while last in longer:
            last = longer[last]
        ends[name] = last
    return ends
