import pytest

from newsgraph.tag.candidates import Candidate
from newsgraph.tag.edges import with_edges


def mended(text: str, recognised: str, label: str) -> str:
    start = text.index(recognised)
    found = with_edges(text, Candidate(start, start + len(recognised), label, 0.8, "ner"))
    assert found is not None
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "recognised", "label", "name"),
    [
        ("建设青岭绕城公路（二期）竣工", "青岭绕城公路（二期", "PROJECT", "青岭绕城公路（二期）"),
        ("参加“山里的歌”合唱大赛的人", "歌”合唱大赛", "EVENT", "“山里的歌”合唱大赛"),
        ("他说：“松坪智能装备产业园慢了", "“松坪智能装备产业园", "PROJECT", "松坪智能装备产业园"),
        ("埃尔文（Ervin Gold）到会", "Ervin Gold）", "PERSON", "Ervin Gold"),
        ("据“松坪发布”微信公众号消息", "“松坪发布”微信公众号", "ORG", "松坪发布"),
    ],
)
def test_with_edges_makes_pairs_of_marks_whole(text, recognised, label, name):
    assert mended(text, recognised, label) == name


def test_with_edges_cuts_off_blanks_and_signs_before_and_behind():
    assert mended("简讯\n△松坪区\n新闻", "△松坪区\n", "PLACE") == "松坪区"


def test_with_edges_cuts_off_a_conjunction_unless_a_known_place_ends_in_it():
    assert mended("松坪市与客商签约", "松坪市与", "ORG") == "松坪市"
    assert mended("到青海民和考察", "青海民和", "PLACE") == "青海民和"


@pytest.mark.parametrize("tail", ["三省", "两区", "支流", "境内", "沿线", "西岸"])
def test_with_edges_cuts_off_what_is_no_part_of_a_place(tail):
    assert mended(f"经过松坪河{tail}，", f"松坪河{tail}", "PLACE") == "松坪河"


def test_with_edges_begins_a_body_behind_the_preposition_of_leave() -> None:
    assert mended("经县委同意，", "经县委", "ORG") == "县委"
    assert mended("经开区管委会", "经开区管委会", "ORG") == "经开区管委会"


def test_with_edges_ends_a_person_before_a_form_of_address():
    assert mended("邻居姚阿婆说", "姚阿", "PERSON") == "姚"


def test_with_edges_gives_a_place_its_part():
    assert mended("在松坪省西部地区实施", "松坪省", "PLACE") == "松坪省西部地区"


def test_with_edges_gives_a_water_its_kind():
    assert mended("青叶河边的村子", "青叶", "PLACE") == "青叶河"
    assert mended("在青叶河谷设站", "青叶", "PLACE") == "青叶"


def test_with_edges_begins_a_project_behind_where_it_is_built():
    assert mended("拟在长沙建电子产业园", "长沙建电子产业园", "PROJECT") == "电子产业园"


def test_with_edges_gives_nothing_where_nothing_is_left():
    assert with_edges("——", Candidate(0, 2, "PLACE", 0.8, "ner")) is None


def test_a_body_ends_before_the_word_for_its_organ() -> None:
    mended = with_edges("中共云岭市委机关报", Candidate(0, 9, "ORG", 0.9, "ner"))
    assert mended is not None and mended.end == 6


def test_with_edges_ends_a_person_before_the_verb_of_a_speech() -> None:
    assert mended("院长陶青作宣讲报告。", "陶青作", "PERSON") == "陶青"
    assert mended("院长陶青作作宣讲报告。", "陶青作", "PERSON") == "陶青作"
    assert mended("院长陶青作到会。", "陶青作", "PERSON") == "陶青作"


def test_with_edges_cuts_off_what_names_a_persons_company() -> None:
    assert mended("甲和夫人苏小禾出席", "夫人苏小禾", "PERSON") == "苏小禾"
    assert mended("陶青山、邵鸿等参加", "邵鸿等", "PERSON") == "邵鸿"


@pytest.mark.parametrize(
    ("text", "recognised", "name"),
    [
        ("市长张志强调，要抓好落实", "张志强", "张志"),
        ("市长张志强调研", "张志强", "张志强"),
        ("行长殷悦安排工作", "殷悦安", "殷悦"),
        ("副主席路遥为展览揭幕", "路遥为", "路遥"),
        ("路遥为说，他来过。路遥为展览揭幕", "路遥为", "路遥为"),
        ("书记唐岳向获奖者颁奖", "唐岳向", "唐岳"),
    ],
)
def test_with_edges_leaves_a_verb_its_first_character(text: str, recognised: str, name: str) -> None:
    assert mended(text, recognised, "PERSON") == name


