"""The question put to the rights check: who wants to do what with which twin, where and when.

Belongs here: the request as given; ``None`` is unknown. Does not know: any licence.
"""

from typing import Literal

from toile.domain.days import Bound
from toile.domain.kept import kept
from toile.domain.values import Value


class Window(Value):
    """The planned days live, both ends included."""

    start: Bound | None
    end: Bound | None


class UseRequest(Value):
    """One use. ``media`` are dot paths, ``territory`` ISO 3166 codes or groups.

    ``on_behalf_of`` names the brand that an agency works for; ``unknown`` names further facts that
    the asker knows to be missing. The moment asked about is the ``instant`` given to ``decide``.
    """

    action: str | None
    actor: str | None
    on_behalf_of: str | None = None
    purpose: str | None = None
    twins: tuple[str, ...]
    product: str | None
    content_tags: tuple[str, ...] | None = None
    media: tuple[str, ...] | None
    territory: tuple[str, ...] | None
    online_reach: Literal["targeted", "geo_restricted", "open"] | None = "targeted"
    window: Window | None
    quantity: int | None = 1
    idempotency_key: str | None = None
    modifications: tuple[str, ...] | None = ()
    asset_hash: str | None = None
    labels_disabled: bool | None = False
    prepaid: bool | None = True
    unknown: tuple[str, ...] = ()

    def digest(self) -> str:
        """Return the SHA-256 of the canonical JSON form, reckoned once."""
        known = kept(self).get("digest")
        if known is None:
            known = kept(self)["digest"] = super().digest()
        return str(known)
