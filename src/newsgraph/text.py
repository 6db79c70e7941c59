"""Sentences and clauses of Chinese print, as spans; and keys under which printed forms compare equal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from newsgraph.ids import make_id
from newsgraph.model import Article, BlockKind, Span

_SHORTEST_BODY = 20
"""Characters that a report's text has at least."""
_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)》]*|\n|$)")


def sentences(text: str, *, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences of ``text[start:end]`` as spans in `text`, without surrounding white space.

    A sentence ends at 。！？ (with the quotes and brackets that close behind it) or at a line's end. No two overlap;
    only white space lies between them.

    Examples
    --------
    >>> text = "他说：“好。”会议开始。\\n第二行"
    >>> [text[s.start : s.end] for s in sentences(text)]
    ['他说：“好。”', '会议开始。', '第二行']
    """
    stop = len(text) if end is None else end
    while start < stop:
        match = _SENTENCE.match(text, start, stop)
        if match is None or match.end() == start:
            return
        raw = match.group()
        lead = len(raw) - len(raw.lstrip())
        body = raw.strip()
        if body:
            yield Span(start + lead, start + lead + len(body))
        start = match.end()


def sentence_at(text: str, span: Span) -> Span:
    """Return the sentence that holds `span`, or the run of sentences it stretches over.

    Examples
    --------
    >>> sentence_at("甲。乙丙。丁", Span(3, 4))
    Span(start=2, end=5)
    """
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", max(span.end - 1, span.start))
    line_end = len(text) if line_end == -1 else max(line_end, span.end)
    start, end = span.start, span.end
    for sentence in sentences(text, start=line_start, end=line_end):
        if sentence.overlaps(span):
            start, end = min(start, sentence.start), max(end, sentence.end)
    return Span(start, end)


def report_key(article: Article) -> str:
    """Return the key of what an article reports: of its paragraphs, white space and width left aside.

    Two articles of one key are one report, printed or loaded twice. The headlines count only where they are all
    there is (>>>详见第七版): an archive's item has them beside its text.
    """
    paragraphs = [block.span for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
    body = _even("".join(article.text[span.start : span.end] for span in paragraphs))
    return make_id("report", body if len(body) >= _SHORTEST_BODY else _even(article.text))


def _even(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return the key under which printed forms of one name compare equal.

    NFKC, white space and quotation marks dropped, every interpunct (· • ‧ ・ ∙ ⋅) made one. A key, never shown.

    Examples
    --------
    >>> fold("石　开") == fold("石开"), fold("“听松阁”项目") == fold("听松阁项目")
    (True, True)
    """
    key = re.sub(r"[•‧・∙⋅]", "·", unicodedata.normalize("NFKC", name))
    return re.sub(r"[\s“”\"'‘’「」『』]", "", key)
