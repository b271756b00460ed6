"""Signs with a key that stays inside a PKCS#11 device: a smart card, an HSM, a key store's client.

Only a digest goes in and only a signature comes out. Needs the package python-pkcs11.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from toile.adapters.provenance.certificates import pem
from toile.adapters.provenance.development_keys import read_chain
from toile.domain.errors import SettingMissing

_HALF: Final = 32
_TRIAL: Final = b"toile signing trial"


@dataclass(frozen=True)
class Device:
    """Where the key is: the maker's library, the labels of token and key, and the PIN."""

    module: Path
    token: str
    key: str
    pin: str = field(repr=False)


@dataclass(frozen=True)
class DeviceCredentials:
    """A chain, PEM, leaf first; the root we trust; and ``sign``: bytes to an ES256 signature.

    A signature is r and s, 32 bytes each.
    """

    chain: bytes
    anchors: bytes
    sign: Callable[[bytes], bytes]


def device_credentials(device: Device, chain: Path) -> DeviceCredentials:
    """Return what signs with the device, after one trial signature.

    Raises ``SettingMissing`` when the device does not sign, or not with the key of the chain.
    """
    certificates = read_chain(chain)
    sign = _Signing(device, _pkcs11())
    public = certificates[0].public_key()
    made = sign(_TRIAL)
    halves = (int.from_bytes(half, "big") for half in (made[:_HALF], made[_HALF:]))
    try:
        if not isinstance(public, ec.EllipticCurvePublicKey):
            raise InvalidSignature
        public.verify(encode_dss_signature(*halves), _TRIAL, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature as error:
        raise SettingMissing(
            "The key in the signing device and the certificate chain do not belong together.",
            hint="TOILE_SIGNING_LABEL names the key, and the chain begins with its certificate.",
        ) from error
    return DeviceCredentials(
        chain=b"".join(pem(one) for one in certificates), anchors=pem(certificates[-1]), sign=sign
    )


class _Signing:
    """One signature at a time, each in a session of its own: a device may be pulled meanwhile."""

    def __init__(self, device: Device, pkcs11: ModuleType) -> None:
        self._device, self._pkcs11, self._lock = device, pkcs11, Lock()

    def __call__(self, data: bytes) -> bytes:
        # A login counts for the whole process, so two sessions at once would trip over it.
        with self._lock:
            try:
                return self._signed(hashlib.sha256(data).digest())
            except self._pkcs11.exceptions.PinIncorrect as error:
                raise SettingMissing(
                    "The signing device refused the PIN.",
                    hint="Mend TOILE_SIGNING_PIN first: a device locks itself after a few tries.",
                ) from error
            except (self._pkcs11.exceptions.PKCS11Error, RuntimeError, OSError) as error:
                raise SettingMissing(
                    "The signing device did not sign.",
                    hint="Is it plugged in? Check TOILE_SIGNING_MODULE, _TOKEN and _LABEL.",
                ) from error

    def _signed(self, digest: bytes) -> bytes:
        token = self._pkcs11.lib(str(self._device.module)).get_token(token_label=self._device.token)
        with token.open(user_pin=self._device.pin) as session:
            key: Any = session.get_key(
                object_class=self._pkcs11.ObjectClass.PRIVATE_KEY, label=self._device.key
            )
            return bytes(key.sign(digest, mechanism=self._pkcs11.Mechanism.ECDSA))


def _pkcs11() -> ModuleType:
    try:
        return import_module("pkcs11")
    except ImportError as error:
        raise SettingMissing(
            "Signing with a device needs the package python-pkcs11.",
            hint='Install it: pip install "toile-studio[device]".',
        ) from error
