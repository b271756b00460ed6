"""How each brand's visible marks look, from a YAML file that is read anew at each draft.

``marks`` names brands, ``"*"`` all others; what a brand leaves out is as it is without a file. A
file that does not hold stops drafting: a brand's picture never leaves under another brand's mark.
"""

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from toile.domain.errors import SettingMissing
from toile.domain.ids import BrandId
from toile.domain.marks import OverlayStyle

_OTHERS = "*"


class BrandStyles:
    """The styles of a file, or the house's own style for every brand without one."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def __call__(self, brand: BrandId) -> OverlayStyle:
        """Return a brand's style; raises ``SettingMissing`` where the file does not hold."""
        styles = _styles(self._path) if self._path else {}
        return styles.get(brand) or styles.get(_OTHERS) or OverlayStyle()

    def check(self) -> tuple[str, ...]:
        """Return the brands of the file; raises ``SettingMissing`` where it does not hold."""
        return tuple(_styles(self._path)) if self._path else ()


def _styles(path: Path) -> dict[str, OverlayStyle]:
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingMissing(
            "The file of the brands' visible marks cannot be read, so nothing is drafted.",
            hint="Check the file that TOILE_BRAND_MARKS names.",
        ) from error
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise _does_not_hold("it is not YAML") from error
    listed = rows.get("marks") if isinstance(rows, dict) else None
    if not isinstance(listed, dict):
        raise _does_not_hold("it has no part called `marks`")
    return {str(brand): _style(str(brand), row) for brand, row in listed.items()}


def _style(brand: str, row: Any) -> OverlayStyle:
    try:
        return OverlayStyle.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join((brand, *map(str, first["loc"])))
        raise _does_not_hold(f"{where}: {first['msg'].lower()}") from error


def _does_not_hold(why: str) -> SettingMissing:
    return SettingMissing(
        f"The visible marks of a brand cannot be drawn so, and nothing is drafted: {why}.",
        hint="Mend the file that TOILE_BRAND_MARKS names.",
    )
