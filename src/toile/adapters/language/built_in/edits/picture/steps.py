"""Relative changes: one step tighter, lower, longer, warmer, darker."""

from typing import Literal

from toile.adapters.language.built_in.text.lexicon import vocabulary
from toile.domain.commands import StepField
from toile.domain.shots import Shot

_UPRIGHT = {
    "1:1": "4:5",
    "16:9": "9:16",
    "4:5": "4:5",
    "3:2": "2:3",
    "4:3": "3:4",
    "5:4": "4:5",
    "21:9": "9:16",
}


_LEVEL = {"9:16": "16:9", "4:5": "5:4", "2:3": "3:2", "3:4": "4:3", "1:1": "16:9", "16:9": "16:9"}


def orient(value: str, shot: Shot) -> str:
    """Turn "vertical" and "horizontal" into a ratio, keeping the shape of the shot."""
    if value == "portrait":
        return _UPRIGHT.get(shot.aspect or "", shot.aspect or "4:5")
    if value == "landscape":
        return _LEVEL.get(shot.aspect or "", shot.aspect or "16:9")
    return value


_STEPS: dict[str, tuple[Literal["framing", "angle", "lens", "light"], str, int]] = {
    "tighter": ("framing", "tightness", 1),
    "wider": ("framing", "tightness", -1),
    "lower": ("angle", "height", -1),
    "higher": ("angle", "height", 1),
    "longer": ("lens", "length", 1),
    "shorter": ("lens", "length", -1),
    "warmer": ("light", "warmth", 1),
    "cooler": ("light", "warmth", -1),
    "darker": ("light", "mood", 1),
    "brighter": ("light", "mood", -1),
    "softer": ("light", "hardness", -1),
    "harder": ("light", "hardness", 1),
}


_ADJECTIVES = {
    "warmer": "warm",
    "cooler": "cool",
    "darker": "low-key",
    "brighter": "bright",
    "softer": "soft",
    "harder": "hard",
}


def field_of(name: str) -> str:
    """Return the field that a relative word changes."""
    return _STEPS[name][0]


def step(shot: Shot, name: str, many: int = 1) -> StepField | None:
    """Return the relative change as a command with its result, or ``None`` at the end of the
    scale.

    ``many`` steps are gone where the scale is that long: "way tighter".
    """
    one = _one_step(shot, name, 1)
    return (_one_step(shot, name, many) if many > 1 else None) or one


def _one_step(shot: Shot, name: str, many: int) -> StepField | None:
    field, axis, by = _STEPS[name]
    by *= many
    now = getattr(shot, field)
    if field == "light":
        return StepField(shot=shot.id, field=field, axis=axis, by=by, to=_shaded(now, name))
    if now is None:
        return None
    to = vocabulary().step(field, _plain(now), axis, by) if field != "lens" else _lens(now, by)
    return StepField(shot=shot.id, field=field, axis=axis, by=by, to=to) if to else None


def lens_by(shot: Shot, millimetres: int) -> StepField | None:
    """Return "20 mm longer" as a command, or ``None`` where the shot has no such lens."""
    digits = "".join(c for c in (shot.lens or "").split("mm")[0] if c.isdecimal())
    if not digits or int(digits) + millimetres < 8:
        return None
    to = f"{int(digits) + millimetres}mm"
    by = 1 if millimetres > 0 else -1
    return StepField(shot=shot.id, field="lens", axis="length", by=by, to=to)


def step_along(shot: Shot, axis: str, by: int) -> StepField | None:
    """Return the same relative change for another shot."""
    name = next((n for n, (_, a, way) in _STEPS.items() if a == axis and way * by > 0), None)
    return step(shot, name) if name else None


def _plain(now: str) -> str:
    """Place framings without a tightness of their own on the ladder."""
    return {
        "half": "medium",
        "detail": "close-up",
        "macro": "extreme close-up",
        "still life": "medium",
        "flatlay": "medium",
        "packshot": "full",
    }.get(now, now)


_LADDER = (20, 24, 28, 35, 50, 70, 85, 105, 135, 200)


def _lens(now: str, by: int) -> str | None:
    digits = "".join(c for c in now if c.isdecimal())
    if not digits:
        return None
    longer = [mm for mm in _LADDER if mm > int(digits)]
    shorter = [mm for mm in _LADDER if mm < int(digits)]
    ladder = longer if by > 0 else shorter[::-1]
    return f"{ladder[abs(by) - 1]}mm" if len(ladder) >= abs(by) else None


def _shaded(now: str | None, name: str) -> str:
    """Return the light one step warmer, darker, softer ... in words that keep the source."""
    adjective = _ADJECTIVES[name]
    if now is None:
        return f"{adjective} light"
    term = vocabulary().find("light", now)
    scales = term.scales if term else {}
    if name == "softer" and scales.get("hardness", 0) >= 2:
        return "soft daylight" if "sun" in now else "soft light"
    if name == "harder" and scales.get("hardness", 0) <= -1:
        return "hard light"
    opposite = {
        "warm": "cool",
        "cool": "warm",
        "low-key": "bright",
        "bright": "low-key",
        "soft": "hard",
        "hard": "soft",
    }[adjective]
    words = [w for w in now.split() if w.strip(",") not in (opposite, adjective)]
    return f"{adjective} {' '.join(words)}" if adjective not in now.split() else f"very {now}"
