"""Work under way in words: what is done now, how long it may take, what is seen meanwhile."""

from collections.abc import Sequence
from datetime import timedelta
from statistics import median

from toile.domain.drafts import Draft, DraftStatus
from toile.domain.pace import own_seconds
from toile.ui import wording
from toile.ui.links import picture_url


def doing(status: DraftStatus) -> str:
    """Say what is done right now, in the words of whoever does it."""
    if status.state == "queued":
        return "waiting"
    said = status.say.rstrip(".") or status.step or "starting"
    return said[:1].lower() + said[1:]


def left(status: DraftStatus) -> str:
    """Say how long the work under way may still take; nothing of what is being stopped."""
    if status.eta_seconds is not None:
        return f" · {wording.seconds(status.eta_seconds)} left"
    return "" if status.stopping else f" · {wording.seconds(None)}"


def forming(status: DraftStatus, viewer: str) -> str | None:
    """Return the address of the newest preview of a picture that forms, or ``None`` before it."""
    if not status.forming:
        return None
    return f"{picture_url(status.id, 'forming', viewer)}?{status.forming[:8]}"


def watched(
    status: DraftStatus | None, viewer: str, version: int, shown: int
) -> tuple[str | None, str]:
    """Return the preview of a version being drawn, and the words on what is shown meanwhile."""
    if status and (url := forming(status, viewer)):
        return url, f"Version {version} is forming"
    return (
        None,
        f"Version {version} is being drawn{f': this is {shown}' if shown != version else ''}",
    )


def usual(drafts: Sequence[Draft], *, painted: bool) -> float | None:
    """Return the seconds that one picture took of those made the same way, painted or blocked."""
    same = [one for one in drafts if (one.request.generator == "diffusers") == painted]
    spans = [
        (one.drafted_at - timedelta(seconds=one.recipe.seconds), one.drafted_at) for one in same
    ]
    return median(own_seconds(spans)) if spans else None
