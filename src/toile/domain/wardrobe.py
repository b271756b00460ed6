"""A garment as a stylist reads it: layer, cut, length, cloth, colour as code and nearest name.

Belongs here: the words for a cut. Does not: meshes, or where a garment's words came from. A colour
is named by the nearest of the studio's own names; no colour system under licence is quoted.
"""

from collections.abc import Mapping

from toile.domain.catalogue import Catalogue
from toile.domain.colours import distance
from toile.domain.dressing import read_garment
from toile.domain.looks import GarmentSpec, Hex, TopCut, level_of
from toile.domain.values import Value

_LENGTHS = {
    "underbust": "cropped", "waist": "to the waist", "hip": "hip length",
    "crotch": "below the hip", "thigh": "thigh length", "knee": "knee length",
    "calf": "midi", "ankle": "ankle length", "floor": "floor length",
}  # fmt: skip
_SLEEVES = ((0.05, "sleeveless"), (0.4, "short sleeves"), (0.8, "three-quarter sleeves"))
_NECKS = {"v": "V-neck", "collar": "collar", "turtle": "roll neck", "off_shoulder": "off shoulder"}
# Colour differences (CIEDE2000) up to which a name is the colour, and not only near it.
SAME = 3.0


class Colour(Value):
    """A colour as code, with the nearest of the studio's names and how far off that is."""

    code: Hex
    name: str
    off: float

    def __str__(self) -> str:
        return self.name if self.off <= SAME else f"near {self.name}"


class Piece(Value):
    """One garment in words; ``plain`` says that nobody named it and it is drawn in toile."""

    id: str
    said: str
    place: str
    layer: int
    cut: str
    length: str
    cloth: str
    colour: Colour
    plain: bool = False


def piece_of(garment: GarmentSpec, names: Mapping[str, Hex]) -> Piece:
    """Return a garment in words."""
    return Piece(
        id=garment.id,
        said=garment.said or garment.id.replace("_", " "),
        place=_place(garment),
        layer=garment.layer,
        cut=_cut(garment),
        length=_length(garment),
        cloth=garment.fabric.id.replace("_", " "),
        colour=named(garment.fabric.colour, names),
        plain=not garment.said,
    )


def named(code: Hex, names: Mapping[str, Hex]) -> Colour:
    """Return a colour with the nearest name."""
    name, off = min(
        ((name, distance(code, other)) for name, other in names.items()), key=lambda pair: pair[1]
    )
    return Colour(code=code, name=name.replace("_", " "), off=round(off, 1))


def colour_names(catalogue: Catalogue) -> dict[str, Hex]:
    """Return the names of cloth colours with their codes."""
    entries = catalogue.colours.entries
    return {one.id: one.what for one in entries if not one.id.endswith("_hair")}


def recoloured(text: str, colour: str, catalogue: Catalogue) -> str:
    """Return a garment's words in another colour: "camel trench coat" becomes "navy trench coat".

    Only the first colour is the cloth's; a second is an accent and stays.
    """
    garment, _ = read_garment(text, catalogue)
    nouns = catalogue.garments.find_all(text) if garment else ()
    taken = [(noun.start, noun.end) for noun in nouns]
    colours = [
        found
        for found in sorted(catalogue.colours.find_all(text), key=lambda one: one.start)
        if not any(start <= found.start < end for start, end in taken)
    ]
    if not colours:
        return f"{colour} {text}"
    first = colours[0]
    return " ".join(f"{text[: first.start]}{colour}{text[first.end :]}".split())


def reworn(piece: str, words: str, catalogue: Catalogue) -> str:
    """Return a piece in words said about it: "camel coat" and "navy wool" make "navy wool coat".

    Words that name a piece take its place. Empty where some of the words mean nothing of a piece.
    """
    noun = catalogue.garments.find(piece)
    named = catalogue.garments.find(words)
    if noun is None and named is None:
        return ""
    # Read beside the noun alone: the piece's own words may be unknown, and were no hindrance yet.
    said = words if named or not noun else f"{words} {piece[noun.start : noun.end]}"
    if read_garment(said, catalogue)[1]:
        return ""
    if named:
        return words
    kept = piece
    for shelf in (catalogue.colours, catalogue.fabrics, catalogue.prints):
        old = shelf.find(kept)
        without = kept[: old.start] + kept[old.end :] if old else kept
        if shelf.find(words) and catalogue.garments.find(without):
            kept = without
    return " ".join(f"{words} {kept}".split())


def _place(garment: GarmentSpec) -> str:
    if garment.shoes:
        return "Shoes"
    if garment.extra and not (garment.top or garment.skirt or garment.legs):
        return "Accessory"
    if garment.layer >= 40:
        return "Outer layer"
    return "Top" if garment.top and not garment.skirt else "Bottom" if not garment.top else "Dress"


def _cut(garment: GarmentSpec) -> str:
    words: list[str] = []
    if garment.top:
        words += _top(garment.top)
    if garment.skirt:
        flare = "flared" if garment.skirt.flare > 0.15 else "straight"
        words += [flare, *({garment.skirt.pleat} - {"none", "soft"})]
    if garment.legs:
        words.append("wide leg" if garment.legs.ease > 0.04 else "straight leg")
    if garment.shoes:
        heel = round(garment.shoes.heel * 100)
        words.append(f"{heel} cm heel" if heel else "flat")
    if garment.extra:
        words.append(garment.extra.kind)
    return ", ".join(words)


def _top(top: TopCut) -> list[str]:
    sleeve = next((word for least, word in _SLEEVES if top.sleeve <= least), "long sleeves")
    neck = top.collar if top.collar != "none" else top.neck
    collar = f"{neck} collar" if top.collar != "none" else _NECKS.get(neck, f"{neck} neck")
    closing = "double-breasted" if top.double else f"{top.buttons} buttons" if top.buttons else ""
    return [word for word in (collar, sleeve, closing, "open" if top.open_front else "") if word]


def _length(garment: GarmentSpec) -> str:
    cut = garment.skirt or garment.legs or garment.top
    return _LENGTHS.get(level_of(cut.hem)[0], "") if cut else ""
