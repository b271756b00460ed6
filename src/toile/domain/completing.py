"""Complete a look for the eye: what nobody named is drawn in plain toile, the unbleached cloth.

A director who names a coat does not ask for bare feet. The plain cloth says that a piece was not
specified, and it is never mistaken for the collection. Pure.
"""

from toile.domain.catalogue import Catalogue
from toile.domain.looks import Fabric, GarmentSpec, level_of

TOILE = "#e4dac8"
PLAIN = Fabric(id="cotton", colour=TOILE, accent=TOILE, roughness=0.9, sheen=0.2, stiffness=0.5)
SWIM_LAYER = 12
BARE_PLACES = ("beach", "water", "pool")
BARE_WORDS = ("barefoot", "bare feet")
# A top whose hem reaches at least here covers like a skirt.
LONG_HEMS = ("thigh", "knee", "calf", "ankle", "floor")


def completed(
    garments: tuple[GarmentSpec, ...], catalogue: Catalogue, *, place: str = "", said: str = ""
) -> tuple[GarmentSpec, ...]:
    """Return the look with a plain top, trousers and shoes where it names none."""
    if any(garment.layer == SWIM_LAYER for garment in garments):
        return garments
    wanted = []
    if not _covers_trunk(garments):
        wanted.append("tee")
    if not _covers_legs(garments):
        wanted.append("trousers")
    if not (_has_shoes(garments) or _bare(place, said)):
        wanted.append("loafers")
    plain = tuple(_plain(name, catalogue) for name in wanted)
    return tuple(sorted((*garments, *plain), key=lambda garment: garment.layer))


def _covers_trunk(garments: tuple[GarmentSpec, ...]) -> bool:
    """Say whether something is worn on the skin: a jacket alone is not."""
    return any(garment.top and not _opens(garment) for garment in garments)


def _opens(garment: GarmentSpec) -> bool:
    top = garment.top
    if top is None:
        return False
    landmark, _ = level_of(top.depth)
    return top.open_front or (top.lapel > 0 and landmark in ("waist", "underbust", "hip"))


def _covers_legs(garments: tuple[GarmentSpec, ...]) -> bool:
    for garment in garments:
        if garment.skirt or garment.legs:
            return True
        if garment.top and level_of(garment.top.hem)[0] in LONG_HEMS:
            return True
    return False


def _has_shoes(garments: tuple[GarmentSpec, ...]) -> bool:
    return any(garment.shoes for garment in garments)


def _bare(place: str, said: str) -> bool:
    lowered = said.casefold()
    return place in BARE_PLACES or any(word in lowered for word in BARE_WORDS)


def _plain(name: str, catalogue: Catalogue) -> GarmentSpec:
    return catalogue.garments.named(name).model_copy(update={"said": "", "fabric": PLAIN})
