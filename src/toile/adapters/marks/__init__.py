"""Marks on pixels: the overlay that people see and the id that survives what people do to files."""
