"""What the grammar holds against the recogniser."""

from __future__ import annotations

import pytest

from newsgraph.tag.candidates import Candidate
from newsgraph.tag.doubts import weigh


def test_weigh_drops_what_cuts_a_quotation() -> None:
    assert weigh("“寻山、问水”", [Candidate(0, 3, "PLACE", 0.8, "ner")]) == []


def test_weigh_drops_a_name_over_a_sum_of_money() -> None:
    assert weigh("资产61.95亿元平台", [Candidate(0, 11, "EVENT", 0.7, "ner")]) == []


def test_weigh_leaves_the_grammar_alone() -> None:
    said = [Candidate(0, 3, "PLACE", 0.8, "grammar.place")]
    assert weigh("“寻山、问水”", said) == said


def test_weigh_doubts_a_body_with_a_verb_inside() -> None:
    (doubted,) = weigh("云岭召开集团", [Candidate(0, 6, "ORG", 0.8, "ner")])
    assert doubted.score == 0.6


def test_weigh_doubts_a_body_over_a_sure_person() -> None:
    body, person = Candidate(0, 6, "ORG", 0.76, "ner"), Candidate(2, 4, "PERSON", 0.95, "grammar.person")
    assert weigh("云岭甲乙平台", [body, person])[0].score == 0.57


def test_weigh_believes_the_grammar_on_the_label() -> None:
    said = [Candidate(0, 6, "ORG", 0.8, "ner"), Candidate(0, 6, "PROJECT", 0.7, "grammar.project")]
    assert {c.label for c in weigh("云岭竹业项目", said)} == {"PROJECT"}


def test_weigh_trusts_an_event_by_its_head_noun() -> None:
    text = "云岭竹艺节云岭竹艺厂"
    named, nameless = weigh(
        text, [Candidate(0, 5, "EVENT", 0.7, "ner"), Candidate(5, 9, "EVENT", 0.7, "ner")]
    )
    assert named.score == 0.7
    assert nameless.score < 0.4


def test_weigh_calls_an_exhibition_an_event() -> None:
    (candidate,) = weigh("云岭老照片展", [Candidate(0, 6, "PROJECT", 0.6, "ner")])
    assert candidate.label == "EVENT"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("总第3217期", "EVENT"),
        ("国内统一刊号", "ORG"),
        ("颁奖大会", "EVENT"),
        ("衡阳十大重点产业项目", "PROJECT"),
        ("十二处饮水工程", "PROJECT"),
        ("盐察产业合作项目", "PROJECT"),
    ],
)
def test_weigh_drops_kinds_numbers_and_parts_of_a_masthead(text: str, label: str) -> None:
    assert weigh(text, [Candidate(0, len(text), label, 0.8, "ner")]) == []


def test_weigh_doubts_a_person_over_the_place_one_comes_to() -> None:
    place, person = Candidate(1, 2, "PLACE", 0.93, "grammar.place"), Candidate(0, 2, "PERSON", 0.72, "ner")
    assert weigh("来衡", [place, person])[1].score == 0.54


@pytest.mark.parametrize(
    ("text", "known", "read"),
    [
        ("云岭县竹溪镇", (0, 3), (0, 6)),
        ("云岭县水霞路68弄", (0, 3), (0, 9)),
        ("云岭山金顶", (0, 2), (0, 5)),
        ("白云江", (1, 3), (0, 3)),
    ],
)
def test_weigh_gives_a_known_place_the_edges_that_a_recogniser_reads(
    text: str, known: tuple[int, int], read: tuple[int, int]
) -> None:
    found = [Candidate(*known, "PLACE", 0.95, "grammar.place"), Candidate(*read, "PLACE", 0.7, "ner")]
    assert {(c.start, c.end) for c in weigh(text, found)} == {read}


def test_weigh_keeps_a_known_place_against_a_recogniser_that_guesses() -> None:
    text = "云岭县农村"
    found = [Candidate(0, 3, "PLACE", 0.95, "grammar.place"), Candidate(0, 5, "PLACE", 0.55, "ner")]
    assert found[0] in weigh(text, found)


def test_weigh_keeps_two_known_places_against_one_over_both() -> None:
    known = [Candidate(0, 1, "PLACE", 0.9, "grammar.place"), Candidate(1, 2, "PLACE", 0.9, "grammar.place")]
    assert set(known) <= set(weigh("湘桂", [*known, Candidate(0, 2, "PLACE", 0.8, "ner")]))


