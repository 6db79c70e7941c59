"""Names of projects in running text."""

from __future__ import annotations

import pytest

from tests.tag.grammar import texts


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        ("“云溪谷”文旅综合体项目落户东湾。", ["“云溪谷”文旅综合体项目"]),
        ("开展“大走访大服务”专项行动。", ["“大走访大服务”专项行动"]),
        ("落实“春苗计划”资助。", ["“春苗计划”"]),
        ("云岭竹木精深加工项目总投资2亿元。", ["云岭竹木精深加工项目"]),
        ("总投资58亿元抽水蓄能项目上马。", []),
        ("多个重点项目集中开工，59个重大工程推进。", []),
        ("该项目和有关工程进展顺利。", []),
        ("国家重点建设项目云岭水库加固工程动工。", ["云岭水库加固工程"]),
        ("投资7亿元建设云岭密封圈生产基地，占地百亩。", ["云岭密封圈生产基地"]),
        ("《东湾市湿地修复工程规划》印发。", []),
        ("长征二号F遥十五运载火箭点火升空，对接天和核心舱。", ["长征二号F遥十五运载火箭", "天和核心舱"]),
    ],
)
def test_projects_of_a_sentence(text: str, projects: list[str]) -> None:
    assert texts(text, "PROJECT") == projects


def test_an_institution_being_built_is_a_project() -> None:
    assert texts("云岭县中医医院昨日奠基。", "PROJECT") == ["云岭县中医医院"]
    assert texts("云岭县中医医院昨日义诊。", "PROJECT") == []


def test_a_collective_signing_names_no_project() -> None:
    assert texts("云岭高新区生物医药项目集中签约。", "PROJECT") == []


def test_the_last_of_several_named_projects_counts_though_all_begin_together() -> None:
    text = "总投资15亿元的云岭隧道项目、总投资8亿元的柳河公园项目集中开工。"
    assert texts(text, "PROJECT") == ["云岭隧道项目", "柳河公园项目"]
