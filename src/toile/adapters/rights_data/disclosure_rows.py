"""The rows of label duties as values; a row that could never bite is refused, by its name.

Belongs here: what a row must say, and that its codes and paths are known. Does not know: decisions.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from toile.domain.disclosure import DisclosureRule
from toile.domain.errors import BadInput
from toile.domain.media import MediaTree
from toile.domain.territories import Territories

FILE = "disclosure.yaml"
# What a request may ask for; a duty that waits for another word would wait for ever.
ACTIONS = ("generate", "edit", "export", "publish", "keep_live")


def read_rows(given: Any, territories: Territories, media: MediaTree) -> tuple[DisclosureRule, ...]:
    """Return the rows of ``rules``. Raises ``BadInput`` with the row and what is wrong in it."""
    if not isinstance(given, list):
        raise BadInput(f"{FILE} has no list of rules.", hint="Put the rows under rules:.")
    rows = tuple(_row(one, place) for place, one in enumerate(given, 1))
    for row in rows:
        for wrong in _unknown(row, territories, media):
            raise BadInput(f"{FILE}: {row.id}: {wrong}.", hint="Check its spelling.")
    for name, times in Counter(row.id for row in rows).items():
        if times > 1:
            raise BadInput(f"{FILE}: {times} rows have the id {name}.", hint="Rename one.")
    return rows


def _row(given: Any, place: int) -> DisclosureRule:
    try:
        return DisclosureRule.model_validate(given)
    except ValidationError as fault:
        named = given.get("id") if isinstance(given, dict) else None
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadInput(
            f"{FILE}: {named or f'row {place}'}: {where}: {first['msg']}.",
            hint="The rows above it show every field.",
        ) from fault


def _unknown(row: DisclosureRule, territories: Territories, media: MediaTree) -> Iterator[str]:
    places = territories.expand(("WORLD",))
    for market in row.markets:
        # A part of a known country, such as US-NY, needs no line of its own.
        if not {code.split("-")[0] for code in territories.expand((market,))} <= places:
            yield f"markets: nobody knows the place {market}"
    for path in row.media_not:
        if not media.knows(path):
            yield f"media_not: nobody knows the medium {path}"
    for action in row.actions:
        if action not in ACTIONS:
            yield f"actions: {action} is none of {', '.join(ACTIONS)}"
