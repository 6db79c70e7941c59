"""Paragraphs with their shapes, corrected by what stands next to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsgraph.segment import shapes
from newsgraph.segment.bylines import is_bare_name
from newsgraph.segment.paragraphs import Paragraph
from newsgraph.segment.shapes import Shape, shape_of

_DECK_MAX = 120


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph and its shape."""

    paragraph: Paragraph
    shape: Shape

    @property
    def text(self) -> str:
        return self.paragraph.key


def to_units(paragraphs: Sequence[Paragraph]) -> list[Unit]:
    """Return the paragraphs with their shapes.

    A long line without a stop is a headline's deck, not a sentence cut off, where an article's lead follows; a name
    between headline and text is the writer's.
    """
    units = [Unit(p, shape_of(p.key)) for p in paragraphs]
    for i in range(len(units) - 2, -1, -1):
        unit, below = units[i], units[i + 1]
        starts = below.shape in (Shape.LEAD, Shape.HEAD) and _leads(units, i + 1)
        if unit.shape is Shape.BODY and starts and _is_deck(unit.text):
            units[i] = replace(unit, shape=Shape.HEAD)
        elif i and units[i - 1].shape is Shape.HEAD and below.shape is Shape.BODY and _is_writer(unit.text):
            units[i] = replace(unit, shape=Shape.BYLINE)
    return units


def _leads(units: Sequence[Unit], i: int) -> bool:
    """Whether unit `i` is a lead, or at most three headline lines above one."""
    for unit in units[i : i + 4]:
        if unit.shape is not Shape.HEAD:
            return unit.shape is Shape.LEAD
    return False


def _is_writer(text: str) -> bool:
    """Whether a line is a bare name; 简 and 通 are surnames too, but 简　讯 and 通　告 no names."""
    return is_bare_name(text) and not (shapes.is_round_up(text) or shapes.is_notice_head(text))


def _is_deck(text: str) -> bool:
    return len(text) <= _DECK_MAX and not re.search(r"[。；;：:]", text) and not shapes.is_final(text)
