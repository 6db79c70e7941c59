"""The words of the press that report events: ``triggers.toml``, compiled.

Patterns are regular expressions over folded text (`newsgraph.link.skeleton`). Nouns say what kind of event
a name is; verbs, what their subject and their objects do there; role words, what a person does at an event
already spoken of.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from newsgraph.link.skeleton import BODY, DATE, EVENT, PERSON, PLACE, POST, PROJECT, QUOTE, WORK
from newsgraph.model import EventType, Role

_SYMBOLS = {
    "P": PERSON,
    "O": BODY,
    "L": PLACE,
    "J": PROJECT,
    "E": EVENT,
    "T": POST,
    "D": DATE,
    "Q": QUOTE,
    "W": WORK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """What the arguments of an event's verb are there: its subject, the names behind 与, the objects."""

    type: EventType
    pattern: re.Pattern[str]
    subject: Role | None = None
    partner: Role | None = None
    object: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Words that point at one of an article's events, and the types it may have, best first."""

    pattern: re.Pattern[str]
    types: tuple[EventType, ...]


def _alternatives(words: str) -> str:
    joined = "|".join(words.split())
    return re.sub(r"<([POLJETDQW])>", lambda match: _SYMBOLS[match[1]], joined)


def _compile(words: str) -> re.Pattern[str]:
    return re.compile(_alternatives(words))


def _verb(row: dict[str, str]) -> Verb:
    behind = "".join(f"(?<!{word})" for word in row.get("not_after", "").split())
    ahead = f"(?!{_alternatives(row['not_before'])})" if "not_before" in row else ""
    roles = {name: Role(row[name]) for name in ("subject", "partner", "object") if name in row}
    pattern = re.compile(f"{behind}(?:{_alternatives(row['words'])}){ahead}")
    return Verb(type=EventType(row["type"]), pattern=pattern, **roles)


def _pointers(rows: list[dict[str, Any]]) -> tuple[Pointer, ...]:
    return tuple(
        Pointer(pattern=_compile(row["words"]), types=tuple(map(EventType, row["types"]))) for row in rows
    )


_TABLE = tomllib.loads(files("newsgraph.link").joinpath("triggers.toml").read_text(encoding="utf-8"))
_WORDS = {name: _compile(words) for name, words in _TABLE["words"].items()}

_HEADS = tuple((EventType(type), _compile(words)) for type, words in _TABLE["nouns"].items())
_ENDINGS = tuple((EventType(type), _compile(words)) for type, words in _TABLE["endings"].items())
EVENT_NOUN = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _HEADS))
"""Any head noun of an event's name."""

HELD = _WORDS["holding"]
MUTUAL = _WORDS["mutual"]
REMOTE = _WORDS["remote"]
TO_COME = _WORDS["to_come"]
PAST = _WORDS["past"]
BACKGROUND = _WORDS["background"]
CALLED_OFF = _WORDS["called_off"]
NO_EVENTS = _WORDS["no_events"]
OPENINGS = _WORDS["opening"]
NO_OPENING = _WORDS["no_opening"]
ORGANIZING = _WORDS["organizing"]
SAYING = _WORDS["saying"]
COLLECTIVE_SPEAKER = _WORDS["collective_speaker"]
TO_REPORTER = _WORDS["to_reporter"]
GOVERNED_ADJACENT = _WORDS["governed_adjacent"]
GOVERNING = _WORDS["governing"]
DEED = _WORDS["deed"]

VERBS: tuple[Verb, ...] = tuple(map(_verb, _TABLE["verbs"]))
ROLE_VERBS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (Role(role), _compile(words)) for role, words in _TABLE["roles"].items()
)
GOVERNED_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (Role(row["role"]), re.compile(_alternatives(word)))
    for row in _TABLE["governed"]
    for word in row["words"].split()
)
CUES = _pointers(_TABLE["cues"])
OBJECTS = _pointers(_TABLE["objects"])

ROLELESS = (EventType.MESSAGE, EventType.APPOINTMENT)
"""Events at which nobody speaks, chairs or attends: only what their own verbs say."""


def type_of_name(name: str) -> EventType | None:
    """Return the type of an event by the head noun of its name, ``None`` where no head is known.

    Examples
    --------
    >>> [str(type_of_name(name)) for name in ("全市项目集中签约仪式", "市委常委会会议", "第三届荷花文化节")]
    ['signing', 'meeting', 'activity']
    """
    best: tuple[int, int] | None = None
    chosen: EventType | None = None
    for type, pattern in _HEADS:
        for match in pattern.finditer(name):
            key = (match.end(), match.end() - match.start())
            if best is None or key > best:
                best, chosen = key, type
    return chosen


def type_of_mention(name: str) -> EventType | None:
    """Return the type of a tagged EVENT name by its head, else its ending; of an anniversary ``None``."""
    bare = name.rstrip("”）)")
    ending = next((type for type, pattern in _ENDINGS if pattern.search(bare)), None)
    return type_of_name(name) or ending
