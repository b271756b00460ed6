"""Sampler: random but sensible blockings of invented people, to look at and to test with."""

import numpy as np

from toile.domain.blocking import (
    Blocking,
    BodySpec,
    CameraSpec,
    HairSpec,
    LightRig,
    PersonSpec,
    PropSpec,
    SetSpec,
)
from toile.domain.catalogue import Catalogue, Shelf, Spec
from toile.domain.dressing import read_garment
from toile.domain.looks import GarmentSpec

# One look a line: garments from said first to said last, {c} and {d} two colours.
_LOOKS = (
    "{c} slip dress | {d} pumps",
    "{c} coat | {d} turtleneck | {d} trousers | loafers",
    "{c} suit | white shirt | loafers",
    "{c} sweater | {d} skirt | boots",
    "{c} tee | jeans | sneakers",
    "{c} gown | sandals | earrings",
    "{c} trench coat | ivory shirt | jeans | ankle boots",
    "{c} shirt | {d} wide-leg trousers | loafers",
    "{c} puffer | black leggings | combat boots | beanie",
    "{c} jumpsuit | {d} belt | sandals",
    "{c} leather jacket | white tee | {d} mini skirt | combat boots",
    "{c} blazer | {d} camisole | {d} wide-leg trousers | pumps",
    "{c} floral sundress | straw hat | flat sandals",
    "{c} knit dress | boots | tote",
    "{c} wrap dress | pumps | handbag",
    "{c} shirt dress | belt | loafers",
    "{c} hoodie | joggers | sneakers | cap",
    "{c} blouse | {d} pencil skirt | pumps",
    "{c} cardigan worn open | white tank top | jeans | ballet flats",
    "{c} tweed jacket | {d} pleated skirt | loafers | necklace",
    "{c} fur coat | {d} slip dress | pumps | sunglasses",
    "{c} polo | beige shorts | sneakers",
    "{c} waistcoat | white shirt | {c} trousers | loafers",
    "{c} maxi skirt | black crop top | sandals",
    "{c} mermaid gown | clutch",
    "{c} denim jacket | white tee | {d} midi skirt | ankle boots",
    "{c} swimsuit | sunglasses",
    "{c} cape | black turtleneck | black trousers | boots",
    "{c} halter dress | sandals",
    "{c} shift dress | boots",
)
# What is cut for a masculine frame, by place in the list.
_MASCULINE = tuple(
    number
    for number, words in enumerate(_LOOKS)
    if not any(word in words for word in ("dress", "gown", "skirt", "blouse", "camisole", "tank"))
    and not any(word in words for word in ("pumps", "swimsuit", "cape", "sandals", "flats"))
)
_SHORT = ("crop", "buzz", "slicked_back", "afro", "curls", "bald", "braids", "crop", "crop")
_INDOORS = ("seamless", "cyclorama", "canvas", "window_room", "runway")


def invented_body(rng: np.random.Generator, catalogue: Catalogue) -> BodySpec:
    """Return an adult who does not exist; measurements go together as they do in people."""
    build = float(np.clip(rng.choice((-1.0, 1.0), p=(0.35, 0.65)) * rng.uniform(0.75, 1), -1, 1))
    height = float(rng.normal(174, 6))
    size = float(np.clip(rng.gamma(2.0, 6.0), 0, 46))
    styles = catalogue.hair.entries
    style: HairSpec = styles[int(rng.integers(len(styles)))].what
    if build < 0:
        style = catalogue.hair.named(_SHORT[int(rng.integers(len(_SHORT)))])
    elif style.fall in ("none", "buzz"):
        style = catalogue.hair.named("low_bun")
    shades = (
        "black_hair",
        "dark_brown_hair",
        "brown_hair",
        "auburn_hair",
        "blonde_hair",
        "grey_hair",
    )
    skin = int(rng.integers(1, 11))
    dark = min(2 if skin > 6 else 6, len(shades))
    shade = catalogue.colours.named(shades[int(rng.integers(dark))])
    eyes = catalogue.eyes.entries[int(rng.integers(2 if skin > 6 else 7))].what
    man = build < 0
    return BodySpec(
        id=f"invented-{rng.integers(1_000_000)}",
        height_cm=float(np.clip(height + (9 if man else 0), 158, 198)),
        bust_cm=(96 if man else 82) + size * 0.9,
        waist_cm=(78 if man else 61) + size,
        hips_cm=(93 if man else 88) + size * 0.9,
        inseam_cm=float(np.clip(height * 0.465 + (3 if man else 0), 72, 92)),
        shoe_eu=float(np.clip((height - 174) * 0.22 + (43.5 if man else 39.5), 36, 47)),
        build=build,
        age=int(np.clip(rng.gamma(2.2, 7) + 19, 19, 78)),
        skin=skin,
        face=int(rng.integers(2**31)),
        hair=style.model_copy(update={"colour": shade}),
        eyes=eyes,
        freckles=float(rng.uniform() < 0.15) * 0.8,
    )


