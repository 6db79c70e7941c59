"""The table of judgements: read, refused with a reason, written, and given back to a build."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.errors import ConfigError
from newsgraph.judgements import COLUMNS, count_followed, parse_judgements, warn_of_judgements
from newsgraph.model import Verdict
from newsgraph.read import read_judgements
from newsgraph.records import Records, Row
from tests.builds import SAMPLES, build, graph_of, load_once

PAGES = (SAMPLES / "hanzhong-2009-10-14.txt", SAMPLES / "hanzhong-2019-05-17.txt")
ROOT = Path(__file__).resolve().parents[1]
DOCS = (ROOT / "docs" / "judgements.md").read_text(encoding="utf-8")
ROWS = "verdict{0}name{0}other_name{0}note\nSame{0}李军{0}李 军{0}讣告\n{0}王芳{0}王芳{0}\n"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_table_is_read_as_spreadsheets_write_it(tmp_path: Path, mark: str, encoding: str):
    path = tmp_path / "who.csv"
    path.write_bytes(ROWS.format(mark).replace("\n", "\r\n").encode(encoding))
    (ruling,) = read_judgements(path)
    assert (ruling.verdict, ruling.name, ruling.other_name) == (Verdict.SAME, "李军", "李 军")
    assert (ruling.note, ruling.article, ruling.row) == ("讣告", "", 2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,other_name\n甲,甲\n", "the first line has no verdict; want the columns"),
        ("", "the first line has no verdict, no name, no other_name; want"),
        (
            "verdict,name,other_name\nsmae,甲乙,甲乙\n",
            r"row 2: verdict 'smae' is none; want same, different, unsure",
        ),
        (
            "verdict,name,other_name\n,甲,甲\nsame,甲乙,\n",
            "row 3: other_name is empty; want the name of a person",
        ),
        (
            "verdict,name,other_name,article\ndifferent,甲乙,甲乙,1.txt\n",
            "row 2: article '1.txt' and other_article '' do not tell two people called 甲乙 apart; want the id",
        ),
    ],
)
def test_unusable_table_is_refused(tmp_path: Path, text: str, message: str):
    path = tmp_path / "who.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        read_judgements(path)


def test_missing_table_ends_the_build_before_any_work(tmp_path: Path):
    result = build(PAGES[0], "-o", tmp_path / "out", "--judgements", tmp_path / "none.csv")
    assert result.exit_code == 2
    assert "none.csv: cannot be read (No such file or directory); want a CSV file" in result.output
    assert not (tmp_path / "out").exists()


def test_rows_of_a_frame_may_lack_cells():
    rows = [{"verdict": float("nan"), "name": "甲乙", "other_name": "甲乙"}, {"verdict": None}]
    assert parse_judgements(rows, "judgements") == ()


@pytest.mark.model
def test_table_goes_round(tmp_path: Path):
    out = tmp_path / "out"
    assert build(*PAGES, "-o", out).exit_code == 0
    assert len([row for row in graph_of(out)["entities"] if row["name"] == "郗道安"]) == 1
    path = out / "judgements.csv"
    rows = read_rows(path)
    wanted = [
        row
        for row in rows
        if row["name"] == "郗道安" and (row["day"], row["other_day"]) == ("2009-10-14", "2019-05-17")
    ]
    assert [(row["found"], row["who"], row["other_who"]) for row in wanted] == [
        ("same", "汉中市人民政府副市长", "汉中市人民代表大会常务委员会主任")
    ]
    for row in wanted:
        row |= {"verdict": "different", "note": "another man", "by": "lw"}
    write_rows(path, [*rows, {"verdict": "same", "name": "郗道安", "other_name": "无此人"}])
    for _ in range(2):
        result = build(*PAGES, "-o", out, "--judgements", path)
        assert result.exit_code == 0
        assert "there is no 无此人 in any article, so it changes nothing" in result.output
        assert "your judgements followed 1 of 2" in result.output
        assert len([row for row in graph_of(out)["entities"] if row["name"] == "郗道安"]) == 2
        told = [row for row in read_rows(path) if row["verdict"]]
        assert [(row["verdict"], row["note"], row["by"], row["other_name"]) for row in told] == [
            ("different", "another man", "lw", "郗道安"),
            ("same", "", "", "无此人"),
        ]


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.model
def test_frame_goes_round():
    nlp = load_once()
    table = ng.build(PAGES, nlp=nlp).judgements
    assert tuple(table.columns) == COLUMNS
    table.loc[(table["name"] == "郗道安") & (table["day"] != table["other_day"]), "verdict"] = "different"
    graph = ng.build(PAGES, nlp=nlp, judgements=table)
    assert len(graph.people[graph.people["name"] == "郗道安"]) == 2
    assert set(graph.ego("郗道安").judgements["name"]) == {"郗道安"}
    with pytest.warns(UserWarning, match=r"row 0: there is no 无此人 in any article and no 甲 in han"):
        ng.build(PAGES[0], nlp=nlp, judgements=one_row("无此人", "甲", other_article=PAGES[0].name))
    with pytest.warns(
        UserWarning, match=r"row 0: no article, file or record is called x\.txt, so .* like hanzhong"
    ):
        ng.build(PAGES[0], nlp=nlp, judgements=one_row("郗道安", "甲", other_article="x.txt"))


def one_row(name: str, other_name: str, **more: str) -> object:
    pd = pytest.importorskip("pandas")
    return pd.DataFrame([{"verdict": "same", "name": name, "other_name": other_name, **more}])


def judged(verdict: str, entity: str, other_entity: str) -> Row:
    sides = {"name": "甲乙", "article": "a", "other_name": "甲乙", "other_article": "b"}
    return sides | {"verdict": verdict, "entity": entity, "other_entity": other_entity, "row": 4}


@pytest.mark.parametrize(
    ("row", "warnings"),
    [
        (judged("same", "p", "p"), []),
        (judged("different", "p", "q"), []),
        (judged("unsure", "p", "q"), []),
        (judged("same", "p", "q"), ["judgements, row 4: 甲乙 and 甲乙 stay two people, for a list of names"]),
        (
            judged("different", "p", "p"),
            ["judgements, row 4: 甲乙 and 甲乙 stay one person, for one article"],
        ),
    ],
)
def test_judgement_that_could_not_be_followed_is_told(row: Row, warnings: list[str]):
    records = records_of(row)
    found = list(warn_of_judgements(records))
    assert len(found) == len(warnings)
    assert all(line.startswith(start) for line, start in zip(found, warnings, strict=True))
    assert count_followed(records) == (1 - len(warnings), 1)


def records_of(*rows: Row) -> Records:
    return Records(
        meta={"sources": []},
        articles=[{"id": "a"}, {"id": "b"}],
        mentions=[],
        entities=[],
        events=[],
        relations=[],
        judgements=list(rows),
    )


def test_warning_names_the_rows_that_say_the_opposite():
    rows = judged("same", "p", "q"), judged("different", "p", "q") | {"row": 7}
    assert list(warn_of_judgements(records_of(*rows))) == [
        "judgements, row 4: 甲乙 and 甲乙 stay two people, for row 7 tells them apart"
    ]
    assert count_followed(records_of(*rows)) == (1, 2)


def test_all_rows_that_say_nothing_sensible_are_named():
    rows = [{"verdict": "smae", "name": "甲乙", "other_name": "甲乙"}, {"verdict": "same", "name": "甲乙"}]
    with pytest.raises(ConfigError, match=r"row 1: verdict 'smae'.*\n.*row 2: other_name is empty"):
        parse_judgements(rows, "judgements")
    with pytest.raises(ConfigError, match=r"row 10: .*\njudgements: 2 more rows like these$"):
        parse_judgements([{"verdict": "smae"}] * 12, "judgements")


@pytest.mark.parametrize("name", [*COLUMNS, *Verdict])
def test_page_names_every_column_and_verdict(name: str):
    assert f"`{name}`" in DOCS


@pytest.mark.model
def test_page_runs(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    for block in DOCS.split("```python\n")[1:]:
        exec(compile(block.split("```")[0], "docs/judgements.md", "exec"), {})
