"""The table of judgements about who is who: what newsgraph found, and beside it the reader's word, which goes first.

``build`` writes it as ``judgements.csv``; with the column ``verdict`` filled in, ``--judgements`` takes it back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsgraph.errors import ConfigError
from newsgraph.model import Ruling, Verdict
from newsgraph.records import Records, Row

JUDGEMENTS = "judgements.csv"
COLUMNS = (
    "verdict",
    "found",
    "why",
    "name",
    "who",
    "day",
    "title",
    "other_name",
    "other_who",
    "other_day",
    "other_title",
    "note",
    "by",
    "article",
    "other_article",
)
"""``verdict``, ``note`` and ``by`` are the reader's, ``found`` and ``why`` newsgraph's; ``who`` are the offices that
the article gives the person, else how it describes him, ``day`` and ``title`` are the article's."""
NEEDED = ("verdict", "name", "other_name")
"""Columns without which a reader's table says nothing; of the others, ``article``, ``other_article``, ``note`` and
``by`` are read too."""

_SHOWN = 10


def list_judgements(records: Records) -> list[Row]:
    """Return a row of `COLUMNS` for each judgement of `records`, the readers' first; what is not known is ``None``."""
    articles = {row["id"]: row for row in records.articles}
    names = {row["id"]: row["name"] for row in records.entities}
    described = {row["id"]: row["attrs"].get("description") for row in records.entities}
    offices: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for relation in records.relations:
        if relation["type"] == "HOLDS_OFFICE":
            for item in relation["evidence"]:
                offices[relation["source"], item["article"]][names[relation["target"]]] = None

    def side(row: Row, prefix: str) -> Row:
        entity, article = row[f"{prefix}entity"], row[f"{prefix}article"]
        held = offices.get((entity, article))
        return {
            f"{prefix}name": row[f"{prefix}name"],
            f"{prefix}who": list(held or filter(None, [described.get(entity)])),
            f"{prefix}day": articles.get(article, {}).get("date"),
            f"{prefix}title": articles.get(article, {}).get("title") or None,
            f"{prefix}article": article or None,
        }

    rows = ({**row, **side(row, ""), **side(row, "other_")} for row in records.judgements)
    return [{name: row[name] for name in COLUMNS} for row in rows]


def parse_judgements(rows: Iterable[Mapping[str, Any]], where: str, *, first: int = 1) -> tuple[Ruling, ...]:
    """Return the readers' judgements of a table: of its rows those whose ``verdict`` is filled in.

    Parameters
    ----------
    rows : iterable of mapping
        By column; see `NEEDED`.
    where : str
        What the table is called in messages.
    first : int, default 1
        The number of the first row.

    Raises
    ------
    ConfigError
        If a row has no name, a verdict that is none, or tells two people of one name apart without saying where each
        of them stands; it names the first `_SHOWN` of such rows.
    """
    rulings: list[Ruling] = []
    wrong: list[str] = []
    for number, row in enumerate(rows, first):
        if _plain(row.get("verdict")):
            try:
                rulings.append(
                    _parse_row(
                        {name: _plain(row.get(name)) for name in COLUMNS}, f"{where}, row {number}", number
                    )
                )
            except ConfigError as err:
                wrong.append(str(err))
    if wrong:
        more = [f"{where}: {len(wrong) - _SHOWN} more rows like these"] if len(wrong) > _SHOWN else []
        raise ConfigError("\n".join([*wrong[:_SHOWN], *more]))
    return tuple(rulings)


def _plain(value: Any) -> str:
    """Return a cell as text, ``""`` for one that is missing; a data frame has NaN or NA there."""
    return value.strip() if isinstance(value, str) else ""


def _parse_row(row: Mapping[str, str], where: str, number: int) -> Ruling:
    try:
        verdict = Verdict(row["verdict"].lower())
    except ValueError as err:
        raise ConfigError(
            f"{where}: verdict {row['verdict']!r} is none; want {', '.join(Verdict)}, or nothing, which leaves it to"
            " newsgraph"
        ) from err
    for name in ("name", "other_name"):
        if not row[name]:
            raise ConfigError(f"{where}: {name} is empty; want the name of a person as the graph has it")
    articles = (row["article"], row["other_article"])
    alike = row["name"] == row["other_name"]
    if verdict is Verdict.DIFFERENT and alike and ("" in articles or len(set(articles)) == 1):
        raise ConfigError(
            f"{where}: article {articles[0]!r} and other_article {articles[1]!r} do not tell two people called"
            f" {row['name']} apart; want the id of one article each, or the name of its file or record"
        )
    return Ruling(
        verdict=verdict,
        name=row["name"],
        other_name=row["other_name"],
        article=row["article"],
        other_article=row["other_article"],
        note=row["note"],
        by=row["by"],
        row=number,
    )


def count_followed(records: Records) -> tuple[int, int]:
    """Return how many of the readers' judgements of `records` were followed, and how many there are."""
    told = [row for row in records.judgements if row["verdict"] is not None]
    return len(told) - len(list(warn_of_judgements(records))), len(told)


def warn_of_judgements(records: Records) -> Iterator[str]:
    """Yield a warning for each reader's judgement that is about nobody, or could not be followed."""
    told = [row for row in records.judgements if row["verdict"] is not None]
    sources = {source["name"] for source in records.meta["sources"]}
    articles = {article["id"] for article in records.articles} | sources | {""}
    for row in told:
        where = f"judgements, row {row['row']}"
        absent = [
            f"{row[f'{side}name']} in {row[f'{side}article'] or 'any article'}"
            for side in ("", "other_")
            if row[f"{side}entity"] is None
        ]
        names = f"{row['name']} and {row['other_name']}"
        unknown = {row["article"] or "", row["other_article"] or ""} - articles
        if unknown:
            yield (
                f"{where}: no article, file or record is called {' or '.join(sorted(unknown))}, so it changes nothing;"
                f" want the id of an article in judgements.csv, or a name like {min(sources, default='page.txt')}"
            )
        elif absent:
            yield (
                f"{where}: there is no {' and no '.join(absent)}, so it changes nothing; see the names of persons in"
                " nodes.csv (there are no judgements of bodies, places and projects)"
            )
        elif row["verdict"] == Verdict.SAME and row["entity"] != row["other_entity"]:
            against = _rows_against(row, told) or "a list of names"
            yield f"{where}: {names} stay two people, for {against} tells them apart"
        elif row["verdict"] == Verdict.DIFFERENT and row["entity"] == row["other_entity"]:
            against = _rows_against(row, told) or "one article"
            yield f"{where}: {names} stay one person, for {against} calls them so"


def _rows_against(row: Row, told: Iterable[Row]) -> str:
    """Return which of the readers' judgements say the opposite of people of these names (row 2, row 5), or ``""``."""
    opposite = {Verdict.SAME: Verdict.DIFFERENT, Verdict.DIFFERENT: Verdict.SAME}[row["verdict"]]
    names = {row["name"], row["other_name"]}
    return ", ".join(
        f"row {other['row']}"
        for other in told
        if other["verdict"] == opposite and names & {other["name"], other["other_name"]}
    )
