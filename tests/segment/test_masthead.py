import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.segment.masthead import find_masthead, is_imprint, is_masthead_line, read_masthead
from newsgraph.segment.paragraphs import split_lines, unwrap

HEAD = [
    "云溪日报",
    "中共云溪市委员会主管主办",
    "2015年7月16日 星期四",
    "国内统一刊号 CN43—0099",
    "总第5126期",
    "本期四版",
    "今日天气 多云转阵雨 23℃～30℃",
    "新闻热线：8611110",
]


@settings(deadline=None)  # the first example loads the lexicon of divisions
@given(st.permutations(HEAD))
def test_read_masthead_takes_lines_in_any_order(lines):
    head = read_masthead(lines)
    assert (head.paper, head.date, head.serial) == ("云溪日报", "2015-07-16", "CN 43-0099")
    assert (head.number, head.pages, head.place) == (5126, 4, "云溪市")


@pytest.mark.parametrize(
    "line",
    ["二〇二一年十二月九日", "二○二一年十二月九日", "2021年12月9日", "2021-12-09", "２０２１年１２月９日"],
)
def test_read_masthead_reads_a_date_however_written(line):
    assert read_masthead([line]).date == "2021-12-09"


@pytest.mark.parametrize(
    ("line", "serial"),
    [
        ("CN34—0037", "CN 34-0037"),
        ("CN 43-0004", "CN 43-0004"),
        ("CN65－0009", "CN 65-0009"),
        ("刊号：cn 12 - 0001", None),
    ],
)
def test_read_masthead_normalises_the_serial_number(line, serial):
    assert read_masthead([line]).serial == (serial or "CN 12-0001")


@pytest.mark.parametrize(
    ("line", "pages"),
    [("今日八版", 8), ("今日24版", 24), ("本期四版", 4), ("本报今日共十二版", 12), ("今日 16 版", 16)],
)
def test_read_masthead_counts_pages(line, pages):
    assert read_masthead([line]).pages == pages


@pytest.mark.parametrize(
    ("line", "number"), [("第18021号", 18021), ("总第5126期", 5126), ("第12期（总第8306期）", 8306)]
)
def test_read_masthead_takes_the_running_number(line, number):
    assert read_masthead([line]).number == number


@pytest.mark.parametrize(
    "licence", ["某省报刊登记证第9014号", "准印证第9932号", "(内部资料)准印证(2008)字第017号"]
)
def test_read_masthead_takes_no_licence_for_the_running_number(licence):
    assert read_masthead([licence, "云溪日报"]).number is None
    assert read_masthead([licence, "云溪日报", "第306期"]).number == 306


def test_read_masthead_says_nothing_of_an_empty_head():
    head = read_masthead([])
    assert (head.paper, head.date, head.serial, head.number, head.pages, head.place) == (None,) * 6


@pytest.mark.parametrize(
    "line",
    [
        *HEAD,
        "YUNXI DAILY",
        "农历辛丑年十一月初六",
        "官方网站：云溪全搜索网",
        "晴 12℃",
        "汉文版",
        "云 溪 日 报",
        "邮发代号 41-21",
        "云溪新闻网",
        "云溪手机报",
        "社址：云溪市人民路9号",
    ],
)
def test_is_masthead_line_knows_what_heads_print(line):
    assert is_masthead_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "全市防汛工作会议召开",
        "雪地里的课堂",
        "织密校园安全网",
        "2025年3月26日全市干部大会召开",
        "12月10日，气温零下26℃。村民上山巡护。",
        "市委召开会议。",
    ],
)
def test_is_masthead_line_leaves_articles_alone(line):
    assert not is_masthead_line(line)


def paragraphs(*lines):
    return unwrap(split_lines("\n\n".join(lines)))


def test_find_masthead_takes_in_stray_lines_inside_the_head():
    assert find_masthead(paragraphs("云溪日报", "关注民生 服务大众", "2015年7月16日", "防汛会议召开")) == 3


@pytest.mark.parametrize(
    "lines", [("防汛会议召开", "本报讯 昨日，会议召开。"), ("今日天气 晴", "防汛会议召开"), ()]
)
def test_find_masthead_finds_none_without_name_date_or_number(lines):
    assert find_masthead(paragraphs(*lines)) == 0


def test_is_imprint_knows_the_foot_of_a_page():
    assert is_imprint("责任编辑：柳小满　版式：石青　校对：江平")
    assert not is_imprint("编辑部召开会议")


def test_find_masthead_takes_the_last_line_of_its_block():
    head = ["石江报", "2016年3月4日 星期五", "第306期", "石江人的报"]
    block = unwrap(split_lines("\n".join(head) + "\n\n防汛会议召开\n\n本报讯 昨日，会议召开。"))
    assert find_masthead(block) == 4


def test_find_masthead_leaves_a_headline_right_below_it():
    block = unwrap(
        split_lines("石江报\n2016年3月4日 星期五\n第306期\n防汛会议召开\n\n本报讯 昨日，会议召开。")
    )
    assert find_masthead(block) == 3


def test_find_masthead_takes_the_publisher_and_the_permit():
    head = "今日石江\n2016年3月4日 星期五\n总第306期\n主办：中共石江县委宣传部\n甘出准046字总1256号"
    assert find_masthead(unwrap(split_lines(head + "\n\n防汛会议召开\n\n本报讯 昨日，会议召开。"))) == 5


def test_read_masthead_takes_today_before_new():
    assert read_masthead(["新石江信息港", "今日石江", "2016年3月4日"]).paper == "今日石江"


def test_read_masthead_takes_no_count_of_pages_for_the_paper():
    assert read_masthead(["荆门晚讯", "2015年3月20日 星期五", "今日八版 第5300号"]).paper == "荆门晚讯"
    assert read_masthead(["晚讯", "2015年3月20日 星期五", "今日八版"]).paper is None


@pytest.mark.parametrize("heading", ["新春走基层", "图片新闻", "今日关注"])
def test_find_masthead_leaves_the_first_columns_heading(heading):
    page = f"石江报\n\n2016年3月4日 星期五\n\n{heading}\n\n防汛会议召开\n\n本报讯 昨日，会议召开。"
    assert find_masthead(unwrap(split_lines(page))) == 2
