"""What a shot can be varied into, from the table in the package's data."""

from functools import cache
from importlib.resources import files

import yaml

from toile.domain.varying import Steps


@cache
def load() -> Steps:
    """Return the rows of words that lie near one another."""
    text = (files("toile") / "data" / "studio" / "variations.yaml").read_text(encoding="utf-8")
    return Steps.model_validate(yaml.safe_load(text))
