"""The regions of a page: which paragraphs are one article, and which of them a column break cut in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgraph.model import ArticleKind
from newsgraph.segment import breaks, shapes
from newsgraph.segment.bylines import ends_in_credit
from newsgraph.segment.cohesion import is_new_article
from newsgraph.segment.endings import box_end, take_ending
from newsgraph.segment.masthead import is_imprint
from newsgraph.segment.pairs import share, word_pairs
from newsgraph.segment.paragraphs import Paragraph
from newsgraph.segment.region import Region
from newsgraph.segment.shapes import Shape
from newsgraph.segment.units import Unit, to_units

_CAPTION_MAX = 320
_CAPTION_OPENS = re.compile(
    r"^(?:近日|日前|连日来|昨|今|本报|\d{1,2}月|\d{1,2}日|[12]\d{3}年|这|\S{2,12}(?:正在|在))"
)
_CAPTION_PARAGRAPHS = 3
_SAME_ITEM = 0.08  # share of character pairs that two paragraphs of one item have in common
_SHOWS = re.compile(r"^[（(]?[上下左右]?图[为中是：:]")
_TAKES_UP = re.compile("[该此]|据介绍|据了解|据悉")
"""How a paragraph begins that goes on with what was told."""
_LAST_SENTENCE = re.compile(r"[。！？”]\s*[（(]下转")
"""A paragraph, and not a headline, that the page goes on with elsewhere."""
_SHORT = 7  # characters; few headlines have less
_BOX_LINES = 60  # no box has more
_CROSSHEAD_LINES = 2
_BOXES = (ArticleKind.CAPTION, ArticleKind.POINTER, ArticleKind.ADVERT)


def find_regions(paragraphs: Sequence[Paragraph]) -> list[Region]:
    """Return the regions of a page behind its masthead, an article that a photograph cuts after the photograph.

    Linear in the number of paragraphs.
    """
    finder = _Finder(to_units(paragraphs))
    finder.run()
    return finder.regions


class _Finder:
    """Walks down the page: a run of headline lines, then what follows it decides whose lines they are."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.regions: list[Region] = []
        self.at = 0

    def run(self) -> None:
        while self.at < len(self.units):
            run = self._take_heads()
            unit = self.units[self.at] if self.at < len(self.units) else None
            self._place(run, unit)

    # --- what lies ahead -------------------------------------------------------------------------

    def _take_heads(self) -> list[Paragraph]:
        start = self.at
        while self.at < len(self.units) and self.units[self.at].shape is Shape.HEAD:
            if is_imprint(self.units[self.at].text):
                break
            self.at += 1
        return [unit.paragraph for unit in self.units[start : self.at]]

    def _peek(self, ahead: int) -> Unit | None:
        at = self.at + ahead
        return self.units[at] if at < len(self.units) else None

    def _caption_length(self) -> int:
        """Return how many units from here are a photograph's caption with its credit: 0 where none is."""
        unit = self.units[self.at]
        if unit.shape is Shape.LEAD or len(unit.text) > _CAPTION_MAX:
            return 0
        marked = bool(shapes.CAPTION_START.match(unit.text)) and not self._is_item_of_list(unit)
        if marked and ends_in_credit(unit.text):
            return 1
        dated = bool(_CAPTION_OPENS.match(unit.text))
        for n in range(1, _CAPTION_PARAGRAPHS + 1):
            after = self._peek(n)
            if after is None:
                break
            if after.shape is Shape.CREDIT or after.text.endswith("摄影报道"):
                shown = n > 1 and not marked
                told = self._tells_of_photograph(unit.text, self._peek(n + 1), shown=shown)
                return n + 1 if marked or dated or not told else 0
            if not ((marked and self._is_of_caption(after)) or _SHOWS.match(after.text)):
                break
        return 1 if marked or ends_in_credit(unit.text) else 0

    def _tells_of_photograph(self, text: str, below: Unit | None, *, shown: bool) -> bool:
        """Whether a paragraph above a credit is of the item above it: a photographed one, or one broken off.

        Where text without a headline follows `below` the credit, it is that text which goes on. `shown`: another
        paragraph between says what the photograph shows.
        """
        last = self.regions[-1] if self.regions else None
        same = last is not None and (last.is_brief or (shown and last.is_news))
        close = last is not None and share(word_pairs([text]), last.pairs()) >= _SAME_ITEM
        told = same and (close or (shown and _TAKES_UP.match(text) is not None))
        return told or (self._continues_news() and not (below is not None and below.shape is Shape.BODY))

    def _is_of_caption(self, unit: Unit) -> bool:
        """Whether a paragraph under a marked caption can be its second one."""
        starts = shapes.CAPTION_START.match(unit.text)
        return unit.shape is Shape.BODY and len(unit.text) <= _CAPTION_MAX // 2 and not starts

    def _is_item_of_list(self, unit: Unit) -> bool:
        """Whether the mark of `unit` (▲) is the bullet of a list, which other lines around it carry too."""
        above = self.units[self.at - 1].text if self.at else ""
        below = self._peek(1)
        mark = unit.text[0]
        twin = below is not None and below.text[0] == mark
        return mark in shapes.BULLETS and not ends_in_credit(unit.text) and (above[:1] == mark or twin)

    def _continues_news(self) -> bool:
        return bool(self.regions) and self.regions[-1].is_open

    # --- placing ---------------------------------------------------------------------------------

    def _place(self, run: list[Paragraph], unit: Unit | None) -> None:
        run = self._close_bracket(run)
        run = take_ending(self.regions[-1], run) if self.regions else run
        run = self._split_boxes(run)
        if unit is None:
            self._place_tail(run)
            return
        if is_imprint(unit.text) and unit.shape is not Shape.LEAD:
            self._place_tail(run)
            self.regions.append(Region(ArticleKind.MASTHEAD, body=[unit.paragraph], closed=True))
            self.at += 1
        elif unit.shape is Shape.JUMP:
            self._place_jump(run, unit)
        elif unit.shape is Shape.CREDIT:
            self._place_credit(run, unit)
        elif unit.shape in (Shape.BYLINE, Shape.RESUMED):
            self._place_byline(run, unit)
        elif unit.shape is Shape.TAIL:
            self._place_remark(run, unit)
        else:
            self._place_body(run, unit)

    def _close_bracket(self, run: list[Paragraph]) -> list[Paragraph]:
        """Return `run` without the rest of the writer's name in brackets that a column break cut."""
        home = self._home()
        if not run or home is None or not home.is_news:
            return run
        if not shapes.closes_bracket(home.body[-1][-1].key, run[0].key):
            return run
        home.add(run[0])
        self._resume(home).closed = True
        return run[1:]

    def _split_boxes(self, run: list[Paragraph]) -> list[Paragraph]:
        """Set the boxed notices and adverts at the head of `run` apart and return what is left."""
        at = 0
        while n := box_end(run[at : at + _BOX_LINES]):
            box = run[at : at + n]
            at += n
            kind = ArticleKind.ADVERT if shapes.is_advert([p.key for p in box]) else ArticleKind.NOTICE
            closed = at < len(run) or kind is ArticleKind.ADVERT
            self.regions.append(Region(kind, heads=box[:1], body=box[1:], closed=closed))
        return run[at:]

    def _place_tail(self, run: list[Paragraph]) -> None:
        if not run:
            return
        last = self.regions[-1] if self.regions else None
        if last is not None and last.kind is ArticleKind.NOTICE and not last.closed:
            last.append(run)
        elif last is not None and last.is_open and len(run) == 1:
            last.add(run[0])
        else:
            kind = ArticleKind.ADVERT if shapes.is_advert([p.key for p in run]) else ArticleKind.NOTICE
            self.regions.append(Region(kind, heads=run[:1], body=run[1:]))

    def _place_jump(self, run: list[Paragraph], unit: Unit) -> None:
        self.at += 1
        home = self._home()
        goes_on = home is not None and (
            home.is_open or (home.is_news and bool(_LAST_SENTENCE.search(unit.text)))
        )
        if not run and home is not None and goes_on and shapes.is_turned(unit.text):
            home.add(unit.paragraph)
            self._resume(home).closed = True
            return
        has_own_words = len(re.sub(r"[^\u4e00-\u9fff]", "", unit.text)) > 10
        if not run and not has_own_words and self.regions and self._takes_jump():
            last = self.regions[-1]
            if not any(parts[0].key[-1] in "。！？" for parts in last.body):
                last.kind = ArticleKind.POINTER
            last.append([unit.paragraph])
            last.closed = True
            return
        heads, body = (run, [unit.paragraph]) if run else ([unit.paragraph], [])
        self.regions.append(Region(ArticleKind.POINTER, heads=heads, body=body, closed=True))

    def _takes_jump(self) -> bool:
        """Whether a jump line can belong to the region above: an open one, or a headline with a remark."""
        last = self.regions[-1]
        return not last.closed or (last.kind is ArticleKind.NEWS and len(last.body) == 1 and bool(last.heads))

    def _place_credit(self, run: list[Paragraph], unit: Unit) -> None:
        self.at += 1
        if run or not self.regions:
            self.regions.append(Region(ArticleKind.CAPTION, body=[*run, unit.paragraph], closed=True))
        else:
            self.regions[-1].append([unit.paragraph])

    def _place_byline(self, run: list[Paragraph], unit: Unit) -> None:
        self.at += 1
        last = self.regions[-1] if self.regions else None
        if run or last is None or unit.shape is Shape.RESUMED:
            self.regions.append(Region(ArticleKind.NEWS, heads=run, body=[unit.paragraph]))
        else:
            last.append([unit.paragraph])
            last.closed = last.closed or len(last.body) > 2

    def _place_remark(self, run: list[Paragraph], unit: Unit) -> None:
        """Place a line in brackets: under a headline (the session that decided), or at an article's end."""
        self.at += 1
        last = self.regions[-1] if self.regions else None
        if len(run) == 1 and run[0].key[-1] in "！。" and last is not None and last.is_news:
            last.append(run)
            run = []
        if run or last is None:
            region = self._open(run, unit)
            region.append([unit.paragraph])
        else:
            last.append([unit.paragraph])
            prefaces = unit.text.startswith("—")  # ——编者, under the editor's note above the article
            last.closed = last.closed or (last.kind is ArticleKind.NEWS and not prefaces)

    def _place_body(self, run: list[Paragraph], unit: Unit) -> None:
        n = self._caption_length()
        if n:
            body = [self.units[self.at + i].paragraph for i in range(n)]
            below = self._peek(n)
            self.at += n
            around = bool(run) and self._headed_by(below)
            caption = Region(ArticleKind.CAPTION, heads=() if around else run, body=body, closed=True)
            self.regions.append(caption)
            if around and below is not None:
                self._place_body(run, below)
            return
        self.at += 1
        if not run and not (self.regions and self.regions[-1].is_open) and shapes.is_small_ad(unit.text):
            self.regions.append(Region(ArticleKind.ADVERT, body=[unit.paragraph], closed=True))
            return
        region = self._region_of(run, unit)
        region.add(unit.paragraph)
        if shapes.is_turned(unit.text):
            region.closed = True

    def _headed_by(self, below: Unit | None) -> bool:
        """Whether headline lines above a photograph are of the text below it, which would have none otherwise."""
        if below is None or below.shape is Shape.LEAD:
            return below is not None
        home = self._home()
        return below.shape is Shape.BODY and not (home is not None and home.is_open)

    def _region_of(self, run: list[Paragraph], unit: Unit) -> Region:
        """Return the region that a body paragraph under the headline lines `run` belongs to."""
        last = self.regions[-1] if self.regions else None
        home = self._home()
        if not run:
            takes = unit.shape is Shape.BODY or (last is not None and last.takes_items)
            return self._resume(home) if home is not None and takes else self._open(run, unit)
        if home is not None and unit.shape is not Shape.LEAD:
            cut = _is_cut(run[-1].key, unit.text)
            lines = run[:-1] if cut and len(run) > 1 else run
            torn = len(run) == 1 and _can_only_go_on(unit.text) and bool(home.body)
            if torn or self._goes_on(lines, home, unit):
                home.add_heading(run, cut=cut)
                return self._resume(home)
        return self._open(run, unit)

    def _resume(self, home: Region) -> Region:
        """Make an article that a photograph cut the last region again, so that what ends it finds it."""
        at = next(i for i in range(1, len(self.regions) + 1) if self.regions[-i] is home)
        self.regions.append(self.regions.pop(-at))
        return home

    def _goes_on(self, run: list[Paragraph], last: Region, unit: Unit) -> bool:
        """Whether `run` is a heading inside the region above or a sentence cut off, not the next headline."""
        heads = [p.key for p in run]
        if not last.body or last.kind not in (ArticleKind.NEWS, ArticleKind.NOTICE):
            return False
        if shapes.is_round_up(heads[0]):
            return False
        if last.awaits or last.has_byline_only or (last.is_open and self._is_rest(heads, last, unit)):
            return True
        listed = len(heads) > 1 and all(re.search(r"^.{1,14}[：:].", text) for text in heads)
        if listed or (heads[0].startswith("问") and self._below()[0].startswith("答")):
            return True
        if len(heads) > _CROSSHEAD_LINES or any(shapes.is_notice_head(text) for text in heads):
            return False
        if last.is_signed_off:
            return False
        return not is_new_article(
            last.pairs(),
            [p.key for p in last.heads],
            heads,
            self._below(),
            after_lead=last.opens_with_lead,
            heading=last.heading,
        )

    def _is_rest(self, heads: list[str], last: Region, unit: Unit) -> bool:
        """Whether a line without a stop is a part of the sentence that `last` breaks off in."""
        if len(heads) > 1 or breaks.is_spaced(heads[0]):
            return False
        short = len(heads[0]) < _SHORT
        return last is self.regions[-1] or short or breaks.is_fragment(heads[0], unit.text)

    def _below(self) -> list[str]:
        """Return the paragraphs from the one just taken up to the next headline or lead."""
        texts = [self.units[self.at - 1].text]
        for unit in self.units[self.at : self.at + 2]:
            if unit.shape is not Shape.BODY:
                break
            texts.append(unit.text)
        return texts

    def _home(self) -> Region | None:
        """Return the region that goes on here: the last, or the article that boxes or photographs cut."""
        for region in reversed(self.regions[-4:]):
            if not region.closed:
                return region if region.body or region.heads else None
            if region.kind not in _BOXES:
                return None
        return None

    def _open(self, run: list[Paragraph], unit: Unit) -> Region:
        notice = unit.shape is not Shape.LEAD and any(shapes.is_notice_head(p.key) for p in run)
        kind = ArticleKind.NOTICE if notice else ArticleKind.NEWS
        if unit.shape is not Shape.LEAD and shapes.is_advert([p.key for p in run] + [unit.text]):
            kind = ArticleKind.ADVERT
        cut = len(run) > 1 and unit.shape is Shape.BODY and kind is ArticleKind.NEWS
        cut = cut and breaks.is_fragment(run[-1].key, unit.text, sure=True)
        region = Region(kind, heads=run[:-1] if cut else run)
        if cut:
            region.add(run[-1], cut=True)
        self.regions.append(region)
        return region


def _is_cut(text: str, below: str) -> bool:
    """Whether a short line inside an article is the first part of the paragraph below it."""
    return _can_only_go_on(below) or breaks.is_fragment(text, below)


def _can_only_go_on(text: str) -> bool:
    """Whether a paragraph can only be the rest of one: it starts with a stop, or is a word and a stop."""
    return shapes.goes_on_from(text) or shapes.is_orphan(text)
