"""The score that a mention leaves the tagger with: how often such mentions were right.

Scores choose among candidates; as probabilities they are too high where nobody but one producer speaks. They are
mapped when all choosing is done, so that no decision depends on the map.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from newsgraph.lexicon.tables import table
from newsgraph.model import Mention
from newsgraph.tag.calibration import Calibration, calibrate
from newsgraph.tag.candidates import ASIDE, RECOGNISERS

BYLINE = "byline"
"""Producer of what the segmentation has read already; it keeps its score, and so do TIME and MONEY."""


def kind_of(label: str, by: str, *, has_recogniser: bool) -> str | None:
    """Return the row of ``data/chances.toml`` for a mention, ``None`` for what keeps its score.

    Parameters
    ----------
    label : str
    by : str
        Producers, as in `Mention.by`.
    has_recogniser : bool
        Whether a recogniser read the text; where none did, its silence says nothing, and each label has its row.

    Examples
    --------
    >>> kind_of("ORG", "grammar.organisation+ner", has_recogniser=True)
    'agreed'
    >>> kind_of("ORG", "grammar.organisation", has_recogniser=False)
    'alone ORG'
    """
    producers = set(by.split("+"))
    if BYLINE in producers or label in ASIDE:
        return None
    if not has_recogniser:
        return f"alone {label}"
    if not producers & RECOGNISERS:
        return "grammar"
    return "agreed" if producers - RECOGNISERS else "recogniser"


@cache
def _chances() -> Mapping[str, Calibration]:
    return table("chances")


def with_chance(mention: Mention, *, has_recogniser: bool) -> Mention:
    """Return `mention` with the chance of being right that its score stands for."""
    kind = kind_of(mention.type, mention.by, has_recogniser=has_recogniser)
    if kind is None:
        return mention
    return replace(mention, score=calibrate(_chances().get(kind), mention.score))
