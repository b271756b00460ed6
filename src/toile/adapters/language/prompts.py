"""Prompts as documents: read, checked and filled. Knows nothing of models."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml

from toile.domain.errors import SettingMissing


@dataclass(frozen=True)
class Prompt:
    """One prompt with its version and the names of its inputs."""

    id: str
    version: int
    returns: str
    inputs: tuple[str, ...]
    text: str

    def fill(self, **values: str) -> str:
        """Return the text with its inputs; what is given and what is asked for must agree."""
        if set(values) != set(self.inputs):
            raise SettingMissing(f"The prompt {self.id} wants {', '.join(self.inputs)}.")
        text = self.text
        for name in self.inputs:
            text = text.replace("{" + name + "}", values[name])
        return text


@cache
def prompt(name: str) -> Prompt:
    """Return a prompt of the ``prompts`` folder."""
    path = _folder() / f"{name}.md"
    if not path.is_file():
        raise SettingMissing(f"The prompt {name}.md is missing.", hint="Install Toile again.")
    _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
    facts = yaml.safe_load(head)
    inputs = tuple(part.strip() for part in str(facts["inputs"]).split(",") if part.strip())
    return Prompt(facts["id"], int(facts["version"]), facts["returns"], inputs, text.strip())


def _folder() -> Traversable:
    packaged = files("toile") / "prompts"
    return packaged if packaged.is_dir() else Path(__file__).parents[4] / "prompts"
