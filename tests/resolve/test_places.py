"""Places: address chains, short forms, single characters, 我市."""

from __future__ import annotations

import pytest

from newsgraph.lexicon import divisions
from newsgraph.model import EntityType
from newsgraph.resolve.register import Draft
from tests.resolve.builder import resolve


@pytest.mark.parametrize(
    ("printed", "seat", "name"),
    [
        ("我市", "汉中市", "汉中市"),
        ("我省", "汉中市", "陕西省"),
        ("我县", "略阳县", "略阳县"),
        ("我区", "阿里地区", "阿里地区"),
        ("我区", "南宁市", "广西壮族自治区"),
        ("自治区", "阿里地区", "西藏自治区"),
        ("我国", None, "中国"),
        ("汉中", "汉中市", "汉中市"),
        ("博州", "博尔塔拉蒙古自治州", "博尔塔拉蒙古自治州"),
        ("江苏省泰州市", "汉中市", "泰州市"),
        ("留坝", "汉中市", "留坝县"),
        ("香港", None, "香港特别行政区"),
        ("汉江南路12号", "汉中市", "汉江南路12号"),
        ("中山公园", "汉中市", "中山公园"),
        ("南京路", "汉中市", "南京路"),
        ("大韩民国", None, "韩国"),
        ("越南社会主义共和国", None, "越南"),
        ("斐济共和国", None, "斐济"),
        ("刚果民主共和国", None, "刚果（金）"),
        ("多米尼加共和国", None, "多米尼加共和国"),
        ("东海", "汉中市", "东海"),
        ("百色市", "百色地区", "百色市"),
        ("襄樊市", "武汉市", "襄樊市"),
        ("东城水厂", "汉中市", "东城水厂"),
        ("竹溪社区", "汉中市", "竹溪社区"),
        ("县会议中心", "略阳县", "略阳县会议中心"),
        ("我区", "重庆两江新区", "重庆两江新区"),
        ("两江新区", "重庆两江新区", "重庆两江新区"),
        ("市先进制造业开发区", "汉中市", "汉中市先进制造业开发区"),
        ("市中街道", "禹城市", "禹城市市中街道"),
    ],
)
def test_place_is_named_in_full(printed: str, seat: str | None, name: str) -> None:
    assert resolve(f"消息传到{{{printed}|PLACE}}。", seat=seat).name(printed) == name


def test_deictic_without_seat_stays_unresolved() -> None:
    assert resolve("{我市|PLACE}今年降雨偏少。").name("我市") is None


@pytest.mark.parametrize(
    ("text", "char", "name"),
    [
        ("专家来{衡|PLACE}讲学", "衡", "衡阳市"),
        ("{湘|PLACE}{粤|PLACE}两省", "湘", "湖南省"),
        ("援{疆|PLACE}干部", "疆", "新疆维吾尔自治区"),
        ("{中|PLACE}{智|PLACE}建交", "智", "智利"),
        ("{中|PLACE}{智|PLACE}建交", "中", "中国"),
        ("{俄|PLACE}方表示", "俄", "俄罗斯"),
        ("{泰州市|PLACE}客人到访，{泰|PLACE}衡合作", "泰", "泰州市"),
        ("考察团来{雁|PLACE}", "雁", "衡阳市"),
    ],
)
def test_single_character_is_read_by_its_context(text: str, char: str, name: str) -> None:
    assert resolve(text, seat="衡阳市").name(char) == name


def test_character_is_the_state_that_the_article_names() -> None:
    found = resolve("{中|PLACE}{多|PLACE}关系。{多米尼加|PLACE}来客。")
    assert found.entity("多") == found.entity("多米尼加")


def test_address_chain_lies_in_its_parents() -> None:
    found = resolve("项目位于{略阳县白水江镇石坝村|PLACE}。", seat="汉中市")
    assert found.parents("略阳县白水江镇石坝村") == {"略阳县白水江镇"}
    assert found.parents("略阳县白水江镇") == {"略阳县"}
    assert found.parents("略阳县") == {"汉中市"}
    assert found.parents("汉中市") == {"陕西省"}
    parents = [e for e in found.entities.values() if e.name == "略阳县"]
    assert parents[0].attrs == {"inferred": True}


