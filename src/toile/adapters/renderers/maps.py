"""Maps: depth, normals, regions and keypoints, as painters and checks take them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.bodies.figure import SKIN_POINTS
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.buffers import Guides
from toile.adapters.renderers.mesh import Floats
from toile.adapters.renderers.scene.camera import COCO, Subject
from toile.adapters.renderers.scene.stage import Stage

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Maps:
    """Control images of one rendered stage, all at the size of the picture."""

    stage: Stage
    guides: Guides

    @cached_property
    def metres(self) -> npt.NDArray[np.float32]:
        """Return the distance along the view axis in metres; 60 is the sky."""
        return self.guides.depth.astype(np.float32)

    @cached_property
    def depth(self) -> Bytes:
        """Return inverse depth as grey, near white, fitted to the people."""
        near = 1 / np.maximum(self.guides.depth, 0.1)
        subject = self.guides.person if self.guides.person.any() else ~self.guides.sky
        low, high = np.quantile(near[subject], (0.005, 0.995)) if subject.any() else (0.0, 1.0)
        low, high = low / 1.08, high / 0.98
        return (np.clip((near - low) / max(high - low, 1e-6), 0, 1) * 255).astype(np.uint8)

    @cached_property
    def normals(self) -> Bytes:
        """Return camera-space normals as RGB: right, up, towards the camera."""
        view, normal = self.stage.view, self.guides.normal
        turned = np.stack([normal @ view.right, normal @ view.up, -(normal @ view.ahead)], axis=-1)
        length = np.linalg.norm(turned, axis=-1, keepdims=True)
        turned = turned / np.maximum(length, 1e-6)
        return ((turned * 0.5 + 0.5) * 255 * (length > 0.1)).astype(np.uint8)

    @cached_property
    def regions(self) -> npt.NDArray[np.int32]:
        """Return the number in ``legend`` per pixel."""
        return self.guides.region

    @property
    def legend(self) -> tuple[str, ...]:
        """Return the names of the regions: sky, background, face, skin, garments as said."""
        return self.guides.legend

    @cached_property
    def keypoints(self) -> tuple[Floats, ...]:
        """Return, per person, 18 COCO points as pixel x, pixel y and 1 where they show."""
        return tuple(self._of(subject) for subject in self.stage.subjects)

    @cached_property
    def hands(self) -> tuple[Floats, ...]:
        """Return, per person, 21 points of the left and 21 of the right hand, as keypoints."""
        return tuple(self._seen(one, hands_3d(one), 0.03) for one in self.stage.subjects)

    def _of(self, subject: Subject) -> Floats:
        return self._seen(subject, keypoints_3d(subject), 0.14)

    def _seen(self, subject: Subject, own: Floats, deep: float) -> Floats:
        """Return pixel x, y and 1 where a point no deeper than metres under a surface shows."""
        points = subject.place(own)
        seen = self.stage.view.project(points)
        x, y = np.floor(seen[:, 0]).astype(int), np.floor(seen[:, 1]).astype(int)
        height, width = self.guides.depth.shape
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        at = self.guides.depth[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)]
        shows = inside & (seen[:, 2] < at + deep)
        return np.stack([seen[:, 0], seen[:, 1], shows.astype(float)], axis=1)


def keypoints_3d(subject: Subject) -> Floats:
    """Return the 18 COCO points in the figure's own frame."""
    body, points = baked(), subject.figure.points
    named = {
        name: (points[index] * weight[:, None]).sum(0)
        for name, (index, weight) in body.keypoints.items()
    }
    named["neck"] = (named["left_shoulder"] + named["right_shoulder"]) / 2
    return np.stack([named[name] for name in COCO])


def hands_3d(subject: Subject) -> Floats:
    """Return wrist, then four points a finger from its root to its tip, left hand first."""
    figure = subject.figure
    out = []
    for side in "LR":
        out.append(figure.joint(f"wrist.{side}"))
        for finger in range(1, 6):
            out += [figure.joint(f"finger{finger}-{part}.{side}") for part in (1, 2, 3)]
            last = f"finger{finger}-3.{side}"
            on = np.where(baked().weight_of(last)[:SKIN_POINTS] > 0.5)[0]
            root = figure.rig.head(last)
            far = on[np.argmax(np.linalg.norm(figure.rig.points[on] - root, axis=1))]
            out.append(figure.points[far])
    return np.stack(out)
