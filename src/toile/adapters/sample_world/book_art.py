"""Line art of the demo guideline: do, don't and plans, drawn from circles and curves.

Each drawing fills a box of its own; knows no text, page or rule.
"""

from collections.abc import Callable

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

CHALK, OAT, CLAY, MOSS, INK, EMBER = (
    HexColor(code) for code in ("#F4EFE6", "#D9CDB8", "#B2735A", "#5E6650", "#22262B", "#A63D2F")
)
SKIN = HexColor("#C99A7C")
SHADE = HexColor("#C6B89F")
Drawing = Callable[[Canvas, float, float], None]


def _ground(pen: Canvas, wide: float, high: float, wall: Color = OAT, floor: Color = SHADE) -> None:
    pen.setFillColor(wall)
    pen.rect(0, 0, wide, high, stroke=0, fill=1)
    pen.setFillColor(floor)
    pen.rect(0, 0, wide, high * 0.2, stroke=0, fill=1)


def figure(
    pen: Canvas, x: float, y: float, tall: float, coat: Color = INK, stride: float = 0.0
) -> None:
    """Draw a standing person in a coat, feet at (x, y)."""
    pen.saveState()
    pen.translate(x, y)
    pen.scale(tall / 100, tall / 100)
    pen.setStrokeColor(INK)
    pen.setLineWidth(3.4)
    pen.setLineCap(1)
    pen.line(-3, 32, -4 - 9 * stride, 1)
    pen.line(3, 32, 4 + 11 * stride, 1)
    pen.setFillColor(SKIN)
    pen.rect(-1.8, 82, 3.6, 6, stroke=0, fill=1)
    pen.ellipse(-4.6, 85.5, 4.6, 99, stroke=0, fill=1)
    _hair(pen)
    _coat(pen, coat)
    pen.restoreState()


def _hair(pen: Canvas) -> None:
    pen.setFillColor(INK)
    hair = pen.beginPath()
    hair.moveTo(-4.8, 91)
    hair.curveTo(-6, 101, 6, 102, 4.9, 91)
    hair.curveTo(3, 96, -2, 97, -4.8, 91)
    pen.drawPath(hair, stroke=0, fill=1)


def _coat(pen: Canvas, colour: Color) -> None:
    pen.setFillColor(colour)
    coat = pen.beginPath()
    coat.moveTo(-3, 84)
    coat.curveTo(-11, 82, -12, 76, -13, 48)
    coat.lineTo(-9.5, 47)
    coat.lineTo(-8.5, 66)
    coat.curveTo(-9, 50, -11, 40, -13, 26)
    coat.curveTo(-4, 23, 4, 23, 13, 26)
    coat.curveTo(11, 40, 9, 50, 8.5, 66)
    coat.lineTo(9.5, 47)
    coat.lineTo(13, 48)
    coat.curveTo(12, 76, 11, 82, 3, 84)
    coat.close()
    pen.drawPath(coat, stroke=0, fill=1)
    pen.setStrokeColor(OAT)
    pen.setLineWidth(0.5)
    pen.line(0, 82, 1.5, 25)


def still(pen: Canvas, wide: float, high: float) -> None:
    """Draw one person by one window light."""
    _ground(pen, wide, high)
    pen.setFillColor(CHALK)
    light = pen.beginPath()
    light.moveTo(0, high)
    light.lineTo(wide * 0.42, high)
    light.lineTo(wide * 0.66, high * 0.2)
    light.lineTo(wide * 0.2, high * 0.2)
    light.lineTo(0, high * 0.55)
    light.close()
    pen.drawPath(light, stroke=0, fill=1)
    figure(pen, wide * 0.6, high * 0.1, high * 0.76)


