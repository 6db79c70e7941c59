"""Titles of documents and works in 《》 and numbers of documents (某政发〔2012〕3号), inside which nothing is a
mention; media in 《》 that act are bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.tag.candidates import VETO, Candidate, candidates_of, text_of

_TITLE = re.compile(r"《((?:[^《》\n]|《[^《》\n]*》){1,120})》")
_NUMBER = re.compile(
    r"(?<![^据照按经以件\W\d])(?:(?![据照按经以件])[\u4e00-\u9fff]){2,8}[〔［【\[（(](?:19|20)\d\d[〕］】\]）)]第?\d{1,4}号"
)
"""A document's number: the issuer's signs, the year, the serial (GB/T 9704-2012, 7.2.5)."""
_MEDIUM = re.compile(
    r"[^，。：；]{0,10}(?:日报|晚报|早报|时报|邮报|导报|周报|快报|商报|晨报|都市报|青年报|新闻|"
    r"周刊|新闻网|时代周刊|卫报|泰晤士报|世界报|新闻联播)"
)
_ACTS = re.compile(
    r"(?:网站|官网|记者|评论员|社评|(?:\d+月)?\d+日|[一二三四五六七八九十]+日|近日|日前)*(?:报道|刊发|发表|"
    r"称|援引|消息|评论|记者|披露|刊登|认为|指出)"
)


def find_documents(text: str) -> Iterator[Candidate]:
    """Yield a veto over every 《title》 and number of a document, and an ORG for a medium that reports.

    Examples
    --------
    >>> [(c.start, c.end, c.label) for c in find_documents("审议《某市条例》，据《东湾日报》报道")]
    [(2, 8, ''), (11, 15, 'ORG')]
    """
    for title in _TITLE.finditer(text):
        medium = _MEDIUM.fullmatch(title[1])
        if medium and (
            _ACTS.match(text, title.end())
            or text[max(0, title.start() - 1) : title.start()] in ("据", "接受")
        ):
            yield Candidate(title.start(1), title.end(1), "ORG", 0.95, "grammar.document")
        else:
            yield Candidate(title.start(), title.end(), VETO, 1.0, "grammar.document")
    for number in _NUMBER.finditer(text):
        yield Candidate(number.start(), number.end(), VETO, 1.0, "grammar.document")


@Language.component("newsgraph_documents", assigns=["doc._.candidates"])
def documents(doc: Doc) -> Doc:
    """Append what `find_documents` finds."""
    candidates_of(doc).extend(find_documents(text_of(doc)))
    return doc
