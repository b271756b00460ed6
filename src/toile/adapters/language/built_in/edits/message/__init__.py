"""A message before it is an edit: its words, clauses, corrections and what it is about."""
