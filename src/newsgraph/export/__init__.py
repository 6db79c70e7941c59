"""graph, Records -> files."""
