"""What every engine must keep to, whatever finds the names: one suite, asked of each (docs/engines.md).

An engine of somebody else is asked too where the environment variable ``NEWSGRAPH_ENGINES`` names it, as ``load``
takes it (several with commas between).
"""

from __future__ import annotations

import importlib.util
import os
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.model import MentionType
from newsgraph.tag import load
from newsgraph.tag.arbitrate import chosen_of
from newsgraph.tag.candidates import ASIDE

LABELS = {*MentionType, *ASIDE}
NEWS = [
    "青禾县委书记欧阳明主持召开县委常委会会议。\n县长陆一鸣出席。",
    "𠮷😀云岭市财政局局长\u3000石　开，昨日在云岭市青禾县调研。",
    "云岭市青\n禾县委\n书记欧\n阳明到柳溪镇\r\n走访慰问。",
    "本报讯（记者　苗雨田）12月8日上午，云岭市“雨露计划”启动仪式在市体育馆举行",
    "e\u0301clair 2021·云岭论坛 ＡＢＣ公司\tCEO 约翰·史密斯",
]
HOSTILE = [
    "",
    " ",
    "\n\n\u3000\t",
    "\x00\x07\x1b[31m县长\u202e陆一鸣\ufeff\u200b出席",
    "“" * 300 + "县委",
    "王" * 2_000,
    "（《“" * 200,
    "省市县区" * 500,
    "a" * 3_000,
    "，" * 500,
    "第" * 100 + "届" * 100 + "次会议",
    "😀" * 400 + "县长陆一鸣",
]


def engines() -> list[object]:
    no_hanlp = importlib.util.find_spec("hanlp") is None
    needs = pytest.mark.skipif(no_hanlp, reason='hanlp is not installed: pip install "newsgraph[hanlp]"')
    others = [name for name in os.environ.get("NEWSGRAPH_ENGINES", "").split(",") if name]
    return ["grammar", "spacy", pytest.param("hanlp", marks=needs), *others]


@pytest.fixture(scope="module", params=engines())
def nlp(request: pytest.FixtureRequest) -> Language:
    return load(request.param)


def told(doc: Doc) -> list[tuple[object, ...]]:
    """Return all that a document says of its mentions."""
    chosen = [(c.start, c.end, c.label, round(c.score, 4), c.by) for c in chosen_of(doc)]
    return [*chosen, *((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)]


def check(doc: Doc, text: str) -> None:
    """Assert what holds of every document."""
    assert doc.text == text
    assert len(doc) == len(text)
    for candidate in chosen_of(doc):
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert candidate.label in LABELS
        assert 0 <= candidate.score <= 1
    for span in doc.spans["mentions"]:
        assert span.text == text[span.start : span.end] == text[span.start_char : span.end_char]
    around: list[int] = []  # ends of the mentions that hold the one at hand
    for candidate in chosen_of(doc):
        if candidate.label not in ASIDE:
            around = [end for end in around if end > candidate.start]
            assert all(candidate.end <= end for end in around), candidate
            around.append(candidate.end)
    edges = [(ent.start, ent.end) for ent in doc.ents]
    assert all(before[1] <= after[0] for before, after in pairwise(edges))


@pytest.mark.parametrize("text", [*NEWS, *HOSTILE])
def test_engine_keeps_to_code_points_labels_and_scores(nlp: Language, text: str) -> None:
    check(nlp(text), text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from([*NEWS, "𠮷", "\n", "　", "、", "“", "”"]) | st.text(max_size=8), max_size=6
    ).map("".join)
)
def test_engine_takes_any_text(nlp: Language, text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()  # the reader refuses lone surrogates
    check(nlp(text), text)


def test_engine_counts_astral_characters_as_one(nlp: Language) -> None:
    plain, astral = "云岭市财政局局长陆一鸣出席。", "😀𠮷。\n云岭市财政局局长陆一鸣出席。"
    (there,) = [ent for ent in nlp(astral).ents if ent.text == "局长"]
    (here,) = [ent for ent in nlp(plain).ents if ent.text == "局长"]
    assert there.start_char == here.start_char + 4
    assert astral[there.start_char : there.end_char] == "局长"


def test_engine_loses_nothing_in_batches_and_says_the_same_in_any_order(nlp: Language) -> None:
    texts = [*NEWS, *HOSTILE, *NEWS[::-1]]
    alone = [told(nlp(text)) for text in texts]
    for batch_size in (2, 100):
        docs = list(nlp.pipe(texts, batch_size=batch_size))
        assert [doc.text for doc in docs] == texts
        assert [told(doc) for doc in docs] == alone
    assert [told(doc) for doc in nlp.pipe(texts[::-1])] == alone[::-1]


def test_engine_reads_a_stream_as_it_comes(nlp: Language) -> None:
    def texts():
        yield from (f"第{i}届青禾论坛在云岭市举行，县长陆一鸣出席。" for i in range(10_000))
        raise AssertionError("the stream was read to its end before anything was given")

    stream = nlp.pipe(texts(), batch_size=50)
    assert "县长" in next(stream).text


@pytest.mark.parametrize("joint", ["。", ""], ids=["sentences", "no punctuation"])
def test_engine_reads_an_enormous_text_whole(nlp: Language, joint: str) -> None:
    text = f"青禾县委书记欧阳明主持召开县委常委会会议{joint}" * 300
    doc = nlp(text)
    check(doc, text)
    ends = [ent.end for ent in doc.ents]
    assert ends
    assert max(ends) > len(text) - 100


@pytest.mark.parametrize("nlp", engines()[1:], indirect=True)  # grammar alone knows no untitled names
@pytest.mark.parametrize("shift", range(3))
def test_engine_cuts_no_name_in_a_row_without_commas(nlp: Language, shift: int) -> None:
    names = [x + y for x in "王李张刘陈杨赵黄周吴" for y in ("建国", "秀英", "志强", "丽华", "海涛", "晓燕")]
    text = "出席会议的代表" + "有" * (shift > 0) + "：" * (shift > 1) + "".join(names)
    found = {ent.text for ent in nlp(text).ents if ent.label_ == "PERSON"}
    assert set(names[30:45]) <= found  # the first piece ends among them
