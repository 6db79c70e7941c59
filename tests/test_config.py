"""Settings are refused with a message that says what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgraph.config import SHIPPED, Config, OnError, check_day, check_engine, check_place
from newsgraph.errors import ConfigError, MissingModelError
from newsgraph.tag.model_files import MODEL_NAME

PATHS = (Path("page.txt"),)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2021-02-29", r"date '2021-02-29': day (is|29 must be).*; want a real day as YYYY-MM-DD"),
        ("2021-13-01", "month must be"),
        ("昨日", "date '昨日': .*want a real day"),
        ("20211209", "date '20211209': want YYYY-MM-DD, like 2021-12-09"),
        ("2021-W49-4", "want YYYY-MM-DD, like 2021-12-09"),
        ("", "want a real day"),
    ],
)
def test_check_day_refuses_what_is_no_day(value: str, message: str):
    with pytest.raises(ConfigError, match=message):
        check_day(value)


def test_config_refuses_no_input():
    with pytest.raises(ConfigError, match="give at least one file or folder"):
        Config(paths=())


@pytest.mark.parametrize("engine", ["bert", "", "Spacy"])
def test_config_refuses_an_unknown_engine(engine: str):
    with pytest.raises(ConfigError, match=r"want spacy\[:FOLDER\], hanlp\[:NAME-OR-FOLDER\] or grammar"):
        Config(paths=PATHS, engine=engine)


@pytest.mark.parametrize(
    ("engine", "message"),
    [
        ("grammar:foo", "engine 'grammar:foo': grammar has no model and takes no name; want grammar alone"),
        ("grammar:", "grammar has no model and takes no name"),
        ("hanlp:", r"nothing stands behind the colon; want hanlp\[:NAME-OR-FOLDER\]"),
    ],
)
def test_check_engine_refuses_a_name_where_none_belongs_and_none_where_one_does(engine: str, message: str):
    with pytest.raises(ConfigError, match=message):
        check_engine(engine)


def test_check_engine_says_which_models_there_are_where_the_folder_is_missing():
    with pytest.raises(
        MissingModelError,
        match="engine 'spacy:foo': there is no folder foo, nor a shipped model of that name; want spacy:FOLDER with a"
        " folder that spaCy saved, or spacy alone for the one shipped model, newsgraph_zh",
    ):
        check_engine("spacy:foo")


def test_the_shipped_model_is_the_one_that_is_named():
    assert MODEL_NAME == SHIPPED


@pytest.mark.parametrize("engine", ["spacy", "spacy:.", "hanlp", "hanlp:NAME", "grammar"])
def test_config_takes_an_engine_with_and_without_a_model(engine: str):
    assert Config(paths=PATHS, engine=engine).engine == engine


@pytest.mark.parametrize("name", ["place", "paper"])
def test_config_refuses_a_blank_override(name: str):
    with pytest.raises(ConfigError, match=f"{name} is empty"):
        Config(paths=PATHS, **{name: " "})


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (
            "火星市",
            "place '火星市': no division of that name is known; want one of China in full, as 衡阳市 or",
        ),
        (
            "衡洋市",
            r"湖南省衡阳市衡南县 \(near it are 衡阳市, 衡水市\); leave it out to use what the masthead says",
        ),
        ("衡阳市。", "no division of that name"),
    ],
)
def test_check_place_refuses_what_can_be_no_seat(place: str, message: str):
    with pytest.raises(ConfigError, match=message):
        check_place(place)


def test_config_to_dict_is_plain():
    config = Config(paths=PATHS, date="2021-12-09", on_error=OnError.STOP)
    assert config.to_dict() == {
        "paths": ["page.txt"],
        "out": "output",
        "engine": "spacy",
        "place": None,
        "date": "2021-12-09",
        "paper": None,
        "judgements": None,
        "on_error": "stop",
    }
