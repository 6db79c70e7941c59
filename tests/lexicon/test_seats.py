from __future__ import annotations

import pytest

from newsgraph.lexicon.seats import MOST, doubt_of, find_seats, seat_name


@pytest.mark.parametrize(
    ("place", "seats"),
    [
        ("衡阳市", ["湖南省衡阳市"]),
        ("湘", ["湖南省"]),
        ("长春市朝阳区", ["吉林省长春市朝阳区"]),
        ("襄樊市", ["湖北省襄樊市"]),
        ("朝阳", ["辽宁省朝阳市"]),
        ("朝阳区", ["北京市朝阳区", "吉林省长春市朝阳区"]),
        ("两江新区", []),
        ("郎县", []),
    ],
)
def test_find_seats_gives_all_of_a_name_in_full(place: str, seats: list[str]) -> None:
    assert list(find_seats(place)) == seats


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("北京市朝阳区", "北京市朝阳区"),
        ("长春朝阳区", "吉林省长春市朝阳区"),
        ("吉林省长春市朝阳区", "吉林省长春市朝阳区"),
        ("北京市怀柔区", None),
        ("朝阳区", None),
    ],
)
def test_seat_name_is_full_where_it_tells_namesakes_apart(place: str, name: str | None) -> None:
    assert seat_name(place) == name


@pytest.mark.parametrize("place", ["衡阳市", "朝阳", "长春市朝阳区", "重庆两江新区", "衡阳高新区", "鄞县"])
def test_doubt_of_is_none_of_one_division_or_zone(place: str) -> None:
    assert doubt_of(place) is None


def test_doubt_of_lists_so_many_and_counts_the_rest() -> None:
    doubt = doubt_of("城关镇")
    assert doubt is not None
    n = len(find_seats("城关镇"))
    assert doubt.startswith(f"{n} divisions have this name: 天津市武清区城关镇, ")
    assert f" and {n - MOST} more; the first is taken" in doubt


def test_doubt_of_says_what_an_unlisted_place_is_taken_for() -> None:
    assert doubt_of("衡阳市衡州区") == "no list has it; 衡阳市, in which it lies, is taken for the seat"
