"""Money, area, place and builder of projects."""

import pytest

from newsgraph.model import RelationType
from tests.link.markup import tell


def facts(markup: str) -> tuple[dict[str, dict[str, object]], set[tuple[str, str, str]]]:
    linked = tell(markup).link()
    attrs = {e.name: dict(e.attrs) for e in linked.entities.values() if e.type == "Project"}
    ties = {
        (linked.entities[r.source].name, str(r.type), linked.entities[r.target].name)
        for r in linked.relations
    }
    return attrs, ties


@pytest.mark.parametrize(
    ("words", "attrs"),
    [
        ("总投资8.8亿元", {"investment_cny": 880_000_000}),
        ("计划总投资额21.7亿元", {"investment_cny": 2_170_000_000}),
        ("总投资约5000万元", {"investment_cny": 50_000_000}),
        ("投资总额为1.2万亿元", {"investment_cny": 1_200_000_000_000}),
        (
            "总投资12亿港元（约合人民币11.2亿元）",
            {
                "investment_cny": 1_120_000_000,
                "investment_amount": 1_200_000_000,
                "investment_currency": "HKD",
            },
        ),
        ("总投资2300万美元", {"investment_amount": 23_000_000, "investment_currency": "USD"}),
        ("占地320亩", {"area_mu": 320}),
        ("总用地面积519.08亩", {"area_mu": 519.08}),
        ("总建筑面积12万平方米", {"area_m2": 120_000}),
        ("占地面积1.5平方公里", {"area_m2": 1_500_000}),
        ("一季度完成投资8000万元", {}),
        ("可吸纳4000人就业", {}),
        ("追加投资5亿元，总投资达到25亿元", {"investment_cny": 2_500_000_000}),
        ("总投资由原来的20亿元人民币追加至35亿元人民币，新增投资15亿元", {"investment_cny": 3_500_000_000}),
        (
            "总投资由1.5亿美元增加至2.3亿美元",
            {"investment_amount": 230_000_000, "investment_currency": "USD"},
        ),
        ("总投资不低于20亿元，首期投资3亿元", {"investment_cny": 2_000_000_000}),
        ("概算投资由20亿元核减为18亿元", {"investment_cny": 1_800_000_000}),
        ("规划面积3000亩扩大到4200亩", {"area_mu": 4200}),
        ("用地面积由1200亩调减为900亩", {"area_mu": 900}),
        ("追加投资1.2亿元，新增占地300亩", {}),
    ],
)
def test_projects_get_the_figures_of_their_clause(words: str, attrs: dict[str, object]) -> None:
    assert facts(f"[柳河产业园项目|J]{words}。")[0]["柳河产业园项目"] == attrs


def test_projects_take_up_what_the_next_sentence_says() -> None:
    attrs, _ = facts("9日，[甲一|P]视察了[柳河堤防工程|J]。据了解，该工程总投资1.3亿元。")
    assert attrs["柳河堤防工程"] == {"investment_cny": 130_000_000}


def test_projects_of_a_list_keep_their_own_facts() -> None:
    attrs, ties = facts(
        "[柳河纺织项目|J]位于[柳河镇|L]，由[海川集团|O]投资建设，总投资4.2亿元；[石桥榨油项目|J]选址[石桥乡|L]，总投资6800万元，占地45亩。"
    )
    assert attrs == {
        "柳河纺织项目": {"investment_cny": 420_000_000},
        "石桥榨油项目": {"investment_cny": 68_000_000, "area_mu": 45},
    }
    assert ties == {
        ("柳河纺织项目", "LOCATED_IN", "柳河镇"),
        ("海川集团", "INVESTS_IN", "柳河纺织项目"),
        ("石桥榨油项目", "LOCATED_IN", "石桥乡"),
    }


def test_projects_lie_in_each_place_of_a_list() -> None:
    _, ties = facts("[柳河物流港项目|J]位于[朝霞村|L]、[青石村|L]。")
    assert {target for _, _, target in ties} == {"朝霞村", "青石村"}


