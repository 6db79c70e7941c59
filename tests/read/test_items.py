import gzip
import json

import pytest

from newsgraph.model import Source
from newsgraph.read.items import read_items

GOOD = {"id": "n-1", "date": "2019-05-06", "title": "水库除险", "text": "昨日，水库除险工程开工。"}


def write(path, *lines):
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_read_items_gives_one_source_a_record(tmp_path):
    (source,) = read_items(write(tmp_path / "a.jsonl", json.dumps(GOOD)))
    assert isinstance(source, Source)
    assert (source.name, source.date, source.title, source.text) == tuple(GOOD.values())
    assert source.is_item and source.encoding == "utf-8"


def test_read_items_reads_gzip_and_passes_over_a_bom_and_blank_lines(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n\r\n" + b"[]\r\n"))
    source, rejection = read_items(path)
    assert source.name == "n-1"
    assert rejection.line == 3
    assert rejection.reason == "line 3: is a JSON array; want an object with id and text"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 1: is no JSON"),
        ("null", "line 1: is a JSON null"),
        (json.dumps({**GOOD, "id": None}), "line 1: 'id' is null; want a string or a whole number"),
        (
            json.dumps({"id": "x", "content": "会议", "k\n\x1b": 1}),
            "line 1: 'text' is missing; want a string; the record has id, content, k\\n\\u001b",
        ),
        (json.dumps({}), "line 1: 'id' is missing; want a string or a whole number; the record has no key"),
        (
            json.dumps(dict.fromkeys(map(str, range(20)))),
            "line 1: 'id' is missing; want a string or a whole number; the record has 0, 1, 2, 3, 4, 5, 6, 7, 8, 9,"
            " 10, 11 and 8 more",
        ),
        (json.dumps({**GOOD, "text": "　\n"}), "line 1: 'text' is empty"),
        (json.dumps({**GOOD, "text": 7}), "line 1: 'text' is 7; want a string"),
        (json.dumps({**GOOD, "title": []}), "line 1: 'title' is []; want a string"),
        (
            json.dumps({**GOOD, "date": "2019-02-30"}),
            "line 1: 'date' is \"2019-02-30\"; want a day as YYYY-MM-DD",
        ),
    ],
)
def test_read_items_says_what_is_wrong_with_a_line(tmp_path, line, reason):
    first, second = read_items(write(tmp_path / "a.jsonl", line, json.dumps(GOOD)))
    assert first.line == 1
    assert first.name.endswith("a.jsonl")
    assert first.reason.startswith(reason)
    assert isinstance(second, Source)


@pytest.mark.parametrize(
    "date", ["2019-05-06", "20190506", "2019/5/6", "2019年5月6日", 20190506, "2019-05-06T19:00:00"]
)
def test_read_items_reads_a_day_however_it_is_written(tmp_path, date):
    (source,) = read_items(write(tmp_path / "a.jsonl", json.dumps({**GOOD, "date": date})))
    assert source.date == "2019-05-06"


def test_read_items_allows_no_date_and_no_title(tmp_path):
    (source,) = read_items(write(tmp_path / "a.jsonl", json.dumps({"id": 7, "text": "会议召开。"})))
    assert (source.name, source.date, source.title) == ("7", None, None)


def test_read_items_reads_whose_paper_it_was(tmp_path):
    record = {**GOOD, "place": " 岳阳市", "paper": "岳阳日报", "author": "佚名"}
    (source,) = read_items(write(tmp_path / "a.jsonl", json.dumps(record)))
    assert (source.place, source.paper, source.warnings) == ("岳阳市", "岳阳日报", ())


@pytest.mark.parametrize(
    ("record", "warning"),
    [
        (
            {"place": ["岳阳市"]},
            "'place' is no name and was left out; want a division's name in full, like 衡阳市"
            ' (it is ["\\u5cb3\\u9633\\u5e02"])',
        ),
        ({"paper": 7}, "'paper' is no name and was left out; want the paper's name (it is 7)"),
        (
            {"place": "云中市"},
            "place 云中市: no division of that name is known; want one in full, like 衡阳市;"
            " 市委 and 我市 stay unresolved",
        ),
    ],
)
def test_read_items_warns_of_a_place_or_paper_that_is_none(tmp_path, record, warning):
    (source,) = read_items(write(tmp_path / "a.jsonl", json.dumps({**GOOD, **record})))
    assert source.warnings == (warning,)
    assert source.place == (record["place"] if record.get("place") == "云中市" else None)


@pytest.mark.parametrize("empty", ["", None, " "])
def test_read_items_allows_an_empty_place(tmp_path, empty):
    (source,) = read_items(write(tmp_path / "a.jsonl", json.dumps({**GOOD, "place": empty, "paper": empty})))
    assert (source.place, source.paper) == (None, None)


def test_read_items_replaces_lone_surrogates_one_for_one(tmp_path):
    line = '{"id": "x", "text": "甲\\ud800乙\\udfff\\ud83d\\ude00"}'
    (source,) = read_items(write(tmp_path / "a.jsonl", line))
    assert source.text == "甲\ufffd乙\ufffd😀"
    assert source.warnings == ("lone surrogates were replaced by \ufffd (2 of them)",)


def test_read_items_rejects_a_line_that_is_no_utf8(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps(GOOD).encode() + b"\n\xb0\xa1\n")
    _, rejection = read_items(path)
    assert rejection.reason == "line 2: byte 0 is no UTF-8; an archive is UTF-8"


def test_read_items_keeps_what_stands_before_the_damage_of_a_gzip_file(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    whole = gzip.compress("\n".join(json.dumps({**GOOD, "id": i}) for i in range(2000)).encode())
    path.write_bytes(whole[: len(whole) // 2])
    *sources, last = read_items(path)
    assert sources and all(isinstance(source, Source) for source in sources)
    assert "the compressed file is damaged" in last.reason
