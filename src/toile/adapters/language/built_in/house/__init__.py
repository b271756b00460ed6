"""Whose brief it is: the brand and the collection, weighed among all names of a text."""
