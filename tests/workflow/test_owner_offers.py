"""An owner offers her twin to another brand, a rival too, where no claim stands against it."""

import pytest

from toile.domain.errors import BadInput, NotFound
from toile.workflow.studio import Studio


def test_terms_may_be_offered_to_a_rival_and_grant_nothing_yet(studio: Studio) -> None:
    made = studio.offers.offer("lic-kenji-orel-2026", to="nord-og-sol", by="Kenji")
    assert made.licence is not None
    kinds: dict[str, str | None] = {
        one.id: one.kind for one in studio.owner.view("twin-kenji").licences
    }
    assert kinds[made.licence] == "offer"
    assert studio.owner.view("twin-kenji").uses[0].fact.what == "offered"


def test_a_rivals_exclusivity_stands_against_an_offer(studio: Studio) -> None:
    made = studio.offers.offer("lic-astrid-orel-2026", to="atelier-brun", by="Astrid")
    assert made.licence is None
    assert "exclusiv" in made.conflicts[0]


def test_the_holder_itself_is_not_offered_its_own_terms(studio: Studio) -> None:
    with pytest.raises(BadInput, match="already"):
        studio.offers.offer("lic-kenji-orel-2026", to="maison-orel", by="Kenji")


def test_a_licence_nobody_knows_is_said_so(studio: Studio) -> None:
    with pytest.raises(NotFound, match="lic-none"):
        studio.offers.delete_drafts("lic-none", by="Kenji")
