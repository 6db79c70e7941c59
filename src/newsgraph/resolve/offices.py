"""Which office a Title means: the body printed or implied, and the post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsgraph.lexicon import bodies as lexicon
from newsgraph.lexicon import posts
from newsgraph.lexicon.divisions import Division, official_name
from newsgraph.resolve.addresses import lineage
from newsgraph.resolve.bodies import BodyName, name_organ, plain_body
from newsgraph.resolve.organs import full_core
from newsgraph.resolve.places import CHINA, PlaceName
from newsgraph.resolve.setting import Setting, is_kind

_LEVEL_OF_POST = re.compile(r"(自治区(?=(?:常务)?副?主席)|[省市县区州盟旗镇乡](?=长))")
_PARTY_POST = re.compile(r"党委|党工委|党支部|党总支|支书|村书记")
_CONGRESS_POST = re.compile(r"人大")
_STATE_HEADS = re.compile(r"国家(?:副)?主席")
_ABROAD = re.compile(r"([外财防])长$")
_MINISTRIES = {"外": "外交部", "财": "财政部", "防": "国防部"}


@dataclass(frozen=True, slots=True)
class Belonging:
    """What an office belongs to: a body, or a place (a state, a village)."""

    body: BodyName | None = None
    place: PlaceName | None = None


def of_place(post: str, place: PlaceName) -> Belonging:
    """Return what a post printed with a place belongs to: a division's government, or the place itself.

    Examples
    --------
    >>> from newsgraph.lexicon.divisions import find
    >>> of_place("副县长", PlaceName("衡南县", find("衡南县"))).body.name
    '衡南县人民政府'
    >>> of_place("总统", PlaceName("智利")).body is None
    True
    """
    division = place.own_division
    if division is not None:
        organ = _organ_of(post, division)
        if organ is not None:
            return Belonging(body=organ)
    if posts.names_department(post):
        return Belonging(body=plain_body(place.name + _department(post)))
    return Belonging(place=place)


def _organ_of(post: str, division: Division) -> BodyName | None:
    """Return the organ of a division that a post straight behind its name belongs to."""
    government = lexicon.implied_body(post, official_name(division))
    if government is not None:
        return BodyName(government, government, place=division, organ=True)
    if posts.is_government_head(post):
        return name_organ("人民政府", division)
    if _PARTY_POST.match(post):
        return name_organ("党委", division)
    if _CONGRESS_POST.match(post):
        return name_organ("人大", division)
    if posts.names_department(post):
        return _organ_called(_department(post), division)
    if post in ("书记", "副书记", "第一书记"):
        return name_organ("党委", division)
    return None


def _organ_called(department: str, division: Division) -> BodyName:
    """Return a department of a division: of its party committee (宣传部), or of its government (公安局)."""
    party = re.fullmatch(lexicon.PARTY, department) is not None
    return name_organ(f"委{department}" if party else full_core(department), division)


def _department(post: str) -> str:
    """Return the department that a post names: 外交部 of 外交部长 and of 外长, 公安局 of 公安局长."""
    short = _ABROAD.search(post)
    if short:
        return _MINISTRIES[short[1]]
    name = re.sub(r"长$|大臣$", "", post)
    return name if name.endswith(("部", "局", "厅")) else name + "部"


def office_name(owner: str, post: str, station: str = "") -> str:
    """Return what an office is called in full: its body or state, where its holder is stationed, and its post, a
    department named once.

    Examples
    --------
    >>> office_name("汉中市人民政府", "市长"), office_name("智利外交部", "外长"), office_name("公安局", "公安局长")
    ('汉中市人民政府市长', '智利外交部长', '公安局长')
    >>> office_name("智利", "大使", "中国")
    '智利驻中国大使'
    """
    if station:
        return f"{owner}驻{station}{post}"
    if not posts.names_department(post) or not owner.endswith(_department(post)):
        return owner + post
    return owner.removesuffix("部") + "大臣" if post.endswith("大臣") else owner + "长"


def implied(post: str, anchor: Division | None, at: int, setting: Setting) -> Belonging | None:
    """Return what a post without a printed body belongs to; ``None`` where nothing says.

    Parameters
    ----------
    anchor : Division or None
        Of the body coordinated with the post, where there is one (盐城市委 in 盐城市委副书记、市长).
    at : int
        Where the post stands.
    """
    if post == "总书记":
        return Belonging(body=plain_body("中共中央"))
    if post in ("委员长", "副委员长"):
        return Belonging(body=plain_body(lexicon.CENTRAL["全国人大常委会"]))
    if post == "国务委员" or (post in ("总理", "副总理") and not setting.states):
        return Belonging(body=plain_body("国务院"))
    if _STATE_HEADS.fullmatch(post):
        return Belonging(place=PlaceName(CHINA))
    if posts.names_department(post):
        return _implied_department(_department(post), anchor or setting.seat)
    level = _LEVEL_OF_POST.search(post)
    if level is None and not post.endswith("专员"):
        return None
    division = _division_of(level[1] if level else "地区", anchor, at, setting)
    if division is None:
        return None
    organ = _organ_of(post, division)
    return Belonging(body=organ) if organ else None


def _implied_department(department: str, place: Division | None) -> Belonging | None:
    """Return a department that its post names: a ministry of the state, or a bureau of the place."""
    if department in lexicon.NATIONAL:
        return Belonging(body=plain_body(lexicon.CENTRAL.get(department, department)))
    return None if place is None else Belonging(body=_organ_called(department, place))


def _division_of(word: str, anchor: Division | None, at: int, setting: Setting) -> Division | None:
    own = next((division for division in lineage(anchor) if is_kind(division, word)), None)
    if own is not None:
        return own
    if word == "地区":
        return setting.organ_place("地区", at) or setting.organ_place("盟", at)
    return setting.organ_place(word, at)
