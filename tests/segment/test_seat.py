import pytest

from newsgraph.segment.seat import find_seat, official_name


@pytest.mark.parametrize(
    ("paper", "lines", "seat"),
    [
        ("衡阳日报", [], "衡阳市"),
        ("安庆晚报", ["安庆日报社主管主办"], "安庆市"),
        ("湖南日报", ["中国共产党湖南省委员会机关报"], "湖南省"),
        ("新疆日报", [], "新疆维吾尔自治区"),
        ("吉林日报", [], "吉林省"),
        ("朝阳日报", [], "朝阳市"),
        ("阿坝日报", ["中共阿坝州委主管主办"], "阿坝藏族羌族自治州"),
        ("锡林郭勒日报", ["中共锡林郭勒盟委员会主管"], "锡林郭勒盟"),
        ("喀什日报", ["中共喀什地委机关报"], "喀什地区"),
        ("今日桐庐", ["中共桐庐县委主办"], "桐庐县"),
        ("羊城晚报", [], "广州市"),
        ("荆门晚讯", [], "荆门市"),
        ("荆门在线", [], "荆门市"),
        ("荆门农村报", [], "荆门市"),
        ("滁县日报", ["中共滁县地委主办"], "滁县地区"),
        ("襄樊日报", ["中共襄樊市委员会主管"], "襄樊市"),
        ("鄂西日报", ["恩施日报社出版"], "恩施土家族苗族自治州"),
        ("人民日报", [], None),
        ("经济日报", [], None),
        (None, [], None),
        ("两江新区报", ["中共重庆两江新区工作委员会主管"], "重庆两江新区"),
    ],
)
def test_find_seat_gives_the_official_form(paper, lines, seat):
    assert find_seat(paper, lines) == seat


def test_official_name_knows_no_invented_place():
    assert official_name("甲乙丙丁") is None
