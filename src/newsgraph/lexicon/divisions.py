"""The administrative divisions of China, their short forms and their hierarchy.

Divisions of 2023 with the codes of the National Bureau of Statistics, and those of Hong Kong, Macau and
Taiwan
with codes made here (81, 82, 71). Papers of earlier decades name counties that became cities or
districts since: a stem is known under every ending (X县, X市, X区).

References
----------
National Bureau of Statistics, via modood/Administrative-divisions-of-China, WTFPL.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

PROVINCE, PREFECTURE, COUNTY, TOWN = 1, 2, 3, 4

PEOPLES = [
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
    "各",
]
"""Names of peoples as they stand, with or without 族, before 自治."""

ABBREVIATIONS = {
    "京": "11", "津": "12", "冀": "13", "晋": "14", "蒙": "15", "辽": "21", "吉": "22", "黑": "23",
    "沪": "31", "苏": "32", "浙": "33", "皖": "34", "闽": "35", "赣": "36", "鲁": "37", "豫": "41",
    "鄂": "42", "湘": "43", "粤": "44", "桂": "45", "琼": "46", "渝": "50", "川": "51", "蜀": "51",
    "黔": "52", "贵": "52", "滇": "53", "云": "53", "藏": "54", "陕": "61", "秦": "61", "甘": "62",
    "陇": "62", "青": "63", "宁": "64", "新": "65", "台": "71", "港": "81", "澳": "82",
}  # fmt: skip
"""One-character names of provinces, to the province's code."""

CITY_ABBREVIATIONS = {
    "沪": "31", "穗": "4401", "深": "4403", "莞": "4419", "珠": "4404", "杭": "3301", "甬": "3302",
    "温": "3303",
    "嘉": "3304", "绍": "3306", "宁": "3201", "锡": "3202", "蓉": "5101", "汉": "4201", "襄": "4206",
    "榕": "3501",
    "厦": "3502", "泉": "3505", "漳": "3506", "济": "3701", "郑": "4101", "洛": "4103", "庐": "3401",
    "宜": "3408",
    "洪": "3601", "邕": "4501", "筑": "5201", "昆": "5301", "哈": "2301", "沈": "2101", "连": "2102",
    "汴": "4102", "徐": "3203", "淄": "3703", "潍": "3707", "烟": "3706", "衢": "3308", "绵": "5107",
    "泸": "5105", "汕": "4405", "韶": "4402", "湛": "4408", "芜": "3402", "蚌": "3403", "柳": "4502",
    "邯": "1304", "邢": "1305", "沧": "1309",
    "长": "4301", "衡": "4304", "岳": "4306", "潭": "4303", "株": "4302", "西": "6101",
    "宛": "4113", "漯": "4111", "濮": "4109", "婺": "3307", "浔": "3604", "饶": "3611", "遵": "5203", "郴": "4310",
    "滁": "3411", "亳": "3416",
}  # fmt: skip
"""One-character names that the press gives to cities; a paper of another seat may use the same character."""

ZONES = {
    "两江新区": "50", "舟山群岛新区": "3309", "兰州新区": "6201", "南沙新区": "440115", "西咸新区": "61",
    "贵安新区": "52", "西海岸新区": "3702", "金普新区": "2102", "天府新区": "5101", "湘江新区": "4301",
    "江北新区": "3201", "福州新区": "3501", "滇中新区": "5301", "哈尔滨新区": "2301", "长春新区": "2201",
    "赣江新区": "3601", "雄安新区": "13",
}  # fmt: skip
"""New areas of the whole state that are no divisions, to the code of the province or city that governs them.

Source: the State Council's replies that set them up, 2010 to 2017.
"""

ZONE_ENDINGS = re.compile("(?:新区|开发区|高新区|经开区|示范区|保税区|合作区|园区)$")
"""How the names of zones end, of which a city has many that no list has."""

