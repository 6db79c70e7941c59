"""Files -> Source."""

from newsgraph.read.files import read_all, read_sources, warn_of_strays
from newsgraph.read.rejection import Rejection

__all__ = ["Rejection", "read_all", "read_sources", "warn_of_strays"]
