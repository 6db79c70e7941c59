"""Offices that the appointees of one text take up and leave."""

from __future__ import annotations

from newsgraph.link.moves import Moves
from newsgraph.model import Evidence, Span, Tenure, TitleForm


def at(start: int, end: int, article: str = "a") -> Evidence:
    return Evidence(article=article, span=Span(start, end))


def tenure(office: str, form: TitleForm, evidence: Evidence, person: str = "p") -> Tenure:
    return Tenure(person=person, office=office, form=form, evidence=evidence)


def test_moves_are_what_the_passage_itself_tells():
    moves = Moves(
        [
            tenure("mayor", TitleForm.APPOINTMENT, at(10, 20)),
            tenure("chief", TitleForm.REMOVAL, at(30, 40)),
            tenure("clerk", TitleForm.APPOSITION, at(10, 20)),
            tenure("other", TitleForm.APPOINTMENT, at(10, 20), person="q"),
        ]
    )
    assert moves.at("p", [at(12, 14)]) == (("mayor",), ())
    assert moves.at("p", [at(12, 14), at(32, 34), at(12, 14)]) == (("mayor",), ("chief",))
    assert moves.at("p", [at(20, 30), at(12, 14, article="b")]) == ((), ())