FORMER = {
    "襄樊市": "4206", "荆沙市": "4210", "淮阴市": "3208", "思茅市": "5308", "思茅地区": "5308", "徽州地区": "3410",
    "达川地区": "5117", "达县地区": "5117", "零陵地区": "4311", "郧阳地区": "4203", "惠阳地区": "4413",
    "昌潍地区": "3707", "大庸市": "4308", "锦西市": "2114", "浑江市": "2206", "哲里木盟": "1505",
    "昭乌达盟": "1504", "伊克昭盟": "1506", "南宁地区": "4514", "柳州地区": "4513", "梧州地区": "4511",
    "涪陵地区": "500102", "万县地区": "500101", "万县市": "500101", "黔江地区": "500114", "通什市": "469001",
    "崇安县": "350782", "中甸县": "533401", "路南彝族自治县": "530126", "莱芜市": "370116",
}  # fmt: skip
"""Names since given up, to the code of what is there today; those that changed their ending only need none."""

FORMER_COUNTIES = {
    "郫县": "510117", "户县": "610118", "南汇县": "310115", "南汇区": "310115", "川沙县": "310115",
    "卢湾区": "310101", "闸北区": "310106", "宣武区": "110102", "崇文区": "110101", "万盛区": "500110",
    "双桥区": "500111", "巴县": "500113", "塘沽区": "120116", "汉沽区": "120116", "芳村区": "440103",
    "上饶县": "361104", "宜宾县": "511504", "灌县": "510181", "彭县": "510182", "禹县": "411081",
    "邓县": "411381", "临汝县": "410482", "胶县": "370281", "胶南市": "370211", "滕县": "370481",
    "掖县": "370683", "益都县": "370781", "涿县": "130681", "霸县": "131081", "深县": "131182", "林县": "410581",
    "密县": "410183", "巩县": "410181", "汲县": "410781", "孟县": "410883", "儋县": "4604", "海康县": "440882",
    "锦县": "210781", "新金县": "210214", "北宁市": "210782", "铁法市": "211281", "蒲圻市": "421281",
    "沔阳县": "429004", "吴县": "320506", "吴县市": "320506", "无锡县": "320205", "江浦县": "320111",
    "泰县": "321204", "绍兴县": "330603", "嵊县": "330683", "衢县": "330803", "金华县": "330703",
    "铜陵县": "340706", "芜湖县": "340210", "九江县": "360404", "星子县": "360483", "郴县": "431003",
    "宝鸡县": "610304", "米泉市": "650109", "潞西市": "533103", "盘县": "520281", "遵义县": "520304",
    "达县": "511703", "陵县": "371403", "长岛县": "370614", "苍山县": "371324", "唐海县": "130209",
    "滦县": "130284", "邢台县": "130503", "任县": "130505", "许昌县": "411003", "开封县": "410212",
    "长治县": "140404", "大同县": "140215", "海龙县": "220581", "怀德县": "220184", "襄阳县": "420607",
    "郧县": "420304", "宜昌县": "420506", "武昌县": "420115", "汉阳县": "420114", "横县": "450181",
    "宜山县": "451203", "天水县": "620503", "秦城区": "620502", "普洱哈尼族彝族自治县": "530821",
    "丽江纳西族自治县": "530721", "南通县": "320612", "畹町市": "533102",
}  # fmt: skip
"""The same for counties, cities and districts that have another stem today, or whose stem is a prefecture's (X县
beside X市); known by their full names alone, since many a stem is a word or another place (崇文, 苍山)."""

