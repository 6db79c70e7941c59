"""graph -> one offline HTML file."""

from newsgraph.view.page import render_html

__all__ = ["render_html"]
