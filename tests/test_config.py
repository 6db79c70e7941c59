"""Settings are refused with a message that says what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgraph.config import Config, OnError, check_day
from newsgraph.errors import ConfigError

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
    with pytest.raises(ConfigError, match="want one of spacy, hanlp, grammar"):
        Config(paths=PATHS, engine=engine)


@pytest.mark.parametrize("engine", ["spacy", "spacy:folder", "hanlp", "hanlp:NAME", "grammar"])
def test_config_takes_an_engine_with_and_without_a_model(engine: str):
    assert Config(paths=PATHS, engine=engine).engine == engine


@pytest.mark.parametrize("name", ["place", "paper"])
def test_config_refuses_a_blank_override(name: str):
    with pytest.raises(ConfigError, match=f"{name} is empty"):
        Config(paths=PATHS, **{name: " "})


def test_config_to_dict_is_plain():
    config = Config(paths=PATHS, date="2021-12-09", on_error=OnError.STOP)
    assert config.to_dict() == {
        "paths": ["page.txt"],
        "out": "output",
        "engine": "spacy",
        "place": None,
        "date": "2021-12-09",
        "paper": None,
        "on_error": "stop",
    }
