"""A dozen blockings of fashion work look as they did when somebody last looked at them.

A change that is meant: run with ``TOILE_GOLDEN=write`` and look at every picture before committing.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from toile.adapters.renderers.library import load_catalogue
from toile.adapters.renderers.mitsuba import MitsubaRenderer
from toile.adapters.renderers.probe import SCALAR, Variant
from toile.domain.blocking import Blocking, BodySpec, CameraSpec, PersonSpec
from toile.domain.dressing import dress

CATALOGUE = load_catalogue()
RENDERER = MitsubaRenderer(Variant(SCALAR, "the tests' own choice"))
GOLDEN = Path(__file__).parents[2] / "golden" / "blocking"
TOLERANCE = 9.0
SIZE = (168, 224)
REWRITE = os.environ.get("TOILE_GOLDEN") == "write"


@dataclass(frozen=True)
class Golden:
    """One shot in words of the catalogue."""

    garments: tuple[str, ...]
    pose: str
    light: str
    place: str = "seamless"
    framing: str = "full"
    hair: str = "low_bun"
    skin: int = 4
    face: int = 11
    man: bool = False
    style: str = "colour"
    people: int = 1

    @property
    def blocking(self) -> Blocking:
        """Return the shot, blocked."""
        measures = {"height_cm": 187, "bust_cm": 96, "waist_cm": 78, "hips_cm": 95, "inseam_cm": 86}
        body = BodySpec(
            id="golden", skin=self.skin, face=self.face, hair=CATALOGUE.hair.named(self.hair),
            build=-1.0 if self.man else 1.0, **(measures if self.man else {}),
        )  # fmt: skip
        pose = CATALOGUE.poses.named(self.pose)
        seats = (CATALOGUE.props.usual,) if pose.support == "sit" else ()
        if seats:
            pose = pose.model_copy(update={"seat": seats[0].height})
        worn, missed = dress(self.garments, CATALOGUE)
        assert not missed
        spots = [0.9 * (number - (self.people - 1) / 2) for number in range(self.people)]
        return Blocking(
            people=tuple(
                PersonSpec(body=body, pose=pose, garments=worn, at=(x, 0.0)) for x in spots
            ),
            camera=CameraSpec(framing=CATALOGUE.framings.named(self.framing)),
            rig=CATALOGUE.lights.named(self.light),
            set=CATALOGUE.sets.named(self.place),
            props=seats,
        )


GOLDENS = {
    "gown": Golden(("emerald silk gown", "sandals"), "contrapposto", "rembrandt", skin=7),
    "trench": Golden(
        ("beige trench coat", "ivory turtleneck", "jeans", "ankle boots"),
        "walking", "overcast", "street", hair="loose", style="ink",
    ),
    "portrait": Golden(
        ("cream sweater",), "looking_away", "loop", framing="portrait", hair="bob", skin=2,
    ),
    "suit": Golden(
        ("navy suit", "white shirt", "loafers"), "hands_in_pockets", "loop",
        framing="three_quarter", hair="crop", skin=5, man=True,
    ),
    "seated": Golden(
        ("ivory silk blouse", "rust pleated skirt", "pumps"), "seated", "window", "window_room",
    ),
    "late_sun": Golden(
        ("white linen shirt", "beige wide-leg trousers", "sandals"), "turning", "golden_hour",
        "stairs", hair="waves", skin=3,
    ),
    "beauty": Golden(
        ("white slip dress",), "standing", "clamshell", framing="close_up", hair="afro", skin=9,
        face=41,
    ),
    "leather": Golden(
        ("black leather jacket", "white tee", "red mini skirt", "combat boots"), "contrapposto",
        "hard_flash", "cyclorama", hair="fringe", skin=3,
    ),
    "beach": Golden(
        ("floral sundress", "straw hat", "flat sandals"), "standing", "midday_sun", "beach",
        hair="loose", style="wash",
    ),
    "floor": Golden(
        ("grey hoodie", "black joggers", "white sneakers"), "seated_on_floor", "soft_daylight",
        "cyclorama", hair="buzz", skin=8, man=True,
    ),
    "over_shoulder": Golden(
        ("charcoal wool coat", "jeans", "boots"), "looking_over_shoulder", "soft_daylight",
        framing="medium_close_up", hair="loose", style="ink",
    ),
    "two": Golden(
        ("camel coat", "black turtleneck", "black trousers", "loafers"), "standing", "overcast",
        "rooftop", framing="three_quarter", people=2, style="clay",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOLDENS)
def test_the_golden_pictures_look_as_they_did(name: str, tmp_path: Path) -> None:
    golden = GOLDENS[name]
    drawn = RENDERER.render(golden.blocking, SIZE, style=golden.style)  # type: ignore[arg-type]
    made = np.frombuffer(drawn.rgb, np.uint8).reshape(drawn.height, drawn.width, 3)
    if REWRITE:
        Image.fromarray(made).save(GOLDEN / f"{name}.png", optimize=True)
    kept = np.asarray(Image.open(GOLDEN / f"{name}.png").convert("RGB"))
    error = float(np.sqrt(np.mean((made.astype(float) - kept) ** 2)))
    Image.fromarray(made).save(tmp_path / f"{name}.png")
    assert error < TOLERANCE, f"RMSE {error:.1f}; the new picture is {tmp_path / f'{name}.png'}"
