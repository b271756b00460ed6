"""Generators: a blocked shot becomes a photographic picture.

Belongs here: one file a family of image models, and the few parts they share. Does not: rights,
marks, queues, or where weights come from.
"""
