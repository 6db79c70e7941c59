"""Roles by the words of a clause, and the event they belong to."""

import pytest

from tests.link.markup import seen, tell

MEETING = "9日，[全市工作会议|E]召开。"


@pytest.mark.parametrize(
    ("sentence", "role", "names"),
    [
        ("会议由[甲一|P]主持。", "chair", ["甲一"]),
        ("会议由[甲一|P]与[乙二|P]共同主持。", "chair", ["甲一", "乙二"]),
        ("[甲一|P]与[乙二|P]共同出席。", "attendee", ["甲一", "乙二"]),
        ("出席会议的还有：[甲一|P]、[乙二|P]。", "attendee", ["甲一", "乙二"]),
        ("[甲一|P]作题为《治水》的报告。", "speaker", ["甲一"]),
        ("[甲一|P]、[乙二|P]分别作交流发言。", "speaker", ["甲一", "乙二"]),
        ("[甲一|P]宣读了表彰决定。", "speaker", ["甲一"]),
        ("[甲一|P]列席会议。", "attendee", ["甲一"]),
        ("会议听取了[甲一|P]的工作汇报。", "speaker", ["甲一"]),
        ("会议听取并审议了[甲一|P]代表理事会所作的工作报告。", "speaker", ["甲一"]),
        (
            "会议听取和审议了[甲一|P]受市政府委托所作的《规划报告》、[乙二|P]所作的《预算报告》。",
            "speaker",
            ["甲一", "乙二"],
        ),
        ("[甲一|P]听完报告后告诉记者，深受鼓舞。", "audience", ["甲一"]),
        ("[甲一|P]与[乙二|P]分别致辞。", "speaker", ["甲一", "乙二"]),
        ("[甲一|P]就履行职责讲了意见。", "speaker", ["甲一"]),
        ("[甲一|P]代表施工单位表态，决心如期完工。", "speaker", ["甲一"]),
    ],
)
def test_roles_follow_the_words(sentence: str, role: str, names: list[str]) -> None:
    event = seen(tell(MEETING + sentence))[0]
    assert event.roles[role] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲一|P]未出席会议。",
        "[甲一|P]告诉记者，会场很热。",
        "[甲一|P]在接受采访时表示，收获很大。",
        "[甲一|P]作出批示，要求落实。",
        "去年5月，[甲一|P]强调，要早谋划。",
        "据说[甲一|P]很忙。",
    ],
)
def test_roles_are_not_given_for(sentence: str) -> None:
    assert seen(tell(MEETING + sentence))[0].roles == {}


def test_roles_go_to_the_event_that_the_clause_points_at() -> None:
    talks, signing = seen(
        tell(
            "9日，[甲一|P]会见了[乙二|P]一行。会见后，[甲一|P]、[乙二|P]见证双方签约。\n会见中，[甲一|P]说，欢迎来投资。\n[丙三|P]主持签约仪式。[丁四|P]参加会见。"
        )
    )
    assert talks.roles["speaker"] == ["甲一"]
    assert talks.roles["attendee"] == ["丁四"]
    assert signing.roles["chair"] == ["丙三"]


def test_roles_of_a_bare_meeting_go_to_the_one_held_not_to_the_one_it_decided_on() -> None:
    story = tell(
        "9日，[市治水专题会议|E]召开。会议决定，6月10日在[柳河镇|L]召开[全市治水现场会|E]。[甲一|P]出席会议。"
    )
    assert {e.name: e.roles for e in seen(story)} == {
        "市治水专题会议": {"attendee": ["甲一"]},
        "全市治水现场会": {},
    }


def test_words_of_a_message_are_not_said_at_the_event_that_it_went_to() -> None:
    opened, message = seen(
        tell("9日，[茶叶博览会|E]开幕，[甲一|P]致信祝贺。[甲一|P]在贺信中指出，前景广阔。")
    )
    assert opened.roles == {} and message.roles == {"sender": ["甲一"]}