def test_weigh_takes_no_committee_and_government_for_one_body() -> None:
    text = "云岭县委县政府和县委组织部"
    assert weigh(text, [Candidate(0, 7, "ORG", 0.9, "ner")]) == []
    assert weigh(text, [Candidate(8, 13, "ORG", 0.9, "ner")]) != []


def test_weigh_drops_a_calling_and_a_kind_of_place() -> None:
    text = "老汉在老渔村旁歇脚"
    assert weigh(text, [Candidate(0, 2, "PERSON", 0.8, "ner"), Candidate(3, 6, "PLACE", 0.8, "ner")]) == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("320名政协委员肩负重托", "委员"),
        ("十多名市人大代表视察", "代表"),
        ("领导班子成员带头", "成员"),
        ("走到主席台前就座", "主席"),
        ("战士们排长队等候", "排长"),
    ],
)
def test_weigh_drops_a_head_count_and_what_another_word_begins_with(text: str, post: str) -> None:
    at = text.index(post)
    assert weigh(text, [Candidate(at, at + len(post), "POST", 0.8, "ner")]) == []


def test_weigh_keeps_a_post_that_the_grammar_would_not_be_sure_of() -> None:
    text = "宫专员就安全生产讲话，州乡村振兴局局长者文忠参加"
    posts = [Candidate(1, 3, "POST", 0.8, "ner"), Candidate(17, 19, "POST", 0.8, "ner")]
    assert [text[c.start : c.end] for c in weigh(text, posts)] == ["专员", "局长"]


def test_weigh_drops_a_calling_said_to_be_a_post() -> None:
    text = "中共云岭市委员会主管 护林员到会"
    assert weigh(text, [Candidate(8, 10, "POST", 0.8, "ner"), Candidate(11, 14, "POST", 0.8, "ner")]) == []


def test_weigh_takes_the_preposition_off_a_name_that_is_sure() -> None:
    text = "向庞云亲属表示慰问"
    found = [Candidate(0, 3, "PERSON", 0.9, "grammar.person"), Candidate(1, 3, "PERSON", 0.93, "ner")]
    assert {text[c.start : c.end] for c in weigh(text, found)} == {"庞云"}


def test_weigh_lets_a_project_run_from_place_to_place() -> None:
    text = "福州至长沙高速"
    assert weigh(text, [Candidate(0, 7, "PROJECT", 0.8, "ner")])[0].score == 0.8


def test_weigh_leaves_to_the_recogniser_whether_a_work_is_in_use() -> None:
    said = [Candidate(0, 6, "PROJECT", 0.8, "ner"), Candidate(0, 6, "PLACE", 0.62, "grammar.project")]
    assert {c.label for c in weigh("云岭高速公路", said)} == {"PROJECT", "PLACE"}


def test_weigh_drops_parts_of_a_parallel_slogan() -> None:
    text = "聚民心 汇民智 兴云乡\n市长讲话"
    assert weigh(text, [Candidate(8, 11, "ORG", 0.9, "ner")]) == []


def test_weigh_drops_parts_of_a_quoted_slogan() -> None:
    text = "将以“观海、听涛、戏浪”三区留客，“云岭、白石”两镇先行"
    said = [Candidate(at, at + 2, "PLACE", 0.95, "ner") for at in (3, 6, 9, text.index("云岭"))]
    assert [text[c.start : c.end] for c in weigh(text, said)] == ["云岭"]


def test_weigh_lets_a_firm_have_a_function_word_in_its_name() -> None:
    text = "辽宁康本生物制药有限公司"
    assert weigh(text, [Candidate(0, len(text), "ORG", 0.84, "ner")])[0].score == 0.84


def test_weigh_begins_an_event_behind_the_preposition_that_grammar_sees():
    text = "牧民在青草湾奠基仪式上"
    found = [Candidate(0, 10, "EVENT", 0.75, "ner"), Candidate(3, 10, "EVENT", 0.85, "grammar.event")]
    assert {text[c.start : c.end] for c in weigh(text, found)} == {"青草湾奠基仪式"}


def test_weigh_begins_a_congress_behind_the_verb_of_studying_it() -> None:
    text = "云岭县学习贯彻党的十九届六中全会精神"
    found = [Candidate(0, 16, "EVENT", 0.7, "ner"), Candidate(7, 16, "EVENT", 0.93, "grammar.event")]
    assert {text[c.start : c.end] for c in weigh(text, found)} == {"党的十九届六中全会"}


