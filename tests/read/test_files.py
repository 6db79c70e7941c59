import json
from pathlib import Path

import pytest

from newsgraph.errors import InputError
from newsgraph.model import Source
from newsgraph.read import Rejection, read_all, read_sources, warn_of_strays

TEXT = "本报讯（记者 林小满）昨日下午，市长陶远主持召开会议。"


def read(*paths):
    return list(read_sources(paths))


def test_read_sources_reads_a_page_without_its_mark(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode("utf-8-sig"))
    (source,) = read(path)
    assert isinstance(source, Source)
    assert (source.name, source.text, source.encoding, source.is_item) == ("page.txt", TEXT, "utf-8", False)
    assert len(source.sha256) == 64


def test_read_sources_derives_ids_from_name_and_text(tmp_path):
    for folder, codec in (("a", "utf-8"), ("b", "gb18030")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_bytes(TEXT.encode(codec))
    assert read(tmp_path / "a/page.txt")[0].id == read(tmp_path / "b/page.txt")[0].id


def write(folder, *names, text=TEXT):
    """Write a page of `text` under each of the names, and folders for them."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_read_sources_walks_folders_in_order(tmp_path):
    assert [item.name for item in read(write(tmp_path, "b.txt", "a.md", "sub/c.TXT"))] == [
        "a.md",
        "b.txt",
        "sub/c.TXT",
    ]


def test_read_sources_passes_over_what_is_hidden_but_reads_it_where_it_is_named(tmp_path):
    write(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "sub/.d/e.txt")
    assert [item.name for item in read(tmp_path)] == ["a.txt"]
    assert [item.name for item in read(tmp_path / ".git", tmp_path / ".b.txt")] == ["c.txt", ".b.txt"]


def test_read_sources_reports_files_of_other_kinds_as_strays(tmp_path):
    write(tmp_path, "a.txt", "b.doc", "sub/c", "d.csv", "e.TXT.gz", "f.doc")
    source, *strays = read(tmp_path)
    assert isinstance(source, Source)
    assert [item.name for item in strays] == [
        str(tmp_path / name) for name in ("b.doc", "d.csv", "e.TXT.gz", "f.doc", "sub/c")
    ]
    assert all(item.is_stray for item in strays)
    assert strays[0].reason.startswith("a .doc file cannot be read; want .txt")
    assert list(warn_of_strays(strays)) == [
        "not read, for no page or archive ends so: 2 .doc, 1 .csv, 1 .gz, 1 without a suffix"
        f" ({tmp_path}/b.doc, {tmp_path}/d.csv, {tmp_path}/e.TXT.gz …); what holds a page, save as .txt"
    ]


def test_read_all_is_not_stopped_by_a_stray(tmp_path):
    sources, rejected = read_all([write(tmp_path, "a.txt", "b.doc")], stop=True)
    assert (len(sources), [item.is_stray for item in rejected]) == (1, [True])
    assert list(warn_of_strays(())) == []


def test_read_all_takes_the_readers_table_for_no_stray(tmp_path):
    folder = write(tmp_path, "a.txt", "judgements.csv", "b.csv")
    _, rejected = read_all([folder], stop=True, table=folder / "judgements.csv")
    assert [Path(item.name).name for item in rejected] == ["b.csv"]


def test_read_all_names_what_failed_before_strays(tmp_path):
    write(tmp_path, "a.doc")
    write(tmp_path, "b.txt", text="")
    with pytest.raises(InputError, match=r"^nothing to build\. \S+b\.txt: the file is empty"):
        read_all([tmp_path], stop=False)


def test_read_sources_tells_pages_of_one_bare_name_apart(tmp_path):
    for name in ("1/1.txt", "2/1.txt", "2/3/1.txt"):
        write(tmp_path, name, text=TEXT + name)
    assert [item.name for item in read(tmp_path)] == ["1/1.txt", "2/1.txt", "2/3/1.txt"]
    one, two, three = read(tmp_path / "1", tmp_path / "2")
    assert (one.name, two.name, three.name) == ("1.txt", (tmp_path / "2/1.txt").as_posix(), "3/1.txt")


def test_read_sources_names_both_files_of_one_text(tmp_path):
    first, second = read(write(tmp_path, "a.txt", "sub/a.txt"))
    assert isinstance(first, Source)
    assert (second.name, second.reason) == (
        str(tmp_path / "sub/a.txt"),
        "the same text was read before, as a.txt; give it once",
    )


def test_read_sources_warns_of_an_id_that_another_text_has(tmp_path):
    path = tmp_path / "a.jsonl"
    rows = [{"id": "x", "text": TEXT}, {"id": "x", "text": TEXT * 2}, {"id": "y", "text": TEXT}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [item.warnings for item in read(path)] == [
        (),
        ("its id was read before with another text; both were read: give each its own id (in a.jsonl)",),
        (),
    ]


def test_read_sources_reads_a_file_given_twice_once(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert len(read(path, tmp_path)) == 1


def test_read_sources_rejects_the_same_item_of_two_archives(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(json.dumps({"id": "x", "text": TEXT}), encoding="utf-8")
    first, second = read(tmp_path)
    assert isinstance(first, Source)
    assert isinstance(second, Rejection)
    assert second.name == str(tmp_path / "b.jsonl")
    assert second.reason == "x was read before with the same text; give it once"


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", b"", "the file is empty; want the text of a page"),
        ("a.txt", " \n　".encode(), "the file holds white space only; want the text of a page"),
        (
            "a.txt",
            b"\0\1\2\3" * 99,
            "is no text: want UTF-8, UTF-16 or GB18030; save the page as a text file",
        ),
        ("a.jsonl", b"\n", "the archive is empty; want one JSON object a line"),
        (
            "a.docx",
            b"x",
            "a .docx file cannot be read; want .txt, .md, .jsonl, .jsonl.gz or a folder of these",
        ),
        (
            "a",
            b"x",
            "a file without a suffix cannot be read; want .txt, .md, .jsonl, .jsonl.gz or a folder of these",
        ),
        ("a.pdf", b"%PDF", "a .pdf file cannot be read yet; save the text as .txt"),
        ("a.html", b"<p>", "a .html file cannot be read yet; save the text as .txt (open it in a browser"),
        (
            "a.txt",
            b"<!DOCTYPE html>\n<p>",
            "the file holds HTML, which cannot be read yet; save the text as .txt (open it in a browser",
        ),
    ],
)
def test_read_sources_says_why_a_file_is_rejected(tmp_path, name, raw, reason):
    path = tmp_path / name
    path.write_bytes(raw)
    (item,) = read(path)
    assert isinstance(item, Rejection)
    assert (item.name, item.line) == (str(path), None)
    assert item.reason.startswith(reason)


def test_read_sources_goes_on_behind_a_missing_file(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    missing, source = read(tmp_path / "none.txt", page)
    assert missing.reason == "there is no such file or folder; check the path"
    assert isinstance(source, Source)


def test_read_sources_names_what_a_folder_holds_instead(tmp_path):
    (tmp_path / "a.csv").write_text("x", encoding="utf-8")
    (item,) = read(tmp_path)
    assert item.reason == "the folder holds no readable file but 1 .csv; want .txt, .md, .jsonl, .jsonl.gz"


def test_read_sources_says_that_a_folder_is_empty(tmp_path):
    (item,) = read_sources([tmp_path])
    assert isinstance(item, Rejection)
    assert item.reason == "the folder is empty; want .txt, .md, .jsonl, .jsonl.gz"


def output(folder):
    """Write into `folder` what stands for the output of a build."""
    run = {"newsgraph": "1", "files": {"graph.json": {}, "graph.html": {}}}
    write(folder, "run.json", text=json.dumps(run))
    return write(folder, "graph.json", "graph.html", "rejected.jsonl", text="{}")


def test_read_sources_passes_over_the_output_of_a_build(tmp_path):
    write(output(write(tmp_path, "a.txt", "b.html") / "out"), "part.html", "export/nodes.csv", "late.txt")
    assert [item.name for item in read(tmp_path)] == ["a.txt", str(tmp_path / "b.html"), "out/late.txt"]


def test_read_sources_passes_over_the_output_in_the_folder_given_but_nothing_else_of_it(tmp_path):
    write(output(tmp_path), "a.txt", "b.doc", "c/rejected.jsonl", text="市长")
    assert [(item.name, isinstance(item, Source)) for item in read(tmp_path)] == [
        ("a.txt", True),
        (str(tmp_path / "b.doc"), False),
        (str(tmp_path / "c/rejected.jsonl"), False),
    ]


@pytest.mark.parametrize("run", ["{", "[]", '{"files": 1}', '{"files": {"a.txt": {}}}', "[" * 100_000])
def test_read_sources_takes_no_other_run_json_for_that_of_a_build(tmp_path, run):
    write(tmp_path, "sub/run.json", text=run)
    assert [item.name for item in read(write(tmp_path, "sub/a.txt"))] == [
        "sub/a.txt",
        str(tmp_path / "sub/run.json"),
    ]


def test_read_sources_says_that_a_folder_is_only_a_builds_output(tmp_path):
    (item,) = read(output(tmp_path))
    assert item.reason.startswith("the folder holds no file but hidden ones and a build's; want .txt")


def test_read_sources_streams_an_archive(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": 1, "text": TEXT}) + "\n{\n", encoding="utf-8")
    items = read_sources([path])
    assert isinstance(next(items), Source)
    assert isinstance(next(items), Rejection)
