"""Amounts in figures and characters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.link.numerals import AMOUNT, read_amount


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8.8亿", 880_000_000),
        ("九亿六千万", 960_000_000),
        ("9亿6000万", 960_000_000),
        ("两千三百万", 23_000_000),
        ("十二点五亿", 1_250_000_000),
        ("三百二十", 320),
        ("5千", 5_000),
    ],
)
def test_read_amount_takes_figures_and_characters(text: str, value: float) -> None:
    match = re.match(AMOUNT, text + "元")
    assert match is not None
    assert (match.group(), read_amount(match.group())) == (text, value)


@given(
    st.integers(min_value=1, max_value=9_999), st.sampled_from([("", 1), ("万", 10_000), ("亿", 100_000_000)])
)
def test_read_amount_multiplies_by_its_scale(number: int, scale: tuple[str, int]) -> None:
    assert read_amount(f"{number}{scale[0]}") == number * scale[1]
