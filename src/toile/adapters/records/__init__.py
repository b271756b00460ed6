"""Boards, registry, drafts, ledger and counts as rows: SQLite in a file, PostgreSQL by URL."""
