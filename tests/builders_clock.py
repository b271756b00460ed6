"""A clock that stands, for tests of what a day decides."""

from datetime import datetime


class At:
    """A clock that stands at one instant."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def new_id(self, kind: str) -> str:
        return f"{kind}-x"

    def seed(self) -> int:
        return 7