_NATIONALITY = re.compile(rf"(?:(?:{'|'.join(sorted(PEOPLES, key=len, reverse=True))})族?)+自治([州县旗])$")
_OWN_ZONE = re.compile(
    r"(?!经济|高新|工业|产业|科技|循环|旅游|农业|现代|生态|新型|化工|综合)[\u4e00-\u9fff]{2,}(?:开发区|高新区|经开区|新区|园区)"
)
_ENDINGS = re.compile(r"(?:特别行政区|自治区|地区|新区|林区|矿区|特区|[省市县区旗盟])$")
_TOWN_ENDINGS = ("街道", "镇", "乡", "苏木")
_CUSTOMARY = {
    "巴音郭楞蒙古自治州": ("巴州",), "克孜勒苏柯尔克孜自治州": ("克州",), "博尔塔拉蒙古自治州": ("博州",),
    "西双版纳傣族自治州": ("版纳",), "恩施土家族苗族自治州": ("恩施",), "湘西土家族苗族自治州": ("湘西",),
    "前郭尔罗斯蒙古族自治县": ("前郭县", "前郭"), "杜尔伯特蒙古族自治县": ("杜蒙县", "杜蒙"),
    "喀喇沁左翼蒙古族自治县": ("喀左县", "喀左"), "阜新蒙古族自治县": ("阜蒙县", "阜蒙"),
    "塔什库尔干塔吉克自治县": ("塔县",), "达尔罕茂明安联合旗": ("达茂旗",), "伊金霍洛旗": ("伊旗",),
    "达拉特旗": ("达旗",), "准格尔旗": ("准旗",), "翁牛特旗": ("翁旗",), "克什克腾旗": ("克旗",),
    "莫力达瓦达斡尔族自治旗": ("莫旗",), "双江拉祜族佤族布朗族傣族自治县": ("双江",),
}  # fmt: skip


_BANNERS = (
    (re.compile(r"(.)[^左右]{1,3}([左右])翼?([前中后]?)旗"), r"\1\2\3旗"),
    (re.compile(r"([东西].)..沁旗|(.)拉特([前中后])旗|(.)[\u4e00-\u9fff]{2,3}旗"), r"\1\2\3\4旗"),
)
"""How the press of Inner Mongolia shortens the names of banners (X尔沁右翼前旗 to X右前旗); the first that fits."""


@dataclass(frozen=True, slots=True)
class Division:
    """One division: `code` (2, 4, 6 or 9 digits), `level` 1 province … 4 town, official `name`, `parent`
    code or ``""``."""

    code: str
    level: int
    name: str
    parent: str

    @property
    def is_county(self) -> bool:
        """Whether it is of county level (counties, districts, county-level cities, banners)."""
        return self.level == COUNTY


def short_forms(name: str, level: int) -> tuple[str, ...]:
    """Return the customary short forms of a division's official name, longest first.

    Forms of one character are left out: they need a context.

    Examples
    --------
    >>> short_forms("衡阳市", 2), short_forms("广西壮族自治区", 1)
    (('衡阳',), ('广西',))
    >>> short_forms("察布查尔锡伯自治县", 3)
    ('察布查尔自治县', '察布查尔县', '察布查尔')
    """
    if level == TOWN:
        return ()
    forms = list(_CUSTOMARY.get(name, ()))
    own = _NATIONALITY.search(name)
    if own and own.start() > 0:
        stem = name[: own.start()]
        forms += [f"{stem}自治{own[1]}", stem + own[1], stem]
    elif own:
        forms.append(name[: own.start(1) - 2].removesuffix("族") + own[1])
    elif name.endswith("自治区"):
        forms.append(re.sub(r"(?:壮族|回族|维吾尔)?自治区$", "", name))
    else:
        forms += [shape.sub(short, name) for shape, short in _BANNERS if shape.fullmatch(name)][:1]
        forms.append(_ENDINGS.sub("", name))
    return tuple(f for f in dict.fromkeys(forms) if len(f) > 1 and f != name)


def _lines(file: str) -> Iterator[list[str]]:
    raw = (files("newsgraph.lexicon") / "data" / file).read_bytes()
    for line in gzip.decompress(raw).decode("utf-8").splitlines():
        yield line.split("\t")


@cache
def _table() -> dict[str, Division]:
    """Return provinces, prefectures and counties by code."""
    rows = [
        Division(code, int(level), name, parent) for code, level, name, parent in _lines("divisions.tsv.gz")
    ]
    return {row.code: row for row in rows}


