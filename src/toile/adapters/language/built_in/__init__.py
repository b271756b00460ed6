"""The built-in interpreter and planner: no key, no download, the vocabulary is data."""
