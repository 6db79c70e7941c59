"""For whom somebody signs, where the clause of the signing names him alone and his body was printed before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsgraph.model import Entity, EntityType, Evidence, Participant, Resolution, Role, TitleForm

_RULES = re.compile("(?:委员会|人民政府|行政公署)$")
"""Committees and governments are parties where the text says so, and not by the post of who signs."""


class Signers:
    """The bodies that the articles print with the persons, by person and article."""

    def __init__(self, resolution: Resolution) -> None:
        self._entities = resolution.entities
        self._bodies: defaultdict[tuple[str, str], dict[str, Evidence]] = defaultdict(dict)
        for tenure in resolution.tenures:
            body = self._body_of(tenure.office)
            if tenure.form is TitleForm.APPOSITION and body is not None:
                self._bodies[tenure.person, tenure.evidence.article].setdefault(body.id, tenure.evidence)

    def add_bodies(
        self, participants: Sequence[Participant], articles: Iterable[str]
    ) -> Iterator[Participant]:
        """Yield `participants` of a signing, and the body of each signer of whose bodies none is a party yet."""
        yield from participants
        parties = [p.entity for p in participants if p.role is Role.PARTY]
        order = len(parties)
        articles = list(articles)
        for signer in parties:
            held = {body: said for a in articles for body, said in self._bodies.get((signer, a), {}).items()}
            if held and held.keys().isdisjoint(parties):
                body, said = next(iter(held.items()))
                order += 1
                parties.append(body)
                yield Participant(entity=body, role=Role.PARTY, order=order, evidence=(said,))

    def _body_of(self, office: str) -> Entity | None:
        body = self._entities.get(self._entities[office].organization or "")
        if body is None or body.type is not EntityType.ORGANIZATION or body.attrs.get("inferred"):
            return None
        return None if _RULES.search(body.name) else body
