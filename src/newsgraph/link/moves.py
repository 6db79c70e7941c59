"""What an appointment is to: the offices that its appointees take up and leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsgraph.model import Evidence, Tenure, TitleForm

_UP, _DOWN = TitleForm.APPOINTMENT, TitleForm.REMOVAL


class Moves:
    """The tenures that the text tells as taken up or left, by person and article."""

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        self._told: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in tenures:
            if tenure.form in (_UP, _DOWN):
                self._told[tenure.person, tenure.evidence.article].append(tenure)

    def at(self, person: str, evidence: Iterable[Evidence]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the offices that a person takes up, and those that he leaves, where `evidence` tells of it."""
        told = [
            tenure
            for passage in evidence
            for tenure in self._told[person, passage.article]
            if tenure.evidence.span.overlaps(passage.span)
        ]
        takes, leaves = (
            tuple(dict.fromkeys(tenure.office for tenure in told if tenure.form is form))
            for form in (_UP, _DOWN)
        )
        return takes, leaves
