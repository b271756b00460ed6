"""Facts and rules. Belongs here: frozen values and pure functions. Does not: files, clock,
network, randomness, pixels, vendors."""
