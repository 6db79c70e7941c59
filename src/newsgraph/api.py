"""newsgraph from Python: `build`, `open`, `load`, and the `Graph` that answers in data frames."""

from __future__ import annotations

import gzip
import html as escapes
import warnings
from base64 import b64encode
from collections.abc import Iterable
from datetime import date as Date
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from newsgraph.errors import ConfigError
from newsgraph.graph import (
    build_graph,
    find_nodes,
    make_frame,
    select_part,
    select_records,
    shortest_path,
    ties_between,
)
from newsgraph.judgements import COLUMNS, list_judgements, parse_judgements, warn_of_judgements
from newsgraph.records import Records, read_records

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from spacy.language import Language

    from newsgraph.model import Ruling
    from newsgraph.segment import Overrides

FRAME_HEIGHT = 640
"""Height of a drawing in a notebook, pixels."""
_UNPACK = """<!doctype html><meta charset="utf-8"><script>
const bytes = Uint8Array.from(atob("{packed}"), (character) => character.charCodeAt(0));
new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text().then((page) => {{
  document.open();
  document.write(page);
  document.close();
}});
</script>"""
"""A page that unpacks another one and becomes it; that one's Content-Security-Policy then holds."""
LARGEST, BEST = 3000, 1000
"""Nodes above which a notebook is given only the best connected part, and of how many nodes that is."""


