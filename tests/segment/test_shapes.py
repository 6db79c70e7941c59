import pytest

from newsgraph.segment import shapes
from newsgraph.segment.cohesion import is_new_article
from newsgraph.segment.dateline import find_dateline
from newsgraph.segment.pairs import word_pairs
from newsgraph.segment.shapes import shape_of


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("防汛会议召开", "head"),
        ("关于在国庆节期间对市区部分道路实行临时交通管制并请广大市民提前做好出行安排的通告", "head"),
        ("本报讯 昨日，会议召开。", "lead"),
        ("据新华社电 国家统计局昨日公布数据。", "lead"),
        ("新华社北京3月1日电（记者 柳小满）会议召开。", "lead"),
        ("◆本报云溪讯　昨日，会议召开。", "lead"),
        ("会议强调，要落实责任。", "body"),
        ("2003.05—2006.11 某镇党委委员、副镇长", "body"),
        ("2022年10月至今 某县委副书记（11月任县人民政府副县长）", "body"),
        ("任命：", "body"),
        ("柳小满为市水利局局长；", "body"),
        ("本报记者 柳小满", "byline"),
        ("柳小满 摄", "credit"),
        ("（本报记者 柳小满 摄）", "credit"),
        ("新华社北京三月一日电（记者柳", "lead"),
        ("A5", "jump"),
        ("——编　者", "tail"),
        ("（一）", "head"),
        (">>>详见第七版>>>", "jump"),
        ("详见A3版", "jump"),
        ("（下转第2版）", "jump"),
        ("老街改造走出新路子 详见A3版", "jump"),
        ("3版　市政协会议今日开幕", "jump"),
        ("柳小满会见台湾电电公会参访团", "head"),
        ("三个社区电改项目开工", "head"),
        ("山谷黑蜂：酿出甜蜜产业 2版", "jump"),
        ("上接第一版", "resumed"),
        ("（上接第1版）会议强调，要落实责任。", "resumed"),
        ("（据新华社）", "tail"),
        ("（1996年7月2日县人大常委会第四次会议通过）", "tail"),
    ],
)
def test_shape_of_tells_lines_apart(text, shape):
    assert shape_of(text) == shape


@pytest.mark.parametrize(
    "text", ["会议召开。", "他说：“好。”", "会议召开。（柳小满）", "任命：", "落实责任……", "（下转第二版）"]
)
def test_is_final_knows_ends(text):
    assert shapes.is_final(text)


@pytest.mark.parametrize("text", ["会议召开，", "各级各部", "“十四五", "达到12.5%，同比增长3"])
def test_is_final_knows_cuts(text):
    assert not shapes.is_final(text)


def test_is_advert_wants_an_offer_and_a_telephone():
    assert shapes.is_advert(["现房发售", "热线：8888888"])
    assert shapes.is_advert(["（广告）"])
    assert not shapes.is_advert(["我市出台购房优惠政策", "咨询会昨日举行"])


def test_is_new_article_tells_a_heading_from_a_headline():
    above = word_pairs(
        ["茶农丰收", "柳小满种茶三十年，茶园面积扩大到五百亩，茶叶远销海外，茶农收入逐年增长。"]
    )
    inside = is_new_article(
        above,
        ["茶农丰收"],
        ["一片茶园"],
        ["茶园面积不大，柳小满和茶农把茶叶销往海外，收入增长。"],
        after_lead=False,
    )
    other = is_new_article(
        above,
        ["茶农丰收"],
        ["地铁二号线昨日贯通"],
        ["昨日，地铁二号线全线贯通，预计年底通车。"],
        after_lead=False,
    )
    assert (inside, other) == (False, True)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("新华社北京12月8日电 会议", "北京"),
        ("据新华社联合国4月30日电 会议", "联合国"),
        ("本报云溪讯 昨日", "云溪"),
        ("中新社香港8日电（记者 柳小满）会议", "香港"),
        ("本报讯（记者 柳小满）", None),
        ("据新华社电 会议", None),
        ("本报综合消息 会议", None),
    ],
)
def test_find_dateline_gives_the_printed_place(text, place):
    assert find_dateline(text) == place


@pytest.mark.parametrize("text", ["停水公告", "通　　告", "石江市公安局 通　告", "本报读者热线", "今日天气"])
def test_is_notice_head_reads_words_set_apart(text):
    assert shapes.is_notice_head(text)


@pytest.mark.parametrize(
    ("text", "is_one"), [("简　讯", True), ("短讯三则", True), ("▲一周要闻简报", True), ("简讯送到家", False)]
)
def test_is_round_up_knows_columns_of_short_items(text, is_one):
    assert shapes.is_round_up(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("石江市水利局", True),
        ("修路钱怎么办", False),
        ("市民休闲好去处", False),
        ("石江讲坛走进石江大学", False),
    ],
)
def test_is_signature_wants_an_office(text, is_one):
    assert shapes.is_signature(text) is is_one


def test_is_small_ad_wants_who_what_and_a_telephone():
    assert shapes.is_small_ad("石江老街物业公司招聘前台四名。电话：3500066")
    assert not shapes.is_small_ad("石江老街物业公司招聘会昨日举行。")