@pytest.mark.parametrize(
    "text",
    [
        "[柳河纺织项目|J]、[石桥榨油项目|J]两个项目总投资12亿元。",
        "[柳河纺织项目|J]开工。此次开工的32个项目总投资187亿元。",
        "[柳河纺织项目|J]开工。全市累计总投资187亿元。",
        "作为[柳河新区规划工程|J]的一部分，二期总投资3亿元。",
    ],
)
def test_projects_get_no_sums_over_several(text: str) -> None:
    assert not any(facts(text)[0].values())


def test_projects_take_what_a_firm_pays_to_build_them() -> None:
    attrs, _ = facts("[海川集团|O]将在[柳河镇|L]投资58亿元，建设[柳河抽水蓄能电站|J]。")
    assert attrs["柳河抽水蓄能电站"]["investment_cny"] == 5_800_000_000


def test_projects_leave_facts_of_an_untagged_one_alone() -> None:
    attrs, _ = facts("[柳河纺织项目|J]总投资2亿元；石桥榨油项目位于[石桥乡|L]，占地45亩。")
    assert attrs["柳河纺织项目"] == {"investment_cny": 200_000_000}


def test_projects_tie_has_evidence_in_its_clause() -> None:
    story = tell("[柳河纺织项目|J]位于[柳河镇|L]，占地10亩。")
    relation = next(r for r in story.link().relations if r.type is RelationType.LOCATED_IN)
    span = relation.evidence[0].span
    assert story.tagged[0].article.text[span.start : span.end] == "柳河纺织项目位于柳河镇"


def test_projects_topic_is_the_one_that_is_said_to_be_another() -> None:
    attrs, _ = facts("[柳河纺织项目|J]是[全市十大产业项目|J]之一，总投资2亿元。")
    assert attrs["柳河纺织项目"] == {"investment_cny": 200_000_000}


def test_projects_of_an_event_leave_out_the_name_of_the_batch() -> None:
    linked = tell("9日，[[柳河产业合作项目|J]签约仪式|E]举行。[柳河纺织项目|J]总投资2亿元。").link()
    assert [linked.entities[p].name for p in linked.events[0].projects] == ["柳河纺织项目"]


def test_projects_take_figures_printed_before_them_in_the_sentence() -> None:
    attrs, _ = facts("总投资一千二百万元，历时三年，[柳河堤防工程|J]最近完工。")
    assert attrs["柳河堤防工程"] == {"investment_cny": 12_000_000}


def test_projects_phase_takes_the_figures_of_its_phase() -> None:
    attrs, _ = facts("[柳河风电场一期工程|J]开工。[柳河风电场|J]分两期实施，其中一期总投资6亿元。")
    assert attrs == {"柳河风电场一期工程": {"investment_cny": 600_000_000}, "柳河风电场": {}}


def test_projects_of_a_firm_are_what_its_officer_speaks_of() -> None:
    _, ties = facts(
        "[甲县|L]与[海川集团|O]签订[柳河纺织项目|J]，与[石桥公司|O]签订[石桥榨油项目|J]。"
        "[海川集团|O][董事长|T][甲一|P]告诉记者，项目落户[柳河镇|L]。"
    )
    assert ("柳河纺织项目", "LOCATED_IN", "柳河镇") in ties


