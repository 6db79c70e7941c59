"""Posts with the bodies printed before them, in groups: 市委 + 副书记、市长 is one group of two posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newsgraph.lexicon.posts import (
    HEADS_LIST,
    belongs_to_state,
    body_pattern,
    head_of,
    is_collective,
    is_government_head,
    names_department,
)
from newsgraph.model import Mention, MentionType

_FORMER = r"(?:原|前|时任|现任|新任|新当选的?|候任|首任|前任|历任|现)?"
_BODY_TO_POST = re.compile(
    rf"(?:[）)”」])?(?:（[^）\n]{{1,12}}）)?(?:的|班子|领导班子|党支部班子)?{_FORMER}(?:第?[一二三四五六七八九十]+任)?"
)
_SIBLING = re.compile(r"[、和及与]")
_COORDINATED = re.compile(rf"(?:[、兼暨和及与/]|并兼任?|兼任|、?同时兼任){_FORMER}")
_COMMANDS = re.compile("副?(?:[师旅团]长|政委)")  # of the unit, not of its committee
_MADE = re.compile(r"(?:同志)?(?:等\d{0,4}(?:人|[名位]同志))?(?:当选)?[为任]")
_STATIONED = re.compile("(?:前任|前|新任|候任|原)?常?驻")
_NOUN_BEFORE = re.compile(
    r"(?:[该本](?:省|市|县|区|州))|(?:[该本我]?(?:公司|集团|企业|学院|学校|大学|中学|小学|医院|研究院|研究所|协会|商会|"
    r"总会|学会|合作社|法院|检察院|银行|中心|幼儿园|基金会|村|镇|乡|街道|社区|校|院|局|厅|所|馆|厂|站|[支总大]队))$"
)
_PARTY_GROUP = "党组"
_SCHOOL = re.compile("(?:大学|学院|学校|中学|小学)$")
_OF_HOUSE = re.compile("党委(?:常务)?副?书记")
_HEAD_OF_SCHOOL = re.compile("(?:常务)?副?[校院]长")
_HEADING = re.compile(HEADS_LIST)
_ELECTS = re.compile("选举产生|选举出|选出|推选产生|选举(?:了)?新一届")
_MEMBERS = re.compile(
    "(?:第?[一二三四五六七八九十]+届)?(?:新的?|新一届)?(?:的)?(?:组成人员|领导班子|班子|领导成员|领导|成员|负责人)"
)
_BLANKS = re.compile(r"\s")
_PARTY_BODY = re.compile(r"(?:[省市县区州旗盟镇乡地工]|街道|师|团)委$|党委$|工委$|中共.*委(?:员会)?$|党组$")
_LEVEL = re.compile(r"[省市县区州旗盟镇乡]")
_WITHOUT_PLACE = re.compile(r"(?![省市县区州旗盟镇乡全国])[^省市县区州旗盟镇乡]{2,5}[部委局办院会队区室]")
_FIRM = re.compile(r"(?:公司|集团|厂|银行|协会|商会|总会|联合会)$")


_OF_ANY_BODY = re.compile("副?秘书长|政委|政治委员|参谋长|总(?:工程|经济|会计)师|首席.{2,4}官")
"""Posts that say nothing of their body, which in a list is the one before."""
_OF_COURT = ("审判员", "检察员")
"""Who serves the court itself, whatever committee of it is named before."""
_OF_ELECTED = re.compile(f"{_OF_ANY_BODY.pattern}|(?:常务)?委员|常委")
"""The same in a list of elections."""
_ARRIVES = re.compile(
    r"(?:来|到|赴|莅临)[我本][省市县区州旗盟]|来访|来[\u4e00-\u9fff]{1,3}(?:视察|考察|调研|检查|督导|督查|访问|参观|洽谈)"
)
"""Guests have come: who is named behind by the bare post is of those who receive them."""
_SESSIONS = (
    (re.compile("(?:人大|人民代表大会)(?:常委会|常务委员会)?$"), re.compile("副?主任|秘书长|委员")),
    (re.compile("政协$"), re.compile("副?主席|秘书长|委员")),
)
"""Bodies whose heads are named by the bare post where they are in session, and those posts."""
_IN_SESSION = re.compile(r"[^。；\n]{0,40}(?:召开|举行)[^。；\n]{0,30}[。，；](?:[^\n]{0,120}[。，、；])?")
_SESSION_REACH = 160
_PAIR_REACH, _BODY_REACH = 200, 800
"""How far back, in characters, the office that a deputy's is carried from, and the body that a bare post has."""


