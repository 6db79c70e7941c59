"""Titles: which post of which body the text ties to which person.

A pure reading of mentions and the few characters between them, so that it runs on any tagger's mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newsgraph.lexicon.persons import is_surname
from newsgraph.lexicon.posts import is_collective, takes_list
from newsgraph.model import Article, Mention, MentionType, Span, Title, TitleForm
from newsgraph.tag.careers import Career, career_post
from newsgraph.tag.claims import is_denied, is_proposed
from newsgraph.tag.title_groups import Group, Office, find_groups, heads_elected, is_body

_TYPES = (MentionType.PERSON, MentionType.POST, MentionType.ORG, MentionType.PLACE)

_OCCUPATION = (
    r"(?:、(?:著名|知名|青年)?"
    r"(?:作家|画家|书法家|诗人|导演|演员|企业家|专家|学者|博士|中共党员|共产党员|劳动模范))"
)
_POST_TO_HOLDER = re.compile(rf"{_OCCUPATION}?(?:（[^）\n]{{1,12}}）)?(?:[ 　]{{0,2}}|：\s{{0,3}}|是|由)")
_CALLED = re.compile(r"[叫喊称](?:我|他|她|您|你)?$|人称$")
"""By what people call somebody, whatever he may have been (大家叫我某主任)."""
_SERVES = re.compile(r"(?:现任|时任|曾任|历任|担任|身为|作为|任|原)$")
_LIST_GAP = re.compile(r"(?:同志)?(?:（(?:女|男|[^（）\n]{1,6}族|[^（）\n]{1,4})）)?(?:[、和及与暨　 ]|以及)")
_CHOSEN = (
    r"(?:为|任|担任|出任|就任|接任|升任|调任|转任|改任|兼任|履新|当选为?|连任|获选为?|"
    r"(?:全票|正式|高票|再次|再度)?(?:被)?(?:任命|推选|推举|选举|选|聘|聘任|提名|推荐|提拔|增选|补选|委任)?(?:当选)?为)"
)
_APPOINTED = re.compile(
    rf"(?:同志|先生|女士)?(?:（[^）\n]{{1,10}}）)?(?:等(?:\w{{0,4}}(?:人|名同志))?)?(?:（[^）\n]{{1,10}}）)?[，,]?"
    rf"(?:(?:将|已|拟|曾|正式|全票|高票|再次|再度|分别|顺利|成功|近日|日前|随后){{0,2}}){_CHOSEN}(?:了)?(?:新一届|新一任|新任|首任)?"
)
_IS = re.compile(r"(?:同志)?(?:，?(?:是|系|作为|身为|现为|现任|时任|曾任|历任))")
_LEAVES = re.compile(
    r"(?:同志)?，?(?:因[^，。；]{1,12}，?)?(?:(?:请求|申请|提出|要求)?辞去|请辞|不再担任|不再兼任|卸任|辞任)(?:了|其|所任|的)?"
)
_RELIEVED = re.compile(r"(?:同志)?(?:的|所任的?|担任的|兼任的)?")
_DUTY = re.compile(r"(?:等)?(?:的)?(?:领导)?(?:职务|一职|职位)")
_SUCCEEDS = re.compile(r"(?:接替|接任|代替|取代|接棒)$")
_REMOVES = re.compile(r"免去|撤销|罢免|解除|辞去|不再担任")
_PARTICULARS = (
    r"(?:(?:男|女|[^，。；、\s]{1,5}族|\d{1,3}岁|\d{4}年\d{0,2}月?\d{0,2}日?(?:出)?生|中共党员)[，,、 　]*)*"
)
_BESIDE_NAME = re.compile(rf"(?:[（(]|[，,][ 　]?|[ 　]+){_PARTICULARS}(?:现任|时任|曾任|系|原|前)?")
_PAST = re.compile(
    r"(?:(?<![太平草高中还])原任?|(?<![此目日之以会年当面眼行赛天月节午提生门台向跟史战])前任?|[时历]任|"
    r"曾[^，。；、\n]{0,5}?[任为])的?$"
)
_PAST_OF_BODY = re.compile(r"(?:的|领导班子)?(?:原任?|前任?|时任)(?:第?[一二三四五六七八九十]+任)?")
_INTENDED = re.compile(r"(?:拟(?:提拔|选|转|调|改|升|聘|担|出)?|(?:有望|即将|将)(?:担|出|就|接)?)任$")
_NOW = re.compile(r"(?:现任?|新任)$")
_LEADS_DELEGATION = ("团长", "率团")
_CORRECTION = re.compile(
    r"“([^“”\n]{1,40})”(?:一[句词处名]|字样|二字)?(?:应为|应是|应该是|应改为|更正为)“([^“”\n]{1,40})”"
)
_TELLS = (TitleForm.APPOSITION, TitleForm.APPOINTMENT)
_CLAUSE_REACH = 80
_AFTER_BESIDE = re.compile(r"[）)，,。；;\n 　]|$")


def find_titles(article: Article, mentions: Sequence[Mention]) -> tuple[Title, ...]:
    """Tie the posts of an article to their bodies and holders, in order of the text.

    Every POST gives at least one Title; a post before a list gives one a holder. `TitleForm.LIST` is kept for
    collective posts (市领导甲、乙), which are no offices; in 副市长甲、乙 each holder is an apposition.
    `Title.anchor` is also set beside a `body` that is printed without its place and coordinated with another
    (市委 in 市委常委、统战部部长).

    Parameters
    ----------
    article : Article
        Its `text` is read between the mentions.
    mentions : Sequence[Mention]
        Mentions of the article, any order; of those that overlap the longer is read. EVENT, PROJECT, TIME
        and MONEY are not read.

    Notes
    -----
    O(n) in the mentions of an article, but for bodies carried over from earlier in a paragraph.
    """
    items = _flat(mentions)
    text = article.text
    titles: list[Title] = []
    before: Career | None = None
    for group in find_groups(text, items):
        holders, form = _holders(text, items, group)
        form = _form_at(text, group.offices[0], form)
        if form is TitleForm.APPOSITION and holders and heads_elected(text, group):
            form = TitleForm.APPOINTMENT
        if holders:
            form = _claim(text, group, holders, form)
            before = _career_of(group, holders, form)
        elif (career := career_post(text, items, group, before)) is not None:
            holders, form = [career.holder], _claim(text, group, [career.holder], career.form)
            before = replace(career, form=form)
        if holders and is_denied(text, holders[-1].span, Span(group.start, group.end)):
            holders, form, before = [], TitleForm.APPOSITION, None
        titles.extend(_titles(article, group, holders, form))
    of = {item.id: item for item in items}
    return tuple(_corrected(text, _of_delegations(titles, of), of))


def _claim(text: str, group: Group, holders: Sequence[Mention], form: TitleForm) -> TitleForm:
    """Return the form of posts behind their holders: a proposal where they are a nominee's, or still to come."""
    if form not in _TELLS or holders[-1].span.end > group.start:
        return form
    row = Span(holders[0].span.start, holders[-1].span.end)
    return TitleForm.PROPOSED if is_proposed(text, row, Span(group.start, group.end)) else form


