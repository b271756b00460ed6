"""Everything that touches the world: one folder a seam, one file a technology.

Belongs here: translation between a vendor and the ports of ``workflow/ports.py``. Does not: rules,
decisions, or knowledge of another seam. Only ``bootstrap`` imports these.
"""