@dataclass(slots=True)
class Office:
    """One post on its way to a Title: `bodies` are its printed body and the bodies listed beside it."""

    post: Mention
    start: int
    bodies: list[Mention] = field(default_factory=list)
    body: Mention | None = None
    anchor: Mention | None = None
    noun: str = ""


@dataclass(slots=True)
class Group:
    """Coordinated offices; ``items[first:last]`` are their mentions, `end` is where the last post ends."""

    offices: list[Office]
    first: int
    last: int

    @property
    def start(self) -> int:
        return self.offices[0].start

    @property
    def end(self) -> int:
        return self.offices[-1].post.span.end


def find_groups(text: str, items: Sequence[Mention]) -> list[Group]:
    """Return the groups of coordinated posts among `items`, with every body that the text gives them.

    `items` are the PERSON, POST, ORG and PLACE mentions of `text` in order, none overlapping another.
    """
    groups: list[Group] = []
    for index, item in enumerate(items):
        if item.type is not MentionType.POST:
            continue
        office, first = _office_at(text, items, index)
        previous = groups[-1] if groups else None
        if previous and previous.last == first and _COORDINATED.fullmatch(text[previous.end : office.start]):
            previous.offices.append(office)
            previous.last = index + 1
        else:
            groups.append(Group([office], first, index + 1))
    for group in groups:
        _share_bodies(group)
    for number in range(len(groups)):
        _carry_body(text, items, groups, number)
    for group, behind in pairwise(groups):
        _take_body_behind(text, items, group, behind)
    for group in groups:
        for before, office in zip(group.offices, group.offices[1:], strict=False):
            pattern = body_pattern(office.post.text)
            if office.body is None and pattern and _is_honour(before.post.text, office.post.text):
                office.body = _nearest(text, items, group.first, office.start, pattern)
            elif office.body is None and before.body is not None and _commands(office.post.text, before.body):
                unit = re.compile(f"{re.escape(before.body.text[0])}$")  # 师党委书记、师长
                office.body = _nearest(text, items, group.first, office.start, unit)
    return groups


def is_body(item: Mention) -> bool:
    """Whether a mention can be what a post belongs to."""
    return item.type in (MentionType.ORG, MentionType.PLACE)


def _office_at(text: str, items: Sequence[Mention], index: int) -> tuple[Office, int]:
    """Return the office of the post at `index` and the index of its first mention."""
    post = items[index]
    start, first = post.span.start, index
    bodies: list[Mention] = []
    while first and is_body(items[first - 1]):
        gap = text[items[first - 1].span.end : start]
        if not bodies and not _BODY_TO_POST.fullmatch(gap):
            break
        if gap.startswith("的") and text.endswith("来自", 0, items[first - 1].span.start):
            break  # 来自某镇的委员: where he lives
        if bodies and gap and not (_SIBLING.fullmatch(gap) and _alike(items[first - 1], bodies[0])):
            break
        if not bodies or gap:
            bodies.insert(0, items[first - 1])
        first -= 1
        start = items[first].span.start
    if first and bodies and _sends(text, items[first - 1], bodies[0]):
        bodies, first = [items[first - 1]], first - 1
        start = bodies[0].span.start
    noun = ""
    if not bodies and (match := _NOUN_BEFORE.search(text[max(0, start - 5) : start])):
        noun = match.group()
        start -= len(noun)
    return Office(post, start, bodies, bodies[-1] if bodies else None, noun=noun), first


