"""Where an event without a printed place is."""

from dataclasses import replace

from newsgraph.model import Entity, EntityType, Evidence, Span, Tenure, TitleForm
from tests.link.markup import Story, seen, tell

HERE = Evidence(article="a0", span=Span(0, 2))


def with_county(story: Story, *, parent: str = "seat") -> Story:
    """Add to the story's resolution that 县委 is of 东岭县, which lies in the seat, and 江小满 its secretary."""
    seat = Entity(id="seat", type=EntityType.PLACE, name="云溪市")
    county = Entity(id="county", type=EntityType.PLACE, name="东岭县")
    body = Entity(id="body", type=EntityType.ORGANIZATION, name="中共东岭县委员会")
    office = Entity(id="office", type=EntityType.OFFICE, name="书记", post="书记", organization="body")
    person = next(e for e in story.resolution.entities.values() if e.name == "江小满")
    story.resolution = replace(
        story.resolution,
        entities={**story.resolution.entities, **{e.id: e for e in (seat, county, body, office)}},
        located_in=(("body", "county", HERE), ("county", parent, HERE)),
        tenures=(Tenure(person=person.id, office="office", form=TitleForm.APPOSITION, evidence=HERE),),
    )
    return story


def test_seats_take_the_county_of_the_chair() -> None:
    story = with_county(tell("9日，[县委|O][书记|T][江小满|P]主持召开[县委常委会会议|E]。"))
    assert seen(story)[0].place == "东岭县"


def test_seats_know_none_where_all_who_met_are_of_elsewhere() -> None:
    story = with_county(tell("9日，[县委|O][书记|T][江小满|P]主持召开[县委常委会会议|E]。"), parent="other")
    assert seen(story)[0].place is None


def test_seats_keep_a_visit_of_those_from_elsewhere() -> None:
    story = with_county(tell("9日，[县委|O][书记|T][江小满|P]来考察旧城改造。"), parent="other")
    assert seen(story)[0].place == "云溪市"


def test_seats_take_the_county_whose_officer_receives_guests() -> None:
    story = with_county(tell("9日，[县委|O][书记|T][江小满|P]会见[海川集团|O][总经理|T][苏禾|P]。"))
    assert seen(story)[0].place == "东岭县"


def test_seats_take_the_place_of_a_host_elsewhere() -> None:
    text = "9日，[东岭县委|O][书记|T][江小满|P]会见[市长|T][苏禾|P]一行。"
    story = with_county(tell(text), parent="other")
    assert seen(story)[0].place == "东岭县"


def test_seats_follow_those_on_a_trip() -> None:
    text = "7日至9日，[市长|T][江小满|P]率团访问[智利|L]，会见了[部长|T][罗哈斯|P]。"
    visit, talks = seen(tell(text))
    assert (visit.place, talks.place) == ("智利", "智利")


def test_seats_know_none_of_talks_on_the_telephone() -> None:
    assert seen(tell("9日，[江小满|P]同[智利|L][总统|T][罗哈斯|P]通电话。"))[0].place is None


def test_seats_take_the_county_of_the_chair_for_an_item() -> None:
    story = with_county(tell("9日，[县委|O][书记|T][江小满|P]主持召开[县委常委会会议|E]。", item=True))
    assert seen(story)[0].place == "东岭县"


def test_seats_yield_to_a_printed_place() -> None:
    story = with_county(tell("9日，[江小满|P]在[镜湖公园|L]主持召开[现场办公会|E]。"))
    assert seen(story)[0].place == "镜湖公园"


def test_seats_take_the_dateline() -> None:
    story = tell("9日，[全市工作会议|E]召开，[苏禾|P]讲话。[柳河镇|L]介绍了经验。")
    story.tagged[0] = replace(story.tagged[0], article=replace(story.tagged[0].article, place="柳河镇"))
    assert seen(story)[0].place == "柳河镇"


def test_seats_know_none_without_masthead() -> None:
    assert seen(tell("9日，[全市工作会议|E]召开，[苏禾|P]讲话。", seat=None))[0].place is None


def test_seats_know_the_place_of_a_seat_that_is_written_with_those_above_it() -> None:
    story = with_county(tell("9日，[全市工作会议|E]召开，[江小满|P]讲话。", seat="清江省云溪市"))
    assert seen(story)[0].place == "云溪市"
