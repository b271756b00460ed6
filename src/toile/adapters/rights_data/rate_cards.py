"""A rate card from a YAML file, or the demo's.

Belongs here: reading one file. Does not know: how a quote is reckoned.
"""

from pathlib import Path

from pydantic import ValidationError

from toile.adapters.rights_data.yaml_file import read_data, read_path
from toile.domain.errors import BadInput
from toile.domain.rate_cards import RateCard


def load_card(path: Path | None = None) -> RateCard:
    """Return the card of a file, the demo's without one. Raises ``BadInput``."""
    found = read_path(path) if path else read_data("demo", "rate_card.yaml")
    try:
        return RateCard.model_validate(found)
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadInput(f"The rate card is wrong at {where}: {first['msg']}.") from fault
