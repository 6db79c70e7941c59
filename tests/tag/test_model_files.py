from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import spacy

from newsgraph.cli import cli
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


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return a copy of the shipped model."""
    return Path(shutil.copytree(default_model_path(), tmp_path / "model"))


FILES = [
    "config.cfg",
    "meta.json",
    "ner/network.msgpack",
    "ner/tables.msgpack",
    "ner/SHA256SUMS",
    "vocab/strings.json",
]


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "damage"),
    [
        (name, damage)
        for name in FILES
        for damage in ("remove", "truncate", "overwrite", "empty")
        if (name, damage) != ("ner/SHA256SUMS", "remove")  # without digests nothing is compared
    ],
)
def test_load_recogniser_names_the_damaged_file_and_the_mending_command(
    model: Path, name: str, damage: str
) -> None:
    path = model / name
    raw = path.read_bytes()
    if damage == "remove":
        path.unlink()
    else:
        path.write_bytes(
            {"truncate": raw[: len(raw) // 2], "overwrite": b"\xff" + raw[1:], "empty": b""}[damage]
        )
    with pytest.raises(MissingModelError) as caught:
        load_recogniser(model)
    assert path.name in str(caught.value)
    assert str(model) in str(caught.value)
    assert "python models/train.py" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.model
def test_load_recogniser_notices_a_single_wrong_weight(model: Path) -> None:
    path = model / "ner/network.msgpack"
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    with pytest.raises(
        MissingModelError, match=r"network\.msgpack: \d+ bytes whose SHA-256 is \w+, which is not what"
    ):
        load_recogniser(model)


@pytest.mark.model
def test_load_recogniser_refuses_components_of_another_version(model: Path) -> None:
    config = (model / "config.cfg").read_text(encoding="utf-8")
    (model / "config.cfg").write_text(config.replace('"newsgraph_ner"', '"newsgraph_ner9"'), encoding="utf-8")
    with pytest.raises(
        MissingModelError, match=r"config\.cfg: its ner is a newsgraph_ner9, which neither this spaCy"
    ):
        load_recogniser(model)


@pytest.mark.model
def test_load_recogniser_refuses_features_of_another_version(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgraph.tag.recogniser.VERSION", 9)
    with pytest.raises(
        MissingModelError,
        match=r"network\.msgpack was trained on features of version 2, this newsgraph gives version 9",
    ):
        load_recogniser(model)


@pytest.mark.model
def test_a_saved_recogniser_can_be_loaded_again(tmp_path: Path) -> None:
    nlp = load_recogniser()
    nlp.to_disk(tmp_path / "again")
    again = load_recogniser(tmp_path / "again")
    assert [(e.start, e.end, e.label_) for e in again(INVENTED).ents] == [
        (e.start, e.end, e.label_) for e in nlp(INVENTED).ents
    ]


@pytest.mark.model
def test_build_ends_with_one_line_and_status_2(model: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (model / "ner/tables.msgpack").unlink()
    page = model.parent / "page.txt"
    page.write_text(INVENTED, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        cli(["build", str(page), "-o", str(model.parent / "out"), "--engine", f"spacy:{model}"])
    assert ended.value.code == 2
    line = capfd.readouterr().err.strip().splitlines()[-1]
    assert str(model / "ner/tables.msgpack") in line
    assert "python models/train.py" in line


@pytest.mark.model
def test_load_recogniser_refuses_tokens_that_are_no_code_points(tmp_path: Path) -> None:
    spacy.blank("zh").to_disk(tmp_path)
    with pytest.raises(
        MissingModelError, match=r"config\.cfg: its tokenizer is spacy\.zh\.ChineseTokenizer, want"
    ):
        load_recogniser(tmp_path)
