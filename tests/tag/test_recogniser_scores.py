from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from newsgraph.tag.recogniser_scores import HIGHEST, LOWEST, RecogniserScores, measure_precisions

JUDGED = st.lists(st.tuples(st.sampled_from(["ORG", "PLACE"]), st.integers(1, 40), st.booleans()))


@given(JUDGED, st.sampled_from(["ORG", "PLACE", "EVENT"]), st.integers(1, 40))
def test_score_stays_below_what_grammar_is_sure_of(
    judged: list[tuple[str, int, bool]], label: str, length: int
) -> None:
    assert LOWEST <= RecogniserScores(measure_precisions(judged)).score(label, length) <= HIGHEST


def test_measure_precisions_tells_lengths_apart() -> None:
    judged = [("ORG", 2, True)] * 200 + [("ORG", 20, False)] * 200
    bands = measure_precisions(judged)["ORG"]
    assert bands[0] > 0.9
    assert bands[-1] < 0.1


def test_component_scores_every_entity() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("newsgraph_scores", config={"precisions": {"ORG": [0.8, 0.7, 0.6, 0.6, 0.6]}})
    doc = Doc(nlp.vocab, words=list("市委副书记"), spaces=[False] * 5)
    doc.ents = [Span(doc, 0, 2, "ORG"), Span(doc, 2, 5, "POST")]
    doc = nlp(doc)
    assert doc.user_data["scores"] == {(0, 2, "ORG"): 0.8, (2, 5, "POST"): LOWEST}
