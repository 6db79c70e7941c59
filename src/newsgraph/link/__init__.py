"""Entity + Mention -> Event, Relation."""
