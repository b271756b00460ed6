"""Cuts: where a top, a sleeve or a trouser leg begins and ends, as fields on the clothing base."""

import numpy as np

from toile.adapters.renderers.bodies.figure import Figure
from toile.adapters.renderers.mesh import Floats, smoothstep
from toile.adapters.renderers.wardrobe.shells import Base, Field
from toile.domain.looks import LegCut, TopCut

# How much a long trouser hem rises towards the toes; how far a pressed crease stands out, in
# metres, and how far around the leg.
_SLANT, _CREASE, _CREASE_WIDE = 0.4, 0.007, 0.24


def above(height: float) -> Field:
    """Keep what is above a height at rest."""
    return lambda base: base.points[:, 2] - height


def below(height: float) -> Field:
    """Keep what is below a height at rest."""
    return lambda base: height - base.points[:, 2]


def over_the_shoe(figure: Figure, height: float) -> Field:
    """Keep what is above a hem; one that reaches the shoe is cut higher over the instep."""
    ankle = figure.rig.head("foot.L")
    slope = _SLANT * float(smoothstep(ankle[2], ankle[2] - 0.03, height))

    def field(base: Base) -> Floats:
        ahead = np.clip(ankle[1] - base.points[:, 1], -0.05, 0.075)
        return base.points[:, 2] - height - slope * ahead

    return field


def armless(base: Base) -> Floats:
    """Keep what is not an arm."""
    return 0.3 - base.arm


def sleeve(share: float) -> Field:
    """Keep sleeves down to a share of the arm; zero leaves the shoulder bare."""
    if share <= 0:
        return lambda base: 0.34 - base.arm
    return lambda base: share * 0.94 - base.along


def _front(figure: Figure, base: Base) -> Floats:
    """Return 1 at the front of the trunk, 0 at its back."""
    return smoothstep(0.02, -0.02, base.points[:, 1] - figure.rig.head("clavicle.L")[1] - 0.01)


def neckline(figure: Figure, cut: TopCut) -> list[Field]:
    """Return the fields that open a garment at the neck."""
    throat = figure.rig.head("neck01")
    depth = figure.level(cut.depth)

    def crew(base: Base) -> Floats:
        plane = throat[2] - 0.006 + 0.55 * (base.points[:, 1] - throat[1]) - base.points[:, 2]
        # The bone runs through the back of the neck: its middle lies a little before it.
        ahead = base.points[:, 1] - throat[1] + 0.03
        away = 0.07 * (np.hypot(base.points[:, 0] / 0.072, ahead / 0.08) - 1)
        return np.where(base.points[:, 2] > throat[2] - 0.06, np.maximum(plane, away), plane)

    def collar_stand(base: Base) -> Floats:
        return throat[2] + 0.02 + 0.45 * (base.points[:, 1] - throat[1]) - base.points[:, 2]

    def high(base: Base) -> Floats:
        top = 0.075 if cut.neck == "turtle" else 0.035
        return throat[2] + top + 0.5 * (base.points[:, 1] - throat[1]) - base.points[:, 2]

    def v(base: Base) -> Floats:
        top = throat[2] + 0.01
        slope = 0.062 / max(top - depth, 0.05)
        wide = np.maximum(0, base.points[:, 2] - depth) * slope + 0.002
        opened = np.abs(base.points[:, 0]) - wide + 0.1 * (base.points[:, 2] < depth)
        return np.where(base.points[:, 1] < figure.rig.head("clavicle.L")[1] + 0.03, opened, 0.1)

    def round_(width: float) -> Field:
        def field(base: Base) -> Floats:
            x = np.clip(np.abs(base.points[:, 0]) / width, 0, 1)
            low = depth + (throat[2] + 0.03 - depth) * (1 - np.sqrt(np.maximum(0, 1 - x**2)))
            back = throat[2] - 0.02 + 0.4 * (base.points[:, 1] - throat[1])
            back = back - 0.02 * (width > 0.08)
            front = _front(figure, base)
            line = np.where(front > 0.5, np.minimum(low, 9.0), back)
            inside = np.abs(base.points[:, 0]) < width
            return np.where(inside | (front < 0.5), line - base.points[:, 2], 0.1)

        return field

    shapes: dict[str, list[Field]] = {
        "crew": [crew],
        "collar": [collar_stand],
        "turtle": [high],
        "mock": [high],
        "v": [v, collar_stand if cut.collar != "none" else crew],
        "scoop": [round_(0.075), crew],
        "square": [_square(figure, depth), crew],
        "boat": [_boat(figure)],
        "strapless": [_strapless(figure)],
        "straps": [_straps(figure, depth)],
        "halter": [_halter(figure)],
        "off_shoulder": [_off_shoulder(figure)],
        "one_shoulder": [_one_shoulder(figure)],
    }
    return shapes[cut.neck]