def _sends(text: str, sender: Mention, host: Mention) -> bool:
    """Whether `sender` has somebody stationed at `host`: 智利驻华大使 is Chile's."""
    return is_body(sender) and _STATIONED.fullmatch(text[sender.span.end : host.span.start]) is not None


def _alike(first: Mention, second: Mention) -> bool:
    """Whether two bodies in a row are listed as equals: 甲县、乙县 + 县长, 甲局、乙局 + 局长."""
    return first.type is second.type and first.text[-1] == second.text[-1]


def _share_bodies(group: Group) -> None:
    """Give each post without a printed body the body, or only the anchor, of the post before it."""
    for before, office in zip(group.offices, group.offices[1:], strict=False):
        source = before.body or before.anchor
        if office.body is not None:
            office.anchor = source if _WITHOUT_PLACE.fullmatch(office.body.text) else None
        elif _takes_no_body(office, source):
            continue
        elif _implies_its_body(office.post.text, source):
            office.anchor = source
        elif office.post.text in _OF_COURT and group.offices[0].body is not None:
            office.body = group.offices[0].body
        elif before.body is not None and _is_honour(before.post.text, office.post.text):
            continue
        elif before.body is not None:
            office.body, office.anchor = before.body, before.anchor
        else:
            office.anchor = before.anchor
    for office in group.offices:
        if office.body is office.anchor:
            office.anchor = None


def _is_honour(before: str, post: str) -> bool:
    """Whether the post before is a member's of an academy, which the head of a school holds besides (院士、校长)."""
    return before.endswith("院士") and body_pattern(post) is not None


def _takes_no_body(office: Office, source: Mention | None) -> bool:
    """Whether a post has nothing of the body before it: 市领导, 国家主席, and 师长 beside the unit's committee."""
    post = office.post.text
    return (
        (source is not None and _commands(post, source))
        or bool(office.noun)
        or is_collective(post)
        or belongs_to_state(post)
    )


def _commands(post: str, source: Mention) -> bool:
    """Whether a post is of a unit whose committee is printed before it (师党委书记、师长)."""
    return source.text.endswith("党委") and _COMMANDS.fullmatch(post) is not None


def _implies_its_body(post: str, source: Mention | None) -> bool:
    """Whether `post` says of itself to what it belongs, so that `source` only says where: 市委…、市长."""
    if names_department(post):
        return True
    if not is_government_head(post) or source is None:
        return is_government_head(post)
    return not (source.type is MentionType.PLACE or source.text.endswith(("政府", "公署", "行署")))


def _carry_body(text: str, items: Sequence[Mention], groups: Sequence[Group], number: int) -> None:
    """Give the first post of ``groups[number]`` that prints no body the one that the text before implies."""
    group, previous = groups[number], groups[number - 1] if number else None
    office = group.offices[0]
    post = office.post.text
    if office.body is not None or is_collective(post):
        return
    goes_on = previous is not None and _follows(text, items, group, previous)
    if office.noun:
        office.body = _nearest_of_noun(text, items, office, group.first)
    elif (body := _body_elected(text, items, group)) is not None:
        office.body = body
    elif (
        before := _announced(text, groups, number)
        or _of_party_group(text, groups, number)
        or (None if goes_on and is_government_head(post) else _pair_before(text, groups, number))
    ) is not None:
        office.body, office.anchor = before.body, before.anchor
    elif previous and _elected_next(text, items, group, previous) and _OF_ELECTED.fullmatch(post):
        office.body, office.anchor = previous.offices[-1].body, previous.offices[-1].anchor
    elif previous and goes_on and _heads_school(post, previous.offices[-1]):
        office.body = _nearest(text, items, group.first, office.start, _SCHOOL)
        return
    elif previous and goes_on:
        if _OF_ANY_BODY.fullmatch(post):
            office.body, office.anchor = previous.offices[-1].body, previous.offices[-1].anchor
        else:
            office.anchor = _anchor_of_level(office, previous)
    if office.body is None and office.anchor is None and (pattern := body_pattern(post)) is not None:
        office.body = _nearest(text, items, group.first, office.start, pattern)
    if office.body is None and office.anchor is None:
        office.body = _in_session(text, items, group.first, office)
    if office.body is not None and len(group.offices) > 1:
        _share_bodies(group)


