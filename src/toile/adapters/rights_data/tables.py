"""The editable tables of the rights check, from the package's data or a folder of one's own.

Belongs here: seven YAML files as one ``RightsTables``. Does not know: decisions.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toile.adapters.rights_data.disclosure_rows import read_rows
from toile.adapters.rights_data.yaml_file import read_data, read_path
from toile.domain.capture import CaptureStandard
from toile.domain.errors import BadInput
from toile.domain.media import MediaTree
from toile.domain.rights import RightsTables
from toile.domain.territories import Territories

FILES = ("territories", "media", "products", "actions", "consent_laws", "disclosure", "tool")


@lru_cache(maxsize=8)
def load_tables(folder: Path | None = None) -> RightsTables:
    """Return the tables; a file in ``folder`` takes the place of the one that comes along."""
    read = {name: _read(name, folder) for name in FILES}
    versions = "+".join(f"{name}:{data['version']}" for name, data in sorted(read.items()))
    actions = _facts(read["actions"])
    try:
        territories = Territories.model_validate(read["territories"])
        media = MediaTree.model_validate(read["media"])
        return RightsTables(
            version=versions,
            territories=territories,
            media=media,
            products=read["products"],
            actions=actions,
            consent_laws=read["consent_laws"],
            disclosure=read_rows(read["disclosure"].get("rules"), territories, media),
            tool=_facts(read["tool"]),
        )
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadInput(f"A rights table is wrong at {where}: {first['msg']}.") from fault


def _facts(read: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in read.items() if key != "version"}


def _read(name: str, folder: Path | None) -> Any:
    own = folder / f"{name}.yaml" if folder else None
    found = (
        read_path(own) if own is not None and own.is_file() else read_data("rights", f"{name}.yaml")
    )
    if not isinstance(found, dict) or "version" not in found:
        raise BadInput(
            f"{name}.yaml has no version.", hint="Add a line such as version: 2026-11-24."
        )
    return found


@lru_cache(maxsize=1)
def load_capture_standard() -> CaptureStandard:
    """Return what a capture session must hold for a usable twin."""
    return CaptureStandard.model_validate(read_data("rights", "capture.yaml"))
