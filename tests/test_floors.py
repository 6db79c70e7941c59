"""The floors of the first landing, as mean F1 over all gold pages, and over the pages written for the tests."""

from __future__ import annotations

import pytest

from tests.floors import FLOORS, mean, measure, page_names, written_names
from tests.gold import SHARED

pytestmark = pytest.mark.model


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "gold" / "pages").is_dir(), reason="needs ../shared/gold")
@pytest.mark.parametrize("row", FLOORS)
def test_mean_over_the_gold_pages_reaches_the_floor(row: str):
    figures = {page: round(measure(page).get(row, 1.0), 3) for page in page_names()}
    assert mean(row, page_names()) >= FLOORS[row], figures


@pytest.mark.parametrize("row", FLOORS)
def test_mean_over_the_written_pages_reaches_the_floor(row: str):
    figures = {page: round(measure(page).get(row, 1.0), 3) for page in written_names()}
    assert mean(row, written_names()) >= FLOORS[row], figures
