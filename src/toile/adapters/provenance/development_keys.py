"""Makes, renews or loads the certificate chain and key that sign credentials.

The private key stays in its folder, readable by its owner alone, or in the memory of the signer;
no value here prints it. The first chain lies in the folder itself, a renewed one in a folder
``signing-0002`` and so on beside it: what an older chain signed stays ours.
"""

import os
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from filelock import FileLock, Timeout

from toile.adapters.provenance.certificates import new_chain, pem
from toile.adapters.provenance.running_out import runs_out
from toile.domain.errors import SettingMissing

_CHAIN: Final = "chain.pem"
_KEY: Final = "key.pem"
_HALF: Final = ".key.making"
_RENEWED: Final = "signing-*"
_WAIT_SECONDS: Final = 60
# A draft's credential must hold for years after its last use; renewing costs nothing.
_HOLDS_AT_LEAST: Final = timedelta(days=5 * 365)


@dataclass(frozen=True)
class Credentials:
    """A chain (leaf first, then its issuers) and its key, both PEM; and the roots we trust."""

    chain: bytes
    anchors: bytes
    key: bytes = field(repr=False)

    def __reduce__(self) -> str:
        raise TypeError("A private key is never saved or sent between processes.")


def development_credentials(folder: Path, *, studio: str, now: datetime) -> Credentials:
    """Return the newest chain of this folder, making root and leaf at first use, and new ones
    once a draft signed today would not hold for five years.

    The root's own key is forgotten at once: nobody can issue a second leaf from it.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    newest = _newest(folder)
    if newest is None:
        newest = _first(folder, studio, now)
    elif runs_out(newest / _CHAIN) - now < _HOLDS_AT_LEAST:
        newest = _renewed(folder, newest, studio, now)
    return load_credentials(newest / _CHAIN, newest / _KEY)


def _first(folder: Path, studio: str, now: datetime) -> Path:
    """Return where the first chain and key lie; of two first starts at once, one makes them."""
    try:
        with FileLock(folder / ".making.lock", timeout=_WAIT_SECONDS, mode=0o600):
            if there := _newest(folder):
                return there
            chain, key = new_chain(studio, now)
            (folder / _CHAIN).write_bytes(chain)
            # Another start takes a key that is there for whole: it appears at once.
            half = folder / _HALF
            half.unlink(missing_ok=True)
            _write_private(half, key)
            half.rename(folder / _KEY)
            return folder
    except Timeout as error:
        raise SettingMissing(
            "Another start of the studio is making its signing key.", hint="Start again."
        ) from error


def development_chain(folder: Path) -> Path | None:
    """Return the file of the chain that signs for this folder, or ``None`` before its first use."""
    newest = _newest(folder)
    return newest and newest / _CHAIN


def development_roots(folder: Path) -> bytes:
    """Return the roots that this folder's own chains end in, PEM; nothing where there is none."""
    chains = [*folder.glob(_CHAIN), *sorted(folder.glob(f"{_RENEWED}/{_CHAIN}"))]
    try:
        read = [x509.load_pem_x509_certificates(chain.read_bytes()) for chain in chains]
    except (OSError, ValueError) as error:
        raise SettingMissing(
            "The studio's own certificate chain cannot be read.",
            hint="Bring back the folder keys from a backup.",
        ) from error
    return b"".join(pem(chain[-1]) for chain in read)


def _newest(folder: Path) -> Path | None:
    """Return where the newest chain and key lie together."""
    renewed = sorted(folder.glob(_RENEWED), reverse=True)
    return next((place for place in (*renewed, folder) if (place / _KEY).exists()), None)


def _renewed(folder: Path, old: Path, studio: str, now: datetime) -> Path:
    """Return where a new chain and key lie; the old chain stays for reading, its key is deleted.

    A folder that cannot be written goes on with the old ones: what is there can still be read.
    """
    number = 2 if old == folder else int(old.name.rpartition("-")[2]) + 1
    place = folder / _RENEWED.replace("*", f"{number:04d}")
    try:
        _make_together(place, *new_chain(studio, now))
    except OSError:
        # Another start may just have renewed it: its pair is as good.
        return place if (place / _KEY).exists() else old
    (old / _KEY).unlink(missing_ok=True)
    return place


def _make_together(place: Path, chain: bytes, key: bytes) -> None:
    """Write a chain and its key so that both appear at once, or neither."""
    made = Path(tempfile.mkdtemp(prefix=".renewing-", dir=place.parent))
    try:
        (made / _CHAIN).write_bytes(chain)
        _write_private(made / _KEY, key)
        made.rename(place)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        raise


def load_credentials(chain: Path, key: Path) -> Credentials:
    """Return a real chain and key from PEM files; the last certificate becomes the anchor.

    Raises ``SettingMissing`` when a file is absent or unreadable or the two do not belong
    together.
    """
    certificates = read_chain(chain)
    try:
        private = serialization.load_pem_private_key(key.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise SettingMissing(
            "The signing key cannot be read.",
            hint="Give a PEM file with an unencrypted PKCS#8 key.",
        ) from error
    if not isinstance(private, ec.EllipticCurvePrivateKey) or private.curve.name != "secp256r1":
        raise SettingMissing("The signing key is not an ES256 key.", hint="Use the P-256 curve.")
    _require_together(certificates, private)
    return Credentials(
        chain=b"".join(pem(certificate) for certificate in certificates),
        anchors=pem(certificates[-1]),
        key=private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    )


def read_chain(chain: Path) -> list[x509.Certificate]:
    """Return the certificates of a PEM file, leaf first; raises ``SettingMissing``.

    There are at least two, and each was issued by the next.
    """
    try:
        certificates = x509.load_pem_x509_certificates(chain.read_bytes())
    except (OSError, ValueError) as error:
        raise SettingMissing(
            "The signing certificate cannot be read.",
            hint="Give a PEM file with the whole chain, leaf first.",
        ) from error
    if len(certificates) < 2:
        raise SettingMissing(
            "The signing certificate comes without its issuer.",
            hint="A chain has a leaf for the key and at least one issuer.",
        )
    try:
        for child, issuer in pairwise(certificates):
            child.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature) as error:
        raise SettingMissing(
            "The certificates of the signing chain do not follow from each other.",
            hint="Order them leaf first, root last.",
        ) from error
    return certificates


def _require_together(
    certificates: list[x509.Certificate], private: ec.EllipticCurvePrivateKey
) -> None:
    if certificates[0].public_key() != private.public_key():
        raise SettingMissing(
            "The signing key and its certificate chain do not belong together.",
            hint="The chain begins with the certificate of this key.",
        )


def _write_private(path: Path, data: bytes) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise SettingMissing(
            "Another start of the studio is making its signing key.", hint="Start again."
        ) from error
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
