"""The wiring of likenesses: the registry's licences and the vault, together."""

from typing import TYPE_CHECKING

from toile.bootstrap.house import records
from toile.bootstrap.painting import twin_vault
from toile.settings import Settings

if TYPE_CHECKING:
    from toile.workflow.keep_likeness import KeepLikeness


def keep_likeness(settings: Settings) -> "KeepLikeness":
    """Return the verb that seals a likeness under a licence on file."""
    from toile.adapters.system import SystemClock
    from toile.workflow.keep_likeness import KeepLikeness

    return KeepLikeness(records(settings).registry, twin_vault(settings), SystemClock())
