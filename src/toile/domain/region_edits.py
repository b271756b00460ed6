"""Edits of regions, always derived again from the original, so the tenth is as sharp as the first.

Knows nothing of models or of who asks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from toile.domain.errors import BadInput
from toile.domain.maps import Mask
from toile.domain.painting import PaintRequest
from toile.domain.pictures import Picture


@dataclass(frozen=True)
class RegionEdit:
    """One wish about one region, in the person's own words."""

    instruction: str
    mask: Mask


def rederived(
    request: PaintRequest, original: Picture, edits: Sequence[RegionEdit]
) -> PaintRequest:
    """Return one request that makes every edit so far from the original picture.

    The seed and everything locked stay; the words of all edits are joined, the last one counting
    where two disagree, and the region is where any of them may change.
    """
    if not edits:
        raise BadInput("There is no edit to make.", hint="Say what should change, and where.")
    mask = union_of(edits)
    prompt = f"{merged(edits)} Everything else stays exactly as it is. {request.prompt}"
    return replace(request, prompt=prompt, original=original, mask=mask)


def union_of(edits: Sequence[RegionEdit]) -> Mask:
    """Return where any of the edits may change the picture."""
    return reduce(Mask.union, (edit.mask for edit in edits))


def merged(edits: Sequence[RegionEdit]) -> str:
    """Return the instructions of all edits as one, said once each, latest last."""
    said: dict[str, str] = {}
    for edit in edits:
        words = " ".join(edit.instruction.split()).rstrip(". ")
        # A repeated wish moves to the end: it is what the person wants now.
        said.pop(words.casefold(), None)
        said[words.casefold()] = words
    instructions = ". ".join(words[:1].upper() + words[1:] for words in said.values() if words)
    tail = " Where these disagree, the last one counts." if len(said) > 1 else ""
    return f"{instructions}.{tail}"
