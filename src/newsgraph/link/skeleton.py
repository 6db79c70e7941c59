"""The skeleton of a line: its text with every name, list of names and date folded to one symbol.

市委书记甲，市委副书记、市长乙会见了丙集团考察团 becomes P会见了O, so that the frames of the link stage are
short regular expressions over words of the language. Symbols are private-use code points; the elements
behind them keep their mentions and spans.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from newsgraph.link.dates import FoundDate
from newsgraph.model import Article, ArticleKind, BlockKind, Mention, MentionType, Span

PERSON, BODY, PLACE, PROJECT, EVENT, POST, DATE, QUOTE, WORK = (chr(0xE000 + i) for i in range(9))
SYMBOLS = PERSON + BODY + PLACE + PROJECT + EVENT + POST + DATE + QUOTE + WORK

_SYMBOL_OF = {
    MentionType.PERSON: PERSON,
    MentionType.ORG: BODY,
    MentionType.PLACE: PLACE,
    MentionType.PROJECT: PROJECT,
    MentionType.EVENT: EVENT,
    MentionType.POST: POST,
}
_TITLE_TYPES = (MentionType.POST, MentionType.ORG, MentionType.PLACE)
_TITLE_GAP = re.compile(r"、?(?:原|时任|前任?|兼任?|现任)?、?")
_STATIONED = ("驻", "常驻")
"""What ties the state that a diplomat serves to where he does (某国驻某国大使)."""
_OCCUPATION = re.compile(
    r"(?:籍|的)?(?:青年|少年|女|小|老|年轻|退休|优秀|知名|著名){0,2}"
    r"(?:学生|同学|学子|教师|老师|职工|员工|农民|村民|居民|市民|牧民|渔民|选手|运动员|队员|球员|小将|名将|歌手|演员|工人|干部|"
    r"老战士|老红军|老党员|老兵|民警|医生|护士|战士|代表|业主|志愿者|游客|青年)"
)
_KIN = re.compile(
    r"的?(?:女儿|儿子|夫人|妻子|丈夫|遗孀|孙子|孙女|外孙|父亲|母亲|弟弟|妹妹|哥哥|姐姐|学生|秘书)"
)
_LIST_GAP = re.compile(
    r"等?(?:[、，,；和及暨]|以及|还有|　| )+(?:[\u4e00-\u9fff]{2,4}代表[、，]?)?"
    r"(?:原|时任|前)?(?:来自|该|本)?[校院局市县区]?"
)
_RUN_GAP = re.compile(r"、[^，,。；;：:！？“”\s会见看望陪同与向对在]{1,10}")
_QUOTED = re.compile(r"“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*”|「[^「」\n]*」")
_DOCUMENT = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
_PARENTHESIS = re.compile(r"[（(][^（()）\n]*[）)]")
_SPEECH = re.compile(r"[，。！？；,!?]")
_OBJECT_OF = re.compile(r"(?:会见|看望|慰问|拜会|接见|走访|陪同)[^，。；\n]*$")
_NEXT_PREDICATE = re.compile(r"(?:等)?(?:参加|出席|陪同|主持|见证|列席|致[辞词]|讲话|一同|在座)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """What one symbol stands for: a list of names with its titles, or a date; `span` covers all of it.

    `pivot` is the index of the first name behind 和 / 及 (``None`` without), `nested` the mentions inside a
    name, `titles` the posts and bodies that a list of persons holds.
    """

    kind: str
    span: Span
    mentions: tuple[Mention, ...] = ()
    nested: tuple[Mention, ...] = ()
    titles: tuple[Mention, ...] = ()
    date: FoundDate | None = None
    pivot: int | None = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Folded `text`; `starts[i]` and `ends[i]` bound its i-th symbol in ``Article.text``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    elements: dict[int, Element] = field(default_factory=dict)

    def span(self, start: int, end: int) -> Span:
        """Return the span in ``Article.text`` of the symbols ``[start, end)``."""
        return Span(self.starts[start], self.ends[end - 1])

    def pick(self, kinds: str, start: int, end: int) -> list[Element]:
        """Return the elements of these kinds that stand in ``[start, end)``, in order."""
        return [self.elements[i] for i in range(start, end) if self.text[i] in kinds and i in self.elements]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One block of an article, folded; `index` counts the article's lines."""

    article: Article
    index: int
    kind: BlockKind
    span: Span
    skeleton: Skeleton

    @property
    def is_headline(self) -> bool:
        return self.kind is not BlockKind.PARAGRAPH


