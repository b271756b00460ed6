"""Clean pictures of drafts at rest: encrypted, each under all the licences that allowed it.

A picture opens only while none of its licences' keys was destroyed, so it ends with the first of
them, in every copy. Knows nothing of who may edit what.
"""

import io
import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from PIL import Image

from toile.adapters.models.licence_keys import LicenceKeys, file_name, written
from toile.domain.errors import ServiceUnavailable
from toile.domain.ids import DraftId
from toile.domain.pictures import Picture

log = logging.getLogger(__name__)
_NONCE = 12
_END = b"\n"
# A shot without people has no licence; what is kept of it is under the studio's own key.
_NOBODY = ("",)


class SealedOriginals:
    """A folder of sealed pictures, a file a draft."""

    def __init__(self, folder: Path, keys: LicenceKeys) -> None:
        self._folder = folder
        self._keys = keys

    def keep(self, draft: DraftId, licences: Sequence[str], picture: Picture) -> None:
        """Seal the clean picture of a draft under its licences."""
        under = tuple(sorted(licences)) or _NOBODY
        head = json.dumps({"draft": draft, "licences": under}).encode("utf-8")
        nonce = os.urandom(_NONCE)
        try:
            key = _joined([self._keys.made(licence) for licence in under])
            body = AESGCM(key).encrypt(nonce, _packed(picture), head)
            written(self._place(draft), head + _END + nonce + body)
        except OSError as error:
            raise ServiceUnavailable(
                f"The picture could not be kept for later changes: {error.strerror}.",
                hint="Make room on the disk of the data folder, then draft it again.",
            ) from error

    def opened(self, draft: DraftId) -> Picture | None:
        """Return the clean picture of a draft, or ``None`` where it is not to be had any more."""
        try:
            head, _, body = self._place(draft).read_bytes().partition(_END)
            told = json.loads(head)
            keys = [self._keys.known(licence) for licence in told["licences"]]
            whole = [key for key in keys if key is not None]
            if told["draft"] != draft or len(whole) < len(keys):
                return None
            return _unpacked(AESGCM(_joined(whole)).decrypt(body[:_NONCE], body[_NONCE:], head))
        except FileNotFoundError:
            return None
        except (InvalidTag, ValueError, KeyError, TypeError) as error:
            # The draft's own record tells whether what is made in its place is the same picture.
            log.warning(
                "kept original damaged", extra={"draft": draft, "why": type(error).__name__}
            )
            return None

    def forget(self, drafts: Sequence[DraftId]) -> None:
        """Delete what is kept of drafts; deleting it twice is no fault."""
        for draft in drafts:
            self._place(draft).unlink(missing_ok=True)

    def _place(self, draft: DraftId) -> Path:
        return self._folder / f"{file_name(draft)}.sealed"


def _joined(keys: Sequence[bytes]) -> bytes:
    """Return the one key that takes all of these to make."""
    return HKDF(SHA256(), 32, salt=None, info=b"toile original").derive(b"".join(keys))


def _packed(picture: Picture) -> bytes:
    buffer = io.BytesIO()
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _unpacked(data: bytes) -> Picture:
    image = Image.open(io.BytesIO(data), formats=("PNG",))
    return Picture(image.width, image.height, image.tobytes())
