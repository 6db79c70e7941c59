"""The head of a newspaper's first page: where it ends, and what it says of paper, date, number and seat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgraph.model import Masthead
from newsgraph.segment.dates import find_date, number
from newsgraph.segment.han import simplified
from newsgraph.segment.paragraphs import Paragraph
from newsgraph.segment.seat import NEWS, find_seat, official_name
from newsgraph.segment.shapes import Shape, is_round_up, shape_of

_NAME_END = r"(?:日报|晚报|晨报|早报|时报|商报|快报|都市报|周报|周刊|政报|新报|时讯|导报|[县市区州旗]报|报)"
_PAPER = re.compile(
    rf"^《?((?:[\u4e00-\u9fff][ 　]{{0,3}}){{1,11}}?{_NAME_END.replace('报', '[ 　]{0,3}报')})》?$"
)
_TODAY = re.compile(
    r"^《?(今日(?!关注|视点|导读|看点|天气|要闻|头条|聚焦|推荐|提示|说法|谈|新闻|[一二三四五六七八九十]{1,3}个?版)[\u4e00-\u9fff]{2,8})》?$"
)
_OF_PLACE = re.compile(
    rf"^《?(新(?P<new>[\u4e00-\u9fff]{{2,8}})|(?P<of>[\u4e00-\u9fff]{{2,8}})(?:{NEWS}))》?$"
)
_OWN_PRESS = re.compile(rf"([\u4e00-\u9fff]{{2,8}}?{_NAME_END})社")
_SERIAL = re.compile(r"CN\s*[-—－]?\s*(\d{2})\s*[-—－–‐－/―]{1,2}\s*(\d{4})", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<![证照字])(?:总第|第|总)\s*(\d{1,6})\s*(?:期|号)"
)  # 登记证第9014号 numbers a licence
_TOTAL = re.compile(r"总\s*第?\s*(\d{1,6})\s*(?:期|号)")
_PAGES = re.compile(
    r"(?:今日|今天|本期|本报今日|今|共|本日)[^\d一二三四五六七八九十，。]{0,6}([\d一二三四五六七八九十廿]{1,4})\s*(?:个)?版"
)
_MARK = re.compile(
    "|".join(
        (
            r"(?:主管|主办|出版|机关报|编辑部|报社|传媒集团|报业集团)(?:[\s　].*)?$",
            r"^中共.{2,24}(?:委员会|委)$",
            r"CN\s*[-—]?\s*\d{2}|统一(?:连续)?(?:出版物|刊)号?|刊号|邮发代号|国外代号|准印证|内部资料|[\u4e00-\u9fff]出准|新出连?内",
            r"^(?:主管|主办|承办|协办|编辑|编印|出版|印刷)(?:单位)?\s*[：:]",
            r"^星期[一二三四五六日天]|(?:农历|夏历)|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.{0,8}$",
            r"(?:网址|网站|官网|微信|微博|公众号|客户端|邮箱|电子报|数字报|抖音号?|APP)\s*[：:]|www\.|https?://|\w@\w",
            r"(?:热线|广告|发行|投稿|订报|服务|编辑部|联系|值班|传真|监督|新闻|总编室|办公室)(?:电话|热线|部)?\s*[：:]|电话\s*[：:]",
            r"(?:零售|定|订|每份|月)\s*价|^(?:社址|报社地址|本报地址|地址|邮编|邮政编码)\s*[：:]",
            r"^[\u4e00-\u9fff]{2,10}(?:新闻网|[日晚晨早]报网|手机报|手机台|客户端|电子报|新闻在线)$",
            r"^(?:今日|今天|本期|今|共|本期共|本报今日)\s*[\d一二三四五六七八九十]{1,3}\s*(?:个)?版",
            r"(?:^总|总第|^第|[\s　]第)\s*\d{1,6}\s*[期号]",
            r"^[汉蒙藏维朝哈]文版?",
            r"(?:总编辑|社长|主编|责任编辑|责编|美编|版式|校对|检校|组版|值班(?:主任|总编|编委)|审读"
            r"|[一二三终]审|签发)\s*[：:／/ 　]",
            r"^第?\s*[\dA-Z一二三四五六七八九十]{1,4}\s*版$|^(?:要闻|头版|综合新闻|本地新闻|时政要闻|要闻版)$",
            r"^.{0,12}[创始]刊|(?:国内外)?公开发行|^扫(?:一扫|码)",
        )
    )
)
_WEATHER = re.compile(
    r"^.{0,8}(?:天气|气温)(?:预报|预告)?[：:\s　]"
    r"|^(?:今[日天夜]|明[日天]|白天|夜间|市区|本市|\W)*.{0,6}(?:晴|阴|多云|阵雨|[小中大暴]雨|[小中大]雪|雾|霾).{0,50}[℃度级风]|^\W*-?\d+\s*℃"
)
_DATE_WORDS = re.compile(
    r"[\d〇零○一二三四五六七八九十廿年月日]|星期[一二三四五六日天]|公元|农历|出版|星期|第|版|期|号|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|[初腊正冬闰]|[\W]"
)
_LATIN = re.compile(r"^(?![A-Z]\d{1,2}$)[A-Za-zÀ-ÿ0-9 .,'’&·\-—:/|()]+$")
_NOISE = re.compile(r"^[\W\d_]+$")
_SENTENCE = re.compile(r"[。；]|，.*，")
_LOOK = 40  # a head has fewer lines than this
_HEAD_LINE = 16  # characters of a remark under a head
_STRAY = 2  # lines of no known kind that may stand between two lines of a head
_EDITORS = re.compile(
    r"^[【\[（(■□●◆]?\s*(?:本版|本期|今日)?(?:统筹|策划|责任编辑|责编|责任校对|执行编辑|值班编辑|值班主任|值班编委|值班总编|编辑|美编|美术编辑|版式|版面|校对|校检|检校|组版|审读|一审|视觉|主编|制图)"
    r"(?:设计)?\s*[：:／/|｜ 　]"
)


def is_masthead_line(text: str) -> bool:
    """Whether a line by itself is of a head: name, date, numbers, publisher, weather, telephones."""
    if len(text) <= 80 and _WEATHER.match(text):
        return True
    if len(text) > 80 or _SENTENCE.search(text) or is_round_up(text):
        return False
    return bool(
        _MARK.search(text)
        or _PAPER.match(text)
        or _called_by_place(text)
        or _is_date_line(text)
        or _LATIN.match(text)
        or _NOISE.match(text)
    )


def _called_by_place(text: str) -> re.Match[str] | None:
    """Match a paper's name that has no 报: 今日桐庐, 新昌平, 宁乡时讯; 新春走基层 and 图片新闻 are none."""
    match = _TODAY.match(text)
    if match is None and (named := _OF_PLACE.match(text)):
        match = named if official_name(named["new"] or named["of"]) else None
    return match


