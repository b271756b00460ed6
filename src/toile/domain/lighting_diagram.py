"""The lighting diagram: the rig of a blocking seen from above, as an SVG that needs nothing else.

The camera is below, the subject in the middle, the background above, as on a set. Pure.
"""

from html import escape
from math import cos, radians, sin

from toile.domain.blocking import Blocking, Light

SIZE = 320
_CENTRE = (SIZE / 2, 150.0)
_METRE = 34.0
_FARTHEST = 3.6
_EDGE = 62.0
_STYLE = (
    "text{font:500 12px ui-sans-serif,system-ui,sans-serif;fill:currentColor}"
    ".line{fill:none;stroke:currentColor;stroke-width:1.2}"
    ".beam{opacity:.18}.small{font-size:11px;font-weight:400;opacity:.8}"
)


def lighting_diagram(blocking: Blocking) -> str:
    """Return the diagram with a lamp for each light, its kind, height and share of the key."""
    rig = blocking.rig
    strongest = max((light.power for light in rig.lights), default=1.0)
    parts = [_lamp(light, light.power / strongest) for light in rig.lights]
    title = escape(f"Lighting diagram: {rig.id.replace('_', ' ')}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" role="img" '
        f'aria-label="{title}"><title>{title}</title><style>{_STYLE}</style>'
        f"{_background(blocking)}{''.join(parts)}{_subjects(blocking)}{_camera(blocking)}</svg>"
    )


def _place(azimuth: float, metres: float) -> tuple[float, float]:
    """Return where a lamp is drawn: azimuth from the camera, far lamps pulled in."""
    reach = _METRE * min(metres, _FARTHEST)
    turn = radians(azimuth)
    return _CENTRE[0] + reach * sin(turn), _CENTRE[1] + reach * cos(turn)


def _lamp(light: Light, share: float) -> str:
    x, y = _place(light.azimuth, light.distance)
    colour = escape(light.colour)
    turn = -light.azimuth
    half = 6 + 5 * min(light.width, 2.4)
    shape = _SYMBOLS.get(light.kind, _panel)(half)
    cone = _beam(light, x, y, half)
    beam = f'<path class="beam" fill="{colour}" d="{cone}"/>'
    # Past the lamp's own half, so that no word lies on it, and never over the edge.
    label_y = y + half + 14 if y >= _CENTRE[1] else y - half - 17
    label_x = min(max(x, _EDGE), SIZE - _EDGE)
    words = f"{light.kind} {light.elevation:+.0f}°"
    return (
        f"{beam}"
        f'<g transform="translate({x:.1f} {y:.1f}) rotate({turn:.1f})" fill="{colour}">{shape}</g>'
        f'<text x="{label_x:.1f}" y="{label_y:.1f}" text-anchor="middle">'
        f"{escape(light.name)}</text>"
        f'<text class="small" x="{label_x:.1f}" y="{label_y + 13:.1f}" text-anchor="middle">'
        f"{escape(words)} · {share:.0%}</text>"
    )


def _beam(light: Light, x: float, y: float, half: float) -> str:
    turn = radians(light.azimuth)
    side = (cos(turn) * half, -sin(turn) * half)
    aim = (_CENTRE[0], _CENTRE[1] - (60 if light.aim == "background" else 0))
    return (
        f"M{x - side[0]:.1f} {y - side[1]:.1f}L{x + side[0]:.1f} {y + side[1]:.1f}"
        f"L{aim[0]:.1f} {aim[1]:.1f}Z"
    )


def _panel(half: float) -> str:
    box = f'x="{-half:.1f}" y="-3" width="{2 * half:.1f}" height="6"'
    return f'<rect {box} rx="1.5" stroke="currentColor"/>'


def _round(half: float) -> str:
    return f'<circle r="{min(half, 9):.1f}" stroke="currentColor"/>'


def _sun(_: float) -> str:
    rays = "".join(
        f"M{9 * cos(radians(a)):.1f} {9 * sin(radians(a)):.1f}"
        f"L{13 * cos(radians(a)):.1f} {13 * sin(radians(a)):.1f}"
        for a in range(0, 360, 45)
    )
    return f'<circle r="7" stroke="currentColor"/><path class="line" d="{rays}"/>'


_SYMBOLS = {"dish": _round, "bare": _round, "ring": _round, "sun": _sun}


def _background(blocking: Blocking) -> str:
    name = escape(blocking.set.id.replace("_", " "))
    colour = escape(blocking.set.paint)
    return (
        f'<path d="M40 24Q160 6 280 24" fill="none" stroke="{colour}" stroke-width="7"/>'
        '<path class="line" d="M40 20Q160 2 280 20"/>'
        f'<text class="small" x="{SIZE / 2}" y="44" text-anchor="middle">{name}</text>'
    )


def _subjects(blocking: Blocking) -> str:
    out = []
    for person in blocking.people:
        x = _CENTRE[0] + person.at[0] * _METRE
        out.append(
            f'<g transform="translate({x:.1f} {_CENTRE[1]:.1f})">'
            '<ellipse rx="13" ry="6" fill="currentColor" opacity=".8"/>'
            '<circle r="5.5" fill="currentColor"/><path class="line" d="M0 5l0 6"/></g>'
        )
    return "".join(out)


def _camera(blocking: Blocking) -> str:
    camera = blocking.camera
    stop = f" f/{camera.f_number:g}" if camera.f_number else ""
    words = escape(f"{camera.focal_mm:g} mm{stop} · {camera.elevation:+.0f}°")
    return (
        f'<g transform="translate({SIZE / 2} {SIZE - 34})">'
        '<rect x="-11" y="-7" width="22" height="14" rx="2" fill="currentColor"/>'
        '<rect x="-5" y="-13" width="10" height="7" fill="currentColor"/>'
        f'<text class="small" y="20" text-anchor="middle">{words}</text></g>'
    )
