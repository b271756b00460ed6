"""The seam ``People``: who works here, from a file or alone; and the table of verbs."""