def _take_body_behind(text: str, items: Sequence[Mention], group: Group, behind: Group) -> None:
    """Give a bare party secretary the school or house whose head is the next of the list (党委书记甲、校长乙)."""
    office, head = group.offices[-1], behind.offices[0]
    bare = office.body is None and office.anchor is None and _OF_HOUSE.fullmatch(office.post.text)
    if (
        bare
        and head.body is not None
        and body_pattern(head.post.text)
        and _follows(text, items, behind, group)
    ):
        office.body = head.body


def _in_session(text: str, items: Sequence[Mention], first: int, office: Office) -> Mention | None:
    """Return the congress or conference that the lines before say is in session (市政协召开会议。主席甲主持)."""
    bodies = [body for body, post in _SESSIONS if post.fullmatch(office.post.text)]
    for item in reversed(items[:first]) if bodies else ():
        if item.span.end < office.start - _SESSION_REACH:
            return None
        named = item.type is MentionType.ORG and any(body.search(item.text) for body in bodies)
        if named and _IN_SESSION.fullmatch(text, item.span.end, office.start):
            return item
    return None


def _nearest_of_noun(text: str, items: Sequence[Mention], office: Office, first: int) -> Mention | None:
    """Return the body meant by 学院 in 学院党委书记, or by 该校 in 该校校长."""
    noun = office.noun.lstrip("该本我")
    kind = {
        "校": "学|小|中|校|院",
        "学校": "学|小|中|校|院",
        "大学": "大学",
        "公司": "公司|集团",
        "集团": "集团|公司",
        "企业": "公司|集团|厂",
    }
    return _nearest(text, items, first, office.start, re.compile(rf"(?:{kind.get(noun, re.escape(noun))})$"))


def _nearest(
    text: str, items: Sequence[Mention], first: int, start: int, pattern: re.Pattern[str]
) -> Mention | None:
    """Return the last body before `start`, in this paragraph or the one before, whose name fits `pattern`."""
    reach = max(0, start - _BODY_REACH)
    paragraph = text.rfind("\n", reach, start)
    floor = text.rfind("\n", reach, paragraph) if paragraph > 0 else reach
    for index in range(first - 1, -1, -1):
        item = items[index]
        if item.span.start < max(floor, reach):
            return None
        if is_body(item) and pattern.search(item.text):
            return item
    return None


def _heads_school(post: str, before: Office) -> bool:
    """Whether a post is that of the head of the school of whose committee the one before is (校党委书记甲、院长乙)."""
    body = before.body
    return (
        _HEAD_OF_SCHOOL.fullmatch(post) is not None and body is not None and body.text in ("校党委", "院党委")
    )


def _offices_before(groups: Sequence[Group], number: int, floor: int) -> Iterator[Office]:
    """Yield the offices of the groups before ``groups[number]`` that end behind `floor`, the last first."""
    for group in reversed(groups[:number]):
        if group.end <= floor:
            return
        yield from reversed(group.offices)


def _announced(text: str, groups: Sequence[Group], number: int) -> Office | None:
    """Return the office that a list's heading (主任：甲) is of, where the text before it names the office in full."""
    group = groups[number]
    if _HEADING.match(text, group.end) is None:
        return None
    post = _BLANKS.sub("", group.offices[0].post.text)
    for other in _offices_before(groups, number, group.start - _BODY_REACH - 1):
        if (other.body or other.anchor) and _BLANKS.sub("", other.post.text) == post:
            return other
    return None