def _square(figure: Figure, depth: float) -> Field:
    def field(base: Base) -> Floats:
        inside = np.maximum(np.abs(base.points[:, 0]) - 0.078, depth - base.points[:, 2])
        return np.where(_front(figure, base) > 0.5, inside, 0.1)

    return field


def _boat(figure: Figure) -> Field:
    top = figure.rig.head("neck01")[2]
    return lambda base: top - 0.028 + 0.05 * np.abs(base.points[:, 0]) - base.points[:, 2]


def _strapless(figure: Figure) -> Field:
    chest, back = figure.level("bust"), figure.rig.head("spine01")[1]

    def field(base: Base) -> Floats:
        dip = 0.022 * np.exp(-((base.points[:, 0] / 0.035) ** 2)) * (base.points[:, 1] < back)
        return np.minimum(chest + 0.05 - dip - base.points[:, 2], 0.25 - base.arm)

    return field


def _straps(figure: Figure, depth: float) -> Field:
    """Peak over each breast; the straps themselves are cut apart."""
    chest = figure.level("bust")

    def field(base: Base) -> Floats:
        x = np.abs(base.points[:, 0])
        front = _front(figure, base) > 0.5
        peak = np.maximum(chest + 0.07 - 0.55 * np.abs(x - 0.08), depth)
        edge = np.where(front, peak, chest - 0.01)
        return np.minimum(edge - base.points[:, 2], 0.22 - base.arm)

    return field


def strap_fields(figure: Figure, side: int) -> list[Field]:
    """Return the cuts that leave one strap over a shoulder."""
    low = figure.level("bust") - 0.02
    return [
        lambda base: side * base.points[:, 0] - 0.0755,
        lambda base: 0.0885 - side * base.points[:, 0],
        lambda base: base.points[:, 2] - low,
        lambda base: 0.3 - base.arm,
    ]


def _halter(figure: Figure) -> Field:
    throat = figure.rig.head("neck01")
    chest = figure.level("bust")

    def field(base: Base) -> Floats:
        up = np.clip((base.points[:, 2] - chest) / (throat[2] - chest), 0, 1)
        wide = 0.155 - 0.11 * up - np.abs(base.points[:, 0])
        low_back = chest - 0.05 - base.points[:, 2]
        body = np.where(_front(figure, base) > 0.5, wide, low_back)
        below_chest = chest - 0.02 - base.points[:, 2]
        top = throat[2] + 0.03 - base.points[:, 2]
        return np.minimum(np.minimum(np.maximum(body, below_chest), top), 0.22 - base.arm)

    return field


def _off_shoulder(figure: Figure) -> Field:
    top = figure.level("shoulder") - 0.075
    return lambda base: top - base.points[:, 2]


def _one_shoulder(figure: Figure) -> Field:
    chest, throat = figure.level("bust") + 0.03, figure.rig.head("neck01")[2]

    def field(base: Base) -> Floats:
        line = chest + (throat - chest + 0.03) * smoothstep(-0.16, 0.1, base.points[:, 0])
        bare = np.where(base.points[:, 0] < 0, 0.22 - base.arm, 0.5)
        return np.minimum(line - base.points[:, 2], bare)

    return field