def fold_article(article: Article, mentions: Sequence[Mention], dates: Sequence[FoundDate]) -> list[Line]:
    """Return the lines of `article`, folded.

    Mentions inside bylines fold to nothing; of nested mentions the outer one folds; what stands in
    parentheses inside a line is left out, a longer quotation and a 《document》 are one symbol each.
    """
    outer, nested = _outermost(article, mentions)
    lines = []
    starts = [m.span.start for m in outer]
    date_starts = [d.span.start for d in dates]
    for index, (kind, span) in enumerate(_blocks(article)):
        inside = [m for m in outer[_slice(starts, span)] if m.span in span]
        dated = [d for d in dates[_slice(date_starts, span)] if d.span in span]
        groups = _groups(article.text, inside, nested, headline=kind is not BlockKind.PARAGRAPH)
        inside_starts = [m.span.start for m in inside]
        elements = [_with_titles(element, inside, inside_starts) for element in groups]
        taken = [e.span for e in elements]  # in order, apart
        elements += [Element(kind=DATE, span=d.span, date=d) for d in dated if not _overlaps(d.span, taken)]
        elements.sort(key=lambda e: e.span)
        skeleton = _fold(article, span, elements)
        if skeleton.text.strip():
            lines.append(Line(article=article, index=index, kind=kind, span=span, skeleton=skeleton))
    return lines


