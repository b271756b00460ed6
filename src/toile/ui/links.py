"""Names under which a picture or file may be fetched for a while: signed, and worthless afterwards.

Belongs here: making and reading the names. Does not: deciding who may see what (``workflow``).
"""

import base64
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass
from functools import cache
from typing import Literal

Size = Literal["full", "preview", "thumbnail", "forming"]
Kind = Literal["draft", "export", "book", "parts", "mood", "shared"]
PREFIX = "/app/static/drafts/"
EXPORTS = "/app/static/exports/"
BOOKS = "/app/static/books/"
SHARED = "/app/static/shared/"
PARTS = "/app/static/parts/"
MOODS = "/app/static/moods/"
# A name stays the same for this long, so that the browser's own cache can help.
_STEP = 600
# Seconds after which a page that stays open should name an address anew.
RENEW = _STEP // 2
_LENGTH = 32


@dataclass(frozen=True)
class Link:
    """What a name stands for: a picture, a board as a file, or a book; for one viewer."""

    kind: Kind
    of: str
    form: str
    viewer: str


def picture_url(draft: str, size: Size, viewer: str, *, now: float | None = None) -> str:
    """Return an address that works for ten to twenty minutes, and for this picture only."""
    return PREFIX + name(Link("draft", draft, size, viewer), now=now)


def export_url(board: str, form: str, viewer: str, *, now: float | None = None) -> str:
    """Return an address under which a board is released as one kind of file."""
    return EXPORTS + name(Link("export", board, form, viewer), now=now)


def book_url(document: str, page: int, viewer: str, *, now: float | None = None) -> str:
    """Return an address under which a PDF opens at a page in the browser's own reader."""
    return f"{BOOKS}{name(Link('book', document, 'pdf', viewer), now=now)}#page={page}"


def parts_url(draft: str, viewer: str, *, now: float | None = None) -> str:
    """Return an address under which the named parts of a picture are found."""
    return PARTS + name(Link("parts", draft, "json", viewer), now=now)


def mood_url(board: str, mood: str, viewer: str, *, now: float | None = None) -> str:
    """Return an address for a reference on a moodboard."""
    return MOODS + name(Link("mood", board, mood, viewer), now=now)


def shared_url(link: str, draft: str, *, now: float | None = None) -> str:
    """Return an address that shows a shared picture to whoever a review link let in."""
    return SHARED + name(Link("shared", draft, "preview", link), now=now)


def name(link: Link, *, now: float | None = None) -> str:
    """Return the signed name of a link."""
    moment = time.time() if now is None else now
    until = (int(moment // _STEP) + 2) * _STEP
    parts = [link.kind, link.of, link.form, link.viewer, until]
    payload = json.dumps(parts, separators=(",", ":")).encode()
    body = base64.urlsafe_b64encode(payload).decode().rstrip("=")
    return f"{body}.{_signature(body)}"


def read(text: str, *, now: float | None = None) -> Link | None:
    """Return what a name stands for, or ``None`` when it is forged, broken or too old."""
    body, _, signature = text.rpartition(".")
    if not body or not hmac.compare_digest(signature.encode(), _signature(body).encode()):
        return None
    kind, of, form, viewer, until = json.loads(
        base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    )
    moment = time.time() if now is None else now
    return Link(kind, of, form, viewer) if moment < until else None


def _signature(body: str) -> str:
    return hmac.new(_key(), body.encode(), hashlib.sha256).hexdigest()[:_LENGTH]


@cache
def _key() -> bytes:
    """One key a server start: names given out before a restart end with it."""
    return secrets.token_bytes(32)
