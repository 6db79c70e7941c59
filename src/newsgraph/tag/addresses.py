"""Divisions and countries by their names, in unbroken chains with what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.lexicon import divisions
from newsgraph.tag.address_parts import AFTER_DIVISION, FEATURE, FOREIGN_PART, PART, SURE_TAIL, TOWN
from newsgraph.tag.boundaries import boundaries
from newsgraph.tag.candidates import Candidate
from newsgraph.tag.gazetteer import Kind, PlaceName, are_landmarks, place_names

_BY = "grammar.place"
_CHAIN = 0.93
_WEAK_CONTEXT = re.compile(r"[、和与及]")
_WATERS = frozenset("河江湖")
_PEOPLE_AFTER = re.compile(r"[语式币族裔]|文(?![化明旅艺体物联广庙昌])|元(?![旦宵素])|人民币|海关总署")


def find_again(text: str, chains: list[Candidate]) -> Iterator[Candidate]:
    """Yield towns and villages where the text names them again without the divisions above them.

    Parameters
    ----------
    text : str
    chains : list of Candidate
        What `find_addresses` found.
    """
    chains = [c for c in chains if c.score >= _CHAIN]
    parts = {
        part[0]
        for chain in chains
        for part in PART.finditer(text, chain.start, chain.end)
        if part.start() > chain.start and len(part[0]) > 2
    }
    for part in sorted(parts):
        for match in re.finditer(re.escape(part) + r"(?![委党政村医])", text):
            if not any(c.start <= match.start() < c.end for c in chains):
                yield Candidate(*match.span(), "PLACE", 0.9, _BY)


def end_of_own_part(text: str, end: int) -> int:
    """Return the end of 我国, 我县 … at `end` with the part of it that is printed straight behind (我国东北)."""
    part = place_names(text).starting_at(end)
    if part is None or part.kind in (Kind.COUNTRY, Kind.AMBIGUOUS):
        return end
    if part.kind is Kind.OTHER and text[end - 1] != "国":  # a river's or a mountain's name (我县乌江)
        return end
    run = _run(text, part)
    return _longest_tail(text, run) or run[-1].end


def find_addresses(text: str) -> Iterator[Candidate]:
    """Yield runs of known names, with and without the village, zone, street or venue behind them."""
    done = -1
    for name in place_names(text):
        if name.start < done:
            continue
        run = _run(text, name)
        end = done = run[-1].end
        tail = _foreign_part(text, run) or _longest_tail(text, run)
        if tail is not None:
            certain = _certain(text[end - 1 : tail])
            if certain or any(n.kind is not Kind.AMBIGUOUS for n in run):
                yield Candidate(name.start, tail, "PLACE", 0.93 if certain else 0.66, _BY)
                if certain:
                    done = tail
                    continue
        score = _run_score(text, name.start, end, [n.kind for n in run])
        if score:
            yield Candidate(name.start, end, "PLACE", score, _BY)


def _run(text: str, name: PlaceName) -> list[PlaceName]:
    """Return the unbroken run of names that starts with `name`."""
    names = place_names(text)
    run = [name]
    while (following := names.starting_at(run[-1].end)) is not None and _continues(text, run[0], following):
        run.append(following)
    return run


def _longest_tail(text: str, run: list[PlaceName]) -> int | None:
    """Return the end of what follows the run as part of the address, beyond the run's own end.

    A village may bear the name of a county (某街道新田村), so every name of the run may be the last division.
    """
    end = run[-1].end
    for name in run:
        tail = AFTER_DIVISION.match(text, name.end)
        if tail and tail.end() > end:
            above = name.kind is Kind.FULL and text[name.end - 1] in "市县区州旗盟"
            town = above and TOWN.match(text, name.end)
            if town or boundaries(text).before(tail.end() - 1) <= end:
                return tail.end()
    feature = FEATURE.match(text, end)
    if feature is None or (feature[0] == "地区" and run[-1].kind is Kind.AMBIGUOUS):
        return None
    if run[-1].kind is Kind.COUNTRY and len(feature[0]) == 1 and feature[0] != "馆":
        return None
    if len(feature[0]) == 1 and text[end - 1] in _WATERS and feature[0] in _WATERS:
        return None
    return feature.end()


def _foreign_part(text: str, run: list[PlaceName]) -> int | None:
    """Return the end of the province or state abroad behind its country (X国某某省), or ``None``."""
    if run[-1].kind is not Kind.COUNTRY:
        return None
    part = FOREIGN_PART.match(text, run[-1].end)
    return part.end() if part else None


def _continues(text: str, first: PlaceName, following: PlaceName) -> bool:
    """Whether `following`, printed straight behind, belongs to the same address."""
    if Kind.AMBIGUOUS in (first.kind, following.kind):
        inside = divisions.find_chain(text[first.start : following.end])
        return len(inside) > 1
    if following.kind is Kind.COUNTRY:
        return False
    if following.kind is Kind.SHORT and first.kind in (Kind.FULL, Kind.SHORT):
        water = text[following.end - 1] in "河湖渠"
        return water or len(divisions.find_chain(text[first.start : following.end])) > 1
    if are_landmarks(text, first, following):
        return False
    if first.kind is following.kind is Kind.FULL and _are_counties(text, first, following):
        return False
    if first.kind is Kind.COUNTRY:
        return text[first.start : first.end] != "中国"
    return True


def _are_counties(text: str, *names: PlaceName) -> bool:
    """Whether all names can be counties' only, so that none lies in another (two of them in a headline)."""
    levels = ({d.level for d in divisions.find_all(text[n.start : n.end])} for n in names)
    return all(level == {divisions.COUNTY} for level in levels)


def _certain(tail: str) -> bool:
    return bool(SURE_TAIL.search(tail))


def _run_score(text: str, start: int, end: int, kinds: list[Kind]) -> float:
    if _PEOPLE_AFTER.match(text, end):
        return 0.0
    if len(kinds) > 1 or kinds[0] is Kind.FULL:
        return 0.97
    if kinds[0] is Kind.AMBIGUOUS:
        return 0.55 + 0.35 * _with_neighbour(text, start, end) if _beside_names(text, start, end) else 0.0
    return {Kind.COUNTRY: 0.95, Kind.SHORT: 0.92, Kind.OTHER: 0.88}[kinds[0]]


def _beside_names(text: str, start: int, end: int) -> bool:
    """Whether a sure name stands in the same list (雁峰、石鼓、珠晖三区)."""
    names = place_names(text)
    before = start > 1 and _WEAK_CONTEXT.match(text, start - 1) and names.ending_at(start - 1)
    after = _WEAK_CONTEXT.match(text, end) and names.starting_at(end + 1)
    return bool(before or after) or _with_neighbour(text, start, end)


def _with_neighbour(text: str, start: int, end: int) -> bool:
    """Whether a division of the same prefecture is printed straight behind (two counties in a headline)."""
    following = place_names(text).starting_at(end)
    if following is None or following.kind not in (Kind.FULL, Kind.SHORT, Kind.AMBIGUOUS):
        return False
    near = {d.code[:4] for d in divisions.find_all(text[start:end]) if len(d.code) == 6}
    return any(d.code[:4] in near for d in divisions.find_all(text[end : following.end]) if len(d.code) == 6)
