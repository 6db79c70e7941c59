"""Source -> Page."""

from newsgraph.segment.page import Overrides, segment_source

__all__ = ["Overrides", "segment_source"]
