"""Names by sound: surnames as people say them, phrases as dictionaries do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.view.pinyin import LONGEST, SURNAMES, spell, spell_all


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("曾望舒", ["zeng wang shu"]),
        ("单知远", ["shan zhi yuan"]),
        ("仇若溪", ["qiu ruo xi"]),
        ("解一诺", ["xie yi nuo"]),
        ("查文澜", ["zha wen lan"]),
        ("朴长宁", ["piao chang ning", "piao zhang ning"]),
        ("区怀瑾", ["ou huai jin"]),
        ("任听澜", ["ren ting lan"]),
        ("华如松", ["hua ru song"]),
        ("盖青原", ["ge qing yuan", "gai qing yuan"]),
        ("尉迟云起", ["yu chi yun qi"]),
        ("万俟若水", ["mo qi ruo shui"]),
        ("单于行", ["chan yu xing", "chan yu hang"]),
        ("吕绿衣", ["lv lv yi"]),
    ],
)
def test_spell_reads_surnames_as_surnames(name, readings):
    assert spell(name, person=True) == readings


def test_spell_reads_other_names_as_phrases():
    assert spell("曾经的单位") == ["ceng jing de dan wei"]
    assert spell("长沙银行行长") == ["chang sha yin hang hang zhang"]


def test_spell_all_gives_every_reading_once():
    assert spell_all(["覃望", "覃望", "Qin"], person=True) == "qin wang|tan wang"
    assert spell_all(["", "1978", "Joint Co."]) == ""


@given(st.text(max_size=60), st.booleans())
def test_spell_takes_any_text(name, person):
    for reading in spell(name, person=person):
        assert set(reading) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
        assert len(reading.split()) <= LONGEST + 1


def test_surnames_are_written_in_syllables():
    assert all(
        reading.split() and reading.isascii() for readings in SURNAMES.values() for reading in readings
    )
    assert all(
        len(reading.split()) == len(name) for name, readings in SURNAMES.items() for reading in readings
    )