class Graph:
    """The records of one build and the graph they make, as data frames, networkx, or a drawing.

    Parameters
    ----------
    records : Records
        As `newsgraph.pipeline.build_records` gives them, or ``Records.from_dict`` of a ``graph.json``.
    title : str, optional
        Heading of drawings; by default the paper and date of the first source.

    Notes
    -----
    The columns of every frame are listed in `newsgraph.graph.FRAMES`. Frames and graph are made when first
    asked for. A notebook shows the graph where it is the value of a cell.
    """

    def __init__(self, records: Records, *, title: str | None = None) -> None:
        self.records = records
        self.title = title

    @cached_property
    def _graph(self) -> nx.MultiDiGraph[str]:
        return build_graph(self.records)

    @cached_property
    def people(self) -> pd.DataFrame:
        """Persons: name, aliases, first and last issue, mentions, ``offices`` held, ``n_events`` taken part in."""
        return make_frame("people", self.records, self._graph)

    @cached_property
    def offices(self) -> pd.DataFrame:
        """Offices: ``post``, ``organization`` and, in the order of the text, ``holders``."""
        return make_frame("offices", self.records, self._graph)

    @cached_property
    def organizations(self) -> pd.DataFrame:
        """Bodies: what they are ``part_of``, where they are ``located_in``, ``n_events`` taken part in."""
        return make_frame("organizations", self.records, self._graph)

    @cached_property
    def places(self) -> pd.DataFrame:
        """Places and what they are ``located_in``."""
        return make_frame("places", self.records, self._graph)

    @cached_property
    def projects(self) -> pd.DataFrame:
        """Projects: ``investment_cny`` (yuan), ``area_mu``, ``area_m2``, ``investors``, ``located_in``."""
        return make_frame("projects", self.records, self._graph)

    @cached_property
    def facts(self) -> pd.DataFrame:
        """Figures of projects, each value once: who said so first, on which days, in which ``sentence``."""
        return make_frame("facts", self.records, self._graph)

    @cached_property
    def events(self) -> pd.DataFrame:
        """Events: ``type``, days from ``start`` to ``end``, ``place``, ``status``, ``n_participants``, ``projects``."""
        return make_frame("events", self.records, self._graph)

    @cached_property
    def relations(self) -> pd.DataFrame:
        """Relations between entities: ``type``, ``source``, ``target``, days, and the first ``sentence``."""
        return make_frame("relations", self.records, self._graph)

    @cached_property
    def participations(self) -> pd.DataFrame:
        """Who was at which ``event`` in which ``role``, at which ``order`` of the printed list; ``sentence``."""
        return make_frame("participations", self.records, self._graph)

    @cached_property
    def judgements(self) -> pd.DataFrame:
        """Who was taken for one person and who for two, a pair a row; columns are `newsgraph.judgements.COLUMNS`.

        With ``verdict`` filled in it is what `build` takes as `judgements`.
        """
        import pandas as pd

        return pd.DataFrame(list_judgements(self.records), columns=COLUMNS).convert_dtypes()

    def ego(self, name: str, hops: int = 1) -> Graph:
        """Return the part of the graph within `hops` edges of whoever or whatever is named `name`.

        Parameters
        ----------
        name : str
            A name, an alias or an id; also the short form of an organ or office behind its place (岳阳市委书记).
            Two people of one name are both taken.
        hops : int, default 1
            0 or more, whatever the edges' direction. Events and offices are nodes: people who were at one
            event are 2 hops apart.

        Raises
        ------
        UnknownNameError
            If nothing is named so (a `LookupError`); the message gives names that are near.
        """
        return self.select(ego=name, hops=hops)

    def select(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        types: str | Iterable[str] | None = None,
        ego: str | None = None,
        hops: int = 1,
    ) -> Graph:
        """Return the part of a period, of some types, or around a name; without rows where nothing is left.

        Parameters
        ----------
        since, until : str, optional
            First and last day, month or year (``2012-08-22``, ``2012-08``, ``2012``). Events go by their
            days, tenures by their spans; `newsgraph.graph.select_part` says what else stays.
        types : str or iterable of str, optional
            Kinds (Person …) and event types (signing …), in English or Chinese. Event types alone take the
            events with all that they tie; kinds restrict to nodes of those kinds.
        ego, hops : optional
            As in `ego`, counted in what the rest leaves.

        Raises
        ------
        ConfigError
            If a day or a type is none; the message lists what is allowed.
        UnknownNameError
            If nothing is named `ego`, or nothing in the period and types.
        """
        words = types if types is None or isinstance(types, str) else ", ".join(types)
        part = select_part(
            self.records, self._graph, ego=ego, hops=hops, since=since, until=until, types=words
        )
        days = since if since == until else f"{since or ''} – {until or ''}".strip()
        chosen = [word for word in (ego, days, words) if word]
        return Graph(part, title=" · ".join(chosen) or self.title)

    def between(self, a: str, b: str) -> pd.DataFrame:
        """Return what ties `a` and `b`: relations, events of both, offices that both held.

        Columns are `newsgraph.graph.BETWEEN`, rows in order of time; the sentences that say so are there
        for each of the two. A frame without rows: nothing ties them directly (see `path`).

        Raises
        ------
        UnknownNameError
            If nothing is named `a` or `b`.
        ConfigError
            If both name the same.
        """
        return ties_between(self._graph, *self._two(a, b))

    def path(self, a: str, b: str) -> pd.DataFrame:
        """Return the shortest path from `a` to `b`, a row a hop, with the sentence behind each.

        Columns are `newsgraph.graph.PATH`. A frame without rows: no path joins them.

        Raises
        ------
        UnknownNameError, ConfigError
            As in `between`.
        """
        return shortest_path(self._graph, *self._two(a, b))

    def _two(self, a: str, b: str) -> tuple[list[str], list[str]]:
        first, second = find_nodes(self._graph, a), find_nodes(self._graph, b)
        if first == second:
            label = self._graph.nodes[first[0]]["label"]
            raise ConfigError(f"{a!r} and {b!r} both name {label}; give two different names or ids")
        return first, second

    @property
    def days(self) -> tuple[str, str] | None:
        """First and last day of the events and issues, ISO 8601 as far as known; ``None`` where there is none."""
        nodes = self._graph.nodes.values()
        names = ("date_start", "date_end", "first_seen", "last_seen")
        known = [node[name] for node in nodes for name in names if node.get(name)]
        return (min(known), max(known)) if known else None

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return a copy of the graph, yours to change; `build_graph` says what its nodes and edges hold."""
        return self._graph.copy()

    def to_html(self, *, title: str | None = None) -> str:
        """Return the graph as one offline HTML page, headed by `title`; see `render_html`."""
        from newsgraph.view import render_html

        return render_html(self.records, self._graph, title=title or self.title)

    def show(self) -> None:
        """Draw the graph in a notebook; elsewhere print what it holds."""
        try:
            from IPython import display
        except ModuleNotFoundError:
            print(self)
        else:
            display.display(self)  # type: ignore[no-untyped-call]

    def write(self, folder: str | Path) -> dict[str, Path]:
        """Write what ``newsgraph build`` writes into `folder`; return the paths by name.

        Raises
        ------
        ExportError
            If the folder cannot be written; nothing has changed then.
        """
        from newsgraph.export import write_outputs

        return write_outputs(self.records, self._graph, folder, html=self.to_html())

    def __len__(self) -> int:
        """Return the number of nodes: entities and events."""
        return len(self.records.entities) + len(self.records.events)

    def __repr__(self) -> str:
        counts = [f"{len(self.records.entities)} entities", f"{len(self.records.events)} events"]
        return f"<Graph: {', '.join([*counts, f'{self._graph.number_of_edges()} edges'])}>"

    def _repr_html_(self) -> str:
        """Return a sandboxed frame with the page inside: it can neither reach the notebook nor a network.

        Of more than `LARGEST` nodes the `BEST` first by rank are drawn, with words above that say so.
        """
        n = len(self)
        if n == 0:
            return "<p>This part of the graph is empty: no node is left to draw.</p>"
        if n <= LARGEST:
            return self._frame()
        first = sorted(self._graph, key=lambda node: self._graph.nodes[node]["rank"])[:BEST]
        return (
            f"<p>Drawn are the {BEST:,} best connected of {n:,} nodes. For others: <code>.ego(NAME, hops=2)"
            "</code>, <code>.select(since=…, until=…, types=…)</code>; or <code>.write(FOLDER)</code> and open"
            " its <code>graph.html</code>, which holds all.</p>"
            + Graph(select_records(self.records, set(first)), title=self.title)._frame()
        )

    def _frame(self) -> str:
        # The page is mostly scripts: packed, a notebook with three drawings is smaller than with one as it is.
        packed = b64encode(gzip.compress(self.to_html().encode("utf-8"), mtime=0)).decode("ascii")
        return (
            f'<iframe sandbox="allow-scripts allow-downloads" title="newsgraph" '
            f'srcdoc="{escapes.escape(_UNPACK.format(packed=packed), quote=True)}" '
            f'style="width:100%;height:{FRAME_HEIGHT}px;border:1px solid #e6e1d8;border-radius:8px"></iframe>'
        )


def open(out: str | Path) -> Graph:
    """Return the graph that ``newsgraph build`` or `Graph.write` left in the folder `out`, or its ``graph.json``.

    Raises
    ------
    InputError
        If there is none, or it is no graph.
    """
    return Graph(read_records(Path(out)))


def load(engine: str = "spacy") -> Language:
    """Return the tagger as a spaCy ``Language``; see `newsgraph.tag.load` for `engine` and errors."""
    from newsgraph.config import check_engine
    from newsgraph.tag import load as load_tagger

    return load_tagger(check_engine(engine))


def build(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    engine: str = "spacy",
    nlp: Language | None = None,
    place: str | None = None,
    date: str | Date | None = None,
    paper: str | None = None,
    judgements: str | PathLike[str] | pd.DataFrame | None = None,
    on_error: Literal["stop", "skip"] = "stop",
) -> Graph:
    """Return the graph of newspaper pages, archives, or folders of them.

    Parameters
    ----------
    paths : path or sequence of paths
        What ``newsgraph build`` takes; all become one graph.
    engine : str, default 'spacy'
        Recogniser behind the grammar, where `nlp` is not given.
    nlp : spacy.language.Language, optional
        A tagger that `load` gave, to be used again.
    place, paper : str, optional
        Go before what the masthead says: the seat in full (衡阳市, 吉林省长春市朝阳区), the paper's name.
    date : str or datetime.date, optional
        The same for the day of issue; text in ISO 8601. Of several pages it is only that of those which print none.
    judgements : path or DataFrame, optional
        Your word on who is who: ``judgements.csv`` of a build, or `Graph.judgements`, with ``verdict`` filled in.
    on_error : {'stop', 'skip'}
        Whether an input that cannot be read ends the build or is left out with a warning.

    Raises
    ------
    InputError
        If an input cannot be read, or with ``skip``, if none can.
    ConfigError
        If the engine, the place or the day is none, or the table of judgements unusable.
    TypeError
        If `paths` are no paths, `date` is no day, or `judgements` neither a path nor a DataFrame.
    MissingModelError
        If the tagger's model cannot be had.
    """
    from newsgraph.config import check_engine
    from newsgraph.lexicon.seats import warn_of_place
    from newsgraph.read import read_all, warn_of_strays

    check_engine(engine)
    overrides, rulings = _overrides(place, date, paper), _rulings(judgements)
    table = Path(judgements) if isinstance(judgements, str | PathLike) else None
    sources, rejected = read_all(_paths(paths), stop=on_error == "stop", table=table)
    for item in rejected:
        if not item.is_stray:
            warnings.warn(f"{item.name}: left out, {item.reason}", stacklevel=2)
    for warning in (*warn_of_strays(rejected), *warn_of_place(place)):
        warnings.warn(warning, stacklevel=2)
    # Imported late: a path that cannot be read need not wait for spaCy.
    from newsgraph.pipeline import build_records

    records = build_records(sources, nlp or load(engine), overrides=overrides, rulings=rulings)
    for warning in warn_of_judgements(records):
        warnings.warn(warning, stacklevel=2)
    return Graph(records)


def _paths(paths: Any) -> list[Path]:
    """Return one path or several as a list; of anything else say what is wanted."""
    is_one = isinstance(paths, str | bytes | PathLike) or not isinstance(paths, Iterable)
    given = [paths] if is_one else list(paths)
    for path in given:
        if not isinstance(path, str | PathLike):
            raise TypeError(
                f"paths: {path!r} is of type {type(path).__name__}; want a path (str or Path), or several"
            )
    return list(map(Path, given))


def _rulings(judgements: str | PathLike[str] | pd.DataFrame | None) -> tuple[Ruling, ...]:
    if judgements is None:
        return ()
    if isinstance(judgements, str | PathLike):
        from newsgraph.read import read_judgements

        return read_judgements(Path(judgements))
    import pandas as pd

    if not isinstance(judgements, pd.DataFrame):
        raise TypeError(
            f"judgements: {judgements!r:.60} is of type {type(judgements).__name__}; want the path of a CSV file, or a"
            " DataFrame like Graph.judgements"
        )
    rows = judgements.to_dict("records")
    return parse_judgements(
        [{str(name): cell for name, cell in row.items()} for row in rows], "judgements", first=0
    )


def _overrides(place: str | None, date: str | Date | None, paper: str | None) -> Overrides:
    from newsgraph.config import check_day, check_place
    from newsgraph.segment import Overrides

    if isinstance(date, Date):
        date = f"{date:%Y-%m-%d}"
    elif date is not None and not isinstance(date, str):
        raise TypeError(
            f"date: {date!r} is of type {type(date).__name__}; want a datetime.date, or text like '2021-12-09'"
        )
    return Overrides(
        place=place if place is None else check_place(place),
        date=date if date is None else check_day(date),
        paper=paper,
    )
