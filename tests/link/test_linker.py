"""Events of invented stories, end to end through the link stage."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.link import link_events
from newsgraph.model import ArticleKind
from tests.link.markup import only, seen, tell

CHAIRED = (
    "本报讯（记者 甲乙）5月9日上午，[市委|O][书记|T][陆承志|P]主持召开[市委常委会会议|E]，研究防汛工作。"
    "[市委|O][副书记|T]、[市长|T][何文渊|P]，[市委|O][副书记|T][丁若川|P]出席。\n"
    "[陆承志|P]强调，要压实责任。要加强值守。"
)


def test_link_events_reads_a_chaired_meeting() -> None:
    event = only(tell(CHAIRED))
    assert (event.type, event.name, event.date, event.place, event.status) == (
        "meeting",
        "市委常委会会议",
        ("2024-05-09", "2024-05-09"),
        "云溪市",
        "held",
    )
    assert event.roles == {"chair": ["陆承志"], "attendee": ["何文渊", "丁若川"], "speaker": ["陆承志"]}


def test_link_events_joins_headline_and_body() -> None:
    event = only(tell(f"#[市委常委会|O]召开会议\n##[陆承志|P]主持\n{CHAIRED}"))
    assert event.roles["chair"] == ["陆承志"]


def test_link_events_joins_two_articles_of_one_signing() -> None:
    body = (
        "昨日下午，[石门渡风电项目|J]签约仪式举行。[市长|T][何文渊|P]致辞，"
        "[市委|O][书记|T][陆承志|P]见证签约。"
    )
    caption = "5月9日，[石门渡风电项目|J]签约仪式后，[陆承志|P]与客商握手。"
    event = only(tell(body, caption))
    assert event.type == "signing"
    assert event.roles == {"speaker": ["何文渊"], "witness": ["陆承志"]}
    assert event.projects == ["石门渡风电项目"]


def test_link_events_keeps_two_meetings_of_one_day_apart() -> None:
    other = "5月9日下午，[市委|O][书记|T][陆承志|P]主持召开[全市防汛工作会议|E]。"
    assert [event.name for event in seen(tell(CHAIRED, other))] == ["市委常委会会议", "全市防汛工作会议"]


def test_link_events_finds_congresses_that_a_meeting_decides_on() -> None:
    events = seen(
        tell(
            "5月9日，[陆承志|P]主持召开[市委常委会会议|E]。会议同意于2024年6月18日至21日召开[云溪市第八届人民代表大会第四次会议|E]，"
            "于6月17日至20日召开[政协云溪市第九届委员会第三次会议|E]。"
        )
    )
    assert [(e.status, e.date) for e in events] == [
        ("held", ("2024-05-09", "2024-05-09")),
        ("planned", ("2024-06-18", "2024-06-21")),
        ("planned", ("2024-06-17", "2024-06-20")),
    ]
    assert not events[1].roles.get("chair")


def test_link_events_gives_talks_their_sides() -> None:
    event = only(
        tell(
            "#[陆承志|P][何文渊|P]会见客商\n"
            "5月8日，[市委|O][书记|T][陆承志|P]，[市委|O][副书记|T]、[市长|T][何文渊|P]在[青梧区|L]会见了以[海川集团|O][董事长|T]"
            "[沈嘉树|P]为团长的[粤商考察团|O]。[副市长|T][丁若川|P]参加会见。\n"
            "[陆承志|P]说，云溪区位优越。[沈嘉树|P]表示，愿意扩大投资。\n"
            "[丁若川|P]告诉记者，项目下月动工。"
        )
    )
    assert event.roles == {
        "host": ["陆承志", "何文渊"],
        "guest": ["沈嘉树", "粤商考察团"],
        "attendee": ["丁若川"],
        "speaker": ["陆承志", "沈嘉树"],
    }
    assert (event.date, event.place) == (("2024-05-08", "2024-05-08"), "青梧区")


def test_link_events_takes_the_visitor_as_guest() -> None:
    event = only(tell("5月8日，[何文渊|P]到[海川集团|O]拜会[董事长|T][沈嘉树|P]。"))
    assert event.roles == {"guest": ["何文渊"], "host": ["沈嘉树"]}


def test_link_events_follows_talks_by_a_signing() -> None:
    talks, signing = seen(
        tell(
            "9日，[陆承志|P]会见了[沈嘉树|P]一行。\n会见后，双方举行了签约仪式，[陆承志|P]、[沈嘉树|P]共同见证签约。"
            "[副市长|T][丁若川|P]与[海川集团|O][总裁|T][林知远|P]分别在协议上签字。"
        )
    )
    assert (talks.type, signing.type) == ("talks", "signing")
    assert signing.date == ("2024-05-09", "2024-05-09")
    assert signing.roles == {
        "witness": ["陆承志", "沈嘉树"],
        "party": ["丁若川", "林知远", "海川集团"],
    }


def test_link_events_reads_an_inspection_with_its_stops() -> None:
    event = only(
        tell(
            "#[何文渊|P]到[东岭县|L]调研\n5月7日至8日，[市长|T][何文渊|P]先后到[东岭县柳河镇|L]、[东岭县石桥乡|L]调研春耕生产。"
            "[县委|O][书记|T][江小满|P]陪同调研。\n在[柳河镇|L]，[江小满|P]汇报了备耕情况。[何|P=何文渊]市长要求，抢抓农时。"
        )
    )
    assert (event.type, event.date, event.place) == ("visit", ("2024-05-07", "2024-05-08"), "东岭县柳河镇")
    assert event.roles == {"inspector": ["何文渊"], "companion": ["江小满"], "speaker": ["江小满", "何文渊"]}


def test_link_events_parts_a_session_from_its_appointments() -> None:
    session, appointment = seen(
        tell(
            "昨日，[市八届人大常委会第二十次会议|E]召开。[市人大常委会|O][主任|T][韩立平|P]主持会议，[副主任|T][苏禾|P]、[白露|P]出席会议。\n"
            "会议决定任命[丁若川|P]为[云溪市人民政府|O][副市长|T]；免去[江小满|P]的[市教育局|O][局长|T]职务；"
            "接受[白露|P]因工作调动辞去[市人大常委会|O][委员|T]职务的请求。"
        )
    )
    assert session.roles == {"chair": ["韩立平"], "attendee": ["苏禾", "白露"]}
    assert appointment.roles == {"appointee": ["丁若川", "江小满", "白露"]}
    assert (appointment.date, appointment.place) == (("2024-05-09", "2024-05-09"), None)


def test_link_events_reads_a_list_of_appointments() -> None:
    session, appointment = seen(
        tell(
            "#[云溪市人大常委会|O]任免名单\n（2024年5月9日[云溪市第八届人大常委会第二十次会议|E]通过）\n任命：\n"
            "[丁若川|P]为[市教育局|O][局长|T]；\n[苏禾|P]为[市财政局|O][局长|T]。\n免去：\n[江小满|P]的[市教育局|O][局长|T]职务。",
            kind=ArticleKind.NOTICE,
        )
    )
    assert (session.type, session.date) == ("meeting", ("2024-05-09", "2024-05-09"))
    assert appointment.roles == {"appointee": ["丁若川", "苏禾", "江小满"]}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("#[陆承志|P]向[沈嘉树|P]致贺信", {"sender": ["陆承志"], "recipient": ["沈嘉树"]}),
        ("#[陆承志|P]同[乌兰国|L][总统|T][马林|P]互致贺电", {"sender": ["陆承志"], "recipient": ["马林"]}),
        ("#[陆承志|P]致电祝贺[马林|P]当选[乌兰国|L][总统|T]", {"sender": ["陆承志"], "recipient": ["马林"]}),
        ("#[陆承志|P]向[青年创新论坛|E]致贺信", {"sender": ["陆承志"]}),
    ],
)
def test_link_events_reads_messages_of_pointers(text: str, roles: dict[str, list[str]]) -> None:
    event = only(tell(text, kind=ArticleKind.POINTER))
    assert (event.type, event.roles, event.place, event.date) == ("message", roles, None, None)


def test_link_events_keeps_the_sender_from_speaking_at_his_message() -> None:
    event = only(tell("5月8日，[陆承志|P]向[马林|P]致贺电。\n[陆承志|P]指出，双方合作前景广阔。"))
    assert event.roles == {"sender": ["陆承志"], "recipient": ["马林"]}


def test_link_events_reads_a_ground_breaking() -> None:
    event = only(
        tell(
            "#[柳河产业园集中开工仪式|E]举行\n##[何文渊|P]宣布开工\n5月9日上午，[柳河产业园集中开工仪式|E]在[东岭县柳河镇|L]举行。"
            "[市长|T][何文渊|P]宣布项目开工，[县委|O][书记|T][江小满|P]主持，[县长|T][苏禾|P]介绍项目情况。\n"
            "[柳河纺织项目|J]由[海川集团|O]投资建设，总投资4.2亿元，占地320亩；[石桥榨油项目|J]选址[石桥乡|L]，总投资6800万元。"
        )
    )
    assert (event.type, event.place) == ("ceremony", "东岭县柳河镇")
    assert event.roles == {"speaker": ["何文渊", "苏禾"], "chair": ["江小满"]}
    assert event.projects == ["柳河纺织项目", "石桥榨油项目"]


def test_link_events_reads_a_lecture_with_its_audience_and_acting_body() -> None:
    event = only(
        tell(
            "5月8日，[学习贯彻全会精神[市委宣讲团|O]报告会|E]在[东岭县|L]举行。[市委宣讲团|O][成员|T]、[市委党校|O][校长|T][白露|P]作宣讲报告。"
            "[县委|O][书记|T][江小满|P]主持报告会。[县领导|T][苏禾|P]、[林知远|P]等聆听了报告。"
        )
    )
    assert (event.type, event.place) == ("lecture", "东岭县")
    assert event.roles == {
        "organizer": ["市委宣讲团"],
        "speaker": ["白露"],
        "chair": ["江小满"],
        "audience": ["苏禾", "林知远"],
    }


def test_link_events_reads_a_competition() -> None:
    event = only(
        tell(
            "#[第三届社区龙舟赛|E]落幕\n上周六，[第三届社区龙舟赛|E]决赛在[镜湖公园|L]上演。退休教师[白露|P]夺得金奖，[苏禾|P]获得银奖。\n"
            "大赛由[市文化局|O]、[市体育局|O]主办。[市文化局|O][副局长|T][林知远|P]出席并为获奖选手颁奖。"
        )
    )
    assert (event.type, event.date, event.place) == ("activity", ("2024-05-04", "2024-05-04"), "镜湖公园")
    assert event.roles == {
        "performer": ["白露", "苏禾"],
        "organizer": ["市文化局", "市体育局"],
        "attendee": ["林知远"],
    }


def test_link_events_reads_an_announcement() -> None:
    event = only(
        tell(
            "#[“镜湖讲坛”|E]预告\n主题：古镇与河流\n主讲人：[东岭师院|O][教授|T][林知远|P]\n时间：本周日（5月12日）上午9：00\n"
            "地点：[云溪市图书馆|L]\n主办：[市委宣传部|O] [云溪日报社|O]",
            kind=ArticleKind.NOTICE,
        )
    )
    assert (event.type, event.status, event.date, event.place) == (
        "lecture",
        "planned",
        ("2024-05-12", "2024-05-12"),
        "云溪市图书馆",
    )
    assert event.roles == {"speaker": ["林知远"], "organizer": ["市委宣传部", "云溪日报社"]}


def test_link_events_plans_what_speech_announces() -> None:
    events = seen(
        tell(
            "5月9日，[全市旅游推进会|E]在[东岭县|L]召开。[副市长|T][丁若川|P]主持会议并讲话。\n"
            "[丁若川|P]要求，各县要补短板。[东岭县|L]要精心筹备定于6月9日开幕的[第五届柳河漂流节|E]。"
        )
    )
    assert [(e.name, e.status, e.date) for e in events][1:] == [
        ("第五届柳河漂流节", "planned", ("2024-06-09", "2024-06-09"))
    ]


def test_link_events_places_a_caption_where_it_points_back() -> None:
    event = only(
        tell(
            "昨日，[东岭县柳河镇青石村|L]，村民在绣花。当天，[“邻里一家亲”联谊活动|E]在该村举行，[县歌舞团|O]演员[白露|P]为乡亲们献上了歌舞。",
            kind=ArticleKind.CAPTION,
        )
    )
    assert (event.place, event.date) == ("东岭县柳河镇青石村", ("2024-05-09", "2024-05-09"))
    assert event.roles == {"performer": ["白露"]}


def test_link_events_gives_an_item_only_printed_places() -> None:
    assert only(tell(CHAIRED, item=True)).place is None


def test_link_events_dates_an_item_by_its_title() -> None:
    event = only(tell("此次协定正式签署，为合作奠定了基础。", item=True, title="边贸协定今天正式签署"))
    assert (event.type, event.date) == ("signing", ("2024-05-10", "2024-05-10"))


def test_link_events_keeps_the_reports_of_a_bundle_apart() -> None:
    events = seen(
        tell(
            "[乌兰国|L]议会召开听证会\n9日，[乌兰国|L]议会召开[首次听证会|E]。[议员|T][马林|P]呼吁立法。\n"
            "山火继续蔓延\n[乌兰国|L][外长|T][柯林|P]9日表示，火情可控。此后风力减弱，火线未再推进。",
            item=True,
            title="国际联播快讯",
        )
    )
    assert [event.roles for event in events] == [{"speaker": ["马林"]}]


@pytest.mark.parametrize(
    "text",
    [
        "5月9日，记者从[市统计局|O]获悉，一季度全市工业增加值增长5.1%。",
        "去年5月，[陆承志|P]主持召开[全市防汛工作会议|E]。",
        "2019年，[何文渊|P]任[市教育局|O][局长|T]，后任[副市长|T]。",
        "[马林|P]签署总统令，公布《边境管理条例》。",
        "9日，数千人参加游行示威活动，抗议物价上涨。",
        "原定5月9日举行的[首届柳河漂流节|E]因暴雨推迟。",
        "[何文渊|P]在春节期间坚守岗位，多次开展安全生产工作。",
    ],
)
def test_link_events_finds_no_event_in_background(text: str) -> None:
    assert seen(tell(text)) == []


def test_link_events_numbers_the_printed_order() -> None:
    event = only(
        tell("9日，[全市工作会议|E]召开。[甲一|P]、[乙二|P]（女）、[丙三|P]，[市长|T][丁四|P]出席会议。")
    )
    assert event.roles["attendee"] == ["甲一", "乙二", "丙三", "丁四"]


def test_link_events_points_at_the_words_that_say_so() -> None:
    story = tell(CHAIRED)
    linked = story.link()
    text = story.tagged[0].article.text
    chair = next(p for p in linked.events[0].participants if p.role == "chair")
    words = [text[e.span.start : e.span.end] for e in chair.evidence]
    assert words == ["陆承志主持"]


def test_link_events_gives_the_same_ids_whatever_the_company() -> None:
    alone = tell(CHAIRED).link().events[0].id
    company = tell("9日，[全市防汛工作会议|E]召开。[何文渊|P]讲话。", CHAIRED).link().events
    assert alone in {event.id for event in company}


def test_link_events_makes_the_seat_where_no_mention_names_it() -> None:
    linked = tell(CHAIRED).link()
    place = linked.entities[linked.events[0].place or ""]
    assert (place.name, dict(place.attrs)) == ("云溪市", {"inferred": True})


def test_link_events_of_nothing_is_nothing() -> None:
    story = tell("空")
    linked = link_events([story.page], [], story.resolution)
    assert (linked.events, linked.relations) == ((), ())


PIECES = (
    "5月9日，", "昨日", "[陆承志|P]", "[市长|T]", "[市委|O]", "[东岭县|L]", "[柳河产业园项目|J]",
    "[全市工作会议|E]", "主持召开", "会见", "调研", "签约", "致贺信", "任命", "免去", "为", "的",
    "强调，", "说：", "“", "”", "（", "）", "《", "》", "。", "，", "；", "\n", "与", "和", "、",
    "总投资8.8亿元", "位于", "将于", "开工", "举行",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.booleans())
def test_link_events_survives_any_order_of_words(pieces: list[str], item: bool) -> None:
    story = tell("空\n" + "".join(pieces), item=item)
    first, second = story.link(), story.link()
    assert first == second
    texts = {t.article.id: t.article.text for t in story.tagged}
    for event in first.events:
        assert event.evidence
        for part in event.participants:
            assert part.evidence
            assert all(e.span.end <= len(texts[e.article]) for e in part.evidence)


@pytest.mark.parametrize(
    ("text", "type", "place", "roles"),
    [
        (
            "9日上午，[县委|O][书记|T][陆承志|P]来到[石桥镇青石村|L]，以《走好新路》为题为基层党员干部讲授专题党课。"
            "[组织部|O][部长|T][苏禾|P]主持。",
            "lecture",
            "石桥镇青石村",
            {"speaker": ["陆承志"], "chair": ["苏禾"]},
        ),
        (
            "昨日，[县长|T][何文渊|P]先后来到[石桥镇|L]、[柳河镇|L]，走访慰问困难群众。[副县长|T][丁若川|P]参加走访慰问。",
            "visit",
            "石桥镇",
            {"inspector": ["何文渊"], "attendee": ["丁若川"]},
        ),
        (
            "昨日，[云溪市大数据局|O]揭牌仪式举行。[陆承志|P]、[何文渊|P]共同为[云溪市大数据局|O]揭牌。",
            "ceremony",
            "云溪市",
            {"organizer": ["云溪市大数据局"], "attendee": ["陆承志", "何文渊"]},
        ),
        (
            "#[第八届荷花旅游节|E]开幕\n8日，[第八届荷花旅游节|E]开幕式在[镜湖公园|L]举行。[白露|P]宣布开幕，[何文渊|P]致辞。",
            "ceremony",
            "镜湖公园",
            {"speaker": ["白露", "何文渊"]},
        ),
        (
            "8日，[云溪市人民政府|O]与[海川集团|O]合作协议签约仪式举行。[何文渊|P]与[林知远|P]代表双方签约，[陆承志|P]见证签约。",
            "signing",
            "云溪市",
            {"party": ["云溪市人民政府", "海川集团", "何文渊", "林知远"], "witness": ["陆承志"]},
        ),
        (
            "7日，[地委|O][副书记|T]、[行署|O][专员|T][何文渊|P]主持召开[行署专员办公会议|E]。[副专员|T][苏禾|P]出席会议。",
            "meeting",
            "云溪市",
            {"chair": ["何文渊"], "attendee": ["苏禾"]},
        ),
        (
            "9日，[陆承志|P]举行仪式，欢迎[马林|P]对我市进行友好访问。",
            "ceremony",
            "云溪市",
            {},
        ),
    ],
)
def test_link_events_reads_the_kinds_of_local_news(
    text: str, type: str, place: str, roles: dict[str, list[str]]
) -> None:
    event = only(tell(text))
    assert (event.type, event.place, event.roles) == (type, place, roles)


def test_link_events_counts_guests_behind_commas() -> None:
    event = only(
        tell(
            "9日，[陆承志|P]会见[沈嘉树|P]，云溪商会永远名誉[会长|T][林知远|P]，[苏禾|P]一行，[白露|P]参加会见。"
        )
    )
    assert event.roles == {"host": ["陆承志"], "guest": ["沈嘉树", "林知远", "苏禾"], "attendee": ["白露"]}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "经2024年5月8日[县政府第4次常务会议|E]研究决定：任命[甲一|P]为[县教育局|O][局长|T]。",
            ("2024-05-08", "2024-05-08"),
        ),
        ("昨天，记者从[市委宣传部|O]获悉，[柳河论坛|E]将于6月8日至10日举办。", ("2024-06-08", "2024-06-10")),
        ("记者从8日召开的[组委会第二次会议|E]上获悉，报名开始。", ("2024-05-08", "2024-05-08")),
    ],
)
def test_link_events_dates_meetings_by_their_own_words(text: str, want: tuple[str, str]) -> None:
    assert seen(tell(text))[0].date == want


def test_link_events_reads_what_is_held_during_a_festival_to_come() -> None:
    festival, race = seen(
        tell("[柳河文化节|E]定于6月8日至10日在[柳河镇|L]举行。节日期间，将举办[柳河龙舟赛|E]、游园等活动。")
    )
    assert (race.name, race.date, race.status) == ("柳河龙舟赛", festival.date, "planned")


def test_link_events_takes_a_bare_ceremony_for_the_signing_told_of() -> None:
    signing = only(tell("9日，[柳河项目签约仪式|E]举行。[甲一|P]致辞，[乙二|P]主持仪式。"))
    assert (signing.type, signing.roles["chair"]) == ("signing", ["乙二"])


def test_link_events_keeps_briefings_after_a_visit_out_of_it() -> None:
    visit = only(tell("9日，[甲一|P]到[柳河镇|L]调研。在随后召开的座谈会上，[乙二|P]汇报了工作。"))
    assert visit.roles == {"inspector": ["甲一"]}


def test_link_events_reads_pupils_and_workers_as_performers() -> None:
    contest = only(
        tell(
            "9日，[柳河歌手大赛|E]举行。来自[柳河中学|O]的教师[甲一|P]夺得第一名，[石桥厂|O]职工[乙二|P]获二等奖。"
        )
    )
    assert contest.roles["performer"] == ["甲一", "乙二"]


def test_link_events_returns_from_a_signing_within_to_the_meeting() -> None:
    meeting, signing = seen(
        tell(
            "9日，[柳河投资大会|E]举行。\n会上，[甲县|L]与[海川集团|O]签订[柳河纺织项目|J]。\n[甲一|P]作推介，[乙二|P]出席。"
        )
    )
    assert (meeting.roles["speaker"], meeting.roles["attendee"]) == (["甲一"], ["乙二"])
    assert signing.roles == {"party": ["甲县", "海川集团"]}


def test_link_events_keeps_those_called_upon_out_of_the_speakers_of_a_visit() -> None:
    visit = only(
        tell("9日，[县长|T][甲一|P]到[柳河镇|L]走访。[社长|T][乙二|P]介绍了情况。女工[丙三|P]说，订单多了。")
    )
    assert visit.roles == {"inspector": ["甲一"], "speaker": ["乙二"]}


def test_link_events_takes_a_delegation_and_its_head_for_one_guest() -> None:
    talks = only(tell("# [甲一|P]会见[柳河商会考察团|O]\n9日，[甲一|P]会见了[会长|T][乙二|P]一行。"))
    assert (talks.roles["host"], talks.roles["guest"]) == (["甲一"], ["乙二"])


@pytest.mark.parametrize(
    "text",
    [
        "9日，距[柳河博览会|E]开幕还有28天。",
        "原定9日在[柳河镇|L]举行的[柳河论坛|E]将改期。",
        "9日，[市委|O][书记|T][甲一|P]作对照检查。",
    ],
)
def test_link_events_makes_nothing_of(text: str) -> None:
    assert seen(tell(text)) == []


def test_link_events_reads_lists_of_those_elected() -> None:
    story = tell(
        "# 柳河县人民代表大会选举结果\n9日选举：\n[县人大常委会|O][主任|T]：[甲一|P]\n[副主任|T]：[乙二|P]、[丙三|P]"
    )
    assert only(story).roles == {"appointee": ["甲一", "乙二", "丙三"]}


def test_link_events_keeps_persons_before_a_body_among_those_present() -> None:
    meeting = only(
        tell("9日，[全市工作会议|E]召开。[市委|O][常委|T][甲一|P]、[乙二|P]，[军委机关|O]主要领导参加。")
    )
    assert meeting.roles == {"attendee": ["甲一", "乙二"]}


def test_link_events_parts_items_by_their_bullets() -> None:
    first, second = seen(
        tell("▲9日，[市长|T][甲一|P]到[柳河镇|L]检查。\n▲[乙局|O]主办的[柳河灯会|E]8日在[石桥镇|L]举行。")
    )
    assert (first.roles, second.roles) == ({"inspector": ["甲一"]}, {"organizer": ["乙局"]})


def test_link_events_makes_no_visitor_of_who_receives_one() -> None:
    talks = only(tell("[甲一|P]9日同来[华|L]进行国事访问的[总统|T][乙二|P]举行会谈。"))
    assert talks.roles == {"host": ["甲一"], "guest": ["乙二"]}


def test_link_events_makes_a_guest_of_who_holds_talks_on_a_visit() -> None:
    visit, talks = seen(tell("[甲一|P]9日对[丙国|L]进行友好访问。访问期间，他与[总统|T][乙二|P]会谈。"))
    assert (visit.roles, talks.roles) == ({"visitor": ["甲一"]}, {"guest": ["甲一"], "host": ["乙二"]})


def test_link_events_leaves_remarks_on_a_ceremony_to_the_reporter() -> None:
    ceremony = only(
        tell("9日，[柳河大桥|J]通车。[县长|T][甲一|P]宣布通车。[乙局|O][局长|T][乙二|P]介绍，大桥长三公里。")
    )
    assert ceremony.roles == {"speaker": ["甲一"]}


@pytest.mark.parametrize("verb", ["动工建设", "破土动工", "动工兴建", "开工建设"])
def test_link_events_reads_the_start_of_a_work_as_a_ceremony(verb: str) -> None:
    ceremony = only(
        tell(f"9日，[柳河电站|J]在[柳河镇|L]{verb}。[县长|T][甲一|P]宣布开工，[副县长|T][甲二|P]主持。")
    )
    assert (ceremony.type, ceremony.place) == ("ceremony", "柳河镇")
    assert ceremony.roles == {"speaker": ["甲一"], "chair": ["甲二"]}


def test_link_events_reads_an_inspection_over_two_clauses() -> None:
    visit = only(tell("9日，[县长|T][甲一|P]来到[柳河镇|L]，查看水势。"))
    assert (visit.type, visit.place, visit.roles) == ("visit", "柳河镇", {"inspector": ["甲一"]})


def test_link_events_reads_a_first_night() -> None:
    play = only(tell("9日晚，大型话剧《渡口》在[柳河剧院|L]首演，[柳河话剧团|O]的演员[甲一|P]领衔主演。"))
    assert (play.type, play.place, play.roles) == ("activity", "柳河剧院", {"performer": ["甲一"]})


@pytest.mark.parametrize(
    "text",
    [
        "9日，[副总理|T][林知远|P]率代表团访问[我市|L]。[市委|O][书记|T][苏禾|P]会见了代表团一行。",
        "9日，[省政协|O][副主席|T][林知远|P]率考察团来[我市|L]考察。[市委|O][书记|T][苏禾|P]在[云溪宾馆|L]会见客人。",
    ],
)
def test_link_events_knows_the_leader_of_a_delegation_that_a_host_meets(text: str) -> None:
    visit, talks = seen(tell(text))
    assert (visit.type, talks.type) == ("visit", "talks")
    assert talks.roles == {"host": ["苏禾"], "guest": ["林知远"]}


def test_link_events_keeps_what_has_a_printed_day_where_the_day_of_issue_is_unknown() -> None:
    text = (
        "[市委|O][书记|T][苏禾|P]主持召开[市委常委会会议|E]。会议强调安全生产。会议还听取了汇报。"
        "9日，[海川集团|O]与[云溪港务公司|O]签订合同。"
    )
    for date in ("2024-05-10", None):
        signing = seen(tell(text, date=date))[-1]
        assert (signing.type, signing.roles) == ("signing", {"party": ["海川集团", "云溪港务公司"]})


def test_link_events_makes_no_party_of_the_place_of_a_signing() -> None:
    signing = only(tell("9日，[云溪市人民政府|O]与[海川集团|O]在[江州市|L]举行[石门渡风电项目签约仪式|E]。"))
    assert (signing.place, signing.roles) == ("江州市", {"party": ["云溪市人民政府", "海川集团"]})


@pytest.mark.parametrize(
    "dateline", ["[甲社|O][江州|L]9日电 ", "[甲社|O][江州|L]9日电", "本报[江州|L]9日电（记者乙一）"]
)
def test_link_events_reads_what_an_agency_sends_behind_its_dateline(dateline: str) -> None:
    talks = only(tell(f"{dateline}[林知远|P]8日晚同[丙国|L][国王|T][马林|P]通电话。"))
    assert (talks.date, talks.roles) == (
        ("2024-05-08", "2024-05-08"),
        {"host": ["林知远"], "guest": ["马林"]},
    )


def test_link_events_takes_no_power_station_for_a_dateline() -> None:
    signing = only(tell("[海川集团|O]9日与水电开发商[江州电力公司|O]签订合同。"))
    assert signing.roles == {"party": ["海川集团", "江州电力公司"]}


def test_link_events_takes_who_inspects_beside_others_for_their_companion() -> None:
    visit = only(tell("9日，[市长|T][何文渊|P]到[柳河镇|L]督导防汛工作。[副市长|T][苏禾|P]随同督导。"))
    assert visit.roles == {"inspector": ["何文渊"], "companion": ["苏禾"]}


def test_link_events_reads_a_jubilee_as_a_ceremony() -> None:
    jubilee = only(tell("9日，[江州一中建校百年庆典|E]举行，[校长|T][甲一|P]致辞，[副市长|T][苏禾|P]出席。"))
    assert (jubilee.type, jubilee.roles) == ("ceremony", {"speaker": ["甲一"], "attendee": ["苏禾"]})


@pytest.mark.parametrize(
    ("text", "attrs"),
    [
        ("签订了3.2亿元的家电出口合同。", {"contract_cny": 3.2e8}),
        ("签订合同，合同总额约为2000万元。", {"contract_cny": 2e7}),
        ("签订合同。合同金额达1.2亿美元。", {"contract_amount": 1.2e8, "contract_currency": "USD"}),
        ("签下5000万元大单。", {"contract_cny": 5e7}),
        ("签订总投资8亿元的合作协议。", {}),
        ("签订合同。去年两家企业资产总额9亿元。", {}),
        ("签订合同。\n另一项目的合同金额达3亿元。", {}),
    ],
)
def test_link_events_reads_what_a_signing_is_worth(text: str, attrs: dict[str, object]) -> None:
    story = tell(f"9日，[海川集团|O]与[江州电力公司|O]{text}")
    (event,) = story.link().events
    assert event.attrs == attrs
    printed = story.tagged[0].article.text
    assert not attrs or any("元" in printed[e.span.start : e.span.end] for e in event.evidence)


def test_link_events_keeps_to_the_place_where_a_clause_goes_on() -> None:
    talks, forum = seen(tell("9日，[陆承志|P]在[江州市|L]会见[沈嘉树|P]，并出席[江州合作论坛|E]。"))
    assert (talks.place, forum.place) == ("江州市", "江州市")


def test_link_events_names_as_visitors_those_the_body_names() -> None:
    visit = only(tell("# [丙国|L][议会|O]议长访问[丁国|L]\n9日，[丙国|L][议长|T][马林|P]访问[丁国|L]。"))
    assert visit.roles == {"visitor": ["马林"]}


def test_link_events_makes_no_message_of_thanks_for_one() -> None:
    assert seen(tell("9日，[马林|P]对[林知远|P]致贺信表达诚挚感谢。")) == []


def test_link_events_leaves_an_event_during_which_others_meet() -> None:
    talks = only(tell("9日，[林知远|P]在出席[江州论坛|E]期间会见[马林|P]。"))
    assert talks.roles == {"host": ["林知远"], "guest": ["马林"]}


def test_link_events_keeps_remarks_of_another_day_from_an_event() -> None:
    session = only(tell("[丙国大会|E]8日举行。[外交部|O][发言人|T][苏禾|P]9日表示，愿加强合作。"))
    assert session.roles == {}


@pytest.mark.parametrize(
    "text",
    [
        "[总统|T][马林|P]9日签署了媒体条款修订案。",
        "[丙国|L]各界人士期待[林知远|P]的国事访问。",
        "9日，大会还将组织读者讲座等600余场主题活动。",
        "9日，平台启动诚信档案等多个主题活动。",
    ],
)
def test_link_events_reports_nothing_that_is_none(text: str) -> None:
    assert seen(tell(text)) == []


def test_link_events_gives_talks_no_organizer() -> None:
    talks, _ = seen(tell("9日，[陆承志|P]会见了来[江州|L]出席论坛的代表。论坛由[江州电视台|O]主办。"))
    assert talks.roles == {"host": ["陆承志"]}


@pytest.mark.parametrize(
    ("text", "type", "roles"),
    [
        # Who calls a meeting chairs it.
        ("[市长|T][何文渊|P]8日下午召开紧急会议，要求全力抢险。", "meeting",
         {"chair": ["何文渊"], "speaker": ["何文渊"]}),
        # A talk at a study session is given there.
        (
            "昨日，[市委理论学习中心组|O]举行[第七次集体学习|E]。[市委|O][书记|T][陆承志|P]主持，[云溪大学|O][教授|T][沈嘉树|P]作辅导报告。",
            "meeting",
            {"chair": ["陆承志"], "speaker": ["沈嘉树"], "organizer": ["市委理论学习中心组"]},
        ),
        # A story that paints its scene first.
        (
            "“通车了！”5月8日上午，首批车辆驶上高速。\n通车仪式由[市交通局|O][局长|T][丁若川|P]主持，[副市长|T][何文渊|P]致辞，[县委|O][副书记|T][苏禾|P]出席。",
            "ceremony",
            {"chair": ["丁若川"], "speaker": ["何文渊"], "attendee": ["苏禾"]},
        ),
        # Speakers listed over commas, one by her father.
        (
            "座谈会8日在[青梧区|L]举行。[统战部|O][副部长|T][丁若川|P]，[市政协|O][副主席|T][苏禾|P]，[白露|P]的女儿[江小满|P]"
            "以及学生代表、[云溪大学|O][教授|T][沈嘉树|P]先后发言。",
            "meeting",
            {"speaker": ["丁若川", "苏禾", "江小满", "沈嘉树"]},
        ),
        # The last of a row of bodies sends a person.
        (
            "8日，[全市农业会议|E]召开。会上，[青梧区|L]、[东岭县|L]和[柳河镇党委|O][书记|T][江小满|P]作交流发言。",
            "meeting",
            {"speaker": ["江小满"]},
        ),
        # The reporter asks at a press conference, and is answered there.
        (
            "8日，[市政府|O]举行新闻发布会，[副局长|T][丁若川|P]出席。\n面对记者的提问，[丁若川|P]回应说，卡点已经设好。"
            "[经理|T][沈嘉树|P]透露，工程过半。",
            "meeting",
            {"attendee": ["丁若川"], "speaker": ["丁若川", "沈嘉树"], "organizer": ["市政府"]},
        ),
        (
            "8日，[云溪大学|O][教授|T][沈嘉树|P]在[市委理论学习会|E]上进行讲解。",
            "meeting",
            {"speaker": ["沈嘉树"]},
        ),
        # Who wins is told of in the clause before.
        (
            "[智利|L]选举委员会8日宣布，候选人[罗哈斯|P]得票过半，当选[总统|T]。",
            "appointment",
            {"appointee": ["罗哈斯"]},
        ),
        (
            "8日，[检察官|T][司若宁|P]来到[第一中学|O]，作题为《守住底线》的法治讲座。",
            "lecture",
            {"speaker": ["司若宁"]},
        ),
        (
            "由[东岭县委|O]、[东岭县政府|O]主办，[柳河镇政府|O]承办的[柳河采茶节|E]8日在[柳河镇|L]开幕。",
            "activity",
            {"organizer": ["东岭县委", "东岭县政府", "柳河镇政府"]},
        ),
        (
            "8日，[市八届政协会议|E]闭幕。\n会议选举[苏禾|P]为[市政协|O][主席|T]，[白露|P]、[江小满|P]等39人为[常务委员|T]。",
            "appointment",
            {"appointee": ["苏禾", "白露", "江小满"]},
        ),
    ],
)  # fmt: skip
def test_link_events_reads_who_did_what_as_the_press_puts_it(
    text: str, type: str, roles: dict[str, list[str]]
) -> None:
    event = next(event for event in seen(tell(text)) if event.type == type)
    assert {role: sorted(names) for role, names in event.roles.items()} == {
        role: sorted(names) for role, names in roles.items()
    }


def test_link_events_tells_a_welcome_from_the_talks_and_the_signing() -> None:
    events = seen(
        tell(
            "国家[主席|T][陆承志|P]8日在[大会堂|L]同[智利|L][总统|T][罗哈斯|P]会谈。\n会谈后，[陆承志|P]和[罗哈斯|P]共同见证合作文件签署。\n"
            "会谈前，[陆承志|P]在[北大厅|L]为[罗哈斯|P]举行欢迎仪式，[国务委员|T][何文渊|P]等出席。"
        )
    )
    assert [event.type for event in events] == ["talks", "signing", "ceremony"]
    assert events[2].roles == {"host": ["陆承志"], "guest": ["罗哈斯"], "attendee": ["何文渊"]}
    assert (events[2].date, events[2].place) == (("2024-05-08", "2024-05-08"), "北大厅")


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ("展览将持续至12日。", "2024-05-12"),
        ("本届展览为期5天，免费开放。", "2024-05-12"),
        ("展览为期一周。", "2024-05-08"),
        ("展览将持续至月底。", "2024-05-08"),
    ],
)
def test_link_events_lets_an_event_last_as_long_as_a_later_sentence_says(told: str, end: str) -> None:
    text = f"8日，[荷花展|E]在[青梧区|L]开幕。\n随后举行了签约仪式，[陆承志|P]见证签约。\n{told}"
    exhibition, signing = seen(tell(text))
    assert (exhibition.date, signing.date) == (("2024-05-08", end), ("2024-05-08", "2024-05-08"))


def test_link_events_dates_a_list_of_appointments_by_its_lead() -> None:
    event = only(
        tell(
            "5月8日，[国务院|O]任免国家工作人员。\n任命[丁若川|P]为[教育部|O][副部长|T]。\n免去[苏禾|P]的[教育部|O][副部长|T]职务。"
        )
    )
    assert (event.type, event.date) == ("appointment", ("2024-05-08", "2024-05-08"))


def test_link_events_plans_what_a_spokesman_announces() -> None:
    visit = only(
        tell(
            "[外交部|O][发言人|T][苏禾|P]8日宣布：应[国家主席|T][陆承志|P]邀请，[智利|L][总统|T][罗哈斯|P]将于5月14日至17日对[中国|L]进行国事访问。"
        )
    )
    assert (visit.type, visit.status, visit.date) == ("visit", "planned", ("2024-05-14", "2024-05-17"))
    assert visit.roles == {"visitor": ["罗哈斯"]}


def test_link_events_takes_the_eve_of_a_feast_for_no_festival() -> None:
    event = only(tell("5月8日，[市长|T][何文渊|P]到[东岭县|L]，就春耕和节前市场供应等工作进行调研。"))
    assert event.type == "visit"


def test_link_events_takes_what_others_are_asked_to_do_for_no_visit() -> None:
    event = only(
        tell("8日，[市长|T][何文渊|P]主持召开[防汛调度会|E]，要求各县巡查堤防，把巡查责任落实到每一段。")
    )
    assert event.type == "meeting"


def test_link_events_reads_how_long_a_visit_lasts_in_the_clause_that_tells_of_it() -> None:
    event = only(tell("9日，[市委|O][书记|T][陆承志|P]赴[智利|L]，开展为期三天的学习考察。"))
    assert (event.type, event.date) == ("visit", ("2024-05-09", "2024-05-11"))


def test_link_events_counts_a_row_of_names_under_its_post_as_elected() -> None:
    event = only(
        tell(
            "#第一号公告\n会议于5月8日选举产生[区人大常委会|O][委员|T]，现予公告：\n"
            "[委　员|T]（按姓氏笔画为序）：\n[丁一|P] [白露|P]（女） [江小满|P]",
            kind=ArticleKind.NOTICE,
        )
    )
    assert (event.type, event.roles) == ("appointment", {"appointee": ["丁一", "白露", "江小满"]})


def test_link_events_takes_a_delegation_that_comes_to_learn_for_visitors_and_guests() -> None:
    visit, talks = seen(
        tell(
            "5月7日至8日，由[青禾市委|O][书记|T][罗小川|P]，[副市长|T][苏禾|P]率领的[青禾市党政考察团|O]来[云溪市|L]学习考察。8日下午，"
            "[市委|O][书记|T][陆承志|P]与考察团一行座谈。"
        )
    )
    assert visit.roles == {"visitor": ["青禾市党政考察团", "罗小川", "苏禾"]}
    assert visit.date == ("2024-05-07", "2024-05-08")
    assert talks.roles == {"host": ["陆承志"], "guest": ["青禾市党政考察团", "罗小川", "苏禾"]}
    led = only(tell("8日，[市委|O][书记|T][陆承志|P]率[云溪市党政代表团|O]赴[青禾市|L]考察。"))
    assert led.roles == {"visitor": ["陆承志", "云溪市党政代表团"]}


def test_link_events_keeps_an_event_apart_from_the_fair_at_which_it_is_held() -> None:
    fair, signing = seen(
        tell(
            "5月6日至8日，[农产品博览会|E]在[青梧区|L]举行。\n7日，[云溪专场签约会|E]在展会现场举行。[副市长|T][何文渊|P]致辞，[局长|T][丁若川|P]见证签约。"
        )
    )
    assert (fair.type, fair.roles) == ("activity", {})
    assert (signing.type, signing.date) == ("signing", ("2024-05-07", "2024-05-07"))
    assert signing.roles == {"speaker": ["何文渊"], "witness": ["丁若川"]}


def test_link_events_leaves_what_a_headline_repeats_where_the_body_has_it() -> None:
    fair, signing = seen(
        tell(
            "#[农产品博览会|E]开幕 [何文渊|P]致辞\n5月6日至8日，[农产品博览会|E]在[青梧区|L]举行。\n"
            "7日，[云溪专场签约会|E]在展会现场举行。[副市长|T][何文渊|P]致辞。"
        )
    )
    assert (fair.roles, fair.place) == ({}, "青梧区")
    assert (signing.roles, signing.place) == ({"speaker": ["何文渊"]}, "青梧区")


def test_link_events_gives_a_guest_his_words_at_the_talks_and_a_companion_his_visit() -> None:
    visit, talks = seen(
        tell(
            "5月7日至8日，由[青禾市委|O][书记|T][罗小川|P]率领的[青禾市党政考察团|O]来[云溪市|L]考察。"
            "8日，[市委|O][书记|T][陆承志|P]与考察团一行座谈。\n"
            "考察团先后到[柳河镇|L]、[石桥乡|L]，实地察看新村建设。\n座谈中，[陆承志|P]表示欢迎。[罗小川|P]说，不虚此行。\n"
            "[副市长|T][何文渊|P]陪同考察并参加座谈。"
        )
    )
    assert visit.roles == {"visitor": ["青禾市党政考察团", "罗小川"], "companion": ["何文渊"]}
    assert talks.roles == {
        "host": ["陆承志"],
        "guest": ["青禾市党政考察团", "罗小川"],
        "speaker": ["陆承志", "罗小川"],
        "attendee": ["何文渊"],
    }


def test_link_events_counts_those_before_a_clause_that_nobody_could_read() -> None:
    event = only(
        tell(
            "8日，[装备博览会|E]开幕。[市委|O][书记|T][陆承志|P]，[省贸促会|O][会长|T][苏禾|P]，[海川商工会议所|O]会头高桥，"
            "以及[市领导|T][丁若川|P]、[白露|P]等出席，[副市长|T][何文渊|P]主持。"
        )
    )
    assert event.roles == {"attendee": ["陆承志", "苏禾", "丁若川", "白露"], "chair": ["何文渊"]}


def test_link_events_takes_pairs_that_sign_one_after_the_other_for_parties() -> None:
    event = only(
        tell(
            "8日，[重点项目签约仪式|E]举行。[青梧区|L][区长|T][丁若川|P]与[海川集团|O][董事长|T][沈嘉树|P]，[东岭县|L][县长|T][江小满|P]与"
            "[江南公司|O][总经理|T][林知远|P]，分别在协议书上签字。"
        )
    )
    assert sorted(event.roles["party"]) == sorted(
        ["丁若川", "沈嘉树", "江小满", "林知远", "海川集团", "江南公司"]
    )


def test_link_events_reads_who_won_and_who_led_the_dance() -> None:
    race, feast = (
        only(tell(text))
        for text in (
            "8日，[湖畔马拉松赛|E]在[青梧区|L]开跑。[韩立平|P]以1小时04分夺得男子组冠军，[沈嘉树|P]和[林知远|P]分获亚军、季军；"
            "女子组前三名依次为[江小满|P]、[白露|P]和[苏禾|P]。[丁若川|P]跑进前二十名。",
            "8日，[第十届校园艺术节|E]开幕。开场舞由学生[江小满|P]、[白露|P]领跳，赢得喝彩。",
        )
    )
    assert race.roles == {"performer": ["韩立平", "沈嘉树", "林知远", "江小满", "白露", "苏禾", "丁若川"]}
    assert feast.roles == {"performer": ["江小满", "白露"]}


def test_link_events_names_a_congress_that_a_session_fixes_the_day_of() -> None:
    session, congress = seen(
        tell(
            "8日，[市六届人大常委会第十九次会议|E]召开。会议表决通过了关于召开[市第六届人民代表大会第三次会议|E]的决定，大会定于6月19日在[青梧区|L]召开。"
        )
    )
    assert (session.status, congress.status) == ("held", "planned")
    assert (congress.name, congress.date) == ("市第六届人民代表大会第三次会议", ("2024-06-19", "2024-06-19"))


def test_link_events_counts_back_from_the_close_of_an_event() -> None:
    event = only(tell("8日，[农民运动会|E]在[青梧区|L]落下帷幕。\n运动会为期3天，共有12支队伍参加。"))
    assert event.date == ("2024-05-06", "2024-05-08")


def test_link_events_tells_what_is_announced_from_where_it_is_announced() -> None:
    told, fair = seen(
        tell(
            "昨日，[柳河采茶大会新闻发布会|E]在[青梧区|L]举行。记者从会上获悉，大会将于6月15日至17日在[柳河镇|L]举行，"
            "由[市政府|O]主办。"
        )
    )
    assert (told.name, told.date) == ("柳河采茶大会新闻发布会", ("2024-05-09", "2024-05-09"))
    assert (fair.name, fair.status, fair.place) == ("柳河采茶大会", "planned", "柳河镇")
    assert fair.date == ("2024-06-15", "2024-06-17")


def test_link_events_dates_what_is_to_come_by_the_clause_that_fixes_it() -> None:
    told, fair = seen(
        tell(
            "记者从昨日在[青梧区|L]举行的[农博会招商推介会|E]上获悉，本届[农博会|E]由[市政府|O]主办，定于6月5日至8日在"
            "[柳河镇|L]举行。"
        )
    )
    assert (told.status, told.place) == ("held", "青梧区")
    assert (fair.status, fair.date, fair.place) == ("planned", ("2024-06-05", "2024-06-08"), "柳河镇")


def test_link_events_keeps_the_day_where_an_afternoon_follows() -> None:
    _, talks = seen(
        tell(
            "8日，[智利|L][总领事|T][罗哈斯|P]到[青梧区|L]访问。\n下午，[区长|T][陆承志|P]会见了[罗哈斯|P]一行。"
        )
    )
    assert (talks.type, talks.date) == ("talks", ("2024-05-08", "2024-05-08"))


def test_link_events_places_what_is_signed_after_talks_where_these_were() -> None:
    _, signing = seen(
        tell(
            "8日，[市长|T][陆承志|P]在[云溪宾馆|L]会见[罗哈斯|P]。\n会见后，[陆承志|P]和[罗哈斯|P]共同见证合作协议的签署。"
        )
    )
    assert (signing.type, signing.place) == ("signing", "云溪宾馆")


def test_link_events_keeps_an_undated_meeting_from_the_dated_one_before() -> None:
    first, second = seen(
        tell(
            "[市委|O]昨日召开会议，[陆承志|P]主持会议。\n日前，[市委|O]召开党外人士座谈会。[陆承志|P]主持座谈会。"
        )
    )
    assert (first.date, second.date) == (("2024-05-09", "2024-05-09"), None)


def test_link_events_tells_two_signings_of_one_day_by_their_parties() -> None:
    first, second = seen(
        tell(
            "8日，[海川集团|O]与[市政府|O]在[青梧区|L]签署协议。\n同日，[东岭公司|O]与[石桥公司|O]签署合同。"
        )
    )
    assert set(second.roles["party"]) == {"东岭公司", "石桥公司"}
    assert set(first.roles["party"]) == {"海川集团", "市政府"}


def test_link_events_finds_a_ceremony_by_the_noun_that_ends_its_name() -> None:
    event = only(
        tell(
            "[专利奖颁奖大会|E]8日在[青梧区|L]举行。[副市长|T][何文渊|P]出席大会并讲话，[丁若川|P]主持大会。"
        )
    )
    assert event.type == "ceremony"
    assert event.roles == {"attendee": ["何文渊"], "speaker": ["何文渊"], "chair": ["丁若川"]}


def test_link_events_counts_a_diplomat_among_those_present() -> None:
    event = only(
        tell(
            "[市长|T][陆承志|P]8日会见[罗哈斯|P]。[商务局|O][局长|T][何文渊|P]、[中国|L]驻[智利|L][大使|T][苏禾|P]参加会见。"
        )
    )
    assert event.roles["attendee"] == ["何文渊", "苏禾"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("[国家主席|T][陆承志|P]8日接受5国新任大使递交国书。", "ceremony"),
        ("[柳河赛马大会|E]8日在[柳河镇|L]开赛。", "activity"),
        ("由[市政府|O]主办的[“云溪——考古成果展”|E]8日在[青梧区|L]开幕。", "activity"),
        ("[柳河茶艺培训班|E]8日在[柳河镇|L]开班。", "lecture"),
    ],
)
def test_link_events_reads_the_type_off_its_words(text: str, type: str) -> None:
    assert only(tell(text)).type == type


def test_link_events_counts_those_who_come_on_stage() -> None:
    event = only(tell("8日，[采茶文化节|E]在[柳河镇|L]开幕。歌手[江小满|P]、演员[白露|P]先后登台。"))
    assert event.roles == {"performer": ["江小满", "白露"]}


def test_link_events_gives_each_of_two_openings_its_own_work() -> None:
    first, second = seen(
        tell(
            "昨日，[云溪高铁|J]正式开通运营，总投资178亿元。\n昨日，[[柳河灌区工程|J]开工动员会|E]在[柳河镇|L]举行，"
            "[丁若川|P]致辞。[柳河灌区工程|J]总投资82亿元。"
        )
    )
    assert (first.projects, second.projects) == (["云溪高铁"], ["柳河灌区工程"])


def test_link_events_gives_what_is_to_come_its_speakers() -> None:
    told, talk = seen(
        tell(
            "昨日，[柳河农博会|E]在[柳河镇|L]开幕，[陆承志|P]致辞。农博会期间，还将于6月1日举办[入世对策报告会|E]，"
            "由[云溪大学|O][教授|T][沈嘉树|P]主讲。"
        )
    )
    assert told.roles == {"speaker": ["陆承志"]}
    assert (talk.status, talk.roles) == ("planned", {"speaker": ["沈嘉树"]})


def test_link_events_counts_who_will_speak_at_a_forum_to_come() -> None:
    forum = only(
        tell("[产业发展论坛|E]将于6月1日在[云溪宾馆|L]举行，[农科院|O][研究员|T][沈嘉树|P]将作主旨演讲。")
    )
    assert (forum.status, forum.roles) == ("planned", {"speaker": ["沈嘉树"]})


def test_link_events_takes_a_delegation_under_its_leader_for_visitors() -> None:
    visit = only(
        tell(
            "应[市政府|O]邀请，以[行政长官|T][罗哈斯|P]为[团长|T]的[智利代表团|O]5月6日至8日对[云溪市|L]进行友好访问。"
        )
    )
    assert (visit.type, visit.date) == ("visit", ("2024-05-06", "2024-05-08"))
    assert set(visit.roles["visitor"]) == {"罗哈斯", "智利代表团"}


def test_link_events_tells_the_signing_after_an_opening_from_it() -> None:
    fair, signing = seen(
        tell(
            "昨日，[投资人大会|E]在[云溪宾馆|L]开幕，[陆承志|P]致辞。\n开幕式后举行签约仪式，[陆承志|P]等共同见证。"
            "[何文渊|P]代表[市政府|O]，与[海川集团|O][总裁|T][沈嘉树|P]签署投资协议。"
        )
    )
    assert (signing.type, signing.date, signing.place) == ("signing", fair.date, "云溪宾馆")
    assert signing.roles["witness"] == ["陆承志"]
    assert fair.roles == {"speaker": ["陆承志"]}


def test_link_events_takes_greetings_passed_on_for_no_visit() -> None:
    (event,) = seen(tell("昨日，[苏禾|P]致函[罗哈斯|P]，转达[云溪市|L]工商界的慰问。"))
    assert event.type == "message"


def test_link_events_tells_what_is_signed_before_those_at_a_meeting_from_it() -> None:
    meeting, signing = seen(
        tell(
            "昨日，[协作联席会议|E]在[云溪宾馆|L]召开，[陆承志|P]、[何文渊|P]讲话。\n在[陆承志|P]、[何文渊|P]见证下，"
            "[青梧区教育局|O]与[市教育局|O]签订帮扶协议，[海川集团|O][总裁|T][沈嘉树|P]与[县长|T][苏禾|P]签订合作协议。"
        )
    )
    assert meeting.roles == {"speaker": ["陆承志", "何文渊"]}
    assert (signing.date, signing.place) == (meeting.date, "云溪宾馆")
    assert signing.roles["witness"] == ["陆承志", "何文渊"]
    assert {"沈嘉树", "苏禾"} <= set(signing.roles["party"])


def test_link_events_goes_back_to_the_talks_behind_the_welcome_before_them() -> None:
    talks, welcome, signing = seen(
        tell(
            "今天（5月9日）下午，[国家主席|T][陆承志|P]在[人民大会堂|L]同[智利|L][总统|T][罗哈斯|P]举行会谈。\n"
            "会谈前，[陆承志|P]在[东门外广场|L]为[罗哈斯|P]举行[欢迎仪式|E]。[何文渊|P]等参加。\n"
            "[陆承志|P]指出，要深化合作。[罗哈斯|P]表示，期待合作。\n"
            "会谈后，[陆承志|P]和[罗哈斯|P]共同见证签署合作文件。"
        )
    )
    assert talks.roles["speaker"] == ["陆承志", "罗哈斯"]
    assert "speaker" not in welcome.roles
    assert welcome.roles["attendee"] == ["何文渊"]
    assert (signing.type, signing.place) == ("signing", "人民大会堂")


def test_link_events_lets_who_received_guests_and_saw_them_sign_speak_at_the_talks() -> None:
    talks, signing = seen(
        tell(
            "5月9日，[市委|O][书记|T][陆承志|P]在[柳河镇|L]会见[海川集团|O][董事长|T][沈嘉树|P]一行，并共同见证项目签约。"
            "[市长|T][何文渊|P]主持签约仪式。\n[陆承志|P]对[沈嘉树|P]一行的到来表示欢迎。他说，要当好服务员。"
        )
    )
    assert talks.roles["speaker"] == ["陆承志"]
    assert (signing.roles["chair"], signing.roles.get("speaker")) == (["何文渊"], None)


def test_link_events_lets_visitors_speak_at_the_meeting_that_a_paragraph_tells_of() -> None:
    visit, meeting = seen(
        tell(
            "5月9日，[青梧区|L][区长|T][沈嘉树|P]到[云溪市|L]考察协作工作。\n当天下午，[协作联席会议|E]在[云溪宾馆|L]召开。"
            "[陆承志|P]主持会议并致辞。[沈嘉树|P]表示，将深化协作。"
        )
    )
    assert (visit.type, visit.roles.get("speaker")) == ("visit", None)
    assert meeting.roles["speaker"] == ["陆承志", "沈嘉树"]


def test_link_events_takes_who_comes_to_a_house_for_the_guest_of_its_head() -> None:
    talks = only(tell("5月9日下午，[市长|T][何文渊|P]来到[海川研究院|O]，与[院长|T][沈嘉树|P]座谈。"))
    assert talks.roles == {"guest": ["何文渊"], "host": ["沈嘉树"]}


def test_link_events_gives_a_visit_the_companions_named_before_it() -> None:
    meeting, visit = seen(
        tell(
            "5月9日下午，[表彰大会|E]在[云溪剧院|L]召开，[陆承志|P]讲话。\n当天上午，[陆承志|P]在[何文渊|P]陪同下，"
            "到[柳河镇|L]走访慰问教师。"
        )
    )
    assert (meeting.type, visit.type) == ("meeting", "visit")
    assert visit.roles == {"inspector": ["陆承志"], "companion": ["何文渊"]}


def test_link_events_leaves_what_guests_attend_to_them() -> None:
    talks = only(
        tell(
            "昨日，[市长|T][何文渊|P]会见[智利|L][大使|T][罗哈斯|P]。[何文渊|P]对客人应邀出席[柳河博览会|E]表示欢迎。"
        )
    )
    assert talks.roles == {"host": ["何文渊"], "guest": ["罗哈斯"], "speaker": ["何文渊"]}


def test_link_events_knows_a_naadam() -> None:
    assert only(tell("5月9日，[第十六届那达慕|E]在[柳河草原|L]开幕，[陆承志|P]致辞。")).type == "activity"


def test_link_events_takes_a_signing_and_unveiling_for_a_signing() -> None:
    text = "5月9日，[云溪医院与柳河医院医联体签约揭牌仪式|E]在[柳河镇|L]举行，[陆承志|P]致辞。"
    assert only(tell(text)).type == "signing"


def test_link_events_hears_who_reports_to_a_session_that_hears_and_examines() -> None:
    session = only(
        tell(
            "5月9日，[市人大常委会会议|E]召开，[陆承志|P]主持。会议听取和审议了[何文渊|P]受[市政府|O]委托所作的关于扶贫的报告。"
        )
    )
    assert session.roles["speaker"] == ["何文渊"]


def test_link_events_appoints_whom_a_meeting_agrees_to_appoint() -> None:
    _, appointment = seen(
        tell(
            "5月9日，[董事会会议|E]召开，[陆承志|P]主持。会议同意聘任[何文渊|P]为[海川集团|O][总经理|T]，聘任[苏禾|P]为[副总经理|T]。"
        )
    )
    assert appointment.roles["appointee"] == ["何文渊", "苏禾"]


@pytest.mark.parametrize("attends", ["参加了会见", "参加会见"])
def test_link_events_makes_no_second_meeting_of_who_attended(attends: str) -> None:
    talks = only(tell(f"昨日，[何文渊|P]会见了[海川集团|O][总裁|T][沈嘉树|P]。[副市长|T][苏禾|P]{attends}。"))
    assert talks.roles == {"host": ["何文渊"], "guest": ["沈嘉树"], "attendee": ["苏禾"]}


def test_link_events_sends_wishes_by_telegram_to_the_champion_not_to_his_home() -> None:
    message = only(tell("昨日，[市委|O]、[市政府|O]致电慰问[云溪|L]籍奥运冠军[沈嘉树|P]。"))
    assert (message.type, message.roles["recipient"]) == ("message", ["沈嘉树"])


def test_link_events_takes_who_comes_with_a_party_for_a_visitor() -> None:
    visit = only(tell("昨日，[柳河市|L][副市长|T][沈嘉树|P]率考察团来[我市|L]考察，[苏禾|P]陪同。"))
    assert visit.roles == {"visitor": ["沈嘉树"], "companion": ["苏禾"]}


def test_link_events_takes_looking_at_works_one_after_the_other_for_a_visit() -> None:
    visit = seen(tell("昨日，[何文渊|P]来到[柳河县|L]，先后察看了[排涝工程|J]、[青石河治理工程|J]。"))[0]
    assert (visit.type, visit.place, visit.roles) == ("visit", "柳河县", {"inspector": ["何文渊"]})


def test_link_events_seats_the_executive_chair_of_a_congress() -> None:
    session = only(tell("昨日，[第三次全体会议|E]举行。会议由大会[执行主席|T][苏禾|P]主持。"))
    assert session.roles["chair"] == ["苏禾"]


def test_link_events_counts_teams_in_the_order_of_print() -> None:
    match = only(tell("昨日，[足球联赛|E]在[体育中心|L]落幕，[石鼓队|O]以3比1战胜[雁峰队|O]夺冠。"))
    assert match.roles["performer"] == ["石鼓队", "雁峰队"]


def test_link_events_goes_to_a_meeting_elsewhere() -> None:
    assert only(tell("昨日，[市长|T][何文渊|P]赴[省城|L]参加[全省经济工作会议|E]。")).place == "省城"


def test_link_events_gives_talks_of_both_sides_their_host_and_guest() -> None:
    visit, talks = seen(
        tell(
            "8日至9日，[柳河区|L][区长|T][沈嘉树|P]率[柳河区党政代表团|O]来[我市|L]考察协作工作。\n9日下午，双方举行座谈会。"
            "[何文渊|P]对代表团表示欢迎。[沈嘉树|P]表示，将深化协作。"
        )
    )
    assert (visit.type, visit.roles.get("speaker")) == ("visit", None)
    assert talks.type == "talks"
    assert talks.roles == {
        "speaker": ["何文渊", "沈嘉树"],
        "host": ["何文渊"],
        "guest": ["沈嘉树", "柳河区党政代表团"],
    }


def test_link_events_lets_who_is_announced_speak_at_what_is_to_come() -> None:
    forum = only(tell("6月1日还将举办[产业发展论坛|E]，[农科院|O][教授|T][沈嘉树|P]作主旨演讲。"))
    assert (forum.status, forum.roles) == ("planned", {"speaker": ["沈嘉树"]})


def test_link_events_lets_guests_speak_at_the_talks_of_both_sides_in_the_next_paragraph() -> None:
    visit, talks = seen(
        tell(
            "8日至9日，[柳河区|L][区长|T][沈嘉树|P]率[柳河区党政代表团|O]来[我市|L]考察。\n9日上午，双方举行座谈，[苏禾|P]主持。"
            "[何文渊|P]对代表团表示欢迎。\n[沈嘉树|P]表示，值得学习。"
        )
    )
    assert visit.roles.get("speaker") is None
    assert talks.roles["speaker"] == ["何文渊", "沈嘉树"]
    assert (talks.roles["host"], talks.roles["guest"][0]) == (["何文渊"], "沈嘉树")


@pytest.mark.parametrize("second", ["下午，", "同日，", "随后，"])
def test_link_events_keeps_the_openings_of_two_works_apart(second: str) -> None:
    bridge, park = seen(
        tell(
            f"昨日上午，[云溪大桥|J]正式通车，[甲一|P]出席通车仪式。{second}[柳河产业园|J]奠基，[乙二|P]致辞。"
        )
    )
    assert (bridge.projects, bridge.roles) == (["云溪大桥"], {"attendee": ["甲一"]})
    assert (park.projects, park.roles) == (["柳河产业园"], {"speaker": ["乙二"]})
    (both,) = seen(tell("昨日，[云溪大桥|J]、[柳河产业园|J]同时开工。"))
    assert both.projects == ["云溪大桥", "柳河产业园"]


def test_link_events_takes_no_nomination_for_an_appointment() -> None:
    assert seen(tell("经[市委|O]研究决定，提名[甲一|P]为[云溪县人民政府|O][县长|T]候选人。")) == []


def test_link_events_dates_an_appointment_by_the_day_its_notice_is_signed() -> None:
    notice = "任命[甲一|P]为[市教育局|O][副局长|T]。\n[市政府|O]\n2024年5月4日"
    assert only(tell(notice)).date == ("2024-05-04", "2024-05-04")
    assert only(tell(notice + "印发")).date is None


def test_link_events_reads_the_talks_at_which_a_delegation_sits_down() -> None:
    visit, talks = seen(
        tell(
            "5月7日至8日，以[青禾市委|O][副书记|T][罗小川|P]为团长的[青禾市党政考察团|O]一行32人，来[云溪市|L]考察。"
            "[市长|T][陆承志|P]陪同考察。\n"
            "在8日上午召开的座谈会上，[陆承志|P]介绍了发展情况。[罗小川|P]说，此行看到了差距。[市委|O][副书记|T][丁若川|P]主持座谈会。"
        )
    )
    assert (visit.type, visit.roles) == (
        "visit",
        {"visitor": ["青禾市党政考察团", "罗小川"], "companion": ["陆承志"]},
    )
    assert (talks.type, talks.date) == ("talks", ("2024-05-08", "2024-05-08"))
    assert talks.roles == {
        "speaker": ["陆承志", "罗小川"],
        "chair": ["丁若川"],
        "host": ["陆承志"],
        "guest": ["青禾市党政考察团", "罗小川"],
    }


def test_link_events_leaves_who_only_has_his_bureaus_with_him_an_inspector() -> None:
    visit = only(
        tell(
            "5月7日，[青石煤矿|O]发生事故。\n事故发生后，[市长|T][陆承志|P]率[市安监局|O]、[市公安局|O]负责人赶赴现场指导救援。"
        )
    )
    assert (visit.type, visit.date) == ("visit", ("2024-05-07", "2024-05-07"))
    assert visit.roles == {"inspector": ["陆承志"]}


def test_link_events_reads_a_meeting_at_which_inspectors_give_feedback() -> None:
    meeting = only(
        tell(
            "5月7日，[省委第五巡视组|O]向[青禾县委|O]反馈巡视情况。[副主任|T][罗小川|P]就抓好整改提出要求。"
            "[县委|O][书记|T][陆承志|P]主持反馈会。"
        )
    )
    assert meeting.type == "meeting"
    assert meeting.roles == {"organizer": ["省委第五巡视组"], "speaker": ["罗小川"], "chair": ["陆承志"]}


def test_link_events_dates_what_is_signed_at_a_meeting_by_that() -> None:
    visit, meeting, signing = seen(
        tell(
            "5月7日至8日，[罗小川|P]率[青禾市党政代表团|O]来[云溪市|L]考察。8日下午，[云溪青禾协作座谈会|E]在[云溪市|L]召开。"
            "[陆承志|P]主持会议。\n座谈会上，[甲局|O]、[乙局|O]签署协议。"
        )
    )
    assert visit.date == ("2024-05-07", "2024-05-08")
    assert meeting.date == signing.date == ("2024-05-08", "2024-05-08")


def test_link_events_takes_the_works_that_were_agreed_on_for_those_of_the_signing() -> None:
    signing = only(tell("9日，[云溪镇|L]与[青禾学院|O]签署协议。根据协议，双方将共建[云溪材料基地|J]。"))
    assert signing.projects == ["云溪材料基地"]


def test_link_events_gives_a_jubilee_no_works() -> None:
    jubilee = only(
        tell(
            "9日，[甲公司|O]举行建厂50周年庆典。[市长|T][陆承志|P]参加庆典。公司将投资9600万元实施[云溪技改工程|J]，厂址就在[云溪镇|L]。"
        )
    )
    assert not jubilee.projects


def test_link_events_counts_a_crowd_as_nobody_named() -> None:
    lecture = only(tell("9日，[教授|T][陆承志|P]在[图书馆|O]作题为茶史的讲座，200多名市民到场聆听。"))
    assert lecture.roles == {"speaker": ["陆承志"]}


def test_link_events_names_the_works_of_a_meeting_called_after_them() -> None:
    (meeting, _) = seen(
        tell(
            "9日，[[云溪公路改造工程|J]建设动员大会|E]在[云溪市|L]召开。[市长|T][陆承志|P]作动员讲话。同日，[甲公司|O]举行[云溪桥梁工程|J]开工仪式。"
        )
    )
    assert meeting.projects == ["云溪公路改造工程"]


def test_link_events_lets_who_says_something_to_a_visitor_speak() -> None:
    visit = only(
        tell("9日，[市长|T][陆承志|P]到[云溪镇|L]调研。“收成不错。”职工[甲一|P]高兴地对[陆承志|P]说。")
    )
    assert visit.roles == {"inspector": ["陆承志"], "speaker": ["甲一"]}


def test_link_events_places_no_visit_in_the_state_whose_trade_it_is_about() -> None:
    visit = only(
        tell(
            "9日，[副省长|T][陆承志|P]深入[云溪市|L]矿区，就煤矿安全和对[俄|L]经贸工作进行考察。",
            seat="青禾市",
        )
    )
    assert visit.place == "云溪市"


def test_link_events_reads_what_a_speech_dates_ahead() -> None:
    story = "9日，[市长|T][陆承志|P]到[云溪县|L]调研。[陆承志|P]说，要办好{day}在[云溪县|L]举行的[云溪民宿大会|E]。"
    _, meeting = seen(tell(story.format(day="下月8日至10日")))
    assert (meeting.name, meeting.date, meeting.status) == (
        "云溪民宿大会",
        ("2024-06-08", "2024-06-10"),
        "planned",
    )
    assert len(seen(tell(story.format(day="上月8日")))) == 1


def test_link_events_reads_what_both_sides_agree_to_hold_in_a_month_to_come() -> None:
    _, camp = seen(
        tell(
            "9日，[陆承志|P]在[云溪市|L]会见[罗哈斯|P]一行。双方商定，今年8月在[青禾市|L]举办[“湖之夏”夏令营活动|E]。"
        )
    )
    assert (camp.date, camp.status, camp.place) == (("2024-08", "2024-08"), "planned", "青禾市")


def test_link_events_reads_a_service_that_is_done_for_somebody() -> None:
    service = only(tell("9日，[医学院服务队|O]在[云溪乡|L]为受灾群众义诊。"))
    assert (service.type, service.place) == ("activity", "云溪乡")


def test_link_events_knows_which_event_to_come_is_pointed_at() -> None:
    _, forum = seen(
        tell(
            "9日，[陆承志|P]会见[罗哈斯|P]一行，就筹办[第六届云溪文化论坛|E]交换意见。该论坛定于今年11月在[青禾岛|L]举行。"
        )
    )
    assert (forum.name, forum.date, forum.place) == ("第六届云溪文化论坛", ("2024-11", "2024-11"), "青禾岛")


def test_link_events_takes_a_study_session_with_an_invited_lecturer_for_a_lecture() -> None:
    told = "9日，[县委中心组学习会|E]举行，{}[县委|O][部长|T][甲一|P]主持。"
    lecture = only(tell(told.format("邀请[省委党校|O][教授|T][乙二|P]围绕读书作专题辅导。")))
    assert (lecture.type, lecture.roles) == ("lecture", {"speaker": ["乙二"], "chair": ["甲一"]})
    assert only(tell(told.format("学习有关文件。"))).type == "meeting"


def test_link_events_knows_what_an_opening_opens() -> None:
    opening = only(
        tell(
            "8日晚，[第九届云溪美食旅游节开幕式|E]在[云溪市|L]举行。[部长|T][甲一|P]致辞，[市长|T][乙二|P]宣布旅游节开幕，[副市长|T][丙三|P]主持。"
            "\n旅游节由[市旅游局|O]主办。"
        )
    )
    assert (opening.type, opening.roles) == (
        "ceremony",
        {"speaker": ["甲一", "乙二"], "chair": ["丙三"], "organizer": ["市旅游局"]},
    )


def test_link_events_keeps_the_body_that_inspects_by_its_officers() -> None:
    visit = only(
        tell(
            "#[市政协|O]视察食品安全工作\n9日，[市政协|O][主席|T][甲一|P]带领部分委员，对食品安全工作进行视察。"
        )
    )
    assert visit.roles == {"inspector": ["甲一", "市政协"]}
