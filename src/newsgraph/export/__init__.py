"""graph, Records -> files."""

from newsgraph.export.write import write_outputs

__all__ = ["write_outputs"]
