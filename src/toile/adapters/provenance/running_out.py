"""When a certificate chain runs out. Opens no key."""

from datetime import datetime
from pathlib import Path

from cryptography import x509

from toile.domain.errors import SettingMissing


def runs_out(chain: Path) -> datetime:
    """Return the instant after which the first certificate of a PEM chain no longer holds."""
    try:
        certificates = x509.load_pem_x509_certificates(chain.read_bytes())
    except (OSError, ValueError) as error:
        raise SettingMissing(
            "The signing certificate cannot be read.", hint="Give a PEM file, leaf first."
        ) from error
    return min(certificate.not_valid_after_utc for certificate in certificates)
