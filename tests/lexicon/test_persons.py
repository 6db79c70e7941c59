"""Surnames and the table of characters."""

from __future__ import annotations

import pytest

from newsgraph.lexicon.persons import COMPOUND_SURNAMES, is_surname, name_table, surname_of, words


@pytest.mark.parametrize("surname", ["王", "司徒", "欧阳", "申屠", "皇甫"])
def test_is_surname_knows_common_and_compound_ones(surname: str):
    assert is_surname(surname)


@pytest.mark.parametrize(
    ("name", "surname"),
    [("江　波", "江"), ("欧阳某", "欧阳"), ("阿依古丽", ""), ("王", ""), ("欧阳志远", "欧阳"), ("的确", "")],
)
def test_surname_of_splits_names(name: str, surname: str):
    assert surname_of(name) == surname


def test_name_table_prefers_name_characters():
    assert name_table("second")["霞"] > 2 > -2 > name_table("second")["的"]


def test_words_and_compound_surnames_agree():
    assert frozenset(words("compound_surnames")) == COMPOUND_SURNAMES
    assert all(len(surname) >= 2 for surname in COMPOUND_SURNAMES)
