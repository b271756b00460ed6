"""How like a twin a picture is, by any model that turns faces into numbers.

Says honestly when it cannot tell: a face turned away is not a low score, and without a model that
a company may use there is no score at all. Knows nothing of drafts or thresholds for release.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from toile.domain.ids import TwinId
from toile.domain.painting import Likeness
from toile.domain.pictures import Picture

Vector = npt.NDArray[np.float32]
# Returns one vector a face found, largest face first; nothing when none faces the camera enough.
FaceReader = Callable[[Picture], Sequence[Vector]]


NONE_SET = (
    "no face model is set up. The usual ones allow no commercial use, so none comes with Toile; "
    "TOILE_FACE_READER names one that does"
)


class NoScorer:
    """The default: no face model is set up, and it says so on every draft."""

    def __init__(self, because: str = NONE_SET) -> None:
        self._because = because

    def score(self, picture: Picture, twin: TwinId, references: Sequence[Picture]) -> Likeness:
        """Return no score and the reason."""
        del picture, references
        return Likeness(twin=twin, score=None, because=f"Not measured: {self._because}.")


class FaceScorer:
    """Cosine of the nearest face in the picture to the mean of the twin's licensed references."""

    def __init__(self, name: str, read: FaceReader) -> None:
        self._name = name
        self._read = read

    def score(self, picture: Picture, twin: TwinId, references: Sequence[Picture]) -> Likeness:
        """Return the likeness, -1 to 1, or no score with the reason."""
        known = [faces[0] for faces in map(self._read, references) if len(faces)]
        if not known:
            return self._none(twin, "none of the twin's references shows a face that can be read")
        found = self._read(picture)
        if not len(found):
            return self._none(
                twin, "no face in the picture is large enough and turned to the camera"
            )
        centre = _unit(np.mean([_unit(one) for one in known], axis=0))
        nearest = max(float(_unit(face) @ centre) for face in found)
        return Likeness(
            twin=twin,
            score=round(nearest, 3),
            because=f"Nearest of {len(found)} faces to {len(known)} references.",
            scorer=self._name,
        )

    def _none(self, twin: TwinId, why: str) -> Likeness:
        return Likeness(twin=twin, score=None, because=f"Not measured: {why}.", scorer=self._name)


def _unit(vector: Vector) -> Vector:
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