@pytest.mark.parametrize(
    ("text", "project", "place"),
    [
        ("在[柳河镇|L]，[石桥榨油项目|J]施工现场机器轰鸣。", "石桥榨油项目", "柳河镇"),
        ("随后，[甲一|P]一行来到[柳河镇|L]，登上大堤察看[石桥码头工程|J]。", "石桥码头工程", "柳河镇"),
        ("当天，[甲一|P]还到[柳河镇|L]察看了[石桥榨油项目|J]。", "石桥榨油项目", "柳河镇"),
        ("[海川集团|O]拟在[柳河镇|L]兴办[石桥榨油项目|J]。", "石桥榨油项目", "柳河镇"),
        ("8日，[[石桥榨油项目|J]开工仪式|E]在[柳河镇|L]举行。", "石桥榨油项目", "柳河镇"),
        ("[石桥榨油项目|J]开工仪式8日在[柳河镇|L]举行。", "石桥榨油项目", "柳河镇"),
    ],
)
def test_projects_lie_where_they_are_shown_or_opened(text: str, project: str, place: str) -> None:
    assert (project, "LOCATED_IN", place) in facts(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "在[柳河镇|L]，[甲一|P]与干部座谈。[石桥榨油项目|J]上月开工。",
        "在[柳河镇|L]，[石桥榨油项目|J]、[青石纺织项目|J]进展顺利。",
        "[[石桥榨油项目|J]签约仪式|E]8日在[柳河镇|L]举行。",
    ],
)
def test_projects_are_placed_by_no_scene_of_others(text: str) -> None:
    assert not {tie for tie in facts(text)[1] if tie[1] == "LOCATED_IN"}


def test_projects_of_a_list_share_the_sums_that_follow_in_their_order() -> None:
    attrs, _ = facts("开工的有[柳河供热工程|J]和[石桥治理工程|J]，总投资分别为1.6亿元、4200万元。")
    assert attrs == {
        "柳河供热工程": {"investment_cny": 160_000_000},
        "石桥治理工程": {"investment_cny": 42_000_000},
    }


def test_projects_are_taken_up_by_their_kind() -> None:
    attrs, _ = facts("[甲一|P]察看了[柳河装备产业园|J]。该产业园由[海川集团|O]投资建设，总投资12.8亿元。")
    assert attrs["柳河装备产业园"] == {"investment_cny": 1_280_000_000}


def test_projects_decided_on_are_those_that_the_next_words_take_up() -> None:
    attrs, _ = facts("会议同意实施[柳河医院迁建项目|J]，该项目选址[柳河镇|L]，用地62亩。")
    assert attrs["柳河医院迁建项目"] == {"area_mu": 62}


def test_projects_cost_what_is_printed_in_wide_figures() -> None:
    assert facts("[柳河纺织项目|J]总投资１．４５亿元，占地８６亩。")[0]["柳河纺织项目"] == {
        "investment_cny": 145_000_000,
        "area_mu": 86,
    }


def test_projects_named_together_cost_what_stands_with_each() -> None:
    attrs, _ = facts("总投资15亿元的[湘江隧道|J]和总投资8亿元的[柳河公园|J]昨日同时开工。")
    assert [a["investment_cny"] for a in attrs.values()] == [1_500_000_000, 800_000_000]
    attrs, _ = facts("[湘江隧道|J]（总投资15亿元）、[柳河公园|J]（总投资8亿元）开工。")
    assert [a["investment_cny"] for a in attrs.values()] == [1_500_000_000, 800_000_000]


def test_projects_cost_what_a_sum_was_changed_to() -> None:
    attrs, _ = facts("[体育中心扩建工程|J]总投资从5亿元调整为7.2亿元。")
    assert attrs["体育中心扩建工程"] == {"investment_cny": 720_000_000}


def test_projects_do_not_cost_one_of_their_phases() -> None:
    assert facts("[柳河仓储项目|J]签约，一期投资2亿元，二期投资3亿元。")[0]["柳河仓储项目"] == {}


@pytest.mark.parametrize(
    "words",
    [
        "[海川集团|O]投资的[柳河材料项目|J]开工。",
        "[海川集团|O]投资6亿元的[柳河材料项目|J]开工。",
        "[柳河材料项目|J]由[中建五局|O]承建，[海川集团|O]投资建设。",
    ],
)
def test_projects_have_their_investors_and_not_their_contractors(words: str) -> None:
    _, ties = facts(words)
    assert {tie for tie in ties if tie[1] == RelationType.INVESTS_IN} == {
        ("海川集团", "INVESTS_IN", "柳河材料项目")
    }


