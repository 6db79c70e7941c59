"""Which line of a headline is kicker (引题), title (主题) or subtitle (副题)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgraph.model import BlockKind
from newsgraph.segment.pairs import share, word_pairs

_OCCASION = re.compile(
    r"(?:前夕|之际|期间|来临|周年|以来|之后|当天|今日|昨日|现场|系列报道|专栏|特别报道|[①②③④⑤⑥⑦⑧⑨])$|^(?:在|就|为|围绕|针对|学习|深入|贯彻|喜迎|聚焦|迎)"
)
_SAYS = re.compile(r"(?:强调|指出|要求|提出|表示|希望)[:：]?$")
_LABEL = re.compile(r"[◆■●★·—\-\s]*[^，。\s]{2,8}[◆■●★·—\-\s]*")
_TAG = re.compile(r"[【\[［].{2,24}[】\]］]")
_FIGURE = re.compile(
    r"^[\u4e00-\u9fff]{1,6}[\d一二三四五六七八九十百千万亿.．]+(?:余|多)?[亿万千]?(?:元|亩|公里|人|吨)"
)
_PERSONS_ACT = re.compile(r"主持|出席|致辞|陪同|宣讲报告|见证|宣布|(?:讲话|党课|参加)$|任副?[^\s]长")
_NEWS = re.compile(
    r"召开|举行|会见|会谈|调研|考察|视察|检查|督导|慰问|主持|出席|签约|奠基|开工|启动|揭牌|开幕|闭幕|致辞|讲话|强调|任|当选|通过|落户|落幕|公布|发布|获|突破|增长|下降|达"
    r"|签订|签署|通车|完工|竣工|投产|封顶|贯通|批准|来我|走进|上演|出发|开赛|揭晓|封顶|获批|落地|落子|开展|成立|挂牌|亮相|夺|晋级|杀进|战胜"
)
_MAX_KICKERS = 3  # lines above a title
_VERB, _ECHO, _FIRST, _EACH, _SLOGAN, _ACTORS, _LEADS_ON = 1.5, 1.5, 0.5, -0.3, -1.0, -3.0, -3.0


def headline_kinds(lines: Sequence[str], lead: str = "") -> list[BlockKind]:
    """Return the kind of each line of a headline: one title, kickers above it, subtitles below.

    The title names the news: it has the news' verb, and the article's first sentence says its words again.
    A slogan of equal halves, an occasion, a figure, or who spoke (…时强调) leads to it; who was there follows.

    Parameters
    ----------
    lines : Sequence[str]
        The headline from top to bottom.
    lead : str, default ""
        The article's first paragraph.

    Examples
    --------
    >>> [str(kind) for kind in headline_kinds(["同心同行 共建共享", "两地商会举行座谈", "王小明主持"])]
    ['kicker', 'title', 'subtitle']
    """
    if not lines:
        return []
    said = word_pairs([lead[:200]])
    last = next((i for i, line in enumerate(lines) if i and line.startswith("—")), len(lines))
    scores = [_title_score(lines, i, said) for i in range(min(last, _MAX_KICKERS + 1))]
    title = scores.index(max(scores))
    above, below = [BlockKind.KICKER] * title, [BlockKind.SUBTITLE] * (len(lines) - title - 1)
    return [*above, BlockKind.TITLE, *below]


def notice_kinds(announces: Sequence[bool]) -> list[BlockKind]:
    """Return the kinds of a notice's headline lines: a title down to the line that `announces` it (通告).

    Examples
    --------
    >>> [str(kind) for kind in notice_kinds([False, False, True, False])]
    ['title', 'title', 'title', 'subtitle']
    """
    n = announces.index(True) + 1 if True in announces else min(1, len(announces))
    return [BlockKind.TITLE] * n + [BlockKind.SUBTITLE] * (len(announces) - n)


def _title_score(lines: Sequence[str], i: int, said: set[str]) -> float:
    """Weigh line `i` as the title; what stands above a title must lead on to it."""
    line, below = lines[i], lines[i + 1 : i + 2]
    led_by_speech = i > 0 and bool(_SAYS.search(lines[i - 1]))
    return (
        _VERB * (bool(_NEWS.search(line)) or led_by_speech)
        + _ECHO * share(word_pairs([line]), said)
        + _FIRST * (i == 0)
        + _EACH * i
        + _SLOGAN * (_is_slogan(line) and not led_by_speech)
        + _ACTORS * bool(_PERSONS_ACT.search(line))
        + _LEADS_ON * bool(below and below[0][0] != "—" and leads_on(line, below[0]))
    )


def _is_slogan(line: str) -> bool:
    """Whether a line is halves of equal length without the news' verb."""
    words = re.split(r"[\s　]+", line)
    return len(words) > 1 and max(map(len, words)) - min(map(len, words)) <= 1


def leads_on(line: str, below: str) -> bool:
    """Whether `line` by its form leads to the line `below`: a tag, an occasion, a figure, who spoke."""
    if _TAG.fullmatch(line) or _SAYS.search(line):
        return True
    label = bool(_LABEL.fullmatch(line)) and len(below) > min(8, len(line) + 3) and not _NEWS.search(line)
    fact = "，" in line and len(line) > len(below)
    return label or fact or bool(_OCCASION.search(line) or _FIGURE.match(line))
