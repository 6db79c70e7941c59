"""The notebooks run from top to bottom, and what is stored in them is what they give."""

from __future__ import annotations

from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="needs nbclient")
pytest.importorskip("nbclient", reason="needs nbclient")
pytest.importorskip("matplotlib", reason="needs newsgraph[notebook]")

from tests.notebooks import NOTEBOOKS, outputs, run, says  # noqa: E402

ANSWERS = {
    "explore_a_page": [
        # name, offices, n_events
        ["傅景山", "中共汉中市委员会书记", "2"],
        # events: start, type
        ["2019-05-16", "signing"],
        # projects: investment_cny, area_mu, investors, located_in
        ["650000000", "420", "陕西青麓药业集团", "略阳县"],
        # between
        ["卢以宁", "witness", "市长卢以宁"],
    ],
    "several_papers": [
        # papers
        ["城固新报", "1986-11-08", "城固县"],
        # careers: first_seen, until
        ["汉中市发展和改革委员会主任", "2009-10-14", "2009-10-13"],
        # holders
        ["汉中市人民政府市长", "雒文昭", "卢以宁"],
        ["中共汉中市委员会书记", "季伯鸿", "傅景山"],
        # projects: investment_cny, area_mu
        ["480000", "11"],
        # who was at their events
        ["雒文昭", "巨明德", "贾凤琴", "郗道安"],
    ],
    "who_meets_whom": [
        # communities: papers
        ["汉中新报", "2009", "汉中新报", "2019"],
        # central: first_seen, last_seen
        ["季伯鸿", "1986-11-08", "2009-10-14"],
        # order of rank in a list
        ["0", "of", "them", "in", "both", "orders"],
    ],
}
"""Runs of words and figures that an output must hold, layout aside."""
MOST = 1_000_000
"""Bytes of a notebook with its outputs."""


def holds(said: list[list[str]], answer: list[str]) -> bool:
    n = len(answer)
    return any(words[i : i + n] == answer for words in said for i in range(len(words) - n + 1))


@pytest.fixture(scope="module")
def fresh() -> dict[Path, object]:
    """What has been run already: every test of one notebook needs the same run."""
    return {}


@pytest.mark.model
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs_and_its_assertions_hold(path: Path, fresh: dict):
    fresh[path] = run(path)
    said = says(fresh[path])
    missing = [answer for answer in ANSWERS[path.stem] if not holds(said, answer)]
    assert missing == []


@pytest.mark.model
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_stores_what_it_gives(path: Path, fresh: dict):
    if path not in fresh:
        pytest.skip("its run failed")
    stored = says(nbformat.read(path, as_version=4))
    assert says(fresh[path]) == stored, "where the change is wanted: python -m tests.renew"


@pytest.mark.model
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_warns_of_nothing(path: Path, fresh: dict):
    """Among others of glyphs that the font of a plot lacks."""
    if path not in fresh:
        pytest.skip("its run failed")
    said = [output.text for output in outputs(fresh[path]) if output.get("name") == "stderr"]
    assert said == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_stores_outputs_pictures_and_a_drawing_in_little_room(path: Path):
    notebook = nbformat.read(path, as_version=4)
    assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
    drawings = [
        output for output in outputs(notebook) if "<iframe" in output.get("data", {}).get("text/html", "")
    ]
    assert len(drawings) == 1
    plots = [output for output in outputs(notebook) if "image/png" in output.get("data", {})]
    assert plots or path.stem == "explore_a_page"
    assert path.stat().st_size < MOST


def test_there_are_answers_for_every_notebook():
    assert {path.stem for path in NOTEBOOKS} == ANSWERS.keys()
