"""Titles on sentences of our own, and against the tenures of the gold pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.model import MentionType, Source, TitleForm
from newsgraph.segment import Overrides, segment_source
from newsgraph.tag.titles import find_titles
from tests.gold import SHARED, TUNED, gold_mentions, load_gold, page_path
from tests.tag.marked import parse


def ties(marked: str) -> list[tuple[str | None, str, str | None, str | None, str]]:
    """Return (holder, post, body, anchor, form) of every title of a marked text."""
    article, mentions = parse(marked)
    text = {mention.id: mention.text for mention in mentions}
    return [
        (
            text[t.holder] if t.holder else None,
            text[t.post],
            text[t.body] if t.body else None,
            text[t.anchor] if t.anchor else None,
            t.form.value,
        )
        for t in find_titles(article, mentions)
    ]


def test_find_titles_ties_post_to_body_and_holder():
    assert ties("[市委|ORG][书记|POST][林一鸣|PERSON]主持") == [
        ("林一鸣", "书记", "市委", None, "apposition")
    ]


def test_find_titles_leaves_the_body_of_a_government_head_implied():
    assert ties("[云州市委|ORG][副书记|POST]、[市长|POST][林一鸣|PERSON]出席") == [
        ("林一鸣", "副书记", "云州市委", None, "apposition"),
        ("林一鸣", "市长", None, "云州市委", "apposition"),
    ]


def test_find_titles_gives_coordinated_posts_of_a_bureau_one_body():
    assert ties("[省档案局|ORG][党组书记|POST]、[局长|POST][林一鸣|PERSON]说") == [
        ("林一鸣", "党组书记", "省档案局", None, "apposition"),
        ("林一鸣", "局长", "省档案局", None, "apposition"),
    ]


def test_find_titles_anchors_a_department_printed_without_its_place():
    assert ties("[县委|ORG][常委|POST]、[宣传部|ORG][部长|POST][林一鸣|PERSON]说")[1] == (
        "林一鸣",
        "部长",
        "宣传部",
        "县委",
        "apposition",
    )


@pytest.mark.parametrize("joint", ["、", "和", "（女）、", "，"])
def test_find_titles_gives_a_deputy_post_to_a_whole_list(joint: str):
    found = ties(f"[副市长|POST][林一鸣|PERSON]{joint}[何小禾|PERSON]参加")
    assert [t[0] for t in found] == (["林一鸣"] if joint == "，" else ["林一鸣", "何小禾"])


def test_find_titles_gives_a_single_post_to_the_first_name_only():
    found = ties("[校长|POST][林一鸣|PERSON]、[何小禾|PERSON]参加")
    assert [t[0] for t in found] == ["林一鸣"]


def test_find_titles_marks_collective_posts_as_lists():
    assert ties("[市领导|POST][林一鸣|PERSON]、[何小禾|PERSON]参加") == [
        ("林一鸣", "市领导", None, None, "list"),
        ("何小禾", "市领导", None, None, "list"),
    ]
    assert ties("在[林一鸣|PERSON]、[何小禾|PERSON]等[县领导|POST]陪同下")[1][0] == "何小禾"


def test_find_titles_carries_the_body_of_a_chair_to_the_deputies():
    found = ties(
        "[市人大常委会|ORG][主任|POST][林一鸣|PERSON]主持，[副主任|POST][何小禾|PERSON]、[白川|PERSON]出席"
    )
    assert found[1:] == [
        ("何小禾", "副主任", "市人大常委会", None, "apposition"),
        ("白川", "副主任", "市人大常委会", None, "apposition"),
    ]


def test_find_titles_carries_the_anchor_to_the_next_head_of_that_level():
    found = ties("由[云州市委|ORG][书记|POST][林一鸣|PERSON]、[市长|POST][何小禾|PERSON]率领")
    assert found[1] == ("何小禾", "市长", None, "云州市委", "apposition")
    found = ties("[青河县委|ORG][书记|POST][林一鸣|PERSON]、[副州长|POST][何小禾|PERSON]参加")
    assert found[1] == ("何小禾", "副州长", None, None, "apposition")


def test_find_titles_finds_the_nearest_body_that_fits_a_bare_post():
    found = ties("他走访[云州一中|ORG]、[市水务局|ORG]，听[校长|POST][林一鸣|PERSON]介绍。")
    assert found == [("林一鸣", "校长", "云州一中", None, "apposition")]


def test_find_titles_reads_the_generic_noun_before_a_post():
    found = ties("在[云州学院|ORG]，[林一鸣|PERSON]与学院[党委书记|POST][何小禾|PERSON]交谈")
    assert found == [("何小禾", "党委书记", "云州学院", None, "apposition")]


def test_find_titles_takes_a_place_as_body():
    assert ties("[青河县|PLACE][副县长|POST][林一鸣|PERSON]") == [
        ("林一鸣", "副县长", "青河县", None, "apposition")
    ]


def test_find_titles_ties_listed_bodies_to_listed_holders():
    found = ties("[青河县|PLACE]、[白水县|PLACE][县长|POST][林一鸣|PERSON]、[何小禾|PERSON]分别发言")
    assert [(t[0], t[2]) for t in found] == [("林一鸣", "青河县"), ("何小禾", "白水县")]


@pytest.mark.parametrize("surname", ["林", "司徒"])
def test_find_titles_reads_surname_and_title(surname: str):
    assert ties(f"[{surname}|PERSON][市长|POST]说") == [(surname, "市长", None, None, "surname")]


def test_find_titles_takes_a_full_name_before_its_title():
    assert ties("[林一鸣|PERSON][校长|POST]说") == [("林一鸣", "校长", None, None, "apposition")]


@pytest.mark.parametrize(
    ("marked", "form"),
    [
        ("任命[林一鸣|PERSON]为[市教育局|ORG][局长|POST]", "appointment"),
        ("[林一鸣|PERSON]任[市教育局|ORG][局长|POST]", "appointment"),
        ("[林一鸣|PERSON]同志当选为[市教育局|ORG][局长|POST]", "appointment"),
        ("[林一鸣|PERSON]被任命为[市教育局|ORG][局长|POST]", "appointment"),
        ("免去[林一鸣|PERSON]的[市教育局|ORG][局长|POST]职务", "removal"),
        ("接受[林一鸣|PERSON]辞去[市教育局|ORG][局长|POST]职务的请求", "removal"),
        ("[林一鸣|PERSON]不再担任[市教育局|ORG][局长|POST]", "removal"),
        ("[林一鸣|PERSON]是[市教育局|ORG][局长|POST]", "apposition"),
        ("[林一鸣|PERSON]（[市教育局|ORG][局长|POST]）", "apposition"),
        ("[林一鸣|PERSON]，[市教育局|ORG][局长|POST]。", "apposition"),
        ("[林一鸣|PERSON] 女 [市教育局|ORG][局长|POST]", "apposition"),
        ("时任[市教育局|ORG][局长|POST]的[林一鸣|PERSON]", "former"),
        ("原[市教育局|ORG][局长|POST][林一鸣|PERSON]", "former"),
        ("[市教育局|ORG]原[局长|POST][林一鸣|PERSON]", "former"),
        ("[市教育局|ORG]前[局长|POST][林一鸣|PERSON]", "former"),
        ("[林一鸣|PERSON]（原[市教育局|ORG][局长|POST]）", "former"),
        ("[林一鸣|PERSON]曾任[市教育局|ORG][局长|POST]", "former"),
        ("[林一鸣|PERSON]曾经被任命为[市教育局|ORG][局长|POST]", "former"),
        ("[林一鸣|PERSON]同志拟任[市教育局|ORG][局长|POST]", "proposed"),
        ("拟任[市教育局|ORG][局长|POST][林一鸣|PERSON]作供职发言", "proposed"),
        ("即将出任[市教育局|ORG][局长|POST]的[林一鸣|PERSON]", "proposed"),
        ("省委提名[林一鸣|PERSON]为[市教育局|ORG][局长|POST]候选人", "proposed"),
        ("推荐[林一鸣|PERSON]同志为[市教育局|ORG][局长|POST]人选", "proposed"),
        ("拟任命[林一鸣|PERSON]为[市教育局|ORG][局长|POST]", "proposed"),
        ("[林一鸣|PERSON]被提名为[市教育局|ORG][局长|POST]候选人", "proposed"),
        ("[林一鸣|PERSON]被推荐为[市教育局|ORG][局长|POST]人选", "proposed"),
        ("[林一鸣|PERSON]是[市教育局|ORG][局长|POST]人选", "proposed"),
        ("[林一鸣|PERSON]有望出任[市教育局|ORG][局长|POST]", "proposed"),
        ("[林一鸣|PERSON]将于5月担任[市教育局|ORG][局长|POST]", "proposed"),
        ("[林一鸣|PERSON]将继续担任[市教育局|ORG][局长|POST]", "appointment"),
        ("根据提名，任命[林一鸣|PERSON]为[市教育局|ORG][局长|POST]", "appointment"),
        ("根据市长提名任命[林一鸣|PERSON]为[市教育局|ORG][局长|POST]", "appointment"),
        ("将[林一鸣|PERSON]任命为[市教育局|ORG][局长|POST]", "appointment"),
        ("经提名的[林一鸣|PERSON]当选[市教育局|ORG][局长|POST]", "appointment"),
        ("会前，[市教育局|ORG][局长|POST][林一鸣|PERSON]", "apposition"),
        ("目前[市教育局|ORG][局长|POST][林一鸣|PERSON]", "apposition"),
        ("[林一鸣|PERSON]现任[市教育局|ORG][局长|POST]", "apposition"),
    ],
)
def test_find_titles_reads_predicates(marked: str, form: str):
    assert ties(marked) == [("林一鸣", "局长", "市教育局", None, form)]


@pytest.mark.parametrize(
    "marked",
    [
        "[林一鸣|PERSON]未当选[市教育局|ORG][局长|POST]",
        "[林一鸣|PERSON]没有出任[市教育局|ORG][局长|POST]",
        "[林一鸣|PERSON]落选[市教育局|ORG][局长|POST]",
        "[林一鸣|PERSON]将任[市教育局|ORG][局长|POST]的传言不实",
        "关于[林一鸣|PERSON]当选[市教育局|ORG][局长|POST]的消息纯属谣言",
    ],
)
def test_find_titles_gives_nobody_an_office_that_is_denied(marked: str):
    assert [tie[:3] for tie in ties(marked)] == [(None, "局长", "市教育局")]


def test_find_titles_gives_who_holds_an_office_that_is_proposed_for_another_his_own():
    found = ties("提名[副市长|POST][林一鸣|PERSON]为[市长|POST]候选人，现任[市长|POST][何小禾|PERSON]")
    assert [(holder, post, form) for holder, post, *_, form in found] == [
        ("林一鸣", "副市长", "apposition"),
        ("林一鸣", "市长", "proposed"),
        ("何小禾", "市长", "apposition"),
    ]


def test_find_titles_knows_whom_his_means():
    found = ties("任命[林一鸣|PERSON]为[市教育局|ORG][局长|POST]，免去其[市体育局|ORG][副局长|POST]职务")
    assert found[1] == ("林一鸣", "副局长", "市体育局", None, "removal")


def test_find_titles_reads_lists_of_appointments_over_lines():
    found = ties(
        "任命：\n[林一鸣|PERSON]、[何小禾|PERSON]为[市中级人民法院|ORG][审判员|POST]；\n"
        "免去：\n[白川|PERSON]的[市教育局|ORG][局长|POST]职务。"
    )
    assert [(t[0], t[1], t[4]) for t in found] == [
        ("林一鸣", "审判员", "appointment"),
        ("何小禾", "审判员", "appointment"),
        ("白川", "局长", "removal"),
    ]


def test_find_titles_gives_a_delegation_head_the_body_behind():
    found = ties("会见以[青山集团|ORG][董事长|POST][林一鸣|PERSON]为[团长|POST]的[海商考察团|ORG]")
    assert found == [
        ("林一鸣", "董事长", "青山集团", None, "apposition"),
        ("林一鸣", "团长", "海商考察团", None, "apposition"),
    ]


def test_find_titles_reads_the_successor_and_not_the_succeeded():
    found = ties("[林一鸣|PERSON]接替[何小禾|PERSON]出任[青山集团|ORG][董事长|POST]")
    assert found == [("林一鸣", "董事长", "青山集团", None, "appointment")]


def test_find_titles_follows_a_career():
    found = ties(
        "[林一鸣|PERSON]，男，1970年生，历任[青河县|PLACE][副县长|POST]，[市水务局|ORG][局长|POST]等职，"
        "拟任[市水务局|ORG][党组书记|POST]。"
    )
    assert [(t[0], t[1], t[4]) for t in found] == [
        ("林一鸣", "副县长", "former"),
        ("林一鸣", "局长", "former"),
        ("林一鸣", "党组书记", "proposed"),
    ]


@pytest.mark.parametrize(
    ("marked", "forms"),
    [
        ("原[青河县|PLACE][副县长|POST]、[县公安局|ORG][局长|POST][林一鸣|PERSON]", ["former", "former"]),
        (
            "原[青河县|PLACE][副县长|POST]、现任[县政协|ORG][主席|POST][林一鸣|PERSON]",
            ["former", "apposition"],
        ),
        ("[县政协|ORG][主席|POST]、原[副县长|POST][林一鸣|PERSON]", ["apposition", "former"]),
        (
            "[林一鸣|PERSON]曾任[青河县|PLACE][副县长|POST]，现任[县政协|ORG][主席|POST]",
            ["former", "apposition"],
        ),
    ],
)
def test_find_titles_tells_which_offices_of_a_list_are_former(marked: str, forms: list[str]):
    assert [t[4] for t in ties(marked)] == forms


def test_find_titles_follows_a_career_over_lines():
    found = ties(
        "[林一鸣|PERSON]，男，1970年生。\n1993年5月起，历任[青河县|PLACE][副县长|POST]；\n"
        "2001年3月，任[市水务局|ORG][局长|POST]；\n2011年，任[市档案局|ORG][局长|POST]。"
    )
    assert [(t[0], t[2]) for t in found] == [
        ("林一鸣", "青河县"),
        ("林一鸣", "市水务局"),
        ("林一鸣", "市档案局"),
    ]


def test_find_titles_follows_a_life_told_in_rows():
    found = ties(
        "[林一鸣|PERSON]，男，1970年生。现任[青河县委|ORG][副书记|POST]。\n1993.05—1999.08 农业大学学习\n"
        "1999.08—2003.05 [青河县|PLACE][副县长|POST]（2001.03—2001.09 挂任[乙县|PLACE][县长助理|POST]）\n"
        "2003年5月至2011年6月 [市水务局|ORG][党组书记|POST]、[局长|POST]\n2011.06至今 [青河县委|ORG][副书记|POST]"
    )
    assert [(t[0], t[1], t[2], t[4]) for t in found] == [
        ("林一鸣", "副书记", "青河县委", "apposition"),
        ("林一鸣", "副县长", "青河县", "former"),
        ("林一鸣", "县长助理", "乙县", "appointment"),
        ("林一鸣", "党组书记", "市水务局", "former"),
        ("林一鸣", "局长", "市水务局", "former"),
        ("林一鸣", "副书记", "青河县委", "apposition"),
    ]


def test_find_titles_does_not_tie_over_lines():
    assert ties("[何小禾|PERSON]当选[乙国|PLACE][总理|POST]\n[林一鸣|PERSON]会见客人") == [
        ("何小禾", "总理", "乙国", None, "appointment")
    ]


def test_find_titles_leaves_a_post_without_holder():
    assert ties("由[市长|POST]负责") == [(None, "市长", None, None, "apposition")]


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "[市委|ORG]",
                    "[书记|POST]",
                    "[市长|POST]",
                    "[林一鸣|PERSON]",
                    "[司徒|PERSON]",
                    "[青河县|PLACE]",
                ),
                *"、，。为的任\n和",
            ]
        ),
        max_size=20,
    )
)
def test_find_titles_points_at_mentions_of_the_right_types(parts: list[str]):
    article, mentions = parse("".join(parts))
    types = {mention.id: mention.type for mention in mentions}
    titles = find_titles(article, mentions)
    assert {t.post for t in titles} == {m.id for m in mentions if m.type is MentionType.POST}
    for title in titles:
        assert title.holder is None or types[title.holder] is MentionType.PERSON
        for body in (title.body, title.anchor):
            assert body is None or types[body] in (MentionType.ORG, MentionType.PLACE)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="needs the gold pages in ../shared")
@pytest.mark.parametrize("name", TUNED)
def test_find_titles_ties_the_tenures_of_a_gold_page(name: str):
    gold = load_gold(name)
    text = page_path(name).read_text(encoding="utf-8-sig")
    source = Source(id=name, name=name, sha256="", encoding="utf-8", text=text)
    found = set()
    for article, mentions in gold_mentions(segment_source(source, overrides=Overrides()), gold):
        printed = {mention.id: "".join(mention.text.split()) for mention in mentions}
        found |= {
            (printed[title.holder], printed[title.post])
            for title in find_titles(article, mentions)
            if title.holder and title.form not in (TitleForm.LIST, TitleForm.SURNAME)
        }
    assert found == {(person, post) for person, post, _ in gold["tenures"]}


def test_find_titles_gives_a_secretary_general_in_a_list_the_body_before():
    marked = "[市政协|ORG][副主席|POST][林一鸣|PERSON]，[秘书长|POST][何二水|PERSON]出席"
    assert ties(marked)[-1] == ("何二水", "秘书长", "市政协", None, "apposition")


def test_find_titles_parts_a_headline_of_two_appointments():
    marked = "[林一鸣|PERSON]当选[县政协|ORG][主席|POST] [何二水|PERSON]当选[县长|POST]"
    assert [(t[0], t[1]) for t in ties(marked)] == [("林一鸣", "主席"), ("何二水", "县长")]


def test_find_titles_pairs_offices_with_those_elected_to_them_respectively():
    marked = "[林一鸣|PERSON]、[何二水|PERSON]分别当选[市中级人民法院|ORG][院长|POST]和[市人民检察院|ORG][检察长|POST]"
    assert [(t[0], t[1]) for t in ties(marked)] == [("林一鸣", "院长"), ("何二水", "检察长")]


def test_find_titles_goes_on_with_the_body_of_an_election():
    marked = "选举[林一鸣|PERSON]为[市政协|ORG][主席|POST]，[何二水|PERSON]为[秘书长|POST]"
    assert ties(marked)[-1] == ("何二水", "秘书长", "市政协", None, "appointment")


def test_find_titles_takes_a_correction_at_its_word():
    marked = (
        "“[市农业局|ORG][总农艺师|POST][林一鸣|PERSON]”应为"
        "“[云州市农业局|ORG][总农艺师|POST][林一鸣|PERSON]”，特此更正。"
    )
    assert ties(marked) == [("林一鸣", "总农艺师", "云州市农业局", None, "apposition")]


def test_find_titles_anchors_who_leads_a_delegation_in_it():
    marked = "以[县长|POST][林一鸣|PERSON]为[团长|POST]的[云州县党政代表团|ORG]来访"
    assert ties(marked)[0] == ("林一鸣", "县长", None, "云州县党政代表团", "apposition")


def test_find_titles_leaves_the_hosts_deputy_out_of_the_guests_city():
    marked = (
        "[常德市|PLACE][副市长|POST][林一鸣|PERSON]率团来[我市|PLACE]考察，[副市长|POST][何二水|PERSON]陪同"
    )
    assert ties(marked)[-1] == ("何二水", "副市长", None, None, "apposition")


def test_find_titles_gives_a_body_in_session_its_heads():
    marked = (
        "[市人大常委会|ORG]举行第四十次会议。[主任|POST][林一鸣|PERSON]主持，[副主任|POST][何二水|PERSON]，"
        "[秘书长|POST][金三元|PERSON]参加会议"
    )
    assert [tie[:3] for tie in ties(marked)] == [
        ("林一鸣", "主任", "市人大常委会"),
        ("何二水", "副主任", "市人大常委会"),
        ("金三元", "秘书长", "市人大常委会"),
    ]


def test_find_titles_gives_the_secretary_the_school_of_its_head():
    marked = "到[云州大学|ORG]调研，[党委书记|POST][林一鸣|PERSON]、[校长|POST][何二水|PERSON]陪同"
    assert [tie[2] for tie in ties(marked)] == ["云州大学", "云州大学"]


def test_find_titles_knows_whom_his_new_office_means():
    found = ties("免去[林一鸣|PERSON]的[市体育局|ORG][副局长|POST]职务，任命其为[市教育局|ORG][局长|POST]")
    assert [(t[0], t[1], t[4]) for t in found] == [
        ("林一鸣", "副局长", "removal"),
        ("林一鸣", "局长", "appointment"),
    ]


@pytest.mark.parametrize("asks", ["请辞", "因工作变动请求辞去", "申请辞去"])
def test_find_titles_relieves_who_asks_for_it(asks: str):
    assert ties(f"接受[林一鸣|PERSON]{asks}[市教育局|ORG][局长|POST]职务")[0][4] == "removal"


def test_find_titles_gives_a_units_commander_the_unit_of_its_committee():
    found = ties(
        "到[第四师|ORG]调研，[师党委|ORG][书记|POST]、[政委|POST][林一鸣|PERSON]，[师党委|ORG][副书记|POST]、[师长|POST][何小禾|PERSON]陪同"
    )
    assert [(t[0], t[1], t[2]) for t in found] == [
        ("林一鸣", "书记", "师党委"),
        ("林一鸣", "政委", "第四师"),
        ("何小禾", "副书记", "师党委"),
        ("何小禾", "师长", "第四师"),
    ]


def test_find_titles_takes_what_people_call_somebody_for_no_office():
    assert [t[:2] for t in ties("大家都叫我[林|PERSON][主任|POST]，其实我不是")] == [(None, "主任")]
    assert [t[:2] for t in ties("会上，[林|PERSON][主任|POST]说")] == [("林", "主任")]


def test_find_titles_elects_whoever_stands_before_and_others():
    (tie,) = ties("任命[林一鸣|PERSON]（女）等为[市体育局|ORG][副局长|POST]")
    assert (tie[0], tie[2], tie[4]) == ("林一鸣", "市体育局", "appointment")
