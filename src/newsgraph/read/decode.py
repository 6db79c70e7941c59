"""Bytes of a page to text: UTF-8, UTF-16 or GB18030, with or without a byte order mark."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from newsgraph.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CANDIDATES = ["gb18030", "utf_16_le", "utf_16_be"]
_DAMAGE = 0.02  # share of unreadable characters up to which a file is UTF-8 with flaws and not something else

_COMMON_BIG5 = range(0xA4, 0xC7)  # first bytes of Big5's 5,401 common characters
_MOSTLY = 0.8  # the least share of these in Big5


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, the codec's name, and what the reader should know of it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(raw: bytes) -> Decoded:
    """Return the text of a file.

    A byte order mark decides; else strict UTF-8 where it fits; else charset-normalizer chooses between
    GB18030 and UTF-16 without a mark. UTF-8 with a few broken bytes stays UTF-8: each is one U+FFFD, with a
    warning.

    Raises
    ------
    InputError
        If `raw` is no text in any of these; of Big5 the message says so.

    Examples
    --------
    >>> decode("市长主持召开会议。".encode("gb18030")).encoding
    'gb18030'
    """
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, codec)
    if b"\0" not in raw:
        try:
            return Decoded(raw.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
        damaged = _damaged_utf8(raw)
        if damaged is not None:
            return damaged
    best = from_bytes(raw, cp_isolation=_CANDIDATES).best()
    text = "" if best is None else str(best)
    if (best is None or best.encoding != "gb18030") and _is_big5(raw):
        raise InputError(
            "looks like Big5: want UTF-8, UTF-16 or GB18030; convert it (iconv -f BIG5-HKSCS -t UTF-8 OLD > NEW),"
            " and its characters to simplified ones (opencc -c t2s), which newsgraph reads best"
        )
    if best is None or not text or "\0" in text:
        raise InputError("is no text: want UTF-8, UTF-16 or GB18030; save the page as a text file")
    return Decoded(text, best.encoding.replace("_", "-"))


def _is_big5(raw: bytes) -> bool:
    """Whether `raw` is Big5: most of it common Chinese characters, as Big5 numbers them.

    GB18030 is nearly always Big5 as well, of rare characters; its text has to be ruled out before.
    """
    try:
        text = raw.decode("big5hkscs")
    except UnicodeDecodeError:
        return False
    han = [char for char in text if "\u3400" <= char <= "\u9fff"]
    n_common = sum(char.encode("big5hkscs")[0] in _COMMON_BIG5 for char in han)
    return len(han) * 2 > len(text) and n_common > _MOSTLY * len(han)


def _strict(raw: bytes, codec: str) -> Decoded:
    name = codec.removesuffix("-sig")
    try:
        return Decoded(raw.decode(codec), name)
    except UnicodeDecodeError as err:
        raise InputError(
            f"starts with the mark of {name.upper()} but byte {err.start} behind it does not fit; "
            "save it again"
        ) from err


def _damaged_utf8(raw: bytes) -> Decoded | None:
    text = raw.decode("utf-8", errors="replace")
    n_bad, n_wide = text.count("\ufffd"), sum(char > "\u2000" for char in text)
    if n_bad > max(1, _DAMAGE * n_wide) or n_wide < 10:
        return None
    return Decoded(text, "utf-8", (f"unreadable bytes were replaced by \ufffd ({n_bad} of them)",))
