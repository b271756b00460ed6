"""Reading an edit: what is meant, of which shots, as typed commands."""
