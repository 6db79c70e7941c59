"""Input that is no newspaper page: a clear message, the right status, nothing half-written, nothing lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import newsgraph as ng
from tests.builds import OUTPUTS, SAMPLES, build, graph_of, load_once, names

pytestmark = pytest.mark.model

PAGE = SAMPLES / "xilingol-2012-08-22.txt"
SENTENCE = "市委书记向晚晴主持召开全市森林防火工作会议，市长温故出席会议"
MASTHEAD = "商洛新报\n\n2001年3月2日 星期五\n\n"


def assert_unusable(result, message: str, out: Path) -> None:
    """Exit status 2, a message without traceback, and no output folder."""
    assert result.exit_code == 2, result.output
    assert message in result.stderr
    assert "Traceback" not in result.output
    assert not out.exists()


def test_missing_file(tmp_path: Path):
    result = build(tmp_path / "nothing.txt", "-o", tmp_path / "out")
    assert_unusable(result, "nothing.txt: there is no such file or folder", tmp_path / "out")


def test_folder_without_readable_files(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "photo.png").write_bytes(b"\x89PNG")
    result = build(tmp_path / "in", "-o", tmp_path / "out")
    assert_unusable(result, "the folder holds no readable file but 1 .png", tmp_path / "out")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "white space only"),
        (bytes(range(256)) * 40, "is no text: want UTF-8, UTF-16 or GB18030"),
        (b"\xff\xfe\x00\xd8\x41", "starts with the mark of UTF-16"),
    ],
)
def test_file_that_is_no_text(tmp_path: Path, content: bytes, message: str):
    page = tmp_path / "page.txt"
    page.write_bytes(content)
    assert_unusable(build(page, "-o", tmp_path / "out"), message, tmp_path / "out")


def test_one_bad_file_among_good_ones_is_listed_and_all_else_built(tmp_path: Path):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    result = build(bad, PAGE, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "bad.txt: the file is empty" in result.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*OUTPUTS, "rejected.jsonl"}
    row = json.loads((tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8"))
    assert row == {"name": str(bad), "line": None, "reason": "the file is empty; want the text of a page"}


def test_files_of_other_kinds_are_listed_and_fail_nothing(tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "page.txt").write_bytes(PAGE.read_bytes())
    (folder / "page.doc").write_bytes(b"x")
    result = build(folder, "-o", tmp_path / "out", "--on-error", "stop")
    assert result.exit_code == 0, result.output
    assert "warning: not read, for no page or archive ends so: 1 .doc" in result.stderr
    row = json.loads((tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8"))
    assert row["name"] == str(folder / "page.doc")
    with pytest.warns(UserWarning, match=r"ends so: 1 \.doc"):
        ng.build(folder, nlp=load_once("spacy"))


def test_a_build_into_a_folder_of_its_input_reads_nothing_of_what_it_wrote(tmp_path: Path):
    folder = tmp_path / "in"
    (folder / "out").mkdir(parents=True)
    (folder / "page.txt").write_bytes(PAGE.read_bytes())
    (folder / "page.doc").write_bytes(b"x")
    built = []
    for out in (folder / "out", folder / "out", folder, folder):
        result = build(folder, "-o", out)
        assert result.exit_code == 0, result.output
        built.append([(out / name).read_bytes() for name in ("graph.json", "rejected.jsonl")])
    assert built[1:] == built[:1] * 3


def test_on_error_stop_builds_nothing(tmp_path: Path):
    (tmp_path / "bad.txt").write_bytes(b"")
    result = build(PAGE, tmp_path / "bad.txt", "-o", tmp_path / "out", "--on-error", "stop")
    assert_unusable(result, "nothing was built, for on-error is stop", tmp_path / "out")


def test_failed_build_keeps_what_was_built_before(tmp_path: Path):
    out = tmp_path / "out"
    assert build(PAGE, "-o", out).exit_code == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    assert build(tmp_path / "bad.txt", "-o", out).exit_code == 2
    assert build(PAGE, "-o", out, "--engine", f"spacy:{tmp_path}/none").exit_code == 2
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_good_build_removes_the_list_of_rejects_of_an_earlier_one(tmp_path: Path):
    (tmp_path / "bad.txt").write_bytes(b"")
    build(PAGE, tmp_path / "bad.txt", "-o", tmp_path / "out")
    build(PAGE, "-o", tmp_path / "out")
    assert not (tmp_path / "out" / "rejected.jsonl").exists()


def test_output_folder_that_is_a_file(tmp_path: Path):
    file = tmp_path / "file"
    file.write_text("kept", encoding="utf-8")
    for out in (file, file / "below"):
        result = build(PAGE, "-o", out)
        assert result.exit_code == 2
        assert f"{file} is a file; choose another folder with -o" in result.stderr
    assert file.read_text(encoding="utf-8") == "kept"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_output_folder_without_rights(tmp_path: Path):
    tmp_path.chmod(0o500)
    try:
        assert_unusable(build(PAGE, "-o", tmp_path / "out"), "may not be written", tmp_path / "out")
    finally:
        tmp_path.chmod(0o700)


def test_output_folder_of_a_system_that_takes_none(tmp_path: Path):
    out = Path("/proc/newsgraph-out")
    if not out.parent.is_dir():
        pytest.skip("needs /proc")
    result = build(PAGE, "-o", out)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr or "may not be written" in result.stderr


def test_text_in_another_language_is_built_and_said_so(tmp_path: Path):
    page = tmp_path / "page.txt"
    page.write_text("The mayor opened the new bridge on Monday.\n\n" * 20, encoding="utf-8")
    result = build(page, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "(0 of 880 characters are Chinese)" in result.stderr
    assert graph_of(tmp_path / "out")["events"] == []


def test_one_enormous_line_is_refused(tmp_path: Path):
    page = tmp_path / "page.txt"
    page.write_text(SENTENCE * (50_000_000 // (3 * len(SENTENCE))), encoding="utf-8")
    result = build(page, "-o", tmp_path / "out")
    assert_unusable(result, "characters", tmp_path / "out")


def test_lone_surrogates_of_an_archive_become_replacement_characters(tmp_path: Path):
    archive = tmp_path / "items.jsonl"
    archive.write_text(
        '{"id": "1", "title": "\\ud800", "text": "市长温故\\udfff出席会议。"}\n', encoding="utf-8"
    )
    result = build(archive, "-o", tmp_path / "out", "--place", "商洛市")
    assert result.exit_code == 0, result.output
    assert "lone surrogates were replaced by \ufffd (2 of them)" in result.stderr


@pytest.mark.parametrize(
    "mess",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + "\r\n".join(text.split("\n", 8)),
        lambda text: text.replace("，", "\x0b，").replace("。", "\x1b[31m。\x07"),
        lambda text: text.replace("，", "\u200b，\u2028"),
    ],
    ids=["crlf", "cr", "mixed", "control", "invisible"],
)
def test_line_ends_and_control_characters(tmp_path: Path, mess):
    page = tmp_path / "page.txt"
    page.write_bytes(mess(f"{MASTHEAD}森林防火会议召开\n\n本报讯 3月1日，{SENTENCE}。\n").encode())
    result = build(page, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert {"向晚晴", "温故"} <= names(graph_of(tmp_path / "out"), "Person")
    assert "\x1b" not in result.stdout


def test_text_without_any_punctuation(tmp_path: Path):
    page = tmp_path / "page.txt"
    page.write_text(SENTENCE.replace("，", "") * 40, encoding="utf-8")
    result = build(page, "-o", tmp_path / "out", "--place", "商洛市", "--date", "2001-03-02")
    assert result.exit_code == 0, result.output
    assert "向晚晴" in names(graph_of(tmp_path / "out"), "Person")


def test_html_and_script_in_names_stay_text(tmp_path: Path):
    page = tmp_path / "page.txt"
    script = "<script>alert(1)</script>"
    page.write_text(
        f"{MASTHEAD}{script}项目签约\n\n本报讯 3月1日，“{script}”物流园项目签约仪式在商洛市举行，市长温故、"
        f"<img src=x onerror=alert(2)>公司总经理向晚晴出席。项目总投资3亿元。\n",
        encoding="utf-8",
    )
    result = build(page, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    html = (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")
    assert script not in html
    assert "<img src=x" not in html


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_give_the_same_graph(tmp_path: Path, encoding: str):
    text = PAGE.read_text(encoding="utf-8")
    folders = []
    for i, codec in enumerate(("utf-8", encoding)):
        page = tmp_path / str(i) / PAGE.name
        page.parent.mkdir()
        page.write_bytes(text.encode(codec))
        folders.append(tmp_path / f"out-{i}")
        assert build(page, "-o", folders[i]).exit_code == 0
    one, other = (graph_of(folder) for folder in folders)
    assert {k: one[k] for k in one if k != "meta"} == {k: other[k] for k in other if k != "meta"}
