from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.tag.calibration import EDGES, calibrate, fit

JUDGED = st.lists(
    st.tuples(st.sampled_from(["ORG", "PLACE"]), st.floats(0, 1), st.booleans()), min_size=1, max_size=80
)


@given(JUDGED)
def test_calibrations_rise_and_are_chances(judged):
    for chances in fit(judged).values():
        assert len(chances) == len(EDGES)
        assert chances == sorted(chances)
        assert all(0 <= chance <= 1 for chance in chances)


def test_calibrate_says_how_often_such_probabilities_were_right():
    judged = [("ORG", 0.97, i % 10 != 0) for i in range(1000)]
    assert abs(calibrate(fit(judged)["ORG"], 0.96) - 0.9) < 0.01


def test_calibrate_leaves_an_unknown_label_alone():
    assert calibrate(None, 0.42) == 0.42
