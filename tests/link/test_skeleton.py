"""Folding of lines: lists of names with their titles, dates, quotations."""

import pytest

from newsgraph.link.dates import parse_dates
from newsgraph.link.skeleton import Line, fold_article
from tests.link.markup import tell

LETTERS = {0xE000 + i: letter for i, letter in enumerate("POLJETDQW")}


def fold(markup: str) -> list[Line]:
    tagged = tell(markup).tagged[0]
    return fold_article(tagged.article, tagged.mentions, parse_dates(tagged.article.text, "2024-05-10"))


@pytest.mark.parametrize(
    ("markup", "folded"),
    [
        (
            "[市委|O][书记|T][甲一|P]，[市委|O][副书记|T]、[市长|T][乙二|P]会见了[丙集团|O]考察团",
            "P会见了O考察团",
        ),
        ("[甲一|P]与[乙二|P]会谈", "P与P会谈"),
        ("[甲一|P][乙二|P][丙三|P]见证签约", "P见证签约"),
        ("#[甲一|P]会见[乙二|P] [丙三|P]参加", "P会见P P参加"),
        ("会见了[省长|T][甲一|P]，[副市长|T][乙二|P]参加会见", "会见了P，P参加会见"),
        ("[甲一|P]（女）、[乙二|P]（回族）出席", "P出席"),
        ("[甲一|P]；[副省长|T][乙二|P]出席", "P出席"),
        ("[马|P]市长说", "P市长说"),
        ("[马|P][市长|T]说", "P说"),
        ("5月9日上午，在[东岭县|L]", "D，在L"),
        ("“要把这件事办好，办实。”[甲一|P]说", "QP说"),
        ("审议《关于召开会议的决定》", "审议W"),
        ("[学习全会精神[宣讲团|O]报告会|E]举行", "E举行"),
        ("（记者 丁三）会议召开", "会议召开"),
    ],
)
def test_fold_article_folds_names_to_symbols(markup: str, folded: str) -> None:
    assert fold(markup)[0].skeleton.text.translate(LETTERS) == folded


def test_fold_article_keeps_names_titles_and_nested_mentions() -> None:
    skeleton = fold("[学习[宣讲团|O]报告会|E]由[市委|O][书记|T][甲一|P]和[乙二|P]主持")[0].skeleton
    event, persons = skeleton.elements[0], skeleton.elements[2]
    assert [m.text for m in event.nested] == ["宣讲团"]
    assert [m.text for m in persons.mentions] == ["甲一", "乙二"]
    assert [m.text for m in persons.titles] == ["市委", "书记"]
    assert persons.pivot == 1


def test_skeleton_span_points_into_the_text() -> None:
    line = fold("昨日，[市长|T][甲一|P]主持会议。")[0]
    span = line.skeleton.span(2, 5)
    assert line.article.text[span.start : span.end] == "市长甲一主持"


def test_fold_article_reads_private_use_characters_as_blanks() -> None:
    assert fold("会\ue000议")[0].skeleton.text == "会 议"