@cache
def _towns() -> dict[str, tuple[Division, ...]]:
    """Return the towns, townships and subdistricts by name."""
    found: dict[str, list[Division]] = {}
    for county, listed in _lines("towns.tsv.gz"):
        for entry in listed.split():
            town = Division(county + entry[:3], TOWN, entry[3:], county)
            found.setdefault(town.name, []).append(town)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def _by_form() -> dict[str, tuple[Division, ...]]:
    """Return every form of two characters and more of levels 1 to 3, full forms before short ones."""
    full: dict[str, list[Division]] = {}
    short: dict[str, list[Division]] = {}
    for division in _table().values():
        full.setdefault(division.name, []).append(division)
        for form in short_forms(division.name, division.level):
            short.setdefault(form, []).append(division)
    for name, code in FORMER.items():
        division = replace(_table()[code], name=name)
        full.setdefault(name, []).append(division)
        stem = _ENDINGS.sub("", name)
        if stem not in short:
            short[stem] = [division]
    for name, code in FORMER_COUNTIES.items():
        full.setdefault(name, []).append(replace(_table()[code], name=name))
    return {
        form: tuple(
            sorted(full.get(form, []), key=lambda d: d.level)
            + sorted(short.get(form, []), key=lambda d: d.level)
        )
        for form in full.keys() | short.keys()
    }


@cache
def ambiguous_forms() -> frozenset[str]:
    """Return the short forms that print uses at least as often for something else (公安, 和平, 东方, 大同 …).

    Counted in corpora by ``models/build_lexicon.py``; such a form names its division only next to other
    places.
    """
    return frozenset(row[0] for row in _lines("ambiguous.txt.gz"))


def iter_names(*, towns: bool = True) -> Iterator[str]:
    """Yield every form by which `find` knows a division: full and short, towns only in full (with 镇, 乡,
    街道, 苏木).

    Ambiguous short forms (`ambiguous_forms`) are among them, but no former county of two characters: 任县委书记,
    落户县城.
    """
    yield from (form for form in _by_form() if len(form) > 2 or form not in FORMER_COUNTIES)
    if towns:
        yield from (name for name in _towns() if name.endswith(_TOWN_ENDINGS))


def towns_of(county: Division) -> tuple[str, ...]:
    """Return the names of the towns, townships and subdistricts of a county, without their endings.

    Names of one character are left out.

    Examples
    --------
    >>> "安亭" in towns_of(find("嘉定区"))
    True
    """
    return _town_stems().get(county.code, ())


@cache
def _town_stems() -> dict[str, tuple[str, ...]]:
    """Return the names that `towns_of` gives, by the county's code."""
    stems: dict[str, set[str]] = {}
    for name, rows in _towns().items():
        stem = name.removesuffix("街道").removesuffix("镇").removesuffix("乡")
        for town in rows if len(stem) > 1 else ():
            stems.setdefault(town.parent, set()).add(stem)
    return {code: tuple(sorted(found)) for code, found in stems.items()}


def get(code: str) -> Division | None:
    """Return the division with this code, or ``None``."""
    if len(code) <= 6:
        return _table().get(code)
    return next((town for rows in _towns().values() for town in rows if town.code == code), None)


def find_all(name: str) -> tuple[Division, ...]:
    """Return every division that `name` may mean, full forms first, then by level.

    A county that changed its ending since (X县 for today's X市 or X区) is found by its stem.

    Examples
    --------
    >>> [d.code for d in find_all("衡阳")]
    ['4304', '430421']
    >>> [d.name for d in (*find_all("鄞县"), *find_all("衡阳地区"))]
    ['鄞州区', '衡阳市']
    >>> [(d.name, d.code) for d in (*find_all("上饶县"), *find_all("郫县"))]
    [('上饶县', '361104'), ('郫县', '510117')]
    """
    found = _by_form().get(name) or _towns().get(name)
    if found:
        return found
    if name.endswith("地区"):
        return tuple(d for d in _by_form().get(name[:-2], ()) if d.level == PREFECTURE)
    if len(name) >= 2 and name[-1] in "县市区州旗盟" and not (len(name) == 2 and name[-1] == "区"):
        return _renamed(name)  # 新区 is no 新县
    return ()