def test_a_message_does_not_take_over_from_the_meeting_it_went_to() -> None:
    meeting, _message, ceremony = seen(
        tell(
            "9日，[茶商会第一次大会|E]在[云溪宾馆|L]召开，[甲一|P]出席。[县工商联|O]发来贺信。\n[甲一|P]在讲话中希望大家努力。\n"
            "会后举行了[同心助学捐赠仪式|E]。"
        )
    )
    assert meeting.roles == {"attendee": ["甲一"], "speaker": ["甲一"]}
    assert (ceremony.date, ceremony.place) == (meeting.date, "云溪宾馆")


def test_those_who_went_each_their_own_way_made_visits_of_their_own() -> None:
    first, second = seen(
        tell(
            "##[甲一|P][乙二|P]走访慰问干部群众\n新春将至，[市委|O][书记|T][甲一|P]，[市长|T][乙二|P]分别率队深入基层，走访慰问困难群众。\n"
            "8日，[甲一|P]一行来到[柳河镇|L]，走进脱贫户[丙三|P]家，察看火塘。[丁四|P]参加慰问。\n"
            "9日，[乙二|P]先后来到[石桥镇|L]和[云溪煤电公司|O]，看望职工。[戊五|P]陪同慰问。"
        )
    )
    assert (first.date, first.roles) == (
        ("2024-05-08", "2024-05-08"),
        {"inspector": ["甲一"], "attendee": ["丁四"]},
    )
    assert (second.date, second.roles) == (
        ("2024-05-09", "2024-05-09"),
        {"inspector": ["乙二"], "companion": ["戊五"]},
    )


def test_who_leads_a_group_in_one_clause_and_inspects_in_the_next_brings_it_along() -> None:
    (visit,) = seen(tell("8日，[甲一|P]率[市人大执法检查组|O]，到[柳河镇|L]检查条例实施情况。"))
    assert visit.roles == {"inspector": ["甲一", "市人大执法检查组"]}


def test_research_on_the_spot_is_a_visit() -> None:
    (visit,) = seen(tell("8日至9日，[甲一|P]到[柳河镇|L]、[石桥镇|L]等地调查研究。[乙二|P]随同调研。"))
    assert visit.roles == {"inspector": ["甲一"], "companion": ["乙二"]}
    assert seen(tell("[甲一|P]要求大兴调查研究之风。")) == []


def test_visit_to_what_lies_somewhere_is_there() -> None:
    (visit,) = seen(tell("8日，[甲一|P]来到位于[柳河镇|L]的[云溪煤矿|O]检查安全生产。"))
    assert visit.place == "柳河镇"


def test_congress_that_opened_lasts_until_it_is_to_close() -> None:
    (congress,) = seen(tell("[政协云溪市第九届委员会第二次会议|E]昨日上午隆重开幕。会议将于12日闭幕。"))
    assert congress.date == ("2024-05-09", "2024-05-12")


def test_hotel_in_the_inner_city_is_where_it_is_held() -> None:
    (signing,) = seen(tell("昨日下午，签约仪式在市区[翔云酒店|L]举行。"))
    assert signing.place == "翔云酒店"


def test_officer_called_upon_speaks_on_a_visit_though_his_post_was_printed_before() -> None:
    (visit,) = seen(
        tell(
            "8日，[甲一|P]到[柳河镇|L]调研养殖业。\n[甲一|P]向[云溪牛业公司|O][总经理|T][乙二|P]了解情况。[乙二|P]介绍，已签协议。"
            "村民[丙三|P]说，日子好了。"
        )
    )
    assert visit.roles == {"inspector": ["甲一"], "speaker": ["乙二"]}


def test_who_receives_aid_may_act() -> None:
    (event,) = seen(
        tell("9日，[助学金发放仪式|E]举行。[甲一|P]出席仪式。受助学生代表[乙二|P]发言时几度哽咽。")
    )
    assert event.roles == {"attendee": ["甲一"], "speaker": ["乙二"]}


