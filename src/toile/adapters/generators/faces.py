"""Faces of a picture as numbers: one network finds and lines them up, another reads them.

The vectors are biometric data: they live as long as one comparison and are never kept. Knows
nothing of twins, of licences or of what a score means.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from toile.adapters.generators.likeness import Vector
from toile.domain.errors import BadInput
from toile.domain.pictures import Picture

Points = npt.NDArray[np.float32]
Net = TypeVar("Net")

SURE = 0.7
# A reader sees 112 pixels of face: from a third of that on, what it says is about the enlarging.
SMALLEST = 40
# How far the nose lies from the middle of the eyes, in distances between them. About 45 degrees of
# turn; what readers say of a profile is no low score but no score.
MOST_TURNED = 0.45
_SIDE = 112
# Where a reader wants eyes, nose and corners of the mouth, in pixels of its square: the template
# of ArcFace (Deng et al., CVPR 2019), which every reader since was trained on.
_TEMPLATE = np.array(
    [
        [38.2946, 51.6963],
        [73.5318, 51.5014],
        [56.0252, 71.7366],
        [41.5493, 92.3655],
        [70.7299, 92.2041],
    ],
    np.float32,
)


class OnnxFaces:
    """Read every face that looks at the camera enough, largest first.

    ``finder`` is a YuNet (Wu et al., 2023) and ``reader`` takes 112 x 112 pixels of RGB from -1 to
    1; both are ONNX files, which hold no code. Raises ``BadInput`` when one cannot be opened.
    """

    def __init__(self, finder: Path, reader: Path) -> None:
        self._finder = _opened(
            finder, lambda: cv2.FaceDetectorYN.create(str(finder), "", (320, 320), SURE)
        )
        self._reader = _opened(reader, lambda: cv2.dnn.readNetFromONNX(str(reader)))
        # Both hold the size or the picture of a call until it ends.
        self._one_at_a_time = threading.Lock()

    def __call__(self, picture: Picture) -> list[Vector]:
        """Return one vector a face; none for a face that is small or turned away."""
        rgb = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
        with self._one_at_a_time:
            return [self._read(rgb, points) for points in self._found(rgb)]

    def _found(self, rgb: npt.NDArray[np.uint8]) -> list[Points]:
        """Return eyes, nose and mouth of every face that can be read, largest face first."""
        height, width = rgb.shape[:2]
        self._finder.setInputSize((width, height))
        rows = self._finder.detect(np.ascontiguousarray(rgb[:, :, ::-1]))[1]
        if rows is None:
            return []
        by_size = sorted(rows, key=lambda row: -float(row[2] * row[3]))
        seen = [row[4:14].reshape(5, 2) for row in by_size if min(row[2], row[3]) >= SMALLEST]
        return [points for points in seen if turned(points) <= MOST_TURNED]

    def _read(self, rgb: npt.NDArray[np.uint8], points: Points) -> Vector:
        onto, _ = cv2.estimateAffinePartial2D(points, _TEMPLATE, method=cv2.LMEDS)
        face = cv2.warpAffine(rgb, onto, (_SIDE, _SIDE))
        self._reader.setInput(cv2.dnn.blobFromImage(face, 1 / 127.5, (_SIDE, _SIDE), (127.5,) * 3))
        return np.asarray(self._reader.forward(), np.float32).reshape(-1)


def turned(points: Points) -> float:
    """Return how far a face is turned to a side: 0 to the camera, above about 0.45 a profile.

    ``points`` are both eyes, the nose and the corners of the mouth, in pixels.
    """
    between = points[1] - points[0]
    width = float(np.linalg.norm(between))
    if width < 1:
        return float("inf")
    aside = points[2] - (points[0] + points[1]) / 2
    return abs(float(aside @ between)) / width**2


def _opened(file: Path, opening: Callable[[], Net]) -> Net:
    try:
        return opening()
    except cv2.error as error:
        raise BadInput(
            f"{file.name} cannot be opened as a face model.",
            hint="Check its folder: toile models check NAME.",
        ) from error
