import pytest

from newsgraph.tag.candidates import BEYOND_READING, Candidate
from newsgraph.tag.guesses import without_guesses

GUESS = Candidate(10, 16, "ORG", 0.64, "grammar.organisation")
SURE = Candidate(10, 16, "ORG", 0.93, "grammar.organisation")


def test_without_guesses_drops_what_the_recogniser_passes_over():
    elsewhere = Candidate(30, 34, "ORG", 0.9, "ner")
    assert without_guesses([GUESS, elsewhere], [elsewhere]) == [elsewhere]


def test_without_guesses_keeps_what_is_sure():
    elsewhere = Candidate(30, 34, "ORG", 0.9, "ner")
    assert SURE in without_guesses([SURE, elsewhere], [elsewhere])


def test_without_guesses_keeps_all_where_no_recogniser_spoke():
    assert without_guesses([GUESS], []) == [GUESS]


def test_without_guesses_keeps_a_guess_on_a_span_that_the_recogniser_names():
    same = Candidate(10, 16, "PROJECT", 0.8, "ner")
    assert GUESS in without_guesses([GUESS, same], [same])


def test_without_guesses_drops_a_guess_across_the_same_label_only():
    body, project = Candidate(8, 14, "ORG", 0.8, "ner"), Candidate(8, 14, "PROJECT", 0.8, "ner")
    assert without_guesses([GUESS, body], [body]) == [body]
    assert GUESS in without_guesses([GUESS, project], [project])


@pytest.mark.parametrize("label", ["PROJECT", "EVENT"])
def test_without_guesses_wants_events_and_projects_read(label: str) -> None:
    sure, elsewhere = Candidate(13, 17, label, 0.9, "grammar"), Candidate(0, 3, "PLACE", 0.9, "ner")
    assert without_guesses([sure, elsewhere], [elsewhere]) == [elsewhere]
    across = Candidate(13, 15, label, 0.6, "ner")
    assert without_guesses([sure, across], [across]) == [across]
    same = Candidate(13, 17, "ORG", 0.6, "ner")
    assert sure in without_guesses([sure, same], [same])
    nested = Candidate(13, 17, label, 0.9, "grammar.event.nested")
    assert nested in without_guesses([nested, elsewhere], [elsewhere])


def test_without_guesses_drops_a_place_of_some_length_where_nothing_is_read() -> None:
    place, short = Candidate(13, 15, "PLACE", 0.97, "grammar"), Candidate(13, 14, "PLACE", 0.93, "grammar")
    elsewhere, across = Candidate(0, 3, "PLACE", 0.9, "ner"), Candidate(13, 17, "ORG", 0.6, "ner")
    assert without_guesses([place, short, elsewhere], [elsewhere]) == [short, elsewhere]
    own = Candidate(13, 15, "PLACE", BEYOND_READING, "grammar")
    assert own in without_guesses([own, elsewhere], [elsewhere])
    assert place in without_guesses([place, across], [across])


def test_a_craft_on_its_way_stands_though_no_recogniser_reads_it() -> None:
    craft = Candidate(0, 12, "PROJECT", BEYOND_READING, "grammar.project")
    assert without_guesses([craft], [Candidate(0, 4, "PROJECT", 0.9, "ner")]) == [craft]
