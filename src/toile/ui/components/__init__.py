"""Parts of the screen: each is given values, draws them, and returns what the person wants."""
