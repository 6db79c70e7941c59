import pytest

from newsgraph.segment.headline import headline_kinds


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        ([], ""),
        (["防汛会议召开"], "t"),
        (["同心同行 共建共享", "两地商会举行座谈"], "kt"),
        (["同心同行 共建共享", "两地商会举行座谈", "柳小满主持"], "kts"),
        (["植树节前夕", "柳小满到林场检查春季造林"], "kt"),
        (["县人大常委会第四次会议召开", "柳小满任副县长"], "ts"),
        (["柳小满主持 石青出席 江平讲话", "防汛会议召开"], "kt"),
        (["柳小满在林场调研时强调", "守住青山 种好新林", "石青陪同"], "kts"),
        (["总投资2.6亿元", "竹纤维产业园开工"], "kt"),
        (["真抓实干促丰收", "全力以赴保春耕", "全县春耕生产现场会召开", "石青讲话"], "kkts"),
        (["【短评】", "春耕不等人"], "kt"),
        (["减免税费一千余万元，惠及企业三百余户，确保应减尽减", "我市多措并举减税降费"], "kt"),
        (["一支队伍扎根高山", "——农科院的故事"], "ts"),
    ],
)
def test_headline_kinds_follow_the_habits_of_papers(lines, kinds):
    assert "".join(kind[0] for kind in headline_kinds(lines)) == kinds


def test_headline_kinds_take_the_line_that_the_lead_says_again():
    lines = ["三年期盼变通途", "青岭至石江快速路全线贯通"]
    assert [str(kind) for kind in headline_kinds(lines, "昨日，青岭至石江快速路全线贯通。")] == [
        "kicker",
        "title",
    ]
