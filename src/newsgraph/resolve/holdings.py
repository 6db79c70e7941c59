"""Offices of titles: which office each title of a page means, who holds it, and which words say so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsgraph.lexicon import posts
from newsgraph.model import EntityType, Evidence, Mention, Span, Title, TitleForm
from newsgraph.resolve.bodies import BodyName, plain_body
from newsgraph.resolve.naming import ArticleNames
from newsgraph.resolve.occurrences import Occurrence
from newsgraph.resolve.offices import Belonging, implied, of_place
from newsgraph.resolve.organs import congress_itself
from newsgraph.resolve.places import CHINA, PlaceName, state_at
from newsgraph.resolve.ranks import bench_standing, standing
from newsgraph.resolve.register import Draft, Register
from newsgraph.resolve.things import Things
from newsgraph.text import fold, sentence_at

_STATION = re.compile(r"常?驻([\u4e00-\u9fff·（）]{1,14}?)(?:特命全权)?$")
_STATION_REACH = 20
_BENCH = re.compile(r".+?(?:法院|检察院)")
_JUDGES = ("审判员", "助理审判员", "审判委员会委员", "检察员", "助理检察员", "检察委员会委员")
"""Who is of a court or procuratorate as a whole (Judges Law, article 2; Procurators Law, article 2)."""
_DELEGATION = re.compile(
    r".*?(?P<where>[^省市县区州道府郡国]{2,8}[市县区州郡])(?:友好|经贸|政府|党政|议会|青年|文化|访问|考察|代表)*团"
)
_CONSUL = re.compile("总领事$")
_DIPLOMAT = re.compile("大使|领事|公使|参赞|武官|代表$")


@dataclass(frozen=True, slots=True)
class Holding:
    """One title with its office, on the way to a tenure; a post without holder has no `occurrence`."""

    office: str
    form: TitleForm
    evidence: Evidence
    occurrence: Occurrence | None


class PageOffices:
    """The offices of one page's titles.

    Those that a printed body or anchor gives come first: 夏市长 and a bare 市长夏某 are then understood by
    what is known of the person, before the seat is asked.
    """

    def __init__(self, register: Register, things: Things, occurrence_of: Mapping[str, Occurrence]) -> None:
        self._register = register
        self._things = things
        self._occurrence_of = occurrence_of
        self._known: dict[tuple[str, str], Draft] = {}
        self._printed: defaultdict[tuple[str, str], dict[str, Draft]] = defaultdict(dict)

    def read(self, articles: Sequence[ArticleNames]) -> list[Holding]:
        """Return the holdings of all titles that have an office, in order of the text."""
        titles = [(names, title) for names in articles for title in names.tagged.titles]
        mentions = {m.id: m for names in articles for m in names.tagged.mentions}
        drafts: dict[int, Draft] = {}
        for turn in range(3):
            for i, (names, title) in enumerate(titles):
                if _turn(title) == turn:
                    draft = self._office(names, title, mentions)
                    if draft is not None:
                        drafts[i] = draft
        return [self._hold(*titles[i], drafts[i], mentions) for i in sorted(drafts)]

    def _office(self, names: ArticleNames, title: Title, mentions: Mapping[str, Mention]) -> Draft | None:
        mention = mentions[title.post]
        post = fold(mention.text)
        occurrence = self._occurrence_of.get(title.holder or "")
        if posts.is_collective(post):
            if occurrence is not None and occurrence.bench is None:
                occurrence.bench = bench_standing(
                    post, names.setting.organ_place(post[0], mention.span.start)
                )
            return None
        known = self._known.get((occurrence.name, posts.office_post(post))) if occurrence else None
        if known is not None and title.body is None and title.anchor is None:
            return known
        if title.form is TitleForm.SURNAME and occurrence is not None and known is None:
            known = self._of_rank(occurrence.name, post)
            if known is not None and title.body is None and title.anchor is None:
                return known
        belonging = _belonging(names, title, post, mention, mentions)
        if belonging is None:
            return known or (self._only(mention.article, post) if title.body is None else None)
        evidence = Evidence(article=mention.article, span=mention.span)
        station = _station(names, title, mentions)
        if station and belonging.place is not None and _CONSUL.search(post):
            consulate = f"{belonging.place.name}驻{_printed_station(names, mention)}总领事馆"
            belonging, station = Belonging(body=plain_body(consulate)), ""
        draft = self._draft(belonging, post, evidence, station)
        self._printed[mention.article, post][draft.id] = draft
        if occurrence is not None:
            self._known.setdefault((occurrence.name, posts.office_post(post)), draft)
        return draft

    def _of_rank(self, name: str, post: str) -> Draft | None:
        """Return the office of a deputy, or first secretary, who is called by the bare post (司徒书记, 第一书记)."""
        ranks = [
            draft for (holder, held), draft in self._known.items() if holder == name and held.endswith(post)
        ]
        return ranks[0] if len(ranks) == 1 else None

    def _only(self, article: str, post: str) -> Draft | None:
        """Return the one office of this post in the article (总统先生, after 智利总统), or ``None``."""
        drafts = list(self._printed[article, post].values())
        return drafts[0] if len(drafts) == 1 else None

    def _draft(self, belonging: Belonging, post: str, evidence: Evidence, station: str) -> Draft:
        if belonging.body is not None:
            owner = self._things.body(belonging.body, evidence)
        else:
            assert belonging.place is not None
            owner = self._things.place(belonging.place, evidence)
        key = (owner.id, posts.office_post(post), *filter(None, (station,)))
        office = self._register.draft(EntityType.OFFICE, *key, article=evidence.article)
        office.post = office.post or post  # as it is printed first: 代市长 or 代理市长
        office.organization, office.place = owner.id, owner.place
        office.station = station
        return office

    def _hold(
        self, names: ArticleNames, title: Title, office: Draft, mentions: Mapping[str, Mention]
    ) -> Holding:
        post = mentions[title.post]
        self._register.resolve(post, office, printed=re.sub(r"\s", "", post.text))
        office.seen[post.article] = None
        occurrence = self._occurrence_of.get(title.holder or "")
        if occurrence is not None and office.post is not None and office.organization is not None:
            owner = self._register[office.organization]
            stand = standing(office.post, owner.name, owner.place, is_place=owner.type is EntityType.PLACE)
            occurrence.offices[office.id] = stand
            occurrence.bodies.add(owner.id)
            if title.form in (TitleForm.APPOINTMENT, TitleForm.PROPOSED):
                occurrence.taking.add(office.id)
            elif title.form is TitleForm.REMOVAL:
                occurrence.leaving.add(office.id)
        return Holding(office.id, title.form, _evidence(names, title, mentions), occurrence)


def _turn(title: Title) -> int:
    """Return when a title is read: what a printed body or anchor gives first, a surname's (夏市长) last."""
    if title.body is not None or title.anchor is not None:
        return 0
    return 2 if title.form is TitleForm.SURNAME else 1


