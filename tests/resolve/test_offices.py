"""Offices and tenures: printed and implied bodies, states, departments named by the post, evidence."""

from __future__ import annotations

import pytest

from newsgraph.model import EntityType, TitleForm
from tests.resolve.builder import resolve


@pytest.mark.parametrize(
    ("text", "seat", "office"),
    [
        ("{市长|POST}{齐远山|PERSON}", "汉中市", "汉中市人民政府市长"),
        ("{常务副市长|POST}{齐远山|PERSON}", "汉中市", "汉中市人民政府常务副市长"),
        ("{省长|POST}{齐远山|PERSON}", "汉中市", "陕西省人民政府省长"),
        ("{略阳县|PLACE}{副县长|POST}{齐远山|PERSON}", "汉中市", "略阳县人民政府副县长"),
        ("{副专员|POST}{齐远山|PERSON}", "阿里地区", "阿里地区行政公署副专员"),
        ("{盟长|POST}{齐远山|PERSON}", "兴安盟", "兴安盟行政公署盟长"),
        ("{扎鲁特旗|PLACE}{旗长|POST}{齐远山|PERSON}", "通辽市", "扎鲁特旗人民政府旗长"),
        ("{州长|POST}{齐远山|PERSON}", "博尔塔拉蒙古自治州", "博尔塔拉蒙古自治州人民政府州长"),
        ("{总书记|POST}{齐远山|PERSON}", None, "中共中央总书记"),
        ("{委员长|POST}{齐远山|PERSON}", None, "全国人民代表大会常务委员会委员长"),
        ("{宣传部长|POST}{齐远山|PERSON}", "汉中市", "中共汉中市委宣传部长"),
        ("{国家主席|POST}{齐远山|PERSON}", None, "中国国家主席"),
        ("{智利|PLACE}{总统|POST}{罗哈斯|PERSON}", None, "智利总统"),
        ("{智利|PLACE}{外长|POST}{罗哈斯|PERSON}", None, "智利外交部长"),
        ("{外交部长|POST}{齐远山|PERSON}", None, "外交部长"),
        ("{智利|PLACE}驻{华|PLACE}{大使|POST}{罗哈斯|PERSON}", None, "智利驻中国大使"),
        ("{中国|PLACE}驻{智利|PLACE}{大使|POST}{齐远山|PERSON}", None, "中国驻智利大使"),
        ("免去驻{智利|PLACE}{大使|POST}{齐远山|PERSON}，他", None, "中国驻智利大使"),
        (
            "{市财政局|ORG}驻{石坝村|PLACE}{第一书记|POST}{齐远山|PERSON}",
            "汉中市",
            "汉中市财政局驻石坝村第一书记",
        ),
        ("{石坝村|PLACE}{村主任|POST}{齐远山|PERSON}", "略阳县", "石坝村村主任"),
        ("{市领导|POST}{齐远山|PERSON}", "汉中市", None),
        ("{局长|POST}{齐远山|PERSON}", "汉中市", None),
        ("{县长|POST}{齐远山|PERSON}来到{略阳县第一中学|ORG}", "汉中市", "略阳县人民政府县长"),
        ("{齐远山|PERSON}{总理|POST}在{汉中|PLACE}考察", "汉中市", "国务院总理"),
    ],
)
def test_office_is_named_by_body_and_post(text: str, seat: str | None, office: str | None) -> None:
    found = {name for _, name in resolve(f"{text}出席。", seat=seat).tenures()}
    assert found == ({office} if office else set())


def test_state_office_belongs_to_the_place() -> None:
    found = resolve("{智利|PLACE}{总统|POST}{罗哈斯|PERSON}到访。")
    office = found.entity("总统")
    state = found.entity("智利")
    assert office is not None and state is not None
    assert (office.type, office.post, office.organization) == (EntityType.OFFICE, "总统", state.id)


def test_implied_government_is_an_inferred_entity() -> None:
    found = resolve("{市长|POST}{齐远山|PERSON}出席。", seat="汉中市")
    office = found.entity("市长")
    assert office is not None and office.organization is not None
    government = found.entities[office.organization]
    assert (government.name, government.attrs) == ("汉中市人民政府", {"inferred": True})
    assert government.seen == (found.tagged[0].article.id,)


