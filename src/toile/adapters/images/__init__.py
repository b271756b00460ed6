"""Picture files: bytes to pixels and back, and where marked pictures are kept."""
