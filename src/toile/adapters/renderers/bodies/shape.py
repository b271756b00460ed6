"""The baked body: shape weights in, points out. NumPy alone.

The file is made by ``scripts/bake_body.py``; its sources are CC0 (see ``LICENCES.md`` beside it).
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.mesh import Floats, Ints, fill_small_holes

SCALES: dict[str, tuple[str, ...]] = {
    "gender": ("male", "female"),
    "age": ("young", "old"),
    "muscle": ("minmuscle", "averagemuscle", "maxmuscle"),
    "weight": ("minweight", "averageweight", "maxweight"),
    "height": ("minheight", "maxheight"),
    "proportions": ("idealproportions", "uncommonproportions"),
    "cupsize": ("mincup", "averagecup", "maxcup"),
    "firmness": ("minfirmness", "averagefirmness", "maxfirmness"),
}
ANCESTRIES = ("african", "asian", "caucasian")
MAIN_BONES = 104


@dataclass(frozen=True)
class Offsets:
    """Named sparse displacements."""

    starts: Ints
    numbers: Ints
    values: Floats

    def add(self, to: Floats, row: int, by: float) -> None:
        """Add one displacement in place."""
        span = slice(int(self.starts[row]), int(self.starts[row + 1]))
        to[self.numbers[span]] += by * self.values[span]


@dataclass(frozen=True)
class Baked:
    """Everything in the body file, as arrays ready to use."""

    template: Floats
    basis: npt.NDArray[np.float32]
    coefficients: Floats
    offset: Floats
    variations: Ints
    variation_names: tuple[str, ...]
    local: Offsets
    local_names: tuple[str, ...]
    facial: Offsets
    facial_names: tuple[str, ...]
    bones: tuple[str, ...]
    parents: Ints
    skin_bones: Ints
    skin_weights: Floats
    masks: dict[str, Floats]
    faces: dict[str, Ints]
    keypoints: dict[str, tuple[Ints, Floats]]

    @property
    def count(self) -> int:
        """Return how many points come before the bone heads."""
        return len(self.skin_bones)

    def points(
        self, macros: dict[str, float], local: dict[str, float], facial: dict[str, float]
    ) -> tuple[Floats, Floats]:
        """Return body points and bone heads for shape weights, local changes and expression."""
        weights = self.product_weights(macros) @ self.coefficients - self.offset
        moved = (weights.astype(np.float32) @ self.basis).astype(np.float64).reshape(-1, 3)
        out = self.template + moved
        for name, value in local.items():
            row = 2 * self.local_names.index(name) + (0 if value > 0 else 1)
            self.local.add(out, row, abs(value))
        for name, value in facial.items():
            self.facial.add(out, self.facial_names.index(name), value)
        return out[: self.count], out[self.count :]

    def product_weights(self, macros: dict[str, float]) -> Floats:
        """Return the product of interpolated variations for each baked row."""
        level = np.zeros(len(self.variation_names))
        for scale, keys in SCALES.items():
            at = float(np.clip(macros.get(scale, 0.5), 0, 1)) * (len(keys) - 1)
            low = min(int(at), len(keys) - 2)
            level[self.variation_names.index(keys[low])] = 1 - (at - low)
            level[self.variation_names.index(keys[low + 1])] = at - low
        share = np.array([macros.get(name, 1 / 3) for name in ANCESTRIES])
        for name, value in zip(ANCESTRIES, share / share.sum(), strict=True):
            level[self.variation_names.index(name)] = value
        return np.asarray(np.prod(np.where(self.variations > 0, level[None], 1.0), axis=1))

    def bone(self, name: str) -> int:
        """Return the number of a bone."""
        return self.bones.index(name)

    def weight_of(self, *prefixes: str) -> Floats:
        """Return, per point, the summed weight of bones whose names start so."""
        chosen = np.array([bone.startswith(prefixes) for bone in self.bones])
        return np.asarray((self.skin_weights * chosen[self.skin_bones]).sum(1))


@lru_cache(maxsize=1)
def baked() -> Baked:
    """Load the body once."""
    resource = files("toile") / "data" / "blocking" / "body.npz"
    with as_file(resource) as path, np.load(path) as file:
        data = {name: file[name] for name in file.files}
    return _from_arrays(data)


def _from_arrays(data: dict[str, Any]) -> Baked:
    names = {key: tuple(str(x) for x in data[key]) for key in data if key.endswith("_names")}
    groups = {k.removeprefix("faces_"): data[k].astype(np.int64) for k in data if k[:6] == "faces_"}
    groups["tights"] = fill_small_holes(groups["tights"])
    return Baked(
        template=data["template"].astype(np.float64),
        basis=data["basis"].astype(np.float32) * data["basis_scale"][:, None],
        coefficients=data["coefficients"].astype(np.float64),
        offset=data["coefficient_offset"].astype(np.float64),
        variations=data["variation_mask"],
        variation_names=names["variation_names"],
        local=_offsets(data, "local"),
        local_names=names["local_names"],
        facial=_offsets(data, "facial"),
        facial_names=names["facial_names"],
        bones=tuple(str(x) for x in data["bones"]),
        parents=data["parents"].astype(np.int64),
        skin_bones=data["skin_bones"].astype(np.int64),
        skin_weights=_normalised(data["skin_weights"].astype(np.float64)),
        masks={n: m / 255.0 for n, m in zip(names["mask_names"], data["masks"], strict=True)},
        faces=groups,
        keypoints={
            n: (data[f"keypoint_at_{n}"].astype(np.int64), data[f"keypoint_by_{n}"])
            for n in names["keypoint_names"]
        },
    )


def _offsets(data: dict[str, Any], kind: str) -> Offsets:
    return Offsets(
        data[f"{kind}_starts"].astype(np.int64),
        data[f"{kind}_numbers"].astype(np.int64),
        data[f"{kind}_values"].astype(np.float64) / 1000,
    )


def _normalised(weights: Floats) -> Floats:
    return weights / weights.sum(1, keepdims=True)
