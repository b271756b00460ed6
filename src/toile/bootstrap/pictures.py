"""From a blocking to a marked picture."""

from functools import cache
from typing import TYPE_CHECKING

from toile.domain.errors import SettingMissing
from toile.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from toile.adapters.marks.brand_styles import BrandStyles
    from toile.domain.blocking import Blocking
    from toile.domain.catalogue import Catalogue
    from toile.domain.draft_facts import DraftFacts
    from toile.domain.pictures import Picture
    from toile.workflow.ports import Marker, Renderer


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
        load_credentials,
    )
    from toile.adapters.system import SystemClock

    keys = settings.folder / "keys"
    if given := signing_files(settings):
        credentials = load_credentials(*given)
    else:
        credentials = development_credentials(keys, studio=settings.studio, now=SystemClock().now())
    return MarkChain(
        overlay=VisibleOverlay(),
        hidden=InvisibleMark(load_keys(keys)),
        words=XmpWriter(),
        # What was signed before the studio had a real certificate is still its own.
        signer=C2paSigner(credentials, also_trusted=development_roots(keys)),
        encode=codec.encode,
        views=apart.views,
        mime_of=views.kind_of,
    )


def mark_styles(settings: Settings) -> "BrandStyles":
    """Return how each brand wants its visible marks to look."""
    from toile.adapters.marks.brand_styles import BrandStyles

    return BrandStyles(settings.brand_marks.expanduser() if settings.brand_marks else None)


def signing_files(settings: Settings) -> "tuple[Path, Path] | None":
    """Return the real certificate chain and key, or ``None`` for those made here.

    Raises ``SettingMissing`` where one is set without the other: signing with a development
    certificate instead would go unnoticed.
    """
    chain, key = settings.signing_chain, settings.signing_key
    if chain and key:
        return chain, key
    if chain or key:
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
