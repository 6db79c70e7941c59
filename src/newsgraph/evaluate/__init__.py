"""Records against gold -> precision, recall, F1."""

from newsgraph.evaluate.items import score_items
from newsgraph.evaluate.page import score_page
from newsgraph.evaluate.report import evaluate_files, format_json, format_table
from newsgraph.evaluate.tally import Tally

__all__ = ["Tally", "evaluate_files", "format_json", "format_table", "score_items", "score_page"]
