"""A way to a yes is shown only where the changed request really gets one."""

from pathlib import Path

import pytest

from toile.adapters.rights_data.scenarios import Scenario, read_scenarios
from toile.adapters.rights_data.tables import load_tables
from toile.domain.rights import ways_to_yes

FILE = Path(__file__).parents[2] / "golden" / "rights" / "published.yaml"
ASKED = {one.id: one for one in read_scenarios(FILE, load_tables()) if isinstance(one, Scenario)}


@pytest.mark.parametrize(
    ("name", "say"),
    [
        ("T07", "Drop Switzerland."),
        ("T08", "Block visitors from outside the territory."),
        ("D05", "End by 28 February 2027."),
        ("R02", "End by 9 December 2026."),
        ("X01", "Leave body shape as it is."),
        ("Z04", "Switch the label on."),
    ],
)
def test_the_change_that_cures_is_named_and_proved(name: str, say: str) -> None:
    one = ASKED[name]
    ways = ways_to_yes(one.request, one.licences, one.consents, one.world, one.instant)
    assert ways[0].say == say
    assert all(way.decision.allowed for way in ways)


@pytest.mark.parametrize("name", ["T01", "E01", "N01", "F01", "C02"])
def test_no_way_is_promised_that_the_asker_cannot_go_alone(name: str) -> None:
    one = ASKED[name]
    assert ways_to_yes(one.request, one.licences, one.consents, one.world, one.instant) == ()


def test_two_changes_are_taken_together() -> None:
    one = ASKED["T07"]
    request = one.request.model_copy(update={"labels_disabled": True})
    (way,) = ways_to_yes(request, one.licences, one.consents, one.world, one.instant)
    assert way.say == "Drop Switzerland. Switch the label on."
    assert way.request.territory == ("DE", "FR")
