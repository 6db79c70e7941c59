from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from newsgraph.errors import MissingModelError
from newsgraph.tag.model_files import default_model_path, load_recogniser

INVENTED = "青禾县委书记欧阳明主持召开县委常委会会议。县长陆一鸣出席。"


@pytest.mark.model
def test_load_recogniser_finds_the_shipped_model_and_counts_code_points() -> None:
    doc = load_recogniser()(INVENTED)
    assert len(doc) == len(INVENTED)
    found = {(INVENTED[ent.start : ent.end], ent.label_) for ent in doc.ents}
    assert {("欧阳明", "PERSON"), ("陆一鸣", "PERSON"), ("县长", "POST")} <= found


def test_load_recogniser_names_a_missing_folder_and_the_mending_command(tmp_path: Path) -> None:
    with pytest.raises(
        MissingModelError, match=r"nowhere/meta\.json: there is no such folder.*models/train\.py"
    ):
        load_recogniser(tmp_path / "nowhere")


def test_load_recogniser_refuses_a_model_of_another_spacy(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text(json.dumps({"spacy_version": ">=2.0,<2.1"}), encoding="utf-8")
    with pytest.raises(MissingModelError, match=r"saved for spaCy >=2\.0,<2\.1, installed is 3"):
        load_recogniser(tmp_path)


def test_load_recogniser_says_where_meta_is_not_json(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(MissingModelError, match=r"meta\.json: not JSON"):
        load_recogniser(tmp_path)


@pytest.mark.model
@pytest.mark.parametrize("damage", ["truncate", "remove"])
def test_load_recogniser_reports_damaged_weights(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(default_model_path(), folder)
    weights = folder / "ner" / "network.msgpack"
    if damage == "truncate":
        weights.write_bytes(weights.read_bytes()[:1000])
    else:
        weights.unlink()
    with pytest.raises(MissingModelError, match=r"model .*/model: cannot be loaded \("):
        load_recogniser(folder)
