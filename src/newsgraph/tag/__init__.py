"""Article -> Mention: one spaCy ``Language`` of a statistical recogniser and what grammar and lexicon know.

`load` and `tag_page` are in `newsgraph.tag.language`, which is imported on first use: spaCy takes seconds that
``newsgraph --help`` and the training script need not pay.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsgraph.tag.language import load, tag_page

__all__ = ["load", "tag_page"]


def __getattr__(name: str) -> Any:
    """Import the assembly on first use of one of its names (PEP 562)."""
    if name in __all__:
        from newsgraph.tag import language

        return getattr(language, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
