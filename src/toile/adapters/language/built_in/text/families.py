"""Families of languages, which share where a noun's head stands and whether nouns are joined.

English is of neither: its head is last and its nouns are written apart.
"""

# The head comes first and adjectives behind it: "gafas de sol", "manteau noir".
ROMANCE = ("fr", "it", "es")
# Nouns are joined into one word: "Wollmantel", "höstkappa".
GERMANIC = ("de", "sv")
