"""Whole pages: the layouts under ``pages/`` (invented papers), the tuned gold pages, and properties.

In a layout a line ``%%% kind | title | name=role …`` opens a region and ``%%% ^`` goes back to the one
around; the page is what is left without these lines.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.errors import ConfigError
from newsgraph.model import ArticleKind, Source, Span
from newsgraph.segment import Overrides, segment_source
from tests.gold import SHARED, TUNED, load_gold, page_path

PAGES = Path(__file__).parent / "pages"


def page_of(text, **facts):
    source = Source(id="s-1", name="page.txt", sha256="", encoding="utf-8", text=text, **facts)
    return segment_source(source)


def read_layout(path):
    """Return the page's text and the regions marked in it: (kind, start, end, title, bylines)."""
    text, regions, stack = "", [], []
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith("%%% ^"):
            stack.pop()
        elif line.startswith("%%%"):
            kind, title, names, *_ = [*line[3:].strip().split(" | "), "", ""]
            bylines = [tuple(name.split("=")) for name in names.split()]
            regions.append([kind, None, None, title, bylines])
            stack.append(regions[-1])
        else:
            if line.strip():
                start = len(text) + len(line) - len(line.lstrip())
                stack[-1][1] = start if stack[-1][1] is None else stack[-1][1]
                stack[-1][2] = len(text) + len(line.rstrip())
            text += line
    return text, [tuple(region) for region in regions]


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_segment_finds_the_regions_of_a_layout(path):
    text, expected = read_layout(path)
    found = [
        (str(a.kind), a.start, a.end, a.title, [(b.name, b.role) for b in a.bylines])
        for a in page_of(text).articles
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("layout", "facts"),
    [
        ("county-weekly", ("今日青岭", "2017-06-23", None, 1862, 4, "青岭县")),
        ("prefecture-1986", ("云溪日报", "1986-03-12", None, 8306, None, "云溪地区")),
        ("evening-paper", ("临江晚报", "2006-11-07", "CN 31-0998", 3321, 32, "临江市")),
        ("hong-kong", ("香江商報", "2012-08-14", None, 21977, None, None)),
        ("city-mixed", ("石泉江日报", "2016-04-12", "CN 52-0990", 9020, 8, "石江市")),
        ("no-blank-lines", ("新河日报", "2011-09-27", None, None, None, "新河县")),
    ],
)
def test_segment_reads_the_head_of_a_layout(layout, facts):
    head = page_of(read_layout(PAGES / f"{layout}.txt")[0]).masthead
    assert (head.paper, head.date, head.serial, head.number, head.pages, head.place) == facts


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpora are missing")
@pytest.mark.parametrize("name", TUNED)
def test_segment_agrees_with_the_gold_pages(name):
    gold = load_gold(name)
    page = page_of(page_path(name).read_text(encoding="utf-8"))
    articles = [article for article in page.articles if article.kind is not ArticleKind.MASTHEAD]
    assert [(a.start, a.end, str(a.kind)) for a in articles] == [
        (a["start"], a["end"], a["kind"]) for a in gold["articles"]
    ]
    assert [[list((b.name, b.role)) for b in a.bylines] for a in articles] == [
        a["bylines"] for a in gold["articles"]
    ]
    issue, head = gold["issue"], page.masthead
    assert issue == {
        "newspaper": head.paper,
        "date": head.date,
        "serial": head.serial,
        "number": head.number,
        "pages": head.pages,
        "place": head.place,
    }


def test_segment_stitches_a_word_cut_by_a_column_break():
    head = "云溪日报\n2016年3月4日\n\n林改见成效\n\n"
    text = head + "本报讯（记者 柳小满）昨日，市\n\n委召开会议，部署林\n\n改工作。"
    article = page_of(text).articles[1]
    assert "昨日，市委召开会议，部署林改工作。" in article.text
    start = article.text.index("市委召开")
    source = article.to_source(Span(start, start + 2))
    assert text[source.start : source.end] == "市\n\n委"


