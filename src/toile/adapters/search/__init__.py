"""The library of guideline books: a catalogue in SQLite, vectors in Chroma, joined by ranking."""
