"""Reading one personal name off a text at a given place: Chinese, run into verbs, or transliterated."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace

from newsgraph.lexicon.persons import ABSENT, COMPOUND_SURNAMES, name_table, words

_LENGTH_PRIOR = {1: -1.2, 2: -0.3}
"""ln of the share of given names of one and of two characters."""

_SPACES = " 　"
_SURNAME_WORD = "姓"
"""Names a surname (姓戴) and is none."""
_NOT_GIVEN = frozenset("摄文图绘男女")
"""What stands behind a space after a name and says what its bearer made, or of what sex a candidate is."""
_JOINTS = "·•‧・∙⋅"
UNKNOWN_AFTER, _MOST_AFTER = -1.0, 2.5
_DEED, _DEEDS = 3.0, frozenset(words("deeds"))
_WORD_PENALTY = 2.5
ADDRESS = re.compile("|".join(words("address")))
"""Forms of address that follow a surname alone."""
COMES = re.compile(
    "来(?:访(?!问)|[\u4e00-\u9fff](?:视察|调研|考察|检查|指导|督查|督导|访问|参观|慰问|开展|出席|参加|宣讲|授课|洽谈|巡视|专题|专程|看望|走访|座谈))"
)
"""What somebody does who is named before it: comes to a place of one character (来衡视察), or calls (来访)."""
_VERB = re.compile(
    f"{COMES.pattern}|"
    "强调(?![研任查整度离出入往到动])|座谈|安排|签[订约署]|交[换流]|握手|明确(?![保认定立实])|向[^，。；]|"
    "为[^，。；为]{1,16}?(?:揭幕|揭牌|剪彩|授牌|授旗|颁奖|颁发|佩戴|送上)|"
    "正在(?![会京市省县全座讲])|立(?:即(?!将)|刻)|充分|深入|当[即场]|随[即后]|亲[自切]|高度|坚持(?!续)|建议|详细|仔细|认真|实地|"
    "全程|先后|共同|坦言|直言|传达|点评|主讲|卸任|连任|祖籍|籍贯|曾(?:任|在|于|经|先|多次|对|就)|"
    "来(?:到|我[省市县区州旗])|等(?=[陪出参一主分先见同到深])|率(?:队|团|领|[^，。；]{2,12}(?:组|团|一行))|"
    "致(?:开幕|闭幕|欢迎|答谢|[贺祝]?[辞词])|作(?!作)[^，。；]{0,8}(?:报告|讲话|发言|说明|推介|点评|汇报|部署|介绍|总结|演讲)|"
    "边[\u4e00-\u9fff]{1,2}边|连[连声]|一大早|[凑挤]上前|快人快语|独得|简要|信心|手把手|哽咽|察看|聆听|担心|"
    "和(?:妻子|丈夫|老伴|儿子|女儿|家人|父亲|母亲|邻居|同事|队友|战友|工友)|高兴|参会|因[公病]|"
    "还(?:要求|强调|指出|就|对|到|来|深入|看望|走访|会见|参加|出席)|也(?:表示|参加|出席|来到|到)|已(?:于|经)|将(?:于|赴|率|出席)"
)
"""What somebody does who is named before it: its first character also ends names."""
_APPOINTS = re.compile("任命|选举|补选|推选|聘任|增补")
_APPOINTED = re.compile("为(?!任|同志|等|、)[^，。；\n]{2,30}(?:长|主任|书记|主席|委员|审判员|检察员|代表)")
_APPOINTED_WITHIN = 80
"""What somebody is made (任命陈晓为某局局长), where 为 does not end his name."""
_VERB_PENALTY = 8.0
_LIKELY_ALONE, _FOLLOWED = 1.0, 1.5
_KNOWN = 12.0
"""What it adds to a name's score that it is printed elsewhere behind a post."""
_AFTER_FOREIGN = words("after_foreign")
_LONGEST_FOREIGN, _LONGEST_PART = 24, 7


@dataclass(frozen=True, slots=True)
class Name:
    """A name in ``text[start:end]``; `score` is its log-odds against running text, what follows included."""

    start: int
    end: int
    score: float
    foreign: bool = False