@pytest.mark.parametrize(("score", "label"), [(0.93, "PLACE"), (0.7, "PERSON")])
def test_weigh_leaves_a_name_to_whoever_is_surer_of_its_bearer(score: float, label: str) -> None:
    said = [Candidate(0, 4, "PLACE", score, "ner"), Candidate(0, 4, "PERSON", 0.8, "grammar.person")]
    best = max(weigh("特雷维纳", said), key=lambda c: c.score)
    assert best.label == label


@pytest.mark.parametrize("told", ["云岭县也发生抗议活动", "县方以明年竹艺节", "竹业论坛盛赞竹艺节"])
def test_weigh_drops_an_event_that_tells_what_happened(told: str) -> None:
    assert weigh(told, [Candidate(0, len(told), "EVENT", 0.9, "ner")]) == []


def test_weigh_lets_an_event_have_a_motto() -> None:
    named = Candidate(0, 11, "EVENT", 0.9, "ner")
    assert weigh("“也是春天”云岭书法展", [named]) == [named]
    festival = Candidate(0, 9, "EVENT", 0.9, "ner")
    assert weigh("第七届维也纳音乐节", [festival]) == [festival]


def test_weigh_takes_no_person_for_a_foreign_state() -> None:
    said = [Candidate(0, 5, "PERSON", 0.76, "ner"), Candidate(0, 5, "PLACE", 0.75, "grammar.place")]
    assert {c.label for c in weigh("萨拉曼达州前议员", said)} == {"PLACE"}


@pytest.mark.parametrize(("text", "read"), [("讣　告\n", (0, 3)), ("他乐呵呵地说", (1, 4))])
def test_weigh_takes_no_heading_and_no_manner_for_a_person(text: str, read: tuple[int, int]) -> None:
    assert weigh(text, [Candidate(*read, "PERSON", 0.7, "ner")]) == []


def test_weigh_keeps_a_doubled_name_that_nothing_is_done_by() -> None:
    said = [Candidate(0, 3, "PERSON", 0.7, "ner")]
    assert weigh("晏丽丽地处山区", said) == weigh("晏丽丽说", said) == said


def test_weigh_leaves_the_level_of_its_leaders_out_of_the_place() -> None:
    place = Candidate(0, 2, "PLACE", 0.92, "grammar.place")
    found = weigh("略阳县领导到会", [place, Candidate(0, 3, "PLACE", 0.7, "ner")])
    assert place in found


@pytest.mark.parametrize("text", ["金丘203线", "10千伏府前线"])
def test_weigh_takes_no_power_line_for_a_place(text: str) -> None:
    assert weigh(text, [Candidate(0, len(text), "PLACE", 0.8, "ner")]) == []


def test_weigh_keeps_a_road_by_its_number() -> None:
    said = [Candidate(0, 6, "PLACE", 0.8, "ner")]
    assert weigh("县道203线", said) == said


def test_weigh_parts_two_provinces_and_keeps_a_region_whole() -> None:
    pair, region = Candidate(0, 2, "PLACE", 0.9, "ner"), Candidate(4, 6, "PLACE", 0.9, "ner")
    spans = [(c.start, c.end) for c in weigh("京蒙协作川渝相邻", [pair, region])]
    assert spans == [(0, 1), (1, 2), (4, 6)]


def test_weigh_takes_all_of_a_prefecture_for_no_county() -> None:
    said = [Candidate(0, 2, "PLACE", 0.9, "ner")]
    assert weigh("全州上下响应州委号召", said) == []
    assert weigh("全州上下响应县委号召", said) == said


@pytest.mark.parametrize(
    ("text", "end", "parts"),
    [
        ("祁连山青海湖", 6, ["祁连山", "青海湖"]),
        ("查干苏木红石苏木", 8, ["查干苏木", "红石苏木"]),
        ("加利福尼亚州洛杉矶", 9, ["加利福尼亚州洛杉矶"]),
        ("川陕甘", 3, ["川", "陕", "甘"]),
        ("京津冀", 3, ["京津冀"]),
    ],
)
def test_weigh_takes_two_places_side_by_side_apart(text: str, end: int, parts: list[str]) -> None:
    assert [text[c.start : c.end] for c in weigh(text, [Candidate(0, end, "PLACE", 0.9, "ner")])] == parts


