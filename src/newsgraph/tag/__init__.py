"""Article -> Mention: one spaCy ``Language`` of a statistical recogniser and what grammar and lexicon know."""