def light_plan(pen: Canvas, wide: float, high: float) -> None:
    """Draw the plan of the key light, the card and the camera."""
    pen.setFillColor(CHALK)
    pen.rect(0, 0, wide, high, stroke=0, fill=1)
    pen.setFillColor(OAT)
    pen.rect(wide * 0.12, high * 0.9, wide * 0.76, high * 0.03, stroke=0, fill=1)
    beam = pen.beginPath()
    beam.moveTo(wide * 0.17, high * 0.32)
    beam.lineTo(wide * 0.27, high * 0.2)
    beam.lineTo(wide * 0.56, high * 0.58)
    beam.lineTo(wide * 0.46, high * 0.7)
    pen.drawPath(beam, stroke=0, fill=1)
    pen.setFillColor(INK)
    pen.circle(wide * 0.5, high * 0.63, high * 0.06, stroke=0, fill=1)
    pen.rect(wide * 0.47, high * 0.08, wide * 0.06, high * 0.1, stroke=0, fill=1)
    pen.rect(wide * 0.488, high * 0.17, wide * 0.024, high * 0.06, stroke=0, fill=1)
    pen.setStrokeColor(EMBER)
    pen.setLineWidth(3)
    pen.line(wide * 0.16, high * 0.32, wide * 0.27, high * 0.19)
    pen.setStrokeColor(MOSS)
    pen.line(wide * 0.72, high * 0.45, wide * 0.76, high * 0.72)


def proportion(pen: Canvas, wide: float, high: float) -> None:
    """Draw the shares of the palette as one bar."""
    at = 0.0
    for colour, share in ((CHALK, 0.38), (OAT, 0.26), (INK, 0.16), (MOSS, 0.1), (CLAY, 0.06)):
        pen.setFillColor(colour)
        pen.rect(at, 0, wide * share, high, stroke=0, fill=1)
        at += wide * share
    pen.setFillColor(EMBER)
    pen.rect(at, 0, wide - at, high, stroke=0, fill=1)


def _cropped(pen: Canvas, wide: float, high: float, at: float) -> None:
    _ground(pen, wide, high, floor=OAT)
    pen.saveState()
    frame = pen.beginPath()
    frame.rect(0, 0, wide, high)
    pen.clipPath(frame, stroke=0)
    tall = high * 0.9 / (1 - at)
    figure(pen, wide / 2, -tall * at, tall, coat=MOSS)
    pen.restoreState()


def crop_good(pen: Canvas, wide: float, high: float) -> None:
    """Draw a crop at mid-thigh."""
    _cropped(pen, wide, high, 0.34)


def crop_bad(pen: Canvas, wide: float, high: float) -> None:
    """Draw a crop at the knee, crossed out."""
    _cropped(pen, wide, high, 0.17)
    cross_out(pen, wide, high)


def cross_out(pen: Canvas, wide: float, high: float) -> None:
    """Draw one thin diagonal in Ember."""
    pen.setStrokeColor(EMBER)
    pen.setLineWidth(1.6)
    pen.line(5, 5, wide - 5, high - 5)


def group(pen: Canvas, wide: float, high: float) -> None:
    """Draw one, two and three people."""
    _ground(pen, wide, high, wall=CHALK)
    places = ((0.12, INK), (0.36, CLAY), (0.44, INK), (0.7, MOSS), (0.78, INK), (0.86, CLAY))
    for at, coat in places:
        figure(pen, wide * at, high * 0.1, high * 0.76, coat=coat)


def walk(pen: Canvas, wide: float, high: float) -> None:
    """Draw a step at three moments."""
    _ground(pen, wide, high, wall=CHALK)
    for at, stride in ((0.2, 0.25), (0.5, 1.0), (0.8, 0.4)):
        figure(pen, wide * at, high * 0.12, high * 0.78, stride=stride)


def logo_space(pen: Canvas, wide: float, high: float) -> None:
    """Draw a picture whose upper 15 % is kept free."""
    _ground(pen, wide, high)
    figure(pen, wide * 0.5, high * 0.06, high * 0.74, coat=CLAY)
    pen.setFillColor(CHALK)
    pen.rect(0, high * 0.85, wide, high * 0.15, stroke=0, fill=1)
    pen.setStrokeColor(EMBER)
    pen.setDash(3, 3)
    pen.line(0, high * 0.85, wide, high * 0.85)
    pen.setDash()
    pen.setStrokeColor(INK)
    pen.setLineWidth(1.4)
    for at in (0.36, 0.43, 0.5, 0.57, 0.64):
        pen.circle(wide * at, high * 0.925, high * 0.018, stroke=1, fill=0)


