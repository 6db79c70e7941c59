"""Single names read off a text."""

from __future__ import annotations

import pytest

from newsgraph.tag.names import read_chinese, read_foreign, read_name, read_run, readings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("王敏主持会议", "王敏"),
        ("陈国栋主持会议", "陈国栋"),
        ("初雪陪同会见", "初雪"),
        ("欧阳志远说", "欧阳志远"),
        ("江　波 李", "江　波"),
        ("李和平等人", "李和平"),
    ],
)
def test_read_chinese_ends_where_a_verb_begins(text: str, name: str):
    found = read_chinese(text, 0)
    assert found is not None
    assert text[found.start : found.end] == name


def test_read_chinese_wants_a_surname():
    assert read_chinese("的同志", 0) is None


def test_read_chinese_reads_no_form_of_address_as_a_given_name():
    assert read_chinese("王女士说", 0) is None


def test_read_foreign_stops_before_the_verb():
    found = read_foreign("索洛金抵达", 0)
    assert found is not None
    assert found.end == 3


def test_read_foreign_stops_before_a_conjunction() -> None:
    found = read_foreign("加奥和通布图", 0)
    assert found is None or found.end <= 2
    mongolian = read_foreign("孟和巴特尔说", 0)
    assert mongolian is not None
    assert mongolian.end == 5


def test_read_name_prefers_the_joined_name():
    text = "马丁·施密特说"
    found = read_name(text, 0)
    assert found is not None
    assert text[: found.end] == "马丁·施密特"


def test_read_run_splits_names_without_gaps():
    text = "陈国栋李春梅赵志强会见客人"
    assert [text[n.start : n.end] for n in read_run(text, 0, len(text))] == ["陈国栋", "李春梅", "赵志强"]


def test_read_run_is_bounded_on_a_line_of_surnames():
    assert len(read_run("王李张刘陈杨" * 5, 0, 30)) <= 6


def test_a_photographers_credit_is_no_given_name() -> None:
    text = "温良恭　摄"
    assert all(name.end <= 3 for name in readings(text, 2))


def test_the_word_for_surname_is_no_surname() -> None:
    assert read_name("姓戴，", 0) is None


@pytest.mark.parametrize(
    "does",
    [
        "立即赶到",
        "深入乡镇",
        "充分肯定",
        "率队",
        "等陪同",
        "来到现场",
        "作主题推介",
        "致欢迎词",
        "曾任县长",
        "签订协议",
    ],
)
def test_read_chinese_ends_a_name_of_two_before_what_its_bearer_does(does: str):
    name = read_chinese(f"陈晓{does}", 0)
    assert name is not None and name.end == 2


@pytest.mark.parametrize("text", ["李方正在会上发言", "王志坚持续推进", "赵永立即将到任", "张有为任局长"])
def test_read_chinese_leaves_a_name_its_third_character(text: str):
    name = read_chinese(text, 0)
    assert name is not None and name.end == 3


def test_read_run_knows_the_names_that_the_body_prints():
    text = "熊楚覃绍向志出席"
    assert [text[n.start : n.end] for n in read_run(text, 0, 8, known={"熊楚", "覃绍", "向志"})] == [
        "熊楚",
        "覃绍",
        "向志",
    ]
