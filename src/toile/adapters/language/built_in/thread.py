"""Forwarded mail: the newest stands on top, and its word is last."""

from toile.adapters.language.built_in.page import Page


def newest_last(page: Page) -> None:
    """Order segments by age, deepest quotation first, so that later readers may simply overwrite."""
    if any(segment.depth for segment in page.segments):
        page.segments = sorted(page.segments, key=lambda segment: (-segment.depth, segment.start))
