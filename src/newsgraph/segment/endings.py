"""Short lines that end a region: who signed it, when, its telephones; and boxes of nothing but such lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgraph.model import ArticleKind
from newsgraph.segment import shapes
from newsgraph.segment.bylines import is_signature_line
from newsgraph.segment.paragraphs import Paragraph
from newsgraph.segment.region import Region

_LABELLED = re.compile(r"^[^，。：:\s]{1,6}[：:]\S")
_ABOUT = re.compile(r"^关于|(?:关于|的)$")
_NOTICE_HEAD_LINES = 3
_ENTRY = re.compile(r"^[^，。：:\s]{1,5}[行户号人址费价款名数期限][：:]\S")
_SIGNATURE_LINES = 4
_SIGNATURE_MAX = 24  # characters


def take_ending(last: Region, run: list[Paragraph]) -> list[Paragraph]:
    """Return the headline lines `run` without those at their head that end `last`, which are appended to it.

    A region of telephones or with an office's name under it turns out to be a notice.
    """
    if _turns_notice(last, run):
        last.kind = ArticleKind.NOTICE
    if last.closed or not run:
        return run
    if last.is_news:
        keep = _n_signature(last, run)
    elif last.kind in (ArticleKind.NOTICE, ArticleKind.ADVERT):
        keep = _n_notice_lines(last, run)
    else:
        return run
    last.append(run[:keep])
    last.closed = any(_is_signature(p.key) or is_signature_line(p.key) for p in run[:keep])
    return run[keep:]


def _n_signature(last: Region, run: Sequence[Paragraph]) -> int:
    """Return how many lines sign an article: its writer, or names and offices down to the day."""
    if last.is_open:
        return 0
    for i, paragraph in enumerate(run[:_SIGNATURE_LINES]):
        if shapes.SIGNED_DATE.match(paragraph.key):
            return i + 1
        if len(paragraph.text) > _SIGNATURE_MAX:
            break
    return int(is_signature_line(run[0].key))


def _n_notice_lines(last: Region, run: Sequence[Paragraph]) -> int:
    """Return how many lines go on with a notice or an advert."""
    keep = 0
    for i, paragraph in enumerate(run):
        text = paragraph.key
        if _announces(run[i : i + _NOTICE_HEAD_LINES]) or _is_day(run[keep - 1 : keep]):
            break
        follows = i == keep and (
            _is_signature(text)
            or (last.kind is ArticleKind.NOTICE and _is_list_line(text))
            or bool((_LABELLED if i else _ENTRY).match(text))
        )
        if follows or shapes.is_box_line(text):
            keep = i + 1
    return keep


def _is_day(line: Sequence[Paragraph]) -> bool:
    """Whether the line taken last is the day of issue, behind which nothing of a notice follows."""
    return bool(line and shapes.SIGNED_DATE.match(line[0].key))


def _announces(lines: Sequence[Paragraph]) -> bool:
    """Whether a notice's headline starts with these lines; the office that gives notice may stand above."""
    if len(lines) > 1 and lines[0].gap < lines[1].gap and shapes.is_signature(lines[0].key):
        return False  # it stands by the notice above
    for line in lines:
        if shapes.is_notice_head(line.key):
            return True
        if not shapes.is_signature(line.key) and not _ABOUT.search(line.key):
            return False
    return False


def _turns_notice(last: Region, run: list[Paragraph]) -> bool:
    """Whether two telephone lines, or an office and the day, under a few sentences say that these are no news."""
    if not last.is_brief or len(run) < 2:
        return False
    first, second = run[0].key, run[1].key
    signed = bool(shapes.is_signature(first) and shapes.SIGNED_DATE.match(second))
    return signed or (shapes.is_box_line(first) and shapes.is_box_line(second))


def _is_signature(text: str) -> bool:
    """Whether a line is the issuer's name or the day of issue, with which a notice ends."""
    return bool(shapes.is_signature(text) or shapes.SIGNED_DATE.match(text))


def _is_list_line(text: str) -> bool:
    """Whether a line is names in a row or an entry of a list."""
    words = re.split(r"[\s　、]+", text)
    return shapes.is_enumerated(text) or (len(words) > 2 and all(len(word) <= 4 for word in words))


def box_end(run: list[Paragraph]) -> int:
    """Return how many of the first lines are a box: up to its sponsor (宣), last detail or a gap."""
    end, announced = 0, False
    for i, paragraph in enumerate(run):
        text = paragraph.key
        if i and announced and _announces(run[i : i + _NOTICE_HEAD_LINES]):
            return i
        announced = announced or shapes.is_notice_head(text)
        if i and shapes.is_box_line(text) and not shapes.is_notice_head(text):
            end = i + 1
            if text.endswith("宣") and end < len(run):
                return end + 1 if shapes.is_contact(run[end].key) else end
    return end or (_widest_gap(run) if len(run) > 1 else 0)


def _widest_gap(run: list[Paragraph]) -> int:
    """Return where a wider white space than elsewhere cuts a run of lines in two, or 0."""
    gaps = [p.gap for p in run[1:]]
    widest = max(gaps)
    return gaps.index(widest) + 1 if widest >= 2 + min(gaps) and widest > 2 else 0
