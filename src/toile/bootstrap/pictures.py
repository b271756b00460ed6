"""From a blocking to a marked picture."""

from functools import cache
from typing import TYPE_CHECKING

from toile.domain.errors import SettingMissing
from toile.settings import Settings

if TYPE_CHECKING:
    from toile.adapters.marks.brand_styles import BrandStyles
    from toile.adapters.provenance.development_keys import Credentials
    from toile.adapters.provenance.hardware_keys import DeviceCredentials
    from toile.domain.blocking import Blocking
    from toile.domain.catalogue import Catalogue
    from toile.domain.draft_facts import DraftFacts
    from toile.domain.pictures import Picture
    from toile.workflow.ports import Marker, Renderer

_RENEW_GIVEN = (
    "Put the renewed certificate and its key where TOILE_SIGNING_CHAIN points, and restart."
)
_RENEW_MADE = "Start the studio again: it makes a new one by itself."


def marker(settings: Settings) -> "Marker":
    """Return the marking chain with this studio's keys, made at first use."""
    from toile.adapters.images import apart, codec, views
    from toile.adapters.marks.chain import MarkChain
    from toile.adapters.marks.invisible.keys import load_keys
    from toile.adapters.marks.invisible.mark import InvisibleMark
    from toile.adapters.marks.visible import VisibleOverlay
    from toile.adapters.metadata.xmp import XmpWriter
    from toile.adapters.provenance.c2pa_signing import C2paSigner
    from toile.adapters.provenance.development_keys import (
        development_credentials,
        development_roots,
    )
    from toile.adapters.system import SystemClock

    keys = settings.folder / "keys"
    given = given_credentials(settings)
    credentials = given or development_credentials(
        keys, studio=settings.studio, now=SystemClock().now()
    )
    return MarkChain(
        overlay=VisibleOverlay(),
        hidden=InvisibleMark(load_keys(keys)),
        words=XmpWriter(),
        # What was signed with an older certificate, or before there was a real one, is still ours.
        signer=C2paSigner(
            credentials,
            also_trusted=development_roots(keys),
            renewing=_RENEW_GIVEN if given else _RENEW_MADE,
        ),
        encode=codec.encode,
        views=apart.views,
        mime_of=views.kind_of,
    )


def mark_styles(settings: Settings) -> "BrandStyles":
    """Return how each brand wants its visible marks to look."""
    from toile.adapters.marks.brand_styles import BrandStyles

    return BrandStyles(settings.brand_marks.expanduser() if settings.brand_marks else None)


def given_credentials(settings: Settings) -> "Credentials | DeviceCredentials | None":
    """Return what signs with the studio's real certificate, or ``None`` where none is set.

    The key is in a file or in a PKCS#11 device. Raises ``SettingMissing`` where half of it is set:
    signing with a development certificate instead would go unnoticed.
    """
    from toile.adapters.provenance.development_keys import load_credentials
    from toile.adapters.provenance.hardware_keys import Device, device_credentials

    chain, key, module = settings.signing_chain, settings.signing_key, settings.signing_module
    if key and module:
        raise SettingMissing(
            "The signing key is said to be both in a file and in a device.",
            hint="Set TOILE_SIGNING_KEY or TOILE_SIGNING_MODULE, not both.",
        )
    if chain and key:
        return load_credentials(chain, key)
    if chain and module:
        pin = settings.signing_pin.get_secret_value()
        device = Device(module, settings.signing_token, settings.signing_label, pin)
        return device_credentials(device, chain)
    if chain or key or module:
        raise SettingMissing(
            "A signing chain and its key belong together, and only one of them is set.",
            hint="Set both TOILE_SIGNING_CHAIN and TOILE_SIGNING_KEY, or neither.",
        )
    return None


def renderer(settings: Settings) -> "Renderer":
    """Return the renderer that works on this machine."""
    from toile.adapters.renderers.blocked_drafts import BlockedDrafts
    from toile.adapters.renderers.mitsuba import MitsubaRenderer
    from toile.adapters.renderers.remembered import Remembered

    return Remembered(BlockedDrafts(MitsubaRenderer(threads=settings.render_threads or None)))


@cache
def catalogue() -> "Catalogue":
    """Return everything that can be blocked, and the words for it."""
    from toile.adapters.renderers.library import load_catalogue

    return load_catalogue()


def lighting_diagram(blocking: "Blocking") -> str:
    """Return the light plan of a blocking as SVG."""
    from toile.domain.lighting_diagram import lighting_diagram as drawn

    return drawn(blocking)


def measure_draft(picture: "Picture") -> "DraftFacts":
    """Return what is measured on a picture before it is marked."""
    from toile.adapters.inspection.draft_pixels import measured

    return measured(picture)