def _of_delegations(titles: Sequence[Title], of: Mapping[str, Mention]) -> list[Title]:
    """Return the titles, an office printed without its body anchored in the delegation that its holder leads
    (以市长甲为团长的某市代表团)."""
    led = {t.holder: t.body for t in titles if t.body and of[t.post].text in _LEADS_DELEGATION}
    return [
        replace(t, anchor=led[t.holder])
        if t.holder in led
        and t.body is None
        and t.anchor is None
        and of[t.post].text not in _LEADS_DELEGATION
        else t
        for t in titles
    ]


def _corrected(text: str, titles: Sequence[Title], of: Mapping[str, Mention]) -> list[Title]:
    """Return the titles as a correction leaves them (“局长甲”应为“局长乙”): what was wrong is of nobody."""
    wrong = {Span(*m.span(1)): Span(*m.span(2)) for m in _CORRECTION.finditer(text)}
    kept = []
    for title in titles:
        holder = of[title.holder].span if title.holder else None
        right = next((new for old, new in wrong.items() if holder is not None and holder in old), None)
        if right is None:
            kept.append(title)
        elif of[title.post].span not in next(old for old in wrong if holder is not None and holder in old):
            meant = (m for m in of.values() if m.type is MentionType.PERSON and m.span in right)
            kept += [replace(title, holder=person.id) for person in meant][:1]
    return kept


