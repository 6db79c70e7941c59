"""Who wrote, photographed or sent in: the names printed behind 记者, 通讯员, 实习生 or before 摄."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.lexicon.persons import surname_of
from newsgraph.model import Byline, Span
from newsgraph.segment.han import simplified

_WHOLE = 100_000  # longer paragraphs are no print
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_DOT = "·•・‧∙"
_DECOR = "■□●○▲△▼◆◇★☆▍▌◎※（）()【】[]〔〕|｜—－-:：。.  　\t"
_ROLE = re.compile(
    rf"(?P<medium>本报|本刊|本台|本社|新华社|中新社|央视|(?:[{_HAN}]{{0,6}}(?:日报|晚报|晨报|时报|商报|早报|都市报)|[{_HAN}]{{2,6}}(?:报|融媒体?|网|台))(?:社|中心)?)?"
    rf"(?:驻[{_HAN}]{{1,6}})?"
    r"(?P<role>(?:全媒体|融媒体|融媒|特约|特邀|见习|实习|首席|高级|资深|摄影|文字|视频|报道组)*(?:记者|通讯员|评论员|撰稿人|撰稿|特派员|观察员)"
    r"|(?:视频|文字|图片)编辑|实习生|摄影(?!报道)(?=[\u4e00-\u9fff]{2,3}$)|作者(?=[\s:：])|(?:文字?|图片?|摄影|摄|图文)(?=[/／:：|｜])[/／:：|｜])"
)
_PLAIN_NAME = rf"(?:[{_HAN}]{{2,3}}|[{_HAN}]\s+[{_HAN}])"
_MARKED_NAME = re.compile(rf"^[□■○●]\s*{_PLAIN_NAME}(?:[\s　、]+{_PLAIN_NAME})?$")
_BARE_NAME = re.compile(rf"^(?:[{_HAN}]{{3}}|[{_HAN}]\s+[{_HAN}])$")
_WRITER = re.compile(
    rf"^[{_HAN}]{{0,10}}?(?:市民|读者|村民|居民|网友|学生|职工|教师|用户|乘客|消费者|作者)[\s　:：]+"
    rf"(?P<name>{_PLAIN_NAME})$"
)
_SEPARATOR = re.compile(r"[\s　、，,;；/／&和|｜:：]+")
_TRAIL = re.compile(
    r"^(?:摄影报道|综合报道|采访报道|联合报道|报道|文并摄|文[/／]?图|图[/／]?文|文[、/／]摄|撰文|整理|摄影|摄|供图|图|文|编译|采写)$"
)
_TRAIL_GLUED = re.compile(
    rf"(?<=[{_HAN}])(?:摄影报道|综合报道|联合报道|报道|文并摄|文[/／]?图|图[/／]?文|整理|摄影|摄|供图|采写)$"
)
_NAME = re.compile(rf"^[{_HAN}]{{2,4}}$|^[{_HAN}]{{1,8}}(?:[{_DOT}][{_HAN}]{{1,10}})+$")
_STOCK_PHOTO = re.compile(
    r"^[（(]?(?:新华社发|资料图片?|资料照片|本报资料图?片?|视频截图|图片由.{2,20}提供)(?:[（(].{2,16}摄[）)])?[）)]?$"
)
_AGENCY_TAG = re.compile(
    r"[（(](?:人民视觉|影像中国|新华社发|视觉中国|资料图?片?|[^（()）]{2,8}(?:图片|视觉|影像|供图|发))[）)]$"
)
_CREDIT_END = re.compile(r"(?:摄|摄影|供图|图片)[）)】\]]?$")
_TEXT_AND_PHOTO = re.compile(r"(?:文[/／、]?图|图[/／、]?文|文并摄|文[、/／]摄|摄影报道)[）)】\]]?$")
_INLINE_CREDIT = re.compile(
    r"(?:[。！？”」）)]\s*|\s+|[（(■])((?:[^。！？；，（()）]{1,40}?)(?:摄|摄影|供图))[）)】\]]?$"
)

_AFTER_DATELINE = re.compile(
    r"^[^（(。]{0,40}?[讯电息】]\s*[（(]([^（()）]{2,80})[）)]|^[（(【]([^（()）】]{2,80})[）)】]"
)
_REPORTED = re.compile(
    r"^[^。，]{0,30}?[讯电]】?\s*(?=(?:本报)?(?:[^\s]{0,4})(?:记者|通讯员))([^。，（(]{4,50}?报道)"
)
_SPACED = re.compile(
    rf"^[^。，]{{0,30}}?[讯电]\s+((?:本报)?(?:[^\s，。]{{0,4}})(?:记者|通讯员)\s+"
    rf"[{_HAN}{_DOT}\s　、]{{2,30}}?)(?:[：:]|\s{{1,3}}(?=[“\d]))"
)
_AT_END = re.compile(r"[（(【]([^（()）】]{2,80})[）)】]$")


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def find_bylines(text: str, start: int, end: int, *, opening: bool, closing: bool) -> Iterator[Byline]:
    """Yield the bylines of the paragraph ``text[start:end]``; spans lie in `text`.

    `opening`: it is the article's first paragraph, where a bare name is the writer's. `closing`: it is the last
    one, where bare names in brackets are a signature too.
    Looks at the first and last characters only, so a paragraph of any length costs the same.
    """
    if opening and end - start < 8 and is_bare_name(text[start:end]):
        yield Byline(name=re.sub(r"\s", "", text[start:end]), role="", span=Span(start, end))
        return
    for byline in _find(
        simplified(text[start:end]) if end - start < _WHOLE else text[start:end], closing=closing
    ):
        span = Span(start + byline.span.start, start + byline.span.end)
        yield Byline(name=re.sub(r"\s", "", text[span.start : span.end]), role=byline.role, span=span)


def _find(text: str, *, closing: bool) -> Iterator[Byline]:
    start, end = 0, len(text)
    head = text[start : min(end, start + 120)]
    tail_at = max(start, end - 100)
    tail = text[tail_at:end]
    if is_byline_line(head) or is_credit_line(head):
        yield from _parse(_AGENCY_TAG.sub("", head), start)[0]
        return
    seen = -1
    for pattern in (_AFTER_DATELINE, _REPORTED, _SPACED):
        match = pattern.search(head)
        group = match.lastindex if match else None
        if match and group and _ROLE.search(match.group(group)):
            yield from _parse(match.group(group), start + match.start(group))[0]
            seen = start + match.end(group)
            break
    match = _AT_END.search(tail) or _INLINE_CREDIT.search(tail)
    if match and tail_at + match.start(1) >= seen:
        found, rest = _parse(match.group(1), tail_at + match.start(1))
        signed = bool(_ROLE.search(match.group(1)) or _CREDIT_END.search(match.group(1)))
        before = tail[: match.start()].rstrip()
        alone = not before and all(surname_of(byline.name) for byline in found)
        if not rest and (signed or (closing and (alone or before.endswith(("。", "！", "？", "”"))))):
            yield from found


def is_byline_line(text: str) -> bool:
    """Whether a line is nothing but who wrote it: ``□本报记者 王小明 文/图``, ``本报评论员``."""
    if len(text) >= 80:
        return False
    match = _ROLE.search(text)
    if match is None:
        return bool(_MARKED_NAME.match(text) and surname_of(re.sub(r"[□■○●\s]", "", text)))
    marked = (
        any(role.group("medium") for role in _ROLE.finditer(text))
        or text[0] in _DECOR
        or match.end() == len(text)
    )
    spaced = match.end() < len(text) and bool(_SEPARATOR.match(text[match.end()]))
    found, rest = _parse(text, 0)
    glued = len(found) > 1 and all(surname_of(byline.name) for byline in found)
    return (
        not rest
        and bool(marked or spaced or glued)
        and bool(found or match.end() == len(text.rstrip(_DECOR)))
    )


def is_bare_name(text: str) -> bool:
    """Whether a line is one person's name by its surname, as writers' names stand under a headline: 程　远."""
    return bool(_BARE_NAME.match(text) and surname_of(re.sub(r"\s", "", text)))


def is_signature_line(text: str) -> bool:
    """Whether a line ends an item with who sent it in: ``市民 王小明``, ``读者：王小明``, ``王小明 摄影报道``."""
    if len(text) < 60 and _TEXT_AND_PHOTO.search(text):
        found, rest = _parse(text, 0)
        return bool(found) and not rest
    match = _WRITER.match(text)
    return bool(match and surname_of(re.sub(r"\s", "", match["name"])))


def is_credit_line(text: str) -> bool:
    """Whether a line is nothing but who took the photograph above it."""
    if len(text) >= 60:
        return False
    if _STOCK_PHOTO.match(text):
        return True
    text = _AGENCY_TAG.sub("", text)
    if not _CREDIT_END.search(text) or _TEXT_AND_PHOTO.search(text):
        return False
    found, rest = _parse(text, 0)
    return bool(found) and not rest


def ends_in_credit(text: str) -> bool:
    """Whether a paragraph ends in the photographer's name: ``…。 本报记者 王小明 摄``."""
    match = _INLINE_CREDIT.search(text[-60:])
    if match is None:
        return False
    found, rest = _parse(match.group(1), 0)
    return bool(found) and not rest


