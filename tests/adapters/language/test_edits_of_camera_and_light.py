"""Camera and light in everyday words, and the shots that a phrase points at."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(
            id="a", no=1, framing="portrait", angle="eye level", lens="85mm", light="window light",
            set="balcony", pose="facing camera", talent=("Noor",), aspect="4:5",
            garments=("red silk dress",), priority="must",
        ),
        Shot(
            id="b", no=2, framing="full", angle="eye level", lens="35mm", light="window light",
            set="sofa", pose="lying", talent=("Noor",), aspect="9:16", garments=("wide jeans",),
        ),
        Shot(
            id="c", no=3, framing="full", angle="low", lens="35mm", light="hard flash",
            set="stairs", pose="descending", talent=("Lotte",), aspect="16:9",
            garments=("velvet suit",),
        ),
        Shot(
            id="d", no=4, framing="wide", angle="eye level", lens="28mm", light="candle light",
            set="dining table", pose="laughing", talent=("Noor", "Lotte"), aspect="9:16",
            garments=("gold knit",),
        ),
    ]
)  # fmt: skip


def _after(message: str) -> dict[str, object]:
    """Return what changed: "3 angle" and its new value, and the number of a shot that went."""
    answer = read_edit(message, EditContext(shots=BOARD))
    now = {shot.id: shot for shot in answer.shots.shots}
    found: dict[str, object] = {f"gone {s.no}": True for s in BOARD.shots if s.id not in now}
    for old in BOARD.shots:
        new = now.get(old.id, old)
        for field in ("framing", "angle", "lens", "light", "set", "pose", "aspect", "aperture",
                      "priority", "kind", "props", "garments"):  # fmt: skip
            if getattr(old, field) != getattr(new, field):
                found[f"{old.no} {field}"] = getattr(new, field)
    return found


@pytest.mark.parametrize(
    ("message", "changed"),
    [
        # Small words stand between the parts of a phrase, and say how much.
        ("pull way back on 1", {"1 framing": "medium"}),
        ("get right down on the floor for the stairs", {"3 angle": "ground level"}),
        ("could 4 be shot from the ceiling", {"4 angle": "overhead"}),
        ("i'd rather see the whole dress in 1", {"1 framing": "full"}),
        # A value goes and another comes; "can go wider" takes nothing out.
        ("the stairs can go wider", {"3 framing": "wide"}),
        ("kill the candle light, overcast instead", {"4 light": "overcast daylight"}),
        # Stops are apertures, and their figures no shots.
        ("2 wide open, f1.4", {"2 aperture": "f/1.4"}),
        ("shot 3 at f/8", {"3 aperture": "f/8"}),
        ("blurrier background on 1", {"1 aperture": "shallow focus"}),
        # Words that only look like a value.
        ("1 hair up in a low bun", {}),
        ("3/4 to the camera on 3", {"3 pose": "three-quarter to camera"}),
        ("the sofa one three quarter instead of full length", {"2 framing": "three-quarter"}),
    ],
)
def test_camera_and_light_are_read_in_everyday_words(
    message: str, changed: dict[str, object]
) -> None:
    assert _after(message) == changed


@pytest.mark.parametrize(
    ("message", "changed"),
    [
        ("balcony portrait at dusk", {"1 light": "dusk"}),
        ("all verticals to 4:5", {"2 aspect": "4:5", "4 aspect": "4:5"}),
        ("for the stairs please use the 50", {"3 lens": "50mm"}),
        ("the dinner one at 50mm", {"4 lens": "50mm"}),
        ("one and two to musts", {"2 priority": "must"}),
        ("switch one and two to 1:1", {"1 aspect": "1:1", "2 aspect": "1:1"}),
        (
            "window light to dusk throughout, not the sofa though",
            {"1 light": "dusk"},
        ),
        ("drop 1, then the new first one goes 1:1", {"gone 1": True, "2 aspect": "1:1"}),
    ],
)
def test_shots_are_named_by_what_they_are(message: str, changed: dict[str, object]) -> None:
    assert _after(message) == changed
