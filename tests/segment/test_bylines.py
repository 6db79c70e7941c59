import pytest

from newsgraph.segment.bylines import (
    find_bylines,
    is_bare_name,
    is_byline_line,
    is_credit_line,
    is_signature_line,
)


def bylines(text, *, closing=False):
    return [
        (byline.name, byline.role)
        for byline in find_bylines(text, 0, len(text), opening=False, closing=closing)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报讯（记者 柳小满）昨日，", [("柳小满", "记者")]),
        (
            "本报讯(记者 柳小满 通讯员 江　平 石青)昨日",
            [("柳小满", "记者"), ("江平", "通讯员"), ("石青", "通讯员")],
        ),
        ("本报讯（全媒体记者 柳小满 实习生 石　青）昨日", [("柳小满", "全媒体记者"), ("石青", "实习生")]),
        ("云溪日报讯（见习记者 柳小满 特约记者 石青）昨日", [("柳小满", "见习记者"), ("石青", "特约记者")]),
        ("本报讯（记者 吐尔逊·艾力 柳小满）昨日", [("吐尔逊·艾力", "记者"), ("柳小满", "记者")]),
        ("新华社北京3月1日电（记者柳小满、石青）昨日", [("柳小满", "记者"), ("石青", "记者")]),
        ("【本报讯】记者柳小满、石青报道：昨日", [("柳小满", "记者"), ("石青", "记者")]),
        ("本报讯　记者柳小满　通讯员石青报道：昨日", [("柳小满", "记者"), ("石青", "通讯员")]),
        ("□本报记者 柳小满 文/图", [("柳小满", "记者")]),
        ("■通讯员 柳小满 摄", [("柳小满", "通讯员")]),
        ("□ 石　青", [("石青", "")]),
        ("柳小满 摄", [("柳小满", "摄")]),
        ("石  青摄（资料图片）", [("石青", "摄")]),
        ("会议召开。本报记者 柳小满摄", [("柳小满", "记者")]),
        ("会议召开。（本报记者 柳小满 摄）", [("柳小满", "记者")]),
        ("会议召开。（记者 柳小满）", [("柳小满", "记者")]),
        ("文/图 本报记者 柳小满", [("柳小满", "记者")]),
        ("本報訊（記者 張學良）昨日", [("張學良", "记者")]),
        ("会议召开。（视频编辑 柳小满 文字编辑 石青）", [("柳小满", "视频编辑"), ("石青", "文字编辑")]),
    ],
)
def test_find_bylines_reads_what_papers_print(text, expected):
    assert bylines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 记者从县供电公司了解到，上月，",
        "本报讯 昨日，市委召开会议。",
        "会议强调，记者要深入基层。",
        "龙青（女，苗族）当选。",
        "市长柳小满告诉记者（以下同）。",
        "",
    ],
)
def test_find_bylines_finds_none_where_none_is_printed(text):
    assert bylines(text) == []


def test_find_bylines_takes_bare_names_at_the_end_of_an_article_only():
    assert bylines("会议昨日召开。（柳小满）", closing=True) == [("柳小满", "")]
    assert bylines("（柳小满 石青）", closing=True) == [("柳小满", ""), ("石青", "")]
    assert bylines("会议昨日召开。（柳小满）") == []


def test_find_bylines_points_at_the_printed_name():
    text = "本报讯（记者 江　平）昨日"
    (byline,) = find_bylines(text, 0, len(text), opening=False, closing=False)
    assert text[byline.span.start : byline.span.end] == "江　平"


@pytest.mark.parametrize(
    "text", ["本报评论员", "□全媒体记者 柳小满 石青 文/图", "本报记者 柳小满", "记者柳小满 石青"]
)
def test_is_byline_line_knows_bylines(text):
    assert is_byline_line(text)


@pytest.mark.parametrize(
    "text", ["记者走基层", "记者节前夕看望新闻工作者", "全市通讯员培训班开班", "柳小满 主持"]
)
def test_is_byline_line_leaves_headlines_alone(text):
    assert not is_byline_line(text)


@pytest.mark.parametrize(
    "text", ["柳小满 摄", "■通讯员 柳小满 摄", "（资料图片）", "新华社记者 石青摄", "石青摄（影像中国）"]
)
def test_is_credit_line_knows_credits(text):
    assert is_credit_line(text)


@pytest.mark.parametrize("text", ["□记者 柳小满 文/图", "航拍摄影大赛启动", "全市摄影协会成立大会召开"])
def test_is_credit_line_leaves_others_alone(text):
    assert not is_credit_line(text)


@pytest.mark.parametrize(
    ("text", "writer"), [("柳　青", True), ("柳小满", True), ("新天地", False), ("柳小满摄", False)]
)
def test_is_bare_name_wants_a_surname(text, writer):
    assert is_bare_name(text) is writer


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("市民 江长顺", True),
        ("读者：柳小满", True),
        ("柳小满 石青 摄影报道", True),
        ("市民 热议", False),
        ("防汛会议召开", False),
    ],
)
def test_is_signature_line_knows_who_sent_an_item_in(text, signs):
    assert is_signature_line(text) is signs
