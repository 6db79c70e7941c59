"""Facts of the field that several stages share: divisions, surnames, posts, bodies."""