def test_segment_keeps_a_life_in_rows_apart_from_the_news_around_it():
    text = (
        "县人大常委会举行会议\n\n本报讯（记者 柳小满）昨日，县人大常委会举行会议。\n\n"
        "柳长庚简历\n\n柳长庚，男，1978年生。\n\n"
        "2003.05—2006.11 某镇党委委员、副镇长\n\n2022.10至今 某县委副书记\n\n"
        "全县水利会议召开\n\n本报讯 昨日，全县水利会议召开。"
    )
    assert [(a.kind, a.title) for a in page_of(text).articles] == [
        (ArticleKind.NEWS, "县人大常委会举行会议"),
        (ArticleKind.NOTICE, "柳长庚简历"),
        (ArticleKind.NEWS, "全县水利会议召开"),
    ]


def test_segment_keeps_the_last_sentence_of_what_goes_on_elsewhere():
    text = (
        "云溪日报\n2016年3月4日\n\n防汛会议召开\n\n本报讯（记者 柳小满）昨日，市委召开防汛会议，要求抓好防汛工作。\n\n"
        "柳长庚就抓好防汛工作提出要求。（下转第二版）\n\n茶园开采\n\n本报讯 昨日，茶园开采。"
    )
    assert [a.title for a in page_of(text).articles[1:]] == ["防汛会议召开", "茶园开采"]


def test_segment_keeps_the_paragraph_above_the_words_to_a_photograph():
    text = (
        "云溪日报\n2016年3月4日\n\n三个项目签约\n\n本报讯（记者 柳小满）昨日，三个项目在云溪宾馆签约，"
        "副市长柳长庚主持签约仪式。\n\n"
        "云溪区区长林一鸣与三个项目的客商签订协议，市政协副主席柳大有出席签约仪式。\n\n"
        "图为签约仪式上，双方互换文本。\n本报记者 林小雨 摄\n\n茶园开采\n\n本报讯 昨日，茶园开采。"
    )
    news = page_of(text).articles[1]
    assert news.title == "三个项目签约"
    assert "柳大有出席签约仪式。" in news.text


def test_segment_reads_the_signature_of_each_brief():
    text = (
        "云溪日报\n2016年3月4日\n\n简　讯\n\n▲昨日，市委召开会议。（柳小满）\n\n"
        "▲昨日，茶园开采。（林小雨）\n\n▲明日有雨。（柳大有）"
    )
    bylines = [byline.name for article in page_of(text).articles for byline in article.bylines]
    assert bylines == ["柳小满", "林小雨", "柳大有"]


def test_segment_stitches_over_a_photograph():
    text = (
        "防汛会议召开\n\n本报讯（记者 柳小满）昨日，市委召开会议，研究防汛抗旱工作，要求各级各部\n\n"
        "近日，村民在抢收早稻。\n记者 柳小满 摄\n\n门压实责任。"
    )
    news, caption = page_of(text).articles
    assert "各级各部门压实责任。" in news.text
    assert "抢收" not in news.text
    assert news.start < caption.start < caption.end < news.end
    assert caption.kind is ArticleKind.CAPTION


@pytest.mark.parametrize("between", ["", "近日，村民在抢收早稻。\n记者 柳小满 摄\n\n"])
def test_segment_closes_a_bracket_that_a_column_break_cut(between):
    text = f"防汛会议召开\n\n本报讯 昨日，市委召开会议。（通讯员 柳小\n\n{between}满）\n\n"
    text += "新桥通车\n\n本报讯 昨日，新桥通车。"
    news = [a for a in page_of(text).articles if a.kind is ArticleKind.NEWS]
    assert [a.title for a in news] == ["防汛会议召开", "新桥通车"]
    assert news[0].text.endswith("（通讯员 柳小满）")
    assert [b.name for b in news[0].bylines] == ["柳小满"]


def test_segment_takes_an_item_as_one_article():
    text = "春耕开始\n\n本报讯 昨日，春耕开始。\n\n夏收准备\n\n本报讯 明日开会。"
    page = page_of(text, is_item=True, title="春耕夏收", date="2020-03-01")
    (article,) = page.articles
    assert (article.start, article.end, article.kind, article.title) == (0, len(text), "news", "春耕夏收")
    assert (article.date, page.masthead.date) == ("2020-03-01", "2020-03-01")