def test_activity_that_somebody_declares_opened_is_the_ceremony_told_of() -> None:
    (ceremony,) = seen(
        tell(
            "#[“爱水日”宣传活动|E]启动\n9日，[“爱水日”宣传活动启动仪式|E]举行。[甲一|P]出席仪式并宣布活动启动，[乙二|P]致辞。"
        )
    )
    assert ceremony.roles == {"attendee": ["甲一"], "speaker": ["甲一", "乙二"]}


def test_villager_whom_the_visitors_meet_speaks_and_others_tell_the_reporter() -> None:
    (visit,) = seen(
        tell(
            "8日，[甲一|P]到[柳河镇|L]调研。\n[甲一|P]走进农民[乙二|P]家中，算起账来。“收入好了！”[乙二|P]乐呵呵地说。村民[丙三|P]说，日子好。"
            "\n在贫困户[丁四|P]家，[甲一|P]问寒问暖。[丁四|P]说，房子盖好了。[丁四|P]告诉记者，心里踏实。"
        )
    )
    assert visit.roles == {"inspector": ["甲一"], "speaker": ["乙二", "丁四"]}


def test_both_sides_sit_down_to_talks_of_their_own_behind_a_reception() -> None:
    received, talks = seen(
        tell(
            "9日，[甲一|P]会见[云溪集团|O][董事长|T][乙二|P]一行。会见后，双方举行座谈。[丙三|P]与[乙二|P]分别介绍情况。"
        )
    )
    assert received.roles == {"host": ["甲一"], "guest": ["乙二"]}
    assert (talks.type, talks.roles) == ("talks", {"speaker": ["丙三", "乙二"], "host": ["丙三"]})


def test_who_looks_for_investors_elsewhere_is_a_visitor() -> None:
    (visit,) = seen(tell("8日至9日，[县长|T][甲一|P]率队赴[柳河市|L]开展招商考察。"))
    assert visit.roles == {"visitor": ["甲一"]}


def test_chair_and_speaker_of_one_sentence_are_at_one_event() -> None:
    meeting, signing = seen(
        tell("9日，[柳河发展大会|E]举行。[丙三|P]出席。会上举行了签约仪式。[乙二|P]主持大会，[丁四|P]致辞。")
    )
    assert meeting.roles == {"attendee": ["丙三"], "chair": ["乙二"], "speaker": ["丁四"]}
    assert signing.roles == {}


def test_farmer_who_tells_the_visitor_speaks_and_not_who_tells_the_reporter() -> None:
    (visit,) = seen(
        tell(
            "8日，[甲一|P]到[柳河镇|L]调研。\n[甲一|P]走进村民[乙二|P]家中。[乙二|P]告诉[甲一|P]，今年收成好。\n村民[丙三|P]告诉记者，日子好了。"
        )
    )
    assert visit.roles == {"inspector": ["甲一"], "speaker": ["乙二"]}


def test_call_before_a_party_lecture_is_a_visit_and_no_lecture() -> None:
    lecture, visit = seen(
        tell(
            "9日，[甲一|P]到[柳河镇|L]讲授学习教育专题党课。党课前，[甲一|P]走访了[青石村|L]。[乙二|P]陪同走访。"
        )
    )
    assert (lecture.type, lecture.roles) == ("lecture", {"speaker": ["甲一"]})
    assert (visit.date, visit.roles) == (lecture.date, {"inspector": ["甲一"], "companion": ["乙二"]})


@pytest.mark.parametrize(
    "sentence",
    [
        "9日，[甲一|P]等9人当选为[云溪市|L][人大常委会|O][委员|T]。",
        "9日，[甲一|P]等当选为[云溪市|L][人大常委会|O][委员|T]。",
        "9日，[市长|T][甲一|P]宣布辞去[市长|T]职务。",
        "9日，[甲一|P]受聘为[云溪大学|O][客座教授|T]。",
        "9日，[甲一|P]由[石桥县委|O][副书记|T]调任[柳河县委|O][书记|T]。",
        "9日，[甲一|P]接替[乙二|P]出任[市公安局|O][局长|T]。",
        "[甲一|P]已于5月8日卸任[云溪市|L][副市长|T]。",
        "9日，大会决定由[甲一|P]同志接任[市审计局|O][局长|T]。",
    ],
)
def test_who_is_elected_among_others_resigns_or_is_engaged_changes_his_office(sentence: str) -> None:
    (appointment,) = seen(tell(sentence))
    assert (appointment.type, appointment.roles) == ("appointment", {"appointee": ["甲一"]})


