"""Whether a short line without a stop is a headline, or a sentence that a column break cut off.

References
----------
The weights are of a logistic regression over 6,112 sentences cut at random and 3,799 headlines and headings of
People's Daily (2023), other papers and the project's own articles; each class counted alike.
"""

from __future__ import annotations

import re

from newsgraph.lexicon.persons import is_surname
from newsgraph.segment.pairs import share, word_pairs

_BIAS, _CLAUSE, _HANG, _CUT, _SENTENCE = -0.5, 0.8, 2.2, 5.0, 3.1
_SPACED, _RETURNS, _MARKED = -2.5, -1.7, -3.4
_LONG, _LONG_MIN = 1.0, 30  # 2 of 100 headlines of that paper are longer and have a comma
_SURE = 2.2  # at most 5 of 1,000 headlines are taken for sentences

_HANGS = frozenset(
    "的了和在与由将对把从向为是有及或被让使以于并而且也都就还又则因所等着过到给"
    "一二三四五六七八九十两几每各该这那其此本第不没未很更最"
)
"""Characters that a headline seldom ends with: particles, prepositions, numerals, what wants a noun."""
_SENTENCE_OPENS = re.compile(
    r"^(?:会上|会后|会前|会议(?:指出|强调|要求|认为|听取|审议|还|决定)|随后|当天|当日|据了解|据悉|据介绍|同时|此外|另外|其中|为此|目前|截至"
    r"|近年来|今年以来|这[是一次个些项]|该[县市区项镇乡村公工项园会局]|他[们说表指强]|她[们说表指强]|要[切抓坚紧强把以深进全加落压充认]"
    r"|一要|二要|三要|[^\s，]{2,10}(?:指出|强调|要求|表示|介绍|说|认为)，)"
    r"|^.{0,6}(?:\d{1,2}月|\d{1,2}日|昨[日天]|今年|近年|近日|日前)"
)


def is_fragment(line: str, below: str, *, sure: bool = False) -> bool:
    """Whether `line` is the first part of the paragraph `below`, with `sure` only where hardly a doubt is left.

    Examples
    --------
    >>> is_fragment("据介绍，今年全县将新建", "高标准农田三万亩。"), is_fragment("田成方 渠成网", "三万亩农田建成。")
    (True, False)
    """
    marked = line.startswith("——") or line.endswith("——") or line[-1] in "？！"
    score = (
        _BIAS
        + _CLAUSE * n_clauses(line)
        + _HANG * hangs(line)
        + _CUT * is_cut_inside(line, below)
        + _SENTENCE * opens_sentence(line)
        + _SPACED * is_spaced(line)
        + _RETURNS * share(word_pairs([line]), word_pairs([below]))
        + _MARKED * marked
        + _LONG * (n_clauses(line) > 0 and len(line) > _LONG_MIN)
    )
    return score > (_SURE if sure else 0)


def n_clauses(line: str) -> int:
    """Return how many commas and enumeration marks a line has, three at most."""
    return min(line.count("，") + line.count("、"), 3)


def hangs(line: str) -> bool:
    """Whether a line ends with a character that wants something behind it."""
    return line[-1] in _HANGS


def is_cut_inside(line: str, below: str) -> bool:
    """Whether the break falls into a bracket, a quotation, a number or a Latin word."""
    inside = line.count("“") > line.count("”") or line.count("（") > line.count("）")
    latin = line[-1].isascii() and line[-1].isalnum() and below[0].isascii() and below[0].isalnum()
    return inside or latin


def opens_sentence(line: str) -> bool:
    """Whether a line starts as sentences of the news do: 会上, 据了解, 3月5日."""
    return bool(_SENTENCE_OPENS.match(line))


def is_spaced(line: str) -> bool:
    """Whether white space sets two halves of a line apart, as in headlines; not the two characters of a name."""
    blanks = re.finditer(r"(?<=[^\s　]{2})[\s　]+(?=[^\s　]{2})", line)
    return any(not (n_clauses(line) and _is_in_name(line, blank)) for blank in blanks)


def _is_in_name(line: str, blank: re.Match[str]) -> bool:
    """Whether a blank stands behind a surname, as papers print names of two characters (主任黎　原)."""
    return len(blank[0]) == 1 and is_surname(line[blank.start() - 1])
