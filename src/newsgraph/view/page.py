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

SCRIPTS = ("store.js", "dom.js", "drawing.js", "panel.js", "page.js")
"""Our scripts in the order in which they run, after vis-network."""
SHAPES = {
    "Person": "dot",
    "Office": "triangle",
    "Organization": "square",
    "Place": "hexagon",
    "Project": "diamond",
    "Event": "star",
}
N_SHOWN = 300


def render_html(
    records: Records, G: nx.MultiDiGraph[str], *, title: str | None = None, n_shown: int = N_SHOWN
) -> str:
    """Return the page of a graph: drawing, legend, search, and the sentences behind every node and edge.

    Drawn by pyvis's vis-network from a template of ours. The page holds all of the graph; the canvas opens
    on the `n_shown` best connected nodes, and search brings in the others. Nodes without an edge are not
    drawn until searched for.

    Parameters
    ----------
    records : Records
        For the sources and articles.
    G : networkx.MultiDiGraph
        What `build_graph` made of `records`: positions, colours and sizes are in it. Not changed.
    title : str, optional
        Heading; by default the paper and date of the first source.
    n_shown : int, default 300
        Nodes on the canvas at first.

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
    payload = make_payload(records, G) | {"shown": choose_nodes(G, n_shown)}
    network = _draw(G)
    scripts = [_vis_network(), "\n".join(_asset(name) for name in SCRIPTS)]
    style = _asset("page.css")
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
    """Return the numbers of the first `n` nodes by rank, in the order of `G`, each tied to another one."""
    nodes = list(G)
    chosen = set(sorted(nodes, key=lambda node: G.nodes[node]["rank"])[:n])
    return [
        i
        for i, node in enumerate(nodes)
        if node in chosen and any(other in chosen for other in (*G.succ[node], *G.pred[node]))
    ]


def _draw(G: nx.MultiDiGraph[str]) -> Any:
    """Return the pyvis network of `G`: nodes by number, one line for all edges between two nodes."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", width="100%", height="100%")
    network.set_template_dir(str(files("newsgraph.view") / "assets"), "template.html")
    colours = {attrs["kind"]: attrs["colour"] for attrs in G.nodes.values()}
    network.set_options(json.dumps(_options(colours)))
    number = {node: i for i, node in enumerate(G)}
    for node, attrs in G.nodes.items():
        network.add_node(
            number[node],
            label=attrs.get("post") or attrs["label"],  # beside its body and holder, a post needs no more
            shape=SHAPES[attrs["kind"]],
            group=attrs["kind"],
            size=attrs["size"],
            x=attrs["x"],
            y=attrs["y"],
        )
    lines = dict.fromkeys(tuple(sorted((number[u], number[v]))) for u, v in G.edges() if u != v)
    for i, (u, v) in enumerate(lines):
        network.add_edge(u, v, id=i, arrows="")
    return network


def _options(colours: dict[str, str]) -> dict[str, Any]:
    return {
        "physics": {"enabled": False},
        "groups": {kind: {"color": colours[kind]} for kind in KINDS if kind in colours},
    }


def _title(records: Records) -> str:
    sources = records.meta.get("sources", ())
    if not sources:
        return "newsgraph"
    first = sources[0]
    head = " ".join(part for part in (first.get("paper") or first.get("name"), first.get("date")) if part)
    return f"{head} 等 {len(sources)} 份" if len(sources) > 1 else head


@cache
def _asset(name: str) -> str:
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
