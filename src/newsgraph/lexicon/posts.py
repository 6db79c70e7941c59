"""Posts of party, state, firms, schools and societies: their heads, and what composes a printed post.

A post is ranks and a head: 常务副市长 is 常务 + 副 + 市长. The head says what kind of body it belongs to.

References
----------
``data/posts.toml`` follows the rules of the offices themselves (constitution, organic laws, company law,
ranks of the civil service) and was checked against what occurs in annotated news.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsgraph.lexicon.tables import table

HEADS_LIST = r"[ 　]*(?:[（(][^）)\n]{1,16}[）)])?[：:]"
"""Pattern of what stands behind a post over those that hold it: 主任：, 委员（按姓氏笔画为序）：."""


def words(kind: str) -> tuple[str, ...]:
    """Return one list of ``data/posts.toml``, which says what each of them is for.

    Parameters
    ----------
    kind : str
        ``units``, ``heads``, ``departments``, ``committees``, ``ranks``, ``weak_heads``, ``academic_heads`` …
    """
    return tuple(table("posts")[kind])


def guards() -> dict[str, tuple[str, str]]:
    """Return the patterns of what may not stand before and behind a head, by head."""
    return {head: (before, after) for head, (before, after) in table("posts")["guards"].items()}


def pattern(kind: str) -> str:
    """Return a regular expression of ``data/posts.toml``, a list of them joined as alternatives."""
    value = table("posts")[kind]
    return value if isinstance(value, str) else "|".join(value)


def one_of(items: tuple[str, ...]) -> str:
    """Return a pattern for one of `items`, the longest that fits."""
    return "|".join(sorted(map(re.escape, items), key=len, reverse=True))


@lru_cache(maxsize=4096)
def head_of(post: str) -> str:
    """Return the head of a post, without what modifies it.

    Examples
    --------
    >>> head_of("常务副市长"), head_of("副局长"), head_of("永远名誉会长"), head_of("总经理")
    ('市长', '局长', '会长', '总经理')
    """
    for modifier in words("modifiers"):
        rest = post.removeprefix(modifier)
        if rest != post and len(rest) >= 2 and not (modifier == "总" and rest in words("after_total")):
            return head_of(rest)
    return post


@lru_cache(maxsize=4096)
def is_collective(post: str) -> bool:
    """Whether a post names a whole bench and no office: 市领导, 校领导, 县四套班子领导."""
    return re.search(r"领导(?:同志|人)?$", post) is not None


@cache
def _government() -> re.Pattern[str]:
    heads = one_of(words("government_heads"))
    return re.compile(rf"(?:常务副|第一副|代理|副|代)?(?:{heads})(?:助理)?|自治区(?:常务)?副?主席|副?知州")


@lru_cache(maxsize=4096)
def is_government_head(post: str) -> bool:
    """Whether a post by itself belongs to a place's government: 市长, 常务副县长, 代州长, 市长助理."""
    return _government().fullmatch(post) is not None


@cache
def _acting() -> re.Pattern[str]:
    return re.compile(rf"代理(?=(?:{one_of(words('government_heads'))}|主任|主席)$)")


@lru_cache(maxsize=4096)
def office_post(post: str) -> str:
    """Return the post that two printed forms are of: 代理市长 is 代市长.

    Examples
    --------
    >>> office_post("代理市长"), office_post("代主任"), office_post("代理院长")
    ('代市长', '代主任', '代理院长')
    """
    return _acting().sub("代", post)


@lru_cache(maxsize=4096)
def belongs_to_state(post: str) -> bool:
    """Whether a post names its own body, whatever stands before it in a list: 国家主席, 国务委员."""
    return re.fullmatch("国家副?主席|国务委员|国家元首|人大代表|政协委员|国王|总统", post) is not None


@lru_cache(maxsize=4096)
def names_department(post: str) -> bool:
    """Whether a post holds its department's name: 外交部长, 公安局长, 外长."""
    return re.fullmatch("[^副常代总第一二三]{2,6}(?:部长|局长|厅长|大臣)|[外财防]长", post) is not None


@lru_cache(maxsize=4096)
def takes_list(post: str) -> bool:
    """Whether several persons hold a post at once, so that a list may follow: 副主任, 委员, 市领导."""
    post = re.sub(r"\s", "", post)
    return "副" in post or is_collective(post) or post.endswith(words("plural_heads"))


@lru_cache(maxsize=4096)
def body_pattern(post: str) -> re.Pattern[str] | None:
    """Return what the names of bodies that have such a post end with; ``None`` where that says too little.

    Examples
    --------
    >>> bool(body_pattern("副校长").search("第二中学")), bool(body_pattern("局长").search("第二中学"))
    (True, False)
    >>> body_pattern("书记") is None
    True
    """
    head = head_of(post)
    ending = table("posts")["body_endings"].get(head)
    if ending is None and head.endswith("长") and head not in words("needs_printed_body"):
        ending = None if names_department(head) else re.escape(head[:-1])
    return re.compile(f"(?:{ending})$") if ending else None
