"""Twins' own weights at rest: encrypted, bound to one licence, gone with it.

Such weights are a likeness: a biometric asset like the capture they were made from. Each licence
has a key of its own, so destroying that key ends every copy of the weights, backups included.
Knows nothing of how weights are made or worn; who asks has decided that the licence holds.
"""

import hashlib
import json
import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from toile.adapters.models.soundness import broken_header
from toile.domain.errors import BadInput, NotAllowed, NotFound
from toile.domain.ids import LicenceId, TwinId
from toile.domain.painting import KeptWeights, TwinWeights

_NONCE = 12
_END = b"\n"


class TwinVault:
    """A folder of encrypted weights and, apart from it, a folder of keys."""

    def __init__(self, folder: Path, keys: Path) -> None:
        self._folder = folder
        self._keys = keys

    def keep(self, twin: TwinId, licence: LicenceId, data: bytes, on: datetime) -> KeptWeights:
        """Encrypt a twin's weights under the key of one licence, over what was kept before."""
        if why := broken_header(data):
            raise BadInput(
                f"The weights for twin {twin} are not whole safetensors: {why}.",
                hint="Export them again.",
            )
        kept = KeptWeights(
            twin=twin, licence=licence, sha256=hashlib.sha256(data).hexdigest(), kept_on=on
        )
        head = kept.model_dump_json().encode("utf-8")
        nonce = os.urandom(_NONCE)
        sealed = AESGCM(self._key(licence, make=True)).encrypt(nonce, data, head)
        _written(self._place(twin), head + _END + nonce + sealed)
        return kept

    def listed(self) -> tuple[KeptWeights, ...]:
        """Return whose weights are kept and under which licence; opens nothing."""
        return tuple(_head(path) for path in sorted(self._folder.glob("*.sealed")))

    def opened(
        self, twin: TwinId, holding: Collection[LicenceId], *, strength: float = 1.0
    ) -> TwinWeights | None:
        """Return a twin's weights in memory, or ``None`` when there are none.

        ``holding`` are the licences that allow this use now. Raises ``NotAllowed`` when the one
        the weights are bound to is not among them.
        """
        place = self._place(twin)
        if not place.is_file():
            return None
        kept = _head(place)
        if kept.licence not in holding:
            raise NotAllowed(
                f"The weights of twin {twin} belong to licence {kept.licence}, which does not "
                "hold for this use.",
                hint="Draft without them, or ask for a licence that covers it.",
            )
        head, _, body = place.read_bytes().partition(_END)
        try:
            data = AESGCM(self._key(kept.licence)).decrypt(body[:_NONCE], body[_NONCE:], head)
        except InvalidTag as error:
            raise BadInput(
                f"The weights of twin {twin} were changed on disk, so they are not used.",
                hint="Add them again.",
            ) from error
        return TwinWeights(twin=twin, digest=kept.sha256, strength=strength, data=data)

    def forget(self, licence: LicenceId) -> tuple[TwinId, ...]:
        """Destroy the licence's key and every weight under it; return whose they were."""
        self._key_place(licence).unlink(missing_ok=True)
        gone = [kept.twin for kept in self.listed() if kept.licence == licence]
        for twin in gone:
            self._place(twin).unlink(missing_ok=True)
        return tuple(gone)

    def _place(self, twin: TwinId) -> Path:
        return self._folder / f"{_file_name(twin)}.sealed"

    def _key_place(self, licence: LicenceId) -> Path:
        return self._keys / f"{_file_name(licence)}.key"

    def _key(self, licence: LicenceId, *, make: bool = False) -> bytes:
        place = self._key_place(licence)
        if not place.is_file():
            if not make:
                raise NotFound(
                    f"The key of licence {licence} is gone, and the weights with it.",
                    hint="Only a new capture under a new licence brings them back.",
                )
            _written(place, AESGCM.generate_key(bit_length=256))
        return place.read_bytes()


def _file_name(name: str) -> str:
    # An id may hold any character; its digest holds none that a file system minds.
    return hashlib.sha256(name.encode("utf-8")).hexdigest()[:32]


def _head(path: Path) -> KeptWeights:
    with path.open("rb") as file:
        line = file.readline()
    try:
        return KeptWeights.model_validate(json.loads(line))
    except ValueError as error:
        raise BadInput(f"{path.name} is not a file of sealed weights.") from error


def _written(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = place.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    fresh.replace(place)
