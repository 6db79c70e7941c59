"""Times and money."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.tag.documents import find_documents
from newsgraph.tag.quantities import find_money, find_times


def _texts(found: object, text: str) -> list[str]:
    return [text[c.start : c.end] for c in found]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("12月8日上午，昨日上午", ["12月8日上午", "昨日上午"]),
        ("29日至次年1月2日召开", ["29日至次年1月2日"]),
        ("上周六晚举行", ["上周六晚"]),
        ("2021年12月29日至2022年1月2日", ["2021年12月29日至2022年1月2日"]),
        ("本月、今年底、9月底前、明年5月", ["本月", "今年底", "9月底前", "明年5月"]),
        ("本周日（9月12日）上午9：00开讲", ["本周日", "9月12日", "上午9：00"]),
        ("三年行动、十年级、日均五日游", []),
        ("一九八九年十月一日", ["一九八九年十月一日"]),
    ],
)
def test_times_of_a_sentence(text: str, times: list[str]) -> None:
    assert _texts(find_times(text), text) == times


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("总投资8.8亿元", ["8.8亿元"]),
        ("5000万元和12亿港元", ["5000万元", "12亿港元"]),
        ("合2亿美元，三千万元", ["2亿美元", "三千万元"]),
        ("一元复始，2022元旦", []),
    ],
)
def test_money_of_a_sentence(text: str, money: list[str]) -> None:
    assert _texts(find_money(text), text) == money


@given(st.text(alphabet="年月日0123一二至前《》元亿日报，。\n", max_size=40))
def test_candidates_lie_inside_the_text(text: str) -> None:
    for found in (find_times(text), find_money(text), find_documents(text)):
        for candidate in found:
            assert 0 <= candidate.start < candidate.end <= len(text)


@pytest.mark.parametrize(("text", "times"), [("后年建成", ["后年"]), ("达产后年产值可达6亿元", [])])
def test_year_after_next_is_not_what_is_done_a_year(text: str, times: list[str]) -> None:
    assert [text[c.start : c.end] for c in find_times(text)] == times
