import pytest

from newsgraph.model import ArticleKind
from newsgraph.segment.endings import box_end, take_ending
from newsgraph.segment.paragraphs import split_lines, unwrap
from newsgraph.segment.region import Region


def paragraphs(*lines):
    return unwrap(split_lines("\n".join(lines)))


def region(kind, head, *body):
    return Region(kind, heads=paragraphs(head), body=paragraphs(*body))


WATER = ("停水公告", "因管网检修，定于4月15日停水。")
NEWS = ("老街来信", "编辑同志：我家门口的路灯坏了一个月，希望有人管一管。")


@pytest.mark.parametrize(
    ("kind", "above", "run", "n"),
    [
        (ArticleKind.NOTICE, WATER, ["石江市自来水公司", "2016年4月11日", "防汛会议召开"], 2),
        (ArticleKind.NOTICE, WATER, ["石江市自来水公司", "2016年4月11日", "石江市公安局", "通　告"], 2),
        (ArticleKind.NOTICE, WATER, ["石江市公安局", "关于河口大桥维修的", "通告"], 0),
        (ArticleKind.NOTICE, WATER, ["电话：3500066", "防汛会议召开"], 1),
        (ArticleKind.NEWS, NEWS, ["市民 柳小满", "防汛会议召开"], 1),
        (ArticleKind.NEWS, NEWS, ["石江小学全体学生", "2016年4月11日", "防汛会议召开"], 2),
        (ArticleKind.NEWS, NEWS, ["防汛会议召开", "柳小满讲话"], 0),
    ],
)
def test_take_ending_gives_a_region_the_lines_that_sign_it(kind, above, run, n):
    last = region(kind, *above)
    rest = take_ending(last, paragraphs(*run))
    assert [p.text for p in rest] == run[n:]
    assert [p.text for p in last.paragraphs()] == [*above[1:], *run[:n]]


def test_take_ending_finds_a_notice_by_its_office_and_day():
    last = region(ArticleKind.NEWS, "致全市用户", "四月起水价有调整，请用户留意。")
    take_ending(last, paragraphs("石江市自来水公司", "2016年4月11日"))
    assert (last.kind, last.closed) == (ArticleKind.NOTICE, True)


@pytest.mark.parametrize(
    ("lines", "n"),
    [
        (["讲座预告", "时间：周日", "地点：图书馆", "防汛会议召开"], 3),
        (["讲座预告", "时间：周日", "停水公告", "时间：周一"], 2),
        (["防汛会议召开", "柳小满讲话"], 0),
    ],
)
def test_box_end_counts_the_lines_of_a_box(lines, n):
    assert box_end(paragraphs(*lines)) == n
