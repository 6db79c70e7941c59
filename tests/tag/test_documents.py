"""Titles and numbers of documents, in which nothing is a mention."""

from __future__ import annotations

import pytest

from newsgraph.tag.documents import find_documents


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市政府发文（云政任〔2012〕3号），任命某人。", ["云政任〔2012〕3号"]),
        ("根据云岭政发[2009]第12号文件精神", ["云岭政发[2009]第12号"]),
        ("云岭路12号，2012年3号文件", []),
        ("《云岭市条例》", ["《云岭市条例》"]),
    ],
)
def test_documents_of_a_sentence(text: str, found: list[str]) -> None:
    assert [text[c.start : c.end] for c in find_documents(text)] == found