def heads_elected(text: str, group: Group) -> bool:
    """Whether a group heads a list of those whose election the text before it tells (选举产生…。主任：甲)."""
    if (
        _HEADING.match(text, group.end) is None
        or text[text.rfind("\n", 0, group.start) + 1 : group.start].strip()
    ):
        return False
    return _ELECTS.search(text, max(0, group.start - _BODY_REACH), group.start) is not None


def _body_elected(text: str, items: Sequence[Mention], group: Group) -> Mention | None:
    """Return the body whose members the text before a list's heading says were elected (新一届市人大常委会组成人员)."""
    if is_government_head(group.offices[0].post.text) or not heads_elected(text, group):
        return None
    for item in reversed(items[: group.first]):
        if item.span.start < group.start - _BODY_REACH:
            return None
        if item.type is MentionType.ORG and _MEMBERS.match(text, item.span.end):
            sentence = max(text.rfind(mark, 0, item.span.start) for mark in "。！？\n") + 1
            return item if _ELECTS.search(text, sentence, item.span.start) else None
    return None


def _of_party_group(text: str, groups: Sequence[Group], number: int) -> Office | None:
    """Return the last office of the paragraph in a party group (党组书记), for another in it (党组成员)."""
    office = groups[number].offices[0]
    if not office.post.text.startswith(_PARTY_GROUP):
        return None
    for other in _offices_before(groups, number, text.rfind("\n", 0, office.start)):
        if other.post.text.startswith(_PARTY_GROUP) and other.body is not None:
            return other
    return None


def _pair_before(text: str, groups: Sequence[Group], number: int) -> Office | None:
    """Return the last office of the paragraph that is a deputy's too, or differs only in rank: 主任 before 副主任."""
    office = groups[number].offices[0]
    head, deputy = head_of(office.post.text), office.post.text
    floor = max(_second_last_end(text, office.start), office.start - _PAIR_REACH)
    for other in _offices_before(groups, number, floor):
        same_head = head_of(other.post.text) == head
        if same_head and _ARRIVES.search(text, other.post.span.end, office.start):
            return None
        if same_head and (other.body or other.anchor) and "副" in deputy + other.post.text:
            return other
    return None


def _second_last_end(text: str, start: int) -> int:
    """Return where the last line's end or the last but one sentence's end before `start` stands, or -1."""
    line = text.rfind("\n", 0, start)
    last = max(text.rfind(mark, line + 1, start) for mark in "。！？")
    return max(line, *(text.rfind(mark, line + 1, max(last, line + 1)) for mark in "。！？"))


def _follows(text: str, items: Sequence[Mention], group: Group, before: Group) -> bool:
    """Whether only holders in a list stand between two groups: 市委书记甲、市长乙."""
    place = before.end
    for item in items[before.last : group.first]:
        if item.type is not MentionType.PERSON or not re.fullmatch(
            r"[、，,和及与\s]?", text[place : item.span.start]
        ):
            return False
        place = item.span.end
    return re.fullmatch(r"[、，,和及与]", text[place : group.start]) is not None


def _elected_next(text: str, items: Sequence[Mention], group: Group, before: Group) -> bool:
    """Whether a group is the next of a list of elections: 选举甲为主席，乙、丙为副主席，丁为秘书长."""
    people = items[before.last : group.first]
    if not people or any(item.type is not MentionType.PERSON for item in people):
        return False
    joint = text[before.end : people[0].span.start]
    return (
        joint in ("，", "；", "、") and _MADE.fullmatch(text[people[-1].span.end : group.start]) is not None
    )


def _anchor_of_level(office: Office, before: Group) -> Mention | None:
    """Return what says of which place a bare 市长 is, where the office printed before it is of that level."""
    if not is_government_head(office.post.text):
        return None
    last = before.offices[-1]
    source = last.body or last.anchor
    level = _LEVEL.findall(head_of(office.post.text))
    if source is None or not level or _FIRM.search(source.text):
        return None
    return source if _LEVEL.findall(source.text)[-1:] == level[:1] else None