def test_village_listed_behind_a_chain_shares_its_town() -> None:
    found = resolve("位于{略阳县白水江镇石坝村|PLACE}、{青沟村|PLACE}。{青沟村|PLACE}已动工。", seat="汉中市")
    assert found.name("青沟村") == found.name("青沟村", 1) == "略阳县白水江镇青沟村"
    assert found.parents("略阳县白水江镇青沟村") == {"略阳县白水江镇"}


def test_village_behind_a_full_stop_is_by_itself() -> None:
    assert resolve("到{略阳县石坝村|PLACE}。{青沟村|PLACE}人多。", seat="汉中市").name("青沟村") == "青沟村"


def test_place_printed_with_and_without_its_division_is_one() -> None:
    found = resolve(
        "在{略阳县横江工业园|PLACE}奠基。{横江工业园|PLACE}占地千亩。{白水江镇|PLACE}和{略阳县白水江镇|PLACE}。",
        seat="汉中市",
    )
    assert found.entity("横江工业园") == found.entity("略阳县横江工业园")
    assert found.entity("白水江镇") == found.entity("略阳县白水江镇")


def test_foreign_province_with_and_without_its_state_is_one() -> None:
    found = resolve("{智利南方省|PLACE}客人来访，希望与{南方省|PLACE}合作。", seat="汉中市")
    assert found.entity("南方省") == found.entity("智利南方省")


def test_former_name_of_a_county_names_the_place_and_its_parent() -> None:
    found = resolve("{浏阳县|PLACE}丰收。", seat="长沙市")
    assert found.name("浏阳县") == "浏阳县"
    assert found.parents("浏阳县") == {"长沙市"}


def test_town_of_another_prefecture_is_not_taken_for_the_one_printed() -> None:
    assert resolve("走进{茶山镇|PLACE}。", seat="略阳县").name("茶山镇") == "略阳县茶山镇"


def test_bare_town_is_the_one_that_the_page_prints_in_full() -> None:
    found = resolve("{略阳县横现河镇|PLACE}动工，涉及{横现河|PLACE}两个村。", seat="汉中市")
    assert found.name("横现河") == found.name("略阳县横现河镇")


def test_envoys_character_for_china() -> None:
    assert resolve("{智利|PLACE}驻{华|PLACE}{大使|POST}{罗哈斯|PERSON}").name("华") == "中国"


def test_community_far_from_a_county_of_its_name_does_not_lie_in_it() -> None:
    found = resolve("来到{竹溪社区|PLACE}和{留坝社区|PLACE}。", seat="汉中市")
    assert found.parents("竹溪社区") == set()
    assert found.parents("留坝社区") == {"留坝县"}


def test_short_name_that_several_far_counties_share_is_none_of_them() -> None:
    found = resolve("在{略阳县|PLACE}{新华|PLACE}察看汛情。", seat="汉中市")
    assert (found.name("新华"), found.parents("新华")) == ("新华", set())


def test_short_name_is_that_of_the_far_county_that_the_article_names() -> None:
    found = resolve("{石家庄市|PLACE}来客说，{新华|PLACE}欢迎投资。", seat="汉中市")
    assert found.name("新华") == "新华区"


def test_city_keeps_its_name_though_an_obituary_has_the_prefecture() -> None:
    found = resolve("{南阳|PLACE}新闻。{南阳地区行署|ORG}原{副专员|POST}{甲一|PERSON}逝世。", seat="南阳市")
    assert found.name("南阳") == "南阳市"


def test_place_is_called_by_its_name_at_the_time_of_the_paper_and_of_its_short_form() -> None:
    draft = Draft("e", EntityType.PLACE, place=divisions.find("南阳市"))
    draft.official = {"南阳市": None, "南阳地区": None}
    draft.printed = {"南阳": None, "我市": None}
    assert draft.name == "南阳市"
