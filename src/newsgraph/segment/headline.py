"""Which line of a headline is kicker (引题), title (主题) or subtitle (副题)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgraph.model import BlockKind

_OCCASION = re.compile(
    r"(?:前夕|之际|期间|来临|周年|以来|之后|当天|今日|昨日|现场|精神|系列报道|专栏|特别报道|[①②③④⑤⑥⑦⑧⑨])$|^(?:在|就|为|围绕|针对|学习|深入|贯彻|喜迎|聚焦|迎)"
)
_LABEL = re.compile(r"[◆■●★·—\-\s]*[^，。\s]{2,8}[◆■●★·—\-\s]*")
_PERSONS_ACT = re.compile(r"主持|出席|致辞|宣讲报告|(?:讲话|党课)$|任副?[^\s]长")
_NEWS = re.compile(
    r"召开|举行|会见|会谈|调研|考察|视察|检查|督导|慰问|主持|出席|签约|奠基|开工|启动|揭牌|开幕|闭幕|致辞|讲话|强调|任|当选|通过|落户|落幕|公布|发布|获|突破|增长|下降|达"
)


def headline_kinds(lines: Sequence[str]) -> list[BlockKind]:
    """Return the kind of each line of a headline: one title, kickers above it, subtitles below.

    The first of two lines or more is a kicker when it is a slogan of equal halves, an occasion, or a
    line of facts longer than the title; papers set it above the title that names the news.

    Examples
    --------
    >>> [str(kind) for kind in headline_kinds(["同心同行 共建共享", "两地商会举行座谈", "王小明主持"])]
    ['kicker', 'title', 'subtitle']
    """
    title = 0
    while (
        title < len(lines) - 1
        and title < 2
        and not lines[title + 1].startswith("—")
        and is_kicker(lines[title], lines[title + 1])
    ):
        title += 1
    above, below = [BlockKind.KICKER] * title, [BlockKind.SUBTITLE] * (len(lines) - title - 1)
    return [*above, BlockKind.TITLE, *below] if lines else []


def is_kicker(line: str, below: str) -> bool:
    """Whether `line` leads to the title `below` rather than being it."""
    words = re.split(r"[\s　]+", line)
    if re.fullmatch(r"[【\[［].{2,24}[】\]］]", line):
        return True
    if _PERSONS_ACT.search(line):
        return False
    if len(words) > 1:
        return max(map(len, words)) - min(map(len, words)) <= 1
    label = bool(_LABEL.fullmatch(line)) and len(below) > 8 and not _NEWS.search(line)
    fact = "，" in line and len(line) > len(below)
    return label or fact or bool(_OCCASION.search(line))
