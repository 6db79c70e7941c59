"""Where a recognised name really begins and ends: pairs of marks made whole, what is no part of a name cut off."""

from __future__ import annotations

import re
from dataclasses import replace

from newsgraph.tag.candidates import Candidate
from newsgraph.tag.gazetteer import place_names

_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))
_REACH = 16
"""How far before a name, in characters, the opening mark of what its closing mark ends is looked for."""

_BEFORE = re.compile(r"(?:(?![“《（(’'])\W)+")
_BEHIND = re.compile(r"(?:(?![”》）)])\W)+$")
_ACCOUNT = re.compile(r"(?:官方)?(?:微信)?(?:公众号|微博账号|客户端)$")
_JOINT = re.compile(r"[与和及]$")
_JOINED = frozenset({"ORG", "PLACE", "PROJECT", "EVENT"})
_NO_PART = re.compile(
    r"(?:[两三四五六七八九十](?:[省县州]|省?市|省?区|地)|[干支]流|上游|沿[线岸]|[两东西南北]岸|以[东西南北]|境内|一带|周边|源头|河?畔)$"
)
"""What follows a place and is no part of it; of 78 such behind places of the training texts 78 are outside."""


def with_edges(text: str, name: Candidate) -> Candidate | None:
    """Return a recognised name with its edges mended, or ``None`` where nothing is left of it.

    Examples
    --------
    >>> text = "在“云台书香”读书节上，川陕甘三省"
    >>> mended = with_edges(text, Candidate(2, 10, "EVENT", 0.8, "ner"))
    >>> text[mended.start : mended.end]
    '“云台书香”读书节'
    """
    start, end = _paired(text, name.start, name.end)
    if lead := _BEFORE.match(text, start, end):
        start = lead.end()
    if tail := _BEHIND.search(text[start:end]):
        end = start + tail.start()
    if name.label == "ORG" and (tail := _ACCOUNT.search(text[start:end])):
        end = start + tail.start()
    if name.label in _JOINED and _JOINT.search(text[start:end]) and not place_names(text).ending_at(end):
        end -= 1
    if name.label == "ORG" and text.startswith("“", start) and text.endswith("”", start, end):
        start, end = start + 1, end - 1
    if name.label == "PLACE" and (tail := _NO_PART.search(text[start:end])) and tail.start() >= 2:
        end = start + tail.start()
    return replace(name, start=start, end=end) if start < end else None


def _paired(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with the other half of a quotation mark or bracket of which it holds one, or without it."""
    for left, right in _PAIRS:
        surplus = text.count(left, start, end) - text.count(right, start, end)
        if surplus == 1 and text.startswith(right, end):
            end += 1
        elif surplus == 1 and text.startswith(left, start):
            start += 1
        elif surplus == -1 and text.endswith(right, start, end):
            end -= 1
        elif surplus == -1 and left == "“":
            at = text.rfind(left, max(0, start - _REACH), start)
            whole = at >= 0 and not re.search(rf"[{right}\n。，；]", text[at:start])
            start = at if whole else start
    return start, end
