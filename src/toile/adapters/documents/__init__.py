"""Guideline and brief files into one ``Document``: one file a format, all behind ``reader``."""
