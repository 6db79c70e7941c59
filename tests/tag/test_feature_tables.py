from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from newsgraph.tag.feature_tables import CARDINALITIES, LEXICAL, N_VECTOR_COLUMNS, FeatureTables, VectorTable


def vectors(*keys: str) -> VectorTable:
    """Return a table whose row i holds the number i twice."""
    return VectorTable(keys, np.repeat(np.arange(len(keys) + 1, dtype="float32"), 2).reshape(-1, 2))


@pytest.fixture(scope="module")
def tables() -> FeatureTables:
    return FeatureTables(
        chars=vectors("市", "长"),
        bigrams=vectors("市长", "长会"),
        words=vectors("市长", "碰头会"),
        lexical=vectors("５", "市"),
        word_counts=(50, 20),
        full={"青禾县": 2, "青禾县柳溪镇": 3},
        short={"青禾": 2},
        surnames=("王", "欧阳"),
    )


@given(st.text())
def test_columns_has_one_row_a_character_and_stays_in_range(tables: FeatureTables, text: str) -> None:
    rows, small = tables.columns(text)
    assert rows.shape == (len(text), N_VECTOR_COLUMNS)
    assert small.shape == (len(text), len(CARDINALITIES))
    assert (small >= 0).all()
    assert (small < np.array(CARDINALITIES)).all()


def test_columns_finds_bigrams_on_both_sides_and_the_word_around(tables: FeatureTables) -> None:
    rows, small = tables.columns("市长碰头会")
    assert rows[:, 0].tolist() == [1, 2, 0, 0, 0]
    assert rows[:, 1].tolist() == [0, 1, 0, 0, 0]
    assert rows[:, 2].tolist() == [1, 0, 0, 0, 0]
    assert rows[:, 3].tolist() == [1, 1, 2, 2, 2]
    assert small[:, 1].tolist() == [1, 3, 4, 5, 6]


def test_columns_marks_the_longest_division_name(tables: FeatureTables) -> None:
    _, small = tables.columns("到青禾县柳溪镇和青禾")
    town, county = 4 * 3, 4 * 2
    assert small[:, 2].tolist() == [0, town + 1, *[town + 2] * 4, town + 3, 0, 0, 0]
    assert small[:, 3].tolist() == [0, county + 1, county + 3, 0, 0, 0, 0, 0, county + 1, county + 3]


def test_columns_knows_surnames_of_two_characters(tables: FeatureTables) -> None:
    _, small = tables.columns("王与欧阳")
    assert small[:, 4].tolist() == [1, 0, 4, 5]


def test_columns_tells_headlines_and_brackets(tables: FeatureTables) -> None:
    _, small = tables.columns("甲“乙”\n丙《丁》。")
    assert small[:, 5].tolist() == [4, 6, 6, 4, 0, 0, 1, 1, 0, 0]


def test_to_bytes_round_trip_gives_the_same_columns_and_vectors(tables: FeatureTables) -> None:
    again = FeatureTables.from_bytes(tables.to_bytes())
    text = "青禾县市长王欧阳主持碰头会"
    for left, right in zip(tables.columns(text), again.columns(text), strict=True):
        assert (left == right).all()
    assert np.allclose(again.bigrams.look_up(np.array([2, 0])), [[2, 2], [0, 0]], rtol=0.01)
    assert again.to_bytes() == tables.to_bytes()


@given(arrays(np.float32, (5, 4), elements=st.floats(-9, 9, width=32)))
def test_rounded_is_near_and_rounding_again_changes_nothing(given: np.ndarray) -> None:
    scales, steps = VectorTable("甲乙丙丁", given).rounded()
    near = steps * scales.astype("float32")
    assert (abs(near - given) <= np.maximum(abs(given).max(1, keepdims=True), 1e-3) / 200).all()
    again = VectorTable("甲乙丙丁", near).rounded()
    assert (again[0] == scales).all()
    assert (again[1] == steps).all()


def test_columns_reads_lexical_characters_as_they_are_printed(tables: FeatureTables) -> None:
    rows, _ = tables.columns("５市a")
    assert rows[:, LEXICAL].tolist() == [1, 2, 0]
