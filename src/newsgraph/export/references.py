"""That records are whole: what rows refer to by id is there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newsgraph.errors import ExportError
from newsgraph.records import Records, Row


def check_references(records: Records) -> None:
    """Check that articles, mentions and evidence name sources and articles of `records`.

    What edges and events refer to, `build_graph` has checked.

    Raises
    ------
    ExportError
        If one of them does not.
    """
    sources = {row["id"] for row in records.meta.get("sources", ())}
    articles = {row["id"] for row in records.articles}
    for what, source in chain(
        _sources_of("article", records.articles), _sources_of("mention", records.mentions)
    ):
        if source not in sources:
            raise _missing(what, "source", source, "meta.sources")
    for what, article in _articles_of(records):
        if article is not None and article not in articles:
            raise _missing(what, "article", article, "articles")


def _sources_of(kind: str, rows: list[Row]) -> Iterator[tuple[str, str]]:
    return ((f"{kind} {row['id']!r}", row["source"]) for row in rows)


def _articles_of(records: Records) -> Iterator[tuple[str, str | None]]:
    for row in records.mentions:
        yield f"mention {row['id']!r}", row["article"]
    for row in chain(records.entities, records.relations, records.events):
        for holder in (row, *row.get("participants", ()), *row.get("facts", ())):
            for passage in holder.get("evidence", ()):
                yield f"evidence of {row['id']!r}", passage["article"]


def _missing(what: str, kind: str, own_id: str, table: str) -> ExportError:
    return ExportError(
        f"{what}: its {kind} {own_id!r} is not in {table}; give the records of one build, whole"
    )
