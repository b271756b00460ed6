"""Toile: a brief in plain words becomes a board of rights-cleared, marked drafts.

The job runs through one typed value a step: Brief, ShotList, Casting, ClearedCasting, Blocking,
Draft, Board. Layers import downwards only: ``ui | cli``, ``bootstrap``, ``adapters | settings``,
``workflow``, ``domain``. Start reading at ``workflow/ports.py``.
"""

__version__ = "0.1.0"
