"""The clean pictures that edits start from: in memory, sealed on disk, or made again and compared.

One whose seal does not open any more is made again from its own request and held against the
record of what it was. Knows nothing of rights: the drafting verb decides those.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Collection, Sequence
from threading import Lock

from toile.domain.drafts import Draft, DraftRequest
from toile.domain.errors import BadInput, NotAllowed, NotFound
from toile.domain.ids import DraftId
from toile.domain.pictures import Picture
from toile.workflow.ports import Drafts, Images, KeptOriginals, Retouch

MOST = 8
# Steps of 0 to 255 at the middle pixel; the marks and the file format alone move it by two or so.
FARTHEST = 5.0


class Originals:
    """Find, remember and recognise originals."""

    def __init__(
        self, drafts: Drafts, images: Images, retouch: Retouch, sealed: KeptOriginals
    ) -> None:
        self._drafts, self._images, self.retouch = drafts, images, retouch
        self._sealed = sealed
        self._kept: OrderedDict[DraftId, tuple[frozenset[str], Picture]] = OrderedDict()
        self._lock = Lock()

    def on_file(self, original: DraftId, request: DraftRequest) -> Draft:
        """Return the draft an edit starts from, or refuse one that this request may not use."""
        draft, line = self._drafts.draft(original), self._drafts.line(original)
        if draft is None or line is None:
            raise NotFound("The picture to change is not on file.", hint="Draft the shot first.")
        if line.state == "quarantined":
            raise NotAllowed("The picture to change may no longer be used.")
        if draft.request.board != request.board:
            raise NotAllowed("The picture to change is of another board.")
        if not set(draft.request.casting.twins) <= set(request.casting.twins):
            raise NotAllowed("The picture to change shows somebody who is not cleared for this.")
        return draft

    def remember(self, draft: DraftId, licences: Collection[str], picture: Picture) -> None:
        """Keep a clean picture in memory, with the licences that allowed it, for coming changes."""
        with self._lock:
            self._kept[draft] = frozenset(licences), picture
            self._kept.move_to_end(draft)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)

    def seal(self, request: DraftRequest, licences: Sequence[str], picture: Picture) -> None:
        """Keep the clean picture of a draft for as long as its licences are not withdrawn.

        An edited one is none to start from: every edit is made from the first picture.
        """
        if request.edits is None:
            self._sealed.keep(request.id, licences, picture)

    def unseal(self, draft: DraftId) -> None:
        """Keep nothing of a draft that was withdrawn while it was made, or is not on file."""
        with self._lock:
            self._kept.pop(draft, None)
        self._sealed.forget((draft,))

    def kept(self, draft: Draft, holding: Collection[str]) -> Picture | None:
        """Return the clean picture of a draft, or ``None`` where it must be made again.

        ``holding`` are the licences that allow this change now; a picture that others allowed is
        made again under these.
        """
        with self._lock:
            licences, remembered = self._kept.get(draft.id, (frozenset(), None))
        if remembered is not None and licences <= set(holding):
            return remembered
        opened = self._sealed.opened(draft.id, holding)
        if opened is None or digest_of(opened) != draft.recipe.clean:
            return None
        self.remember(draft.id, holding, opened)
        return opened

    def recognised(self, draft: Draft, picture: Picture) -> str:
        """Return what to say of an original made again: nothing where it is the same to the bit.

        Raises ``BadInput`` when it is another picture, for example of another model.
        """
        if draft.recipe.clean and digest_of(picture) == draft.recipe.clean:
            return ""
        apart = self.retouch.apart(picture, self._images.get(draft.image.image))
        if apart > FARTHEST:
            raise BadInput(
                "The original cannot be made again here: the model or the program is another one.",
                hint="Draft the shot again, then change the part.",
            )
        return f"The original was made again, {apart:.1f} of 255 from the one on file."


def digest_of(picture: Picture) -> str:
    """Return the SHA-256 of the pixels of a picture."""
    return hashlib.sha256(picture.rgb).hexdigest()
