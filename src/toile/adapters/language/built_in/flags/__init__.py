"""Wishes that are refused, asked about or passed on, and words that only look like one."""