@pytest.mark.parametrize("where", ["乡镇、街道", "河道", "社区"])
def test_what_follows_a_street_is_not_what_somebody_said(where: str) -> None:
    (visit,) = seen(tell(f"8日，[甲一|P]、[乙二|P]分别深入{where}，走访慰问困难群众。"))
    assert visit.roles == {"inspector": ["甲一", "乙二"]}


def test_notice_lists_who_organises_what_it_announces() -> None:
    (fair,) = seen(
        tell(
            "##[招聘会|E]公告\n定于2024年5月30日，在[柳河体育馆|L]举办[招聘会|E]。\n"
            "主办单位：[甲局|O] [乙局|O]\n协办单位：[丙局|O]、[丁局|O]"
        )
    )
    assert (fair.status, fair.roles) == ("planned", {"organizer": ["甲局", "乙局", "丙局", "丁局"]})


def test_whom_a_minister_called_is_news_though_his_ministry_says_so() -> None:
    (talks,) = seen(
        tell(
            "[丙国外交部|O]发表声明说，[外长|T][甲一|P]7日同[丁国|L][外长|T][乙二|P]通电话，就恢复贸易交换意见。[甲一|P]在通话中说，下周会商。"
        )
    )
    assert talks.date == ("2024-05-07", "2024-05-07")
    assert talks.roles == {"host": ["甲一"], "guest": ["乙二"], "speaker": ["甲一"]}


def test_who_shows_guests_round_behind_the_talks_is_no_companion_there() -> None:
    (talks,) = seen(
        tell(
            "9日，[甲一|P]会见来访的[乙二|P]一行。\n会见后，在[丙三|P]陪同下，[乙二|P]一行参观了[蔬菜园|L]。"
        )
    )
    assert talks.roles == {"host": ["甲一"], "guest": ["乙二"]}


@pytest.mark.parametrize("joined", ["[乙集团|O]、[丙公司|O]三方共同签署", "[乙集团|O]和[丙公司|O]签订"])
def test_bodies_that_sign_together_are_its_parties(joined: str) -> None:
    (signing,) = seen(tell(f"9日，[甲局|O]、{joined}战略合作协议。"))
    assert signing.roles == {"party": ["甲局", "乙集团", "丙公司"]}


def test_a_place_in_a_row_of_those_who_sign_is_a_party() -> None:
    (signing,) = seen(tell("9日，[云溪市|L]、[甲大学|O]和[丙公司|O]签署三方协议。"))
    assert signing.roles == {"party": ["云溪市", "甲大学", "丙公司"]}
    (signing,) = seen(tell("9日，[市长|T][甲一|P]代表[云溪市|L]与[乙二|P]签署意向书。"))
    assert signing.roles == {"party": ["甲一", "乙二", "云溪市"]}


def test_who_leads_a_delegation_along_is_a_visitor() -> None:
    (visit,) = seen(tell("9日，[青禾市党政代表团|O]在[市委|O][书记|T][甲一|P]的带领下来[云溪市|L]考察。"))
    assert visit.roles == {"visitor": ["青禾市党政代表团", "甲一"]}


def test_who_asks_to_be_relieved_is_an_appointee() -> None:
    (change,) = seen(tell("9日，会议决定接受[甲一|P]请辞[云溪市|L][副市长|T]职务的请求。"))
    assert (change.type, change.roles) == ("appointment", {"appointee": ["甲一"]})