@pytest.mark.parametrize(
    ("text", "recognised", "label", "name"),
    [
        ("检查长江干堤防汛", "长江", "PLACE", "长江干堤"),
        ("（红旗路至长江路段）停电", "长江路段", "PLACE", "长江路"),
        ("亩；赐福湖康养小镇项目开工", "福湖康养小镇项目", "PROJECT", "赐福湖康养小镇项目"),
        ("亩，在松坪康养小镇项目", "松坪康养小镇项目", "PROJECT", "松坪康养小镇项目"),
        ("学习四中全会精神中央宣讲团报告会", "四中全会精神中央宣讲团", "ORG", "中央宣讲团"),
        ("（实验小学至漕河大桥段）", "漕河大桥段", "PLACE", "漕河大桥"),
        ("与纺织城管委会投资合作签约", "纺织城管委", "ORG", "纺织城管委会"),
        ("东旺煤矿党委书记说", "东旺煤矿党委", "ORG", "东旺煤矿"),
        ("柳河镇党委书记说", "柳河镇党委", "ORG", "柳河镇党委"),
        ("副总理汪洋来衡视察", "汪洋来衡", "PERSON", "汪洋"),
        ("副主任陈君来衡调研", "陈君来", "PERSON", "陈君"),
        ("总经理李新来访，", "李新来", "PERSON", "李新"),
        ("赴长沙拜会省交通运输厅厅长", "长沙拜会省交通运输厅", "ORG", "省交通运输厅"),
        ("到平江县调研松坪电站项目", "平江县调研松坪电站项目", "PROJECT", "松坪电站项目"),
        ("市二环路工程计划投资", "市二环路工程计划", "PROJECT", "市二环路工程"),
        ("——访州卫生委员会主任", "访州卫生委员会", "ORG", "州卫生委员会"),
        ("视察我市“菜篮子”工程建设", "我市“菜篮子”工程", "PROJECT", "“菜篮子”工程"),
        ("后，市经贸委会同市财政局", "市经贸委会", "ORG", "市经贸委"),
        ("与纺织城管委会同行", "纺织城管委会", "ORG", "纺织城管委会"),
        ("当选商会第四届会长，", "第四届会长", "POST", "会长"),
        ("海外衡籍乡亲", "衡籍", "PLACE", "衡"),
        ("在松坪能源有限公司中央控制室，", "松坪能源有限公司中央控制室", "ORG", "松坪能源有限公司"),
    ],
)
def test_with_edges_finds_where_a_name_begins_and_ends(text, recognised, label, name):
    assert mended(text, recognised, label) == name


def test_with_edges_leaves_who_is_appointed_the_end_of_his_name() -> None:
    listed = "任命：\n郭丽、海连成为云岭市中级人民法院审判员。"
    assert mended(listed, "海连", "PERSON") == "海连成"
    assert mended(listed.replace("任命", "介绍"), "海连", "PERSON") == "海连"


def test_with_edges_leaves_the_last_county_of_a_list_out_of_a_work() -> None:
    text = "对尼勒克县、昭苏县“兴牧”工程进行视察，昭苏县“兴牧”工程竣工"
    assert mended(text, "昭苏县“兴牧”工程", "PROJECT") == "“兴牧”工程"
    assert mended(text[text.index("，") :], "昭苏县“兴牧”工程", "PROJECT") == "昭苏县“兴牧”工程"


def test_with_edges_reads_no_verb_over_the_end_of_a_name() -> None:
    assert mended("木海·托乎提高兴地说", "木海·托乎", "PERSON") == "木海·托乎提"


def test_with_edges_keeps_what_kind_of_professor_somebody_is_and_the_number_of_a_house() -> None:
    assert mended("云岭大学讲座教授柳小满", "教授", "POST") == "讲座教授"
    assert mended("到松坪区北海路26号报名", "松坪区北海路", "PLACE") == "松坪区北海路26号"
    assert mended("松坪区北海路26号楼", "松坪区北海路", "PLACE") == "松坪区北海路"


def test_with_edges_reads_a_mongolian_village_behind_its_town() -> None:
    assert mended("松坪旗松坪召镇布日都嘎查的牧民", "松坪旗松坪召镇", "PLACE") == "松坪旗松坪召镇布日都嘎查"


@pytest.mark.parametrize(
    ("text", "recognised", "name"),
    [
        ("走进松溪老街", "松溪", "松溪老街"),
        ("走进松溪老街道", "松溪", "松溪"),
        ("在松坪镇工业功能区举行", "松坪镇", "松坪镇工业功能区"),
        ("在行政楼201会议室举行", "行政楼201", "行政楼201会议室"),
    ],
)
def test_with_edges_reads_a_place_to_the_end_of_its_name(text, recognised, name):
    assert mended(text, recognised, "PLACE") == name


def test_with_edges_cuts_off_since_when_a_post_is_held_and_that_a_meeting_is_closed():
    assert mended("新任市教育局局长林一鸣", "新任市教育局", "ORG") == "市教育局"
    assert mended("市政协全体会议闭会", "市政协全体会议闭会", "EVENT") == "市政协全体会议"
