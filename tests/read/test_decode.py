import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.errors import InputError
from newsgraph.read.decode import decode

PAGE = "云溪日报\n2016年3月4日 星期五\n\n本报讯（记者 林小满）昨日下午，市长陶远主持召开会议。\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
@pytest.mark.parametrize("text", [PAGE, "市委召开会议", PAGE * 300])
def test_decode_finds_the_encoding(codec, name, text):
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, name, ())


@given(st.text(st.characters(min_codepoint=1, exclude_categories=["Cs"]), min_size=1))
def test_decode_round_trips_utf8_and_drops_the_mark_only(text):
    assert decode(codecs.BOM_UTF8 + text.encode("utf-8")).text == text


def test_decode_keeps_utf8_with_a_few_broken_bytes():
    raw = (PAGE * 30).encode("utf-8")
    decoded = decode(raw[:12] + b"\xff" + raw[12:])
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 1
    assert "(1 of them)" in decoded.warnings[0]


@pytest.mark.parametrize(
    "raw", [b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + b"\0\xd8" * 99]
)
def test_decode_refuses_binary(raw):
    with pytest.raises(InputError, match="is no text: want UTF-8, UTF-16 or GB18030"):
        decode(raw)


def test_decode_refuses_a_mark_that_lies():
    with pytest.raises(InputError, match="starts with the mark of UTF-8 but byte 0 behind it does not fit"):
        decode(codecs.BOM_UTF8 + b"\xff\xff")


@pytest.mark.parametrize("codec", ["big5", "big5hkscs"])
@pytest.mark.parametrize(
    "text", ["市委召開會議", "雲溪日報\n2016年3月4日\n昨日下午，市長陶遠主持召開會議，聽取報告。\n" * 9]
)
def test_decode_names_big5_and_how_to_convert_it(codec, text):
    with pytest.raises(
        InputError, match=r"^looks like Big5: want .* \(iconv -f BIG5-HKSCS -t UTF-8 OLD > NEW\)"
    ):
        decode(text.encode(codec))
