"""files -> Source."""
