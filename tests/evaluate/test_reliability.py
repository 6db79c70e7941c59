from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.evaluate.reliability import calibration_error, format_reliability, reliability

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()))


@given(JUDGED)
def test_reliability_counts_everything_once(judged: list[tuple[float, bool]]) -> None:
    bins = reliability(judged)
    assert sum(each.count for each in bins) == len(judged)
    assert sum(each.right * each.count for each in bins) == pytest.approx(sum(r for _, r in judged), abs=0.01)
    assert [each.low for each in bins] == sorted({each.low for each in bins})
    assert 0 <= calibration_error(bins) <= 1


def test_calibration_error_is_the_mean_distance_of_score_and_share() -> None:
    sure, unsure = [(0.9, True)] * 9 + [(0.9, False)], [(0.6, True)] * 10
    assert calibration_error(reliability(sure)) == pytest.approx(0)
    assert calibration_error(reliability(unsure)) == pytest.approx(0.4)
    assert calibration_error(reliability(sure + unsure)) == pytest.approx(0.2)


def test_calibration_error_of_nothing_is_nothing() -> None:
    assert calibration_error([]) == 0


def test_format_gives_a_row_a_bin() -> None:
    shown = format_reliability({"ORG": [(0.9, True), (0.55, False)], "none": []}).splitlines()
    assert shown[2:] == [
        "| ORG | 0.50- | 1 | 0.550 | 0.000 | 0.325 |",
        "|  | 0.90- | 1 | 0.900 | 1.000 |  |",
    ]
