"""Bodies: organs of party and state, and everything else that has a name and acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.tag.candidates import VETO, Candidate, candidates_of, text_of
from newsgraph.tag.firms import find_short_firms
from newsgraph.tag.named_bodies import find_named_bodies
from newsgraph.tag.organs import find_organs

_TOPIC = (
    "要闻|新闻|综合|简明|国内|国际|文化|体育|民生|社会|经济|时政|本地|副刊|专版|专题|理论|教育|健康|法治|财经|图片|"
    "都市|县区|基层|社区|校园"
)
_COLUMN = re.compile(
    rf"(?:{_TOPIC})(?:·[\u4e00-\u9fff]{{2,4}})+|^[ 　]*(?:{_TOPIC})(?:新闻|要闻|快讯|短讯|简讯)[ 　]*$",
    re.MULTILINE,
)
"""The head of a page or of a column (要闻·综合, 简明新闻), which is nobody."""


def find_organisations(text: str) -> Iterator[Candidate]:
    """Yield bodies with scores: closed forms near 0.95, names bounded by what stands before them at 0.6–0.85; and
    vetoes over the heads of columns.

    Examples
    --------
    >>> text = "衡阳市财政局与省委宣传部、市教育局签约，中共衡南县委员会主办"
    >>> sorted({text[c.start : c.end] for c in find_organisations(text) if c.score > 0.93})
    ['中共衡南县委员会', '市教育局', '省委宣传部', '衡阳市财政局']
    """
    for column in _COLUMN.finditer(text):
        yield Candidate(*column.span(), VETO, 0.97, "grammar.organisation")
    yield from find_organs(text)
    yield from find_named_bodies(text)
    yield from find_short_firms(text)


@Language.component("newsgraph_organisations", assigns=["doc._.candidates"])
def organisations(doc: Doc) -> Doc:
    """Append what `find_organisations` finds."""
    candidates_of(doc).extend(find_organisations(text_of(doc)))
    return doc
