"""Signs a finished file with a C2PA credential and reads one back. Signing comes last: any byte
changed afterwards makes the credential say so."""

import io
import json
from datetime import datetime
from typing import Any, Final

import c2pa

from toile.adapters.provenance.development_keys import Credentials
from toile.adapters.provenance.hardware_keys import DeviceCredentials
from toile.adapters.provenance.manifest import parent_ingredient, read_manifest, write_manifest
from toile.adapters.provenance.running_out import term_of
from toile.domain.errors import BadInput, MarkFailed
from toile.domain.marks import Claims, ManifestReading, Signed

_MIMES: Final = frozenset(
    {"image/png", "image/jpeg", "image/webp", "image/avif", "application/pdf"}
)
_ALONE: Final = "application/c2pa"


class C2paSigner:
    """One signer a process, shared by its threads; works offline, without a time stamp server."""

    def __init__(
        self,
        credentials: Credentials | DeviceCredentials,
        *,
        also_trusted: bytes = b"",
        renewing: str = "Renew it.",
    ) -> None:
        """Take the signing chain; ``also_trusted`` holds older roots of ours, PEM.

        ``renewing`` is what a person does once the chain has run out.
        """
        anchors = (credentials.anchors + also_trusted).decode()
        # The library's own thumbnails would put an unmarked-size copy and 80 kB into each file.
        self._context = c2pa.Context.from_dict(_settings(anchors))
        self._signer = _signer_of(credentials)
        self._begins, self._ends = term_of(credentials.chain)
        self._renewing = renewing

    def sign(
        self, data: bytes, mime: str, claims: Claims, *, parent: bytes | None = None
    ) -> Signed:
        """Return the file with its credential inside, and the credential alone.

        ``parent`` is the file of the earlier draft, of the same media type; its own credential
        is then carried along. Raises ``MarkFailed`` when the result does not read back as trusted.
        """
        if mime not in _MIMES:
            raise BadInput(f"A file of type {mime} cannot carry a credential.")
        definition = write_manifest(claims, mime, with_parent_file=parent is not None)
        signed = io.BytesIO()
        try:
            with c2pa.Builder(definition, self._context) as builder:
                if parent is not None and claims.parent_draft_id is not None:
                    ingredient = parent_ingredient(claims.parent_draft_id)
                    builder.add_ingredient(ingredient, mime, io.BytesIO(parent))
                manifest = builder.sign(self._signer, mime, io.BytesIO(data), signed)
        except c2pa.C2paError as error:
            self.require_signing(claims.signed_at)
            raise MarkFailed(
                "The credential could not be signed, so nothing was kept.",
                hint="`toile doctor` looks at the signing certificate and its key.",
            ) from error
        self._require_trusted(signed.getvalue(), mime)
        return Signed(data=signed.getvalue(), manifest=bytes(manifest))

    def require_signing(self, at: datetime) -> None:
        """Raise ``MarkFailed`` where the chain does not hold at this instant."""
        if at < self._begins:
            raise MarkFailed(
                f"The certificate that signs drafts holds from {self._begins:%Y-%m-%d} on, "
                "so nothing can be drafted yet.",
                hint="Wait until then, or sign with another.",
            )
        if self._ends <= at:
            raise MarkFailed(
                f"The certificate that signs drafts ran out on {self._ends:%Y-%m-%d}, "
                "so nothing can be drafted.",
                hint=self._renewing,
            )

    def read(self, data: bytes, mime: str) -> ManifestReading | None:
        """Return what the file's credential says, or None where it carries none."""
        return self._read(data, mime, None)

    def read_detached(self, data: bytes, mime: str, manifest: bytes) -> ManifestReading | None:
        """Return what a credential kept by id says of this file: altered, if bytes changed.

        A file of a kind that cannot carry one (a deck, a scan) is told by the credential alone.
        """
        if mime in _MIMES:
            return self._read(data, mime, manifest)
        return self._read(manifest, _ALONE, None)

    def _read(self, data: bytes, mime: str, manifest: bytes | None) -> ManifestReading | None:
        try:
            reader = c2pa.Reader.try_create(mime, io.BytesIO(data), manifest, context=self._context)
            if reader is None:
                return None
            with reader:
                report: dict[str, Any] = json.loads(reader.json())
                return read_manifest(report, str(reader.get_validation_state()))
        except c2pa.C2paError:
            # A credential too damaged to parse says nothing about the picture.
            return None

    def _require_trusted(self, data: bytes, mime: str) -> None:
        reading = self.read(data, mime)
        if reading is None or reading.state != "trusted":
            problems = ", ".join(reading.problems) if reading else "no credential found"
            raise MarkFailed(f"The signed file did not read back as ours: {problems}.")


def _signer_of(credentials: Credentials | DeviceCredentials) -> c2pa.Signer:
    way = c2pa.C2paSigningAlg.ES256
    if isinstance(credentials, DeviceCredentials):
        return c2pa.Signer.from_callback(credentials.sign, way, credentials.chain.decode())
    info = c2pa.C2paSignerInfo(way, credentials.chain, credentials.key, None)
    return c2pa.Signer.from_info(info)


def _settings(anchors: str) -> dict[str, Any]:
    return {
        "version": 1,
        "trust": {"user_anchors": anchors},
        "verify": {
            "verify_trust": True,
            "ocsp_fetch": False,
            "remote_manifest_fetch": False,
            "verify_after_sign": False,
        },
        "builder": {"thumbnail": {"enabled": False}},
    }
