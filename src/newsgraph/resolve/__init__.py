"""Mention -> Entity."""

from newsgraph.resolve.resolver import resolve_pages

__all__ = ["resolve_pages"]