def is_han(character: str) -> bool:
    """Whether a character is a Chinese character of the basic block."""
    return "\u4e00" <= character <= "\u9fff"


def after_score(text: str, end: int) -> float:
    """Return the log-odds of what stands at `end` as something that follows a name."""
    if end >= len(text):
        return 2.0
    pair = name_table("after2").get(text[end : end + 2])
    if text[end : end + 2] in _DEEDS:
        return max(pair or 0.0, _DEED) + 1.0
    if pair is not None:
        return pair + 1.0 if pair >= 2.0 else pair
    single = name_table("after1").get(text[end])
    if single is not None:
        return min(single, _MOST_AFTER) if is_han(text[end]) else max(single, 1.0)
    return UNKNOWN_AFTER if is_han(text[end]) else 1.5


def ends_in_verb(text: str, start: int, end: int) -> bool:
    """Return whether the last character of a name of three or more is a verb's (陈志安 before 排工作), and the name
    stands nowhere else.

    Examples
    --------
    >>> ends_in_verb("行长陈志安排工作", 2, 5), ends_in_verb("陈志强调研", 0, 3), ends_in_verb("与陈晓签约", 1, 4)
    (True, False, True)
    """
    verb = _VERB.match(text, end - 1) if end - start > 2 else None
    if verb is None and end - start > 2 and _APPOINTS.search(text, max(0, start - _APPOINTED_WITHIN), start):
        verb = _APPOINTED.match(text, end - 1)
    return verb is not None and text.count(text[start:end]) == text.count(text[start : end + 1])


def read_chinese(text: str, start: int, *, rare_surname: float | None = None) -> Name | None:
    """Return the likeliest Chinese name that begins at `start`, or ``None`` where no surname stands there.

    `rare_surname` is the log-odds to give a character that no list knows as a surname; by default it is none.
    Names of two characters may be printed with a space inside (江　某).
    """
    scored = [
        replace(
            name,
            score=name.score
            + after_score(text, name.end)
            - _VERB_PENALTY * ends_in_verb(text, name.start, name.end),
        )
        for name in readings(text, start, rare_surname)
    ]
    return max(scored, key=lambda name: name.score, default=None)


def _given_names(text: str, at: int) -> list[tuple[int, float]]:
    """Return the possible ends of a given name that begins at `at`, with the log-odds of its characters."""
    table = name_table
    found: list[tuple[int, float]] = []
    if text[at : at + 1] and text[at] in _SPACES:
        at += 1
        if text[at : at + 1] in _NOT_GIVEN:
            return found
        if text[at : at + 1] and is_han(text[at]) and not is_han(text[at + 1 : at + 2] or "。"):
            found.append((at + 1, table("only").get(text[at], ABSENT) + 1.0))
        elif text[at : at + 1] and is_han(text[at]) and text[at - 1] == "　":
            found.append((at + 1, table("only").get(text[at], ABSENT) + _LENGTH_PRIOR[1]))
        return found
    if text[at : at + 1] and is_han(text[at]):
        found.append((at + 1, table("only").get(text[at], ABSENT) + _LENGTH_PRIOR[1]))
        if text[at + 1 : at + 2] and is_han(text[at + 1]):
            first, second = table("first").get(text[at], ABSENT), table("second").get(text[at + 1], ABSENT)
            found.append((at + 2, first + second + _LENGTH_PRIOR[2]))
    return found


def read_run(text: str, start: int, end: int, *, known: Set[str] = frozenset(), most: int = 6) -> list[Name]:
    """Return Chinese names printed without a gap from `start` on: 甲甲甲乙乙会见 in a headline.

    At least two names and at most `most`; each must be likely without what follows it, or `known` from elsewhere, and
    the last be followed by what follows names.
    """
    best: list[Name] = []
    for first in _likely(text, start, known):
        if first.end >= end or most < 2:
            continue
        rest = read_run(text, first.end, end, known=known, most=most - 1)
        if not rest:
            last = [n for n in _likely(text, first.end, known) if _ends_well(text, n.end)]
            rest = [max(last, key=lambda n: n.score + after_score(text, n.end))] if last else []
        if rest and sum(n.score for n in [first, *rest]) > sum(n.score for n in best):
            best = [first, *rest]
    return best