def test_projects_keep_what_is_told_of_another_out() -> None:
    text = "[柳河材料项目|J]开工。由[海川集团|O]投资的智能工厂项目奠基，该项目占地300亩。"
    assert facts(text)[0]["柳河材料项目"] == {}


def test_sum_before_a_semicolon_is_not_that_of_the_project_behind_it() -> None:
    attrs, _ = facts(
        "两个项目落户[我市|L]：一个选址[高新区|L]，总投资28亿元，占地620亩；[石门渡风电项目|J]位于[柳河镇|L]，总投资5.6亿元；"
        "[云溪电厂项目|J]占地150亩。"
    )
    assert attrs == {"石门渡风电项目": {"investment_cny": 560_000_000}, "云溪电厂项目": {"area_mu": 150}}


def test_figures_have_their_sentences_and_differ_from_article_to_article() -> None:
    linked = tell(
        "[石门渡风电项目|J]总投资5亿元，占地90亩。[石门渡风电项目|J]总投资6亿元。",
        "[石门渡风电项目|J]总投资5亿元。",
        "[石门渡风电项目|J]总投资7.2亿元，引资2300万美元。",
    ).link()
    (project,) = [e for e in linked.entities.values() if e.type == "Project"]
    assert dict(project.attrs) == {
        "investment_cny": 500_000_000,
        "area_mu": 90,
        "investment_amount": 23_000_000,
        "investment_currency": "USD",
    }
    told = [(f.name, f.value, f.currency, [said.article for said in f.evidence]) for f in project.facts]
    assert told == [
        ("investment_cny", 500_000_000, None, ["a0", "a1"]),
        ("area_mu", 90, None, ["a0"]),
        ("investment_cny", 720_000_000, None, ["a2"]),
        ("investment_amount", 23_000_000, "USD", ["a2"]),
    ]


def test_projects_named_in_the_clause_of_their_sums_share_them() -> None:
    attrs, _ = facts("[柳河供热工程|J]、[石桥治理工程|J]两个项目分别投资3亿元、2亿元。")
    assert attrs == {
        "柳河供热工程": {"investment_cny": 300_000_000},
        "石桥治理工程": {"investment_cny": 200_000_000},
    }


def test_a_project_counted_among_others_is_told_of() -> None:
    attrs, _ = facts("列入今年实事项目的[柳河改造工程|J]完工，总投资4260万元。")
    assert attrs["柳河改造工程"] == {"investment_cny": 42_600_000}


def test_a_project_that_somebody_carries_out_is_told_of() -> None:
    attrs, ties = facts("公司将投资9600万元实施[柳河技改工程|J]，厂址就在[柳河镇|L]。")
    assert attrs["柳河技改工程"] == {"investment_cny": 96_000_000}
    assert ("柳河技改工程", "LOCATED_IN", "柳河镇") in ties


def test_a_project_in_the_name_of_a_meeting_is_what_the_next_words_take_up() -> None:
    attrs, _ = facts("[[柳河公路改造工程|J]动员大会|E]召开。该工程全长86公里，总投资4.37亿元。")
    assert attrs["柳河公路改造工程"] == {"investment_cny": 437_000_000}


def test_works_named_one_by_one_lie_where_all_of_them_are_said_to() -> None:
    _, ties = facts(
        "签约的两个项目均落户[柳河工业园|L]。其中，[石桥塑料项目|J]占地86亩；[青石涤纶项目|J]占地132亩。[柳河水厂工程|J]占地9亩。"
    )
    assert {tie for tie in ties if tie[1] == "LOCATED_IN"} == {
        ("石桥塑料项目", "LOCATED_IN", "柳河工业园"),
        ("青石涤纶项目", "LOCATED_IN", "柳河工业园"),
    }


@pytest.mark.parametrize(
    "told", ["[柳河大桥|J]通车典礼在[石桥镇|L]隆重举行。", "[柳河大桥|J]在[石桥镇|L]竣工。"]
)
def test_works_lie_where_they_are_opened(told: str) -> None:
    assert ("柳河大桥", "LOCATED_IN", "石桥镇") in facts(told)[1]
