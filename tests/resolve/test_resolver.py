"""The stage as a whole: determinism, completeness, cost, and the gold pages."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.model import EntityType, MentionType, Page, Resolution, Source, Tagged
from newsgraph.resolve import resolve_pages
from newsgraph.segment import Overrides, segment_source
from newsgraph.tag.titles import find_titles
from tests.gold import SHARED, TUNED, gold_mentions, load_gold, page_path
from tests.resolve.builder import Resolved, make_page, resolve

ARTICLES = (
    "{市委|ORG}{书记|POST}{齐远山|PERSON}出席{略阳县|PLACE}活动。",
    "村民{齐远山|PERSON}在{石坝村|PLACE}说。",
    "{齐远山|PERSON}会见{华绫纺织集团有限公司|ORG}{董事长|POST}{晏小池|PERSON}。",
    "{华绫集团|ORG}的{晏小池|PERSON}致辞。",
    "{市教育局|ORG}{局长|POST}{晏小池|PERSON}。",
    "（记者 {齐远山|BYLINE}）{云上物流港项目|PROJECT}开工。",
)


def partition(found: Resolved) -> set[frozenset[str]]:
    """Return the mentions of each entity, known by article text and offset."""
    text = {item.article.id: item.article.text for item in found.tagged}
    groups: dict[str, set[str]] = {}
    for item in found.tagged:
        for mention in item.mentions:
            entity = found.resolution.entity_of.get(mention.id)
            if entity:
                groups.setdefault(entity, set()).add(f"{text[mention.article]}@{mention.span.start}")
    return {frozenset(group) for group in groups.values()}


@settings(max_examples=30, deadline=None)
@given(st.permutations(ARTICLES))
def test_resolving_does_not_depend_on_the_order_of_articles(order: list[str]) -> None:
    assert partition(resolve(*order, seat="汉中市")) == partition(resolve(*ARTICLES, seat="汉中市"))


def test_resolving_twice_gives_equal_resolutions() -> None:
    page, tagged = make_page(*ARTICLES, seat="汉中市")
    assert resolve_pages([page], tagged) == resolve_pages([page], list(reversed(tagged)))


def test_ids_agree_between_overlapping_builds() -> None:
    first = make_page(ARTICLES[0], seat="汉中市", source="a")
    second = make_page(ARTICLES[2], seat="汉中市", source="b")
    both, one = Resolved([first, second]), Resolved([first])
    assert (
        both.entity("齐远山") == one.entity("齐远山")
        or both.persons("齐远山")[0].id == one.persons("齐远山")[0].id
    )
    assert both.entity("市委") is not None
    assert both.entity("市委").id == one.entity("市委").id  # type: ignore[union-attr]


def test_every_reference_is_an_entity() -> None:
    found = resolve(*ARTICLES, seat="汉中市").resolution
    ids = set(found.entities)
    assert set(found.entity_of.values()) <= ids
    assert {t.person for t in found.tenures} | {t.office for t in found.tenures} <= ids
    ties = (*found.part_of, *found.located_in)
    assert {child for child, _, _ in ties} | {parent for _, parent, _ in ties} <= ids
    for entity in found.entities.values():
        assert entity.seen
        if entity.type is EntityType.OFFICE:
            assert entity.post and entity.organization in ids


@st.composite
def marked_texts(draw: st.DrawFn) -> str:
    """Marked text with names of every label made of characters that the rules look for."""
    name = st.text(
        alphabet="市县省区镇村委政府局人大长书记中湘老王·某岁　 第一二三届公司集团", min_size=1, max_size=6
    )
    label = st.sampled_from(["PERSON", "POST", "ORG", "PLACE", "PROJECT", "BYLINE"])
    gap = st.sampled_from(["", "、", "，", "。", "在", "任命", "村民", "\n", "的", "同志"])
    parts = draw(st.lists(st.tuples(gap, name, label), max_size=8))
    return "".join(f"{before}{{{text}|{kind}}}" for before, text, kind in parts) or "无"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(marked_texts(), min_size=1, max_size=3), st.sampled_from([None, "汉中市", "略阳县", "兴安盟"])
)
def test_resolving_any_mentions_gives_sound_references(texts: list[str], seat: str | None) -> None:
    found = resolve(*texts, seat=seat)
    ids = set(found.entities)
    assert set(found.resolution.entity_of.values()) <= ids
    assert all(entity.name for entity in found.entities.values())
    length = {item.article.id: len(item.article.text) for item in found.tagged}
    for tenure in found.resolution.tenures:
        assert {tenure.person, tenure.office} <= ids
        assert tenure.evidence.span.end <= length[tenure.evidence.article]
    people = [m for item in found.tagged for m in item.mentions if m.type is MentionType.PERSON]
    assert all(person.id in found.resolution.entity_of for person in people if person.text.strip())


def test_empty_input_gives_an_empty_resolution() -> None:
    assert resolve_pages([], []) == Resolution(entities={}, entity_of={})


def test_items_share_bodies_by_name() -> None:
    pages = [
        make_page(*ARTICLES[2:4], source=f"item-{i}", item=True, date=f"2020-01-{i % 28 + 1:02d}")
        for i in range(400)
    ]
    found = Resolved(pages)
    assert len(found.persons("晏小池")) == 1
    assert found.name("华绫集团") == "华绫纺织集团有限公司"


def _gold_page(name: str) -> tuple[Page, list[Tagged], dict]:
    text = page_path(name).read_text(encoding="utf-8")
    source = Source(id=name, name=f"{name}.txt", sha256="", encoding="utf-8", text=text)
    page, gold = segment_source(source, overrides=Overrides()), load_gold(name)
    tagged = [
        Tagged(article=article, mentions=mentions, titles=find_titles(article, mentions))
        for article, mentions in gold_mentions(page, gold)
    ]
    return page, tagged, gold


def _found(kind: str, gold: dict, names: Sequence[str]) -> tuple[int, int]:
    """Return how many of the gold's entities of a type are found by name, and how many there are."""
    listed = [set(entity["names"]) for entity in gold["entities"] if entity["type"] == kind]
    left = list(names)
    hits = 0
    for accepted in listed:
        hit = next((name for name in left if name in accepted), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
    return hits, len(listed)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the corpora in ../shared are not here")
@pytest.mark.parametrize("name", TUNED)
def test_gold_mentions_resolve_to_the_gold_entities(name: str) -> None:
    page, tagged, gold = _gold_page(name)
    resolution = resolve_pages([page], tagged)
    for kind in EntityType:
        if kind is not EntityType.OFFICE:
            names = [e.name for e in resolution.entities.values() if e.type is kind]
            hits, total = _found(kind.value, gold, names)
            assert hits >= 0.95 * total, json.dumps(sorted(names), ensure_ascii=False)
    open_mentions = [
        mention.text
        for item in tagged
        for mention in item.mentions
        if mention.type in (MentionType.PERSON, MentionType.ORG, MentionType.PLACE, MentionType.PROJECT)
        and mention.id not in resolution.entity_of
    ]
    assert open_mentions == []
