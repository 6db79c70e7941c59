from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.tag.folding import fold_chars


@given(st.text())
def test_fold_chars_keeps_every_offset(text: str) -> None:
    assert len(fold_chars(text)) == len(text)


def test_fold_chars_makes_widths_and_digits_one() -> None:
    assert fold_chars("Ａ１b2　\n") == "a0a0  "


def test_fold_chars_leaves_characters_that_would_grow() -> None:
    assert fold_chars("㎡…") == "㎡…"
