"""The assembled tagger: what it takes from the segmentation, and how long texts are cut."""

from __future__ import annotations

import pytest

from newsgraph.errors import ConfigError
from newsgraph.ids import make_id
from newsgraph.model import MentionType, Source
from newsgraph.segment import segment_source
from newsgraph.tag import load, tag_page

CAPTION = "云岭新报\n\n2003年4月1日 星期二\n\n3月31日，孩子们在云岭公园里种树。\n本报记者 苗雨田 摄\n"


def people(text: str) -> list[str]:
    """Return the persons that grammar and lexicon alone find."""
    page = segment_source(Source(id=make_id("s", text), name="x", sha256="", encoding="utf-8", text=text))
    tagged = tag_page(load("grammar"), page)
    return [m.text for item in tagged for m in item.mentions if m.type is MentionType.PERSON]


def test_tag_page_takes_the_names_of_bylines_whole():
    assert people(CAPTION) == ["苗雨田"]


def test_tag_page_finds_a_name_behind_the_length_that_is_tagged_at_once():
    filler = "会议听取了有关情况的汇报。" * 2_000
    assert "温如故" in people(f"{filler}\n市长温如故主持会议。\n")


@pytest.mark.parametrize("engine", ["bert", "", "Grammar"])
def test_load_refuses_an_unknown_engine(engine: str):
    with pytest.raises(
        ConfigError, match=r"want spacy, spacy:FOLDER, hanlp, hanlp:NAME-OR-FOLDER or grammar"
    ):
        load(engine)
