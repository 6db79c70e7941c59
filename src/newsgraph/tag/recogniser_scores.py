"""What a recognised entity is worth: how often the recogniser was right on such entities of texts held back.

A spaCy ``ner`` gives no probabilities. Its precision differs much by label and length, so a small table,
measured after training and saved in the pipeline's config, stands for them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

LENGTHS = (2, 4, 8, 14)
"""Longest lengths, in characters, of all bands but the last."""
LOWEST, HIGHEST = 0.5, 0.9
"""Scores stay in this range: grammar that is sure speaks above it."""
_PRIOR = 20
"""How many entities of the label as a whole are mixed into each band, since some bands are nearly empty."""

Precisions = Mapping[str, Sequence[float]]
"""By label, the precision in each band of lengths."""
Judged = Iterable[tuple[str, int, bool]]
"""Label and length of recognised entities, and whether they were right."""


def measure_precisions(judged: Judged) -> dict[str, list[float]]:
    """Return precisions by label and band of lengths, bands of few entities drawn towards the label's own.

    Examples
    --------
    >>> measure_precisions([("ORG", 2, True)] * 20 + [("ORG", 9, False)] * 20)
    {'ORG': [0.75, 0.5, 0.5, 0.25, 0.5]}
    """
    right: dict[str, list[int]] = {}
    found: dict[str, list[int]] = {}
    for label, length, is_right in judged:
        band = bisect_left(LENGTHS, length)
        for counts, amount in ((right, int(is_right)), (found, 1)):
            counts.setdefault(label, [0] * (len(LENGTHS) + 1))[band] += amount
    precisions = {}
    for label, total in found.items():
        whole = sum(right[label]) / sum(total)
        bands = zip(right[label], total, strict=True)
        precisions[label] = [round((r + _PRIOR * whole) / (n + _PRIOR), 3) for r, n in bands]
    return precisions


class RecogniserScores:
    """Component that puts a score of each entity into ``doc.user_data["scores"]`` under (start, end, label).

    Parameters
    ----------
    precisions : Mapping[str, Sequence[float]]
        As `measure_precisions` returns them; an unknown label gets the lowest score.
    """

    def __init__(self, precisions: Precisions) -> None:
        self.precisions = precisions

    def __call__(self, doc: Doc) -> Doc:
        doc.user_data["scores"] = {
            (ent.start, ent.end, ent.label_): self.score(ent.label_, ent.end - ent.start) for ent in doc.ents
        }
        return doc

    def score(self, label: str, length: int) -> float:
        """Return the score, in [0.5, 0.9], of an entity of `length` characters."""
        bands = self.precisions.get(label)
        precision = bands[bisect_left(LENGTHS, length)] if bands else LOWEST
        return min(max(precision, LOWEST), HIGHEST)


@Language.factory("newsgraph_scores", default_config={"precisions": {}}, requires=["doc.ents"])
def create_scores(nlp: Language, name: str, precisions: dict[str, list[float]]) -> RecogniserScores:
    """Return the component; its table is in the pipeline's config."""
    return RecogniserScores(precisions)
