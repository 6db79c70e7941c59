"""Records -> networkx.MultiDiGraph, its parts, and data frames."""

from newsgraph.graph.build import build_graph
from newsgraph.graph.frames import FRAMES, make_frame
from newsgraph.graph.select import ego_nodes, find_nodes, select_part, select_records
from newsgraph.graph.ties import BETWEEN, PATH, shortest_path, ties_between

__all__ = [
    "BETWEEN",
    "FRAMES",
    "PATH",
    "build_graph",
    "ego_nodes",
    "find_nodes",
    "make_frame",
    "select_part",
    "select_records",
    "shortest_path",
    "ties_between",
]
