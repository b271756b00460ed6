"""Which shots are meant: by number, order, description or place."""