class TopEase:
    """How far a top stands off: it rests on the shoulders and hangs free below the chest."""

    def __init__(self, figure: Figure, cut: TopCut) -> None:
        self.figure, self.cut = figure, cut

    def __call__(self, base: Base) -> Floats:
        """Return metres per point of the base."""
        figure, cut = self.figure, self.cut
        z = base.points[:, 2]
        down = np.clip((figure.level("bust") - z) / 0.35, 0, 1)
        hangs = smoothstep(figure.level("shoulder") + 0.03, figure.level("bust") + 0.02, z)
        throat = figure.rig.head("neck01")
        near_neck = np.hypot(base.points[:, 0], base.points[:, 1] - throat[1])
        collar = smoothstep(0.05, 0.15, near_neck)
        trunk = np.minimum(cut.ease, 0.004) + np.maximum(cut.ease - 0.004, 0) * (
            (0.25 + 0.75 * hangs) * np.where(z > figure.level("shoulder") - 0.02, collar, 1.0)
        )
        trunk = trunk + cut.hem_ease * down
        waist = np.exp(-(((z - figure.level("waist")) / 0.11) ** 2))
        trunk = trunk + np.clip(1.5 * (cut.ease - 0.008), 0, 0.022) * waist
        along = np.clip(base.along, 0, 1)
        arm = cut.sleeve_ease * smoothstep(-0.02, 0.2, along) + cut.cuff_flare * along
        arm = np.maximum(arm, np.minimum(cut.sleeve_ease, 0.005))
        arm = arm + cut.puff * np.exp(-(((along - 0.08) / 0.16) ** 2))
        share = smoothstep(0.25, 0.75, base.arm)
        return np.asarray(trunk * (1 - share) + arm * share)


def front_gap(figure: Figure, top: float, hem: float, width: float) -> Field:
    """Open the front from a height down, wider towards the hem."""

    def field(base: Base) -> Floats:
        down = np.clip((top - base.points[:, 2]) / max(top - hem, 0.05), 0, 1)
        gap = np.abs(base.points[:, 0]) - (0.012 + width * down)
        return np.where((_front(figure, base) > 0.5) & (base.points[:, 2] < top), gap, 0.1)

    return field


class LegShape:
    """Moves shell points away from the leg's axis, more towards the hem, and presses the crease."""

    def __init__(self, figure: Figure, cut: LegCut) -> None:
        self.figure, self.cut = figure, cut

    def __call__(self, base: Base, points: Floats) -> Floats:
        """Return the points of both legs widened, kept on their own side."""
        out = points.copy()
        crotch, hem = self.figure.level("crotch"), self.figure.level(self.cut.hem)
        down = np.clip((crotch + 0.02 - points[:, 2]) / max(crotch - hem, 0.1), 0, 1)
        for side, sign in (("L", 1.0), ("R", -1.0)):
            axis = self._axis(side, points[:, 2])
            away = points[:, :2] - axis
            length = np.maximum(np.linalg.norm(away, axis=1), 1e-6)
            fill = np.minimum(1.0, (self.cut.flare + self.cut.ease) * 14)
            tube = np.maximum(length, ((1 - fill) * length + fill * 0.082) * (down > 0))
            wide = tube + (self.cut.flare * down**0.9) + self._pressed(away, length, down)
            on = (points[:, 0] * sign >= 0) & (down > 0)
            moved = axis + away * (wide / length)[:, None]
            moved[:, 0] = sign * np.maximum(sign * moved[:, 0], 0.004)
            out[on, :2] = moved[on]
        return out

    def _pressed(self, away: Floats, length: Floats, down: Floats) -> Floats:
        """Return how far the pressed crease stands out, before and behind the leg."""
        if not self.cut.crease:
            return np.zeros(len(away))
        ridge = np.exp(-((away[:, 0] / length / _CREASE_WIDE) ** 2))
        return np.asarray(_CREASE * ridge * smoothstep(0.0, 0.25, down))

    def _axis(self, side: str, z: Floats) -> Floats:
        heads = [self.figure.rig.head(f"{b}.{side}") for b in ("foot", "lowerleg01", "upperleg01")]
        at = [head[2] for head in heads]
        return np.stack([np.interp(z, at, [head[k] for head in heads]) for k in (0, 1)], axis=1)
