"""The shipped pipeline packed by ``spacy package``."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
import spacy.cli

from newsgraph.tag.model_files import default_model_path, load_recogniser

TEXT = "青禾县委书记欧阳明主持召开县委常委会会议。县长陆一鸣出席。"


@pytest.mark.model
def test_packed_pipeline_finds_what_the_folder_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("setuptools", reason="the package that spaCy makes is built with setuptools")
    spacy.cli.package(default_model_path(), tmp_path, create_sdist=False, name="newsgraph", silent=True)
    (folder,) = tmp_path.iterdir()
    assert folder.name.startswith("zh_newsgraph-")
    build = [sys.executable, "setup.py", "-q", "build", "--build-lib", "lib"]
    subprocess.run(build, cwd=folder, check=True, capture_output=True, timeout=60)
    monkeypatch.syspath_prepend(folder / "lib")
    nlp = importlib.import_module("zh_newsgraph").load()
    assert [(e.start, e.end, e.label_) for e in nlp(TEXT).ents] == [
        (e.start, e.end, e.label_) for e in load_recogniser()(TEXT).ents
    ]
    assert any(line.startswith("newsgraph") for line in nlp.meta["requirements"])
    assert nlp.meta["labels"] == {"ner": ["EVENT", "ORG", "PERSON", "PLACE", "POST", "PROJECT"]}
