"""Word lists and lists of patterns in ``data/*.toml``: what grows by reading papers, kept apart from the
code that uses it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return ``data/<name>.toml`` parsed, read once."""
    return tomllib.loads((files("newsgraph.lexicon") / f"data/{name}.toml").read_text(encoding="utf-8"))


def words(name: str, key: str) -> tuple[str, ...]:
    """Return the list `key` of ``data/<name>.toml`` in its order; a string there is split at white space.

    Examples
    --------
    >>> words("places", "regions")[:2]
    ('亚洲', '欧洲')
    """
    value = table(name)[key]
    return tuple(value.split() if isinstance(value, str) else value)


def alternatives(name: str, key: str) -> str:
    """Return a regular expression for any pattern of the list `key`, the earlier ones tried first.

    Examples
    --------
    >>> import re
    >>> re.fullmatch(alternatives("bodies", "mass"), "妇联") is not None
    True
    """
    return f"(?:{'|'.join(words(name, key))})"