def _career_of(group: Group, holders: Sequence[Mention], form: TitleForm) -> Career | None:
    """Return the career that a post told of one person before it may begin: 甲历任A局局长，B局局长."""
    if len(holders) == 1 and holders[0].span.end < group.start:
        return Career(holders[0], form, group.end)
    return None


def _flat(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that can be part of a title, in order, without those inside another."""
    result: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if mention.type in _TYPES and not (result and mention.span.overlaps(result[-1].span)):
            result.append(mention)
    return result


def _titles(article: Article, group: Group, holders: Sequence[Mention], form: TitleForm) -> Iterator[Title]:
    """Yield the titles of one group: every office with every holder, or body by body where 分别 is meant."""
    listed = len(holders) == len(group.offices) > 1
    if listed and "分别" in article.text[holders[-1].span.end : group.start]:
        pairs = zip(group.offices, holders, strict=True)
        yield from (_title(article.id, office, office.body, holder, form) for office, holder in pairs)
        return
    for office in group.offices:
        form = _form_at(article.text, office, form)
        one = TitleForm.LIST if is_collective(office.post.text) else form
        if len(office.bodies) > 1 and len(office.bodies) == len(holders):
            for body, holder in zip(office.bodies, holders, strict=True):
                yield _title(article.id, office, body, holder, one)
            continue
        for person in holders or (None,):
            yield _title(article.id, office, office.body, person, one)


def _form_at(text: str, office: Office, form: TitleForm) -> TitleForm:
    """Return the form of one office of a group: 原 or 拟任 is of all that follow, up to 现任 (原副县长、现任主任甲)."""
    if form in _TELLS and _is_past(text, office):
        return TitleForm.FORMER
    if form in _TELLS and _INTENDED.search(text, max(0, office.start - 5), office.start):
        return TitleForm.PROPOSED
    if form in (TitleForm.FORMER, TitleForm.PROPOSED) and _NOW.search(
        text, max(0, office.start - 2), office.start
    ):
        return TitleForm.APPOSITION
    return form


def _is_past(text: str, office: Office) -> bool:
    """Whether an office is called a former one, before its body or behind it (原县长, 县教育局原局长)."""
    body_end = office.bodies[-1].span.end if office.bodies else office.post.span.start
    if _PAST_OF_BODY.fullmatch(text, body_end, office.post.span.start):
        return True
    return _PAST.search(text, max(0, office.start - 8), office.start) is not None


def _title(
    article: str, office: Office, body: Mention | None, holder: Mention | None, form: TitleForm
) -> Title:
    return Title(
        article=article,
        post=office.post.id,
        body=body.id if body else None,
        anchor=office.anchor.id if office.anchor else None,
        holder=holder.id if holder else None,
        form=form,
    )


def _holders(text: str, items: Sequence[Mention], group: Group) -> tuple[list[Mention], TitleForm]:
    """Return who holds a group of posts, and how the text says so."""
    before = items[group.first - 1] if group.first else None
    gap_before = text[before.span.end : group.start] if before else ""
    if before and before.type is MentionType.PERSON and not gap_before and is_surname(before.text):
        called = _CALLED.search(text, max(0, before.span.start - 4), before.span.start) is not None
        return ([], TitleForm.APPOSITION) if called else ([before], TitleForm.SURNAME)
    after = _holders_after(text, items, group)
    if after and not _is_next_headline(text, items, group, gap_before):
        return after, TitleForm.APPOSITION
    if before is None or "\n" in gap_before:
        return [], TitleForm.APPOSITION
    if before.type is not MentionType.PERSON:
        return _holder_meant(text, items, group)
    people = _list_back(text, items, group.first - 1)
    if _SUCCEEDS.search(text[max(0, before.span.start - 3) : before.span.start]) and group.first > 1:
        people = [
            item for item in items[group.first - 2 : group.first - 1] if item.type is MentionType.PERSON
        ]
    duty = _DUTY.match(text, group.end) is not None
    if _LEAVES.fullmatch(gap_before) or (duty and _RELIEVED.fullmatch(gap_before)):
        return people, TitleForm.REMOVAL
    if _APPOINTED.fullmatch(gap_before):
        return people, _form_of_appointment(text, items, group)
    if _IS.fullmatch(gap_before) or gap_before == "等":
        return people, TitleForm.APPOSITION
    if not gap_before:
        return [before], TitleForm.APPOSITION
    if _BESIDE_NAME.fullmatch(gap_before) and _AFTER_BESIDE.match(text, group.end):
        return [before], TitleForm.APPOSITION
    return _holder_meant(text, items, group)


def _is_next_headline(text: str, items: Sequence[Mention], group: Group, gap_before: str) -> bool:
    """Whether only a blank ties a group to the name behind, and the one before takes the office (甲当选主任 乙…)."""
    blank = text[group.end : items[group.last].span.start]
    taken = group.first > 0 and items[group.first - 1].type is MentionType.PERSON
    return bool(blank) and not blank.strip() and taken and bool(_APPOINTED.fullmatch(gap_before))


def _holders_after(text: str, items: Sequence[Mention], group: Group) -> list[Mention]:
    """Return the holder printed behind a group, with the others of the list where the post takes one."""
    if group.last == len(items) or items[group.last].type is not MentionType.PERSON:
        return []
    gap = text[group.end : items[group.last].span.start]
    served = gap == "的" and _SERVES.search(text, max(0, group.start - 3), group.start) is not None
    if not served and not _POST_TO_HOLDER.fullmatch(gap):
        return []
    people = _list_on(text, items, group.last)
    last = group.offices[-1]
    if takes_list(last.post.text) or (len(last.bodies) > 1 and len(last.bodies) == len(people)):
        return people
    return people[:1]


def _list_on(text: str, items: Sequence[Mention], first: int) -> list[Mention]:
    """Return the persons listed from ``items[first]`` on."""
    people = [items[first]]
    for index in range(first + 1, len(items)):
        item = items[index]
        if item.type is not MentionType.PERSON:
            break
        if not _LIST_GAP.fullmatch(text[people[-1].span.end : item.span.start]):
            break
        people.append(item)
    return people


def _list_back(text: str, items: Sequence[Mention], last: int) -> list[Mention]:
    """Return the persons listed up to ``items[last]``, in printed order."""
    people = [items[last]]
    for index in range(last - 1, -1, -1):
        item = items[index]
        if item.type is not MentionType.PERSON:
            break
        if not _LIST_GAP.fullmatch(text[item.span.end : people[-1].span.start]):
            break
        people.append(item)
    return people[::-1]


def _form_of_appointment(text: str, items: Sequence[Mention], group: Group) -> TitleForm:
    """Tell 任命甲为局长 from 以甲为团长的考察团, whose body is printed behind and which is an apposition."""
    following = items[group.last] if group.last < len(items) else None
    if following and is_body(following) and text[group.end : following.span.start] == "的":
        for office in group.offices:
            office.body = following if not office.bodies else office.body
        return TitleForm.APPOSITION
    return TitleForm.APPOINTMENT


def _holder_meant(text: str, items: Sequence[Mention], group: Group) -> tuple[list[Mention], TitleForm]:
    """Return the person that 其, or nothing at all, stands for: 任命甲为A局局长，免去其B局局长职务."""
    if not _DUTY.match(text, group.end):
        return [], TitleForm.APPOSITION
    reach = max(0, group.start - _CLAUSE_REACH)
    sentence = max(reach - 1, *(text.rfind(mark, reach, group.start) for mark in "。！？\n")) + 1
    clause = text[sentence : group.start]
    if not _REMOVES.search(clause):
        return [], TitleForm.APPOSITION
    for index in range(group.first - 1, -1, -1):
        if items[index].span.start < sentence:
            break
        if items[index].type is MentionType.PERSON:
            return [items[index]], TitleForm.REMOVAL
    return [], TitleForm.REMOVAL
