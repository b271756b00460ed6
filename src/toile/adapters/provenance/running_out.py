"""When a certificate chain runs out. Opens no key."""

from datetime import datetime
from pathlib import Path

from cryptography import x509

from toile.domain.errors import SettingMissing


def runs_out(chain: Path) -> datetime:
    """Return the instant after which the chain of a PEM file no longer holds."""
    try:
        return end_of(chain.read_bytes())
    except (OSError, ValueError) as error:
        raise SettingMissing(
            "The signing certificate cannot be read.", hint="Give a PEM file, leaf first."
        ) from error


def end_of(chain: bytes) -> datetime:
    """Return when the first certificate of a PEM chain runs out; raises ``ValueError``."""
    certificates = x509.load_pem_x509_certificates(chain)
    return min(certificate.not_valid_after_utc for certificate in certificates)
