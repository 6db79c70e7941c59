import pytest

from newsgraph.lexicon.long_forms import LONGEST, long_forms


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("岳阳市委书记", "中共岳阳市委员会书记"),
        ("岳阳市纪委书记", "中共岳阳市纪律检查委员会书记"),
        ("岳阳政府", "岳阳市人民政府"),
        ("湖南省委", "中共湖南省委员会"),
        ("湖南省长", "湖南省人民政府省长"),
        ("岳阳县政协", "中国人民政治协商会议岳阳县委员会"),
        ("新疆党委", "中共新疆维吾尔自治区委员会"),
        ("宁夏自治区政府", "宁夏回族自治区人民政府"),
        ("湘西州委书记", "中共湘西土家族苗族自治州委员会书记"),
        ("锡林郭勒盟长", "锡林郭勒盟行政公署盟长"),
        ("安亭镇党委书记", "中共嘉定区安亭镇委员会书记"),
    ],
)
def test_long_forms_have_the_official_name(short, long):
    assert long in long_forms(short)


@pytest.mark.parametrize(
    ("short", "other"),
    [
        ("岳阳县委", "中共岳阳市委员会"),
        ("岳阳市委", "中共岳阳县委员会"),
        ("南郑县委", "中共南郑区委员会"),
        ("吉林市委", "中共吉林省委员会"),
    ],
)
def test_long_forms_stay_with_their_division(short, other):
    assert other not in long_forms(short)


@pytest.mark.parametrize("name", ["", "市委", "市委书记", "沈望舒", "岳阳市委" + "书" * LONGEST])
def test_long_forms_of_what_names_no_place_are_none(name):
    assert not {form for form in long_forms(name) if form.startswith("中共") and "委员会" in form}
