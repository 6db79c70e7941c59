"""Records -> networkx.MultiDiGraph."""
