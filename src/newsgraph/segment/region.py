"""One region of a page while its lines are gathered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from newsgraph.model import ArticleKind
from newsgraph.segment import shapes
from newsgraph.segment.pairs import word_pairs
from newsgraph.segment.paragraphs import Paragraph
from newsgraph.segment.shapes import Shape, shape_of

_SIGNED_OFF = re.compile(r"[。！？”]\s*[（(][^（()），。]{2,40}[）)]$")

_BRIEF = 160  # characters


class Region:
    """Headline lines, then paragraphs, each of one or more parts that column breaks cut apart.

    `closed`: nothing can follow. Adding costs the same however much was added before.
    """

    def __init__(
        self,
        kind: ArticleKind,
        *,
        heads: Sequence[Paragraph] = (),
        body: Sequence[Paragraph] = (),
        closed: bool = False,
    ) -> None:
        self.kind = kind
        self.heads = list(heads)
        self.body = [[paragraph] for paragraph in body]
        self.closed = closed
        self.heading = ""
        self._is_cut = False
        self._pairs: set[str] = set()
        self._n_compared = 0

    def append(self, paragraphs: Iterable[Paragraph]) -> None:
        """Append whole paragraphs."""
        self.body.extend([paragraph] for paragraph in paragraphs)

    def add(self, paragraph: Paragraph, *, cut: bool = False) -> None:
        """Append a paragraph, joined to the one before where a column break cut it.

        `cut`: it is itself a sentence cut off, whatever it looks like.
        """
        rest = self.is_open or shapes.goes_on_from(paragraph.key)
        if self.body and rest and not shapes.is_enumerated(paragraph.key):
            self.body[-1].append(paragraph)
        else:
            self.body.append([paragraph])
        self._is_cut = cut

    def add_heading(self, lines: Sequence[Paragraph], *, cut: bool) -> None:
        """Append a heading inside the article; `cut`: the last line is a sentence cut off instead."""
        for line in lines[:-1]:
            self.add(line)
        self.add(lines[-1], cut=cut)
        if len(lines) > cut:
            self.heading = lines[0].key

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs under the headline, stitched."""
        return [Paragraph(tuple(chain.from_iterable(part.lines for part in parts))) for parts in self.body]

    @property
    def is_news(self) -> bool:
        """Whether it is an article with some text that can still go on."""
        return self.kind is ArticleKind.NEWS and bool(self.body) and not self.closed

    @property
    def is_open(self) -> bool:
        """Whether the last paragraph breaks off in mid-sentence."""
        if self.kind is not ArticleKind.NEWS or not self.body:
            return False
        parts = self.body[-1]
        if self._is_cut:
            return True
        return any(map(_is_text, parts[:2] + parts[-1:])) and not shapes.is_final(parts[-1].key)

    @property
    def opens_with_lead(self) -> bool:
        """Whether a lead (本报讯) is among its first paragraphs."""
        return any(shape_of(parts[0].key) is Shape.LEAD for parts in self.body[:3])

    @property
    def has_byline_only(self) -> bool:
        """Whether its text is still to come below the writer's name."""
        return all(shape_of(parts[0].key) is Shape.BYLINE for parts in self.body[:2])

    @property
    def is_brief(self) -> bool:
        """Whether it is an open region of a few sentences under a headline, without a lead."""
        if self.closed or self.kind is not ArticleKind.NEWS or not self.heads or not 0 < len(self.body) < 3:
            return False
        shapes_of = [shape_of(part.key) for parts in self.body for part in parts]
        return Shape.LEAD not in shapes_of and sum(len(p[0].key) for p in self.body) < _BRIEF

    @property
    def awaits(self) -> bool:
        """Whether the last paragraph promises a list: 名单如下："""
        return bool(self.body) and self.body[-1][-1].key.endswith(("：", ":"))

    @property
    def is_signed_off(self) -> bool:
        """Whether the last paragraph ends with its writer's name: （王小明）."""
        return bool(self.body) and bool(_SIGNED_OFF.search(self.body[-1][-1].key[-50:]))

    @property
    def takes_items(self) -> bool:
        """Whether one more item with a lead of its own may stand under this headline."""
        if self.closed or self.kind is not ArticleKind.NEWS:
            return False
        first = next((p[0].key for p in self.body if not shapes.is_enumerated(p[0].key)), None)
        return first is None or shape_of(first) is Shape.LEAD

    def pairs(self) -> set[str]:
        """Return the pairs of characters of everything gathered so far, for `cohesion`."""
        if not self._pairs:
            self._pairs = word_pairs(p.key for p in self.heads)
        fresh = self.body[self._n_compared :]
        self._n_compared = max(0, len(self.body) - 1)  # the last paragraph may still grow
        self._pairs |= word_pairs(part.key for parts in fresh for part in parts)
        return self._pairs


def _is_text(part: Paragraph) -> bool:
    """Whether a part is running text by its looks; where a column broke early, the second part is."""
    return shape_of(part.key) in (Shape.BODY, Shape.LEAD)
