"""`render_html`: the graph as one HTML file that asks nothing of any network."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx

from newsgraph.lexicon.labels import KINDS
from newsgraph.records import Records
from newsgraph.view.payload import make_payload

FIRST_SCRIPTS = ("words.js", "views/view.js")
"""Those that others add to or extend as they are read."""
LAST_SCRIPT = "page.js"
"""The one that wires all; the others only say what there is."""
SHAPES = {
    "Person": "dot",
    "Office": "triangle",
    "Organization": "square",
    "Place": "hexagon",
    "Project": "diamond",
    "Event": "star",
}
N_SHOWN = 300
ACTORS = frozenset(("Person", "Organization", "Project", "Event"))
"""Kinds that a large graph opens on; offices and places come where they tie two of them."""
ACTOR_SHARE = 0.8
"""Share of the first nodes that is theirs."""


def render_html(
    records: Records, G: nx.MultiDiGraph[str], *, title: str | None = None, n_shown: int = N_SHOWN
) -> str:
    """Return the page of a graph: drawing, legend, search, and the sentences behind every node and edge.

    Drawn by pyvis's vis-network from a template of ours. The page holds all of the graph; the canvas opens
    on the best connected nodes (see `choose_nodes`), and search, focus and paths bring in the others.

    Parameters
    ----------
    records : Records
        For the sources and articles.
    G : networkx.MultiDiGraph
        What `build_graph` made of `records`: positions, colours and sizes are in it. Not changed.
    title : str, optional
        Heading; by default the paper and date of the first source.
    n_shown : int, default 300
        Nodes on the canvas at first, at most.

    Returns
    -------
    str
        A whole HTML document, to be written as UTF-8. The same for the same graph.

    Notes
    -----
    Names, titles and sentences may hold anything: they travel as JSON in a data block, with ``<`` escaped,
    become text nodes and canvas text only, and a Content-Security-Policy lets no script run but the page's
    own, by hash.
    """
    payload = make_payload(records, G, shown=choose_nodes(G, n_shown))
    network = _network(G)
    scripts = [_vis_network(), "\n".join(_scripts())]
    style = "\n".join(_styles())
    network.templateEnv.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "separators": (",", ":"),
    }
    network.templateEnv.globals |= {
        "title": title or _title(records),
        "payload": payload,
        "scripts": scripts,
        "style": style,
        "policy": _policy(scripts, style),
    }
    html: str = network.generate_html()
    # A lone surrogate can only stand in the JSON, where Python's escape for it is JSON's too.
    return html.encode("utf-8", "backslashreplace").decode("utf-8")


def choose_nodes(G: nx.MultiDiGraph[str], n: int) -> list[int]:
    """Return the numbers of at most `n` nodes to open on, in the order of `G`, each tied to another one.

    A graph of at most `n` nodes opens whole. Of a larger one the first people, bodies, projects and events
    by rank fill four fifths; the rest are the first offices and places that tie two of these.
    """
    ranked = sorted(G, key=lambda node: G.nodes[node]["rank"])
    if len(ranked) > n:
        actors = [node for node in ranked if G.nodes[node]["kind"] in ACTORS][: int(n * ACTOR_SHARE)]
        known = set(actors)
        ties = (node for node in ranked if node not in known and len(_neighbours(G, node) & known) > 1)
        others = [node for node in ties if G.nodes[node]["kind"] not in ACTORS]
        ranked = [*actors, *others[: n - len(actors)]]
    chosen = set(ranked)
    return [i for i, node in enumerate(G) if node in chosen and _neighbours(G, node) & chosen - {node}]


def _neighbours(G: nx.MultiDiGraph[str], node: str) -> set[str]:
    return {*G.succ[node], *G.pred[node]}


def _network(G: nx.MultiDiGraph[str]) -> Any:
    """Return the pyvis network that renders our template: its options and, as groups, the look of each kind.

    Nodes and edges are not given to it: the page makes vis-network's nodes of the payload as they come onto
    the canvas, so that each fact stands in the file once.
    """
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", width="100%", height="100%")
    network.set_template_dir(str(files("newsgraph.view") / "assets"), "template.html")
    colours = {attrs["kind"]: attrs["colour"] for attrs in G.nodes.values()}
    groups = {kind: {"shape": SHAPES[kind], "colour": colours[kind]} for kind in KINDS if kind in colours}
    network.set_options(json.dumps({"physics": {"enabled": False}, "groups": groups}))
    return network


def _title(records: Records) -> str:
    sources = records.meta.get("sources", ())
    if not sources:
        return "newsgraph"
    papers = list(dict.fromkeys(row["paper"] for row in sources if row.get("paper")))
    days = sorted({row["date"] for row in sources if row.get("date")})
    if len(sources) == 1:
        return " ".join([*(papers or [sources[0]["name"]]), *days])
    name = (papers or [sources[0]["name"]])[0] + ("等" if len(papers) != 1 else "")
    return " ".join([name, "—".join(dict.fromkeys((days[0], days[-1])))] if days else [name])


@cache
def _scripts() -> list[str]:
    """Return our scripts in the order in which they run, after vis-network."""
    rest = [name for name in _assets(".js") if name not in (*FIRST_SCRIPTS, LAST_SCRIPT)]
    return [_read(name) for name in (*FIRST_SCRIPTS, *rest, LAST_SCRIPT)]


@cache
def _styles() -> list[str]:
    return [_read(name) for name in _assets(".css")]


def _assets(ending: str) -> list[str]:
    """Return the paths of our assets with that ending, those of folders as ``folder/name``, sorted."""
    top = files("newsgraph.view") / "assets"
    inner = [
        f"{folder.name}/{item.name}"
        for folder in top.iterdir()
        if folder.is_dir()
        for item in folder.iterdir()
    ]
    return sorted(name for name in (*(item.name for item in top.iterdir()), *inner) if name.endswith(ending))


def _read(name: str) -> str:
    return (files("newsgraph.view") / "assets" / name).read_text(encoding="utf-8")


@cache
def _vis_network() -> str:
    """Return vis-network as pyvis ships it (Apache-2.0 or MIT, its notice at the top)."""
    import pyvis

    folder = Path(pyvis.__file__).parent / "templates" / "lib"
    newest = max(folder.glob("vis-*/vis-network.min.js"), key=lambda path: path.parent.name)
    return newest.read_text(encoding="utf-8").replace("\r\n", "\n")


def _policy(scripts: list[str], style: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}'"
