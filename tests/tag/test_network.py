"""The network: texts apart, spans that are allowed, and the component around it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from threadpoolctl import threadpool_info

from newsgraph.tag.model_files import load_recogniser
from newsgraph.tag.network import allowed_steps, decode, spans_of

TAGS = ["O", *(f"{place}-{label}" for label in ("ORG", "PERSON") for place in "BIES")]
STEPS = allowed_steps(TAGS)
TEXT = "青禾县委书记欧阳明主持召开县委常委会会议。县长陆一鸣出席。"


def viterbi(scores):
    """Return the best allowed score of all sequences, by trying every one."""
    best = {i: s + STEPS[-1, i] for i, s in enumerate(scores[0])}
    for row in scores[1:]:
        best = {j: max(best[i] + STEPS[i, j] for i in best) + row[j] for j in best}
    return max(score + STEPS[i, -1] for i, score in best.items())


@given(
    st.integers(1, 7).flatmap(
        lambda n: arrays(np.float32, (n, len(TAGS)), elements=st.floats(-9, 0, width=32))
    )
)
def test_decode_gives_the_best_sequence_and_it_makes_spans(scores):
    path = decode(scores, STEPS)
    border = len(TAGS)
    assert all(STEPS[a, b] == 0 for a, b in zip([border, *path], [*path, border], strict=True))
    total = sum(float(scores[i, tag]) for i, tag in enumerate(path))
    assert total == pytest.approx(viterbi(scores), abs=1e-3)


def test_decode_prefers_a_span_to_tags_that_make_none():
    scores = np.full((3, len(TAGS)), -9.0, dtype=np.float32)
    for i, tag in enumerate(["B-ORG", "O", "E-ORG"]):  # each the best by itself, together no span
        scores[i, TAGS.index(tag)] = 0.0
    scores[1, TAGS.index("I-ORG")] = -1.0
    [(start, end, label, p)] = spans_of(scores, TAGS, STEPS)
    assert (start, end, label) == (0, 3, "ORG")
    assert p == pytest.approx((2 + np.exp(-1)) / 3)


@pytest.fixture(scope="module")
def network():
    return load_recogniser().get_pipe("ner").network


@pytest.mark.model
def test_scores_of_a_text_do_not_depend_on_the_texts_beside_it(network):
    texts = [TEXT, "好", TEXT[:9], "\n", TEXT[9:], "𠮷😀　a"]
    for together, text in zip(network.scores(texts), texts, strict=True):
        assert together.shape == (len(text), len(network.tags))
        assert np.allclose(together, network.scores([text])[0], atol=1e-4)


@pytest.mark.model
def test_scores_are_probabilities_of_tags(network):
    assert np.allclose(np.exp(network.scores([TEXT])[0]).sum(1), 1, atol=1e-4)


@pytest.mark.model
def test_component_finds_the_same_in_documents_piped_together():
    nlp = load_recogniser()
    texts = [TEXT, "", " \n", "好" * 300, TEXT * 200]
    piped = [{(e.start, e.end, e.label_) for e in doc.ents} for doc in nlp.pipe(texts)]
    assert piped == [{(e.start, e.end, e.label_) for e in nlp(text).ents} for text in texts]
    assert {(0, 4, "ORG"), (6, 9, "PERSON")} <= piped[0]
    assert len(piped[4]) == 200 * len(piped[0])


@pytest.mark.model
def test_component_survives_bytes():
    nlp = load_recogniser()
    ner = nlp.get_pipe("ner")
    fresh = type(ner)(ner.calibration).from_bytes(ner.to_bytes())
    assert [(e.start, e.end, e.label_) for e in fresh(nlp.make_doc(TEXT)).ents] == [
        (e.start, e.end, e.label_) for e in nlp(TEXT).ents
    ]


def test_matrix_products_keep_to_one_thread(monkeypatch):
    network = load_recogniser().get_pipe("ner").network
    seen = []
    lstm = type(network)._lstm

    def watch(self, *args, **kwargs):
        seen.extend(pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas")
        return lstm(self, *args, **kwargs)

    monkeypatch.setattr(type(network), "_lstm", watch)
    before = threadpool_info()
    network.scores([TEXT])
    assert set(seen) == {1}
    assert threadpool_info() == before
