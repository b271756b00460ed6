"""From when and until when a certificate chain holds. Opens no key."""

from datetime import datetime
from pathlib import Path

from cryptography import x509

from toile.domain.errors import SettingMissing


def begins(chain: Path) -> datetime:
    """Return the instant from which every certificate of a PEM file holds."""
    return _begin(_certificates(chain))


def runs_out(chain: Path) -> datetime:
    """Return the instant after which the chain of a PEM file no longer holds."""
    return _end(_certificates(chain))


def _begin(certificates: list[x509.Certificate]) -> datetime:
    return max(certificate.not_valid_before_utc for certificate in certificates)


def _end(certificates: list[x509.Certificate]) -> datetime:
    return min(certificate.not_valid_after_utc for certificate in certificates)


def _certificates(chain: Path) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(chain.read_bytes())
    except (OSError, ValueError) as error:
        raise SettingMissing(
            "The signing certificate cannot be read.", hint="Give a PEM file, leaf first."
        ) from error


def term_of(chain: bytes) -> tuple[datetime, datetime]:
    """Return from when and until when a whole PEM chain holds; raises ``ValueError``."""
    certificates = x509.load_pem_x509_certificates(chain)
    return _begin(certificates), _end(certificates)
