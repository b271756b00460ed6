"""Names of things as types, so that one kind of id is never taken for another."""

from typing import NewType

BoardId = NewType("BoardId", str)
ShotId = NewType("ShotId", str)
TwinId = NewType("TwinId", str)
LicenceId = NewType("LicenceId", str)
BrandId = NewType("BrandId", str)
PersonId = NewType("PersonId", str)
# The digest of a DraftRequest: asking twice for the same picture is one draft.
DraftId = NewType("DraftId", str)
# SHA-256 of the stored bytes, 64 hex digits.
ImageHash = NewType("ImageHash", str)
