"""What a backup says of itself: written last, so that half a backup has none."""

from datetime import datetime

from toile.domain.values import Value

NAME = "backup.json"


class KeptFile(Value):
    """A file by its place in the data folder."""

    place: str
    size: int
    sha256: str


class BackupNote(Value):
    """When it was made, by which version, what is in it, and where the ledger ended."""

    type: str = "Backup.1"
    made_at: datetime
    toile: str
    ledger_length: int
    ledger_head: str
    files: tuple[KeptFile, ...]

    @property
    def size(self) -> int:
        """Return the bytes kept."""
        return sum(file.size for file in self.files)
