"""Chinese newspapers in, a graph of who held which office, met whom, at which event, out.

>>> import newsgraph as ng
>>> graph = ng.build("page.txt")  # doctest: +SKIP
>>> graph.people, graph.ego("沈望舒", hops=2)  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsgraph.api import Graph, build, load, open

__version__ = "0.1.0"
__all__ = ["Graph", "__version__", "build", "load", "open"]


def __getattr__(name: str) -> Any:
    """Import what stands behind a public name when it is first used: ``import newsgraph`` is cheap."""
    if name in __all__:
        from newsgraph import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