def test_segment_warns_of_words_that_nothing_resolves():
    page = page_of("春耕会议召开\n\n本报讯 昨日，我市召开会议。")
    assert page.warnings == (
        "no seat of the paper is known; give it with --place 衡阳市 (我市 cannot be resolved)",
        "no date of issue is known; give it with --date 2021-12-09, or by the name of the file or its folders:"
        " 2021-12-09.txt, 2021/12/09/1.txt (昨日 cannot be resolved)",
    )


def test_segment_tells_what_an_item_lacks():
    assert page_of("本报讯 昨日，我市召开会议。", is_item=True).warnings == (
        "no seat of the paper is known; give it with the record's place, or with --place 衡阳市"
        " (我市 cannot be resolved)",
        "no date of issue is known; give it with the record's date, or with --date 2021-12-09"
        " (昨日 cannot be resolved)",
    )


HEAD = "云溪日报\n2016年3月4日\n\n"


@pytest.mark.parametrize(
    ("head", "is_item", "date", "fills", "expected"),
    [
        ("", False, None, False, "2008-03-12"),
        ("", False, "1999-01-02", False, "1999-01-02"),
        ("", False, "1999-01-02", True, "1999-01-02"),
        (HEAD, False, None, False, "2016-03-04"),
        (HEAD, False, "1999-01-02", True, "2016-03-04"),
        (HEAD, False, "1999-01-02", False, "1999-01-02"),
        ("", True, "1999-01-02", False, "2008-03-12"),
    ],
)
def test_segment_dates_by_what_is_printed_then_said_then_named(head, is_item, date, fills, expected):
    text = f"{head}本报讯 昨日，我市召开会议。"
    source = Source(
        id="s", name="p", sha256="", encoding="utf-8", text=text, date="2008-03-12", is_item=is_item
    )
    page = segment_source(source, overrides=Overrides(date=date, fills=fills))
    assert page.masthead.date == expected


def test_segment_lets_overrides_go_before_the_masthead():
    source = Source(
        id="s",
        name="p",
        sha256="",
        encoding="utf-8",
        text="云溪日报\n2016年3月4日\n\n本报讯 昨日，我市召开会议。",
    )
    page = segment_source(source, overrides=Overrides(place="衡阳", date="1999-01-02", paper="石江日报"))
    head = page.masthead
    assert (head.paper, head.date, head.place, page.warnings) == ("石江日报", "1999-01-02", "衡阳市", ())
    assert page.articles[1].date == "1999-01-02"


def test_overrides_refuse_a_day_that_is_none():
    with pytest.raises(ConfigError, match="date '2021-13-01' is no day: write it as YYYY-MM-DD"):
        Overrides(date="2021-13-01")


def test_segment_says_that_a_source_is_empty():
    page = page_of(" \n　\n")
    assert page.articles == ()
    assert page.warnings == ("no text was found; nothing can be built from it",)


def test_segment_derives_ids_from_content():
    text = read_layout(PAGES / "city-mixed.txt")[0]
    assert [a.id for a in page_of(text).articles] == [a.id for a in page_of(text).articles]
    assert len({a.id for a in page_of(text).articles}) == len(page_of(text).articles)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x0b"])
def test_segment_reads_any_line_end(end):
    text = read_layout(PAGES / "city-mixed.txt")[0]
    plain = [(a.kind, a.text) for a in page_of(text).articles]
    assert [(a.kind, a.text) for a in page_of(text.replace("\n", end)).articles] == plain


@pytest.mark.parametrize(
    "text",
    [
        "会议" * 300_000,
        "标题\n" * 3_000,
        ("会议召开，研究工作，" * 5 + "\n\n") * 1_000,
        "（记者 " * 20_000,
        "a" * 500_000,
        "\x00\x07\x1b[0m会议\x00召开。",
        "The mayor opened a meeting.\nIt was held yesterday.",
    ],
    ids=["one line", "short lines", "open paragraphs", "brackets", "letters", "controls", "english"],
)
def test_segment_survives(text):
    check(page_of(text))


