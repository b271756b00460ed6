"""References that people bring to a board: where they lie, and what is read from their pixels."""
