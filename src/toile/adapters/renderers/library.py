"""Library: the blocking data files become one ``Catalogue``; a wrong file is named with its line.

Each file maps ids to entries; ``words`` are what people say, the rest is the entry itself.
"""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import ValidationError

from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.skeleton import LIMBS
from toile.adapters.renderers.wardrobe.tiles import tile_names
from toile.domain.catalogue import Catalogue
from toile.domain.errors import BadInput

# Shelves whose entries carry their id, and those that are one bare value.
_NAMED = ("poses", "garments", "fabrics", "prints", "hair", "lights", "sets", "props", "framings")
_BARE = ("colours", "eyes")
_PLAIN = ("angles", "expressions", "grades", "make_up", "modifiers", "placings")
_PLACES = ("free", "hip", "waist", "pocket", "back_pocket", "lap")


@lru_cache(maxsize=1)
def load_catalogue() -> Catalogue:
    """Read every shelf once, or say which entry of which file is wrong."""
    return catalogue_of({name: _read(name) for name in (*_NAMED, *_BARE, *_PLAIN)})


def catalogue_of(shelves: dict[str, dict[str, Any]]) -> Catalogue:
    """Return the catalogue of parsed files; raises ``BadInput`` with file, entry and field."""
    data = {
        name: {"entries": [_entry(name, key, value) for key, value in entries.items()]}
        for name, entries in shelves.items()
    }
    try:
        catalogue = Catalogue.model_validate(data)
    except ValidationError as error:
        raise BadInput(_explained(error, data), hint="See data/blocking/README.md.") from error
    _check_names(catalogue)
    return catalogue


def _read(name: str) -> dict[str, Any]:
    text = (files("toile") / "data" / "blocking" / f"{name}.yaml").read_text(encoding="utf-8")
    try:
        # In C: every process reads the whole catalogue as it starts.
        parsed = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise BadInput(f"{name}.yaml is not valid YAML: {error}") from error
    if not isinstance(parsed, dict):
        raise BadInput(f"{name}.yaml must map ids to entries.")
    return parsed


def _entry(shelf: str, key: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadInput(f"{shelf}.yaml: {key}: an entry is a mapping with words and fields.")
    rest = {name: part for name, part in value.items() if name != "words"}
    what: Any = rest
    if shelf in _NAMED:
        what = {"id": key, **rest}
    elif shelf in _BARE:
        what = rest.get("hex")
    return {"id": key, "words": value.get("words", ()), "what": what}


def _explained(error: ValidationError, data: dict[str, Any]) -> str:
    lines = []
    for fault in error.errors()[:4]:
        shelf, _, number, *where = fault["loc"]
        entry = data[str(shelf)]["entries"][number]["id"] if isinstance(number, int) else number
        field = ".".join(str(part) for part in where if part != "what")
        lines.append(f"{shelf}.yaml: {entry}: {field}: {fault['msg']}")
    return "; ".join(lines)


def _check_names(catalogue: Catalogue) -> None:
    """Refuse names of limbs, bones, places, actions and tiles that nothing answers to."""
    bones, actions = set(baked().bones), set(baked().facial_names)
    for pose in (entry.what for entry in catalogue.poses.entries):
        limbs = {name for name in pose.limbs if name.split(".")[0] not in LIMBS}
        wrong = limbs | (set(pose.bones) - bones)
        wrong |= {place for place in pose.hands.values() if place not in _PLACES}
        _refuse("poses", pose.id, wrong)
    for prop in (entry.what for entry in catalogue.props.entries):
        _refuse("props", prop.id, set(prop.arm) - {f"{limb}.R" for limb in LIMBS})
    for entry in catalogue.expressions.entries:
        _refuse("expressions", entry.id, set(entry.what) - actions)
    fabrics = [
        (one.id, one.what) for one in (*catalogue.fabrics.entries, *catalogue.prints.entries)
    ]
    fabrics += [(one.id, one.what.fabric) for one in catalogue.garments.entries]
    for name, fabric in fabrics:
        _refuse("fabrics", name, {fabric.tile} - set(tile_names()))


def _refuse(shelf: str, entry: str, wrong: set[str]) -> None:
    if wrong:
        raise BadInput(f"{shelf}.yaml: {entry}: nothing is called {', '.join(sorted(wrong))}.")