PRINT = st.text(
    st.sampled_from("市委会议召开，。！“”（）>摄记者 　\n\r\t\x0b\x00年月日一2第版a·▲【】："), max_size=300
)
LINES = st.lists(
    st.sampled_from(
        [
            "", "云溪日报", "2016年3月4日 星期五", "防汛会议召开", "柳小满主持", "（柳小满）", "　　",
            "广告", "本报讯（记者 柳小满）昨日，市委召开会议。", "会议要求，各级各部门压实", "责任。",
            "详见第三版", "记者 柳小满 摄", "▲图为会场。", "关于停水的公告", "热线：12345",
            "（下转第二版）", "上接第一版", "责任编辑：柳小满", "市民 柳小满", "简　讯", "▲水厂建成。",
            "A5", "——编　者", "会议召开。（柳", "小满）", "元。", "石江市水利局", "2016年3月3日",
            "通　告", "柳　青", "时间：周日", "在河口镇，村民在晒谷。",
            "石江镇物业公司招聘。电话：3500066",
        ]
    ),
    max_size=30,
).map("\n".join)  # fmt: skip


def check(page):
    """Assert what holds of every page."""
    text = page.source.text
    owned = [
        i
        for article in page.articles
        for p in article.pieces
        for i in range(p.source_start, p.source_start + p.length)
    ]
    assert len(owned) == len(set(owned)), "a character belongs to two regions"
    assert [a.start for a in page.articles] == sorted(a.start for a in page.articles)
    for article in page.articles:
        for piece in article.pieces:
            printed = text[piece.source_start : piece.source_start + piece.length]
            assert article.text[piece.start : piece.start + piece.length] == printed
        starts = [piece.start for piece in article.pieces]
        assert starts == sorted(starts)
        for block, after in itertools.pairwise(article.blocks):
            assert article.text[block.span.end : after.span.start] == "\n"
        whole = article.to_source(Span(0, len(article.text)))
        assert page.source.is_item or (whole.start, whole.end) == (article.start, article.end)
        for i in range(0, len(article.text), 1 + len(article.text) // 50):
            if not article.text[i].isspace():
                span = article.to_source(Span(i, i + 1))
                assert text[span.start : span.end] == article.text[i]
        for byline in article.bylines:
            assert "".join(article.text[byline.span.start : byline.span.end].split()) == byline.name


@settings(max_examples=200, deadline=None)
@given(PRINT | LINES, st.booleans())
def test_segment_keeps_offsets_on_any_text(text, is_item):
    check(page_of(text, is_item=is_item))


def test_segment_keeps_the_paragraph_that_takes_a_work_up_above_the_words_to_a_photograph():
    text = (
        "云溪日报\n2016年3月4日\n\n纸厂投产\n\n本报讯（记者 柳小满）昨日，客商柳长庚兴办的纸厂竣工投产。\n\n"
        "该项目总投资三千万元，占地四十亩，可安排百人就业。\n\n图为典礼上，少先队员献花。\n林小雨 摄\n\n茶园开采\n\n"
        "本报讯 昨日，茶园开采。"
    )
    assert "该项目总投资三千万元" in page_of(text).articles[1].text


def test_segment_takes_who_founded_a_work_for_a_headline_under_a_notice():
    text = (
        "云溪日报\n2016年3月4日\n\n云溪市人大常委会任免名单\n\n任命：\n\n林一鸣为云溪市水利局局长。\n\n外地客商柳长庚独资兴办\n\n"
        "纸厂在我市投产\n\n本报讯（记者 柳小满）昨日，纸厂在我市竣工投产，市领导出席典礼。"
    )
    assert page_of(text).articles[-1].kicker == "外地客商柳长庚独资兴办"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("长春市朝阳区", "吉林省长春市朝阳区"),
        ("吉林省长春市朝阳区", "吉林省长春市朝阳区"),
        ("朝阳区", "朝阳区"),
        ("湖南省衡阳市", "衡阳市"),
        ("两江新区", "两江新区"),
    ],
)
def test_segment_carries_in_full_a_seat_that_is_told_from_its_namesakes(said, place):
    text = "云溪日报\n2016年3月4日\n\n会议召开\n\n本报讯 昨日，我区召开会议。"
    source = Source(id="s", name="p", sha256="", encoding="utf-8", text=text)
    for page in (
        segment_source(source, overrides=Overrides(place=said)),
        segment_source(replace(source, place=said, is_item=True), overrides=Overrides(place="衡阳市")),
    ):
        assert page.masthead.place == place
