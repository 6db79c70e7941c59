from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
import spacy

from newsgraph.tag.feature_tables import FeatureTables, VectorTable
from newsgraph.tag.features import build_lexical_tok2vec
from newsgraph.train.corpora import Sample
from newsgraph.train.recogniser import MAIN, Settings, Trainer, to_example

TEXTS = {
    MAIN: [
        Sample("县长陆一鸣出席。", ((0, 2, "POST"), (2, 5, "PERSON"))),
        Sample("市长欧阳明讲话。", ((0, 2, "POST"), (2, 5, "PERSON"))),
    ],
    "other": [Sample("白石镇到了。", ((0, 3, "LOC"),))],
}
SMALL = Settings(
    vector_widths=(4, 4, 4),
    column_width=4,
    char_width=8,
    n_chars=40,
    width=16,
    dilations=(1, 2),
    hidden_width=16,
    batch_chars=8,
    dropout=0.0,
    vector_dropout=0.0,
    learn_rate=0.02,
)


def table(keys: list[str]) -> VectorTable:
    return VectorTable(keys, np.random.default_rng(0).normal(size=(len(keys) + 1, 4)).astype("float32"))


@pytest.fixture(scope="module")
def tables() -> FeatureTables:
    chars = sorted({char for samples in TEXTS.values() for sample in samples for char in sample.text})
    return FeatureTables(
        chars=table(chars), bigrams=table(["县长", "市长"]), words=table(["县长", "市长"]), word_counts=(3, 3)
    )


def fit(trainer: Trainer, n_steps: int) -> list[float]:
    """Train with the same random cuts of texts each time."""
    random.seed(0)
    np.random.seed(0)
    return [trainer.step(MAIN, TEXTS[MAIN], 0.1) for _ in range(n_steps)]


def test_trainer_learns_a_few_sentences(tables: FeatureTables) -> None:
    trainer = Trainer(SMALL, tables, TEXTS)
    losses = fit(trainer, 60)
    assert losses[-1] < losses[0] / 4
    doc = trainer.nlp("县长陆一鸣出席。")
    assert {(e.start, e.end, e.label_) for e in doc.ents} == {(0, 2, "POST"), (2, 5, "PERSON")}


def test_trainer_step_on_a_foreign_corpus_changes_the_shared_network_only(tables: FeatureTables) -> None:
    trainer = Trainer(SMALL, tables, TEXTS)
    fit(trainer, 1)
    main = trainer.heads[MAIN].model
    shared, own = main.get_ref("tok2vec").layers[0], main.get_ref("lower")
    before = [shared.layers[0].get_param("chars").copy(), own.get_param("W").copy()]
    for _ in range(3):
        trainer.step("other", TEXTS["other"], 0.1)
    assert not np.array_equal(before[0], shared.layers[0].get_param("chars"))
    assert np.array_equal(before[1], own.get_param("W"))


def test_trainer_resumes_with_the_weights_and_moments_that_it_saved(
    tables: FeatureTables, tmp_path: Path
) -> None:
    first = Trainer(SMALL, tables, TEXTS)
    fit(first, 3)
    first.save(tmp_path / "checkpoint", 123)
    second = Trainer(SMALL, tables, TEXTS)
    assert second.resume(tmp_path / "checkpoint") == 123
    assert fit(first, 2) == pytest.approx(fit(second, 2))


def test_choose_leaves_foreign_corpora_out_towards_the_end(tables: FeatureTables) -> None:
    trainer = Trainer(SMALL, tables, TEXTS)
    rng = random.Random(0)
    assert {trainer.choose(0.0, rng) for _ in range(50)} == {MAIN, "other"}
    assert {trainer.choose(SMALL.main_only_from, rng) for _ in range(50)} == {MAIN}


def test_saved_pipeline_carries_its_tables(tables: FeatureTables, tmp_path: Path) -> None:
    trainer = Trainer(SMALL, tables, TEXTS)
    fit(trainer, 40)
    trainer.nlp.to_disk(tmp_path / "model")
    text = "市长欧阳明出席。"
    again = spacy.load(tmp_path / "model")(text)
    assert [(e.start, e.end, e.label_) for e in again.ents] == [
        (e.start, e.end, e.label_) for e in trainer.nlp(text).ents
    ]


def test_a_document_does_not_see_its_neighbours_in_a_batch(tables: FeatureTables) -> None:
    trainer = Trainer(SMALL, tables, TEXTS)
    shared = trainer.heads[MAIN].model.get_ref("tok2vec").layers[0]
    docs = [to_example(trainer.nlp, sample).predicted for sample in TEXTS[MAIN]]
    alone, together = shared.predict(docs[:1])[0], shared.predict(docs)[0]
    assert np.allclose(alone, together, atol=1e-5)


def test_build_lexical_tok2vec_knows_its_width() -> None:
    model = build_lexical_tok2vec(**SMALL.tok2vec_config())
    assert model.get_dim("nO") == SMALL.width
