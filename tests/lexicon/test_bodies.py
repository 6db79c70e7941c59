"""Full forms of organs, and the governments that posts imply."""

from __future__ import annotations

import pytest

from newsgraph.lexicon import bodies


@pytest.mark.parametrize(
    ("short", "place", "full"),
    [
        ("市委", "衡阳市", "中共衡阳市委员会"),
        ("州党委", "伊犁哈萨克自治州", "中共伊犁哈萨克自治州委员会"),
        ("自治区党委", "广西壮族自治区", "中共广西壮族自治区委员会"),
        ("地委", "大兴安岭地区", "中共大兴安岭地区委员会"),
        ("行署", "大兴安岭地区", "大兴安岭地区行政公署"),
        ("市政府", "衡阳市", "衡阳市人民政府"),
        ("市政府办公室", "衡阳市", "衡阳市人民政府办公室"),
        ("县人大常委会", "衡南县", "衡南县人民代表大会常务委员会"),
        ("市政协", "衡阳市", "中国人民政治协商会议衡阳市委员会"),
        ("市委政法委", "衡阳市", "中共衡阳市委员会政法委员会"),
        ("市社科联", "安庆市", "安庆市社会科学界联合会"),
        ("市发改委", "衡阳市", "衡阳市发展和改革委员会"),
        ("市乡村振兴局", "衡阳市", "衡阳市乡村振兴局"),
        ("省高院", "湖南省", "湖南省高级人民法院"),
        ("团市委", "衡阳市", "共青团衡阳市委员会"),
    ],
)
def test_full_form_of_an_organ(short: str, place: str, full: str) -> None:
    assert bodies.full_form(short, place) == full


@pytest.mark.parametrize("name", ["国务院", "东湾日报社", ""])
def test_full_form_of_what_names_no_level_is_none(name: str) -> None:
    assert bodies.full_form(name, "衡阳市") is None


@pytest.mark.parametrize(
    ("post", "place", "body"),
    [
        ("市长", "衡阳市", "衡阳市人民政府"),
        ("常务副市长", "衡阳市", "衡阳市人民政府"),
        ("市长助理", "安庆市", "安庆市人民政府"),
        ("专员", "大兴安岭地区", "大兴安岭地区行政公署"),
        ("盟长", "锡林郭勒盟", "锡林郭勒盟行政公署"),
        ("主席", "西藏自治区", "西藏自治区人民政府"),
        ("州长", "伊犁哈萨克自治州", "伊犁哈萨克自治州人民政府"),
        ("书记", "衡阳市", None),
        ("主席", "衡阳市", None),
    ],
)
def test_implied_body_of_a_post(post: str, place: str, body: str | None) -> None:
    assert bodies.implied_body(post, place) == body
