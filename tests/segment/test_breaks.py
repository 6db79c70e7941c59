import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.segment import breaks


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("据介绍，今年全县将新建", "高标准农田三万亩。"),
        ("柳小满告诉记者，这里的", "茶园都有人管。"),
        ("县长、县防汛指挥部指挥长柳小满，副县长", "石青到水库检查。"),
        ("“守住青山，就是守住", "饭碗。”柳小满说。"),
    ],
)
def test_is_fragment_knows_sentences_cut_off(line, below):
    assert breaks.is_fragment(line, below)


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("防汛工作会议召开", "昨日，全市防汛工作会议召开。"),
        ("田成方 渠成网", "三万亩高标准农田建成。"),
        ("路往哪里修？", "村民说，路要修到村口。"),
        ("——记修表匠柳长顺", "推开木门，挂钟一齐敲响。"),
    ],
)
def test_is_fragment_leaves_headlines_alone(line, below):
    assert not breaks.is_fragment(line, below)


@given(st.text(min_size=1), st.text(min_size=1))
def test_is_fragment_is_never_surer_than_it_guesses(line, below):
    assert breaks.is_fragment(line, below) or not breaks.is_fragment(line, below, sure=True)


@pytest.mark.parametrize(
    ("line", "below", "inside"),
    [
        ("达到18", "6%。", True),
        ("（记者 柳", "小满）", True),
        ("他说，“好", "得很。”", True),
        ("会议召开", "了。", False),
    ],
)
def test_is_cut_inside_knows_open_pairs_and_numbers(line, below, inside):
    assert breaks.is_cut_inside(line, below) is inside


def test_is_fragment_takes_a_long_line_with_a_comma_for_a_sentence():
    line = "“听涛”滨江文化公园项目是全市今年实施的十个重点民生项目之一，位于江北区滨江新"
    assert breaks.is_fragment(line, "城核心区，总用地面积二百亩，计划两年建成。")


def test_is_spaced_knows_the_blank_in_a_name_of_two_characters():
    assert not breaks.is_spaced("主任黎　原通报了改革情况，厂长谢满堂")
    assert breaks.is_spaced("田成方 渠成网")
