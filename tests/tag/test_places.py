"""Places in running text."""

from __future__ import annotations

import pytest

from newsgraph.tag.candidates import BEYOND_READING, VETO
from newsgraph.tag.gazetteer import place_names
from newsgraph.tag.places import find_own, find_places
from tests.tag.grammar import texts


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("项目位于岳麓区望城坡街道青岭村，占地百亩。", ["岳麓区望城坡街道青岭村"]),
        ("他是江苏东海人。", ["江苏东海"]),
        ("湖南省郴州市与四川成都结对。", ["湖南省郴州市", "四川成都"]),
        ("昨日在衡举行。", ["衡"]),
        ("湘鄂渝黔四省市代表到会。", ["湘", "鄂", "渝", "黔"]),
        ("中冰两国代表出席，冰方致辞。", ["中", "冰", "冰"]),
        ("美国总统访华期间抵京。", ["美国", "华", "京"]),
        ("东方红是一首歌，双方坐在一起，四面八方都来。", []),
        ("我市与我省各地，全市上下。", ["我市", "我省"]),
        ("雁峰、石鼓、珠晖三区动手。", ["雁峰", "石鼓", "珠晖"]),
        ("长三角和京津冀是增长极。", ["长三角", "京津冀"]),
        ("他从昆明站坐车到清涧河边。", ["昆明站", "清涧河"]),
        ("曾任南昌市长，现居江苏省会。", ["南昌", "江苏"]),
        ("人民币与中文、日语课程。", []),
        ("双流区白云路、云岭路，今日施工。", ["双流区白云路", "云岭路"]),
        ("新时代中国特色社会主义和中国梦。", []),
    ],
)
def test_places_of_a_sentence(text: str, places: list[str]) -> None:
    assert texts(text, "PLACE") == places


def test_place_before_a_body_is_part_of_it() -> None:
    assert texts("衡阳市财政局发文。", "PLACE") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("签约仪式在县政务中心举行。", ["县政务中心"]),
        ("本报云岭讯（记者 李明）", ["云岭"]),
        ("走进科右前旗居力很镇云岭村。", ["科右前旗居力很镇云岭村"]),
        ("蒙古国东方省客人到访。", ["蒙古国东方省"]),
        ("我国东北出现降雪。", ["我国东北"]),
        ("用哈萨克语念，下象棋，截至北京时间今天。", []),
        ("在金寨县张冲乡云岭村。张冲乡的孩子说。", ["金寨县张冲乡云岭村", "张冲乡"]),
        ("岱山县领导植树。", ["岱山"]),
        ("送到新乡市区。", ["新乡"]),
        ("直供北京市场，走进上海市民家，上海市民政局。", ["北京", "上海"]),
        ("我县乌江一段。", ["我县", "乌江"]),
        ("走上长江干堤。", ["长江干堤"]),
        ("中俄互市贸易区开张。", ["中俄互市贸易区"]),
        ("项目选址元洪投资区，用地百亩。", ["元洪投资区"]),
        ("项目落户潼南高新区北区。", ["潼南高新区北区"]),
        ("国道323线封闭。", ["国道323线"]),
        ("他到红河县绿春县调研。", ["红河县", "绿春县"]),
        ("研究我地区的贯彻意见，解答惠农政策。", ["我地区"]),
        ("在云岭台商投资区，宾主共叙友谊。", ["云岭台商投资区"]),
        ("仪式在该校黄海校区体育馆举行。", ["黄海校区体育馆"]),
        ("来了山东快书，这是共和国的摇篮，黔新出准印第3号，“福清速度”。", []),
    ],
)
def test_places_end_where_their_names_end(text: str, places: list[str]) -> None:
    assert texts(text, "PLACE") == places


def test_find_own_takes_towns_of_the_papers_own_county() -> None:
    text = "安亭、江桥等镇召开会议，安亭的企业"
    assert [text[c.start : c.end] for c in find_own(text, "嘉定区")] == ["安亭", "江桥"]
    assert list(find_own(text, "上海市")) == []


@pytest.mark.parametrize(
    "text", ["搭建创新平台，隆重庆祝农民丰收", "创新社会管理，疏通城市水网", "发展中国家繁荣成果"]
)
def test_no_place_crosses_two_words(text: str) -> None:
    assert texts(text, "PLACE") == []


def test_find_places_reads_both_ends_of_a_stretch_of_road():
    text = "对人民南路（柳荫大道路口至东门农贸市场路段）封闭施工"
    found = {text[c.start : c.end] for c in find_places(text) if c.label == "PLACE" and c.score > 0.9}
    assert {"柳荫大道", "东门农贸市场"} <= found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("他任县委书记", []),  # not the former 任县
        ("项目落户县城", []),
        ("州委要求全州上下一心", []),
        ("从桂林市到全州，再到全州县城", ["桂林市", "全州", "全州县"]),
        ("前郭县与杜蒙县结对", ["前郭县", "杜蒙县"]),
        ("要会同市建设局巡查", ["会同"]),
        ("会同县建设局巡查", ["会同县"]),
    ],
)
def test_gazetteer_knows_a_county_from_two_words(text: str, places: list[str]) -> None:
    assert [text[n.start : n.end] for n in place_names(text)] == places


def test_find_own_takes_the_seat_by_a_name_that_is_a_word_elsewhere() -> None:
    text = "畜牧业是海北的优势，上海北站"
    assert [text[c.start : c.end] for c in find_own(text, "海北藏族自治州")] == ["海北"]


def test_three_counties_of_one_prefecture_in_a_row_are_places() -> None:
    assert texts("他在都安大化巴马调研。", "PLACE") == ["都安", "大化", "巴马"]


def test_find_places_is_sure_of_a_state_whose_police_acts_and_of_one_china() -> None:
    text = "荷兰检方起诉两人。尼方奉行一个中国政策，一个中国人到访。"
    sure = [text[c.start : c.end] for c in find_places(text) if c.score == BEYOND_READING]
    assert sure == ["荷兰", "中国"]


def test_find_places_knows_a_permits_number() -> None:
    text = "准印证号：川KX14—018，川A牌照"
    assert [c.label for c in find_places(text)] == [VETO, VETO]
