"""Offices that the text gives nobody yet, or denies: 提名甲为市长, 甲有望出任市长, 甲未当选市长."""

from __future__ import annotations

import re

from newsgraph.model import Span

_TAKES_UP = r"(?:[任为]|当选|连任|履新)"
_WITHIN = r"[^，。；、\n]{0,10}?"
_REACH = 24
"""Characters looked at before the holders."""
_TO_COME = re.compile(
    rf"(?:拟|有望|(?<![仍还])将(?![军领]|会?继续|连任|第.{{1,2}}次)|可能|争取){_WITHIN}{_TAKES_UP}$|(?:提名|推荐|举荐)为?$|[被获](?:提名|推荐)(?:担任|出任)$"
)
_PROPOSES = re.compile(r"(?:提名|推荐|举荐|建议|拟(?:任命|聘任|聘请|任用))了?[^，。；、的命选聘免\n]{0,16}$")
_PROPOSED = re.compile(r"的?(?:唯一)?(?:候选人|建议人选|考察人选|人选|提名)")
_NOT = re.compile(rf"(?:未(?!来)|没有|没能|并非|不是|不会|不曾|落选|拒绝|婉拒|谢绝){_WITHIN}{_TAKES_UP}?$")
_FALSE = re.compile(
    r"的?(?:传言|传闻|谣言|谣传|说法|消息|报道|信息)[^。！？\n]{0,12}?(?:不实|不属实|失实|虚假|谣言|谣传|子虚乌有|没有根据|毫无根据)"
)


def is_proposed(text: str, holders: Span, posts: Span) -> bool:
    """Whether `posts` are told as a nominee's, or as still to come, of the holders before them.

    Examples
    --------
    >>> is_proposed("提名甲为市长候选人", Span(2, 3), Span(4, 6)), is_proposed("甲将出任市长", Span(0, 1), Span(4, 6))
    (True, True)
    >>> is_proposed("根据提名，任命甲为市长", Span(7, 8), Span(9, 11))
    False
    """
    said = (
        _TO_COME.search(text[holders.end : posts.start])
        or _PROPOSES.search(text, max(0, holders.start - _REACH), holders.start)
        or _PROPOSED.match(text, posts.end)
    )
    return said is not None


def is_denied(text: str, holder: Span, posts: Span) -> bool:
    """Whether the text says that `posts` are not those of the holder before them.

    Examples
    --------
    >>> is_denied("甲未当选市长", Span(0, 1), Span(4, 6)), is_denied("甲将任市长的传言不实", Span(0, 1), Span(3, 5))
    (True, True)
    """
    if holder.end > posts.start:
        return False
    return (
        _NOT.search(text[holder.end : posts.start]) is not None or _FALSE.match(text, posts.end) is not None
    )
