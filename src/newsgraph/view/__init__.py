"""graph -> one offline HTML file."""