def test_mayor_beside_another_citys_committee_is_of_that_city() -> None:
    found = resolve("{泰州市委|ORG}{副书记|POST}、{市长|POST}{夏知秋|PERSON}来访。", seat="汉中市")
    assert found.tenures() == {("夏知秋", "中共泰州市委员会副书记"), ("夏知秋", "泰州市人民政府市长")}


@pytest.mark.parametrize(("short", "long"), [("代市长", "代理市长"), ("代主任", "代理主任")])
def test_acting_posts_of_two_printed_forms_are_one_office(short: str, long: str) -> None:
    body = "" if short == "代市长" else "{市教育局|ORG}"
    found = resolve(
        f"{body}{{{short}|POST}}{{甲某|PERSON}}。{body}{{{long}|POST}}{{甲某|PERSON}}。", seat="汉中市"
    )
    assert found.entity(short) == found.entity(long)
    assert found.entity(long).post == short  # printed first


def test_tenures_keep_form_evidence_and_order() -> None:
    found = resolve(
        "任命{齐远山|PERSON}为{市教育局|ORG}{局长|POST}；免去{晏小池|PERSON}的{市教育局|ORG}{局长|POST}职务。",
        seat="汉中市",
    )
    text = found.tagged[0].article.text
    seen = [(t.form, text[t.evidence.span.start : t.evidence.span.end]) for t in found.resolution.tenures]
    assert seen == [
        (TitleForm.APPOINTMENT, "齐远山为市教育局局长"),
        (TitleForm.REMOVAL, "晏小池的市教育局局长"),
    ]


def test_bare_post_is_the_one_office_of_that_post_in_the_article() -> None:
    found = resolve("{智利|PLACE}{总统|POST}{罗哈斯|PERSON}抵京。愿同{总统|POST}先生努力。")
    assert found.entity("总统", 1) == found.entity("总统", 0)


def test_minister_beside_a_deputy_premier_is_of_that_state() -> None:
    found = resolve("{智利|PLACE}{副总理|POST}兼{外长|POST}{罗哈斯|PERSON}")
    assert ("罗哈斯", "智利外交部长") in found.tenures()


