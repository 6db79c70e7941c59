"""POST candidates: the head of one office and its ranks, without its body (常务副市长, 党委书记)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.lexicon.posts import HEADS_LIST, guards, one_of, pattern, words
from newsgraph.tag.candidates import Candidate, candidates_of, text_of

BY = "grammar.post"
SURE, LIKELY, GUESS = 0.95, 0.88, 0.55

_HEADS = one_of((*words("heads"), *(f"{unit}长" for unit in words("units"))))
_POST = re.compile(
    rf"(?:(?:{one_of(words('committees'))})(?:执行|常务|第[一二三])?"
    r"(?:副书记|书记|副主席|主席|常委|委员|(?<=党组)成员)"
    rf"|(?:{one_of(words('ranks'))}){{0,3}}"
    rf"(?P<head>(?:{one_of(words('departments'))})(?:部长|局长|厅长|大臣)|{_HEADS})"
    r"(?:助理(?!工程|研究|巡))?)"
)
_COLLECTIVE = re.compile(
    rf"(?:{pattern('collective')})领导(?:同志)?(?!{pattern('not_after_leaders')})",
)
_SPACED = re.compile(
    r"(?m)^[ 　]*((?:主[ 　]+[任席编]|委[ 　]+员|常[ 　]+委|书[ 　]+记|[局院校会部行社][ 　]+长|秘[ 　]+书[ 　]+长))"
    rf"(?={HEADS_LIST})"
)
"""Posts stretched to head a list (主　任：)."""
_NOT_BEFORE = re.compile(pattern("not_before"))
_WORD_IN_LONG = re.compile(pattern("words_in_long"))
_BODY_BEFORE = re.compile(rf"(?:{pattern('body_before')})$")
_COMMITTEE_OF_PLACE = re.compile(rf"(?:{pattern('committee_of_place')})$")
_COMMISSION_OF_PLACE = re.compile(r"(?:[省市县区州旗盟]|中央|常委、)$")
_VILLAGE_ALONE = re.compile(r"(?:^|[^\u4e00-\u9fff]|[报到由和与的原被任])村$")
_REACH = 4
"""Characters looked at before a post."""


def find_posts(text: str, candidates: Iterable[Candidate] = ()) -> Iterator[Candidate]:
    """Yield the POST candidates of `text`.

    `candidates` are those that stand already; a weak head (委员, 教授) is sure only right behind a body, or
    behind a post that it is coordinated with.

    Examples
    --------
    >>> text = "县委副书记、代县长某某，市招商集团党委书记、董事长某某"
    >>> [text[c.start : c.end] for c in find_posts(text)]
    ['副书记', '代县长', '党委书记', '董事长']
    """
    bodies = {c.end for c in candidates if c.label in ("ORG", "PLACE")}
    for match in _COLLECTIVE.finditer(text):
        yield Candidate(match.start(), match.end(), "POST", SURE, BY)
    for match in _SPACED.finditer(text):
        yield Candidate(*match.span(1), "POST", SURE, BY)
    last = 0
    for match in _POST.finditer(text):
        start, end = _trimmed(text, match)
        if _is_other_word(text, start, end):
            continue
        score = _score(text, start, match["head"] or "", at_body=start in bodies, last=last)
        if score:
            yield Candidate(start, end, "POST", score, BY)
            last = end


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the span without the committee of a place (镇党委 is a body), with 自治区 of 自治区主席."""
    start, end = match.span()
    post, lead = match.group(), text[max(0, start - _REACH) : start]
    for committee in words("committees"):
        if post.startswith(committee):
            return start + len(committee) * _is_body(lead, committee), end
    if re.fullmatch("副?(?:书记|主任)|支书", post) and _VILLAGE_ALONE.search(lead):
        return start - len("村"), end
    if re.fullmatch("(?:常务)?副?主席", post) and re.search(r"(?<![族古藏疆尔])自治区$", lead):
        return start - len("自治区"), end
    return (end - len("代表") if post.endswith("人大代表") else start), end


def _is_body(lead: str, committee: str) -> bool:
    """Whether a committee behind `lead` is a body of its own, and not the committee of a firm or school."""
    if committee == "工会":
        return lead.endswith("总")
    if committee == "纪委":
        return _COMMISSION_OF_PLACE.search(lead) is not None
    return committee in ("党委", "党支部", "党总支", "团委") and _COMMITTEE_OF_PLACE.search(lead) is not None


def goes_on(text: str, start: int, end: int) -> bool:
    """Return whether what looks like a post begins another word there: 书记处, 市长期, 部长级, 排长队."""
    if _NOT_BEFORE.match(text, end) or (text[end - 1] == "长" and _WORD_IN_LONG.match(text, end)):
        return True
    return any(after is not None and after.match(text, end) for _, _, after in _guards_of(text[start:end]))


def _is_other_word(text: str, start: int, end: int) -> bool:
    """Whether what looks like a post is part of another word there, or not known for one behind what it stands."""
    if goes_on(text, start, end):
        return True
    for head, before, _ in _guards_of(text[start:end]):
        at = end - len(head)
        if before is not None and before.search(text, max(0, at - _REACH), at):
            return True
    return False


def _guards_of(post: str) -> Iterator[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]]:
    return (guard for guard in _guards() if post.endswith(guard[0]))


@cache
def _guards() -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    return tuple(
        (head, re.compile(rf"(?:{before})$") if before else None, re.compile(after) if after else None)
        for head, (before, after) in guards().items()
    )


def _score(text: str, start: int, head: str, *, at_body: bool, last: int) -> float:
    """Return how sure a post is by what stands before it; `last` is the end of the post before, or 0."""
    academic = head.endswith(words("academic_heads"))
    if not academic and not (head in words("weak_heads") and text.startswith(head, start)):
        return SURE
    if at_body or (last and re.fullmatch("[、兼和]", text[last:start])):
        return SURE
    if _BODY_BEFORE.search(text, max(0, start - _REACH), start):
        return LIKELY if head in ("成员", "代表", "秘书") else SURE
    return 0.0 if academic or head in ("人大代表", "成员") else GUESS


@Language.component("newsgraph_posts")
def tag_posts(doc: Doc) -> Doc:
    """Append the POST candidates of `doc`."""
    candidates = candidates_of(doc)
    candidates.extend(list(find_posts(text_of(doc), candidates)))
    return doc
