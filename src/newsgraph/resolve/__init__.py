"""Mention -> Entity."""