def random_blocking(catalogue: Catalogue, seed: int) -> Blocking:
    """Return one random shot; the same seed gives the same shot."""
    rng = np.random.default_rng(seed)
    body = invented_body(rng, catalogue)
    pose = _one(rng, catalogue.poses)
    place: SetSpec = _one(rng, catalogue.sets)
    if rng.uniform() < 0.5:
        place = catalogue.sets.named(_INDOORS[int(rng.integers(len(_INDOORS)))])
    framing = catalogue.framings.named(
        str(
            rng.choice(
                (
                    "full",
                    "full",
                    "full",
                    "three_quarter",
                    "medium",
                    "medium_close_up",
                    "portrait",
                    "wide",
                )
            )
        )
    )
    props: tuple[PropSpec, ...] = ()
    if pose.support == "sit":
        seats = [one.what for one in catalogue.props.entries if one.what.use == "seat"]
        seat = seats[int(rng.integers(len(seats)))]
        props, pose = (seat,), pose.model_copy(update={"seat": seat.height})
    expression = _one(rng, catalogue.expressions)
    return Blocking(
        people=(
            PersonSpec(
                body=body,
                pose=pose,
                garments=random_look(rng, catalogue, masculine=body.build < 0),
                face_actions=expression,
            ),
        ),
        camera=CameraSpec(
            framing=framing,
            focal_mm=float(rng.choice((35, 50, 85, 85, 105))),
            azimuth=float(rng.choice((0, 0, 0, 25, -25))) * (abs(pose.turn) < 30),
            elevation=float(rng.choice((0, 0, 0, -8, 10))),
        ),
        rig=_rig(rng, catalogue, place),
        set=place,
        props=props,
        seed=seed,
    )


def random_look(
    rng: np.random.Generator, catalogue: Catalogue, *, masculine: bool = False
) -> tuple[GarmentSpec, ...]:
    """Return the garments of a random look in random colours."""
    colours = [e.id.replace("_", " ") for e in catalogue.colours.entries if "hair" not in e.id]
    first, second = (colours[int(i)] for i in rng.integers(len(colours), size=2))
    chosen = _MASCULINE if masculine else range(len(_LOOKS))
    words = _LOOKS[chosen[int(rng.integers(len(chosen)))]]
    worn = [
        read_garment(text.format(c=first, d=second), catalogue)[0] for text in words.split(" | ")
    ]
    return tuple(sorted((one for one in worn if one), key=lambda one: one.layer))


def _rig(rng: np.random.Generator, catalogue: Catalogue, place: SetSpec) -> LightRig:
    fitting = [e.what for e in catalogue.lights.entries if e.what.outdoors == place.outdoors]
    return fitting[int(rng.integers(len(fitting)))]


def _one(rng: np.random.Generator, shelf: Shelf[Spec]) -> Spec:
    return shelf.entries[int(rng.integers(len(shelf.entries)))].what
