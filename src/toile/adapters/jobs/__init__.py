"""Durable drafting: a table of jobs, and a worker process that DBOS keeps honest."""
