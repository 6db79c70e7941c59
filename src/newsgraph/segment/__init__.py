"""Source -> Page."""
