import pytest

from newsgraph.read.html import is_html

PAGE = "云溪日报\n2016年3月4日 星期五\n\n本报讯（记者 林小满）昨日下午，市长陶远主持召开会议。\n"


@pytest.mark.parametrize(
    "text",
    [
        f"<!DOCTYPE html>\n{PAGE}",
        f"\n <HTML lang='zh'>{PAGE}",
        f'<?xml version="1.0"?>\n<!-- 存于 <2016> -->\n<head><title>{PAGE}',
        "".join(f'<p class="a">{PAGE}<br/></p>' for _ in range(4)),
        f"<td>{PAGE}</td>" * 40,
    ],
)
def test_is_html_knows_a_page_by_its_head_or_its_tags(text):
    assert is_html(text)


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        f"<云溪日报>{PAGE}",
        f"{PAGE}<script>alert(1)</script>项目签约，<img src=x>公司出席。",
        f"{PAGE}a < b > c" * 20,
        f"<p>{PAGE}</p>" + PAGE * 200,
        "<!-- x -->" * 20_000,
    ],
)
def test_is_html_leaves_a_few_angle_brackets_alone(text):
    assert not is_html(text)
