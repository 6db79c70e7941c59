"""Assembly of the tagger: one spaCy ``Language`` whose first component is the engine chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.errors import ConfigError
from newsgraph.ids import make_id
from newsgraph.model import Article, Mention, MentionType, Page, Span, Tagged

# Importing a component's module is what registers its factory with spaCy.
from newsgraph.tag import (  # noqa: F401
    arbitrate,
    documents,
    events,
    hanlp_tagger,
    organisations,
    persons,
    places,
    posts,
    projects,
    quantities,
    recognised,
    tokenizer,
)
from newsgraph.tag.arbitrate import chosen_of
from newsgraph.tag.candidates import VETO, Candidate, candidates_of
from newsgraph.tag.chances import BYLINE, with_chance
from newsgraph.tag.model_files import blank_pipeline, default_model_path, load_recogniser
from newsgraph.tag.propagate import propagate_names
from newsgraph.tag.titles import find_titles

GRAMMAR = (
    "newsgraph_recognised",
    "newsgraph_documents",
    "newsgraph_quantities",
    "newsgraph_places",
    "newsgraph_organisations",
    "newsgraph_posts",
    "newsgraph_persons",
    "newsgraph_projects",
    "newsgraph_events",
    "newsgraph_arbitrate",
)
"""The components behind the engine, in order; each reads the candidates of those before it."""

CHUNK = 20_000
"""Longest text, in characters, that is tagged in one piece; longer articles are cut at a sentence's end."""


def load(engine: str = "spacy") -> Language:
    """Return the tagger as a spaCy ``Language`` of one token a code point.

    After ``doc = nlp(text)``: ``doc.ents`` holds the outermost mentions, ``doc.spans["mentions"]`` all of them.

    Parameters
    ----------
    engine : str, default ``"spacy"``
        ``spacy`` for the shipped model, ``spacy:FOLDER`` for another of its shape, ``hanlp:NAME-OR-FOLDER`` for
        any HanLP recogniser (``pip install "newsgraph[hanlp]"``), ``grammar`` for lexicon and grammar alone.

    Raises
    ------
    ConfigError
        If the engine is none of these.
    MissingModelError
        If its model or package cannot be had.
    """
    kind, _, where = engine.partition(":")
    if kind == "spacy":
        nlp = load_recogniser(where or default_model_path())
    elif kind in ("hanlp", "grammar"):
        nlp = blank_pipeline()
        if kind == "hanlp":
            nlp.add_pipe("newsgraph_hanlp", config={"model": where} if where else {})
    else:
        raise ConfigError(
            f"engine {engine!r}: want spacy, spacy:FOLDER, hanlp, hanlp:NAME-OR-FOLDER or grammar"
        )
    for name in GRAMMAR:
        nlp.add_pipe(name)
    nlp.meta["name"] = engine
    return nlp


def tag_page(nlp: Language, page: Page) -> list[Tagged]:
    """Return the mentions and titles of every article of `page`, in the page's order.

    Names that one article establishes are found in the headlines, captions and pointers of the others too.
    """
    has_recogniser = nlp.pipe_names[0] != GRAMMAR[0]
    return [
        Tagged(
            article=item.article,
            mentions=tuple(with_chance(mention, has_recogniser=has_recogniser) for mention in item.mentions),
            titles=find_titles(item.article, item.mentions),
        )
        for item in find_mentions(nlp, page)
    ]


def find_mentions(nlp: Language, page: Page) -> list[Tagged]:
    """Return the mentions of every article of `page` with the scores that they were chosen by, no titles."""
    return propagate_names(_tag_articles(nlp, page.articles, page.masthead.place))


def _tag_articles(nlp: Language, articles: Sequence[Article], seat: str | None) -> list[Tagged]:
    """Return the chosen candidates of each article as mentions; `seat` is what 衡 or 市 may stand for.

    All articles go through the pipeline as one stream: a recogniser that reads many short ones together is twice as
    fast.
    """
    mentions: dict[str, list[Mention]] = {article.id: [] for article in articles}
    chunks = [(article, offset, text) for article in articles for offset, text in _chunks(article.text)]
    docs = nlp.pipe(_doc_of(nlp, article, offset, text, seat) for article, offset, text in chunks)
    for (article, offset, _), doc in zip(chunks, docs, strict=True):
        mentions[article.id] += (_mention(article, offset, candidate) for candidate in chosen_of(doc))
    return [
        Tagged(
            article=article,
            mentions=tuple(sorted(mentions[article.id], key=lambda m: (m.span.start, -m.span.end))),
        )
        for article in articles
    ]


def _doc_of(nlp: Language, article: Article, offset: int, text: str, seat: str | None) -> Doc:
    """Return the document of a piece of an article, with what is known of it before it is read."""
    doc = nlp.make_doc(text)
    doc.user_data["seat"] = seat
    candidates_of(doc).extend(_bylines(article, offset, offset + len(text)))
    return doc


def _mention(article: Article, offset: int, candidate: Candidate) -> Mention:
    span = Span(offset + candidate.start, offset + candidate.end)
    return Mention(
        id=make_id("m", article.id, span.start, span.end, candidate.label),
        article=article.id,
        span=span,
        text=article.text[span.start : span.end],
        type=MentionType(candidate.label),
        score=candidate.score,
        by=candidate.by,
    )


def _bylines(article: Article, start: int, end: int) -> Iterator[Candidate]:
    """Yield the names that segmentation read from the bylines in ``article.text[start:end]``.

    They are sure: nothing else may begin or end inside one (a list of two names in 苗雨田 摄).
    """
    for byline in article.bylines:
        span = byline.span
        if start <= span.start and span.end <= end:
            for label, score in ((MentionType.PERSON, 1.0), (VETO, 0.999)):
                yield Candidate(span.start - start, span.end - start, label, score, BYLINE)


_CUT_BEHIND = ("\n。", "！？；", "，、 　")
"""Where a long text is cut, the best places first; one without any is cut anywhere."""


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        end = min(start + CHUNK, len(text))
        if end < len(text):
            cuts = (max(text.rfind(mark, start + CHUNK // 2, end) for mark in marks) for marks in _CUT_BEHIND)
            end = next((cut + 1 for cut in cuts if cut >= 0), end)
        yield start, text[start:end]
        start = end
