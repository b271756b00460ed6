"""Where a brand book opens at the page that a passage came from."""

from toile.ui import session
from toile.ui.links import book_url


def open_at(document: str, page: int) -> str:
    """Return the address of a page for the person at the screen."""
    return book_url(document, page, session.person())
