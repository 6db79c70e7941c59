"""Records -> networkx.MultiDiGraph."""

from newsgraph.graph.build import build_graph
from newsgraph.graph.frames import FRAMES, make_frame
from newsgraph.graph.select import ego_nodes, find_nodes, select_records

__all__ = ["FRAMES", "build_graph", "ego_nodes", "find_nodes", "make_frame", "select_records"]
