"""A whole data folder in another place, checked file by file, and brought back."""
