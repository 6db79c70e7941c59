import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.model import Source
from newsgraph.segment import segment_source
from newsgraph.segment.han import simplified
from newsgraph.segment.paragraphs import columns, split_lines, unwrap

WRAPPED = "\n".join(
    [
        "防汛会议召开", "",
        "　　本报讯 昨天下午，全市防汛工",
        "作会议召开，市长柳小满出席会议并",
        "讲话，各县区设分会场收听收看，三",
        "百余人参加。",
        "　　柳小满指出，当前防汛工作正处",
        "在关键时期，各级各部门要层层落实",
        "责任制，做到早发现早报告早处置。",
        "　　会议还研究了其他事项。",
    ]
)  # fmt: skip


@given(st.text(max_size=200))
def test_split_lines_points_at_what_it_gives(text):
    for line in split_lines(text):
        assert text[line.start : line.end] == line.text
        assert line.text


def test_unwrap_joins_lines_of_one_width():
    texts = [paragraph.text for paragraph in unwrap(split_lines(WRAPPED))]
    assert len(texts) == 4
    assert texts[1].endswith("收听收看，三百余人参加。")
    assert texts[2].endswith("做到早发现早报告早处置。")


def test_unwrap_leaves_lines_of_many_widths_alone():
    text = "防汛会议召开\n柳小满主持\n本报讯 昨天下午，会议召开。\n会议指出，要落实责任。"
    assert len(unwrap(split_lines(text))) == 4


def test_unwrap_leaves_headlines_of_one_width_alone_on_a_page_of_whole_paragraphs():
    heads = ["防汛抗旱工作会议召开了", "全市春耕生产现场会召开", "老街改造工程今日要开工"] * 2
    text = "\n".join(head + "\n" + "会议召开，" * 20 + "。\n" for head in heads for _ in "ab")
    text = text.replace("召开了\n会", "召开了\n柳小满石青江平都讲了话\n会")
    assert len(unwrap(split_lines(text))) == len(list(split_lines(text)))


def test_unwrap_puts_a_space_between_latin_words():
    lines = [
        "该船由一家外国企业订造，名为COSCO",
        "Shipping的航运公司出资九千万元，",
        "是建厂以来最大的船舶，交付后将投",
    ]
    text = "\n".join([*lines, *lines, "入运营。"])
    (paragraph,) = unwrap(split_lines(text))
    assert "COSCO Shipping的" in paragraph.text
    assert all(
        paragraph.text[p.start : p.start + p.length] == text[p.source_start : p.source_start + p.length]
        for p in paragraph.pieces(0)
    )


def test_columns_counts_chinese_characters_twice():
    assert (columns("ab"), columns("a会"), columns("")) == (2, 3, 0)


@given(st.text())
def test_simplified_keeps_the_length(text):
    assert len(simplified(text)) == len(text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("市 委 召 开 会 议", "市委召开会议"),
        ("市　委　召　开　会　议", "市委召开会议"),
        ("傅 景 山 讲 话　　桑 梅 主 持", "傅景山讲话　桑梅主持"),
        ("“ 三 夏 ” 生 产 会 2 0 0 9", "“三夏”生产会2009"),
        ("汉 中 新 报", "汉中新报"),
        ("石　开　李　明", "石　开　李　明"),  # two names
        ("简　讯", "简　讯"),
        ("傅景山讲话 桑梅主持 全市 参加", "傅景山讲话 桑梅主持 全市 参加"),
        ("A B C D E", "A B C D E"),
    ],
)
def test_letter_spaced_line_is_closed_up(line: str, text: str):
    (paragraph,) = unwrap(split_lines(f"  {line}"))
    assert paragraph.text == text
    source = f"  {line}"
    for piece in paragraph.pieces(0):
        assert (
            source[piece.source_start : piece.source_start + piece.length]
            == text[piece.start : piece.start + piece.length]
        )


def test_traditional_page_is_told_to_be_one():
    source = Source(id="s", name="s", sha256="", encoding="utf-8", text="市長主持召開會議，聽取匯報。")
    assert any("opencc -c t2s" in warning for warning in segment_source(source).warnings)
