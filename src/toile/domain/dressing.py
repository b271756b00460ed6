"""Dressing: "oversized camel wool coat" becomes a cut, a cloth and a colour.

The garment word gives the cut, modifiers change it, fabric and print words give the cloth, colour
words its colours in the order said. Knows nothing of meshes.
"""

import re
from collections.abc import Iterable

from toile.domain.catalogue import Catalogue, Change
from toile.domain.looks import Fabric, GarmentSpec, Hex
from toile.domain.values import Value

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_CUTS = ("top", "skirt", "legs", "shoes")
# Words that carry no cut, cloth or colour of their own.
_SMALL = frozenset(
    "a an the in of with and over under by from on at its his her their our new hero piece look "
    "matching made".split(" ")
)


def dress(
    words: Iterable[str], catalogue: Catalogue
) -> tuple[tuple[GarmentSpec, ...], tuple[str, ...]]:
    """Return the garments from inner to outer, and the words that nothing answered."""
    worn: list[GarmentSpec] = []
    unread: list[str] = []
    for text in words:
        garment, missed = read_garment(text, catalogue)
        unread += missed
        if garment:
            worn.append(garment)
    return tuple(sorted(worn, key=lambda garment: garment.layer)), tuple(unread)


def read_garment(text: str, catalogue: Catalogue) -> tuple[GarmentSpec | None, tuple[str, ...]]:
    """Return one garment as said, and the words of it that were not understood."""
    found = catalogue.garments.find(text)
    if not found:
        return None, (text,)
    changes = catalogue.modifiers.find_all(text)
    fabric, used = read_fabric(text, found.entry.what.fabric, catalogue)
    spans = [*used, *((one.start, one.end) for one in changes)]
    spans += [(one.start, one.end) for one in catalogue.garments.find_all(text)]
    spans += [(one.start, one.end) for one in catalogue.fabrics.find_all(text)]
    garment = found.entry.what.model_copy(update={"said": text, "fabric": fabric})
    for change in changes:
        garment = _changed(garment, change.entry.what)
    return garment, _left_over(text, spans)


def read_fabric(
    text: str, usual: Fabric, catalogue: Catalogue
) -> tuple[Fabric, list[tuple[int, int]]]:
    """Return the cloth with its print and colours, and the parts of the text that said so."""
    spans: list[tuple[int, int]] = []
    fabric = usual
    if cloth := catalogue.fabrics.find(text):
        spans.append((cloth.start, cloth.end))
        keep = {"colour": usual.colour, "accent": usual.accent}
        fabric = cloth.entry.what.model_copy(update=keep)
    if printed := catalogue.prints.find(text):
        spans.append((printed.start, printed.end))
        said = printed.entry.what
        fabric = fabric.model_copy(
            update={"tile": said.tile, "scale": said.scale, "accent": said.accent}
        )
    named = sorted(catalogue.colours.find_all(text), key=lambda found: found.start)
    spans += [(found.start, found.end) for found in named]
    spans += [match.span() for match in _HEX.finditer(text)]
    hexes = [match[0].lower() for match in _HEX.finditer(text)]
    colours = hexes or [found.entry.what for found in named]
    update = dict(zip(("colour", "accent"), colours, strict=False))
    return fabric.model_copy(update=update), spans


def hex_in(text: str | None, catalogue: Catalogue) -> Hex | None:
    """Return the colour that the text names or writes as a hex."""
    if match := _HEX.search(text or ""):
        return match[0].lower()
    found = sorted(catalogue.colours.find_all(text), key=lambda one: one.start)
    return found[0].entry.what if found else None


def _changed(garment: GarmentSpec, change: Change) -> GarmentSpec:
    update: dict[str, object] = {"fabric": _with(garment.fabric, change.fabric)}
    for name in _CUTS:
        cut = getattr(garment, name)
        if cut is not None:
            update[name] = _with(cut, getattr(change, name))
    return garment.model_copy(update=update)


def _with(value: Value, change: dict[str, float | str | bool]) -> Value:
    """Return a cut with numbers added and words replaced, checked against its fields."""
    out = value.model_dump()
    for key, new in change.items():
        now = out[key]
        if isinstance(new, float) and isinstance(now, float):
            out[key] = max(0.0, now + new)
        else:
            out[key] = new
    if "sleeve" in out:
        out["sleeve"] = min(1.0, float(out["sleeve"]))
    return type(value).model_validate(out)


def _left_over(text: str, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    rest = re.findall(r"[^\W\d_][\w'’-]+", "".join(letters).casefold())
    return tuple(word for word in rest if word not in _SMALL)
