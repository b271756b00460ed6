"""YAML read without its truth-value trap: NO is Norway, and only true and false are truth values.

Belongs here: reading one file. Does not know: what it holds.
"""

import re
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from toile.domain.errors import BadInput


class _Loader(yaml.SafeLoader):
    """The safe loader, with the truth values of JSON only and no half characters."""

    def construct_scalar(self, node: Any) -> Any:
        """Return a scalar's text; raises ``ValueError`` for one that nothing can write."""
        text = super().construct_scalar(node)
        if isinstance(text, str):
            text.encode("utf-8")
        return text


_BOOL = "tag:yaml.org,2002:bool"
_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag != _BOOL]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    _BOOL, re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def read_text(text: str, name: str) -> Any:
    """Return what a YAML text holds. Raises ``BadInput`` with the line where it breaks."""
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f" at line {mark.line + 1}" if mark else ""
        raise BadInput(f"{name} is not readable YAML{where}.", hint="Mend the file.") from fault
    except (ValueError, TypeError, OverflowError, RecursionError) as fault:
        # A day that no month has, a number beyond reading, or lists within lists without end.
        raise BadInput(
            f"{name} holds a value that cannot be read.", hint="Mend the file."
        ) from fault


def read_path(path: Path) -> Any:
    """Return what a YAML file holds. Raises ``BadInput`` when it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise BadInput(f"{path.name} cannot be read.", hint="Check the path.") from fault
    return read_text(text, path.name)


def read_data(*parts: str) -> Any:
    """Return what a YAML file of the package's data holds."""
    place = resources.files("toile").joinpath("data", *parts)
    return read_text(place.read_text(encoding="utf-8"), parts[-1])
