import json

import pytest

from newsgraph.model import Source
from newsgraph.read import Rejection, read_sources

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


def test_read_sources_walks_folders_in_order_and_passes_over_other_kinds(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.md", "sub/c.TXT", ".hidden.txt", "notes.json"):
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    assert [item.name for item in read(tmp_path)] == ["a.md", "b.txt", "c.TXT"]


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
        ("a.html", b"<p>", "a .html file cannot be read yet; save the text as .txt"),
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


def test_read_sources_streams_an_archive(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": 1, "text": TEXT}) + "\n{\n", encoding="utf-8")
    items = read_sources([path])
    assert isinstance(next(items), Source)
    assert isinstance(next(items), Rejection)
