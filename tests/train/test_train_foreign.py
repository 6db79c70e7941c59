"""``models/train_foreign.py`` on a few characters of the real corpora."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gold import SHARED

pytest.importorskip("hanlp", reason='needs pip install "newsgraph[train]"')
pytest.importorskip("torch", reason='needs pip install "newsgraph[train]"')

SCRIPT = Path(__file__).resolve().parents[2] / "models/train_foreign.py"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora in ../shared are missing")
def test_a_run_taken_up_again_says_the_same_and_so_does_its_mean_with_itself(tmp_path: Path) -> None:
    def run(*options: str) -> list[str]:
        command = [sys.executable, SCRIPT, "cluener", "--work", tmp_path, "--chars", "8000", *options]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        return re.findall(r"mean of .*|cluener_dev: .*", done.stdout)

    (first,) = run()
    assert run("--mean-with", str(tmp_path / "train-cluener-1/checkpoint.pt")) == [
        first,
        "mean of 2 networks",
        first,
    ]
    assert re.match(r"cluener_dev: all \d.\d{3} .* name \d.\d{3} .*position \d.\d{3}", first)

    (sure,) = run("--least", "1")

    def without_names(line: str) -> str:
        return re.sub(r" (all|name) \S+", "", line)

    assert " name 0.000" in sure, "no network of 8,000 characters is certain of a person"
    assert without_names(sure) == without_names(first)
