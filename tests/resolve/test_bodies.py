"""Bodies: short forms to official names, by seat, dateline and what stands before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsgraph.model import EntityType
from tests.resolve.builder import Resolved, make_page, resolve

CITY = "汉中市"


@pytest.mark.parametrize(
    ("printed", "seat", "name"),
    [
        ("市委", "汉中市", "中共汉中市委员会"),
        ("市政府", "汉中市", "汉中市人民政府"),
        ("省委", "汉中市", "中共陕西省委员会"),
        ("市人大", "汉中市", "汉中市人民代表大会常务委员会"),
        ("市十五届人大常委会", "汉中市", "汉中市人民代表大会常务委员会"),
        ("十一届市政协", "汉中市", "中国人民政治协商会议汉中市委员会"),
        ("市政协", "汉中市", "中国人民政治协商会议汉中市委员会"),
        ("市纪委", "汉中市", "中共汉中市纪律检查委员会"),
        ("市委宣传部", "汉中市", "中共汉中市委宣传部"),
        ("市委办", "汉中市", "中共汉中市委办公室"),
        ("市中院", "汉中市", "汉中市中级人民法院"),
        ("团市委", "汉中市", "共青团汉中市委员会"),
        ("民盟市委", "汉中市", "民盟汉中市委员会"),
        ("市住建局", "汉中市", "汉中市住房和城乡建设局"),
        ("市文旅局", "汉中市", "汉中市文旅局"),
        ("市一中", "汉中市", "汉中市第一中学"),
        ("市公安局交警支队", "汉中市", "汉中市公安局交通警察支队"),
        ("交警支队", "汉中市", "汉中市公安局交通警察支队"),
        ("交警大队", "略阳县", "略阳县公安局交通警察大队"),
        ("交警大队", "汉中市", "交警大队"),
        ("市政协委员视察团", "汉中市", "汉中市政协委员视察团"),
        ("农行汉中市分行", "汉中市", "中国农业银行汉中市分行"),
        ("建行", "汉中市", "建行"),
        ("市委政法委", "汉中市", "中共汉中市委政法委员会"),
        ("市外办", "汉中市", "汉中市外事办公室"),
        ("市政府新闻办", "汉中市", "汉中市人民政府新闻办公室"),
        ("湛江海事局", "湛江市", "湛江海事局"),
        ("市经信委", "汉中市", "汉中市经济和信息化委员会"),
        ("市经贸委", "汉中市", "汉中市经济贸易委员会"),
        ("两江新区管委会", "两江新区", "两江新区管理委员会"),
        ("湛江教育局", "湛江市", "湛江市教育局"),
        ("香港汉江同乡联合会", "汉中市", "香港汉江同乡联合会"),
        ("海丰供应链公司", "汉中市", "海丰供应链公司"),
        ("北交所", "汉中市", "北京证券交易所"),
        ("县委", "略阳县", "中共略阳县委员会"),
        ("市委", "略阳县", "中共汉中市委员会"),
        ("县人大常委会", "略阳县", "略阳县人民代表大会常务委员会"),
        ("市委", "韩城市", "中共韩城市委员会"),
        ("地委", "阿里地区", "中共阿里地区委员会"),
        ("行署", "阿里地区", "阿里地区行政公署"),
        ("地区人大工委", "阿里地区", "阿里地区人大工作委员会"),
        ("区党委", "阿里地区", "中共西藏自治区委员会"),
        ("盟委", "兴安盟", "中共兴安盟委员会"),
        ("盟行署", "兴安盟", "兴安盟行政公署"),
        ("自治区党委", "兴安盟", "中共内蒙古自治区委员会"),
        ("州党委", "博尔塔拉蒙古自治州", "中共博尔塔拉蒙古自治州委员会"),
        ("州歌舞团", "博尔塔拉蒙古自治州", "博尔塔拉蒙古自治州歌舞团"),
        ("市委", "重庆市", "中共重庆市委员会"),
        ("市卫生健康委", "重庆市", "重庆市卫生健康委员会"),
        ("省发展改革委", "陕西省", "陕西省发展和改革委员会"),
        ("党中央", "汉中市", "中共中央"),
        ("全国政协", None, "中国人民政治协商会议全国委员会"),
        ("国家发改委", None, "国家发展和改革委员会"),
        ("江西大余县委", "汉中市", "中共大余县委员会"),
        ("汉中市第六届人民代表大会常务委员会", "汉中市", "汉中市人民代表大会常务委员会"),
        ("政协略阳县第九届委员会", "汉中市", "中国人民政治协商会议略阳县委员会"),
        ("汉台区区委", "汉中市", "中共汉台区委员会"),
        ("汉中电视台", "汉中市", "汉中电视台"),
        ("市场监管局", "汉中市", "汉中市市场监督管理局"),
        ("市场监管局", None, "市场监管局"),
        ("财政部", "汉中市", "财政部"),
        ("西乌旗旗委", "锡林郭勒盟", "中共西乌珠穆沁旗委员会"),
        ("地委", "毕节地区", "中共毕节地区委员会"),
        ("县革委会", "衡南县", "衡南县革命委员会"),
        ("柳塘口镇人大", "衡南县", "衡南县柳塘口镇人民代表大会"),
        ("香港特区政府", None, "香港特别行政区政府"),
        ("省顾委", "毕节地区", "中共贵州省顾问委员会"),
    ],
)
def test_body_is_named_in_full_from_the_seat(printed: str, seat: str | None, name: str) -> None:
    assert resolve(f"记者从{{{printed}|ORG}}获悉。", seat=seat).name(printed) == name


def test_body_without_seat_stays_unresolved() -> None:
    found = resolve("{市委|ORG}{书记|POST}{齐远山|PERSON}到{市住建局|ORG}调研。")
    assert found.name("市委") is None
    assert found.name("市住建局") is None
    assert found.name("齐远山") == "齐远山"
    assert found.tenures() == set()


def test_body_of_lower_level_is_of_the_nearest_division_named_before() -> None:
    found = resolve(
        "{略阳县|PLACE}今天通车，{县委|ORG}致辞。{留坝县|PLACE}的{县政府|ORG}、{县委|ORG}也派人来。",
        seat=CITY,
    )
    assert [found.name("县委"), found.name("县委", 1)] == ["中共略阳县委员会", "中共留坝县委员会"]


def test_body_coordinated_with_another_province_is_of_that_province() -> None:
    found = resolve("按照{江苏省委|ORG}、{省政府|ORG}部署，{省政协|ORG}组织视察。", seat=CITY)
    assert found.name("省政府") == "江苏省人民政府"
    assert found.name("省政协") == "中国人民政治协商会议陕西省委员会"


def test_dateline_goes_before_the_seat() -> None:
    page, tagged = make_page("{市委|ORG}召开会议。", seat="渭南市")
    tagged = [replace(item, article=replace(item.article, place="韩城")) for item in tagged]
    page = replace(page, articles=tuple(item.article for item in tagged))
    assert Resolved([(page, tagged)]).name("市委") == "中共韩城市委员会"


def test_organ_printed_with_the_datelines_name_leaves_the_bare_one_to_the_seat() -> None:
    page, tagged = make_page("{市委|ORG}调研，{韩城市委|ORG}汇报。", seat="渭南市")
    tagged = [replace(item, article=replace(item.article, place="韩城")) for item in tagged]
    page = replace(page, articles=tuple(item.article for item in tagged))
    assert Resolved([(page, tagged)]).name("市委") == "中共渭南市委员会"


def test_bureau_without_place_takes_the_place_of_the_one_before() -> None:
    found = resolve("他在{市教育局|ORG}、{财政局|ORG}和{统战部|ORG}工作。", seat=CITY)
    assert found.name("财政局") == "汉中市财政局"


def test_bureau_behind_a_countys_head_is_the_countys() -> None:
    found = resolve(
        "{略阳县|PLACE}{县长|POST}{齐远山|PERSON}、{农业局|ORG}{局长|POST}{晏小池|PERSON}介绍经验。"
        "会后，{农业局|ORG}发放了资料。",
        seat=CITY,
    )
    assert [found.name("农业局"), found.name("农业局", 1)] == ["略阳县农业局", "略阳县农业局"]


def test_department_behind_a_party_post_is_the_committees() -> None:
    found = resolve("{市委|ORG}{常委|POST}、{统战部|ORG}{部长|POST}{齐远山|PERSON}参加。", seat=CITY)
    assert found.name("统战部") == "中共汉中市委统战部"
    assert "中共汉中市委员会" in found.parents("中共汉中市委统战部")


def test_supervisory_commission_beside_the_inspectors_is_no_department_of_the_party() -> None:
    found = resolve("{市纪委|ORG}{书记|POST}、{监委|ORG}{主任|POST}{齐远山|PERSON}参加。", seat=CITY)
    assert found.name("监委") == "汉中市监察委员会"
    assert found.name("市纪委") == "中共汉中市纪律检查委员会"


def test_town_body_is_of_the_town_named_even_if_no_lexicon_has_it() -> None:
    found = resolve(
        "在{柳塘口镇|PLACE}，{镇党委|ORG}{书记|POST}{齐远山|PERSON}和{镇长|POST}{晏小池|PERSON}说。",
        seat="略阳县",
    )
    assert found.tenures() == {
        ("齐远山", "中共略阳县柳塘口镇委员会书记"),
        ("晏小池", "略阳县柳塘口镇人民政府镇长"),
    }


def test_former_name_of_a_county_is_kept() -> None:
    found = resolve("{浏阳县委|ORG}{书记|POST}{齐远山|PERSON}，{县长|POST}{晏小池|PERSON}。", seat="长沙市")
    assert found.tenures() == {("齐远山", "中共浏阳县委员会书记"), ("晏小池", "浏阳县人民政府县长")}


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("华绫集团", "江苏华绫纺织集团有限公司"),
        ("远山药业", "香港远山药业控股有限公司"),
        ("河洲日报", "河洲日报社"),
        ("汉中师院", "汉中师范学院"),
        ("略阳县党政代表团", "陕西省略阳县党政代表团"),
    ],
)
def test_short_form_is_the_same_body(short: str, long: str) -> None:
    found = resolve(f"{{{long}|ORG}}来访。{{{short}|ORG}}表示感谢。", seat=CITY)
    assert found.entity(short) == found.entity(long)
    entity = found.entity(short)
    assert entity is not None
    assert (entity.name, entity.aliases) == (long, (short,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("汉中大学", "汉中大学附属医院"),
        ("华绫集团", "华绫集团汉中分公司"),
        ("汉中市第一中学", "汉中市第二中学"),
        ("安东日报社", "安东晚报社"),
    ],
)
def test_bodies_of_other_kind_or_number_stay_apart(one: str, other: str) -> None:
    found = resolve(f"{{{one}|ORG}}和{{{other}|ORG}}参加。", seat=CITY)
    assert found.entity(one) != found.entity(other)


def test_short_form_of_two_bodies_stays_by_itself() -> None:
    found = resolve("{华绫纺织有限公司|ORG}、{华绫矿业有限公司|ORG}和{华绫公司|ORG}。", seat=CITY)
    assert found.name("华绫公司") == "华绫公司"


def test_inferred_body_says_so_and_keeps_the_printed_form() -> None:
    entity = resolve("{市委|ORG}召开会议。", seat=CITY).entity("市委")
    assert entity is not None
    assert entity.type is EntityType.ORGANIZATION
    assert entity.attrs == {"inferred": True}
    assert entity.aliases == ("市委",)


def test_printed_full_form_is_not_inferred() -> None:
    entity = resolve("{市政府|ORG}开会。{汉中市人民政府|ORG}发文。", seat=CITY).entity("市政府")
    assert entity is not None
    assert "inferred" not in entity.attrs


def test_body_is_located_in_its_division_with_evidence_in_the_text() -> None:
    found = resolve("昨日，{市教育局|ORG}发文。", seat=CITY)
    assert found.parents("汉中市教育局") == {"汉中市"}
    assert found.parents("汉中市") == {"陕西省"}
    text = found.tagged[0].article.text
    assert {text[e.span.start : e.span.end] for _, _, e in found.resolution.located_in} == {"市教育局"}


def test_body_of_an_area_keeps_its_printed_name() -> None:
    found = resolve("{汉中国家级自然保护区管理局|ORG}公布。", seat=CITY)
    assert found.name("汉中国家级自然保护区管理局") == "汉中国家级自然保护区管理局"


def test_road_of_a_borrowed_name_makes_no_county_near() -> None:
    found = resolve("他走进{解放西路市场|PLACE}。{市委|ORG}召开会议。")
    assert found.name("市委") is None


@pytest.mark.parametrize(
    ("short", "full"),
    [("中科院", "中国科学院"), ("国台办", "国务院台湾事务办公室"), ("全国妇联", "中华全国妇女联合会")],
)
def test_central_body_is_one_however_short_it_is_printed(short: str, full: str) -> None:
    found = resolve(f"{{{short}|ORG}}发布报告。{{{full}|ORG}}表示，报告可信。", seat=CITY)
    assert found.name(short) == full
    assert found.entity(short) == found.entity(full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("市应急局", "汉中市应急管理局"),
        ("省民宗委", "陕西省民族宗教事务委员会"),
        ("市关工委", "汉中市关心下一代工作委员会"),
        ("市外侨办", "汉中市外事侨务办公室"),
    ],
)
def test_bureau_is_called_by_its_official_name(short: str, full: str) -> None:
    assert resolve(f"{{{short}|ORG}}发布通知。", seat=CITY).name(short) == full


def test_bureau_of_a_government_is_the_places() -> None:
    found = resolve("{汉中市人民政府国有资产监督管理委员会|ORG}与{市国资委|ORG}", seat=CITY)
    assert found.entity("市国资委") == found.entity("汉中市人民政府国有资产监督管理委员会")


def test_board_that_says_what_zone_it_is_of_is_that_zones() -> None:
    found = resolve("{兴元新区|PLACE}举行仪式，{新区管委会|ORG}{主任|POST}{齐远山|PERSON}主持。", seat=CITY)
    assert found.name("新区管委会") == "兴元新区管委会"


def test_part_of_the_police_behind_its_bureau_is_the_bureaus() -> None:
    found = resolve(
        "{市公安局|ORG}{副局长|POST}、{刑侦支队|ORG}{支队长|POST}{齐远山|PERSON}。", seat="汉中市"
    )
    assert found.name("刑侦支队") == "汉中市公安局刑侦支队"


@pytest.mark.parametrize(
    "led",
    [
        "由{市委|ORG}{书记|POST}{甲一|PERSON}、{市长|POST}{乙二|PERSON}率领的{韩城市党政代表团|ORG}来访。",
        "{渭南市领导|POST}会见了{市委|ORG}{书记|POST}{甲一|PERSON}带领的{韩城市考察团|ORG}。",
        "{韩城市考察团|ORG}在{市委|ORG}{书记|POST}{甲一|PERSON}率领下来访。",
    ],
)
def test_officers_who_lead_a_delegation_are_of_where_it_comes_from(led: str) -> None:
    assert resolve(led, seat="渭南市").name("市委") == "中共韩城市委员会"


@pytest.mark.parametrize(
    "led",
    [
        "{市委|ORG}{书记|POST}{甲一|PERSON}会见由{乙二|PERSON}率领的{韩城市党政代表团|ORG}。",
        "{韩城市考察团|ORG}来访，{市委|ORG}{书记|POST}{甲一|PERSON}陪同。",
    ],
)
def test_officers_who_receive_a_delegation_are_of_the_seat(led: str) -> None:
    assert resolve(led, seat="渭南市").name("市委") == "中共渭南市委员会"


def test_builders_with_a_number_are_bureaus_of_no_city() -> None:
    found = resolve(
        "{汉中市|PLACE}、{汉中理工大学|ORG}和{中铁九局|ORG}签约，{市教育局|ORG}、{第三分局|ORG}到场。",
        seat=CITY,
    )
    assert found.name("中铁九局") == "中铁九局"


def test_state_firm_is_one_with_its_legal_form_and_no_other() -> None:
    found = resolve(
        "{中国铁建|ORG}与{中国铁建股份有限公司|ORG}、{中国铁建投资集团有限公司|ORG}签约。", seat=CITY
    )
    assert found.name("中国铁建") == found.name("中国铁建股份有限公司") == "中国铁建股份有限公司"
    assert found.name("中国铁建投资集团有限公司") == "中国铁建投资集团有限公司"


def test_special_committees_are_the_congresss_and_working_ones_its_standing_committees() -> None:
    found = resolve("{市人大财经委|ORG}、{市人大常委会财经工委|ORG}审议报告。", seat=CITY)
    assert found.name("市人大财经委") == "汉中市人民代表大会财政经济委员会"
    assert found.name("市人大常委会财经工委") == "汉中市人民代表大会常务委员会财经工委"


def test_board_of_a_zone_is_one_with_and_without_its_city() -> None:
    found = resolve("{汉中高新区管委会|ORG}{主任|POST}{甲一|PERSON}代表{高新区管委会|ORG}签约。", seat=CITY)
    assert found.entity("汉中高新区管委会") == found.entity("高新区管委会")


def test_zone_of_a_city_is_not_that_of_its_county() -> None:
    found = resolve("{随州经济开发区|PLACE}与{广水经济开发区|PLACE}比邻。", seat="随州市")
    assert found.name("随州经济开发区") != found.name("广水经济开发区")


def test_mine_is_one_with_its_county_and_with_its_town() -> None:
    found = resolve("{桐梓县吉源煤矿|ORG}停产。{桐梓县楚米镇吉源煤矿|ORG}复产。", seat="遵义市")
    assert found.name("桐梓县吉源煤矿") == found.name("桐梓县楚米镇吉源煤矿")


def test_units_of_the_corps_are_those_of_the_division_printed_before() -> None:
    found = resolve(
        "{兵团|ORG}{副司令员|POST}{甲一|PERSON}到{第四师|ORG}调研。{师党委|ORG}{书记|POST}{乙二|PERSON}在{六十二团十二连|ORG}陪同。",
        seat="伊宁市",
    )
    assert found.name("第四师") == "新疆生产建设兵团第四师"
    assert found.name("师党委") == "中共新疆生产建设兵团第四师委员会"
    assert found.name("六十二团十二连") == "新疆生产建设兵团第四师六十二团十二连"


def test_standing_committee_is_of_the_whole_committee() -> None:
    found = resolve("{市委常委会|ORG}召开会议，{市委宣传部|ORG}参加。", seat=CITY)
    assert found.name("市委常委会") == "中共汉中市委员会常务委员会"
    assert found.name("市委宣传部") == "中共汉中市委宣传部"