def _slice(starts: Sequence[int], span: Span) -> slice:
    """Where those that start inside `span` stand in a list in order of starts."""
    return slice(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether `span` meets one of the spans, which are in order and apart."""
    at = bisect_left(others, span.end, key=lambda other: other.start)
    return at > 0 and others[at - 1].overlaps(span)


def _with_titles(element: Element, mentions: Sequence[Mention], starts: Sequence[int]) -> Element:
    if element.kind != PERSON:
        return element
    inside = mentions[_slice(starts, element.span)]
    return replace(element, titles=tuple(m for m in inside if m.type is not MentionType.PERSON))


def _blocks(article: Article) -> Iterator[tuple[BlockKind, Span]]:
    if article.blocks:
        pointer = article.kind is ArticleKind.POINTER  # nothing but headline, however it is broken into lines
        yield from ((BlockKind.TITLE if pointer else block.kind, block.span) for block in article.blocks)
        return
    for match in re.finditer(r"[^\n]+", article.text):
        yield BlockKind.PARAGRAPH, Span(match.start(), match.end())


def _outermost(
    article: Article, mentions: Iterable[Mention]
) -> tuple[list[Mention], dict[str, tuple[Mention, ...]]]:
    outer: list[Mention] = []
    nested: dict[str, tuple[Mention, ...]] = {}
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if mention.type not in _SYMBOL_OF or any(b.span.overlaps(mention.span) for b in article.bylines):
            continue
        if outer and mention.span.start < outer[-1].span.end:
            nested[outer[-1].id] = (*nested.get(outer[-1].id, ()), mention)
            continue
        outer.append(mention)
    return outer, nested


def _groups(
    text: str, mentions: Sequence[Mention], nested: dict[str, tuple[Mention, ...]], *, headline: bool
) -> Iterator[Element]:
    """Yield the elements of a line: lists of persons with their titles, lists of other names."""
    items = _items(text, mentions)
    group: list[tuple[Span, Mention]] = []
    for item in items:
        if group and not _continues(text, group[-1], item, headline=headline):
            yield from _elements(text, group, nested)
            group = []
        group.append(item)
    if group:
        yield from _elements(text, group, nested)


def _items(text: str, mentions: Sequence[Mention]) -> list[tuple[Span, Mention]]:
    """Each name with the span of its titles before and its form of address behind."""
    items: list[tuple[Span, Mention]] = []
    used: set[int] = set()
    for index, mention in enumerate(mentions):
        if mention.type is not MentionType.PERSON or _is_kin_of(text, mentions[index : index + 2]):
            continue
        first = index
        while first > 0 and first - 1 not in used and _is_title(text, mentions[first - 1], mentions[first]):
            first -= 1
        last = index
        follower = mentions[index + 1] if index + 1 < len(mentions) else None
        if follower and follower.type is MentionType.POST and follower.span.start == mention.span.end:
            last = index + 1
        used.update(range(first, last + 1))
        items.append((Span(mentions[first].span.start, mentions[last].span.end), mention))
    items += [(m.span, m) for i, m in enumerate(mentions) if i not in used]
    return sorted(items, key=lambda item: item[0])


def _is_kin_of(text: str, pair: Sequence[Mention]) -> bool:
    """Whether the second of two persons is named as a relation of the first, who is not there (甲的女儿乙)."""
    if len(pair) < 2 or pair[1].type is not MentionType.PERSON:
        return False
    return _KIN.fullmatch(text, pair[0].span.end, pair[1].span.start) is not None


def _is_title(text: str, before: Mention, after: Mention) -> bool:
    """Whether `before` belongs to the title that runs on to the name by way of `after`."""
    if _is_kin_of(text, (before, after)):
        return True
    if before.type not in _TITLE_TYPES:
        return False
    gap = text[before.span.end : after.span.start]
    if not gap:
        return after.type is not MentionType.PLACE or before.type is MentionType.PLACE
    if gap in _STATIONED and before.type is not MentionType.POST:
        return after.type is MentionType.PLACE
    if after.type is MentionType.PERSON and before.type is not MentionType.POST:
        return bool(_OCCUPATION.fullmatch(gap)) or (gap == "的" and before.type is MentionType.ORG)
    listed = before.type is MentionType.POST and after.type in _TITLE_TYPES
    return listed and bool(_TITLE_GAP.fullmatch(gap))


def _continues(text: str, last: tuple[Span, Mention], item: tuple[Span, Mention], *, headline: bool) -> bool:
    if last[1].type is not item[1].type or item[1].type is MentionType.POST:
        return False
    gap = _PARENTHESIS.sub("", text[last[0].end : item[0].start])
    person = item[1].type is MentionType.PERSON
    if not gap:
        return person and last[1].type is MentionType.PERSON
    if gap.strip("　 ") == "":
        return not headline and len(gap) <= 2
    if person and _RUN_GAP.fullmatch(gap):
        return True
    if not _LIST_GAP.fullmatch(gap):
        return False
    titled = item[0].start < item[1].span.start
    if re.search("[，,；]", gap):
        return person and titled
    return True


def _elements(
    text: str, group: Sequence[tuple[Span, Mention]], nested: dict[str, tuple[Mention, ...]]
) -> Iterator[Element]:
    """Yield the group as one element, or as two where a comma ends an object and a new subject begins."""
    cut = _new_subject(text, group)
    for part in (group[:cut], group[cut:]) if cut else (group,):
        pivot = next(
            (
                i
                for i in range(1, len(part))
                if re.search("[和及]", text[part[i - 1][0].end : part[i][0].start])
            ),
            None,
        )
        yield Element(
            kind=_SYMBOL_OF[part[0][1].type],
            span=Span(part[0][0].start, part[-1][0].end),
            mentions=tuple(mention for _, mention in part),
            nested=tuple(inner for _, mention in part for inner in nested.get(mention.id, ())),
            pivot=pivot,
        )


def _new_subject(text: str, group: Sequence[tuple[Span, Mention]]) -> int:
    """Where in 会见了甲，副市长乙参加会见 the second subject begins (0: nowhere)."""
    if group[0][1].type is not MentionType.PERSON:
        return 0
    commas = [i for i in range(1, len(group)) if "，" in text[group[i - 1][0].end : group[i][0].start]]
    if not commas or not _NEXT_PREDICATE.match(text, group[-1][0].end):
        return 0
    start = group[0][0].start
    return commas[-1] if _OBJECT_OF.search(text, max(start - 80, 0), start) else 0


def _fold(article: Article, span: Span, elements: Sequence[Element]) -> Skeleton:
    text = article.text
    hidden = _hidden(article, span, elements)
    at = {e.span.start: e for e in elements}
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kept: dict[int, Element] = {}
    position = span.start
    while position < span.end:
        symbol, end = hidden.get(position, ("", 0))
        if end:
            element = None
        elif position in at:
            element = at[position]
            symbol, end = element.kind, element.span.end
        else:
            element, end = None, position + 1
            symbol = text[position] if text[position] not in SYMBOLS else " "
        if symbol:
            if element is not None:
                kept[len(chars)] = element
            chars.append(symbol)
            starts.append(position)
            ends.append(end)
        position = end
    return Skeleton("".join(chars), tuple(starts), tuple(ends), kept)


def _hidden(article: Article, span: Span, elements: Sequence[Element]) -> dict[int, tuple[str, int]]:
    """Stretches that fold to one symbol or to nothing, by their start."""
    text = article.text
    hidden: dict[int, tuple[str, int]] = {}

    spans = [e.span for e in elements]

    def hide(start: int, end: int, symbol: str) -> None:
        at = bisect_right(spans, start, key=lambda other: other.start)
        if at == 0 or spans[at - 1].end < end:
            hidden.setdefault(start, (symbol, end))

    for byline in article.bylines:
        if byline.span in span:
            hide(byline.span.start, byline.span.end, "")
    for match in _PARENTHESIS.finditer(text, span.start, span.end):
        if match.span() != (span.start, span.end):
            hide(match.start(), match.end(), "")
    for match in _QUOTED.finditer(text, span.start, span.end):
        if _SPEECH.search(match.group()) or len(match.group()) > 16:
            hide(match.start(), match.end(), QUOTE)
    whole = set(spans)
    for match in _DOCUMENT.finditer(text, span.start, span.end):
        inner = match.end() - match.start() > 2 and Span(match.start() + 1, match.end() - 1)
        if inner and inner not in whole:
            hide(match.start(), match.end(), WORK)
    return hidden
