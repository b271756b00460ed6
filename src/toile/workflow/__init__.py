"""The verbs of the job. Belongs here: what happens in which order, through ports only. Does not:
vendors, pixels, SQL, screens. Read ``ports.py`` first."""