@pytest.mark.parametrize(
    ("text", "seat", "offices"),
    [
        # Counties that are called otherwise today, that share a prefecture's name, or that no list has.
        (
            "{郫县县委|ORG}{副书记|POST}、{县长|POST}{齐远山|PERSON}",
            "成都市",
            {"中共郫县委员会副书记", "郫县人民政府县长"},
        ),
        ("{上饶县委|ORG}{书记|POST}{齐远山|PERSON}", None, {"中共上饶县委员会书记"}),
        (
            "{青云县委|ORG}{副书记|POST}、{县长|POST}{齐远山|PERSON}",
            "汉中市",
            {"中共青云县委员会副书记", "青云县人民政府县长"},
        ),
        ("{青云县|PLACE}{副县长|POST}{齐远山|PERSON}", "汉中市", {"青云县人民政府副县长"}),
        ("{前郭县委|ORG}{书记|POST}{齐远山|PERSON}", "松原市", {"中共前郭尔罗斯蒙古族自治县委员会书记"}),
        ("{地级市市委|ORG}{书记|POST}{齐远山|PERSON}", None, {"地级市市委书记"}),
        # 市 of 市民政局 is a level, of 市民 none.
        (
            "{略阳县委|ORG}{书记|POST}{晏小池|PERSON}，{市民政局|ORG}{局长|POST}{齐远山|PERSON}",
            "汉中市",
            {"中共略阳县委员会书记", "汉中市民政局局长"},
        ),
        # Another district's deputy secretary, before ours.
        (
            "{汉台区委|ORG}{书记|POST}{晏小池|PERSON}，{区委|ORG}{副书记|POST}、{区长|POST}{齐远山|PERSON}",
            "南郑区",
            {"中共汉台区委员会书记", "中共汉台区委员会副书记", "汉台区人民政府区长"},
        ),
        (
            "{汉台区委|ORG}{书记|POST}{晏小池|PERSON}，{区委|ORG}{书记|POST}{齐远山|PERSON}",
            "南郑区",
            {"中共汉台区委员会书记", "中共南郑区委员会书记"},
        ),
        # Bodies that are printed without the body that they are of.
        (
            "{市中级人民法院|ORG}{副院长|POST}{晏小池|PERSON}、{执行局|ORG}{局长|POST}{齐远山|PERSON}",
            "汉中市",
            {"汉中市中级人民法院副院长", "汉中市中级人民法院执行局局长"},
        ),
        (
            "{汉江高新区党工委|ORG}{书记|POST}、{管委会|ORG}{主任|POST}{齐远山|PERSON}",
            "汉中市",
            {"汉江高新区党工委书记", "汉江高新区管委会主任"},
        ),
        ("来到{东升社区|PLACE}，{社区党委|ORG}{书记|POST}{齐远山|PERSON}", "汉中市", {"东升社区党委书记"}),
        (
            "在{白水江镇石坝村|PLACE}，{村党支部|ORG}{书记|POST}{齐远山|PERSON}",
            "略阳县",
            {"石坝村党支部书记"},
        ),
        (
            "{汉江学院|ORG}校庆。{校党委|ORG}{书记|POST}{晏小池|PERSON}、{院长|POST}{齐远山|PERSON}",
            "汉中市",
            {"汉江学院党委书记", "汉江学院院长"},
        ),
        ("慰问{武警汉中支队|ORG}。支队{政委|POST}{齐远山|PERSON}", "汉中市", {"武警汉中支队政委"}),
        (
            "{县农业局|ORG}{党组书记|POST}{晏小池|PERSON}主持会议，{党组成员|POST}、{副局长|POST}{齐远山|PERSON}",
            "略阳县",
            {"略阳县农业局党组书记", "略阳县农业局党组成员", "略阳县农业局副局长"},
        ),
        (
            "{地委|ORG}{委员|POST}、{宣传部长|POST}{齐远山|PERSON}",
            "咸宁地区",
            {"中共咸宁地区委员会委员", "中共咸宁地委宣传部长"},
        ),
        (
            "在{红格尔苏木乌兰嘎查|PLACE}，{嘎查党支部|ORG}{书记|POST}{齐远山|PERSON}",
            "四子王旗",
            {"乌兰嘎查党支部书记"},
        ),
        ("{省人大|ORG}{代表|POST}{齐远山|PERSON}", "汉中市", {"陕西省人民代表大会代表"}),
        # A list's mayor is of its own committee, not of the guest before.
        (
            "{江苏省委|ORG}{副书记|POST}、{常务副省长|POST}{晏小池|PERSON}来访。{省委|ORG}{书记|POST}{何清|PERSON}、"
            "{省长|POST}{齐远山|PERSON}",
            "陕西省",
            {
                "中共江苏省委员会副书记",
                "江苏省人民政府常务副省长",
                "中共陕西省委员会书记",
                "陕西省人民政府省长",
            },
        ),
        # Called by surname and bare post, a deputy is no mayor, and who came with another title no secretary.
        (
            "{齐|PERSON}{市长|POST}说，路通了。{副市长|POST}{齐远山|PERSON}",
            "汉中市",
            {"汉中市人民政府副市长"},
        ),
        (
            "{东升村|PLACE}{第一书记|POST}{齐远山|PERSON}、{村党支部|ORG}{书记|POST}{晏小池|PERSON}。{齐|PERSON}{书记|POST}",
            "汉中市",
            {"东升村第一书记", "东升村党支部书记"},
        ),
        ("{汉江村村委会|ORG}{主任|POST}{齐远山|PERSON}", "汉中市", {"汉江村村民委员会主任"}),
        (
            "{汉江村村民委员会|ORG}选举结束。原{村委会|ORG}{主任|POST}{齐远山|PERSON}",
            "汉中市",
            {"汉江村村民委员会主任"},
        ),
        # Whose place nobody knows has no office that another's would be taken for.
        (
            "{东升村党支部|ORG}{书记|POST}{晏小池|PERSON}、{街道党工委|ORG}{书记|POST}{齐远山|PERSON}",
            "汉中市",
            {"东升村党支部书记"},
        ),
        ("{汉中海事局|ORG}{局长|POST}{齐远山|PERSON}", "汉中市", {"汉中海事局局长"}),
        ("{农垦牡丹江分局|ORG}{局长|POST}{齐远山|PERSON}", "汉中市", {"农垦牡丹江分局局长"}),
        ("{竹溪社区党委|ORG}{书记|POST}{齐远山|PERSON}", "汉中市", {"竹溪社区党委书记"}),
        (
            "{城关街道党工委|ORG}{副书记|POST}、{办事处|ORG}{主任|POST}{齐远山|PERSON}",
            "略阳县",
            {"中共略阳县城关街道工作委员会副书记", "略阳县城关街道办事处主任"},
        ),
        # A consul's office is the consulate, an ambassador's the state.
        (
            "{泰国|PLACE}驻{厦门|PLACE}{总领事|POST}{齐远山|PERSON}",
            "汉中市",
            {"泰国驻厦门总领事馆总领事"},
        ),
        ("{泰国|PLACE}驻{中国|PLACE}{大使|POST}{齐远山|PERSON}", "汉中市", {"泰国驻中国大使"}),
        # Who leads a delegation is officer of where it comes from.
        (
            "以{市长|POST}{齐远山|PERSON}为{团长|POST}的{日本岛根县出云市友好代表团|ORG}",
            "汉中市",
            {"出云市政府市长", "日本岛根县出云市友好代表团团长"},
        ),
        # A member of an academy heads a university.
        (
            "{汉江大学|ORG}{党委书记|POST}{晏小池|PERSON}主持，{中国工程院|ORG}{院士|POST}、{校长|POST}{齐远山|PERSON}",
            "汉中市",
            {"汉江大学党委书记", "中国工程院院士", "汉江大学校长"},
        ),
        ("来自{白水江镇|PLACE}的{委员|POST}{齐远山|PERSON}", "略阳县", set()),
        # A court's committee and its judges, the group told of before, the second list of deputies.
        (
            "任命{齐远山|PERSON}为{汉中市中级人民法院|ORG}{副院长|POST}、{审判委员会|ORG}{委员|POST}、{审判员|POST}",
            "汉中市",
            {
                "汉中市中级人民法院副院长",
                "汉中市中级人民法院审判委员会委员",
                "汉中市中级人民法院审判员",
            },
        ),
        (
            "{省第三督察组|ORG}{组长|POST}{晏小池|PERSON}反馈意见，{督察组|ORG}{副组长|POST}{齐远山|PERSON}",
            "汉中市",
            {"陕西省第三督察组组长", "陕西省第三督察组副组长"},
        ),
        (
            "{市人大常委会|ORG}{副主任|POST}{晏小池|PERSON}主持，{副主任|POST}{何清|PERSON}，{秘书长|POST}{齐远山|PERSON}",
            "汉中市",
            {"汉中市人民代表大会常务委员会副主任", "汉中市人民代表大会常务委员会秘书长"},
        ),
        # Organs of a zone told of before, and of the zone whose paper it is.
        (
            "{汉江高新区管委会|ORG}召开会议。{党工委|ORG}{书记|POST}{齐远山|PERSON}",
            "汉中市",
            {"汉江高新区党工委书记"},
        ),
        (
            "{新区党工委|ORG}{书记|POST}、{管委会|ORG}{主任|POST}{齐远山|PERSON}，{经济运行局|ORG}{局长|POST}{晏小池|PERSON}",
            "重庆两江新区",
            {
                "中共重庆两江新区工作委员会书记",
                "重庆两江新区管理委员会主任",
                "重庆两江新区经济运行局局长",
            },
        ),
        ("{市委|ORG}{常委|POST}{齐远山|PERSON}", "两江新区", {"中共重庆市委员会常委"}),
        ("{吕梁行署|ORG}{副专员|POST}{齐远山|PERSON}", "山西省", {"吕梁地区行政公署副专员"}),
    ],
)
def test_office_is_of_the_body_that_the_words_around_it_mean(
    text: str, seat: str | None, offices: set[str]
) -> None:
    assert {name for _, name in resolve(f"{text}出席。", seat=seat).tenures()} == offices


