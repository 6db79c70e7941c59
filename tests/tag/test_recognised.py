from newsgraph.tag.candidates import Candidate
from newsgraph.tag.recognised import mend


def spans(text: str, *found: Candidate) -> list[str]:
    return [text[c.start : c.end] for c in mend(text, found)]


def test_mend_drops_the_papers_name_in_capitals():
    text = "清源日报\nQINGYUAN DAILY\n本报讯"
    assert spans(text, Candidate(5, 19, "PERSON", 0.9, "ner")) == []


def test_mend_keeps_latin_letters_within_a_line():
    text = "由AOC公司投资"
    assert spans(text, Candidate(1, 6, "ORG", 0.9, "ner")) == ["AOC公司"]


def test_mend_takes_a_preposition_off_a_known_person():
    text = "温如海向林德霍姆赠书，林德霍姆致谢"
    found = [Candidate(3, 8, "PERSON", 0.9, "ner"), Candidate(11, 15, "PERSON", 0.9, "ner")]
    assert spans(text, *found) == ["林德霍姆", "林德霍姆"]


def test_mend_keeps_a_surname_that_is_a_preposition_too():
    text = "副县长向明珠陪同，明珠小学"
    assert spans(text, Candidate(3, 6, "PERSON", 0.9, "ner")) == ["向明珠"]


def test_mend_drops_a_name_in_capitals_with_its_line_end():
    text = "清源晚报\nQINGYUAN EVENING NEWS\n主办"
    assert spans(text, Candidate(5, 27, "PERSON", 0.9, "ner")) == []


def test_mend_keeps_the_place_before_what_is_looked_at_there():
    text = "到平江县调研松坪电站项目，视察我市“菜篮子”工程"
    found = [Candidate(1, 12, "PROJECT", 0.9, "ner"), Candidate(15, 24, "PROJECT", 0.9, "ner")]
    assert spans(text, *found) == ["松坪电站项目", "平江县", "“菜篮子”工程", "我市"]


def test_mend_keeps_the_place_of_police_that_is_no_body():
    text = "荷兰警方通报。荷兰警察总局通报"
    found = [Candidate(0, 4, "ORG", 0.9, "ner"), Candidate(7, 13, "ORG", 0.9, "ner")]
    assert spans(text, *found) == ["荷兰", "荷兰警察总局"]
    assert [c.label for c in mend(text, found)] == ["PLACE", "ORG"]


def test_mend_keeps_of_a_town_that_is_taken_its_name():
    text = "解放达县以后，解放碑广场"
    found = [Candidate(0, 4, "PLACE", 0.9, "ner"), Candidate(7, 12, "PLACE", 0.9, "ner")]
    assert spans(text, *found) == ["达县", "解放碑广场"]
