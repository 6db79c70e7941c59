"""Files -> Source."""

from newsgraph.read.files import read_all, read_sources, warn_of_strays
from newsgraph.read.judgements import read_judgements
from newsgraph.read.rejection import REJECTED, Rejection

__all__ = ["REJECTED", "Rejection", "read_all", "read_judgements", "read_sources", "warn_of_strays"]
