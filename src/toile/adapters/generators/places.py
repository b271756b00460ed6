"""Names each reference picture in the prompt by its place, for models that read several pictures.

Knows nothing of pipelines or servers.
"""

from collections.abc import Sequence

from toile.domain.ids import TwinId
from toile.domain.painting import MapKind, Reference

_MAPS: dict[MapKind, str] = {
    "blocked": "the blocking: keep its composition, camera, light and colours",
    "pose": "a skeleton: the person holds exactly this pose",
    "depth": "a depth map, near is white: keep these distances",
    "normals": "a surface map: keep these forms",
    "regions": "a plan of flat colours: each colour is one garment or thing",
}
_REFERENCES = {
    "face": "the face of {whom}: the same person, unchanged",
    "figure": "{whom} from head to toe: the same person, unchanged",
    "garment": "a garment to be worn exactly like this",
    "mood": "the mood: light and colour only, nobody from it",
}


def with_places(
    prompt: str, maps: Sequence[MapKind], references: Sequence[Reference], *, edits: bool
) -> str:
    """Return the prompt followed by what each picture is; an edit's original is the first."""
    meanings = [_MAPS[kind] for kind in maps]
    whom = _people(references)
    meanings += [_REFERENCES[one.kind].format(whom=whom[one.twin]) for one in references]
    start = 2 if edits else 1
    places = [f"Image {place} is {what}." for place, what in enumerate(meanings, start)]
    return " ".join([prompt, *places])


def _people(references: Sequence[Reference]) -> dict[TwinId | None, str]:
    """Return how to speak of each person, by order and never by name."""
    twins = list(dict.fromkeys(one.twin for one in references))
    if len(twins) < 2:
        return dict.fromkeys(twins, "the person")
    return {twin: f"person {place}" for place, twin in enumerate(twins, start=1)}