def _face(pen: Canvas, wide: float, high: float) -> None:
    _ground(pen, wide, high, floor=OAT)
    x, y, r = wide / 2, high * 0.5, high * 0.36
    pen.setFillColor(INK)
    pen.ellipse(x - r * 0.9, y - r * 0.7, x + r * 0.9, y + r * 1.2, stroke=0, fill=1)
    pen.setFillColor(SKIN)
    pen.ellipse(x - r * 0.68, y - r, x + r * 0.68, y + r * 0.85, stroke=0, fill=1)
    pen.setStrokeColor(INK)
    pen.setLineWidth(1)
    for side in (-1, 1):
        pen.line(x + side * r * 0.4, y + r * 0.1, x + side * r * 0.16, y + r * 0.1)
    pen.line(x - r * 0.18, y - r * 0.55, x + r * 0.18, y - r * 0.55)


def skin_good(pen: Canvas, wide: float, high: float) -> None:
    """Draw a face with freckles and lines."""
    _face(pen, wide, high)
    pen.setFillColor(CLAY)
    r = high * 0.36
    for dx, dy in ((-3, -1), (-2.2, -2), (-4, -2.2), (2.4, -1.2), (3.4, -2), (2, -2.4), (0, -1.4)):
        pen.circle(wide / 2 + dx * r * 0.1, high / 2 + dy * r * 0.08, 0.9, stroke=0, fill=1)


def skin_bad(pen: Canvas, wide: float, high: float) -> None:
    """Draw a polished face, crossed out."""
    _face(pen, wide, high)
    pen.setFillColor(CHALK)
    pen.ellipse(wide * 0.5 + 4, high * 0.56, wide * 0.5 + 14, high * 0.68, stroke=0, fill=1)
    cross_out(pen, wide, high)


def set_good(pen: Canvas, wide: float, high: float) -> None:
    """Draw a person before a wall and a floor."""
    _ground(pen, wide, high, wall=CHALK)
    figure(pen, wide * 0.6, high * 0.1, high * 0.7)


def set_bad(pen: Canvas, wide: float, high: float) -> None:
    """Draw a person lost before a skyline, crossed out."""
    _ground(pen, wide, high, wall=CLAY)
    pen.setFillColor(MOSS)
    for no, tall in enumerate((0.5, 0.72, 0.4, 0.85, 0.6, 0.7)):
        pen.rect(wide * no / 6 + 2, high * 0.2, wide / 6 - 4, high * tall * 0.8, stroke=0, fill=1)
    figure(pen, wide * 0.4, high * 0.08, high * 0.44, coat=EMBER)
    cross_out(pen, wide, high)


def glasses(pen: Canvas, wide: float, high: float) -> None:
    """Draw sunglasses."""
    pen.setFillColor(INK)
    pen.circle(wide * 0.32, high * 0.5, wide * 0.15, stroke=0, fill=1)
    pen.circle(wide * 0.68, high * 0.5, wide * 0.15, stroke=0, fill=1)
    pen.rect(wide * 0.44, high * 0.52, wide * 0.12, 2, stroke=0, fill=1)


def cigarette(pen: Canvas, wide: float, high: float) -> None:
    """Draw a cigarette."""
    pen.setFillColor(INK)
    pen.rect(wide * 0.2, high * 0.47, wide * 0.45, high * 0.07, stroke=0, fill=1)
    pen.setFillColor(CLAY)
    pen.rect(wide * 0.65, high * 0.47, wide * 0.15, high * 0.07, stroke=0, fill=1)


def phone(pen: Canvas, wide: float, high: float) -> None:
    """Draw a phone."""
    pen.setFillColor(INK)
    pen.roundRect(wide * 0.34, high * 0.18, wide * 0.32, high * 0.64, 4, stroke=0, fill=1)
    pen.setFillColor(OAT)
    pen.rect(wide * 0.37, high * 0.28, wide * 0.26, high * 0.46, stroke=0, fill=1)


def balloon(pen: Canvas, wide: float, high: float) -> None:
    """Draw a balloon."""
    pen.setFillColor(CLAY)
    pen.ellipse(wide * 0.32, high * 0.38, wide * 0.68, high * 0.86, stroke=0, fill=1)
    pen.setStrokeColor(INK)
    pen.setLineWidth(1)
    pen.line(wide * 0.5, high * 0.38, wide * 0.46, high * 0.1)


DRAWINGS: dict[str, Drawing] = {
    drawing.__name__: drawing
    for drawing in (
        still, light_plan, proportion, crop_good, crop_bad, group, walk, logo_space, skin_good,
        skin_bad, set_good, set_bad, glasses, cigarette, phone, balloon,
    )
}  # fmt: skip
