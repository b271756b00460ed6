"""Colours as codes, as words, and how far apart two of them look. Pure arithmetic."""

import colorsys
import math

# (least hue in degrees, word); hues below the first belong to red.
_HUES = (
    (15, "orange"),
    (42, "yellow"),
    (70, "green"),
    (170, "blue"),
    (255, "purple"),
    (290, "pink"),
    (345, "red"),
)


def rgb_of(code: str) -> tuple[int, int, int]:
    """Return the three bytes of ``#RRGGBB``. Raises ValueError for anything else."""
    digits = code.removeprefix("#")
    if len(digits) != 6:
        raise ValueError(f"{code!r} is not a colour code")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def hue_word(code: str) -> str:
    """Return the plain English word for a colour code."""
    hue, light, strength = colorsys.rgb_to_hls(*(part / 255 for part in rgb_of(code)))
    if light > 0.9:
        return "white" if strength < 0.1 or light > 0.985 else "off-white"
    if light < 0.18:
        return "black" if light < 0.1 else "near-black"
    if strength < 0.12:
        return "grey"
    word = "red"
    for least, name in _HUES:
        word = name if hue * 360 >= least else word
    return _muted(word, light, strength)


def _muted(word: str, light: float, strength: float) -> str:
    if word in {"orange", "yellow"} and strength < 0.55:
        return "beige" if light > 0.6 else "brown"
    return word


def lab_of(code: str) -> tuple[float, float, float]:
    """Return CIE L*a*b* of an sRGB code under D65."""
    red, green, blue = (_linear(part / 255) for part in rgb_of(code))
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = _cube(x), _cube(y), _cube(z)
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _cube(part: float) -> float:
    return math.cbrt(part) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(code: str) -> float:
    red, green, blue = (_linear(part / 255) for part in rgb_of(code))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def distance(one: str, other: str) -> float:
    """Return the CIEDE2000 distance of two colour codes (Sharma, Wu and Dalal, 2005)."""
    return ciede2000(lab_of(one), lab_of(other))


def ciede2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Return the CIEDE2000 distance of two L*a*b* colours."""
    l1, a1, b1 = one
    l2, a2, b2 = other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    c1, h1 = math.hypot(a1 * stretch, b1), _angle(a1 * stretch, b1)
    c2, h2 = math.hypot(a2 * stretch, b2), _angle(a2 * stretch, b2)
    turn, middle = _hues(h1, h2, c1 * c2)
    chroma, light = (c1 + c2) / 2, (l1 + l2) / 2
    tilt = (
        1
        - 0.17 * _cos(middle - 30)
        + 0.24 * _cos(2 * middle)
        + 0.32 * _cos(3 * middle + 6)
        - 0.20 * _cos(4 * middle - 63)
    )
    far = (light - 50) ** 2
    dl = (l2 - l1) / (1 + 0.015 * far / math.sqrt(20 + far))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * tilt)
    sway = 2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    twist = -math.sin(math.radians(60 * math.exp(-(((middle - 275) / 25) ** 2)))) * sway
    return math.sqrt(dl**2 + dc**2 + dh**2 + twist * dc * dh)


def _angle(a: float, b: float) -> float:
    return math.degrees(math.atan2(b, a)) % 360 if a or b else 0.0


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def _hues(h1: float, h2: float, product: float) -> tuple[float, float]:
    """Return the turn between two hues and the hue between them, in degrees."""
    if not product:
        return 0.0, h1 + h2
    turn = (h2 - h1 + 180) % 360 - 180
    if turn == -180 and h2 > h1:
        turn = 180.0
    total = h1 + h2
    if abs(h1 - h2) <= 180:
        return turn, total / 2
    return turn, (total + 360) / 2 if total < 360 else (total - 360) / 2
