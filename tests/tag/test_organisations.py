"""Bodies in running text."""

from __future__ import annotations

import pytest

from newsgraph.tag.candidates import VETO
from newsgraph.tag.firms import find_short_firms
from newsgraph.tag.organisations import find_organisations
from tests.tag.grammar import texts


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("市委、市政府和县人大常委会。", ["市委", "市政府", "县人大常委会"]),
        ("中共衡南县委员会、衡南县人民政府联合发文。", ["中共衡南县委员会", "衡南县人民政府"]),
        ("州党委、地委、行署、镇党委分别召开会议。", ["州党委", "地委", "行署", "镇党委"]),
        ("市纪委监委通报。", ["市纪委监委"]),
        ("市府召开会议。", ["市府"]),
        ("市住建局、财政局牵头。", ["市住建局", "财政局"]),
        ("县住房和城乡建设局、市文化广电和旅游局参加。", ["县住房和城乡建设局", "市文化广电和旅游局"]),
        ("省委宣传部、省财政厅综合处处长到会。", ["省委宣传部", "省财政厅综合处"]),
        ("绵阳市公安局交通警察支队通告。", ["绵阳市公安局交通警察支队"]),
        ("由衡南恒木农业有限公司承建，恒木农业表示满意。", ["衡南恒木农业有限公司", "恒木农业"]),
        ("国务院、水利部、新华社。", ["国务院", "水利部", "新华社"]),
        ("民革利川市支部提案。", ["民革利川市支部"]),
        ("据《东湾日报》报道，江风大作。", ["东湾日报"]),
        ("美国政府和俄军均未回应。", ["美国政府", "俄军"]),
        ("各公司、有关部门、调研组和代表团。", []),
        ("广东省对口支援喀什地区前方指挥部发出倡议。", ["广东省对口支援喀什地区前方指挥部"]),
        ("全市公安机关出动。", []),
    ],
)
def test_bodies_of_a_sentence(text: str, bodies: list[str]) -> None:
    assert texts(text, "ORG") == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("据云岭官方通讯社20日报道。", ["云岭官方通讯社"]),
        ("慰问县武警中队和县消防大队。", ["县武警中队", "县消防大队"]),
        ("率市政协调研组来访。", ["市政协调研组"]),
        ("全村建起村卫生室，三家公司落户。", []),
    ],
)
def test_bodies_end_where_their_names_end(text: str, bodies: list[str]) -> None:
    assert texts(text, "ORG") == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("杞县云岭公社党委书记韩玉山发言。", ["杞县云岭公社党委"]),
        ("河南女排举行比赛，国家女子排球队获胜。", ["河南女排", "国家女子排球队"]),
        ("云岭市第三小学新楼由省派督导组验收。", ["省派督导组"]),
        ("各县县委书记参加。", []),
    ],
)
def test_bodies_of_other_times_and_levels(text: str, bodies: list[str]) -> None:
    assert [body for body in texts(text, "ORG") if "小学" not in body] == bodies


def test_find_short_firms_takes_no_bare_kind_for_a_short_form() -> None:
    text = "云岭陶瓷有限公司（以下简称“公司”）公告：公司拟设分厂。青川集团（以下简称“青川”）参股，青川出资。"
    found = [text[c.start : c.end] for c in find_short_firms(text)]
    assert "公司" not in found
    assert "青川" in found


def test_committee_of_a_community_begins_where_its_clause_does() -> None:
    text = "来到青禾社区，陶青山翻看台账，社区党委书记说"
    assert "社区党委" in texts(text, "ORG")
    assert not any("，" in name for name in texts(text, "ORG"))


def test_branch_of_the_village_told_of_is_a_body() -> None:
    assert texts("“苗情一天一个样。”村党支部书记说，社区党委书记也说", "ORG") == ["村党支部", "社区党委"]


def test_paper_called_after_the_day_and_its_county_is_one_body() -> None:
    assert texts("今日略阳\n县委召开会议。", "ORG") == ["今日略阳", "县委"]
    assert texts("今日开庭\n县委召开会议。", "ORG") == ["县委"]


def test_bureau_of_a_prefecture_begins_with_its_level() -> None:
    assert texts("昨日地区电力局发出通知。", "ORG") == ["地区电力局"]


def test_find_short_firms_guesses_that_the_beginning_of_a_firms_name_stands_for_it() -> None:
    text = (
        "江苏恒跃显示科技有限公司签约。落笔的速度让恒跃显示下定决心，恒跃的产品。"
        "友骏精密工业（江苏）有限公司说，友骏来此投资"
    )
    found = [(text[c.start : c.end], c.score) for c in find_short_firms(text)]
    assert found == [("恒跃显示", 0.79), ("恒跃", 0.79), ("友骏", 0.79)]


def test_units_of_the_corps_are_bodies_where_a_text_speaks_of_it() -> None:
    text = "兵团党委常委到第四师和六十二团十二连调研。"
    assert texts(text, "ORG") == ["兵团党委", "第四师", "六十二团十二连"]
    assert texts("合唱六十二团十二连，第四师", "ORG") == []


def test_heads_of_columns_are_no_bodies() -> None:
    assert [c.label for c in find_organisations("简明新闻\n")] == [VETO]
    assert [c.label for c in find_organisations("A02 要闻·综合")] == [VETO]