def test_hospitals_of_two_counties_are_two() -> None:
    found = resolve(
        "{略阳县第一人民医院|ORG}{院长|POST}{齐远山|PERSON}、{留坝县人民医院|ORG}{院长|POST}{晏小池|PERSON}签字。",
        seat="汉中市",
    )
    assert found.tenures() == {("齐远山", "略阳县第一人民医院院长"), ("晏小池", "留坝县人民医院院长")}


def test_list_of_those_elected_is_of_the_body_that_its_notice_names() -> None:
    found = resolve(
        "选举产生{略阳县人民代表大会常务委员会|ORG}{主任|POST}、{副主任|POST}、{委员|POST}，"
        "现予公告：\n"
        "{主　任|POST}：{齐远山|PERSON}\n"
        "{副主任|POST}：{晏小池|PERSON}（女） {夏知秋|PERSON}\n"
        "{委　员|POST}（按姓氏笔画为序）：\n{丁　一|PERSON} {白露|PERSON}（女） {江小满|PERSON}",
        seat="略阳县",
    )
    body = "略阳县人民代表大会常务委员会"
    assert found.tenures() == {
        ("齐远山", f"{body}主任"),
        ("晏小池", f"{body}副主任"),
        ("夏知秋", f"{body}副主任"),
        *((name, f"{body}委员") for name in ("丁一", "白露", "江小满")),
    }


