"""Makes or loads the certificate chain and key that sign credentials.

The private key stays in its folder, readable by its owner alone, or in the memory of the signer;
no value here prints it.
"""

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from toile.domain.errors import SettingMissing

_CHAIN: Final = "chain.pem"
_KEY: Final = "key.pem"
_ROOT_YEARS, _LEAF_YEARS = 10, 2


@dataclass(frozen=True)
class Credentials:
    """A chain (leaf first, then its issuers) and its key, both PEM; and the roots we trust."""

    chain: bytes
    anchors: bytes
    key: bytes = field(repr=False)

    def __reduce__(self) -> str:
        raise TypeError("A private key is never saved or sent between processes.")


def development_credentials(folder: Path, *, studio: str, now: datetime) -> Credentials:
    """Return the chain of this folder, making root and leaf at first use.

    The root's own key is forgotten at once: nobody can issue a second leaf from it.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not (folder / _KEY).exists():
        chain, key = _new_chain(studio, now)
        (folder / _CHAIN).write_bytes(chain)
        # Last and exclusively: two first starts at once cannot leave a key without its chain.
        _write_private(folder / _KEY, key)
    return load_credentials(folder / _CHAIN, folder / _KEY)


def development_roots(folder: Path) -> bytes:
    """Return the root that this folder's own chain ends in, PEM; nothing where there is none."""
    try:
        chain = x509.load_pem_x509_certificates((folder / _CHAIN).read_bytes())
    except FileNotFoundError:
        return b""
    except (OSError, ValueError) as error:
        raise SettingMissing(
            "The studio's own certificate chain cannot be read.",
            hint="Bring back the folder keys from a backup.",
        ) from error
    return pem(chain[-1])


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


def _new_chain(studio: str, now: datetime) -> tuple[bytes, bytes]:
    leaf_key = ec.generate_private_key(ec.SECP256R1())
    key = leaf_key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return new_chain_for(leaf_key.public_key(), studio, now), key


def new_chain_for(key: ec.EllipticCurvePublicKey, studio: str, now: datetime) -> bytes:
    """Return a development chain, PEM, for a key that may lie elsewhere."""
    root_key = ec.generate_private_key(ec.SECP256R1())
    root = _root(studio, root_key, now)
    return pem(_leaf(studio, key, root, root_key, now)) + pem(root)


def _root(studio: str, key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    name = _name(studio, "Development root")
    builder = _builder(name, name, key.public_key(), now, _ROOT_YEARS)
    return (
        builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .sign(key, hashes.SHA256())
    )


def _leaf(
    studio: str,
    key: ec.EllipticCurvePublicKey,
    root: x509.Certificate,
    root_key: ec.EllipticCurvePrivateKey,
    now: datetime,
) -> x509.Certificate:
    builder = _builder(_name(studio, "Draft signer"), root.subject, key, now, _LEAF_YEARS)
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())
    # C2PA validators accept this purpose without extra settings; code signing is refused.
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
    return (
        builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(purpose, critical=False)
        .add_extension(issuer, critical=False)
        .sign(root_key, hashes.SHA256())
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, years: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * years))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _name(studio: str, role: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, studio[:64] or "Studio"),
            x509.NameAttribute(NameOID.COMMON_NAME, role),
        ]
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def pem(certificate: x509.Certificate) -> bytes:
    """Return a certificate as PEM."""
    return certificate.public_bytes(serialization.Encoding.PEM)
