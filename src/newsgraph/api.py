"""newsgraph from Python: `build`, `load`, and the `Graph` that answers in data frames."""

from __future__ import annotations

import html as escapes
import warnings
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from newsgraph.errors import InputError
from newsgraph.graph import build_graph, ego_nodes, find_nodes, make_frame, select_records
from newsgraph.records import Records

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from spacy.language import Language

FRAME_HEIGHT = 640
"""Height of a drawing in a notebook, pixels."""


class Graph:
    """The records of one build and the graph they make, as data frames, networkx, or a drawing.

    Parameters
    ----------
    records : Records
        As `newsgraph.pipeline.build_records` gives them, or ``Records.from_dict`` of a ``graph.json``.

    Notes
    -----
    The columns of every frame are listed in `newsgraph.graph.FRAMES`. Frames and graph are made when first
    asked for. A notebook shows the graph where it is the value of a cell.
    """

    def __init__(self, records: Records) -> None:
        self.records = records

    @cached_property
    def _graph(self) -> nx.MultiDiGraph[str]:
        return build_graph(self.records)

    @cached_property
    def people(self) -> pd.DataFrame:
        """Persons: names, first and last sight, offices held, number of events."""
        return make_frame("people", self.records, self._graph)

    @cached_property
    def offices(self) -> pd.DataFrame:
        """Offices: post, body and holders."""
        return make_frame("offices", self.records, self._graph)

    @cached_property
    def organizations(self) -> pd.DataFrame:
        """Bodies: what they belong to, where they are, number of events."""
        return make_frame("organizations", self.records, self._graph)

    @cached_property
    def places(self) -> pd.DataFrame:
        """Places and what they lie in."""
        return make_frame("places", self.records, self._graph)

    @cached_property
    def projects(self) -> pd.DataFrame:
        """Projects: money in yuan, area, investors, place."""
        return make_frame("projects", self.records, self._graph)

    @cached_property
    def events(self) -> pd.DataFrame:
        """Events: type, days, place, status, number of participants."""
        return make_frame("events", self.records, self._graph)

    @cached_property
    def relations(self) -> pd.DataFrame:
        """Relations between entities, with the first sentence that says so."""
        return make_frame("relations", self.records, self._graph)

    @cached_property
    def participations(self) -> pd.DataFrame:
        """Who was at which event in which role, at which place of the printed list, and the sentence."""
        return make_frame("participations", self.records, self._graph)

    def ego(self, name: str, hops: int = 1) -> Graph:
        """Return the part of the graph within `hops` edges of whoever or whatever is named `name`.

        Parameters
        ----------
        name : str
            A name, an alias or an id; two people of one name are both taken.
        hops : int, default 1
            0 or more, whatever the edges' direction. Events and offices are nodes: people who were at one
            event are 2 hops apart.

        Raises
        ------
        LookupError
            If nothing is named so; the message gives names that are near.
        """
        nodes = ego_nodes(self._graph, find_nodes(self._graph, name), hops)
        return Graph(select_records(self.records, nodes))

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return a copy of the graph, yours to change; `build_graph` says what its nodes and edges hold."""
        return self._graph.copy()

    def to_html(self, *, title: str | None = None) -> str:
        """Return the graph as one offline HTML page; see `render_html`."""
        from newsgraph.view import render_html

        return render_html(self.records, self._graph, title=title)

    def show(self) -> None:
        """Draw the graph in a notebook; elsewhere print what it holds."""
        from IPython import display

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

    def __repr__(self) -> str:
        counts = [f"{len(self.records.entities)} entities", f"{len(self.records.events)} events"]
        return f"<Graph: {', '.join([*counts, f'{self._graph.number_of_edges()} edges'])}>"

    def _repr_html_(self) -> str:
        """Return a sandboxed frame with the page inside: it can neither reach the notebook nor a network."""
        page = escapes.escape(self.to_html(), quote=True)
        return (
            f'<iframe sandbox="allow-scripts" srcdoc="{page}" title="newsgraph" '
            f'style="width:100%;height:{FRAME_HEIGHT}px;border:1px solid #e6e1d8;border-radius:8px"></iframe>'
        )


def load(engine: str = "spacy") -> Language:
    """Return the tagger as a spaCy ``Language``; see `newsgraph.tag.load` for `engine` and errors."""
    from newsgraph.tag import load as load_tagger

    return load_tagger(engine)


def build(
    paths: str | Path | Sequence[str | Path],
    *,
    engine: str = "spacy",
    nlp: Language | None = None,
    place: str | None = None,
    date: str | None = None,
    paper: str | None = None,
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
    place, date, paper : str, optional
        Override what the masthead says: the seat in full (衡阳市), the day (ISO 8601), the paper's name.
    on_error : {'stop', 'skip'}
        Whether an input that cannot be read ends the build or is left out with a warning.

    Raises
    ------
    InputError
        If an input cannot be read, or with ``skip``, if none can.
    MissingModelError
        If the tagger's model cannot be had.
    """
    from newsgraph.model import Source
    from newsgraph.read import read_sources

    given = [paths] if isinstance(paths, str | Path) else list(paths)
    sources = []
    for item in read_sources([Path(path) for path in given]):
        if isinstance(item, Source):
            sources.append(item)
        elif on_error == "stop":
            raise InputError(f"{item.name}: {item.reason}; nothing was built (on_error='stop')")
        else:
            warnings.warn(f"{item.name}: left out, {item.reason}", stacklevel=2)
    if not sources:
        raise InputError(f"nothing to build: no readable page in {', '.join(map(str, given)) or 'no paths'}")
    # Imported late: a path that cannot be read need not wait for spaCy.
    from newsgraph.pipeline import build_records
    from newsgraph.segment import Overrides

    overrides = Overrides(place=place, date=date, paper=paper)
    return Graph(build_records(sources, nlp or load(engine), overrides=overrides))
