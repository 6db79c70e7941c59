"""What the components of the tagger hand to each other: candidate spans, kept on the ``Doc``.

Every component appends to ``doc._.candidates`` what it believes, with a score; it never removes what
another said. `arbitrate` (the last component but one) chooses among them. One token is one code point, so
token index, character offset and span offset are the same number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

VETO = ""
"""Label of a candidate that says: nothing of lower score may overlap here (a document's title in 《》)."""


RECOGNISERS = frozenset({"ner", "hanlp"})
"""Producers whose candidates come from statistics alone."""

ASIDE = frozenset({"TIME", "MONEY"})
"""Labels kept beside the others: they never compete with a mention, only with each other."""

BEYOND_READING = 0.98
"""Score from which a candidate rests on what no recogniser sees, as the towns of the county whose paper it is, or on
words that leave no doubt."""

NESTED = ".nested"
"""Suffix of the producer of a candidate made to stand inside an EVENT: an acting body, the states of
中X建交50周年."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """That ``doc.text[start:end]`` is a mention with `label`; `score` in [0, 1]; `by` names the producer.

    Scores mean: 0.95 and above, the grammar is sure (a closed list, an explicit pattern); 0.8–0.9 likely; 0.5–0.7 a
    guess that only stands where nothing else speaks; the statistical recogniser's lie at 0.6–0.9.
    """

    start: int
    end: int
    label: str
    score: float
    by: str


class Placed:
    """Candidates in the order of a text, so that those near a span are found without looking at all."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._all = sorted(candidates, key=lambda c: (c.start, c.end))
        self._starts = [c.start for c in self._all]
        self._longest = max((c.end - c.start for c in self._all), default=0)

    def near(self, start: int, end: int) -> list[Candidate]:
        """Return every candidate that overlaps ``[start, end)``, and some that end before it."""
        low = bisect_left(self._starts, start - self._longest)
        return self._all[low : bisect_left(self._starts, end, low)]


def candidates_of(doc: Doc) -> list[Candidate]:
    """Return the list of candidates of `doc`, made on first use; append to it."""
    if not Doc.has_extension("candidates"):
        Doc.set_extension("candidates", default=None)
    if doc._.candidates is None:
        doc._.candidates = []
    found: list[Candidate] = doc._.candidates
    return found


def text_of(doc: Doc) -> str:
    """Return ``doc.text``, joined from its tokens once and kept: a third of the grammar's time went into joining."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text
