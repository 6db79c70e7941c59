"""Whether a text is a web page's source and not the words on it."""

from __future__ import annotations

import re

_HEAD = re.compile(
    r"\s*+(?:(?><\?xml[^>]*>|<!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body|meta|title|script|style)\b",
    re.I | re.S,
)
_TAG = re.compile(
    r"</?(?:a|article|b|br|center|div|font|h[1-6]|hr|img|li|link|meta|ol|p|script|section|span|strong|style|table"
    r"|tbody|td|th|title|tr|ul)(?:\s[^<>]*)?/?>",
    re.I,
)
FEWEST_TAGS, FURTHEST_APART = 10, 200
"""Tags, and characters for each, from which on a text is full of them; printed pages have none."""


def is_html(text: str) -> bool:
    """Return whether `text` begins as HTML does, or is full of its tags.

    Examples
    --------
    >>> is_html("<!DOCTYPE html><p>市长主持召开会议。"), is_html("市长主持召开会议。")
    (True, False)
    >>> is_html("<p>市长主持召开会议。</p>\\n" * 5), is_html("市长为<b>会议</b>致辞。")
    (True, False)
    """
    if _HEAD.match(text):
        return True
    n_tags = sum(1 for _ in _TAG.finditer(text))
    return n_tags >= FEWEST_TAGS and n_tags * FURTHEST_APART >= len(text)
