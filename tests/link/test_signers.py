"""Who signs is a party for the body that the article prints with him elsewhere."""

from __future__ import annotations

import pytest

from newsgraph.link.signers import Signers
from newsgraph.model import (
    Entity,
    EntityType,
    Evidence,
    Participant,
    Resolution,
    Role,
    Span,
    Tenure,
    TitleForm,
)

SAID = Evidence(article="a", span=Span(0, 9))
SIGNER = Participant(entity="p", role=Role.PARTY, order=1)


def signers(body: str, *, form: TitleForm = TitleForm.APPOSITION, inferred: bool = False) -> Signers:
    attrs = {"inferred": True} if inferred else {}
    entities = {
        "org": Entity(id="org", type=EntityType.ORGANIZATION, name=body, attrs=attrs),
        "office": Entity(id="office", type=EntityType.OFFICE, name="", organization="org"),
    }
    tenure = Tenure(person="p", office="office", form=form, evidence=SAID)
    return Signers(Resolution(entities=entities, entity_of={}, tenures=(tenure,)))


def test_firm_of_a_signer_is_a_party_with_the_words_that_say_whose_he_is():
    found = list(signers("远山茶业公司").add_bodies([SIGNER], ["a"]))
    assert found == [SIGNER, Participant(entity="org", role=Role.PARTY, order=2, evidence=(SAID,))]


@pytest.mark.parametrize(
    ("others", "articles"),
    [
        ([Participant(entity="org", role=Role.PARTY)], ["a"]),  # is one already
        ([], ["b"]),  # another article says so
    ],
)
def test_nothing_is_added_where_it_is_known_or_not_said_there(others: list[Participant], articles: list[str]):
    assert list(signers("远山茶业公司").add_bodies([SIGNER, *others], articles)) == [SIGNER, *others]


@pytest.mark.parametrize(
    "firm",
    [
        signers("略阳县人民政府"),
        signers("中共略阳县委员会"),
        signers("远山茶业公司", form=TitleForm.FORMER),
        signers("远山茶业公司", inferred=True),
    ],
)
def test_governments_and_former_and_implied_bodies_are_no_parties_by_a_post(firm: Signers):
    assert list(firm.add_bodies([SIGNER], ["a"])) == [SIGNER]


def test_who_only_watches_brings_nobody():
    witness = Participant(entity="p", role=Role.WITNESS)
    assert list(signers("远山茶业公司").add_bodies([witness], ["a"])) == [witness]
