"""Tokens of 256 random bits, and passwords under scrypt (RFC 7914) with a salt of their own.

The cost is one that OWASP names for scrypt: N = 2^15, r = 8, p = 3; 32 MB and about a quarter of a
second a try, so guessing is dear and a person does not notice.
"""

import base64
import hashlib
import hmac
import secrets

LOG_N, R, P = 15, 8, 3
SALT, LENGTH = 16, 32
MEMORY = 64 * 1024 * 1024


class ScryptLocks:
    """The port ``Locks`` with the standard library alone."""

    def token(self) -> str:
        """Return a token that nobody guesses, fit for an address."""
        return secrets.token_urlsafe(32)

    def seal(self, password: str) -> str:
        """Return what may be kept of a password; the cost is written beside it."""
        salt = secrets.token_bytes(SALT)
        key = _key(password, salt, LOG_N, R, P)
        return "$".join(("scrypt", str(LOG_N), str(R), str(P), _text(salt), _text(key)))

    def opens(self, password: str, sealed: str) -> bool:
        """Say whether a password is the sealed one, in the same time for any wrong one."""
        _, log_n, r, p, salt, key = sealed.split("$")
        tried = _key(password, _bytes(salt), int(log_n), int(r), int(p))
        return hmac.compare_digest(tried, _bytes(key))


def _key(password: str, salt: bytes, log_n: int, r: int, p: int) -> bytes:
    given = password.encode("utf-8")
    return hashlib.scrypt(given, salt=salt, n=1 << log_n, r=r, p=p, maxmem=MEMORY, dklen=LENGTH)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