def _likely(text: str, start: int, known: Set[str]) -> list[Name]:
    """Return the names that may begin at `start` whatever follows; those that are `known` first of all."""
    names = [
        replace(name, score=name.score + _KNOWN * (text[name.start : name.end] in known))
        for name in readings(text, start)
    ]
    return [name for name in names if name.score >= _LIKELY_ALONE]


def _ends_well(text: str, end: int) -> bool:
    return after_score(text, end) >= _FOLLOWED


def readings(text: str, start: int, rare_surname: float | None = None) -> list[Name]:
    """Return the Chinese names that may begin at `start`, scored without what follows; none holds 某."""
    found = []
    for length in (2, 1):
        surname = text[start : start + length]
        if surname == _SURNAME_WORD:
            continue
        weight = name_table("surname").get(surname, rare_surname if is_han(surname[:1] or " ") else None)
        if weight is None or (length == 2 and surname not in COMPOUND_SURNAMES):
            continue
        if not ADDRESS.match(text, start + length):
            for end, given in _given_names(text, start + length):
                penalty = _WORD_PENALTY if text[start:end] in name_table("word") else 0.0
                if "某" not in text[start:end] and text[start + length : end] not in _DEEDS:
                    found.append(Name(start, end, weight + given - penalty))
    return found


def read_foreign(text: str, start: int) -> Name | None:
    """Return the likeliest transliterated name that begins at `start`, with or without ·."""
    table = name_table("foreign")
    total, n_read, part = 0.0, 0, 0
    best: Name | None = None
    if text.startswith(_SURNAME_WORD, start):
        return None
    for end in range(start, min(len(text), start + _LONGEST_FOREIGN)):
        character = text[end]
        if n_read and text.startswith(_AFTER_FOREIGN, end):
            break
        if character in _JOINTS or (character == "-" and n_read):
            if end == start:
                return None
            total, part = total + 3.0, 0
            continue
        if not is_han(character):
            break
        if character == "和" and part > 1:  # a conjunction; Mongolian names have it behind one (孟和巴雅尔)
            break
        value = table.get(character, ABSENT)
        total += value
        n_read, part = n_read + 1, part + 1
        if part > _LONGEST_PART or (n_read > 1 and (total < -1.0 or value < -2.5)):
            break
        score = total + after_score(text, end + 1)
        if (
            n_read >= 2
            and (best is None or score > best.score)
            and text[end + 1 : end + 2] not in tuple(_JOINTS)
        ):
            best = Name(start, end + 1, score, foreign=True)
    return best


def joint_start(text: str, joint: int, floor: int) -> int:
    """Return where the part of a transliterated name before the · at `joint` begins, not before `floor`."""
    table = name_table("foreign")
    best, total, start = 0.0, 0.0, joint
    for at in range(joint - 1, max(floor, joint - 9) - 1, -1):
        if not is_han(text[at]):
            break
        total += table.get(text[at], ABSENT)
        if total < best - 2.5:
            break
        if total >= best:
            best, start = total, at
    return start


def read_name(text: str, start: int) -> Name | None:
    """Return the likelier of the Chinese and the transliterated name that begins at `start`."""
    chinese, foreign = read_chinese(text, start), read_foreign(text, start)
    if foreign is None or (chinese is not None and not _is_foreign(text, foreign, chinese)):
        return chinese
    return foreign


def _is_foreign(text: str, foreign: Name, chinese: Name) -> bool:
    """Whether a longer transliterated reading beats the Chinese one."""
    printed = text[foreign.start : foreign.end]
    if re.search(f"[{_JOINTS}]", printed):
        return True
    return foreign.end - foreign.start > chinese.end - chinese.start and foreign.score > chinese.score + 2.0
