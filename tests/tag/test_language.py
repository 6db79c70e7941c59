"""The assembled tagger: what it takes from the segmentation, and how long texts are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from newsgraph.errors import ConfigError
from newsgraph.ids import make_id
from newsgraph.model import Article, ArticleKind, MentionType, Source
from newsgraph.segment import segment_source
from newsgraph.tag import language, load, recogniser, tag_page

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


SENTENCES = [
    "青禾县委书记欧阳明主持召开县委常委会会议。",
    "县长陆一鸣在云岭市财政局讲话！",
    "青禾县高速物流港项目开工，",
    "12月8日，柳溪镇镇长苗雨田到会。\n",
]


def mentions(nlp: Language, text: str) -> list[tuple[int, int, str]]:
    """Return what is found in an article of that text."""
    article = Article(id="a", source="s", kind=ArticleKind.NEWS, text=text, start=0, end=len(text), pieces=())
    (item,) = language._tag_articles(nlp, [article], seat=None)
    return [(m.span.start, m.span.end, m.type) for m in item.mentions]


@pytest.mark.model
@pytest.mark.parametrize("engine", ["grammar", "spacy"])
def test_where_a_long_text_is_cut_changes_nothing(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    nlp, text = load(engine), "".join(SENTENCES) * 12
    whole = mentions(nlp, text)
    for chunk in (90, 200, 333):
        monkeypatch.setattr(language, "CHUNK", chunk)
        assert mentions(nlp, text) == whole


@given(st.text("甲乙，。！\n ", max_size=80), st.integers(1, 20))
def test_chunks_hold_every_character_once_and_no_more_than_a_few(text: str, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "CHUNK", most)
        chunks = list(language._chunks(text))
    assert "".join(chunk for _, chunk in chunks) == text
    assert all(text.startswith(chunk, start) and 0 < len(chunk) <= most for start, chunk in chunks)


def test_a_recogniser_is_given_few_characters_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = load("spacy")
    network = nlp.get_pipe("ner").network
    read: list[int] = []
    scores = type(network).scores

    def count(self, texts):
        read.append(sum(map(len, texts)))
        return scores(self, texts)

    monkeypatch.setattr(type(network), "scores", count)
    texts = ["".join(SENTENCES) * 150, "会" * 9_000, *["县长到会。"] * 2_000]
    assert len(list(nlp.pipe(texts))) == len(texts)
    assert max(read) <= recogniser.TOGETHER + recogniser.MAX_LENGTH


@pytest.mark.parametrize("engine", ["bert", "", "Grammar"])
def test_load_refuses_an_unknown_engine(engine: str):
    with pytest.raises(
        ConfigError, match=r"want spacy, spacy:FOLDER, hanlp, hanlp:NAME-OR-FOLDER or grammar"
    ):
        load(engine)
