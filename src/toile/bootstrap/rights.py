"""The tables and files of rights."""

from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from toile.adapters.odrl.codec import OdrlCodec
    from toile.adapters.odrl.suite import SuiteReport
    from toile.adapters.rights_data.scenarios import Scenario, Unreadable
    from toile.domain.rate_cards import RateCard
    from toile.domain.rights.world import RightsTables
    from toile.settings import Settings
    from toile.workflow.cast_shots import CastShots
    from toile.workflow.price_board import PriceBoard


@cache
def rights_tables() -> "RightsTables":
    """Return the dated tables of law, territories, media and products."""
    from toile.adapters.rights_data.tables import load_tables

    return load_tables()


def rate_card(path: "Path | None") -> "RateCard":
    """Return the rate card of a file, the demo's without one."""
    from toile.adapters.rights_data.rate_cards import load_card

    return load_card(path)


def price_board(settings: "Settings", casts: "CastShots") -> "PriceBoard":
    """Return the price of a board, by the house's card; the sample world's people have a card."""
    from toile.workflow.price_board import PriceBoard

    def card(demo: bool) -> "RateCard | None":
        return rate_card(settings.rate_card) if settings.rate_card or demo else None

    tables = rights_tables()
    return PriceBoard(casts, tables.territories, tables.media, card)


def odrl_codec() -> "OdrlCodec":
    """Return the reader and writer of licences as ODRL JSON-LD."""
    from toile.adapters.odrl.codec import OdrlCodec

    return OdrlCodec()


def odrl_suite(folder: "Path", duty_not_set: Literal["active", "inactive"]) -> "SuiteReport":
    """Return how the evaluator answers the public ODRL test suite in a folder."""
    from toile.adapters.odrl.suite import run_suite

    return run_suite(folder, duty_not_set)


def rights_scenarios(path: "Path") -> "tuple[Scenario | Unreadable, ...]":
    """Return the questions of a scenario file, ready to be decided."""
    from toile.adapters.rights_data.scenarios import read_scenarios

    return read_scenarios(path, rights_tables())
