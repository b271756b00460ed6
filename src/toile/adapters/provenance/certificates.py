"""Makes a development chain: a root whose key is forgotten at once, and a leaf for drafts."""

from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

# No time stamp says when a draft was signed, so its credential holds as long as its leaf does.
_YEARS: Final = 10


def new_chain(studio: str, now: datetime) -> tuple[bytes, bytes]:
    """Return a development chain and its key, both PEM."""
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
    builder = _builder(name, name, key.public_key(), now)
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
    builder = _builder(_name(studio, "Draft signer"), root.subject, key, now)
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
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * _YEARS))
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
