from datetime import date, timedelta
from pathlib import Path

import pytest

from newsgraph.read import read_sources
from newsgraph.read.days import day_of_path

DAY = "2008-03-12"


@pytest.mark.parametrize(
    "path",
    [
        "2008-03-12.txt",
        "20080312.txt",
        "2008_3_12.txt",
        "2008.03.12.txt",
        "2008年3月12日.txt",
        "岳阳日报_2008-03-12_1.txt",
        "岳阳日报20080312第1版.txt",
        "2008-03-12-01.txt",
        "2008/03/12/1.txt",
        "2008-03/12/1.txt",
        "200803/12/1.txt",
        "2008年/3月/12日/1.txt",
        "2008-03-12/1.txt",
        "岳阳日报20080312/A01.txt",
        "1999-01-02/2008-03-12.txt",
    ],
)
def test_day_of_path_reads_the_name_then_the_folders(path):
    assert day_of_path(Path("/archive") / path) == DAY


@pytest.mark.parametrize(
    "path",
    [
        "page.txt",
        "2008-02-30.txt",
        "2008-13-01.txt",
        "1948-12-31.txt",
        "420080312.txt",
        "2008031201.txt",
        "2008-03.txt",
        "2008-03-12至2008-03-14.txt",
        "2008/03/12.txt",
        "2008-03-12/A01/1.txt",
        "2008/13/12/1.txt",
        f"{date.today() + timedelta(days=2)}.txt",
    ],
)
def test_day_of_path_takes_nothing_else_for_a_day(path):
    assert day_of_path(Path("/archive") / path) is None


def test_read_sources_gives_a_page_the_day_of_its_name(tmp_path):
    for name in ("2008-03-12.txt", "page.txt"):
        (tmp_path / name).write_text(f"市长陶远主持召开会议。{name}", encoding="utf-8")
    assert [source.date for source in read_sources([tmp_path])] == [DAY, None]
