"""Persons in sentences of our own: where names stand, where they end, and where they come again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.tag.candidates import VETO, Candidate
from newsgraph.tag.persons import find_persons
from newsgraph.tag.posts import find_posts


def persons(text: str, *, least: float = 0.85, places: tuple[str, ...] = ()) -> list[str]:
    """Return the likely persons of `text` in order, posts being found by the grammar."""
    known = [Candidate(text.index(p), text.index(p) + len(p), "PLACE", 0.95, "test") for p in places]
    known += find_posts(text)
    found = {(c.start, c.end) for c in find_persons(text, known) if c.label == "PERSON" and c.score >= least}
    return [text[start:end] for start, end in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市委书记陈国栋主持会议。", ["陈国栋"]),
        ("居民围坐一起，楼组长徐阿婆说，好。", ["徐"]),
        ("副市长王敏、李春梅、赵志强及有关部门负责人参加。", ["王敏", "李春梅", "赵志强"]),
        ("县长欧阳志远说", ["欧阳志远"]),
        ("本报讯（记者 张小燕 通讯员 李伟）", ["张小燕", "李伟"]),
        ("（记者 江　波）", ["江　波"]),
        ("任命周文斌为某局局长，免去刘建军的某局局长职务", ["周文斌", "刘建军"]),
        ("村民杨秀兰告诉记者", ["杨秀兰"]),
        ("总统德米特里·安德烈耶维奇·索洛金抵达", ["德米特里·安德烈耶维奇·索洛金"]),
        ("副州长阿依古丽·买买提参加会见。", ["阿依古丽·买买提"]),
        ("总理古德蒙德松说", ["古德蒙德松"]),
        ("对某公司经理王某罚款", ["王某"]),
    ],
)
def test_find_persons_reads_names_where_print_puts_them(text: str, expected: list[str]):
    assert persons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "会议强调，要高度重视安全生产。",
        "全市马上行动，成功举办。",
        "任免名单如下：",
        "黄瓜、白菜等蔬菜供应充足。",
    ],
)
def test_find_persons_leaves_ordinary_words_alone(text: str):
    assert persons(text) == []


def test_find_persons_splits_a_headline_by_the_names_of_the_body():
    text = "陈国栋王敏见证签约\n市委书记陈国栋，副市长王敏见证签约。"
    assert persons(text)[:2] == ["陈国栋", "王敏"]


def test_find_persons_splits_a_headline_of_unknown_names():
    assert persons("陈国栋李春梅赵志强会见客人") == ["陈国栋", "李春梅", "赵志强"]


def test_find_persons_finds_the_short_form_of_a_transliterated_name():
    text = "总统伊戈尔·索洛金抵达。索洛金表示感谢。"
    assert persons(text) == ["伊戈尔·索洛金", "索洛金"]


def test_find_persons_takes_the_surname_before_a_title_of_somebody_named():
    assert persons("市长欧阳志远到会。欧阳市长说") == ["欧阳志远", "欧阳"]
    assert persons("王女士说") == ["王"]


def test_find_persons_gives_way_to_a_body_that_is_sure():
    assert persons("走进陈家镇、杨家村", places=("陈家镇",)) == []


def test_find_persons_vetoes_a_doctrine():
    text = "学习陈国栋新时代中国特色社会主义思想"
    assert [c.label for c in find_persons(text)] == [VETO]


@given(st.text(alphabet="市长王欧阳李小明·某先生、，。和阿尔·斯 　\n说", max_size=80))
def test_find_persons_gives_spans_inside_the_text(text: str):
    for candidate in find_persons(text, list(find_posts(text))):
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert 0 < candidate.score <= 1


def test_find_persons_parts_a_headline_that_runs_a_name_into_a_joined_one():
    text = "贺明川尼加提·艾孜热木讲话\n师长贺明川出席，副师长尼加提·艾孜热木主持。"
    assert persons(text) == ["贺明川", "尼加提·艾孜热木", "贺明川", "尼加提·艾孜热木"]


def test_what_a_list_says_of_sex_is_no_given_name() -> None:
    assert persons("候选人：\n郭海旺 男 汉族 校长", least=0.0).count("旺 男") == 0


def test_a_phrase_of_the_press_is_no_person() -> None:
    found = find_persons("官兵舍小家、守大家", [])
    assert [(c.start, c.end) for c in found if c.label == VETO] == [(2, 5)]


def test_find_persons_takes_how_colleagues_call_somebody_whom_the_text_names() -> None:
    text = "“快去喊老高！”老高就是队长高凤山。老林改造后，小米丰收。"
    assert persons(text) == ["老高", "老高", "高凤山"]


@pytest.mark.parametrize("text", ["矿工兄弟平平安安回家。", "老人乐呵呵地说，好。", "天刚蒙蒙亮，她就出门。"])
def test_find_persons_vetoes_words_that_double_a_syllable(text: str) -> None:
    assert any(c.label == VETO for c in find_persons(text))
    assert persons(text) == []


def test_find_persons_takes_no_deed_behind_a_post_for_a_name() -> None:
    assert "介绍" not in persons("农户向方局长介绍。据介绍，今年增收。")


def test_find_persons_splits_a_headline_by_a_part_of_a_name_and_a_name():
    text = "巴合提别克韦正清讲话\n州长巴合提别克·赛力克和韦正清分别讲话。"
    assert persons(text)[:2] == ["巴合提别克", "韦正清"]


@pytest.mark.parametrize("text", ["“布伦克·大连”号油轮", "特约记者到场"])
def test_find_persons_vetoes_a_ship_and_a_writer_of_the_papers(text: str):
    assert VETO in [c.label for c in find_persons(text)]
