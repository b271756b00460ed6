"""Read the demo twins from ``data/demo/twins.yaml``."""

from importlib.resources import files

import yaml

from toile.domain.twins import Twin


def demo_twins() -> tuple[Twin, ...]:
    """Return the eight twins of the sample world, each marked as a demo."""
    text = (files("toile") / "data" / "demo" / "twins.yaml").read_text(encoding="utf-8")
    rows = yaml.safe_load(text)["twins"]
    return tuple(Twin.model_validate({**row, "demo": True}) for row in rows)
