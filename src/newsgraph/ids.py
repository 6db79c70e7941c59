"""Identifiers derived from content, so that two builds of overlapping archives agree."""

from __future__ import annotations

from hashlib import blake2b


def make_id(prefix: str, *parts: object) -> str:
    r"""Return ``prefix-`` followed by 12 hexadecimal digits of a hash of `parts`.

    The digest is BLAKE2b (RFC 7693) over the UTF-8 of the parts' ``str``, each preceded by its
    length, so that ``("ab", "c")`` and ``("a", "bc")`` differ. Lone surrogates are allowed.

    Examples
    --------
    >>> make_id("p", "李芳", "校长") == make_id("p", "李芳", "校长")
    True
    >>> make_id("p", "ab", "c") == make_id("p", "a", "bc")
    False
    """
    digest = blake2b(digest_size=6)
    for part in parts:
        raw = str(part).encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return f"{prefix}-{digest.hexdigest()}"
