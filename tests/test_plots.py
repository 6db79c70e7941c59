"""Chinese names in plots."""

from __future__ import annotations

import warnings
from io import BytesIO
from types import SimpleNamespace

import pytest

from newsgraph.plots import PREFERRED, chinese_labels, use_chinese_font

matplotlib = pytest.importorskip("matplotlib", reason="needs newsgraph[notebook]")
from matplotlib import font_manager  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402


@pytest.fixture(autouse=True)
def keep_settings():
    with matplotlib.rc_context():
        yield


def test_chinese_font_draws_names_without_boxes():
    if use_chinese_font() is None:
        pytest.skip("no font with Chinese characters is installed")
    figure = Figure()
    figure.text(0, 0, chinese_labels(["郗道安"])[0])
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of a missing glyph
        figure.savefig(BytesIO())


def test_chinese_font_is_a_preferred_one_where_that_is_installed():
    installed = {font.name for font in font_manager.fontManager.ttflist} & set(PREFERRED)
    if not installed:
        pytest.skip("none of the preferred fonts is installed")
    assert use_chinese_font() in installed


def test_without_a_font_labels_are_numbers_and_printed(monkeypatch, capsys):
    latin = [font for font in font_manager.fontManager.ttflist if font.name == "DejaVu Sans"]
    monkeypatch.setattr(font_manager, "fontManager", SimpleNamespace(ttflist=latin))
    before = list(matplotlib.rcParams["font.sans-serif"])
    assert chinese_labels(["郗道安", "巨明德"]) == ["1", "2"]
    assert capsys.readouterr().out.endswith("the plot's labels are numbers:\n1 郗道安, 2 巨明德\n")
    assert matplotlib.rcParams["font.sans-serif"] == before
