"""Files -> Source."""

from newsgraph.read.files import read_all, read_sources
from newsgraph.read.rejection import Rejection

__all__ = ["Rejection", "read_all", "read_sources"]
