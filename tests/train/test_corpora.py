from __future__ import annotations

import gzip
import json
import lzma
from pathlib import Path
from typing import Any

import pytest

from newsgraph.train.corpora import (
    LABELS,
    RAW_FILES,
    Sample,
    flatten,
    read_foreign,
    read_rows,
    read_samples,
    read_standoff,
)
from newsgraph.train.run import ARTICLES_FILE, TAGS_FILE, load_corpora, load_tests
from tests.gold import SHARED

MODELS = Path(__file__).resolve().parents[2] / "models"


def write_rows(path: Path, rows: list[dict[str, Any]]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


def test_flatten_keeps_the_longer_of_two_that_begin_together() -> None:
    assert flatten([[0, 3, "PERSON"], [0, 9, "EVENT"]]) == ((0, 9, "EVENT"),)


def test_read_foreign_joins_sentences_folds_width_and_skips_flagged_rows(tmp_path: Path) -> None:
    rows = [
        {"text": "１２日，甲到乙镇。", "ents": [[4, 5, "PER"], [6, 8, "LOC"]]},
        {"text": "丙。", "ents": [[0, 1, "PER"]]},
        {"text": "丁。", "ents": [], "flagged": True},
    ]
    path = write_rows(tmp_path / "rows.jsonl.gz", rows)
    assert read_foreign(path, skip="flagged") == [
        Sample("12日,甲到乙镇。\n丙。\n", ((4, 5, "PER"), (6, 8, "LOC"), (10, 11, "PER")))
    ]


def test_read_samples_takes_nested_entities(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"text": "某某项目签约仪式", "ents": [[0, 4, "PROJECT"], [0, 8, "EVENT"]]}\n', encoding="utf-8"
    )
    assert read_samples(path) == [Sample("某某项目签约仪式", ((0, 8, "EVENT"),))]


def test_standoff_labels_find_their_news(tmp_path: Path) -> None:
    for file in RAW_FILES:
        item = {"id": file[:4], "text": "青禾县委开会。陶青山主持。"}
        with lzma.open(tmp_path / file, "wt", encoding="utf-8") as lines:
            lines.write(json.dumps(item) + "\n")
    tags = tmp_path / "tags.jsonl"
    tags.write_text('{"id": "rmrb", "chars": 7, "ents": [[0, 4, "ORG"]]}\n', encoding="utf-8")
    assert read_standoff(tags, tmp_path) == [Sample("青禾县委开会。", ((0, 4, "ORG"),))]
    tags.write_text('{"id": "rmrb", "chars": 99, "ents": []}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"item rmrb has 13 characters, .*tags.jsonl labels 99"):
        read_standoff(tags, tmp_path)
    tags.write_text('{"id": "nowhere", "chars": 1, "ents": []}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="no item nowhere"):
        read_standoff(tags, tmp_path)


def test_our_labels_of_news_repeat_no_text() -> None:
    rows = list(read_rows(MODELS / TAGS_FILE))
    assert len({row["id"] for row in rows}) == len(rows) > 0
    for row in rows:
        assert row.keys() == {"id", "chars", "ents"}
        assert all(label in LABELS and 0 <= s < e <= row["chars"] for s, e, label in row["ents"]), row["id"]
        assert flatten(row["ents"]) == tuple((s, e, label) for s, e, label in row["ents"]), row["id"]


def test_our_articles_keep_to_the_guidelines_form() -> None:
    rows = [*read_rows(MODELS / ARTICLES_FILE), *read_rows(MODELS / "articles-test.jsonl")]
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)
    for row in rows:
        text, ents = row["text"], row["ents"]
        assert all(label in LABELS and text[start:end].strip() for start, end, label in ents), row["id"]
        for start, end, label in ents:
            holders = {t for s, e, t in ents if (s, e, t) != (start, end, label) and s <= start and end <= e}
            crossed = any(s < start < e < end for s, e, _ in ents)
            assert holders <= {"EVENT"} and not crossed, (row["id"], text[start:end])


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the corpora in ../shared are missing")
def test_no_test_text_is_trained_on() -> None:
    trained = {sample.text for sample in load_corpora(SHARED, MODELS)["main"]}
    assert not any(text in trained for texts in load_tests(SHARED).values() for text, _ in texts)