def _renamed(name: str) -> tuple[Division, ...]:
    """Return today's divisions of the same stem with another ending."""
    stem = name[:-1]
    found = [d for ending in "市区县旗" for d in _by_form().get(stem + ending, ()) if d.level > PROVINCE]
    if len(stem) == 1:  # 社区 is not 社旗
        found = [d for d in found if d.name[:-1] == stem]
    if not found and name[-1] == "县":
        found = [d for d in _by_form().get(stem + "州区", ()) if d.level == COUNTY]
    return tuple(dict.fromkeys(sorted(found, key=lambda d: -d.level)))


def find(name: str, *, near: Division | None = None) -> Division | None:
    """Return the division that `name`, in full or short form, means; ``None`` if none is known.

    Of several, one inside `near` wins, then one of its prefecture, then one of its province, then the highest level,
    then the full form, then the lowest code.

    Parameters
    ----------
    name : str
        A single division's name without parents before it (衡阳市, 衡阳, 湘).
    near : Division or None
        Where the text speaks from: the seat of the paper or the article's own division.

    Examples
    --------
    >>> find("鼓楼区", near=find("徐州市")).code
    '320302'
    >>> find("湘").name
    '湖南省'
    """
    if len(name) == 1:
        return _find_character(name, near)
    found = find_all(name)
    if not found:
        return None
    return min(found, key=lambda d: (-_nearness(d, near), d.level, d.name != name, d.code))


def _find_character(name: str, near: Division | None) -> Division | None:
    if near is not None:
        for division in (near, *parents(near)):
            if division.level in (PREFECTURE, COUNTY) and name in _ENDINGS.sub("", division.name):
                return division
    code = ABBREVIATIONS.get(name) or CITY_ABBREVIATIONS.get(name)
    return get(code) if code else None


def _nearness(division: Division, near: Division | None) -> int:
    """Return 3 where one of `division` and `near` holds the other, 2 in the same prefecture, 1 in the same
    province, else 0."""
    if near is None:
        return 0
    if near.code.startswith(division.code) or division.code.startswith(near.code):
        return 3
    if len(near.code) >= 4 and division.code.startswith(near.code[:4]):
        return 2
    return int(division.code[:2] == near.code[:2])


def parents(division: Division) -> tuple[Division, ...]:
    """Return the divisions above, nearest first.

    Examples
    --------
    >>> [d.name for d in parents(find("石鼓区"))]
    ['衡阳市', '湖南省']
    """
    above = []
    code = division.parent
    while code:
        parent = _table()[code]
        above.append(parent)
        code = parent.parent
    return tuple(above)


def official_name(division: Division) -> str:
    """Return the name of a division by itself; a town's has its county before it, where that is known, but a zone's
    with a name of its own (葛店开发区)."""
    above = parents(division)
    if division.level == TOWN and above and not _OWN_ZONE.fullmatch(division.name):
        return above[0].name + division.name
    return division.name


def find_chain(text: str, *, near: Division | None = None) -> tuple[Division, ...]:
    """Return the divisions that an address names one after another, highest first, each inside the one
    before.

    What stands behind the last division (a village, a street, a venue) is left alone.

    Examples
    --------
    >>> [d.name for d in find_chain("长沙市岳麓区望城坡街道新田村")]
    ['长沙市', '岳麓区', '望城坡街道']
    """
    chain: list[Division] = []
    at = 0
    while at < len(text):
        step = _longest_at(text, at, chain[-1] if chain else near, inside=bool(chain))
        if step is None:
            break
        chain.append(step[1])
        at = step[0]
    return tuple(chain)


def _longest_at(text: str, at: int, near: Division | None, *, inside: bool) -> tuple[int, Division] | None:
    for end in range(min(len(text), at + 16), at + 1, -1):
        found = find_all(text[at:end])
        if inside and near is not None:
            found = tuple(d for d in found if d.code.startswith(near.code) and d.code != near.code)
        if found:
            return end, min(
                found, key=lambda d: (-_nearness(d, near), d.level, d.name != text[at:end], d.code)
            )
    return None
