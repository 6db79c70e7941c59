"""The events of one article: its headlines told from its body, and both read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgraph.link.clauses import ends_sentence
from newsgraph.link.drafts import Draft
from newsgraph.link.headlines import HeadedReader
from newsgraph.link.places import Names
from newsgraph.link.skeleton import Line
from newsgraph.model import EventType

_BULLET = re.compile(r"[ 　]*[●▲■◆★◎◇○□▶]")
_GATHERINGS = (EventType.MEETING, EventType.ACTIVITY, EventType.LECTURE)


def find_drafts(lines: list[Line], names: Names, *, bundle: bool = False) -> list[Draft]:
    """Return the events that an article tells, in order of their first words in the body, then the headline.

    The body is read first, since it names persons in full; the headline then adds to its events, or makes
    them where there is no body (pointers). `bundle`: an item whose short lines each head a report.
    """
    if not lines:
        return []
    headlines = [line for line in lines if _is_heading(line, lines, bundle)]
    body = [line for line in lines if line not in headlines]
    starts = [
        line.index for line in lines if (bundle and line in headlines) or _BULLET.match(line.skeleton.text)
    ]
    starts = starts if bundle or len(starts) > 1 else []
    sections = {line.index: sum(start <= line.index for start in starts) for line in lines}
    reader = HeadedReader(lines[0].article, names, sections)
    reader.read(body)
    reader.read_headlines(headlines)
    reader.read_again(body)
    return [draft for draft in reader.drafts if _says_something(draft)]


def _says_something(draft: Draft) -> bool:
    """Whether a draft has a name, somebody who took part, or, but for gatherings, at least its day."""
    if draft.names or draft.labels or draft.parts:
        return True
    return draft.type not in _GATHERINGS and draft.date is not None


def _is_heading(line: Line, lines: Sequence[Line], bundle: bool) -> bool:
    """A headline, or inside an item of several reports the short line that heads one."""
    if line.is_headline:
        return True
    if not bundle:
        return False
    short = len(line.skeleton.text) <= 30 and not ends_sentence(line)
    return short and line is not lines[-1] and len(lines) > 2