@pytest.mark.parametrize("does", ["跑出1小时15分08秒", "以微弱优势位列男子组第九", "一曲《山高》余音绕梁"])
def test_who_ran_or_sang_is_a_performer(does: str) -> None:
    (race,) = seen(tell(f"9日，[云溪马拉松|E]在[云溪市|L]举行。选手[甲一|P]{does}。"))
    assert race.roles == {"performer": ["甲一"]}


def test_who_speaks_behind_those_who_attend_speaks_there() -> None:
    talks, feast = seen(
        tell(
            "9日下午，[甲一|P]会见[乙二|P]一行。[丙三|P]参加会见。\n当晚，[台商联谊酒会|E]举行。[甲一|P]出席并致辞，[丙三|P]发言。"
        )
    )
    assert (talks.type, feast.type) == ("talks", "activity")
    assert feast.roles == {"attendee": ["甲一"], "speaker": ["甲一", "丙三"]}


def test_who_speaks_at_a_meeting_behind_a_visit_speaks_there() -> None:
    visit, meeting = seen(
        tell(
            "9日，[市长|T][甲一|P]到[云溪区|L]调研，并主持召开[产业发展办公会|E]。[区委|O][书记|T][乙二|P]陪同调研。\n"
            "办公会上，[乙二|P]汇报了进展，[甲一|P]强调，要提速。"
        )
    )
    assert visit.roles == {"inspector": ["甲一"], "companion": ["乙二"]}
    assert meeting.roles == {"chair": ["甲一"], "speaker": ["乙二", "甲一"]}


def test_guests_who_came_to_attend_something_are_met() -> None:
    (talks,) = seen(tell("9日，[甲一|P]会见前来参加[云溪文化节|E]的[商会|O][会长|T][乙二|P]一行。"))
    assert talks.roles == {"host": ["甲一"], "guest": ["乙二"]}


def test_what_somebody_says_on_the_scene_of_a_ceremony_is_said_there() -> None:
    (ceremony,) = seen(
        tell("9日，[甲项目|J]开工仪式举行。[甲公司|O][总裁|T][乙二|P]在现场表示，将倒排工期。")
    )
    assert ceremony.roles == {"speaker": ["乙二"]}


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        (
            "9日，[副省长|T][甲一|P]率[省政府|O][副秘书长|T][乙二|P]、[厅长|T][丙三|P]等一行7人，来[云溪区|L]检查防汛工作。",
            {"companion": ["乙二", "丙三"], "inspector": ["甲一"]},
        ),
        (
            "9日，[市长|T][甲一|P]到[云溪区|L]调研。[甲一|P]叮嘱随行的[市粮食局|O][局长|T][乙二|P]，不打白条。",
            {"inspector": ["甲一"], "companion": ["乙二"], "speaker": ["甲一"]},
        ),
        (
            "9日，[市长|T][甲一|P]到[云溪区|L]调研。听完施工方[丙公司|O][经理|T][乙二|P]的汇报，[甲一|P]很高兴。",
            {"inspector": ["甲一"], "speaker": ["乙二"]},
        ),
        (
            "“我宣布通车！”9日，随着[副州长|T][甲一|P]一声令下，[云溪公路|J]通车。",
            {"speaker": ["甲一"]},
        ),
    ],
)
def test_who_is_named_behind_a_preposition_has_his_role(told: str, roles: dict[str, list[str]]) -> None:
    (event,) = seen(tell(told))
    assert event.roles == roles


def test_reports_on_the_months_before_are_given_at_the_session() -> None:
    (session,) = seen(
        tell(
            "昨日，[市人大常委会第十三次会议|E]召开。会议听取和审议了[甲一|P]所作的关于水环境的报告、"
            "[市财政局|O][局长|T][乙二|P]所作的关于今年1至2月预算执行情况的报告。",
            date="2024-10-17",
        )
    )
    assert session.roles == {"speaker": ["甲一", "乙二"]}


def test_event_is_called_with_the_whole_theme_that_its_name_quotes() -> None:
    (show,) = seen(tell("8日，[云溪市|L]举办“山里的歌”文艺演出。"))
    assert show.name == "“山里的歌”文艺演出"