def test_the_last_of_those_elected_together_are_of_the_same_body() -> None:
    found = resolve(
        "选举{齐远山|PERSON}为{区政协|ORG}{主席|POST}，{晏小池|PERSON}为{秘书长|POST}，{白露|PERSON}、{江小满|PERSON}等39人为{常务委员|POST}。",
        seat="汉台区",
    )
    body = "中国人民政治协商会议汉台区委员会"
    assert found.tenures() == {
        ("齐远山", f"{body}主席"),
        ("晏小池", f"{body}秘书长"),
        ("白露", f"{body}常务委员"),
        ("江小满", f"{body}常务委员"),
    }


def test_short_name_that_is_a_countys_too_still_stands_for_the_long_one() -> None:
    found = resolve(
        "由{略阳县富源水电开发公司|ORG}承建。{富源水电开发公司|ORG}{经理|POST}{齐远山|PERSON}致辞。",
        seat="汉中市",
    )
    assert found.tenures() == {("齐远山", "略阳县富源水电开发公司经理")}


def test_officers_reported_on_from_another_city_are_the_papers_own() -> None:
    found = resolve(
        "{市委|ORG}{副书记|POST}、{市长|POST}{齐远山|PERSON}，{深圳市|PLACE}{副市长|POST}{晏小池|PERSON}出席。",
        seat="汉中市",
        dateline="深圳",
    )
    assert ("齐远山", "汉中市人民政府市长") in found.tenures()


def test_short_form_that_an_article_introduces_is_the_firm() -> None:
    found = resolve(
        "{远传动力|ORG}上市\n{汉江远山精密传动股份有限公司|ORG}（以下简称“{远传动力|ORG}”）上市。",
        seat="汉中市",
    )
    assert found.name("远传动力") == "汉江远山精密传动股份有限公司"


def test_judge_is_of_the_court_and_head_of_its_part() -> None:
    found = resolve(
        "任命{甲一|PERSON}为{汉中市中级人民法院民事审判第二庭|ORG}{副庭长|POST}、{审判员|POST}。",
        seat="汉中市",
    )
    assert found.tenures() == {
        ("甲一", "汉中市中级人民法院民事审判第二庭副庭长"),
        ("甲一", "汉中市中级人民法院审判员"),
    }


def test_bare_organs_of_a_session_are_those_of_the_county_in_its_name() -> None:
    found = resolve(
        "{中国共产党略阳县第十八届委员会第九次全体会议|EVENT}召开。{县委|ORG}{书记|POST}{甲一|PERSON}讲话。",
        seat="汉中市",
    )
    assert found.name("县委") == "中共略阳县委员会"
