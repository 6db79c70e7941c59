"""The seat of a paper: the division whose paper it is."""

from __future__ import annotations

import re

from newsgraph.lexicon import divisions

_ORGAN = re.compile(
    r"(?P<party>中国共产党|中共)?(?P<place>[\u4e00-\u9fff]{2,16}?[省市县区州盟旗]?)"
    r"(?:(?P<prefecture>地委|行署|地区行政公署)|[省市县区州盟旗]?委员会"
    r"|[省市县区州盟旗]?委(?=机关报|宣传部|主管|主办|[\s　]|$)|人民政府)"
)
NEWS = "新闻|时讯|通讯|晚讯|快讯|播报|在线"
"""Pattern of how papers are called that have no 报 in their names."""
_PAPER = re.compile(
    rf"(?P<stem>[\u4e00-\u9fff]{{2,12}}?)(?:日报|晚报|晨报|早报|时报|商报|快报|都市报|农村报|周报|周刊|{NEWS}|新报|政报|广播电视报|县报|市报|区报|州报|报|讯)$"
)
_CALLED_BY = {
    "上海市": "解放 文汇 新民 申江", "广州市": "羊城", "济南市": "齐鲁", "长沙市": "三湘 潇湘",
    "武汉市": "楚天",
    "宜昌市": "三峡", "西安市": "三秦 华商", "石家庄市": "燕赵", "太原市": "三晋", "晋城市": "太行",
    "南京市": "金陵 扬子 现代", "杭州市": "钱江 都市", "合肥市": "江淮 新安", "福州市": "海峡 东南",
    "南宁市": "八桂 南国", "成都市": "天府 华西", "昆明市": "春城", "沈阳市": "北国", "青岛市": "半岛",
    "吉林市": "江城", "深圳市": "鹏城", "苏州市": "姑苏", "长春市": "城市", "徐州市": "彭城",
    "海西蒙古族藏族自治州": "柴达木", "湘西土家族苗族自治州": "团结", "赣州市": "赣南", "六安市": "皖西",
    "芜湖市": "皖江", "滁州市": "皖东", "阜阳市": "皖北", "宁德市": "闽东", "南平市": "闽北",
    "龙岩市": "闽西",
    "黄冈市": "鄂东",
}  # fmt: skip
_ELSEWHERE = {name: seat for seat, names in _CALLED_BY.items() for name in names.split()}
"""Papers that call their city or region by another name; facts of the press."""
_NATIONAL = frozenset(
    (
        "人民",
        "光明",
        "经济",
        "工人",
        "农民",
        "法治",
        "法制",
        "中国青年",
        "解放军",
        "科技",
        "环球",
        "参考",
        "中国",
        "文艺",
        "健康",
    )
)


_ZONE = re.compile(
    r"(?:中国共产党|中共)?(?P<zone>[\u4e00-\u9fff]{2,12}?(?:新区|开发区|高新区|经开区|示范区|保税区|合作区|工业园区))"
    r"(?:党?工委|工作委员会|管委会|管理委员会|党群工作部|宣传部)"
)
"""Who runs the paper of a zone, which is no division (中共某某新区工作委员会主管)."""


def find_seat(paper: str | None, lines: list[str]) -> str | None:
    """Return the full official name of the division whose paper this is, or ``None``.

    What the party committee in the head says (中共某市委员会主管) goes before the paper's name, the
    province's for a provincial paper included. The paper of a zone has the zone's printed name.

    Examples
    --------
    >>> find_seat("安庆晚报", ["安庆日报社主管主办"]), find_seat("伊犁日报", ["中共伊犁州委主办"])
    ('安庆市', '伊犁哈萨克自治州')
    """
    by_paper = _of_paper(paper) if paper else None
    for line in lines:
        for match in _ORGAN.finditer(line):
            place = _of_organ(match, by_paper)
            if place:
                return place
    if by_paper:
        return by_paper
    for line in lines:
        if (zone := _ZONE.search(line)) is not None:
            return official_name(zone["zone"]) or zone["zone"]
    for line in lines:  # 某某日报社主办, where the paper itself has a fancy name
        press = re.search(
            r"([\u4e00-\u9fff]{2,10}?)(?:日报|晚报|报业|新闻|广播电视)[\u4e00-\u9fff]{0,4}(?:社|集团|中心|台)",
            line,
        )
        place = official_name(press[1]) if press and press[1] not in _NATIONAL else None
        if place:
            return place
    return None


def _of_organ(match: re.Match[str], near: str | None) -> str | None:
    """Return the division of a committee or government; one that is no more keeps its printed name."""
    name = match["place"]
    if match["prefecture"]:
        return name if name.endswith("地区") else f"{name}地区"
    known = official_name(name, near=near)
    return known or (name if match["party"] and re.search(r"(?:[省市县区州盟旗])$", name) else None)


def official_name(name: str, *, near: str | None = None) -> str | None:
    """Return the official form of a division's full or short name (衡阳 → 衡阳市), or ``None``.

    A county or city that has another ending today (鄞县) keeps the printed one.
    `near`: another division by which a name that several have is told.
    """
    division = divisions.find(name, near=divisions.find(near) if near else None)
    if division is None and len(name) > 4:
        chain = divisions.find_chain(name)
        division = chain[-1] if chain and name.endswith(chain[-1].name) else None
    if division is None:
        return None
    known = {division.name, *divisions.short_forms(division.name, division.level)}
    renamed = len(name) > 2 and name[-1] in "市县区旗盟省" and not any(name.endswith(form) for form in known)
    return name if renamed else division.name


def _of_paper(paper: str) -> str | None:
    """Return the division by which a paper is called: 今日桐庐, 新余日报, 羊城晚报."""
    match = _PAPER.match(paper.strip("《》 "))
    stem = (match["stem"] if match else paper).removeprefix("今日")
    if stem in _NATIONAL:
        return None
    return _ELSEWHERE.get(stem) or official_name(stem) or official_name(stem.removeprefix("新"))