def _printed_station(names: ArticleNames, post: Mention) -> str:
    """Return where a consul serves, as it is printed before the post (某国驻重庆总领事)."""
    match = _match_station(names, post)
    return match[1] if match else ""


def _match_station(names: ArticleNames, post: Mention) -> re.Match[str] | None:
    start = post.span.start
    return _STATION.search(names.tagged.article.text, max(0, start - _STATION_REACH), start)


def _station(names: ArticleNames, title: Title, mentions: Mapping[str, Mention]) -> str:
    """Return where who holds the post is stationed (智利驻华大使: 中国), or ``""``."""
    post = mentions[title.post]
    match = _match_station(names, post)
    if match is None or title.body is None:
        return ""
    body = mentions[title.body].span
    if match.start() < body.end and not _is_host(names.tagged.article.text, body, post.text):
        return ""
    host = next((m for m in names.tagged.mentions if m.span == Span(*match.span(1))), None)
    place = names.places.get(host.id) if host else None
    return place.name if place else match[1]


def _is_host(text: str, body: Span, post: str) -> bool:
    """Whether a post is that of a diplomat at what stands before it (驻斐济大使), sent by the paper's own state."""
    return text[body.start - 1 : body.start] == "驻" and _DIPLOMAT.search(post) is not None


def _belonging(
    names: ArticleNames, title: Title, post: str, mention: Mention, mentions: Mapping[str, Mention]
) -> Belonging | None:
    """Return what a title's post belongs to; ``None`` where nothing says."""
    if title.body is not None and _is_host(names.tagged.article.text, mentions[title.body].span, post):
        return Belonging(place=PlaceName(CHINA))
    if title.body is not None:
        if title.body in names.bodies:
            return Belonging(body=_whole(names.bodies[title.body], post))
        place = names.places.get(title.body)
        return of_place(post, place) if place else None
    anchor = None
    if title.anchor in names.bodies:
        anchor = names.bodies[title.anchor].place
    elif title.anchor in names.places:
        place = names.places[title.anchor]
        anchor = place.division
        if anchor is None and posts.names_department(post):  # a state's: 某国副总理兼外长
            return of_place(post, place)
    if (
        anchor is None
        and title.anchor in names.bodies
        and (abroad := _government_abroad(names.bodies[title.anchor]))
    ):
        return Belonging(body=abroad)
    return implied(post, anchor, mention.span.start, names.setting)


def _government_abroad(body: BodyName) -> BodyName | None:
    """Return the government of the town or province abroad that a delegation comes from (日本某县某市友好代表团)."""
    sent = _DELEGATION.match(body.name)
    state = state_at(body.name) if sent else ""
    if sent is None or not state:
        return None
    return plain_body(f"{sent['where']}政府")


def _whole(body: BodyName, post: str) -> BodyName:
    """Return the congress itself where its deputies are meant (省人大代表), not its standing committee, and the court
    or procuratorate where a judge is printed behind a part of it (民事审判第二庭副庭长、审判员)."""
    bench = _BENCH.match(body.name) if post in _JUDGES else None
    if bench is not None and bench.group() != body.name:
        return replace(plain_body(bench.group()), place=body.place)
    congress = congress_itself(body.name)
    if post != "代表" or congress == body.name:
        return body
    return replace(plain_body(congress), place=body.place)


def _evidence(names: ArticleNames, title: Title, mentions: Mapping[str, Mention]) -> Evidence:
    """Return the span from the first to the last of body, post and holder, within the post's sentence."""
    post = mentions[title.post]
    spans = [post.span]
    if title.holder is not None:
        spans.append(mentions[title.holder].span)
    if title.body is not None:
        body, sentence = mentions[title.body].span, sentence_at(names.tagged.article.text, post.span)
        if body in sentence:
            spans.append(body)
    return Evidence(article=post.article, span=Span(min(s.start for s in spans), max(s.end for s in spans)))
