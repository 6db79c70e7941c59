"""The one way through: read, segment, tag, resolve, link, and the records that come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsgraph import __version__
from newsgraph.link import link_events
from newsgraph.model import Page, Ruling, Source, Tagged
from newsgraph.records import Records, make_records
from newsgraph.resolve import resolve_pages
from newsgraph.segment import Overrides, segment_source
from newsgraph.tag import tag_page

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[str, int], None]
"""Called with the stage's name and the number of sources done in it since the last call."""


def build_records(
    sources: Iterable[Source],
    nlp: Language,
    *,
    overrides: Overrides | None = None,
    rulings: Sequence[Ruling] = (),
    progress: Progress | None = None,
) -> Records:
    """Return the records of all `sources` as one graph; see DESIGN.md section 1.

    `nlp` is what `newsgraph.load` gives. Sources are tagged one by one, then resolved and linked together.
    The date of `overrides` goes before the masthead of an only source, of several to those without one.
    `rulings` are what readers say of who is who.
    """
    report = progress or (lambda stage, n: None)
    sources = list(sources)
    said = replace(overrides or Overrides(), fills=len(sources) > 1)
    pages: list[Page] = []
    tagged: list[Tagged] = []
    for source in sources:
        page = segment_source(source, overrides=said)
        report("segment", 1)
        pages.append(page)
        tagged.extend(tag_page(nlp, page))
        report("tag", 1)
    resolution = resolve_pages(pages, tagged, rulings)
    report("resolve", len(pages))
    linked = link_events(pages, tagged, resolution)
    report("link", len(pages))
    return make_records(
        pages, tagged, resolution, linked, version=__version__, tagger=str(nlp.meta.get("name", ""))
    )
