"""Corpora -> shipped models. Nothing here is needed to build a graph."""