def _is_date_line(text: str) -> bool:
    rest = _DATE_WORDS.sub("", text)
    return find_date(text) is not None and (not rest or bool(_PAPER.match(rest)))


def is_imprint(text: str) -> bool:
    """Whether a line names the page's editors, as at a page's foot: 责任编辑：… 校对：…"""
    return len(text) < 120 and bool(_EDITORS.match(text)) and not _SENTENCE.search(text)


def find_masthead(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many of the first paragraphs are the head: 0 where the page has none.

    Lines that a head has without saying so (a motto, the weather's remark) are taken in where the head goes
    on behind them. There is no head without a paper's name, a date or a serial number.
    """
    last = stray = 0
    known = False
    blocks = any(paragraph.gap for paragraph in paragraphs[1:_LOOK])
    for i, paragraph in enumerate(paragraphs[:_LOOK]):
        text = paragraph.key[:200]
        if is_masthead_line(text) and len(paragraph.text) < 200:
            last, stray = i + 1, 0
            known = known or _names_issue(text)
        elif stray == _STRAY or len(paragraph.text) > 30 or _SENTENCE.search(text):
            break
        else:
            stray += 1
    if known and blocks and _is_last_of_block(paragraphs, last):
        last += 1
    return last if known else 0


def _is_last_of_block(paragraphs: Sequence[Paragraph], i: int) -> bool:
    """Whether line `i`, which says nothing of a head, stands right under a head's lines and apart from the rest."""
    if not 1 < i < len(paragraphs) - 1:
        return False
    before, line, after = paragraphs[i - 1 : i + 2]
    glued = before.gap == 0 and line.gap == 0 and after.gap > 0
    headline = shape_of(after.key) is not Shape.HEAD
    return glued and not headline and len(line.text) <= _HEAD_LINE and not _SENTENCE.search(line.key)


def _names_issue(text: str) -> bool:
    return bool(_PAPER.match(text) or _called_by_place(text) or _SERIAL.search(text) or find_date(text))


def read_masthead(lines: Sequence[str]) -> Masthead:
    """Return what the lines of a head say.

    Examples
    --------
    >>> head = read_masthead(["今日8版 第306期", "衡阳日报", "2021年12月9日 星期四", "刊号 CN43—0004"])
    >>> head.paper, head.date, head.serial, head.number, head.pages, head.place
    ('衡阳日报', '2021-12-09', 'CN 43-0004', 306, 8, '衡阳市')
    """
    keys = [simplified(line) for line in lines]
    text = "\n".join(keys)
    paper = _paper(lines, keys)
    serial = _SERIAL.search(text)
    issue = _TOTAL.search(text) or _NUMBER.search(text)
    return Masthead(
        paper=paper,
        date=find_date(text),
        serial=f"CN {serial[1]}-{serial[2]}" if serial else None,
        number=int(issue[1]) if issue else None,
        pages=_pages(text),
        place=find_seat(paper and simplified(paper), keys),
    )


def _paper(lines: Sequence[str], keys: Sequence[str]) -> str | None:
    """Return the paper's name as printed, found by its simplified form."""
    for matches in (_PAPER.match, _TODAY.match, _called_by_place):
        for line, key in zip(lines, keys, strict=True):
            for part in (key, re.split(r"[\s　]{1,}(?=[\d第])", key)[0]):
                match = matches(part)
                if match and not part.endswith(("机关报", "电子报", "数字报")):
                    return re.sub(r"[ 　]", "", line[match.start(1) : match.end(1)])
    for line, key in zip(lines, keys, strict=True):
        match = _OWN_PRESS.search(key)
        if match:
            return line[match.start(1) : match.end(1)]
    return None


def _pages(text: str) -> int | None:
    for match in _PAGES.finditer(text):
        try:
            return number(match[1])
        except ValueError:
            continue
    return None
