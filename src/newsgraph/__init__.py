"""Chinese newspapers in, a graph of who held which office, met whom, at which event, out."""

__version__ = "0.1.0"
