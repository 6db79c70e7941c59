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
        (["柳小满主持 石青出席 江平讲话", "防汛会议召开"], "ts"),
        (["【短评】", "春耕不等人"], "kt"),
        (["减免税费一千余万元，惠及企业三百余户，确保应减尽减", "我市多措并举减税降费"], "kt"),
        (["一支队伍扎根高山", "——农科院的故事"], "ts"),
    ],
)
def test_headline_kinds_follow_the_habits_of_papers(lines, kinds):
    assert "".join(kind[0] for kind in headline_kinds(lines)) == kinds