def _parse(text: str, at: int) -> tuple[list[Byline], str]:
    """Return the bylines of a credit that stands at `at`, and what of it is no name, role or ornament."""
    found: list[Byline] = []
    rest = ""
    role, cursor = "", 0
    roles = [*_ROLE.finditer(text), None]
    for match in roles:
        stop = len(text) if match is None else match.start()
        if role or len(roles) == 1:
            names, left = _names(text, cursor, stop, role)
        else:
            words = (token.text for token in _tokens(text, cursor, stop))
            names, left = [], "".join(word for word in words if not _TRAIL.match(word))
        found += [Byline(name=n, role=r, span=Span(at + s, at + e)) for n, r, s, e in names]
        rest += left
        if match is not None:
            role, cursor = re.sub(r"[/／:：|｜]$", "", match.group("role")), match.end()
    return found, rest


def _names(text: str, start: int, stop: int, role: str) -> tuple[list[tuple[str, str, int, int]], str]:
    names: list[tuple[str, str, int, int]] = []
    rest = ""
    tokens = list(_tokens(text, start, stop))
    for i, token in enumerate(tokens):
        if _TRAIL.match(token.text):
            names = [(n, r or token.text, s, e) for n, r, s, e in names]
            continue
        word, act = _unglue(token.text, wrote=any(t.text.endswith("摄") for t in tokens[i + 1 :]))
        plain = re.sub(r"\s", "", word)
        if _NAME.match(plain):
            names.append((plain, role or act, token.start, token.start + len(word)))
        else:
            rest += token.text
    return names, rest


def _unglue(word: str, *, wrote: bool) -> tuple[str, str]:
    """Return a name and what is printed on to it: 王小明摄; with `wrote` also 文 behind a spaced name."""
    match = re.search(r"(?<=\s[\u4e00-\u9fff])文$", word) if wrote else None
    match = match or _TRAIL_GLUED.search(word)
    return (word[: match.start()], match.group()) if match else (word, "")


def _tokens(text: str, start: int, stop: int) -> Iterator[_Token]:
    """Yield the words between separators; two single characters side by side are one name (江　平)."""
    single: _Token | None = None
    for match in re.finditer(rf"[^\s　、，,;；/／&|｜:：{re.escape(_DECOR)}]+", text[start:stop]):
        token = _Token(match.group(), start + match.start(), start + match.end())
        if len(token.text) == 1 and single is None and not _TRAIL.match(token.text):
            single = token
        elif single is not None:
            if len(token.text) == 1 or _TRAIL_GLUED.sub("", token.text) != token.text:
                yield _Token(text[single.start : token.end], single.start, token.end)
            else:
                yield single
                yield token
            single = None
        else:
            yield token
    if single is not None:
        yield single
