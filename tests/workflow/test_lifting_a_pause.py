"""A pause stops everything and loses nothing."""

import pytest

from toile.domain.errors import CommandRefused
from toile.workflow.studio import Studio

LICENCE = "lic-imani-orel-2026"


def test_a_lifted_pause_lets_the_twin_be_used_again(studio: Studio) -> None:
    studio.owner.pause(LICENCE, by="Imani")
    assert LICENCE in studio.owner.view("twin-imani").stopped
    studio.owner.lift(LICENCE, by="Imani")
    assert LICENCE not in studio.owner.view("twin-imani").stopped
    told = [entry.fact.what for entry in studio.draft_shot.ledger.entries()]
    assert told == ["suspended", "pause lifted"]
    studio.owner.pause(LICENCE, by="Imani")
    assert LICENCE in studio.owner.view("twin-imani").stopped


def test_what_is_not_paused_cannot_be_lifted(studio: Studio) -> None:
    with pytest.raises(CommandRefused, match="not paused"):
        studio.owner.lift(LICENCE, by="Imani")
    studio.owner.revoke(LICENCE, by="Imani")
    with pytest.raises(CommandRefused, match="for good"):
        studio.owner.lift(LICENCE, by="Imani")
