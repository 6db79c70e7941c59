"""Files -> Source."""

from newsgraph.read.files import read_sources
from newsgraph.read.rejection import Rejection

__all__ = ["Rejection", "read_sources"]