def test_weigh_takes_a_park_where_something_is_built_for_a_place() -> None:
    text = "项目选址云岭产业园，总投资3亿元。云岭产业园开工"
    said = [Candidate(4, 9, "PROJECT", 0.9, "ner"), Candidate(17, 22, "PROJECT", 0.9, "ner")]
    assert [c.label for c in weigh(text, said)] == ["PLACE", "PROJECT"]


def test_weigh_drops_a_body_that_decides() -> None:
    assert weigh("市政府常务会议研究医院", [Candidate(0, 11, "ORG", 0.9, "ner")]) == []


def test_weigh_lets_what_falls_hold_nothing_down() -> None:
    text = "对兴国中路（文化路至电台路段）停电"
    broken, road = Candidate(1, 9, "PLACE", 0.9, "ner"), Candidate(6, 9, "PLACE", 0.98, "grammar.place")
    assert weigh(text, [broken, road]) == [road]


def test_weigh_takes_businessmen_of_a_place_for_no_body() -> None:
    assert weigh("温州客商来访", [Candidate(0, 4, "ORG", 0.9, "ner")]) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("蒸水三桥工地绑扎钢筋", "PROJECT"),
        ("蒸水三桥年内通车", "PROJECT"),
        ("蒸水三桥早日动工", "PROJECT"),
        ("蒸水三桥车流不断", "PLACE"),
    ],
)
def test_weigh_takes_a_bridge_still_to_rise_for_a_project(text: str, label: str) -> None:
    assert [c.label for c in weigh(text, [Candidate(0, 4, "PLACE", 0.9, "ner")])] == [label]


def test_weigh_takes_a_long_queue_for_no_platoon_leader() -> None:
    assert weigh("不再排长队", [Candidate(2, 4, "POST", 0.9, "ner")]) == []


def test_weigh_parts_a_work_from_its_site() -> None:
    text = "晖光光伏产业园落户市高新技术开发区"
    found = weigh(text, [Candidate(0, len(text), "PROJECT", 0.9, "ner")])
    assert [(text[c.start : c.end], c.label) for c in found] == [
        ("晖光光伏产业园", "PROJECT"),
        ("市高新技术开发区", "PLACE"),
    ]


def test_weigh_parts_who_is_removed_from_his_body() -> None:
    text = "免去李军市财政局局长职务；王芳市教育局副局长职务。"
    bodies = [(2, 8), (13, 19)]
    found = weigh(text, [Candidate(*span, "ORG", 0.9, "ner") for span in bodies])
    assert [(text[c.start : c.end], c.label) for c in found] == [
        ("李军", "PERSON"),
        ("市财政局", "ORG"),
        ("王芳", "PERSON"),
        ("市教育局", "ORG"),
    ]
    office = "免去石门县财政局局长职务"
    assert weigh(office, [Candidate(2, 8, "ORG", 0.9, "ner")]) == [Candidate(2, 8, "ORG", 0.9, "ner")]


@pytest.mark.parametrize("text", ["拉家常", "唠家常", "闰七月"])
def test_weigh_drops_small_talk_and_leap_months_read_as_names(text: str) -> None:
    assert weigh(text, [Candidate(0, 3, "PERSON", 0.8, "ner")]) == []


def test_weigh_takes_for_a_place_the_village_that_somebody_comes_from() -> None:
    said = [Candidate(0, 3, "PERSON", 0.9, "grammar.person"), Candidate(0, 3, "PLACE", 0.7, "ner")]
    assert {c.label for c in weigh("刘云村老会计", said)} == {"PLACE"}
    assert "PERSON" in {c.label for c in weigh("刘云村说，", said)}


def test_weigh_takes_works_whose_ground_is_levelled_for_a_project() -> None:
    works = Candidate(0, 7, "PLACE", 0.9, "ner")
    assert [c.label for c in weigh("城东污水处理厂的场地平整已经收尾", [works])] == ["PROJECT"]
    assert [c.label for c in weigh("城东污水处理厂的职工", [works])] == ["PLACE"]


def test_weigh_parts_two_counties_of_one_city_that_are_run_together() -> None:
    text = "在西峡淅川调研"
    found = weigh(text, [Candidate(1, 5, "PLACE", 0.9, "ner")])
    assert [text[c.start : c.end] for c in found] == ["西峡", "淅川"]
    text = "在平遥古城调研"
    assert len(weigh(text, [Candidate(1, 5, "PLACE", 0.9, "ner")])) == 1
