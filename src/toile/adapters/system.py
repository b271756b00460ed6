"""The real clock, real ids and real chance: the only place that has them."""

import secrets
from datetime import UTC, datetime

# No 0/O or 1/l: ids are read aloud and typed.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


class SystemClock:
    """The ``Clock`` port on this machine."""

    def now(self) -> datetime:
        """Return the instant, in UTC."""
        return datetime.now(UTC)

    def new_id(self, kind: str) -> str:
        """Return a short id that says its kind, such as ``board-7km2q9xw4t``; 49 random bits."""
        return f"{kind}-{''.join(secrets.choice(ALPHABET) for _ in range(10))}"

    def seed(self) -> int:
        """Return a seed that every generator takes: 31 bits."""
        return secrets.randbelow(2**31)
