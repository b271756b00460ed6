"""Share: a link that shows chosen versions of a board to somebody outside, for a while.

Belongs here: what a link holds and whether it is open. Does not: making tokens, checking passwords,
deciding rights. The token itself is never kept, only its hash.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Literal

from toile.domain.days import Instant
from toile.domain.ids import BoardId, BrandId, DraftId, ImageHash, ShotId
from toile.domain.values import Value

Mode = Literal["comment", "read"]
State = Literal["open", "ended", "taken back"]
LONGEST_DAYS = 90
# Wrong passwords on one link, and unknown links from one visitor, in this time.
WINDOW = timedelta(minutes=15)
MOST_WRONG = 5
MOST_UNKNOWN = 20


class SharedPicture(Value):
    """One picture of a link, frozen: a later version of the shot is another picture."""

    shot: ShotId
    version: int
    draft: DraftId
    image: ImageHash


class Share(Value):
    """A link; ``password`` is a sealed one, or empty. ``to`` is whom it was made for."""

    id: str
    token_hash: str
    board: BoardId
    brand: BrandId
    title: str
    pictures: tuple[SharedPicture, ...]
    mode: Mode = "comment"
    password: str = ""
    to: str = ""
    by: str
    at: Instant
    until: Instant
    taken_back: Instant | None = None

    def state(self, now: datetime) -> State:
        """Say whether the link opens now."""
        if self.taken_back is not None and self.taken_back <= now:
            return "taken back"
        return "open" if now < self.until else "ended"

    def shows(self, draft: str) -> SharedPicture | None:
        """Return the shared picture of that id, or ``None``: nothing else is shown."""
        return next((one for one in self.pictures if one.draft == draft), None)


def token_hash(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode("utf-8")).hexdigest()
